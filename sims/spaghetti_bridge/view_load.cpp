#include "sims/spaghetti_bridge/view_load.h"

#include <algorithm>
#include <cmath>

#include "engine/core/math.h"
#include "sims/spaghetti_bridge/view_cart.h"
#include "sims/spaghetti_bridge/view_style.h"

namespace pt {
namespace {

constexpr double taper = 0.78;        // width of the bucket's bottom to its rim
constexpr double handle_rise = 0.4;   // of the bucket's height
constexpr int marks = 4;              // graduations, the last one at the rim
constexpr double beam_drop = 0.35;    // of the rope, from the lowest load node
constexpr double beam_depth = 0.018;  // of the extent

// A vessel in its own axes, turned and put in place: a trapezium, or a box with taper 1.
struct Vessel {
    BridgeBucket bucket;
    double narrow;

    Vec place(double along, double up) const {
        const double c = math::cos(bucket.angle), s = math::sin(bucket.angle);
        return bucket.center + Vec(c * along - s * up, s * along + c * up);
    }
    // Half the width at a height given as a share, 0 at the bottom and 1 at the rim.
    double half(double share) const { return bucket.width / 2 * (narrow + (1 - narrow) * share); }
    double up(double share) const { return bucket.height * (share - 0.5); }
    Vec left(double share) const { return place(-half(share), up(share)); }
    Vec right(double share) const { return place(half(share), up(share)); }
    std::vector<Vec> outline() const { return {left(0), right(0), right(1), left(1)}; }
    // What stays level when the bucket leans.
    std::vector<Vec> water(double level) const {
        const double lean = half(level) * math::tan(bucket.angle) / bucket.height;
        return {left(0), right(0), right(std::clamp(level - lean, 0.0, 1.0)),
                left(std::clamp(level + lean, 0.0, 1.0))};
    }
};

std::vector<Vec> loadPoints(const SpaghettiBridge& model, const BridgeFrame& frame) {
    std::vector<Vec> points;
    for (const int node : model.design().loads)
        points.push_back(frame.shown[static_cast<size_t>(node)]);
    return points;
}

// The bucket hangs where the magnified bridge is drawn; from a beam when several nodes carry it.
BridgeBucket shownBucket(const SpaghettiBridge& model, const BridgeFrame& frame) {
    BridgeBucket bucket = model.bucket();
    const std::vector<int>& loads = model.design().loads;
    if (loads.empty()) return bucket;
    if (model.falling()) {
        const Vec shift = letGo(model, frame, loads.front());
        bucket.hook += shift;
        bucket.center += shift;
        return bucket;
    }
    Vec hook(0);
    double lowest = INFINITY;
    for (const Vec& point : loadPoints(model, frame)) {
        hook += point / static_cast<double>(loads.size());
        lowest = std::min(lowest, point.y);
    }
    hook.y = lowest;
    bucket.center += hook - bucket.hook;
    bucket.hook = hook;
    return bucket;
}

// What shares the load between several nodes: a rope to each and a beam below them. Returns where
// the bucket's own rope begins.
Vec drawBeam(Scene& scene, const std::vector<Vec>& points, const BridgeBucket& bucket,
             double extent) {
    if (points.size() < 2) return bucket.hook;
    const double y = bucket.hook.y - beam_drop * bucket.rope;
    double left = bucket.hook.x, right = left;
    for (const Vec& point : points) {
        scene.line(point, {point.x, y}, lineStyle(Ink::ink, 1.5));
        left = std::min(left, point.x);
        right = std::max(right, point.x);
    }
    const Vec over(beam_depth * extent, beam_depth * extent / 2);
    Style style = lineStyle(Ink::ink, 1.5);
    style.fill = Ink::ground;
    style.fillAlpha = 1;
    scene.rect(Vec(left, y) - over, Vec(right, y) + over, style);
    return {bucket.hook.x, y - over.y};
}

void drawRope(Scene& scene, const Vessel& shape, Vec hook) {
    const Style rope = lineStyle(Ink::ink, 1.5);
    constexpr int bends = 24;
    std::vector<Vec> handle;
    const double rise = handle_rise * shape.bucket.height;
    for (int i = 0; i <= bends; ++i) {
        const double angle = math::pi * i / bends;
        handle.push_back(shape.place(-shape.half(1) * 0.94 * math::cos(angle),
                                     shape.up(1) + rise * math::sin(angle)));
    }
    scene.line(hook, handle[bends / 2], rope);
    scene.polyline(std::move(handle), rope);
}

Style outlineStyle(bool marked) {
    return marked ? lineStyle(Ink::accent, 3) : lineStyle(Ink::ink, 1.5);
}

void drawMass(Scene& scene, Vec at, double newtons) {
    Shape& mass = scene.text(at, scene.words().quantity(newtons / gravity, unit("kg")), 13);
    mass.align = Align::left;
    mass.offset = {10, 0};
    mass.priority = 55;
}

void drawBucket(Scene& scene, const SpaghettiBridge& model, const BridgeFrame& frame,
                const Vessel& shape, Vec hook, int item, bool marked) {
    drawRope(scene, shape, hook);
    scene.polygon(shape.outline(), fillStyle(Ink::sheet), item);
    const double level = std::clamp(model.load() / frame.capacity(), 0.0, 1.0);
    if (level > 0) scene.polygon(shape.water(level), fillStyle(Ink::water));

    Style style = outlineStyle(marked);
    scene.polygon(shape.outline(), style, item);
    style.width += 1;
    scene.line(shape.left(1), shape.right(1), style);
    for (int mark = 1; mark < marks; ++mark) {
        const Vec end = shape.left(static_cast<double>(mark) / marks);
        scene.line(end, end + (shape.place(0, 0) - shape.place(shape.half(1), 0)) * -0.25,
                   lineStyle(Ink::inkSoft, 1));
    }
    if (!model.stands() || model.falling()) return;
    Shape& full = scene.text(shape.left(1), scene.words().quantity(frame.capacity(), unit("N"), 2),
                             13, Ink::inkSoft);
    full.align = Align::right;
    full.offset = {-8, 0};
    drawMass(scene, shape.right(0.5), model.load());
}

// A block of iron with a ring, its mass written on it.
void drawWeight(Scene& scene, const SpaghettiBridge& model, const Vessel& shape, Vec hook, int item,
                bool marked) {
    const double ring = 0.12 * shape.bucket.height;
    const Vec top = shape.place(0, shape.up(1) + ring);
    scene.line(hook, top + Vec(0, ring), lineStyle(Ink::ink, 1.5));
    scene.circle(top, ring, lineStyle(Ink::ink, 2));
    Style style = outlineStyle(marked);
    style.fill = Ink::inkSoft;
    style.fillAlpha = 1;
    scene.polygon(shape.outline(), style, item);
    if (model.load() <= 0) return;
    Shape& mass =
        scene.text(shape.place(0, 0), scene.words().quantity(model.weight() / gravity, unit("kg")),
                   13, Ink::paper);
    mass.halo = Ink::inkSoft;
    mass.priority = 55;
}

}  // namespace

void drawLoad(Scene& scene, const SpaghettiBridge& model, const BridgeFrame& frame,
              const BridgeItems& items, const BridgeLook& look) {
    if (model.cart()) return drawCart(scene, model, frame, items.load, look.marked("cart"));
    if (model.design().loads.empty()) return;
    const bool block = model.loading() == Loading::atOnce;
    const Vessel shape{shownBucket(model, frame), block ? 1 : taper};
    const bool marked = look.marked("bucket");
    const Vec hook = model.falling()
                         ? shape.bucket.hook
                         : drawBeam(scene, loadPoints(model, frame), shape.bucket, frame.extent);
    if (block)
        drawWeight(scene, model, shape, hook, items.load, marked);
    else
        drawBucket(scene, model, frame, shape, hook, items.load, marked);
}

}  // namespace pt
