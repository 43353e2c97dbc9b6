// Cells: a Raster as it comes on the screen, with borders in points and colours found.
#pragma once

#include <vector>

#include "engine/view/scene.h"

namespace pt {

struct Cells {
    int columns = 0, rows = 0;
    std::vector<double> xs, ys;  // columns + 1 rising, rows + 1 falling: screen points
    std::vector<Color> colors;   // from the lower left; alpha 0: nothing there
    // Of a smooth raster, (columns + 1) * (rows + 1): colours where four cells meet. Within a cell
    // they run from its middle to its corners.
    std::vector<Color> corners;
};

// `low` and `high`: screen points of the raster's lower left and upper right; cells outside
// 0..stage are left out. A smooth raster of few cells is refined until its colours step softly.
Cells cellsOf(const Raster& raster, Vec low, Vec high, Vec stage);

struct Patch {
    Vec low, high;  // screen points, low is the upper left
    Color color;
};
// Even rectangles instead of smooth colours; neighbours of one colour joined.
std::vector<Patch> patches(const Cells& cells);

// The value of the cell under a point given as shares of the width and height; NaN: none.
float valueAt(const Raster& raster, Vec share);

}  // namespace pt
