// HouseNow: what the drawing of the house tells, read from the model once a
// frame. Plain data, SI units; NaN where nothing is known.
#pragma once

#include <array>
#include <limits>
#include <string>
#include <vector>

#include "sims/passive_house/model.h"
#include "sims/passive_house/sun_path.h"

namespace pt::house_view {

inline constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

// A wall, a slope of the roof or the floor.
struct Skin {
    int surface = -1;                        // of the Building; -1: the house cannot be computed
    std::vector<double> depth, temperature;  // m from the outer face, K
    double inward = unknown;                 // W
    double yearInward = unknown;             // J
    double outside = unknown, inside = unknown;  // K of its faces
    double sun = unknown;                        // W/m² on its outer face
};
struct WindowNow {
    double solar = unknown, conduction = unknown;          // W
    double yearSolar = unknown, yearConduction = unknown;  // J
    double lit = 1;
    bool screenDown = false;
    double inside = unknown;  // K of the inner pane
};

struct HouseNow {
    explicit HouseNow(const PassiveHouse& model);

    double moment = 0;  // s since 1 January
    double day = 0;     // whole days since then
    double hour = 12;
    double seasonDay = 0;  // of the year in the north with the same season
    double air = 293.15, felt = 293.15, outdoors = 283.15, sunspaceAir = unknown;
    double sunElevation = 0, sunAzimuth = 0, beam = 0, diffuse = 0, wind = 0;
    double clouds = 0;    // 0 clear .. 1 overcast
    double daylight = 1;  // 0 night .. 1 day
    bool computed = false;
    ZoneFlows flows;
    std::array<Skin, 4> walls;  // by Facade
    std::vector<Skin> roofs;
    Skin floor, common;
    Skin sunWall, sunRoof, sunFloor;  // of the sun space
    std::vector<WindowNow> windows;   // by House::windows
    std::vector<SunAt> today;         // while it is up, a quarter of an hour apart
    std::vector<SunAt> midwinter, midsummer;
    double airFlow = 0, recovery = 0;  // of the ventilation unit: m³/s, 0 .. 1

    double roofInward() const;
    // When people sleep and no lamp is on.
    bool isNight() const { return hour >= 23 || hour < 6; }
};

}  // namespace pt::house_view
