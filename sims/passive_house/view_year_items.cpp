// What is said of an hour, a day or a month of the year.
#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include "engine/units/unit.h"
#include "sims/passive_house/view_year_charts.h"

namespace pt {
namespace {

constexpr double wattHour = 3600;  // J

std::string said(const Words& words, std::string_view key, std::string value) {
    return yearSay(words, key, {{"value", std::move(value)}});
}

std::string band(const Words& words, std::string_view key, const HourSpread& spread) {
    return yearSay(words, key,
                   {{"low", temperatureWords(words, spread.low)},
                    {"mean", temperatureWords(words, spread.mean)},
                    {"high", temperatureWords(words, spread.high)}});
}

std::vector<std::string> hourLines(const Words& words, const YearResult& year, int hour) {
    const auto at = static_cast<size_t>(hour);
    const auto watts = [&](float value) {
        return words.quantity(static_cast<double>(value), unit("W"));
    };
    return {
        said(words, "card.air", temperatureWords(words, static_cast<double>(year.air[at]))),
        said(words, "card.outdoors",
             temperatureWords(words, static_cast<double>(year.outdoors[at]))),
        said(words, "card.heating", watts(year.heating[at])),
        said(words, "card.cooling", watts(year.cooling[at])),
        said(words, "card.solar", watts(year.solar[at])),
        said(words, "card.sun", words.quantity(static_cast<double>(year.sun[at]), unit("W/m2")))};
}

std::vector<std::string> dayLines(const Words& words, const YearResult& year, Span span) {
    return {band(words, "card.air_band", spreadOf(year.air, span)),
            band(words, "card.outdoors_band", spreadOf(year.outdoors, span)),
            said(words, "card.heating", energyWords(words, wattHour * sumOf(year.heating, span))),
            said(words, "card.solar", energyWords(words, wattHour * sumOf(year.solar, span)))};
}

// The largest parts, then what they come to.
std::vector<std::string> monthLines(const Words& words, const HeatBalance& balance) {
    constexpr size_t most = 7;
    std::vector<const BalancePart*> parts;
    for (const BalancePart& part : balanceParts())
        if (std::fabs(heatOf(balance, part)) > 0) parts.push_back(&part);
    std::stable_sort(parts.begin(), parts.end(), [&](const BalancePart* a, const BalancePart* b) {
        return std::fabs(heatOf(balance, *a)) > std::fabs(heatOf(balance, *b));
    });
    if (parts.size() > most) parts.resize(most);
    std::vector<std::string> lines;
    for (const BalancePart* part : parts)
        lines.push_back(yearSay(words, "card.part",
                                {{"part", yearSay(words, fmt::format("part.{}", part->key))},
                                 {"value", energyWords(words, heatOf(balance, *part))}}));
    lines.push_back(said(words, "card.total", energyWords(words, balance.throughput())));
    return lines;
}

}  // namespace

int hourItemOn(Board& board, const YearSheet& sheet, int hour, Vec center) {
    const Words& words = board.words();
    return board.item(hourItem(hour), hourName(words, hour), hourLines(words, *sheet.result, hour),
                      center);
}

int dayItemOn(Board& board, const YearSheet& sheet, int day, Vec center) {
    const Words& words = board.words();
    return board.item(dayItem(day), dateName(words, day),
                      dayLines(words, *sheet.result, {24 * day, 24 * (day + 1)}), center);
}

int monthItemOn(Board& board, const YearSheet& sheet, int month, Vec center) {
    const Words& words = board.words();
    return board.item(monthItem(month), monthName(words, month),
                      monthLines(words, sheet.result->months[static_cast<size_t>(month)]), center);
}

void momentItemOn(Board& board, const YearSheet& sheet, const std::string& id, Vec center) {
    const YearMoment moment = momentOf(id);
    switch (moment.kind) {
    case YearMoment::Kind::hour: hourItemOn(board, sheet, moment.hour, center); break;
    case YearMoment::Kind::day: dayItemOn(board, sheet, moment.day(), center); break;
    case YearMoment::Kind::month:
        monthItemOn(board, sheet, monthOfDay(moment.day()), center);
        break;
    case YearMoment::Kind::none: break;
    }
}

}  // namespace pt
