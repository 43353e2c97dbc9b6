// Moments of a year as people say them: seconds since 1 January 0 o'clock, in years of 365 days.
#pragma once

#include <string>
#include <vector>

#include "engine/i18n/words.h"

namespace pt {

inline constexpr double secondsOfHour = 3600, secondsOfDay = 86'400;
inline constexpr double secondsOfYear = 365 * secondsOfDay;

// "15 januari 12:00"; a moment outside the year is one of another year.
std::string momentText(double seconds, const Words& words);
// As short as the distance to the next tick allows: "6:00", "15 jan", "jan".
std::string momentTick(double seconds, double step, const Words& words);

// Whole hours, days or beginnings of months within low..high, at most `wanted` (at least one) of
// them, rising. None when the range is empty or infinite.
std::vector<double> calendarTicks(double low, double high, int wanted);

}  // namespace pt
