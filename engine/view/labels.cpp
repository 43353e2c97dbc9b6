#include "engine/view/labels.h"

#include <algorithm>
#include <numeric>

namespace pt {
namespace {

bool overlap(const LabelBox& a, const LabelBox& b) {
    return a.low.x < b.high.x && b.low.x < a.high.x && a.low.y < b.high.y && b.low.y < a.high.y;
}

double shiftInside(double low, double high, double room) {
    const double middle = (low + high) / 2;
    if (middle < 0 || middle > room) return 0;
    if (low < 0) return -low;
    return std::min(0.0, room - high);
}

}  // namespace

Vec shiftInside(const LabelBox& box, Vec stage) {
    return {shiftInside(box.low.x, box.high.x, stage.x),
            shiftInside(box.low.y, box.high.y, stage.y)};
}

std::vector<bool> visibleLabels(const std::vector<LabelBox>& boxes, Vec stage) {
    std::vector<size_t> order(boxes.size());
    std::iota(order.begin(), order.end(), size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](size_t a, size_t b) { return boxes[a].priority > boxes[b].priority; });
    const LabelBox all{{0, 0}, stage, 0};
    std::vector<bool> visible(boxes.size(), false);
    std::vector<LabelBox> taken;
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

}  // namespace pt
