// Systems: what heat, hot water and air take of electricity and gas, and what the roof gives
// back. SI units.
#pragma once

#include "engine/core/result.h"
#include "sims/passive_house/house_use.h"

namespace pt {

// What was bought and made, J; cost in euro and CO₂ in kg follow from the prices.
struct EnergyUse {
    double heating = 0;  // of the carrier: electricity for a heat pump, gas for a boiler
    double hotWater = 0, fans = 0, cooling = 0, appliances = 0;
    double solarPower = 0;  // made on the roof
    double sold = 0;        // of it, what was not used within the hour
    double collector = 0;   // heat for hot water from the collector
};

// Electricity for 1 of heat. A Carnot machine between source and sink, each a few kelvin further
// apart, of which a real one reaches a share.
double heatPumpCop(bool fromGround, double source, double sink);
// Of what leaves as heat for 1 of the carrier; temperatures in K.
double heatingEfficiency(const HouseUse& use, double outdoors, double ground);
double hotWaterEfficiency(const HouseUse& use, double outdoors, double ground);

// W of alternating current from this irradiance (W/m²) on the modules.
double pvPower(const HouseUse& use, double irradiance, double outdoors);
// W of heat from the collector to water of 50 °C.
double collectorPower(const HouseUse& use, double irradiance, double outdoors);
inline double hotWaterHeat(const HouseUse& use) {  // W, mean over the year
    return use.persons * use.hotWater * 4186 * 50;
}
// W of electricity of fans that the Building does not know: an exhaust fan.
double exhaustFanPower(const HouseUse& use);

// What one hour of the house asks of its systems.
struct SystemHour {
    double heating = 0, cooling = 0;  // W to and from the house
    double fans = 0;                  // W of electricity
    double outdoors = 0, ground = 0;  // K
    double irradiance = 0;            // W/m² on the sunny side of the roof
    int hour = 0;                     // of the day
};
class Systems {
public:
    explicit Systems(const HouseUse& use) : use_(use), appliances_(applianceSchedule(use)) {}
    void add(const SystemHour& hour);
    const EnergyUse& used() const { return used_; }

private:
    HouseUse use_;
    Schedule appliances_;
    EnergyUse used_;
    double stored_ = 0;  // J in the tank of the collector
};

bool burnsGas(const HouseUse& use);
// Of a year: euro, kg of CO₂, and J of renewable primary energy as the Passive House Institute
// counts it (what the roof makes is not subtracted).
double costOf(const HouseUse& use, const EnergyUse& energy);
double co2Of(const HouseUse& use, const EnergyUse& energy);
double primaryOf(const HouseUse& use, const EnergyUse& energy);

}  // namespace pt
