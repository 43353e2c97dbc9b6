// Paint: what a Scene becomes on the screen, shared by ImGui's draw lists and SVG, so that both
// look alike: bars, hatch, arrow heads, halos, and the choice of labels that do not overlap.
#pragma once

#include <string_view>
#include <vector>

#include "engine/view/camera.h"
#include "engine/view/scene.h"

namespace pt {

struct Cells;

struct Lettering {
    double size = 13;  // points
    bool bold = false;
    Color color;
    Color halo{0, 0, 0, 0};  // alpha 0: none
    Align align = Align::left;
};

// Screen points, y down; colours resolved.
struct Brush {
    virtual ~Brush() = default;
    virtual void fill(const std::vector<Vec>& convex, Color color) = 0;
    virtual void stroke(const std::vector<Vec>& points, bool closed, double width, Color color) = 0;
    virtual void text(Vec baseline, std::string_view text, const Lettering& style) = 0;
    virtual double textWidth(std::string_view text, double size, bool bold) const = 0;
    // A raster. Unless a brush can do better: even rectangles.
    virtual void cells(const Cells& cells);
};

// Shapes in their order, then the labels that fit, then the notes in the corners. Paints no
// background.
void paint(const Scene& scene, const Camera& camera, Brush& brush);

// The facts of one item on a card beside it, inside the stage; nothing for an item out of range.
void paintCard(const Scene& scene, int item, const Camera& camera, Brush& brush);

// Pieces for other painters. Points are screen points.
void strokeDashed(Brush& brush, const std::vector<Vec>& points, bool closed, double width,
                  Color color, Dash dash);
std::vector<Vec> roundedRect(Vec low, Vec high, double radius);
void fillRounded(Brush& brush, Vec low, Vec high, double radius, Color color);
Color withAlpha(Color color, double alpha);  // alpha 0..1 times the colour's own

}  // namespace pt
