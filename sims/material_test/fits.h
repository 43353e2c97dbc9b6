// What the table of measurements says about the material: stiffness, strength, spread, density.
#pragma once

#include <span>
#include <vector>

#include "sims/material_test/estimate.h"
#include "sims/material_test/measurements.h"

namespace pt {

// The section of the strands that were tested, from what was measured of them.
bool hasSection(const Measurement& row, StrandShape shape);
Section sectionOf(const Measurement& row, StrandShape shape);

struct Fits {
    // Stress against strain, Pa: tension F/A and ΔL/L; bending F L / (4 W) and 12 w I / (W L²).
    Points tension, bending;
    // Column: F L² / (π² I c) against 1/w, Pa and 1/m, with c what the elastica adds at this w.
    // Southwell's line E - (E w0) (1/w); its intercept is E.
    Points columns;
    Estimate tensionE, bendingE, columnE;           // Pa
    Line columnLine;                                // valid when columnE comes from it
    std::vector<double> tensionBreaks, bendBreaks;  // Pa, rows that broke
    Estimate density;                               // kg/m³, each weighed strand a value
    Estimate width;                                 // m
};

// Of the rows of one material; others do not count.
Fits fitRows(std::span<const Measurement> rows, const std::string& material, StrandShape shape);

// What one test says.
Estimate stiffness(const Fits& fits, TestKind test);
const std::vector<double>& breaks(const Fits& fits, TestKind test);  // columns: none

}  // namespace pt
