// Bars between two planes. They are not in the statics; they count in mass, glue and matter.
#pragma once

#include <vector>

#include "sims/spaghetti_bridge/design.h"
#include "sims/spaghetti_bridge/material.h"

namespace pt {

// One strand each, from a node in one plane to a node in the other.
struct BracingBar {
    int from = 0, to = 0;  // nodes
    double length = 0;     // m
};

// Ladder: one straight across at each node. Cross: those, and two diagonals for each member at the
// bottom and the top. None for one plane.
std::vector<BracingBar> bracingBars(const Bridge& bridge, const BridgeMaterial& material);

// kg of a bar with a drop of glue at each end.
double barMass(const BracingBar& bar, const BridgeMaterial& material);

}  // namespace pt
