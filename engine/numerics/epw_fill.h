// What an EnergyPlus weather file leaves open, filled in. Internal to epw.cpp.
#pragma once

#include <cmath>
#include <limits>
#include <vector>

#include "engine/numerics/weather.h"

namespace pt {

// One hour as the file tells it; NaN: missing.
struct EpwHour {
    static constexpr double missing = std::numeric_limits<double>::quiet_NaN();
    double temperature = missing, dewPoint = missing, humidity = missing;  // K, K, 0 .. 1
    double pressure = missing, wind = missing, infrared = missing;
    double cloud = missing;                                      // 0 .. 1, opaque
    double global = missing, beam = missing, diffuse = missing;  // W/m²
};

// hours: hoursAYear of them. A short gap is bridged by a straight line, sun by the same hour of the
// nearest day that has it; what follows from something else is computed: the dew point from the
// humidity, pressure from the altitude, infrared from dew point and cloud, beam and diffuse from
// the sun on a horizontal plane. Error epw.gap {what, month, day, hours}.
Result<std::vector<WeatherHour>> fillEpw(const WeatherSite& site, std::vector<EpwHour> hours);

struct MonthDay {
    int month = 1, day = 1;
};
MonthDay monthDayOf(int hour);      // of the year, without 29 February
int dayOfYear(int month, int day);  // from 0; -1: no such day
inline constexpr int leapDay = -2;  // dayOfYear of 29 February

}  // namespace pt
