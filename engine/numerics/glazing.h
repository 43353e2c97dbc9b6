// Glazing: panes and gaps, what they let through and absorb at each angle, and how heat crosses
// them. SI units, angles in radians, temperatures in kelvin.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "engine/core/result.h"

namespace pt {

// One sheet of glass; solar properties at normal incidence, faces named from outside.
struct Pane {
    double thickness = 0.004;      // m
    double conductivity = 1.0;     // W/(m K)
    double transmittance = 0.834;  // solar, normal
    double reflectanceFront = 0.075, reflectanceBack = 0.075;
    double emissivityFront = 0.84, emissivityBack = 0.84;
};
enum class GapGas : uint8_t { air, argon, krypton };
struct Gap {
    double width = 0.012;  // m
    GapGas gas = GapGas::air;
    double fill = 1;         // share of the gas, the rest is air
    double conductance = 0;  // W/(m² K); > 0: fixed instead of computed
};
// panes from outside to inside, one gap less than panes; 1 .. 4 panes.
struct Glazing {
    std::vector<Pane> panes;
    std::vector<Gap> gaps;
};

// Share of the sun that a glazing lets through, and that each pane absorbs.
struct GlazingOptics {
    double transmittance = 0, reflectance = 0;
    std::array<double, 4> absorbed{};
};
// Errors: glazing.panes, glazing.range {key}.
Status checkGlazing(const Glazing& glazing);
GlazingOptics opticsAt(const Glazing& glazing, double incidence);  // 0 .. π/2
GlazingOptics opticsDiffuse(const Glazing& glazing);               // from a uniform half-space

// W/(m² K) through a gap between two panes of these temperatures, convection and radiation
// together (ISO 15099); tilt as for surfaces, height of the gap in m.
double gapConductance(const Gap& gap, double emissivity1, double emissivity2, double t1, double t2,
                      double tilt, double height);

// U in the middle of the glass, EN 673 (ΔT 15 K, mean 10 °C, Rse 0.04, Rsi 0.13), and g, EN 410.
double uValueOf(const Glazing& glazing);
double gValueOf(const Glazing& glazing);

}  // namespace pt
