#include "engine/view/labels.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "engine/view/notes.h"

namespace pt {
namespace {

constexpr double clearance = 8;  // points between a note and a label beside it

bool overlap(const LabelBox& a, const LabelBox& b) {
    return a.low.x < b.high.x && b.low.x < a.high.x && a.low.y < b.high.y && b.low.y < a.high.y;
}

double shiftInside(double low, double high, double room) {
    const double middle = (low + high) / 2;
    if (middle < 0 || middle > room) return 0;
    if (low < 0) return -low;
    return std::min(0.0, room - high);
}

LabelBox boxOf(const Shape& shape, const Camera& camera, const Brush& brush) {
    const Vec anchor = camera.toScreen(shape.points[0]) + Vec(shape.offset.x, -shape.offset.y);
    const double width = brush.textWidth(shape.text, shape.size, shape.bold);
    const double left = shape.align == Align::left     ? 0
                        : shape.align == Align::center ? width / 2
                                                       : width;
    LabelBox box{{anchor.x - left, anchor.y - shape.size * 0.6},
                 {anchor.x - left + width, anchor.y + shape.size * 0.6},
                 shape.priority};
    const Vec shift = shiftInside(box, camera.size);
    box.low += shift;
    box.high += shift;
    return box;
}

}  // namespace

Vec shiftInside(const LabelBox& box, Vec stage) {
    return {shiftInside(box.low.x, box.high.x, stage.x),
            shiftInside(box.low.y, box.high.y, stage.y)};
}

std::vector<bool> visibleLabels(const std::vector<LabelBox>& boxes, Vec stage,
                                std::vector<LabelBox> taken) {
    std::vector<size_t> order(boxes.size());
    std::iota(order.begin(), order.end(), size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](size_t a, size_t b) { return boxes[a].priority > boxes[b].priority; });
    const LabelBox all{{0, 0}, stage, 0};
    std::vector<bool> visible(boxes.size(), false);
    for (const size_t i : order) {
        const LabelBox& box = boxes[i];
        if (!overlap(box, all)) continue;
        if (std::any_of(taken.begin(), taken.end(),
                        [&](const LabelBox& other) { return overlap(box, other); }))
            continue;
        visible[i] = true;
        taken.push_back(box);
    }
    return visible;
}

std::vector<PlacedLabel> placeLabels(const Scene& scene, const Camera& camera, const Brush& brush) {
    std::vector<PlacedLabel> labels;
    std::vector<LabelBox> boxes, notes;
    for (const Shape& shape : scene.shapes()) {
        if (shape.kind != ShapeKind::text) continue;
        if (!std::isfinite(shape.points[0].x) || !std::isfinite(shape.points[0].y)) continue;
        labels.push_back({&shape, boxOf(shape, camera, brush)});
        boxes.push_back(labels.back().box);
    }
    for (const PlacedNote& note : placeNotes(scene, camera, brush))
        notes.push_back({note.low - Vec(clearance, 0), note.high + Vec(clearance, 0), 0});
    const std::vector<bool> visible = visibleLabels(boxes, camera.size, std::move(notes));
    size_t kept = 0;
    for (size_t i = 0; i < labels.size(); ++i)
        if (visible[i]) labels[kept++] = labels[i];
    labels.resize(kept, {nullptr, {}});
    return labels;
}

}  // namespace pt
