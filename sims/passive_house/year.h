// Year: 8,760 hours of a house, in slices, and what they add up to. SI units.
#pragma once

#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/model/schema.h"
#include "engine/numerics/building_sun.h"
#include "sims/passive_house/house_building.h"
#include "sims/passive_house/systems.h"

namespace pt {

// J over a month or a year; gains positive, losses negative, so that their sum less `stored` is 0.
// Heat through walls, roof and floor is counted at their inner faces.
struct HeatBalance {
    double solar = 0, gains = 0, heating = 0, cooling = 0;
    double walls = 0, roof = 0, floor = 0, windows = 0, bridges = 0;
    double infiltration = 0, ventilation = 0, airing = 0, sunspace = 0;
    double stored = 0;          // taken up by air, furniture and inner walls
    double residual() const;    // what the sum misses, J
    double throughput() const;  // J, sum of all that came in
    void add(const HeatBalance& other);
};

struct YearResult {
    HouseUse settings;  // that it was computed for
    // Hour by hour, hoursAYear each.
    std::vector<float> air, operative, outdoors;  // °C of the house
    std::vector<float> sunspaceAir;               // °C; empty without one
    std::vector<float> heating, cooling;          // W; cooling positive
    std::vector<float> solar, gains;              // W into the house
    std::vector<float> sun;                       // W/m² on a horizontal plane
    std::array<HeatBalance, 12> months{};
    HeatBalance year;
    EnergyUse use;
    double floorArea = 0;                     // m²
    double step = 0;                          // s, of the computation
    double heatingDemand = 0;                 // J
    double coolingDemand = 0;                 // J
    double peakHeating = 0, peakCooling = 0;  // W, of the heaviest hour
    double heatingLoad = 0;                   // W, mean of the heaviest day (0 to 24 o'clock)
    double hoursAbove25 = 0;                  // h with the operative temperature above 25 °C
    double coldest = 0, warmest = 0;          // K, operative temperature
    std::vector<double> surfaceInward;        // J over the year, by surface of the Building
    std::vector<double> windowSolar, windowConduction;  // J, in the order of the Building
};

// All that a year follows from.
struct YearInput {
    HouseBuilding plan;
    HouseUse use;
    std::shared_ptr<WeatherCache> weather;
    double floorArea = 0;              // m²
    double pvAzimuth = 0, pvTilt = 0;  // of the modules
    double step = 3600;                // s
};

// Computes the year in slices of a day and hands the result over at the end; the error when the
// building cannot be computed.
using YearDone = std::function<void(Result<YearResult>)>;
std::unique_ptr<Job> yearJob(YearInput input, YearDone done);

// The month (0 .. 11) that an hour of the year falls in.
int monthOf(int hour);

}  // namespace pt
