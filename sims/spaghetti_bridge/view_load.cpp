#include "sims/spaghetti_bridge/view_load.h"

#include <algorithm>
#include <cmath>

#include "engine/core/math.h"

namespace pt {
namespace {

constexpr double longest_arrow = 0.14;  // of the extent
constexpr double taper = 0.78;          // width of the bucket's bottom to its rim
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
    std::vector<Vec> upTo(double share) const {
        return {left(0), right(0), right(share), left(share)};
    }
};

// The bucket hangs where the magnified bridge is drawn.
BridgeBucket shownBucket(const SpaghettiBridge& model, const BridgeFrame& frame) {
    BridgeBucket bucket = model.bucket();
    if (model.broken() || !model.stands()) return bucket;
    const Vec shift = frame.shown[static_cast<size_t>(model.design().load)] - bucket.hook;
    bucket.hook += shift;
    bucket.center += shift;
    return bucket;
}

void drawRope(Scene& scene, const BucketShape& shape) {
    Style rope;
    rope.stroke = Ink::ink;
    rope.width = 1.5;
    const Vec ring = shape.place(0, shape.up(1) + 0.35 * shape.bucket.height);
    scene.line(shape.bucket.hook, ring, rope);
    scene.polyline({shape.left(0.97), ring, shape.right(0.97)}, rope);
}

Shape& drawForceLabel(Scene& scene, Vec at, double newtons) {
    Shape& label = scene.text(at, scene.words().quantity(newtons, unit("N")), 15);
    label.bold = true;
    label.align = Align::left;
    label.offset = {10, 0};
    label.priority = 60;
    return label;
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
    scene.polygon(shape.upTo(1), style, items.bucket);
    const double level = std::clamp(model.load() / frame.capacity(), 0.0, 1.0);
    style.fill = Ink::water;
    if (level > 0) scene.polygon(shape.upTo(level), style);

    style.fillAlpha = 0;
    style.width = marked ? 3 : 1.5;
    style.stroke = marked ? Ink::accent : Ink::ink;
    scene.polygon(shape.upTo(1), style, items.bucket);
    style.width = 1;
    style.stroke = Ink::inkSoft;
    for (int mark = 1; mark < marks; ++mark) {
        const double share = static_cast<double>(mark) / marks;
        const Vec end = shape.left(share);
        scene.line(end, end + (shape.right(share) - end) * 0.15, style);
    }
    if (!model.stands()) return;
    Shape& mass = scene.text(shape.bucket.center,
                             scene.words().quantity(model.load() / gravity, unit("kg")), 13);
    mass.priority = 55;
}

void drawForces(Scene& scene, const SpaghettiBridge& model, const BridgeFrame& frame) {
    if (!model.stands() || model.broken()) return;
    const double longest = longest_arrow * frame.extent;
    const Vec hook = frame.shown[static_cast<size_t>(model.design().load)];
    if (const double share = frame.loadShare(model.load()); share > 0.02) {
        const Vec head = hook - Vec(0, longest * share);
        scene.arrow(hook, head, arrowStyle());
        drawForceLabel(scene, (hook + head) / 2.0, model.load());
    }
    const double below = 0.03 * frame.extent;  // under the support's sign
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
        drawForceLabel(scene, (head + tail) / 2.0, force);
    }
}

}  // namespace pt
