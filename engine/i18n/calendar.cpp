#include "engine/i18n/calendar.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>

namespace pt {
namespace {

constexpr std::array<int, 12> monthDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
constexpr double longestYears = 100;  // of a range of ticks

struct Moment {
    int month = 1, day = 1, hour = 0, minute = 0;
};

Moment momentOf(double seconds) {
    if (!std::isfinite(seconds)) return {};
    // To the nearest minute, so that 11:59:59.9999 reads 12:00.
    double left = std::fmod(std::floor(seconds / 60 + 0.5), secondsOfYear / 60);
    if (left < 0) left += secondsOfYear / 60;
    auto minutes = static_cast<int>(left);
    Moment moment;
    moment.minute = minutes % 60;
    moment.hour = minutes / 60 % 24;
    int day = minutes / (24 * 60);
    while (day >= monthDays[static_cast<size_t>(moment.month) - 1])
        day -= monthDays[static_cast<size_t>(moment.month++) - 1];
    moment.day = day + 1;
    return moment;
}

std::string clock(const Moment& moment) {
    return fmt::format("{}:{:02}", moment.hour, moment.minute);
}

std::string month(const char* kind, const Moment& moment, const Words& words) {
    return words(fmt::format("i18n.{}.{}", kind, moment.month));
}

// The first of every `every`th month.
std::vector<double> monthTicks(double low, double high, int every) {
    std::vector<double> ticks;
    double at = std::floor(low / secondsOfYear) * secondsOfYear;
    for (int month = 0; at <= high; month = (month + 1) % 12) {
        if (at >= low && month % every == 0) ticks.push_back(at);
        at += monthDays[static_cast<size_t>(month)] * secondsOfDay;
    }
    return ticks;
}

std::vector<double> evenTicks(double low, double high, double step) {
    std::vector<double> ticks;
    for (double i = std::ceil(low / step); i * step <= high; ++i) ticks.push_back(i * step);
    return ticks;
}

}  // namespace

std::string momentText(double seconds, const Words& words) {
    const Moment moment = momentOf(seconds);
    return words("i18n.moment", Args{{"day", std::to_string(moment.day)},
                                     {"month", month("month", moment, words)},
                                     {"time", clock(moment)}});
}

std::string momentTick(double seconds, double step, const Words& words) {
    const Moment moment = momentOf(seconds);
    if (step >= 28 * secondsOfDay) return month("short", moment, words);
    if (moment.hour != 0 || moment.minute != 0) return clock(moment);
    return fmt::format("{} {}", moment.day, month("short", moment, words));
}

std::vector<double> calendarTicks(double low, double high, int wanted) {
    if (!(low < high) || !(high - low < longestYears * secondsOfYear)) return {};
    const double least = (high - low) / std::max(wanted, 1);
    for (const double hours : {1, 3, 6, 12, 24, 48, 24 * 7, 24 * 14})
        if (hours * secondsOfHour >= least) return evenTicks(low, high, hours * secondsOfHour);
    for (const int months : {1, 2, 3, 6})
        if (months * 31 * secondsOfDay >= least) return monthTicks(low, high, months);
    return monthTicks(low, high, 12);
}

}  // namespace pt
