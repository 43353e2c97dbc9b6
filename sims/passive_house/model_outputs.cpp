// What is measured in a run, and the figures of the design.
#include <limits>

#include "sims/passive_house/model.h"

namespace pt {
namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

}  // namespace

double PassiveHouse::flowOf(const std::vector<int>& surfaces) const {
    if (!sim_) return unknown;
    double out = 0;
    for (const int surface : surfaces) out -= sim_->surface(surface).inward;
    return out;
}

double PassiveHouse::zoneFlow(double ZoneFlows::*flow) const {
    return sim_ ? sim_->zone(0).*flow : unknown;
}

void PassiveHouse::describeOutputs(Schema& schema) {
    schema.state("climate", climate_, unit(""));
    const Unit degrees = unit("°C"), watts = unit("W");
    schema.output("air_temperature", degrees,
                  [this] { return sim_ ? sim_->airTemperature(0) : unknown; });
    schema.output("operative_temperature", degrees,
                  [this] { return sim_ ? sim_->operativeTemperature(0) : unknown; });
    schema.output("outdoor_temperature", degrees,
                  [this] { return sim_ ? sim_->outdoors().temperature : unknown; });
    schema.output("sunspace_temperature", degrees, [this] {
        return sim_ && sunspaceZone() >= 0 ? sim_->airTemperature(sunspaceZone()) : unknown;
    });
    schema.output("heating_power", watts, [this] { return zoneFlow(&ZoneFlows::heating); });
    schema.output("cooling_power", watts, [this] { return 0 - zoneFlow(&ZoneFlows::cooling); });
    schema.output("solar_gain", watts, [this] { return zoneFlow(&ZoneFlows::solar); });
    schema.output("internal_gain", watts, [this] { return zoneFlow(&ZoneFlows::gains); });
    schema.output("ventilation_loss", watts, [this] {
        return 0 - zoneFlow(&ZoneFlows::ventilation) - zoneFlow(&ZoneFlows::airing);
    });
    schema.output("infiltration_loss", watts,
                  [this] { return 0 - zoneFlow(&ZoneFlows::infiltration); });
    schema.output("wall_loss", watts, [this] { return flowOf(surfacesOf(Part::wall)); });
    schema.output("roof_loss", watts, [this] { return flowOf(surfacesOf(Part::roof)); });
    schema.output("floor_loss", watts, [this] { return flowOf(surfacesOf(Part::floor)); });
    schema.output("window_loss", watts, [this] { return 0 - zoneFlow(&ZoneFlows::windows); });
    schema.output("bridge_loss", watts, [this] { return 0 - zoneFlow(&ZoneFlows::bridges); });
    schema.output("sun_elevation", unit("°"),
                  [this] { return sim_ ? sim_->outdoors().sunElevation : unknown; });
}

void PassiveHouse::describeFigures(Schema& schema) {
    const Unit yearly = unit("kWh/(m2 a)"), U = unit("W/(m2 K)");
    constexpr auto lower = Better::lower;
    // J/m² and year stand for J/(m² s) of the unit, hence the division by a year.
    constexpr double aYear = 365.0 * 86400;
    const auto figure = [this, &schema](const char* key, const Unit& in, double Figures::*value,
                                        double per, Better better) {
        schema.figure(
            key, in, [this, value, per] { return figures().*value / per; }, better);
    };
    figure("heating_demand", yearly, &Figures::heatingDemand, aYear, lower);
    figure("heating_load", unit("W/m2"), &Figures::heatingLoad, 1, lower);
    figure("cooling_demand", yearly, &Figures::coolingDemand, aYear, lower);
    figure("overheating", unit("%"), &Figures::overheating, 1, lower);
    figure("primary_energy", yearly, &Figures::primaryEnergy, aYear, lower);
    figure("energy_cost", unit("€/a"), &Figures::cost, aYear, lower);
    figure("co2", unit("kg/a"), &Figures::co2, aYear, lower);
    figure("pv_yield", unit("kWh/a"), &Figures::pvYield, aYear, Better::higher);
    for (const auto& [key, part] :
         {std::pair("wall_u", Part::wall), std::pair("roof_u", Part::roof),
          std::pair("floor_u", Part::floor)})
        schema.figure(
            key, U,
            [this, which = part] {
                return weather_ ? uValueOf(house_, which, *weather_) : unknown;
            },
            lower);
    schema.figure(
        "window_u", U, [this] { return house_.windows.empty() ? unknown : meanWindowU(house_); },
        lower);
    const auto detail = [this, &schema](const char* key, const char* in,
                                        double DetailResult::*value, Better better) {
        schema.figure(
            key, unit(in),
            [this, value] {
                const std::optional<DetailResult>& solved = detailResult();
                return solved ? (*solved).*value : unknown;
            },
            better);
    };
    detail("psi", "W/(m K)", &DetailResult::psi, lower);
    detail("f_rsi", "", &DetailResult::fRsi, Better::higher);
    detail("detail_coldest", "°C", &DetailResult::coldest, Better::higher);
}

}  // namespace pt
