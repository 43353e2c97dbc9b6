#include "sims/spaghetti_bridge/view_ground.h"

#include "sims/spaghetti_bridge/view_style.h"

namespace pt {
namespace {

// A measured length with a tick at both ends.
void drawDimension(Scene& scene, Vec from, Vec to, double tick) {
    const Style style = lineStyle(Ink::inkSoft, 1);
    const Vec side = across(from, to) * tick;
    scene.line(from, to, style);
    scene.line(from - side, from + side, style);
    scene.line(to - side, to + side, style);
}

}  // namespace

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
    Shape& height = scene.text(top, words.quantity(top.y - foot.y, cm), 13, Ink::inkSoft);
    height.offset = {0, 11};
    height.priority = 10;
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

}  // namespace pt
