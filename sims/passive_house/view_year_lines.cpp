// Temperatures over the year: what each day spans, inside and outside; over a month or a week each
// hour.
#include <algorithm>
#include <cmath>
#include <set>

#include "sims/passive_house/view_year_charts.h"

namespace pt {
namespace {

constexpr double comfortLow = 20, comfortHigh = 25;  // °C
constexpr int mostHourly = 24 * 31;

struct LineLook {
    const char* key;
    Ink ink;
    Dash dash;
    std::span<const float> hours;
};

std::vector<LineLook> looksOf(const YearResult& year) {
    std::vector<LineLook> looks{{"outdoors", Ink::series1, Dash::dashed, year.outdoors}};
    if (!year.sunspaceAir.empty())
        looks.push_back({"sunspace", Ink::series3, Dash::dotted, year.sunspaceAir});
    looks.push_back({"air", Ink::series2, Dash::solid, year.air});
    return looks;
}

Axes axesOf(const BoardBox& field, const std::vector<LineLook>& looks, Span span) {
    double low = comfortLow - 5, high = comfortHigh + 3;
    for (const LineLook& look : looks) {
        const HourSpread spread = spreadOf(look.hours, span);
        low = std::min(low, spread.low);
        high = std::max(high, spread.high);
    }
    return {field, static_cast<double>(span.from), static_cast<double>(span.to),
            5 * std::floor(low / 5), 5 * std::ceil(high / 5)};
}

void drawComfort(Board& board, const Axes& axes) {
    const BoardBox band{axes.at(axes.x0, comfortLow), axes.at(axes.x1, comfortHigh)};
    board.rect(band, fillOf(Ink::ok, 0.12));
    for (const double y : {band.low.y, band.high.y})
        board.line({band.low.x, y}, {band.high.x, y}, strokeOf(Ink::ok, 1, 0.7, Dash::dotted));
}

// From the lowest to the highest of each day, or of as many days as make a stroke that can be
// seen, with the mean as a line.
void drawDays(Board& board, const Axes& axes, const LineLook& look, Span span) {
    constexpr double leastStroke = 2.5;  // points
    const double dayWidth = axes.box.width() * 24 / span.hours();
    const int step = 24 * std::max(1, static_cast<int>(std::ceil(leastStroke / dayWidth)));
    std::vector<Vec> means;
    for (int hour = span.from; hour < span.to; hour += step) {
        const int end = std::min(hour + step, span.to);
        const HourSpread days = spreadOf(look.hours, {hour, end});
        board.rect({axes.at(hour, days.low), axes.at(end, days.high)}, fillOf(look.ink, 0.28));
        means.push_back(axes.at((hour + end) / 2.0, days.mean));
    }
    board.polyline(means, strokeOf(look.ink, 2, 1, look.dash));
}

void drawHours(Board& board, const Axes& axes, const LineLook& look, Span span) {
    std::vector<Vec> points;
    for (int hour = span.from; hour < span.to; ++hour)
        points.push_back(
            axes.at(hour + 0.5, static_cast<double>(look.hours[static_cast<size_t>(hour)])));
    board.polyline(points, strokeOf(look.ink, 2, 1, look.dash));
}

// Months below a year, dates below a month or a week.
void drawDates(Board& board, const Axes& axes, Span span) {
    const double y = axes.box.low.y - 11;
    if (span.hours() > mostHourly) {
        for (int month = 0; month < 12; ++month) {
            const Span part = monthSpan(month);
            const Vec from = axes.at(part.from, axes.y0), to = axes.at(part.to, axes.y0);
            board.line(from, from - Vec(0, 5), strokeOf(Ink::inkSoft));
            board
                .text({(from.x + to.x) / 2, y}, monthLabel(board.words(), month, to.x - from.x),
                      Align::center, Ink::inkSoft)
                .priority = 2;
        }
        return;
    }
    const int days = span.hours() / 24;
    const int step = std::max(1, static_cast<int>(std::ceil(days * 26 / axes.box.width())));
    for (int i = 0; i < days; ++i) {
        const int day = span.from / 24 + i;
        const int date = day - monthStarts[static_cast<size_t>(monthOfDay(day))] + 1;
        const Vec foot = axes.at(24 * day, axes.y0);
        board.line(foot, foot - Vec(0, 5), strokeOf(Ink::inkSoft));
        if (i % step == 0)
            board
                .text({axes.at(24 * day + 12, axes.y0).x, y}, std::to_string(date), Align::center,
                      Ink::inkSoft)
                .priority = 2;
    }
}

void drawHeadline(Board& board, const BoardBox& box, Span span) {
    const Words& words = board.words();
    const int first = span.from / 24, last = span.to / 24 - 1;
    if (span.hours() > mostHourly)
        drawTitle(board, box, "lines.year");
    else if (span.hours() > 24 * 7)
        drawTitle(board, box, "lines.month", {{"month", monthName(words, monthOfDay(first))}});
    else
        drawTitle(board, box, "lines.week",
                  {{"from", dateName(words, first)}, {"to", dateName(words, last)}});
}

// Pointed at or chosen: a day of the year, an hour of a week.
void drawChosen(Board& board, const Axes& axes, const YearSheet& sheet, Span span) {
    const int now = hourOf(sheet.moment);
    const auto across = [&](double hour, const Style& style) {
        const double x = axes.at(hour, 0).x;
        board.line({x, axes.box.low.y}, {x, axes.box.high.y}, style);
    };
    if (now >= span.from && now < span.to) across(now + 0.5, strokeOf(Ink::ink, 1));
    std::set<std::string> ids{dayItem(now / 24), board.looking().selected, board.looking().hovered};
    for (const std::string& id : ids) {
        const YearMoment moment = momentOf(id);
        const Span part = moment.span();
        if (moment.kind == YearMoment::Kind::none) continue;
        const bool here = part.from >= span.from && part.to <= span.to;
        const double middle = std::clamp((part.from + part.to) / 2.0, axes.x0, axes.x1);
        momentItemOn(board, sheet, id, {axes.at(middle, 0).x, axes.box.middle().y});
        if (!here || !board.marked(id) || part.hours() >= span.hours()) continue;
        const BoardBox mark{{axes.at(part.from, 0).x, axes.box.low.y},
                            {axes.at(part.to, 0).x, axes.box.high.y}};
        board.rect(mark, fillOf(Ink::accent, 0.18));
        across((part.from + part.to) / 2.0, strokeOf(Ink::accent, 1));
    }
}

}  // namespace

void drawLines(Board& board, const BoardBox& box, const YearSheet& sheet) {
    const Span span = linesSpan(board.looking());
    const std::vector<LineLook> looks = looksOf(*sheet.result);
    drawHeadline(board, box, span);
    const Axes axes = axesOf(linesField(box), looks, span);
    drawComfort(board, axes);
    drawLevels(board, axes, "°C");
    std::vector<Sample> legend;
    for (const LineLook& look : looks) {
        if (span.hours() > mostHourly)
            drawDays(board, axes, look, span);
        else
            drawHours(board, axes, look, span);
        legend.push_back({yearSay(board.words(), std::string("lines.") + look.key),
                          strokeOf(look.ink, 2, 1, look.dash)});
    }
    legend.push_back(
        {yearFit(board.words(), "lines.comfort", box.width() - 200), fillOf(Ink::ok, 0.25)});
    while (legend.size() > 1 && legendHeight(legend, box.width()) > legendRoom) legend.pop_back();
    drawDates(board, axes, span);
    drawChosen(board, axes, sheet, span);
    drawLegend(board, legend, {box.low.x, box.low.y + 20}, box.width());
}

}  // namespace pt
