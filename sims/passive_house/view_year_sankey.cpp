// The heat of a year as bands as wide as their energy: gains on the left, losses on the right.
#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include "engine/core/math.h"
#include "sims/passive_house/view_year_charts.h"
#include "sims/passive_house/view_year_flows.h"

namespace pt {
namespace {

constexpr double houseWidth = 16, nodeWidth = 7;
constexpr double least = 1e-4;  // share of the year's heat below which a flow is left out
constexpr double thinnest = 1;  // points

std::vector<Flow> flowsOf(const HeatBalance& year, bool in) {
    std::vector<Flow> flows;
    const double through = year.throughput();
    for (size_t i = 0; i < balanceParts().size(); ++i) {
        const BalancePart& part = balanceParts()[i];
        const double heat = in ? heatOf(year, part) : -heatOf(year, part);
        if (heat > least * through) flows.push_back({part.key, heat, i});
    }
    return flows;
}

struct Columns {
    double node = 0, house = 0;  // x where the bands begin and end
    double label = 0;            // x of the words
    Align align = Align::left;
};

// From the node to the house as a smooth step, in upright slices that overlap a little.
void drawBand(Board& board, const FlowBand& band, const Columns& columns, int item) {
    constexpr int slices = 28;
    const Style fill = fillOf(balanceParts()[band.flow.part].ink);
    const double extra = std::max(0.0, thinnest - (band.high - band.low)) / 2;
    const auto at = [&](double share, double from, double to) {
        const double ease = share * share * (3 - 2 * share);
        return Vec(columns.node + share * (columns.house - columns.node),
                   from + ease * (to - from));
    };
    const double more = 0.35 * std::copysign(1.0 / slices, 1.0);
    for (int i = 0; i < slices; ++i) {
        const double a = static_cast<double>(i) / slices;
        const double b = std::min(1.0, (i + 1.0) / slices + more);
        board.polygon({at(a, band.low - extra, band.innerLow - extra),
                       at(b, band.low - extra, band.innerLow - extra),
                       at(b, band.high + extra, band.innerHigh + extra),
                       at(a, band.high + extra, band.innerHigh + extra)},
                      fill, item);
    }
}

// Two rows: what, and how much of all.
void drawWords(Board& board, const FlowBand& band, const Columns& columns, double total,
               bool twoRows) {
    const Words& words = board.words();
    const double middle = (band.low + band.high) / 2;
    const double way = columns.align == Align::left ? 1 : -1;
    const Vec from(columns.node + way * (nodeWidth + 1), middle);
    const Vec to(columns.label - way * 3, band.label);
    board.line(from, to, strokeOf(Ink::inkSoft, 1, 0.7));
    const std::string name = yearSay(words, "part." + band.flow.key);
    const std::string value = fmt::format("{} · {}", energyWords(words, band.flow.energy),
                                          percentWords(words, band.flow.energy / total));
    const Vec at(columns.label, band.label);
    if (!twoRows) {
        board
            .text(at, fmt::format("{}  {}", name, energyWords(words, band.flow.energy)),
                  columns.align)
            .priority = 1;
        return;
    }
    board.text(at + Vec(0, 8), name, columns.align).priority = 1;
    board.text(at - Vec(0, 8), value, columns.align, Ink::inkSoft).priority = 1;
}

int itemOf(Board& board, const FlowBand& band, double total, Vec center) {
    const Words& words = board.words();
    return board.item("flow." + band.flow.key, yearSay(words, "part." + band.flow.key),
                      {yearSay(words, "flow.card",
                               {{"energy", energyWords(words, band.flow.energy)},
                                {"share", percentWords(words, band.flow.energy / total)}})},
                      center);
}

void drawSide(Board& board, const FlowSide& side, const Columns& columns, bool twoRows) {
    for (const FlowBand& band : side.bands) {
        const double way = columns.align == Align::left ? 1 : -1;
        const int item =
            itemOf(board, band, side.total, {columns.node, (band.low + band.high) / 2});
        drawBand(board, band, columns, item);
        const Style fill = fillOf(balanceParts()[band.flow.part].ink);
        board.rect({{std::min(columns.node, columns.node + way * nodeWidth), band.low},
                    {std::max(columns.node, columns.node + way * nodeWidth), band.high}},
                   fill, item);
        if (board.marked("flow." + band.flow.key))
            board.line({columns.node + way * nodeWidth, band.low - 2},
                       {columns.node + way * nodeWidth, band.high + 2}, strokeOf(Ink::ink, 3));
        drawWords(board, band, columns, side.total, twoRows);
    }
}

}  // namespace

void drawSankey(Board& board, const Box& box, const YearSheet& sheet) {
    const HeatBalance& year = sheet.result->year;
    const Words& words = board.words();
    const Box field = drawTitle(board, box, yearSay(words, "sankey"));
    const std::vector<Flow> in = flowsOf(year, true), out = flowsOf(year, false);
    const double scale = flowScale(in, out, field.height());
    if (scale <= 0) {
        board.text(field.middle(), yearSay(words, "sankey.none"), Align::center);
        return;
    }
    // Words of two rows while they fit the height of the losses, the longer side.
    const double rows = static_cast<double>(std::max(in.size(), out.size()));
    const bool twoRows = field.height() >= 34 * rows || field.width() < 460;
    const double room = std::min(twoRows ? 118.0 : 190.0, 0.34 * field.width());
    const double apart = twoRows ? 34 : 18;
    const double middle = field.middle().x;
    const Columns left{field.low.x + room + 16, middle - houseWidth / 2, field.low.x + room,
                       Align::right};
    const Columns right{field.high.x - room - 16, middle + houseWidth / 2, field.high.x - room,
                        Align::left};
    const FlowSide gains = layOutFlows(in, field.low.y, field.high.y, scale, apart);
    const FlowSide losses = layOutFlows(out, field.low.y, field.high.y, scale, apart);
    drawSide(board, gains, left, twoRows);
    drawSide(board, losses, right, twoRows);
    const double low = std::min(gains.houseLow, losses.houseLow);
    const double high = std::max(gains.houseHigh, losses.houseHigh);
    board.rect({{middle - houseWidth / 2, low}, {middle + houseWidth / 2, high}}, fillOf(Ink::ink));
    Shape& total = board.text({middle, high + 12}, energyWords(words, gains.total), Align::center);
    total.bold = true;
    total.priority = 2;
}

}  // namespace pt
