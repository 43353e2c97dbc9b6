// The cells of a cross-section: borders on every edge of a rectangle or boundary and graded between
// them, and the material of each cell. Internal to numerics.
#pragma once

#include <vector>

#include "engine/numerics/heat2d.h"

namespace pt::heat {

inline constexpr int empty = -1;

struct Grid {
    std::vector<double> xs, ys;  // borders, rising
    std::vector<int> material;   // a cell, from the lower left; `empty` where there is none

    int columns() const { return static_cast<int>(xs.size()) - 1; }
    int rows() const { return static_cast<int>(ys.size()) - 1; }
    int cell(int column, int row) const { return row * columns() + column; }
    double width(int column) const { return xs[column + 1] - xs[column]; }
    double height(int row) const { return ys[row + 1] - ys[row]; }
};

// Errors: those of Heat2d::make that are about sizes and numbers.
Status checkSection(const HeatSection& section);
// Of a checked section. Error: heat2d.too_many.
Result<Grid> makeGrid(const HeatSection& section, int cells);
// The border of `all` nearest to `at`.
int nearestBorder(const std::vector<double>& all, double at);

}  // namespace pt::heat
