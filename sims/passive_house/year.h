// Year: 8,760 hours of a house, in slices, and what they add up to. SI units.
#pragma once

#include <array>
#include <memory>
#include <string>
#include <vector>

#include "engine/numerics/building_sim.h"

namespace pt {

// J over a month or a year; gains positive, losses negative, so that with `stored` all sum to 0.
struct HeatBalance {
    double solar = 0, gains = 0, heating = 0, cooling = 0;
    double walls = 0, roof = 0, floor = 0, windows = 0, bridges = 0;
    double infiltration = 0, ventilation = 0, airing = 0, sunspace = 0;
    double stored = 0;          // taken up by air and layers: positive is a loss of the rest
    double residual() const;    // what the sum misses, J
    double throughput() const;  // J, sum of all that came in
};

// What was bought and made, J; cost in euro and CO₂ in kg follow from the prices.
struct EnergyUse {
    double heating = 0;  // of the carrier: electricity for a heat pump, gas for a boiler
    double hotWater = 0, fans = 0, cooling = 0, appliances = 0;
    double solarPower = 0;  // made on the roof
};

struct YearResult {
    // Hour by hour, hoursAYear each.
    std::vector<float> air, operative, outdoors;  // °C of the house
    std::vector<float> sunspaceAir;               // °C; empty without one
    std::vector<float> heating, cooling;          // W; cooling positive
    std::vector<float> solar, gains;              // W into the house
    std::vector<float> sun;                       // W/m² on a horizontal plane
    std::array<HeatBalance, 12> months{};
    HeatBalance year;
    EnergyUse use;
    double heatingDemand = 0;                 // J
    double coolingDemand = 0;                 // J
    double peakHeating = 0, peakCooling = 0;  // W
    double hoursAbove25 = 0;                  // h with the operative temperature above 25 °C
    std::vector<double> surfaceInward;        // J over the year, by surface of the Building
    std::vector<double> windowSolar, windowConduction;  // J, in the order of the Building
};

}  // namespace pt
