#include "sims/cardboard_house/view_box.h"

#include <algorithm>
#include <cmath>

#include "engine/core/math.h"
#include "engine/units/unit.h"

namespace pt {
namespace {

constexpr double cork = 0.02;     // m
constexpr double between = 0.34;  // m from box to box: room for arrows and words
constexpr double zero = 273.15;
constexpr double leastFlow = 0.05;  // W: less has no arrow

std::string say(const Words& words, const std::string& key, const Args& args = {}) {
    return words("cardboard_house.view." + key, args);
}

Style filled(Ink ink, double alpha = 1) {
    Style style;
    style.fill = ink;
    style.fillAlpha = alpha;
    style.width = 0;
    return style;
}

Style warm(double kelvin, double room) {
    Style style;
    style.width = 0;
    style.fillAlpha = 1;
    style.magnitude = warmth(kelvin, room);
    style.palette = Palette::temperature;
    return style;
}

Style stroke(Ink ink, double width) {
    Style style;
    style.stroke = ink;
    style.width = width;
    return style;
}

// Each layer of the wall with its own temperature, from outside to inside.
void drawWarmth(Scene& scene, const CardboardHouse& model, const BoxFrame& frame, int item) {
    const std::vector<double>& cells = model.heat(frame.box).cells();
    const double lining = frame.lining, board = frame.wall - lining;
    const size_t inLining = lining > 0 ? cells.size() - 4 : 0;
    double depth = 0;
    for (size_t i = cells.size() - 1; i > 0; --i) {
        const Vec in(depth, depth);
        scene.rect(frame.low + in, frame.high - in, warm(cells[i], model.room()), item);
        const bool ofBoard = cells.size() - i <= 3;
        depth += ofBoard ? board / 3 : lining / static_cast<double>(std::max<size_t>(1, inLining));
    }
    scene.rect(frame.inLow, frame.inHigh, warm(cells[0], model.room()), item);
}

void drawMaterials(Scene& scene, const CardboardHouse& model, const BoxFrame& frame, int item) {
    scene.rect(frame.low, frame.high, filled(Ink::wood), item);
    const Vec board(frame.wall - frame.lining, frame.wall - frame.lining);
    if (frame.lining > 0) {
        const bool wool = model.design(frame.box).insulation == Insulation::wool;
        Style style = filled(wool ? Ink::insulation : Ink::snow);
        style.hatch = wool;
        style.stroke = Ink::inkSoft;
        style.width = 0.5;
        scene.rect(frame.low + board, frame.high - board, style, item);
    }
    scene.rect(frame.inLow, frame.inHigh, filled(Ink::sheet), item);
    scene.rect(frame.inLow, frame.inHigh,
               filled(Ink::sun, model.ready() && model.lampOn() ? 0.18 : 0), item);
}

void outline(Scene& scene, Vec low, Vec high, const Style& style) {
    scene.polyline({low, {high.x, low.y}, high, {low.x, high.y}, low}, style);
}

void drawEdges(Scene& scene, const CardboardHouse& model, const BoxFrame& frame, bool chosen) {
    const double board = frame.wall - frame.lining;
    outline(scene, frame.low, frame.high,
            stroke(chosen ? Ink::accent : Ink::spaghettiEdge, chosen ? 3 : 2));
    Style thin = stroke(Ink::spaghettiEdge, 1);
    if (frame.lining > 0) {
        outline(scene, frame.low + Vec(board, board), frame.high - Vec(board, board), thin);
        thin.dash = Dash::dashed;
    }
    outline(scene, frame.inLow, frame.inHigh, thin);
    const Foil foil = model.design(frame.box).foil;
    Style shine = stroke(Ink::glass, 3);
    if (foil == Foil::inside) outline(scene, frame.inLow, frame.inHigh, shine);
    if (foil == Foil::outside) outline(scene, frame.low, frame.high, shine);
}

void drawHole(Scene& scene, const CardboardHouse& model, const BoxFrame& frame) {
    const Hole hole = model.design(frame.box).hole;
    if (hole == Hole::none) return;
    const double inner = frame.holeX - frame.side * frame.wall;
    const Vec low(std::min(frame.holeX, inner), frame.holeLow);
    const Vec high(std::max(frame.holeX, inner), frame.holeHigh);
    const double margin = 0.0015;
    scene.rect(low - Vec(margin, 0), high + Vec(margin, 0), filled(Ink::paper));
    Style edge = stroke(Ink::spaghettiEdge, 1.5);
    scene.line({low.x, low.y}, {high.x, low.y}, edge);
    scene.line({low.x, high.y}, {high.x, high.y}, edge);
    if (hole == Hole::open) return;
    const bool clear = hole == Hole::film;
    scene.line({frame.holeX, low.y}, {frame.holeX, high.y},
               stroke(clear ? Ink::glass : Ink::wood, clear ? 3 : 7));
}

void drawGaps(Scene& scene, const CardboardHouse& model, const BoxFrame& frame) {
    if (!(model.design(frame.box).gaps > 0)) return;
    const double x =
        (frame.low.x + frame.high.x) / 2 + frame.side * (frame.high.x - frame.low.x) / 3;
    for (const double y : {frame.low.y, frame.high.y}) {
        const double in = y == frame.low.y ? frame.wall : -frame.wall;
        scene.line({x, y}, {x + 0.004, y + in / 2}, stroke(Ink::ink, 2.5));
        scene.line({x + 0.004, y + in / 2}, {x - 0.002, y + in}, stroke(Ink::ink, 2.5));
    }
}

// A bulb on a holder, with its light.
void drawLamp(Scene& scene, const CardboardHouse& model, const BoxFrame& frame, int item) {
    const double room = std::min(frame.inHigh.x - frame.inLow.x, frame.inHigh.y - frame.inLow.y);
    const double r = std::min(0.03, room * 0.13);
    const Vec foot((frame.inLow.x + frame.inHigh.x) / 2, frame.inLow.y);
    const Vec bulb = foot + Vec(0, 2.4 * r);
    const bool on = model.ready() && model.lampOn() && !model.finished() && model.lampPower() > 0;
    if (on)
        for (const double reach : {2.35, 1.9, 1.5})
            scene.circle(bulb, std::min(reach * r, room * 0.48), filled(Ink::sun, 0.16), item);
    scene.rect(foot + Vec(-0.55 * r, 0), foot + Vec(0.55 * r, 0.9 * r), filled(Ink::inkSoft), item);
    scene.rect(foot + Vec(-0.4 * r, 0.9 * r), foot + Vec(0.4 * r, 1.6 * r), filled(Ink::line),
               item);
    Style glass = filled(on ? Ink::sun : Ink::sheet);
    glass.stroke = Ink::ink;
    glass.width = 1.5;
    scene.circle(bulb, r, glass, item);
    const Style wire = stroke(on ? Ink::compression : Ink::inkSoft, 1.5);
    scene.polyline({bulb + Vec(-0.35 * r, -0.5 * r), bulb + Vec(-0.2 * r, 0.25 * r), bulb,
                    bulb + Vec(0.2 * r, 0.25 * r), bulb + Vec(0.35 * r, -0.5 * r)},
                   wire, item);
    if (!on) return;
    for (int i = 0; i < 8; ++i) {
        const double angle = math::pi * (i + 0.5) / 4;
        const Vec way(math::cos(angle), math::sin(angle));
        scene.line(bulb + way * (1.3 * r), bulb + way * (1.75 * r), stroke(Ink::sun, 2.5), item);
    }
}

// Hangs through the lid: the stem fills with the temperature.
void drawThermometer(Scene& scene, const CardboardHouse& model, const BoxFrame& frame, int item) {
    const double inside = frame.inHigh.y - frame.inLow.y;
    const double x =
        frame.inLow.x + (frame.inHigh.x - frame.inLow.x) * (frame.side < 0 ? 0.8 : 0.2);
    const Vec bulb(x, frame.inLow.y + 0.42 * inside), top(x, frame.high.y + 0.05);
    const double share = std::clamp((model.reading(frame.box) - zero) / 80, 0.02, 1.0);
    Style tube = stroke(Ink::ink, 1);
    tube.fill = Ink::sheet;
    tube.fillAlpha = 1;
    scene.bar(bulb, top, 0.010, tube, item);
    scene.bar(bulb, bulb + (top - bulb) * share, 0.005, filled(Ink::error), item);
    Style ball = filled(Ink::error);
    ball.stroke = Ink::ink;
    ball.width = 1;
    scene.circle(bulb, 0.009, ball, item);
    Shape& text = scene.text(top + Vec(0, 0.012),
                             scene.words().quantity(model.reading(frame.box), unit("°C")), 18);
    text.bold = true;
    text.plate = true;
    text.priority = 3;
    text.offset = {0, 6};
}

// An arrow as wide as its watts are many, with the number.
void drawFlow(Scene& scene, Vec tail, Vec way, double watts) {
    if (!(std::fabs(watts) > leastFlow)) return;
    Style style = stroke(watts > 0 ? Ink::compression : Ink::tension,
                         2 + 8 * std::min(1.0, std::fabs(watts) / 40));
    const Vec head = tail + way * 0.055;
    Shape& arrow = watts > 0 ? scene.arrow(tail, head, style) : scene.arrow(head, tail, style);
    arrow.size = 9 + style.width;
    Shape& text = scene.text(tail + way * 0.075, scene.words().quantity(watts, unit("W")), 13);
    text.priority = 1;
    text.offset = {way.x * 12, way.y * 4};
}

void drawFlows(Scene& scene, const CardboardHouse& model, const BoxFrame& frame) {
    const BoxFlows& flows = model.heat(frame.box).flows();
    const double lift = frame.low.y + 0.25 * (frame.high.y - frame.low.y);
    const double middle = (frame.low.x + frame.high.x) / 2;
    const double inner = frame.side < 0 ? frame.high.x : frame.low.x;
    drawFlow(scene, {inner - frame.side * 0.012, lift}, {-frame.side, 0}, flows.walls);
    drawFlow(scene, {frame.holeX + frame.side * 0.012, (frame.holeLow + frame.holeHigh) / 2},
             {frame.side, 0}, flows.hole + flows.light);
    drawFlow(scene, {middle + frame.side * (frame.high.x - frame.low.x) / 3, frame.high.y + 0.012},
             {0, 1}, flows.gaps);
}

int boxItem(Scene& scene, const CardboardHouse& model, const BoxFrame& frame) {
    const Words& words = scene.words();
    const BoxFlows& flows = model.heat(frame.box).flows();
    const std::string end = frame.box == 0 ? "_a" : "_b";
    const auto line = [&](const std::string& key, double si, const char* symbol) {
        return words("cardboard_house." + key + end) + ": " + words.quantity(si, unit(symbol));
    };
    Item item;
    item.id = frame.id();
    item.name = say(words, "box", {{"box", frame.letter()}});
    item.center = (frame.low + frame.high) / 2.0;
    item.lines = {line("temperature", model.reading(frame.box), "°C"),
                  line("wall_flow", flows.walls, "W")};
    if (frame.holeHigh > frame.holeLow)
        item.lines.push_back(line("hole_flow", flows.hole + flows.light, "W"));
    if (model.design(frame.box).gaps > 0) item.lines.push_back(line("gap_flow", flows.gaps, "W"));
    return scene.item(std::move(item));
}

}  // namespace

double warmth(double kelvin, double room) {
    return std::clamp(0.5 + (kelvin - room) / (2 * warmest), 0.0, 1.0);
}

BoxFrame::BoxFrame(const CardboardHouse& model, int theBox)
    : box(theBox), side(theBox == 0 ? -1 : 1) {
    const BoxDesign& design = model.design(box);
    const double inner = side * between / 2, outer = inner + side * design.width;
    low = {std::min(inner, outer), cork};
    high = {std::max(inner, outer), cork + design.height};
    // A lining that does not fit is drawn as far as it goes.
    const double most = 0.45 * std::min(design.width, design.height);
    lining = std::min(liningOf(design), most - design.cardboard);
    wall = lining + design.cardboard;
    inLow = low + Vec(wall, wall);
    inHigh = high - Vec(wall, wall);
    holeX = outer;
    const double middle = (inLow.y + inHigh.y) / 2;
    const double half =
        design.hole == Hole::none ? 0 : std::min(design.holeHeight, inHigh.y - inLow.y) / 2;
    holeLow = middle - half;
    holeHigh = middle + half;
}

StageFrame stageFrame(const CardboardHouse& model) {
    const BoxFrame a(model, 0), b(model, 1);
    return {{a.low.x - 0.14, -0.07}, {b.high.x + 0.14, std::max(a.high.y, b.high.y) + 0.13}};
}

void drawBox(Scene& scene, const CardboardHouse& model, const BoxFrame& frame,
             const ViewState& state) {
    const int item = boxItem(scene, model, frame);
    for (const double x : {frame.low.x + 0.03, frame.high.x - 0.03})
        scene.rect({x - 0.012, 0}, {x + 0.012, frame.low.y}, filled(Ink::spaghetti), item);
    if (state.option("colours", "temperature") == "temperature" && model.ready())
        drawWarmth(scene, model, frame, item);
    else
        drawMaterials(scene, model, frame, item);
    drawEdges(scene, model, frame, state.isSelected(frame.id()));
    drawHole(scene, model, frame);
    drawGaps(scene, model, frame);
    drawLamp(scene, model, frame, item);
    drawThermometer(scene, model, frame, item);
    if (model.ready()) drawFlows(scene, model, frame);
    Shape& name = scene.text({(frame.low.x + frame.high.x) / 2, -0.03},
                             say(scene.words(), "box", {{"box", frame.letter()}}), 18);
    name.bold = true;
}

}  // namespace pt
