// Speeds of a run in model seconds a wall second: within those of Session::rate, or for a lab with
// a calendar one of a few that people can say.
#pragma once

#include <string_view>

namespace pt {

inline constexpr double slowestRate = 1.0 / 64;
inline constexpr double fastestRate = 1e8;

struct CalendarSpeed {
    double rate;
    std::string_view word;  // "ui.speed.<word>"
};
inline constexpr CalendarSpeed calendarSpeeds[] = {
    {600, "minutes"},  {3600, "hour"},       {21'600, "hours"},  {86'400, "day"},
    {604'800, "week"}, {2'628'000, "month"}, {6'307'200, "year"}};

}  // namespace pt
