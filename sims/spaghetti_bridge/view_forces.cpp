#include "sims/spaghetti_bridge/view_forces.h"

#include <algorithm>
#include <cmath>

#include "sims/spaghetti_bridge/view_cart.h"
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
void drawLoadArrow(Scene& scene, const SpaghettiBridge& model, const BridgeFrame& frame,
                   const BridgeLook& look) {
    const double load = look.showsForces() ? model.shownLoad() : model.load();
    if (frame.loadShare(load) <= 2 * least_arrow) return;
    if (model.cart() || model.design().loads.empty()) return;
    const BridgeBucket bucket = model.bucket();
    Vec place(0, INFINITY);
    for (const int node : model.design().loads) {
        const Vec shown = frame.shown[static_cast<size_t>(node)];
        place.x += shown.x / static_cast<double>(model.design().loads.size());
        place.y = std::min(place.y, shown.y);
    }
    const Vec tail = place - Vec(0, bucket.hook.y - bucket.center.y + bucket.height / 2);
    const Vec head = tail - Vec(0, arrowLength(frame, load));
    scene.arrow(tail, head, arrowStyle());
    forceLabel(scene, (tail + head) / 2.0, load, Ink::paper, Align::left);
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

// Where the load presses on the deck: the cart's axles or the nodes that the bucket hangs from.
std::vector<Vec> loadPlaces(const SpaghettiBridge& model, const BridgeFrame& frame) {
    std::vector<Vec> places;
    if (model.cart()) {
        const BridgeCart cart = shownCart(model, frame);
        for (const double side : {-0.5, 0.5})
            places.push_back(cart.center + Vec(side * cart.wheelbase, 0));
        return places;
    }
    for (const int node : model.design().loads)
        places.push_back(frame.rest[static_cast<size_t>(node)]);
    return places;
}

// The line over the bridge, upwards for tension.
class InfluencePlot {
public:
    InfluencePlot(Scene& scene, const BridgeFrame& frame, const Influence& line)
        : scene_(scene), frame_(frame), line_(line) {
        double low = 0, high = 0;
        for (const double force : line.force) {
            low = std::min(low, force);
            high = std::max(high, force);
        }
        scale_ = high > low ? influence_height * frame.extent / (high - low) : 0;
        base_ = frame.high.y + 0.07 * frame.extent - low * scale_;
    }

    void draw(const std::vector<Vec>& loads) {
        fill();
        std::vector<Vec> curve;
        for (size_t i = 0; i < line_.x.size(); ++i) curve.push_back(place(i));
        scene_.line({line_.x.front(), base_}, {line_.x.back(), base_}, lineStyle(Ink::inkSoft, 1));
        scene_.polyline(std::move(curve), lineStyle(Ink::ink, 2));
        size_t peak = 0;
        for (size_t i = 0; i < line_.force.size(); ++i)
            if (std::fabs(line_.force[i]) > std::fabs(line_.force[peak])) peak = i;
        for (const Vec& load : loads) mark(load);
        label(place(peak), line_.force[peak], Ink::ink, 50);
    }

private:
    Vec place(size_t i) const { return {line_.x[i], base_ + scale_ * line_.force[i]}; }

    void fill() {
        for (size_t i = 0; i + 1 < line_.x.size(); ++i) {
            const double sum = line_.force[i] + line_.force[i + 1];
            Style style = fillStyle(sum < 0 ? Ink::compression : Ink::tension, 0.3);
            fillDiagram(scene_, {line_.x[i], base_}, {line_.x[i + 1], base_}, {0, 1},
                        scale_ * line_.force[i], scale_ * line_.force[i + 1], style);
        }
    }

    // The value where the load is now; nothing beside the deck.
    void mark(Vec load) {
        for (size_t i = 0; i + 1 < line_.x.size(); ++i) {
            if (load.x < line_.x[i] || load.x > line_.x[i + 1]) continue;
            const double share = (load.x - line_.x[i]) / (line_.x[i + 1] - line_.x[i]);
            const double force = (1 - share) * line_.force[i] + share * line_.force[i + 1];
            const Vec at(load.x, base_ + scale_ * force);
            Style dashed = lineStyle(Ink::accent, 1.5);
            dashed.dash = Dash::dashed;
            scene_.line(load, at, dashed);
            scene_.circle(at, 0.009 * frame_.extent, fillStyle(Ink::accent));
            return label(at, force, Ink::accent, 65);
        }
    }

    void label(Vec at, double force, Ink ink, int priority) {
        Shape& label = scene_.text(at,
                                   say(scene_.words(), "influence_value",
                                       {{"force", scene_.words().quantity(force, unit("N"))}}),
                                   13, ink);
        label.bold = ink != Ink::ink;
        label.plate = true;
        label.offset = {0, force < 0 ? -13.0 : 13.0};
        label.priority = priority;
    }

    Scene& scene_;
    const BridgeFrame& frame_;
    const Influence& line_;
    double scale_ = 0, base_ = 0;  // m for 1 N; y of no force
};

}  // namespace

void drawArrows(Scene& scene, const SpaghettiBridge& model, const BridgeFrame& frame,
                const BridgeLook& look) {
    drawLoadArrow(scene, model, frame, look);
    if (!look.bends() && look.show != Show::reactions) return;
    const std::vector<NodeState>& nodes = look.showsForces() ? model.shownNodes() : model.nodes();
    for (size_t i = 0; i < nodes.size(); ++i) {
        const NodeState& node = nodes[i];
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
        const MemberState& now = model.shownMembers()[i];
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

Influence shownInfluence(const SpaghettiBridge& model, const BridgeLook& look) {
    constexpr std::string_view prefix = "member.";
    const std::string& chosen = look.state.selected;
    const int member =
        chosen.starts_with(prefix) ? model.design().findMember(chosen.substr(prefix.size())) : -1;
    if (member < 0 || member == model.influence().member) return model.influence();
    return influenceOf(model.input(), member);
}

void drawInfluence(Scene& scene, const SpaghettiBridge& model, const BridgeFrame& frame,
                   const Influence& line) {
    if (line.x.size() < 2) return;
    InfluencePlot(scene, frame, line).draw(loadPlaces(model, frame));
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
