// Paint: what a Scene becomes on the screen, shared by ImGui's draw lists and SVG, so that both
// look alike: bars, hatch, arrow heads, halos, and the choice of labels that do not overlap.
#pragma once

#include <string_view>

#include "engine/view/camera.h"
#include "engine/view/scene.h"

namespace pt {

// Screen points, y down; colours resolved.
struct Brush {
    virtual ~Brush() = default;
    virtual void fill(const std::vector<Vec>& convex, Color color) = 0;
    virtual void stroke(const std::vector<Vec>& points, bool closed, double width, Color color) = 0;
    virtual void text(Vec baselineLeft, std::string_view text, double size, bool bold, Color color,
                      Color halo) = 0;
    virtual double textWidth(std::string_view text, double size, bool bold) const = 0;
};

void paint(const Scene& scene, const Camera& camera, Brush& brush);

}  // namespace pt
