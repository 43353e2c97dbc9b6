#include "sims/spaghetti_bridge/view_load.h"

#include <algorithm>
#include <cmath>

#include "engine/core/math.h"

namespace pt {
namespace {

constexpr double longest_arrow = 0.09;  // of the extent
constexpr double taper = 0.78;          // width of the bucket's bottom to its rim
constexpr double handle_rise = 0.4;     // of the bucket's height
constexpr int marks = 4;                // graduations, the last one at the rim

// The bucket as a trapezium in its own axes, turned and put in place.
struct BucketShape {
    BridgeBucket bucket;

    Vec place(double across, double up) const {
        const double c = math::cos(bucket.angle), s = math::sin(bucket.angle);
        return bucket.center + Vec(c * across - s * up, s * across + c * up);
    }
    // Half the width at a height given as a share, 0 at the bottom and 1 at the rim.
    double half(double share) const { return bucket.width / 2 * (taper + (1 - taper) * share); }
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

// The bucket hangs where the magnified bridge is drawn.
BridgeBucket shownBucket(const SpaghettiBridge& model, const BridgeFrame& frame) {
    BridgeBucket bucket = model.bucket();
    if (!model.stands()) return bucket;
    const Vec shift = letGo(model, frame, model.design().loads.front());
    bucket.hook += shift;
    bucket.center += shift;
    return bucket;
}

void drawRope(Scene& scene, const BucketShape& shape) {
    Style rope;
    rope.stroke = Ink::ink;
    rope.width = 1.5;
    constexpr int bends = 24;
    std::vector<Vec> handle;
    const double rise = handle_rise * shape.bucket.height;
    for (int i = 0; i <= bends; ++i) {
        const double angle = math::pi * i / bends;
        handle.push_back(shape.place(-shape.half(1) * 0.94 * math::cos(angle),
                                     shape.up(1) + rise * math::sin(angle)));
    }
    scene.line(shape.bucket.hook, handle[bends / 2], rope);
    scene.polyline(std::move(handle), rope);
}

void drawForceLabel(Scene& scene, Vec at, double newtons, Ink ground, Align align) {
    Shape& label = scene.text(at, scene.words().quantity(newtons, unit("N")), 15);
    label.bold = true;
    label.align = align;
    label.offset = {align == Align::left ? 10 : -10, 0};
    label.priority = 60;
    label.halo = ground;
}

Style arrowStyle() {
    Style style;
    style.stroke = Ink::ink;
    style.width = 3;
    return style;
}

}  // namespace

void drawBucket(Scene& scene, const SpaghettiBridge& model, const BridgeFrame& frame,
                const BridgeItems& items, const ViewState& state) {
    const BucketShape shape{shownBucket(model, frame)};
    drawRope(scene, shape);
    const bool marked = state.hovered == "bucket" || state.selected == "bucket";
    Style style;
    style.width = 0;
    style.fill = Ink::sheet;
    style.fillAlpha = 1;
    scene.polygon(shape.outline(), style, items.bucket);
    const double level = std::clamp(model.load() / frame.capacity(), 0.0, 1.0);
    style.fill = Ink::water;
    if (level > 0) scene.polygon(shape.water(level), style);

    style.fillAlpha = 0;
    style.width = marked ? 3 : 1.5;
    style.stroke = marked ? Ink::accent : Ink::ink;
    scene.polygon(shape.outline(), style, items.bucket);
    style.width += 1;
    scene.line(shape.left(1), shape.right(1), style);
    style.width = 1;
    style.stroke = Ink::inkSoft;
    for (int mark = 1; mark < marks; ++mark) {
        const Vec end = shape.left(static_cast<double>(mark) / marks);
        scene.line(end, end + (shape.place(0, 0) - shape.place(shape.half(1), 0)) * -0.25, style);
    }
    if (!model.stands() || model.broken()) return;
    Shape& full = scene.text(shape.left(1), scene.words().quantity(frame.capacity(), unit("N"), 2),
                             13, Ink::inkSoft);
    full.align = Align::right;
    full.offset = {-8, 0};
    Shape& mass = scene.text(shape.right(0.5),
                             scene.words().quantity(model.load() / gravity, unit("kg")), 13);
    mass.align = Align::left;
    mass.offset = {10, 0};
    mass.priority = 55;
}

void drawForces(Scene& scene, const SpaghettiBridge& model, const BridgeFrame& frame) {
    if (!model.stands() || model.broken()) return;
    const double longest = longest_arrow * frame.extent;
    if (const double share = frame.loadShare(model.load()); share > 0.02) {
        const BridgeBucket bucket = shownBucket(model, frame);
        const Vec tail = bucket.center - Vec(0, bucket.height / 2);
        const Vec head = tail - Vec(0, longest * share);
        scene.arrow(tail, head, arrowStyle());
        drawForceLabel(scene, (tail + head) / 2.0, model.load(), Ink::paper, Align::left);
    }
    const double below = 1.2 * support_size * frame.extent;
    for (size_t i = 0; i < model.nodes().size(); ++i) {
        const double force = model.nodes()[i].reactionY;
        if (frame.loadShare(force) <= 0.01) continue;
        const Vec head = frame.shown[i] - Vec(0, below);
        const Vec tail = head - Vec(0, longest * frame.loadShare(force));
        // An arrow that pulls the bridge down points the other way.
        if (force > 0)
            scene.arrow(tail, head, arrowStyle());
        else
            scene.arrow(head, tail, arrowStyle());
        const bool left = frame.rest[i].x < (frame.low.x + frame.high.x) / 2;
        drawForceLabel(scene, (head + tail) / 2.0, force, Ink::ground,
                       left ? Align::right : Align::left);
    }
}

}  // namespace pt
