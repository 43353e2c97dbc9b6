// What a bridge is made of and how it is put together: the same for all its members.
#pragma once

#include <cstdint>

#include "engine/numerics/strand.h"

namespace pt {

inline constexpr double gravity = 9.81;  // m/s²

enum class Joints : uint8_t { pinned, rigid, glued };  // glued: springs that can let go
enum class Bracing : uint8_t { none, ladder, cross };  // between two planes

struct BridgeMaterial {
    double strandDiameter = 1.8e-3;  // m; the broad side of a rectangle
    StrandShape shape = StrandShape::round;
    double thickness = 0;           // m: StrandOutline::thickness
    double E = 3.6e9;               // Pa
    double density = 1500;          // kg/m³
    double tensileStrength = 30e6;  // Pa, mean of single strands of strengthLength
    double strengthLength = 0.25;   // m
    double weibullModulus = 9;
    double crushingStrength = 50e6;  // Pa
    double diameterScatter = 0;      // deviation of one strand's diameter, relative
    bool bonded = true;

    Joints joints = Joints::pinned;
    double glueMass = 0.5e-3;   // kg a joint
    double jointStiffness = 1;  // N m/rad an end, glued
    double jointStrength = 45;  // N an end, glued

    int planes = 1;      // 1 or 2, side by side; they share the load
    double width = 0.1;  // m between two planes
    Bracing bracing = Bracing::none;

    StrandOutline outline() const { return {shape, strandDiameter, thickness}; }
};

}  // namespace pt
