#include "sims/passive_house/use_fields.h"

#include <cmath>
#include <string>

namespace pt {
namespace {

using U = HouseUse;

constexpr UseChoice choices[] = {
    {"comfort", "cooling", &U::cooling, switchKeys},
    {"comfort", "setback_ramp", &U::setbackRamp, switchKeys},
    {"people", "profile", &U::profile, profileKeys},
    {"people", "inner_walls", &U::innerWalls, innerWallKeys},
    {"air", "ventilation", &U::ventilation, ventilationKeys},
    {"air", "bypass", &U::bypass, switchKeys},
    {"air", "airing", &U::airing, airingKeys},
    {"machines", "heating", &U::heating, heatingKeys},
};

constexpr UseNumber numbers[] = {
    {"comfort", "setpoint", &U::setpoint, "°C", -10, 35, 0.5},
    {"comfort", "setback", &U::setback, "°C", -10, 35, 0.5},
    {"comfort", "setback_from", &U::setbackFrom, "", 0, 24, 1},
    {"comfort", "setback_to", &U::setbackTo, "", 0, 24, 1},
    {"comfort", "cooling_setpoint", &U::coolingSetpoint, "°C", 10, 40, 0.5},
    {"comfort", "cooling_from", &U::coolingFrom, "", 0, 24, 1},
    {"comfort", "cooling_to", &U::coolingTo, "", 0, 24, 1},
    {"comfort", "humidity", &U::humidity, "%", 5, 95, 1},
    {"people", "persons", &U::persons, "", 0, 20, 1},
    {"people", "appliances", &U::appliances, "W", 0, 5000, 10},
    {"people", "gains_radiant", &U::gainsRadiant, "%", 0, 100, 5},
    {"people", "hot_water", &U::hotWater, "kg/d", 0, 100, 1},
    {"air", "n50", &U::n50, "1/h", 0, 30, 0.1},
    {"air", "ventilation_rate", &U::ventilationRate, "m3/h", 0, 1000, 5},
    {"air", "heat_recovery", &U::heatRecovery, "%", 0, 100, 1},
    {"air", "airing_flow", &U::airingFlow, "m3/h", 0, 5000, 10},
    {"air", "airing_from", &U::airingFrom, "", 0, 24, 1},
    {"air", "airing_to", &U::airingTo, "", 0, 24, 1},
    {"air", "airing_above", &U::airingAbove, "°C", 15, 30, 0.5},
    {"machines", "most_heating_power", &U::heatingPower, "kW", 0.1, 50, 0.1},
    {"machines", "heating_radiant", &U::heatingRadiant, "%", 0, 100, 5},
    {"machines", "boiler_efficiency", &U::boilerEfficiency, "%", 50, 110, 1},
    {"machines", "supply_temperature", &U::supplyTemperature, "°C", 25, 75, 1},
    {"machines", "pv_area", &U::pvArea, "m2", 0, 200, 1},
    {"machines", "pv_efficiency", &U::pvEfficiency, "%", 5, 30, 0.5},
    {"machines", "collector_area", &U::collectorArea, "m2", 0, 20, 0.5},
    {"prices", "electricity_price", &U::electricityPrice, "€/kWh", 0, 2, 0.01, true},
    {"prices", "feed_in_price", &U::feedInPrice, "€/kWh", 0, 2, 0.01, true},
    {"prices", "gas_price", &U::gasPrice, "€/kWh", 0, 2, 0.01, true},
    {"prices", "electricity_co2", &U::electricityCo2, "kg/kWh", 0, 2, 0.01, true},
    {"prices", "gas_co2", &U::gasCo2, "kg/kWh", 0, 2, 0.01, true},
};

constexpr const char* sections[] = {"comfort", "people", "air", "machines", "prices"};

Range rangeOf(const UseNumber& number) {
    const Unit u = unit(number.unit);
    return {u.toSi(number.min), u.toSi(number.max), number.step * u.factor};
}

}  // namespace

std::span<const UseNumber> useNumbers() { return numbers; }
std::span<const UseChoice> useChoices() { return choices; }

void describeUse(Schema& schema, HouseUse& use) {
    for (const std::string_view section : sections) {
        schema.section(section);
        for (const UseChoice& choice : choices)
            if (section == choice.section)
                schema.choice(choice.key, use.*choice.value, choice.options);
        for (const UseNumber& number : numbers)
            if (section == number.section)
                schema.param(number.key, use.*number.value, unit(number.unit), rangeOf(number),
                             number.price ? Effect::live : Effect::resets);
    }
    schema.when("cooling", {"on"}, {"cooling_setpoint", "cooling_from", "cooling_to"});
    schema.when("ventilation", {"exhaust", "balanced"}, {"ventilation_rate"});
    schema.when("ventilation", {"balanced"}, {"heat_recovery", "bypass"});
    schema.when("airing", {"night", "fan"}, {"airing_flow", "airing_from", "airing_to"});
    schema.when("airing", {"night"}, {"airing_above"});
    schema.when("heating", {"electric", "gas_boiler", "heat_pump_air", "heat_pump_ground"},
                {"most_heating_power"});
    schema.when("heating", {"gas_boiler"}, {"boiler_efficiency"});
    schema.when("heating", {"heat_pump_air", "heat_pump_ground"}, {"supply_temperature"});
}

Json saveUse(const HouseUse& use) {
    Json json = Json::object();
    for (const UseChoice& choice : choices)
        json.set(choice.key, choice.options[static_cast<size_t>(use.*choice.value)]);
    for (const UseNumber& number : numbers) json.set(number.key, use.*number.value);
    return json;
}

Result<HouseUse> loadUse(const Json& json) {
    HouseUse use;
    for (const UseChoice& choice : choices) {
        if (!json.has(choice.key)) continue;
        int found = -1;
        for (size_t i = 0; i < choice.options.size(); ++i)
            if (json[choice.key].text() == choice.options[i]) found = static_cast<int>(i);
        if (found < 0) return Error{"house.use", choice.key, {{"key", choice.key}}};
        use.*choice.value = found;
    }
    for (const UseNumber& number : numbers) {
        if (!json.has(number.key)) continue;
        const Range range = rangeOf(number);
        const double value = json[number.key].number(NAN);
        if (!(value >= range.min && value <= range.max))
            return Error{"house.use", number.key, {{"key", number.key}}};
        use.*number.value = value;
    }
    return use;
}

}  // namespace pt
