// What a drawn junction is physically: which empty cells are room, open air or hollow, where air
// meets material, and which parts go on undisturbed beyond the sheet. SI units.
#pragma once

#include <vector>

#include "sims/passive_house/detail.h"

namespace pt {

struct DetailEdge {  // where air meets one rectangle, axis-parallel
    Climate air = Climate::inside;
    double x0 = 0, y0 = 0, x1 = 0, y1 = 0;  // x0 <= x1, y0 <= y1
    double resistance = 0.13;               // m² K/W (ISO 6946, by the direction of heat flow)
    int normalX = 0, normalY = 0;           // unit vector out of the material
    int rectangle = 0;                      // index
};
// Air that is closed in counts as a material (ISO 6946 annex D, no ventilation).
struct DetailHollow {
    std::vector<DetailBox> boxes;  // without overlap
    double conductivity = 0;       // W/(m K)
};
struct DetailShape {
    std::vector<DetailEdge> edges;
    std::vector<DetailHollow> hollows;
    std::vector<DetailBox> seams;   // lines between unlike parts, of no width or no height
    std::vector<DetailPart> parts;  // of a window U is 0 until it is solved
};

// Errors: detail.no_inside, detail.no_outside, detail.leak.
Result<DetailShape> shapeOf(const Detail& detail);

// λ that gives a closed hollow of this size its resistance, W/(m K); `thickness` in the direction
// of the heat flow.
double hollowConductivity(double thickness, double width);

}  // namespace pt
