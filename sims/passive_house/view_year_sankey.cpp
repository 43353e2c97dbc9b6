// The heat of a year as bands as wide as their energy: gains on the left, losses on the right.
#include <algorithm>
#include <cmath>
#include <utility>

#include "engine/core/math.h"
#include "sims/passive_house/view_year_charts.h"
#include "sims/passive_house/view_year_flows.h"

namespace pt {
namespace {

constexpr double houseWidth = 16, nodeWidth = 7;
constexpr double least = 1e-4;      // share of the year's heat below which a flow is left out
constexpr double thinnest = 1;      // points
constexpr double totalHeight = 22;  // points above the house, for what goes through it

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
    constexpr double more = 0.35 / slices;
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

// What, and how much: beside it, or below it, also as a share of all.
enum class FlowStyle : uint8_t { oneRow, twoRows, shares };
struct FlowWords {
    std::string name, value;
};
FlowWords wordsOf(const Words& words, const FlowBand& band, double total, FlowStyle look) {
    const double energy = band.flow.energy;
    FlowWords made{yearSay(words, "part." + band.flow.key), energyWords(words, energy)};
    if (look == FlowStyle::shares) made.value += " · " + percentWords(words, energy / total);
    if (look == FlowStyle::oneRow) made.name += "  " + std::exchange(made.value, "");
    return made;
}

double roomFor(const Words& words, const FlowSide& side, FlowStyle look) {
    double width = 0;
    for (const FlowBand& band : side.bands) {
        const FlowWords made = wordsOf(words, band, side.total, look);
        width = std::max({width, widthOf(made.name), widthOf(made.value)});
    }
    return width;
}

void drawWords(Board& board, const FlowBand& band, const Columns& columns, double total,
               FlowStyle look) {
    const double way = columns.align == Align::left ? 1 : -1;
    board.line({columns.node + way * (nodeWidth + 1), (band.low + band.high) / 2},
               {columns.label - way * 3, band.label}, strokeOf(Ink::inkSoft, 1, 0.7));
    const FlowWords made = wordsOf(board.words(), band, total, look);
    const Vec at(columns.label, band.label), up(0, look == FlowStyle::oneRow ? 0 : 9);
    board.text(at + up, made.name, columns.align).priority = 1;
    if (look != FlowStyle::oneRow)
        board.text(at - up, made.value, columns.align, Ink::inkSoft).priority = 1;
}

int itemOf(Board& board, const FlowBand& band, double total, Vec center) {
    const Words& words = board.words();
    return board.item("flow." + band.flow.key, yearSay(words, "part." + band.flow.key),
                      {yearSay(words, "flow.card",
                               {{"energy", energyWords(words, band.flow.energy)},
                                {"share", percentWords(words, band.flow.energy / total)}})},
                      center);
}

void drawSide(Board& board, const FlowSide& side, const Columns& columns, FlowStyle look) {
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
        drawWords(board, band, columns, side.total, look);
    }
}

}  // namespace

void drawSankey(Board& board, const BoardBox& box, const YearSheet& sheet) {
    const HeatBalance& year = sheet.result->year;
    const Words& words = board.words();
    const BoardBox field = drawTitle(board, box, "sankey");
    const std::vector<Flow> in = flowsOf(year, true), out = flowsOf(year, false);
    const double scale = flowScale(in, out, field.height() - totalHeight);
    if (scale <= 0) {
        board.text(field.middle(), yearSay(words, "sankey.none"), Align::center);
        return;
    }
    const double rows = static_cast<double>(std::max(in.size(), out.size()));
    const FlowStyle look = field.width() < 420           ? FlowStyle::twoRows
                           : field.height() >= 37 * rows ? FlowStyle::shares
                                                         : FlowStyle::oneRow;
    const double apart = look == FlowStyle::oneRow ? 18 : 37, top = field.high.y - totalHeight;
    const FlowSide gains = layOutFlows(in, field.low.y, top, scale, apart);
    const FlowSide losses = layOutFlows(out, field.low.y, top, scale, apart);
    const double lead = 16, most = 0.38 * field.width();
    const double leftRoom = std::min(roomFor(words, gains, look), most);
    const double rightRoom = std::min(roomFor(words, losses, look), most);
    const double middle = field.middle().x + (leftRoom - rightRoom) / 2;
    const Columns left{field.low.x + leftRoom + lead, middle - houseWidth / 2,
                       field.low.x + leftRoom, Align::right};
    const Columns right{field.high.x - rightRoom - lead, middle + houseWidth / 2,
                        field.high.x - rightRoom, Align::left};
    drawSide(board, gains, left, look);
    drawSide(board, losses, right, look);
    const double low = std::min(gains.houseLow, losses.houseLow);
    const double high = std::max(gains.houseHigh, losses.houseHigh);
    board.rect({{middle - houseWidth / 2, low}, {middle + houseWidth / 2, high}}, fillOf(Ink::ink));
    Shape& total =
        board.text({middle, field.high.y - 10}, energyWords(words, gains.total), Align::center);
    total.bold = true;
    total.priority = 2;
}

}  // namespace pt
