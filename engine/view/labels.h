// Labels: which of the texts on a stage are shown so that none covers another.
#pragma once

#include <vector>

#include "engine/view/scene.h"

namespace pt {

struct LabelBox {
    Vec low, high;  // screen points
    int priority = 0;
};

// Shifts a box that pokes out of the stage back inside; one whose middle is outside stays there.
Vec shiftInside(const LabelBox& box, Vec stage);

// One flag a box. The higher priority wins, then the earlier box; boxes outside the stage hide.
std::vector<bool> visibleLabels(const std::vector<LabelBox>& boxes, Vec stage);

}  // namespace pt
