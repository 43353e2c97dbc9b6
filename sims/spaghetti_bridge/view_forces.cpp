#include "sims/spaghetti_bridge/view_forces.h"

#include <algorithm>
#include <cmath>

#include "sims/spaghetti_bridge/view_ground.h"
#include "sims/spaghetti_bridge/view_style.h"

namespace pt {
namespace {

constexpr double shortest_arrow = 0.035, longest_arrow = 0.1;  // of the extent
constexpr double highest_moment = 0.07;                        // of the extent
constexpr double least_arrow = 0.01;                           // share of the largest load

double arrowLength(const BridgeFrame& frame, double newtons) {
    const double share = frame.loadShare(newtons);
    return frame.extent * (shortest_arrow + (longest_arrow - shortest_arrow) * share);
}

Shape& forceLabel(Scene& scene, Vec at, double newtons, Ink ground, Align align) {
    Shape& label = scene.text(at, scene.words().quantity(newtons, unit("N")), 15);
    label.bold = true;
    label.align = align;
    label.offset = {align == Align::left ? 10 : -10, 0};
    label.priority = 60;
    label.halo = ground;
    return label;
}

// The load's arrow starts below what hangs there.
void drawLoadArrow(Scene& scene, const SpaghettiBridge& model, const BridgeFrame& frame) {
    if (frame.loadShare(model.load()) <= 2 * least_arrow || model.design().loads.empty()) return;
    const BridgeBucket bucket = model.bucket();
    Vec place(0, INFINITY);
    for (const int node : model.design().loads) {
        const Vec shown = frame.shown[static_cast<size_t>(node)];
        place.x += shown.x / static_cast<double>(model.design().loads.size());
        place.y = std::min(place.y, shown.y);
    }
    const Vec tail = place - Vec(0, bucket.hook.y - bucket.center.y + bucket.height / 2);
    const Vec head = tail - Vec(0, arrowLength(frame, model.load()));
    scene.arrow(tail, head, arrowStyle());
    forceLabel(scene, (tail + head) / 2.0, model.load(), Ink::paper, Align::left);
}

void drawUpright(Scene& scene, const BridgeFrame& frame, size_t node, double force) {
    const Vec head = frame.shown[node] - Vec(0, 1.2 * support_size * frame.extent);
    const Vec tail = head - Vec(0, arrowLength(frame, force));
    // An arrow that pulls the bridge down points the other way.
    if (force > 0)
        scene.arrow(tail, head, arrowStyle());
    else
        scene.arrow(head, tail, arrowStyle());
    const bool left = frame.rest[node].x < (frame.low.x + frame.high.x) / 2;
    forceLabel(scene, (head + tail) / 2.0, force, Ink::ground, left ? Align::right : Align::left);
}

// Towards the node from outside when it pushes, away from it when it pulls.
void drawLevel(Scene& scene, const BridgeFrame& frame, size_t node, double force) {
    const bool left = frame.rest[node].x < (frame.low.x + frame.high.x) / 2;
    const Vec out(left ? -1 : 1, 0);
    const Vec near = frame.shown[node] + out * (1.2 * support_size * frame.extent);
    const Vec far = near + out * arrowLength(frame, force);
    if ((force > 0) == left)
        scene.arrow(far, near, arrowStyle());
    else
        scene.arrow(near, far, arrowStyle());
    Shape& label =
        forceLabel(scene, (near + far) / 2.0, std::fabs(force), Ink::paper, Align::center);
    label.offset = {0, 14};
}

// The part of a diagram between two values along a member; it changes side where it is zero.
void fillDiagram(Scene& scene, Vec from, Vec to, Vec side, double first, double last,
                 const Style& style) {
    const Vec start = from + side * first, end = to + side * last;
    if (first * last >= 0) {
        scene.polygon({from, start, end, to}, style);
        return;
    }
    const Vec zero = from + (to - from) * (first / (first - last));
    scene.polygon({from, start, zero}, style);
    scene.polygon({zero, end, to}, style);
}

}  // namespace

void drawArrows(Scene& scene, const SpaghettiBridge& model, const BridgeFrame& frame,
                const BridgeLook& look) {
    drawLoadArrow(scene, model, frame);
    if (!look.bends() && look.show != Show::reactions) return;
    for (size_t i = 0; i < model.nodes().size(); ++i) {
        const NodeState& node = model.nodes()[i];
        if (frame.loadShare(node.reactionY) > least_arrow)
            drawUpright(scene, frame, i, node.reactionY);
        if (look.show == Show::reactions && frame.loadShare(node.reactionX) > least_arrow)
            drawLevel(scene, frame, i, node.reactionX);
    }
}

// The end moments turn the ends counter-clockwise: a positive one at the start pulls the left side
// of the member there, a positive one at the end the right side.
void drawMoments(Scene& scene, const SpaghettiBridge& model, const BridgeFrame& frame,
                 const BridgeLook& look) {
    const auto& members = model.design().members;
    Style style = lineStyle(Ink::series4, 1.5);
    style.fill = Ink::series4;
    style.fillAlpha = 0.5;
    for (size_t i = 0; i < members.size(); ++i) {
        const MemberState& now = model.members()[i];
        const double largest = std::max(std::fabs(now.momentFrom), std::fabs(now.momentTo));
        const double share = frame.momentShare(largest);
        if (share <= 0.005) continue;
        const Vec from = frame.shown[static_cast<size_t>(members[i].from)],
                  to = frame.shown[static_cast<size_t>(members[i].to)];
        const double scale = highest_moment * frame.extent * share / largest;
        const Vec side = across(from, to);
        const double first = now.momentFrom * scale, last = -now.momentTo * scale;
        fillDiagram(scene, from, to, side, first, last, style);
        const bool atStart = std::fabs(now.momentFrom) > std::fabs(now.momentTo);
        const bool marked = look.marked("member." + members[i].id);
        if (!look.numbers && !marked && share < 0.3) continue;
        const Vec peak = atStart ? from + side * first : to + side * last;
        Shape& label = scene.text(peak + (atStart ? to - from : from - to) * 0.12,
                                  scene.words().number(unit("N*mm").fromSi(largest)));
        label.offset = side * ((atStart ? first : last) > 0 ? 9.0 : -9.0);
        label.bold = marked;
        label.plate = true;
        label.priority = marked ? 70 : 20 + static_cast<int>(30 * share);
    }
}

void drawInfluence(Scene& scene, const SpaghettiBridge& model, const BridgeFrame& frame) {
    const Influence& line = model.influence();
    if (line.member < 0 || line.x.size() < 2 || line.force.size() != line.x.size()) return;
    double low = 0, high = 0;
    size_t peak = 0;
    for (size_t i = 0; i < line.force.size(); ++i) {
        low = std::min(low, line.force[i]);
        high = std::max(high, line.force[i]);
        if (std::fabs(line.force[i]) > std::fabs(line.force[peak])) peak = i;
    }
    if (!(high - low > 0)) return;
    const double scale = influence_height * frame.extent / (high - low);
    const double base = frame.high.y + 0.07 * frame.extent - low * scale;
    const auto place = [&](size_t i) { return Vec(line.x[i], base + scale * line.force[i]); };
    for (size_t i = 0; i + 1 < line.x.size(); ++i) {
        const double middle = line.force[i] + line.force[i + 1];
        Style style = forceStyle(middle == 0 ? 1 : middle);
        style.fillAlpha = 0.3;
        style.hatch = false;
        fillDiagram(scene, {line.x[i], base}, {line.x[i + 1], base}, {0, 1}, scale * line.force[i],
                    scale * line.force[i + 1], style);
    }
    std::vector<Vec> curve;
    for (size_t i = 0; i < line.x.size(); ++i) curve.push_back(place(i));
    scene.polyline(std::move(curve), lineStyle(Ink::ink, 2));
    scene.line({line.x.front(), base}, {line.x.back(), base}, lineStyle(Ink::inkSoft, 1));

    const auto value = [&](size_t i) {
        return say(scene.words(), "influence_value",
                   {{"force", scene.words().quantity(line.force[i], unit("N"))}});
    };
    for (const int node : model.design().loads) {
        const Vec at = frame.shown[static_cast<size_t>(node)];
        for (size_t i = 0; i < line.x.size(); ++i) {
            if (std::fabs(line.x[i] - frame.rest[static_cast<size_t>(node)].x) > 1e-9) continue;
            Style dashed = lineStyle(Ink::accent, 1.5);
            dashed.dash = Dash::dashed;
            scene.line(at, place(i), dashed);
            scene.circle(place(i), 0.008 * frame.extent, fillStyle(Ink::accent));
            Shape& label = scene.text(place(i), value(i), 13, Ink::accent);
            label.bold = true;
            label.offset = {8, line.force[i] < 0 ? -12.0 : 12.0};
            label.align = Align::left;
            label.priority = 65;
        }
    }
    Shape& label = scene.text(place(peak), value(peak));
    label.offset = {0, line.force[peak] < 0 ? -12.0 : 12.0};
    label.priority = 50;
}

void drawSag(Scene& scene, const SpaghettiBridge& model, const BridgeFrame& frame) {
    size_t lowest = 0;
    for (size_t i = 0; i < model.nodes().size(); ++i)
        if (model.nodes()[i].uy < model.nodes()[lowest].uy) lowest = i;
    const double sag = -model.nodes()[lowest].uy;
    if (!(sag * frame.magnify > 0.01 * frame.extent)) return;
    const Vec from(frame.shown[lowest].x, frame.rest[lowest].y), to = frame.shown[lowest];
    scene.arrow(from, to, lineStyle(Ink::accent, 2));
    Shape& label =
        scene.text((from + to) / 2.0, scene.words().quantity(sag, unit("mm")), 13, Ink::accent);
    label.bold = true;
    label.align = Align::left;
    label.offset = {14, -12};
    label.priority = 66;
}

}  // namespace pt
