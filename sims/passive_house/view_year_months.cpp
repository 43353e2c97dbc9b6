// The heat balance of each month: what came in above the line, what went out below it.
#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <functional>

#include "engine/units/unit.h"
#include "sims/passive_house/view_year_charts.h"

namespace pt {

std::span<const BalancePart> balanceParts() {
    static constexpr std::array<BalancePart, 14> parts{{
        {"solar", &HeatBalance::solar, Ink::sun, false},
        {"gains", &HeatBalance::gains, Ink::series4, false},
        {"heating", &HeatBalance::heating, Ink::series2, false},
        {"ventilation", &HeatBalance::ventilation, Ink::series3, false},
        {"windows", &HeatBalance::windows, Ink::series6, true},
        {"walls", &HeatBalance::walls, Ink::series1, false},
        {"roof", &HeatBalance::roof, Ink::series7, true},
        {"floor", &HeatBalance::floor, Ink::series5, true},
        {"infiltration", &HeatBalance::infiltration, Ink::series3, true},
        {"bridges", &HeatBalance::bridges, Ink::series2, true},
        {"airing", &HeatBalance::airing, Ink::series6, false},
        {"sunspace", &HeatBalance::sunspace, Ink::series4, true},
        {"cooling", &HeatBalance::cooling, Ink::series1, true},
        {"stored", &HeatBalance::stored, Ink::inkSoft, true},
    }};
    return parts;
}

double heatOf(const HeatBalance& balance, const BalancePart& part) {
    const double heat = balance.*part.heat;
    return part.heat == &HeatBalance::stored ? -heat : heat;
}

Style styleOf(const BalancePart& part) {
    Style style = part.hatch ? hatchOf(part.ink) : fillOf(part.ink);
    style.width = part.hatch ? 1 : 0;
    return style;
}

namespace {

constexpr double least = 1e-6;  // share of the throughput below which a part is left out

bool counts(const HeatBalance& balance, const BalancePart& part) {
    return std::fabs(heatOf(balance, part)) > least * balance.throughput();
}

struct Heap {
    double up = 0, down = 0;  // J
};
Heap heapOf(const HeatBalance& balance) {
    Heap heap;
    for (const BalancePart& part : balanceParts()) {
        const double heat = heatOf(balance, part);
        (heat > 0 ? heap.up : heap.down) += heat;
    }
    return heap;
}

Axes axesOf(const BoardBox& field, const YearResult& year) {
    double up = 1, down = 0;
    for (const HeatBalance& month : year.months) {
        const Heap heap = heapOf(month);
        up = std::max(up, unit("kWh").fromSi(heap.up));
        down = std::min(down, unit("kWh").fromSi(heap.down));
    }
    return {field, 0, 12, 1.06 * down, 1.06 * up};
}

void drawMonth(Board& board, const Axes& axes, const HeatBalance& balance, int month, int item) {
    double up = 0, down = 0;
    for (const BalancePart& part : balanceParts()) {
        if (!counts(balance, part)) continue;
        const double heat = unit("kWh").fromSi(heatOf(balance, part));
        double& from = heat > 0 ? up : down;
        const Vec a = axes.at(month + 0.14, std::min(from, from + heat));
        const Vec b = axes.at(month + 0.86, std::max(from, from + heat));
        from += heat;
        if (b.y - a.y > 0.3) board.rect({a, b}, styleOf(part), item);
    }
}

// J over the year, whichever way it flows; 0 for a part that no month shows.
double turnoverOf(const YearResult& year, const BalancePart& part) {
    double sum = 0;
    for (const HeatBalance& month : year.months)
        if (counts(month, part)) sum += std::fabs(heatOf(month, part));
    return sum;
}

// The `most` parts through which most heat flows, in the order of the heaps.
std::vector<Sample> legendOf(const Words& words, const YearResult& year, size_t most) {
    std::vector<double> turnovers;
    for (const BalancePart& part : balanceParts()) turnovers.push_back(turnoverOf(year, part));
    std::vector<double> ranked = turnovers;
    std::sort(ranked.begin(), ranked.end(), std::greater<>());
    const double leftOut = most < ranked.size() ? ranked[most] : 0;
    std::vector<Sample> samples;
    for (size_t i = 0; i < turnovers.size(); ++i) {
        const BalancePart& part = balanceParts()[i];
        if (turnovers[i] > leftOut)
            samples.push_back({yearSay(words, fmt::format("part.{}", part.key)), styleOf(part)});
    }
    return samples;
}

// As many as stand beside each other.
std::vector<Sample> shortLegendOf(const Words& words, const YearResult& year, double width) {
    std::vector<Sample> samples;
    for (size_t most = balanceParts().size(); most > 0; --most) {
        samples = legendOf(words, year, most);
        if (legendHeight(samples, width) <= legendRoom) break;
    }
    return samples;
}

// How well the sums close, as a share of what came in.
std::string residualOf(const Words& words, const YearResult& year, double room) {
    const double through = year.year.throughput();
    const double share = through > 0 ? std::fabs(year.year.residual()) / through : 0;
    return yearFit(words, share < 1e-4 ? "months.closes" : "months.residual", room,
                   {{"share", percentWords(words, share)}});
}

}  // namespace

void drawMonths(Board& board, const BoardBox& box, const YearSheet& sheet) {
    const YearResult& year = *sheet.result;
    drawTitle(board, box, "months");
    std::vector<Sample> legend = legendOf(board.words(), year, balanceParts().size());
    const double under = legendHeight(legend, box.width());
    const std::string closes = residualOf(board.words(), year, box.width());
    BoardBox field = monthsField(box);
    // The whole legend is there only when half the height remains; a small chart names the largest
    // parts and its cards tell the rest.
    const bool told = field.height() - under - 20 > 0.45 * box.height();
    if (!told) legend = shortLegendOf(board.words(), year, box.width());
    field.low.y += told ? under + 20 : legendRoom;
    const Axes axes = axesOf(field, year);
    drawLevels(board, axes, "kWh");
    for (int month = 0; month < 12; ++month) {
        const double left = axes.at(month, 0).x, right = axes.at(month + 1, 0).x;
        const Vec center = {(left + right) / 2, axes.at(0, 0).y};
        const int item = monthItemOn(board, sheet, month, center);
        if (board.marked(monthItem(month)))
            board.rect({{left, field.low.y}, {right, field.high.y}}, fillOf(Ink::accent, 0.15),
                       item);
        drawMonth(board, axes, year.months[static_cast<size_t>(month)], month, item);
        board
            .text({center.x, field.low.y - 11}, monthLabel(board.words(), month, right - left),
                  Align::center, Ink::inkSoft)
            .priority = 2;
    }
    const double rows = told ? under + 20 : legendRoom;
    drawLegend(board, legend, {box.low.x, box.low.y + rows}, box.width());
    if (!told) return;
    board.text({box.low.x, box.low.y + 8}, closes, Align::left, Ink::inkSoft);
}

}  // namespace pt
