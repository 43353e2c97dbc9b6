// Cross-sections that several tests solve.
#pragma once

#include "engine/numerics/heat2d.h"

namespace pt {

// A slab between x = 0 and `length`, y = 0 and `height`, with air at these temperatures behind
// these resistances; W/(m K), J/(m³ K). A low one gets its cells in x.
inline HeatSection slab(double length, double conductivity, double capacity, double left,
                        double leftResistance, double right, double rightResistance,
                        double height = 1) {
    HeatSection section;
    section.materials = {{"slab", conductivity, capacity, 1, 0.9}};
    section.rectangles = {{0, 0, length, height, 0}};
    section.boundaries = {{"left", 0, 0, 0, height, left, leftResistance, 0},
                          {"right", length, 0, length, height, right, rightResistance, 0}};
    return section;
}

// ISO 10211:2017 annex C, case 1: 1 × 1 m here, top at 20, the other sides at 0 (kelvin above 0).
inline HeatSection isoCase1() {
    HeatSection section;
    section.materials = {{"column", 1}};
    section.rectangles = {{0, 0, 1, 1, 0}};
    section.boundaries = {{"left", 0, 0, 0, 1, 0, 0, 0},
                          {"right", 1, 0, 1, 1, 0, 0, 0},
                          {"below", 0, 0, 1, 0, 0, 0, 0},
                          {"above", 0, 1, 1, 1, 20, 0, 0}};
    return section;
}

// Case 2: a roof of concrete over wood and insulation, on an aluminium profile.
inline HeatSection isoCase2() {
    HeatSection section;
    section.materials = {
        {"concrete", 1.15}, {"wood", 0.12}, {"insulation", 0.029}, {"aluminium", 230}};
    section.rectangles = {{0, 0.0415, 0.5, 0.0475, 0},     {0, 0.0365, 0.015, 0.0415, 1},
                          {0.015, 0.0365, 0.5, 0.0415, 2}, {0, 0.0015, 0.5, 0.0365, 2},
                          {0, 0, 0.5, 0.0015, 3},          {0, 0, 0.0015, 0.0365, 3},
                          {0, 0.035, 0.015, 0.0365, 3}};
    section.boundaries = {{"outside", 0, 0.0475, 0.5, 0.0475, 0, 0.06, 0},
                          {"inside", 0, 0, 0.5, 0, 20, 0.11, 0}};
    return section;
}

}  // namespace pt
