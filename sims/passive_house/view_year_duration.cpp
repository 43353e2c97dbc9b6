// The load-duration curve: the heating power of all hours from the highest to the lowest.
#include <algorithm>
#include <cmath>

#include "engine/units/unit.h"
#include "engine/view/plot.h"
#include "sims/passive_house/view_year_charts.h"

namespace pt {
namespace {

constexpr double passiveLoad = 10;  // W/m², Passive House Institute

// Hours in the order of their power, the highest first.
std::vector<int> ranking(std::span<const float> power) {
    std::vector<int> order(power.size());
    for (size_t i = 0; i < order.size(); ++i) order[i] = static_cast<int>(i);
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
        return power[static_cast<size_t>(a)] > power[static_cast<size_t>(b)];
    });
    return order;
}

void drawCurve(Board& board, const Axes& axes, const std::vector<double>& load) {
    constexpr double leastStroke = 3;  // points
    const double hours = std::ceil(leastStroke * hoursAYear / axes.box.width());
    const auto step = static_cast<size_t>(std::max(1.0, hours));
    std::vector<Vec> points;
    for (size_t i = 0; i < load.size(); i += step)
        points.push_back(axes.at(static_cast<double>(i), load[i]));
    const double foot = axes.at(0, 0).y;
    for (size_t i = 0; i + 1 < points.size(); ++i)
        board.polygon({{points[i].x, foot}, {points[i + 1].x, foot}, points[i + 1], points[i]},
                      fillOf(Ink::series2, 0.3));
    board.polyline(points, strokeOf(Ink::series2, 2));
}

void drawHourTicks(Board& board, const Axes& axes) {
    const int wanted = std::max(2, static_cast<int>(axes.box.width() / 90));
    for (const double tick : ticks(axes.x0, axes.x1, wanted)) {
        if (tick > axes.x1) continue;
        const Vec foot = axes.at(tick, axes.y0);
        board.line(foot, foot - Vec(0, 5), strokeOf(Ink::inkSoft));
        board.text(foot - Vec(0, 12), whole(board.words(), tick), Align::center, Ink::inkSoft)
            .priority = 2;
    }
    board.text({axes.box.high.x, axes.box.low.y - 30}, yearSay(board.words(), "duration.hours"),
               Align::right, Ink::inkSoft);
}

void drawPeak(Board& board, const Axes& axes, const YearSheet& sheet, int hour, double load) {
    const Words& words = board.words();
    const Vec at = axes.at(0, load);
    const int item = hourItemOn(board, sheet, hour, at);
    const bool marked = board.marked(hourItem(hour));
    board.circle(at, marked ? 7 : 5, fillOf(Ink::series2), item);
    const std::string power = words.quantity(
        static_cast<double>(sheet.result->heating[static_cast<size_t>(hour)]), unit("kW"));
    Shape& text = board.text(at + Vec(12, 4), yearFit(words, "duration.peak", axes.box.width() - 20,
                                                      {{"power", power},
                                                       {"load", brief(words, load)},
                                                       {"date", dateName(words, hour / 24)}},
                                                      14));
    text.bold = true;
    text.priority = 4;
}

void drawLimit(Board& board, const Axes& axes, const std::vector<double>& load, double dayLoad) {
    const Words& words = board.words();
    const Vec left = axes.at(0, passiveLoad), right = axes.at(axes.x1, passiveLoad);
    board.line(left, right, strokeOf(Ink::accent, 2, 1, Dash::dashed));
    const auto above =
        std::count_if(load.begin(), load.end(), [](double value) { return value > passiveLoad; });
    board
        .text(right + Vec(-2, 11),
              yearFit(words, above > 0 ? "duration.above" : "duration.below", axes.box.width(),
                      {{"hours", whole(words, static_cast<double>(above))}}),
              Align::right, Ink::accent)
        .priority = 3;
    board
        .text(right - Vec(2, 12),
              yearFit(words, "duration.day", axes.box.width(), {{"load", brief(words, dayLoad)}}),
              Align::right, Ink::inkSoft)
        .priority = 1;
}

}  // namespace

void drawDuration(Board& board, const BoardBox& box, const YearSheet& sheet) {
    const YearResult& year = *sheet.result;
    drawTitle(board, box, "duration");
    const std::vector<int> order = ranking(year.heating);
    std::vector<double> load;
    for (const int hour : order)
        load.push_back(static_cast<double>(year.heating[static_cast<size_t>(hour)]) /
                       year.floorArea);
    const double peak = load.empty() ? 0 : load.front();
    const Axes axes{box.inset(44, 44, 8, titleHeight + 24), 0, hoursAYear, 0,
                    1.1 * std::max(peak, 1.25 * passiveLoad)};
    drawLevels(board, axes, "W/m²");
    drawHourTicks(board, axes);
    drawCurve(board, axes, load);
    drawLimit(board, axes, load, year.heatingLoad / year.floorArea);
    if (peak > 0)
        drawPeak(board, axes, sheet, order.front(), peak);
    else
        board.text(axes.box.middle(), yearSay(board.words(), "duration.none"), Align::center);
}

}  // namespace pt
