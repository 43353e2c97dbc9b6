// Where the sun stands over the house at an hour of a day, as a drawing asks for it. Sources and
// accuracy: engine/numerics/sun.h.
#pragma once

#include <vector>

#include "engine/numerics/weather.h"

namespace pt {

struct SunAt {
    double hour = 0;                    // by the clock of the place, which never shifts in summer
    double elevation = 0, azimuth = 0;  // rad, as SunPosition
};

SunAt sunAt(const WeatherSite& site, double day, double hour);  // whole days since 1 January

// Every quarter of an hour that the sun is up; empty in a polar night.
std::vector<SunAt> sunPath(const WeatherSite& site, double day);

}  // namespace pt
