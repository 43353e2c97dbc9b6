// Labels: which of the texts on a stage are shown so that none covers another or a note.
#pragma once

#include <vector>

#include "engine/view/paint.h"

namespace pt {

struct LabelBox {
    Vec low, high;  // screen points
    int priority = 0;
};

// Shifts a box that pokes out of the stage back inside; one whose middle is outside stays there.
Vec shiftInside(const LabelBox& box, Vec stage);

// One flag a box. The higher priority wins, then the earlier box; boxes outside the stage, and
// those that touch what is taken already, hide.
std::vector<bool> visibleLabels(const std::vector<LabelBox>& boxes, Vec stage,
                                std::vector<LabelBox> taken = {});

struct PlacedLabel {
    const Shape* shape;  // of the scene
    LabelBox box;
};
// The labels that are shown, in the order of the shapes.
std::vector<PlacedLabel> placeLabels(const Scene& scene, const Camera& camera, const Brush& brush);

}  // namespace pt
