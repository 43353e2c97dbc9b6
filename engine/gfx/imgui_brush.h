// A Brush that paints on an ImGui draw list. ImGui's units are pixels.
#pragma once

#include <imgui.h>
#include <vector>

#include "engine/gfx/fonts.h"
#include "engine/view/paint.h"

namespace pt {

class ImGuiBrush : public Brush {
public:
    // Point (0, 0) lies at `origin` pixels; a point is fonts.scale() pixels. Both outlive this.
    ImGuiBrush(ImDrawList& list, const Fonts& fonts, Vec origin);

    void fill(const std::vector<Vec>& convex, Color color) override;
    void stroke(const std::vector<Vec>& points, bool closed, double width, Color color) override;
    void text(Vec baseline, std::string_view text, const Lettering& style) override;
    double textWidth(std::string_view text, double size, bool bold) const override;
    void cells(const Cells& cells) override;

private:
    ImVec2 toPixels(Vec point) const;
    void smoothCells(const Cells& cells);

    ImDrawList& list_;
    const Fonts& fonts_;
    Vec origin_;
    std::vector<ImVec2> scratch_;
};

// Paper, then the scene, clipped to the camera's size.
void paintStage(const Scene& scene, const Camera& camera, ImDrawList& list, const Fonts& fonts,
                Vec origin);

}  // namespace pt
