// The drawn parts of the stands.
#include <algorithm>
#include <cmath>

#include "engine/core/math.h"
#include "engine/view/nice.h"
#include "sims/material_test/view_stand.h"

namespace pt {
namespace {

Style filled(Ink fill, Ink stroke = Ink::ink, double width = 1.5) {
    Style style;
    style.fill = fill;
    style.fillAlpha = 1;
    style.stroke = stroke;
    style.width = width;
    return style;
}

Style stroked(Ink ink, double width) {
    Style style;
    style.stroke = ink;
    style.width = width;
    return style;
}

void box(Scene& scene, Vec middle, double width, double height, const Style& style, int item = -1) {
    const Vec half(width / 2, height / 2);
    scene.rect(middle - half, middle + half, style, item);
}

Shape& label(Scene& scene, Vec at, std::string text, double size, Align align, Vec offset) {
    Shape& shape = scene.text(at, std::move(text), size);
    shape.bold = true;
    shape.align = align;
    shape.offset = offset;
    shape.priority = 80;
    return shape;
}

// What the scale shows: whole grams, kilograms from one on.
std::string scaleText(const Scene& scene, const MaterialTest& model) {
    const double kilograms = model.readForce() / bucketGravity;
    if (kilograms >= 1) return scene.words().quantity(kilograms, unit("kg"), 4);
    const int digits = kilograms >= 0.1 ? 3 : kilograms >= 0.01 ? 2 : 1;
    return scene.words().quantity(kilograms, unit("g"), digits);
}

void drawDisplay(Scene& scene, Vec middle, const StandFrame& frame, int item) {
    box(scene, middle, 0.3 * frame.size, 0.09 * frame.size, filled(Ink::sheet), item);
    Shape& text = label(scene, middle, scaleText(scene, frame.model), 18, Align::center, {0, 0});
    text.halo = Ink::sheet;
}

void drawTable(Scene& scene, const StandFrame& frame) {
    const double half = (frame.high.x - frame.low.x) / 2;
    scene.rect({-half, frame.floor - 0.04 * frame.size}, {half, frame.floor},
               filled(Ink::ground, Ink::inkSoft, 1));
}

void drawArm(Scene& scene, const StandFrame& frame) {
    const double s = frame.size, post = -0.42 * s, top = frame.span + 0.12 * s;
    const Style metal = filled(Ink::line, Ink::inkSoft);
    scene.rect({post - 0.02 * s, frame.floor}, {post + 0.02 * s, top}, metal);
    scene.rect({post - 0.02 * s, top - 0.04 * s}, {0.06 * s, top}, metal);
    scene.rect({post - 0.12 * s, frame.floor}, {post + 0.12 * s, frame.floor + 0.03 * s}, metal);
    box(scene, {0, frame.span + 0.04 * s}, 0.07 * s, 0.08 * s, filled(Ink::inkSoft));
}

void drawSupports(Scene& scene, const StandFrame& frame) {
    const double s = frame.size, edge = -frame.thickness / 2;
    for (const double side : {-0.5, 0.5}) {
        const double x = side * frame.span;
        scene.rect({x - 0.08 * s, frame.floor}, {x + 0.08 * s, edge - 0.08 * s},
                   filled(Ink::line, Ink::inkSoft));
        scene.polygon({{x - 0.05 * s, edge - 0.08 * s}, {x + 0.05 * s, edge - 0.08 * s}, {x, edge}},
                      filled(Ink::inkSoft));
    }
}

void drawColumnStand(Scene& scene, const StandFrame& frame, const StandItems& items) {
    const double s = frame.size;
    box(scene, {0, -0.02 * s}, 0.5 * s, 0.04 * s, filled(Ink::line, Ink::ink), items.scale);
    scene.polygon({{-0.3 * s, frame.floor},
                   {0.3 * s, frame.floor},
                   {0.24 * s, -0.04 * s},
                   {-0.24 * s, -0.04 * s}},
                  filled(Ink::line, Ink::ink), items.scale);
    drawDisplay(scene, {0, (frame.floor - 0.04 * s) / 2}, frame, items.scale);
    const Vec top = frame.hook;
    box(scene, top + Vec(0, 0.025 * s), 0.3 * s, 0.05 * s, filled(Ink::accent));
    if (!frame.over)
        scene.arrow(top + Vec(0, 0.22 * s), top + Vec(0, 0.07 * s), stroked(Ink::accent, 4));
}

// Divisions along a ruler that stay apart on the screen; the tenths where they fit.
double divisionOf(const StandFrame& frame) { return std::max(1e-3, niceStep(frame.size / 60)); }

// A ruler's edge from `start` along `way` (unit vector), with a pointer at `at` metres.
void drawRuler(Scene& scene, const StandFrame& frame, Vec start, Vec way, double length, double at,
               int item) {
    const Vec side(-way.y, way.x);
    const double breadth = 0.07 * frame.size, step = divisionOf(frame);
    const Vec end = start + way * length;
    scene.polygon({start, end, end + side * breadth, start + side * breadth},
                  filled(Ink::sheet, Ink::inkSoft, 1), item);
    const int count = static_cast<int>(length / step + 1e-9);
    for (int i = 0; i <= count; ++i) {
        const Vec from = start + way * (i * step);
        const double tick = i % 10 == 0 ? 0.6 : i % 5 == 0 ? 0.42 : 0.25;
        scene.line(from, from + side * (breadth * tick), stroked(Ink::inkSoft, 1));
    }
    const Vec mark = start + way * std::clamp(at, 0.0, length);
    const double reach = 0.06 * frame.size, left = start.x < 0 ? 0 : -reach;
    scene.line(mark + side * left, mark + side * (left + breadth + reach), stroked(Ink::accent, 3),
               item);
}

}  // namespace

void drawStand(Scene& scene, const StandFrame& frame, const StandItems& items) {
    drawTable(scene, frame);
    if (frame.test == TestKind::tension) drawArm(scene, frame);
    if (frame.test == TestKind::bending) drawSupports(scene, frame);
    if (frame.test == TestKind::buckling) drawColumnStand(scene, frame, items);
}

void drawSpecimen(Scene& scene, const StandFrame& frame, const StandItems& items,
                  const ViewState& state) {
    const bool marked = state.hovered == "specimen" || state.isSelected("specimen");
    const Style style =
        filled(Ink::spaghetti, marked ? Ink::accent : Ink::spaghettiEdge, marked ? 3 : 1.5);
    for (const std::vector<Vec>& line : specimenLines(frame))
        scene.polyline(line, style, items.specimen).bodyWidth = frame.thickness;
    if (frame.test != TestKind::tension) return;
    const Vec grip = frame.hook + Vec(0, 0.03 * frame.size);
    box(scene, grip, 0.07 * frame.size, 0.06 * frame.size, filled(Ink::inkSoft));
}

void drawBucket(Scene& scene, const StandFrame& frame, const StandItems& items) {
    if (frame.test == TestKind::buckling) return;
    const double s = frame.size, width = 0.3 * s, height = 0.22 * s;
    const Vec top = frame.hook - Vec(0, 0.12 * s), bottom = top - Vec(0, height);
    const Style rope = stroked(Ink::ink, 1.5);
    for (const double side : {-0.5, 0.5}) scene.line(frame.hook, top + Vec(side * width, 0), rope);
    const std::vector<Vec> outline{bottom + Vec(-0.4 * width, 0), bottom + Vec(0.4 * width, 0),
                                   top + Vec(0.5 * width, 0), top + Vec(-0.5 * width, 0)};
    scene.polygon(outline, filled(Ink::sheet, Ink::ink, 0), items.scale);
    const double share = frame.test == TestKind::tension ? 80 : 4;  // N in a full bucket
    const double level = 0.9 * (1 - math::exp(-2 * frame.model.point().force / share));
    const double at = bottom.y + level * height, half = (0.4 + 0.1 * level) * width;
    if (level > 0.01)
        scene.polygon({outline[0], outline[1], {half, at}, {-half, at}},
                      filled(Ink::water, Ink::water, 0));
    Style rim = filled(Ink::sheet);
    rim.fillAlpha = 0;
    scene.polygon(outline, rim, items.scale);
    Shape& weight =
        label(scene, bottom, scaleText(scene, frame.model), 18, Align::center, {0, -16});
    weight.item = items.scale;
    if (frame.over) return;
    Shape& force = label(scene, top + Vec(0.5 * width, 0),
                         scene.words().quantity(frame.model.readForce(), unit("N")), 15,
                         Align::left, {12, -18});
    force.halo = Ink::paper;
}

void drawGauge(Scene& scene, const StandFrame& frame, const StandItems& items) {
    const double s = frame.size, read = frame.model.readDeflection();
    const std::string text = scene.words()(
        "material_test.view.read",
        Args{{"tool", scene.words()(frame.model.withCalliper() ? "material_test.gauge.calliper"
                                                               : "material_test.gauge.ruler")},
             {"value", scene.words().quantity(read, unit("mm"), read < 1e-3 ? 2 : 3)}});
    if (frame.test == TestKind::tension) {
        drawRuler(scene, frame, {0.2 * s, frame.span}, {0, -1}, frame.span * 1.05,
                  frame.span + frame.deflection, items.gauge);
        label(scene, {0.3 * s, 0}, text, 15, Align::left, {6, 0});
    } else if (frame.test == TestKind::bending) {
        drawRuler(scene, frame, {-0.29 * s, 0}, {0, -1}, 0.3 * s, frame.deflection, items.gauge);
        label(scene, {0, 0.07 * s}, text, 15, Align::center, {0, 0});
    } else {
        const double height = frame.hook.y / 2;
        drawRuler(scene, frame, {0, height}, {1, 0}, 0.6 * s, frame.deflection, items.gauge);
        label(scene, {0.6 * s, height + 0.035 * s}, text, 15, Align::left, {8, 0});
    }
}

}  // namespace pt
