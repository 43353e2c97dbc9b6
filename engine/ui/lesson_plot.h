// The plot of a lesson's node of role `plot`, for both renderers.
#pragma once

#include <vector>

#include "engine/ui/lab_ui.h"
#include "engine/view/plot.h"

namespace pt {

// Owns the numbers that its plot refers to; they are in the units that people see.
class LessonPlot {
public:
    explicit LessonPlot(const UiNode& node);  // with its two columns

    Plot plot() const;

private:
    Axis x_, y_;
    std::vector<double> pointX_, pointY_, curveX_, curveY_;
    std::string emptyText_, fitText_;
};

}  // namespace pt
