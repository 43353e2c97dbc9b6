// Days, months and hours of a year of 8,760 hours, and what its numbers are over a day or a month.
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/i18n/words.h"
#include "sims/passive_house/year.h"

namespace pt {

inline constexpr int daysAYear = 365;
// The day on which each month begins, from 0; the last one is the end of the year.
inline constexpr std::array<int, 13> monthStarts{0,   31,  59,  90,  120, 151, 181,
                                                 212, 243, 273, 304, 334, 365};

struct Span {  // hours from .. to, `to` not included
    int from = 0, to = hoursAYear;
    int hours() const { return to - from; }
};

int monthOfDay(int day);    // 0 .. 11; day 0 .. 364
int hourOf(double moment);  // of the year; s since 1 January of any year
Span monthSpan(int month);  // 0 .. 11
Span weekAround(int day);   // seven days with `day` in the middle, within the year

std::string monthName(const Words& words, int month);                // "januari"
std::string monthLabel(const Words& words, int month, double room);  // "jan", or "J"; points
std::string dateName(const Words& words, int day);                   // "15 januari"
std::string hourName(const Words& words, int hour);                  // "15 januari, 14–15 u"

// What an id of the stage stands for: "hour.2931" (0 .. 8759), "day.123" (1 .. 365), "month.7"
// (1 .. 12).
struct YearMoment {
    enum class Kind : uint8_t { none, hour, day, month } kind = Kind::none;
    int hour = 0;  // its first hour
    Span span() const;
    int day() const { return hour / 24; }
};
YearMoment momentOf(std::string_view item);
std::string hourItem(int hour);
std::string dayItem(int day);      // 0 .. 364
std::string monthItem(int month);  // 0 .. 11

struct HourSpread {
    double low = 0, mean = 0, high = 0;
};
HourSpread spreadOf(std::span<const float> hours, Span span);  // NaN for no hours
double sumOf(std::span<const float> hours, Span span);

}  // namespace pt
