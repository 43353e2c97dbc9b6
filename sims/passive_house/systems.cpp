#include "sims/passive_house/systems.h"

#include <algorithm>

namespace pt {
namespace {

constexpr double hourLength = 3600;
constexpr double hotWaterSupply = 328.15;  // K, 55 °C
constexpr double mostCop = 7;
constexpr double coolingCop = 3;
constexpr double exhaustEnergy = 0.15 * 3600;  // J a m³

// Factors of renewable primary energy, J for 1 J: estimates of the order that the Passive House
// Institute publishes for central Europe; heat in winter needs stored power, hence the most.
constexpr double perHeating = 1.8, perAllYear = 1.3, perCooling = 1.1, perGas = 1.75;

}  // namespace

double heatPumpCop(bool fromGround, double source, double sink) {
    const double share = fromGround ? 0.5 : 0.45;
    const double hot = sink + 3, cold = source - (fromGround ? 4 : 7);
    const double lift = std::max(hot - cold, 10.0);
    return std::clamp(share * hot / lift, 1.0, mostCop);
}

double heatingEfficiency(const HouseUse& use, double outdoors, double ground) {
    switch (use.heatingKind()) {
    case Heating::gasBoiler: return use.boilerEfficiency;
    case Heating::heatPumpAir: return heatPumpCop(false, outdoors, use.supplyTemperature);
    case Heating::heatPumpGround: return heatPumpCop(true, ground, use.supplyTemperature);
    case Heating::ideal:
    case Heating::none:
    case Heating::electric: break;
    }
    return 1;
}

double hotWaterEfficiency(const HouseUse& use, double outdoors, double ground) {
    HouseUse hot = use;
    hot.supplyTemperature = std::max(use.supplyTemperature, hotWaterSupply);
    return heatingEfficiency(hot, outdoors, ground);
}

// The modules are about 3 K warmer than the air for each 100 W/m² and lose 0,4 % a kelvin above
// 25 °C; cables and the inverter take 10 %.
double pvPower(const HouseUse& use, double irradiance, double outdoors) {
    const double module = outdoors + irradiance * 0.031;
    const double warmth = std::max(0.0, 1 - 0.004 * (module - 298.15));
    return use.pvArea * use.pvEfficiency * irradiance * warmth * 0.9;
}

// A flat plate collector: 75 % at best, losing 4 W/(m² K).
double collectorPower(const HouseUse& use, double irradiance, double outdoors) {
    return use.collectorArea * std::max(0.0, 0.75 * irradiance - 4 * (323.15 - outdoors));
}

double exhaustFanPower(const HouseUse& use) {
    return use.ventilationKind() == VentilationKind::exhaust ? exhaustEnergy * use.ventilationRate
                                                             : 0;
}

bool burnsGas(const HouseUse& use) { return use.heatingKind() == Heating::gasBoiler; }

// The tank of the collector holds the hot water of a day and a half.
void Systems::add(const SystemHour& hour) {
    const double power = pvPower(use_, hour.irradiance, hour.outdoors) * hourLength;
    const double asked = hotWaterHeat(use_) * hourLength;
    stored_ = std::min(stored_ + collectorPower(use_, hour.irradiance, hour.outdoors) * hourLength,
                       asked * 36);
    const double fromSun = std::min(stored_, asked);
    stored_ -= fromSun;

    const double heating =
        hour.heating * hourLength / heatingEfficiency(use_, hour.outdoors, hour.ground);
    const double hotWater =
        (asked - fromSun) / hotWaterEfficiency(use_, hour.outdoors, hour.ground);
    const double fans = (hour.fans + exhaustFanPower(use_)) * hourLength;
    const double cooling = hour.cooling * hourLength / coolingCop;
    const double appliances = appliances_.hours[static_cast<size_t>(hour.hour)] * hourLength;
    double electricity = fans + cooling + appliances;
    if (!burnsGas(use_)) electricity += heating + hotWater;

    used_.heating += heating;
    used_.hotWater += hotWater;
    used_.fans += fans;
    used_.cooling += cooling;
    used_.appliances += appliances;
    used_.solarPower += power;
    used_.sold += std::max(0.0, power - electricity);
    used_.collector += fromSun;
}

double costOf(const HouseUse& use, const EnergyUse& energy) {
    const double heat = energy.heating + energy.hotWater;
    const double always = energy.fans + energy.cooling + energy.appliances;
    const double electricity = always + (burnsGas(use) ? 0 : heat);
    const double gas = burnsGas(use) ? heat : 0;
    const double bought = electricity - (energy.solarPower - energy.sold);
    return bought * use.electricityPrice + gas * use.gasPrice - energy.sold * use.feedInPrice;
}

double co2Of(const HouseUse& use, const EnergyUse& energy) {
    const double heat = energy.heating + energy.hotWater;
    const double always = energy.fans + energy.cooling + energy.appliances;
    const double bought = always + (burnsGas(use) ? 0 : heat) - (energy.solarPower - energy.sold);
    return bought * use.electricityCo2 + (burnsGas(use) ? heat * use.gasCo2 : 0);
}

double primaryOf(const HouseUse& use, const EnergyUse& energy) {
    const double heat = burnsGas(use) ? perGas * (energy.heating + energy.hotWater)
                                      : perHeating * energy.heating + perAllYear * energy.hotWater;
    return heat + perAllYear * (energy.fans + energy.appliances) + perCooling * energy.cooling;
}

}  // namespace pt
