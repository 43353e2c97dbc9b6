#include "sims/spaghetti_bridge/exchange_plan.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <glm/geometric.hpp>

#include "engine/core/math.h"
#include "sims/spaghetti_bridge/exchange_cuts.h"

namespace pt {
namespace {

constexpr double millimetres = 1000;  // a metre
constexpr double border = 25;         // mm around the bridge on the large drawing
constexpr double margin = 12;         // mm that a printer may leave white
constexpr double overlap = 10;        // mm that neighbouring sheets share
constexpr int mostSheets = 60;
constexpr double barLength = 100;  // mm

std::string say(const Words& words, std::string_view key, const Args& args = {}) {
    return words(fmt::format("spaghetti_bridge.plan.{}", key), args);
}

// From the model's metres to the drawing's millimetres.
class Placing {
public:
    explicit Placing(const Bridge& bridge) : low_(1e9, 1e9), high_(-1e9, -1e9) {
        for (const BridgeNode& node : bridge.nodes) {
            low_ = glm::min(low_, Vec(node.x, node.y));
            high_ = glm::max(high_, Vec(node.x, node.y));
        }
    }
    Vec at(const BridgeNode& node) const {
        return (Vec(node.x, node.y) - low_) * millimetres + Vec(border, border + room);
    }
    Vec size() const { return (high_ - low_) * millimetres + Vec(2 * border, 2 * border + room); }

private:
    static constexpr double room = 15;  // mm under the bridge, for supports and the bar
    Vec low_, high_;
};

// A bar of 100 mm with a tick each 10 mm.
void drawBar(PaperPage& page, Vec at, const Words& words) {
    page.line(at, at + Vec(barLength, 0), 0.4);
    for (int tick = 0; tick <= 10; ++tick) {
        const Vec foot = at + Vec(10.0 * tick, 0);
        page.line(foot, foot + Vec(0, tick % 5 == 0 ? 3 : 1.8), 0.25);
    }
    page.text(at + Vec(barLength + 3, 0), say(words, "bar"), 3);
}

void drawOutline(PaperPage& page, Vec from, Vec to, double width) {
    const double length = glm::distance(from, to);
    if (length <= 0) return;
    const Vec side = Vec(from.y - to.y, to.x - from.x) / length * (width / 2);
    PaperLine outline;
    outline.points = {from + side, to + side, to - side, from - side};
    outline.closed = true;
    outline.width = 0.2;
    page.lines.push_back(std::move(outline));
    PaperLine axis;
    axis.points = {from, to};
    axis.width = 0.1;
    axis.dash = Dash::dotted;
    page.lines.push_back(std::move(axis));
}

// The name beside the member's middle, along it and never upside down.
void nameMember(PaperPage& page, Vec from, Vec to, double width, std::string name) {
    Vec along = glm::normalize(to - from);
    if (along.x < 0 || (along.x == 0 && along.y < 0)) along = -along;
    const Vec above(-along.y, along.x);
    PaperText text;
    text.at = (from + to) / 2.0 + above * (width / 2 + 1.2);
    text.text = std::move(name);
    text.size = 3.2;
    text.align = Align::center;
    text.angle = std::fabs(along.x) < 1e-9 ? math::pi / 2 : math::atan2(along.y, along.x);
    page.texts.push_back(std::move(text));
}

void drawSupport(PaperPage& page, Vec at, double radius, Support support) {
    const Vec foot = at - Vec(0, radius + 1);
    PaperLine triangle;
    triangle.points = {foot, foot + Vec(-4, -6), foot + Vec(4, -6)};
    triangle.closed = true;
    page.lines.push_back(triangle);
    if (support == Support::roller) page.line(foot + Vec(-5, -7.5), foot + Vec(5, -7.5));
}

void drawJoints(PaperPage& page, const SpaghettiBridge& model, const Placing& placing,
                const std::vector<double>& widest) {
    const Bridge& bridge = model.design();
    for (size_t n = 0; n < bridge.nodes.size(); ++n) {
        const BridgeNode& node = bridge.nodes[n];
        const Vec at = placing.at(node);
        const double radius = std::max(3.0, 0.85 * widest[n]);
        page.circles.push_back({at, radius, 0.3});
        page.line(at - Vec(1, 0), at + Vec(1, 0), 0.15);
        page.line(at - Vec(0, 1), at + Vec(0, 1), 0.15);
        page.text(at + Vec(radius + 0.8, radius * 0.7), node.id, 3.2, Align::left, true);
        if (node.support != Support::none) drawSupport(page, at, radius, node.support);
    }
}

void drawLoads(PaperPage& page, const Bridge& bridge, const Placing& placing, const Words& words) {
    for (const int index : bridge.loads) {
        const Vec at = placing.at(bridge.nodes[static_cast<size_t>(index)]) - Vec(0, 5);
        page.line(at, at - Vec(0, 8), 0.5);
        page.line(at - Vec(0, 8), at - Vec(1.5, 5.5), 0.5);
        page.line(at - Vec(0, 8), at - Vec(-1.5, 5.5), 0.5);
        page.text(at + Vec(2.5, -7), say(words, "load"), 3);
    }
}

// How A4 sheets lie over a large drawing: columns from the left, rows from the top.
struct Tiling {
    Vec sheet = a4Upright;
    int columns = 1, rows = 1;
    Vec window{0, 0};  // mm of the drawing on one sheet

    Tiling(Vec drawing, Vec paper) : sheet(paper), window(paper - Vec(2 * margin, 2 * margin + 6)) {
        const auto count = [](double length, double room) {
            return std::max(1, static_cast<int>(std::ceil((length - overlap) / (room - overlap))));
        };
        columns = count(drawing.x, window.x);
        rows = count(drawing.y, window.y);
    }
    int sheets() const { return columns * rows; }
    Vec low(int column, int row, Vec drawing) const {
        const Vec step = window - Vec(overlap);
        return {column * step.x, drawing.y - row * step.y - window.y};
    }
};

Tiling fewest(Vec drawing) {
    const Tiling upright(drawing, a4Upright), lying(drawing, a4Lying);
    return lying.sheets() < upright.sheets() ? lying : upright;
}

std::string sheetName(int column, int row) {
    return fmt::format("{}{}", static_cast<char>('A' + row), column + 1);
}

// Marks outside the corners of the window: cut along the lines they point at.
void drawCutMarks(PaperPage& page, Vec low, Vec high) {
    for (const double x : {low.x, high.x})
        for (const double y : {low.y, high.y}) {
            const Vec corner(x, y);
            const Vec out(x == low.x ? -1 : 1, y == low.y ? -1 : 1);
            page.line(corner + Vec(out.x * 1.5, 0), corner + Vec(out.x * 6.5, 0), 0.2);
            page.line(corner + Vec(0, out.y * 1.5), corner + Vec(0, out.y * 6.5), 0.2);
        }
}

PaperPage sheetOf(const PaperPage& drawing, const Tiling& tiling, int column, int row,
                  const Words& words) {
    PaperPage page;
    page.size = tiling.sheet;
    const Vec place(margin, margin + 6), end = place + tiling.window;
    const Vec low = tiling.low(column, row, drawing.size);
    paste(page, drawing, low, low + tiling.window, place);
    drawCutMarks(page, place, end);
    if (column > 0)
        page.line({place.x + overlap, place.y}, {place.x + overlap, end.y}, 0.15, Dash::dashed);
    if (row > 0)
        page.line({place.x, end.y - overlap}, {end.x, end.y - overlap}, 0.15, Dash::dashed);
    drawBar(page, {margin + 8, 7}, words);
    page.text({end.x - 8, 7}, say(words, "sheet", {{"sheet", sheetName(column, row)}}), 3.5,
              Align::right, true);
    return page;
}

// The drawing made small, with the sheets that it lies on.
// Its upper left corner at `corner`, within `room`; gives the y of its lower edge.
double drawOverview(PaperPage& page, const PaperPage& drawing, const Tiling& tiling, Vec corner,
                    Vec room) {
    const double scale = std::min(room.x / drawing.size.x, room.y / drawing.size.y);
    const Vec low = corner - Vec(0, drawing.size.y * scale);
    const auto place = [&](Vec point) { return low + point * scale; };
    for (const PaperLine& line : drawing.lines) {
        if (line.closed || line.dash == Dash::dotted) {
            PaperLine small = line;
            for (Vec& point : small.points) point = place(point);
            small.dash = Dash::solid;
            small.width = 0.15;
            page.lines.push_back(std::move(small));
        }
    }
    for (int row = 0; row < tiling.rows; ++row)
        for (int column = 0; column < tiling.columns; ++column) {
            const Vec from = glm::max(tiling.low(column, row, drawing.size), Vec(0));
            const Vec to =
                glm::min(tiling.low(column, row, drawing.size) + tiling.window, drawing.size);
            PaperLine frame;
            frame.points = {place(from), place({to.x, from.y}), place(to), place({from.x, to.y})};
            frame.closed = true;
            frame.width = 0.15;
            frame.gray = 0.6;
            page.lines.push_back(std::move(frame));
            page.text(place({from.x, to.y}) + Vec(1.5, -4.5), sheetName(column, row), 3.5,
                      Align::left, true);
        }
    return low.y;
}

// Text lines from the top down; the rest goes on a next page.
class Column {
public:
    Column(std::vector<PaperPage>& pages, double top) : pages_(pages), y_(top) {}

    void line(const std::string& text, double size = 3.5, bool bold = false) {
        if (y_ < margin + 8) {
            pages_.emplace_back();
            y_ = pages_.back().size.y - margin - 6;
        }
        pages_.back().text({margin + 8, y_}, text, size, Align::left, bold);
        y_ -= size * 1.6;
    }
    void gap() { y_ -= 4; }

private:
    std::vector<PaperPage>& pages_;
    double y_;
};

void writeNotes(Column& column, const SpaghettiBridge& model, const Words& words) {
    const Bridge& bridge = model.design();
    column.line(say(words, "how"));
    column.line(say(words, "glue_sheets"));
    if (model.planes() == 2) column.line(say(words, "twice"));
    for (const auto& [one, other] : crossings(bridge))
        column.line(say(words, "crossing",
                        {{"member", bridge.members[static_cast<size_t>(one)].id},
                         {"other", bridge.members[static_cast<size_t>(other)].id}}));
    column.gap();
    column.line(say(words, "cuts"), 4.5, true);
    for (const std::string& line : cutLines(model, words)) column.line(line, 3.2);
}

}  // namespace

std::vector<std::pair<int, int>> crossings(const Bridge& bridge) {
    const auto at = [&](int node) {
        const BridgeNode& place = bridge.nodes[static_cast<size_t>(node)];
        return Vec(place.x, place.y);
    };
    const auto side = [](Vec from, Vec to, Vec point) {
        return (to.x - from.x) * (point.y - from.y) - (to.y - from.y) * (point.x - from.x);
    };
    std::vector<std::pair<int, int>> pairs;
    for (size_t i = 0; i < bridge.members.size(); ++i)
        for (size_t j = i + 1; j < bridge.members.size(); ++j) {
            const BridgeMember &a = bridge.members[i], &b = bridge.members[j];
            if (a.from == b.from || a.from == b.to || a.to == b.from || a.to == b.to) continue;
            const Vec p = at(a.from), q = at(a.to), r = at(b.from), s = at(b.to);
            if (side(p, q, r) * side(p, q, s) < 0 && side(r, s, p) * side(r, s, q) < 0)
                pairs.push_back({static_cast<int>(i), static_cast<int>(j)});
        }
    return pairs;
}

namespace {

PaperPage drawBridge(const SpaghettiBridge& model, const Words& words) {
    const Bridge& bridge = model.design();
    const Placing placing(bridge);
    PaperPage page;
    page.size = placing.size();
    std::vector<double> widest(bridge.nodes.size(), 0);
    for (size_t i = 0; i < bridge.members.size(); ++i) {
        const BridgeMember& member = bridge.members[i];
        const auto from = static_cast<size_t>(member.from), to = static_cast<size_t>(member.to);
        const double width = model.memberWidth(static_cast<int>(i)) * millimetres;
        widest[from] = std::max(widest[from], width);
        widest[to] = std::max(widest[to], width);
        const Vec start = placing.at(bridge.nodes[from]), end = placing.at(bridge.nodes[to]);
        if (start == end) continue;
        drawOutline(page, start, end, width);
        nameMember(page, start, end, width,
                   fmt::format("{} · {}×", member.id, model.strands(static_cast<int>(i))));
    }
    drawJoints(page, model, placing, widest);
    drawLoads(page, bridge, placing, words);
    return page;
}

}  // namespace

PaperPage drawPlan(const SpaghettiBridge& model, const Words& words) {
    PaperPage page = drawBridge(model, words);
    page.size.x = std::max(page.size.x, barLength + 2 * border + 60);
    drawBar(page, {8, 6}, words);
    return page;
}

Result<std::vector<PaperPage>> planSheets(const SpaghettiBridge& model, const Words& words) {
    const PaperPage drawing = drawBridge(model, words);
    const Tiling tiling = fewest(drawing.size);
    if (tiling.sheets() > mostSheets)
        return Error{
            "bridge.plan_too_large",
            "",
            {{"sheets", std::to_string(tiling.sheets())}, {"max", std::to_string(mostSheets)}}};
    std::vector<PaperPage> pages(1);
    const Vec size = pages[0].size;
    pages[0].text({margin + 8, size.y - margin - 10}, say(words, "title"), 7, Align::left, true);
    pages[0].text({margin + 8, size.y - margin - 17},
                  say(words, "facts",
                      {{"members", std::to_string(model.design().members.size())},
                       {"joints", std::to_string(model.design().nodes.size())},
                       {"mass", words.quantity(model.mass(), unit("g"))}}),
                  3.5);
    const double under = drawOverview(pages[0], drawing, tiling, {margin + 8, size.y - margin - 24},
                                      {size.x - 2 * margin - 16, 90});
    drawBar(pages[0], {margin + 8, 7}, words);
    Column column(pages, under - 12);
    writeNotes(column, model, words);
    for (int row = 0; row < tiling.rows; ++row)
        for (int c = 0; c < tiling.columns; ++c)
            pages.push_back(sheetOf(drawing, tiling, c, row, words));
    return pages;
}

}  // namespace pt
