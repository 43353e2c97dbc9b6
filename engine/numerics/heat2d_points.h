// Temperature and heat flux anywhere in a cross-section, from those of its cells. Internal to
// numerics.
#pragma once

#include "engine/numerics/heat2d_mesh.h"

namespace pt::heat {

struct Field {
    const HeatSection& section;
    const Mesh& mesh;
    const std::vector<double>& cells;  // K
};

// In a quarter of a cell: bilinear between its middle, its two sides and its corner. Continuous,
// with the kinks where materials meet. NaN outside.
double temperatureAt(const Field& field, double x, double y);
// W/m², linear between the sides of the cell, where it is what flows to the neighbours; 0 outside.
Heat2d::Flux fluxAt(const Field& field, double x, double y);

}  // namespace pt::heat
