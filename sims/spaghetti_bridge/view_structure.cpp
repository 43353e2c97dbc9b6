#include "sims/spaghetti_bridge/view_structure.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <glm/geometric.hpp>

namespace pt {
namespace {

constexpr double thinnest_casing = 1, thickest_casing = 6;  // points
constexpr double strained = 0.7, near_failure = 0.9;        // utilisation
constexpr double least_share = 0.005;                       // smaller forces are not drawn

Style lineStyle(Ink ink, double width, double alpha = 1) {
    Style style;
    style.stroke = ink;
    style.width = width;
    style.strokeAlpha = alpha;
    return style;
}

Style fillStyle(Ink ink, double alpha = 1) {
    Style style;
    style.width = 0;
    style.fill = ink;
    style.fillAlpha = alpha;
    return style;
}

Vec across(Vec from, Vec to) {
    const double length = glm::distance(from, to);
    return length > 0 ? Vec(from.y - to.y, to.x - from.x) / length : Vec(0, 1);
}

// A measured length with a tick at both ends.
void drawDimension(Scene& scene, Vec from, Vec to, double tick) {
    const Style style = lineStyle(Ink::inkSoft, 1);
    const Vec side = across(from, to) * tick;
    scene.line(from, to, style);
    scene.line(from - side, from + side, style);
    scene.line(to - side, to + side, style);
}

double casingFor(const BridgeFrame& frame, double axial) {
    return thinnest_casing + (thickest_casing - thinnest_casing) * frame.axialShare(axial);
}

// How a member is set off from the others: a border around it and a text beside it.
struct Emphasis {
    Ink strain = Ink::warning;
    double strainBorder = 0;  // points; the nearer to failure, the heavier
    bool marked = false;
    std::string label;
};

Emphasis emphasisOf(const Words& words, const MemberState& now, const std::string& id,
                    const ViewState& state) {
    Emphasis emphasis;
    emphasis.marked = id == state.selected || id == state.hovered;
    if (id == state.selected) emphasis.label = words.quantity(now.axial, unit("N"));
    if (now.utilisation < strained) return emphasis;
    const bool near = now.utilisation >= near_failure;
    emphasis.strain = near ? Ink::error : Ink::warning;
    emphasis.strainBorder = near ? 3 : 2;
    if (!emphasis.label.empty()) emphasis.label += " · ";
    emphasis.label += percent(words, now.utilisation);
    return emphasis;
}

void drawBorders(Scene& scene, Vec from, Vec to, double width, double casing,
                 const Emphasis& emphasis) {
    const double border = casing + emphasis.strainBorder;
    if (emphasis.marked) scene.bar(from, to, width, fillStyle(Ink::accent)).casing = border + 3;
    if (emphasis.strainBorder > 0)
        scene.bar(from, to, width, fillStyle(emphasis.strain)).casing = border;
    if (emphasis.marked || emphasis.strainBorder > 0)
        scene.bar(from, to, width, fillStyle(Ink::paper)).casing = casing;
}

void drawMemberLabel(Scene& scene, const BridgeFrame& frame, const BridgeMember& member,
                     const MemberState& now, const Emphasis& emphasis) {
    if (emphasis.label.empty()) return;
    Shape& label = scene.text(frame.middle(member), emphasis.label, 13,
                              emphasis.strainBorder > 0 ? emphasis.strain : Ink::ink);
    label.bold = true;
    placeBeside(label, frame, member, 18);
    label.priority =
        emphasis.marked ? 70 : 40 + static_cast<int>(10 * std::min(now.utilisation, 1.0));
}

}  // namespace

Style spaghettiStyle() {
    Style style = lineStyle(Ink::spaghettiEdge, 1);
    style.fill = Ink::spaghetti;
    style.fillAlpha = 1;
    return style;
}

Style glueStyle(bool rigid) {
    Style style = lineStyle(Ink::spaghettiEdge, 1);
    style.fill = rigid ? Ink::spaghettiEdge : Ink::sheet;
    style.fillAlpha = 1;
    return style;
}

Style forceStyle(double axial) {
    const Ink ink = axial > 0 ? Ink::tension : Ink::compression;
    Style style = fillStyle(ink, axial > 0 ? 1 : 0.35);
    style.stroke = ink;
    style.hatch = axial < 0;
    return style;
}

std::string percent(const Words& words, double share) {
    const double whole = std::floor(share * 100);
    return words.number(whole, whole >= 100 ? 3 : whole >= 10 ? 2 : 1) + "\u202f%";
}

void drawForce(Scene& scene, const BridgeFrame& frame, Vec from, Vec to, double width, double axial,
               double alpha) {
    if (frame.axialShare(axial) < least_share || alpha <= 0) return;
    Style style = forceStyle(axial);
    style.fillAlpha *= alpha;
    style.strokeAlpha = alpha;
    scene.bar(from, to, width, style).casing = casingFor(frame, axial);
}

void placeBeside(Shape& label, const BridgeFrame& frame, const BridgeMember& member,
                 double distance) {
    Vec side = across(frame.shown[static_cast<size_t>(member.from)],
                      frame.shown[static_cast<size_t>(member.to)]);
    if (side.y < 0) side = -side;
    label.offset = side * distance;
    // Above a level member a text is half its height further away.
    if (std::fabs(side.x) <= 0.4)
        label.offset.y += 4;
    else
        label.align = side.x > 0 ? Align::left : Align::right;
}

void drawGround(Scene& scene, const SpaghettiBridge& model, const BridgeFrame& frame) {
    const double far = 20 * frame.extent, slab = 0.02 * frame.extent;
    const double floor = model.ground().floor;
    scene.rect({frame.low.x - far, floor - far}, {frame.high.x + far, floor},
               fillStyle(Ink::ground, 0.5));
    scene.line({frame.low.x - far, floor}, {frame.high.x + far, floor},
               lineStyle(Ink::inkSoft, 1, 0.6));
    for (const BridgeGround::Box& pier : model.ground().piers) {
        scene.rect(pier.low, pier.high, fillStyle(Ink::ground));
        scene.rect({pier.low.x, pier.high.y - slab}, pier.high, fillStyle(Ink::inkSoft, 0.25));
        scene.line({pier.low.x, pier.high.y}, pier.high, lineStyle(Ink::inkSoft, 1, 0.6));
    }
}

void drawDimensions(Scene& scene, const BridgeFrame& frame) {
    const double gap = 0.085 * frame.extent, tick = 0.01 * frame.extent;
    const Words& words = scene.words();
    const Unit cm = unit("cm");

    const Vec left(frame.low.x, frame.high.y + gap), right(frame.high.x, frame.high.y + gap);
    drawDimension(scene, left, right, tick);
    Shape& span =
        scene.text((left + right) / 2.0, words.quantity(right.x - left.x, cm), 13, Ink::inkSoft);
    span.offset = {0, 11};
    span.priority = 10;

    const Vec foot(frame.high.x + gap, frame.low.y), top(frame.high.x + gap, frame.high.y);
    if (top.y - foot.y <= 0) return;
    drawDimension(scene, foot, top, tick);
    Shape& height =
        scene.text((foot + top) / 2.0, words.quantity(top.y - foot.y, cm), 13, Ink::inkSoft);
    height.offset = {9, 0};
    height.align = Align::left;
    height.priority = 10;
}

void drawGhost(Scene& scene, const SpaghettiBridge& model, const BridgeFrame& frame) {
    Style style = lineStyle(Ink::inkSoft, 1, 0.5);
    style.dash = Dash::dashed;
    for (const BridgeMember& member : model.design().members)
        scene.line(frame.rest[static_cast<size_t>(member.from)],
                   frame.rest[static_cast<size_t>(member.to)], style);
}

void drawBundle(Scene& scene, Vec from, Vec to, double width, int strands, const Style& style,
                int item) {
    scene.bar(from, to, width, style, item);
    // A bundle of n strands shows about √n of them side by side.
    const int rows = std::max(1, static_cast<int>(std::ceil(std::sqrt(strands))));
    const Vec side = across(from, to) * width;
    for (int row = 1; row < rows; ++row) {
        const Vec shift = side * (static_cast<double>(row) / rows - 0.5);
        scene.line(from + shift, to + shift, lineStyle(style.stroke, 1, 0.4));
    }
}

void drawMembers(Scene& scene, const SpaghettiBridge& model, const BridgeFrame& frame,
                 const BridgeItems& items, const ViewState& state) {
    const auto& members = model.design().members;
    const auto ends = [&](size_t i) {
        return std::pair{frame.shown[static_cast<size_t>(members[i].from)],
                         frame.shown[static_cast<size_t>(members[i].to)]};
    };
    // All forces first, so that no casing covers a neighbour's spaghetti.
    for (size_t i = 0; i < members.size(); ++i) {
        const auto [from, to] = ends(i);
        const double width = model.memberWidth(static_cast<int>(i));
        const MemberState now = model.stands() ? model.members()[i] : MemberState{};
        const Emphasis emphasis = emphasisOf(scene.words(), now, "member." + members[i].id, state);
        drawBorders(scene, from, to, width, casingFor(frame, now.axial), emphasis);
        drawForce(scene, frame, from, to, width, now.axial, 1);
        if (model.stands()) drawMemberLabel(scene, frame, members[i], now, emphasis);
    }
    for (size_t i = 0; i < members.size(); ++i) {
        const auto [from, to] = ends(i);
        const int index = static_cast<int>(i);
        drawBundle(scene, from, to, model.memberWidth(index), model.strands(index),
                   spaghettiStyle(), items.members[i]);
    }
}

void drawSupports(Scene& scene, const SpaghettiBridge& model, const BridgeFrame& frame) {
    const double size = support_size * frame.extent;
    Style style = lineStyle(Ink::ink, 1.5);
    style.fill = Ink::sheet;
    style.fillAlpha = 1;
    const auto& nodes = model.design().nodes;
    for (size_t i = 0; i < nodes.size(); ++i) {
        if (nodes[i].support == Support::none) continue;
        const Vec top = model.broken() ? frame.rest[i] : frame.shown[i];
        const bool rolls = nodes[i].support == Support::roller;
        const double drop = rolls ? 0.7 * size : size;
        scene.polygon({top, top + Vec(-0.6 * size, -drop), top + Vec(0.6 * size, -drop)}, style);
        for (const double x : {-0.35, 0.35})
            if (rolls) scene.circle(top + Vec(x * size, -0.85 * size), 0.15 * size, style);
        scene.line(top + Vec(-size, -size), top + Vec(size, -size), lineStyle(Ink::ink, 1.5));
    }
}

void drawJoints(Scene& scene, const SpaghettiBridge& model, const BridgeFrame& frame,
                const BridgeItems& items, const ViewState& state) {
    std::vector<double> widest(frame.shown.size(), 0);
    const auto& members = model.design().members;
    for (size_t i = 0; i < members.size(); ++i)
        for (const int node : {members[i].from, members[i].to}) {
            double& width = widest[static_cast<size_t>(node)];
            width = std::max(width, model.memberWidth(static_cast<int>(i)));
        }
    for (size_t i = 0; i < frame.shown.size(); ++i) {
        const std::string id = "node." + model.design().nodes[i].id;
        const bool marked = id == state.selected || id == state.hovered;
        Style style = glueStyle(model.rigidJoints());
        if (marked) {
            style.stroke = Ink::accent;
            style.width = 3;
        }
        scene.circle(frame.shown[i], 0.85 * widest[i], style, items.nodes[i]);
    }
}

}  // namespace pt
