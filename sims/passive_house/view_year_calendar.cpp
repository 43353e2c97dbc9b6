#include "sims/passive_house/view_year_calendar.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <limits>

#include "sims/passive_house/view_year_board.h"

namespace pt {

int monthOfDay(int day) {
    const auto next = std::upper_bound(monthStarts.begin(), monthStarts.end() - 1, day);
    return static_cast<int>(next - monthStarts.begin()) - 1;
}

int hourOf(double moment) {
    const double hours = std::fmod(std::floor(moment / 3600), hoursAYear);
    return static_cast<int>(hours < 0 ? hours + hoursAYear : hours);
}

Span monthSpan(int month) {
    const auto at = static_cast<size_t>(month);
    return {24 * monthStarts[at], 24 * monthStarts[at + 1]};
}

Span weekAround(int day) {
    const int first = std::clamp(day - 3, 0, daysAYear - 7);
    return {24 * first, 24 * (first + 7)};
}

std::string monthName(const Words& words, int month) {
    return yearSay(words, fmt::format("month.{}", month + 1));
}

std::string monthLabel(const Words& words, int month, double room) {
    std::string label = yearSay(words, fmt::format("month.{}.short", month + 1));
    if (widthOf(label) + 4 <= room) return label;
    label.resize(1);  // months begin with plain letters
    if (label[0] >= 'a') label[0] = static_cast<char>(label[0] - 'a' + 'A');
    return label;
}

std::string dateName(const Words& words, int day) {
    const int month = monthOfDay(day);
    return yearSay(words, "date",
                   {{"day", std::to_string(day - monthStarts[static_cast<size_t>(month)] + 1)},
                    {"month", monthName(words, month)}});
}

std::string hourName(const Words& words, int hour) {
    return yearSay(words, "date_hour",
                   {{"date", dateName(words, hour / 24)},
                    {"from", std::to_string(hour % 24)},
                    {"to", std::to_string(hour % 24 + 1)}});
}

Span YearMoment::span() const {
    if (kind == Kind::hour) return {hour, hour + 1};
    if (kind == Kind::day) return {hour, hour + 24};
    return kind == Kind::month ? monthSpan(monthOfDay(hour / 24)) : Span{};
}

YearMoment momentOf(std::string_view item) {
    const size_t point = item.find('.');
    if (point == std::string_view::npos) return {};
    const std::string_view kind = item.substr(0, point), rest = item.substr(point + 1);
    int number = -1;
    const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), number);
    if (error != std::errc() || end != rest.data() + rest.size()) return {};
    if (kind == "hour" && number >= 0 && number < hoursAYear)
        return {YearMoment::Kind::hour, number};
    if (kind == "day" && number >= 1 && number <= daysAYear)
        return {YearMoment::Kind::day, 24 * (number - 1)};
    if (kind == "month" && number >= 1 && number <= 12)
        return {YearMoment::Kind::month, monthSpan(number - 1).from};
    return {};
}

std::string hourItem(int hour) { return fmt::format("hour.{}", hour); }
std::string dayItem(int day) { return fmt::format("day.{}", day + 1); }
std::string monthItem(int month) { return fmt::format("month.{}", month + 1); }

HourSpread spreadOf(std::span<const float> hours, Span span) {
    const int to = std::min(span.to, static_cast<int>(hours.size()));
    if (span.from >= to) {
        constexpr double none = std::numeric_limits<double>::quiet_NaN();
        return {none, none, none};
    }
    const auto count = static_cast<size_t>(to - span.from);
    const std::span<const float> part = hours.subspan(static_cast<size_t>(span.from), count);
    const auto [low, high] = std::minmax_element(part.begin(), part.end());
    return {*low, sumOf(hours, span) / static_cast<double>(count), *high};
}

double sumOf(std::span<const float> hours, Span span) {
    double sum = 0;
    for (int i = span.from; i < std::min(span.to, static_cast<int>(hours.size())); ++i)
        sum += static_cast<double>(hours[static_cast<size_t>(i)]);
    return sum;
}

}  // namespace pt
