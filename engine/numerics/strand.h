// Strands: the thin members of a model bridge. Cross-sections of one strand and of a bundle, and
// the materials that classes build with, each number with its range and its source. SI units.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "engine/core/result.h"

namespace pt {

inline constexpr int maxStrands = 37;

struct Section {
    double area = 0;     // m²
    double inertia = 0;  // m⁴, about the weakest axis
    double modulus = 0;  // m³, W = I / largest edge distance from that axis
    double width = 0;    // m, of the circle around the section
};

// What one strand looks like, cut across.
enum class StrandShape : uint8_t { round, tube, rectangle };
struct StrandOutline {
    StrandShape shape = StrandShape::round;
    double width = 1.8e-3;  // m: diameter, or the broad side of a rectangle
    double thickness = 0;   // m: wall of a tube (< width / 2), narrow side of a rectangle
};
// Widths above 0, walls that fit; the rectangle's broad side at least the narrow one.
bool isOutline(const StrandOutline& outline);

Section section(const StrandOutline& one);

// Round strands and tubes: the first lies at the origin; each next one takes the place in the
// hexagonal grid that keeps the polar second moment smallest, so 3, 7, 19 and 37 strands make the
// full triangle and hexagons. Rectangles lie flat on each other. Bonded strands act as one:
// I = Σ (own I + own A d²) about the weakest axis. Loose strands bend each on their own: I = n I₁,
// W = n W₁. 1 <= strands <= maxStrands.
Section bundle(const StrandOutline& one, int strands, bool bonded);
// Of round strands, diameter in m.
Section bundle(int strands, double diameter, bool bonded);

// A number as people found it: the usual value, the range it is found in, and where.
struct Sourced {
    double value = 0, low = 0, high = 0;  // SI, low <= value <= high
    bool estimate = false;                // no measurement behind it that we could read
    std::string source;
};

// Stiffness against moisture W (mass of water to dry mass): E(W) = E 10^(-k (W - reference)).
// An approximation: the shape is measured (ln E falls along a line), k is not.
struct MoistureLaw {
    double reference = 0.1;  // W of the material's own numbers
    Sourced slope;           // k

    double factor(double moisture) const;  // E(moisture) / E(reference)
};

struct StrandMaterial {
    std::string key;  // "spaghetti_180", "balsa": an option of a choice in labs
    StrandOutline outline;
    double length = 0;             // m, as bought
    Sourced density;               // kg/m³
    Sourced E;                     // Pa
    Sourced strength;              // Pa, mean in tension of strands as long as strengthLength
    double strengthLength = 0.25;  // m
    Sourced weibullModulus;
    Sourced crushing;  // Pa
    // Relative standard deviations from strand to strand.
    Sourced widthScatter, stiffnessScatter;
    double lengthScatter = 0;  // m, of the strand as bought
    MoistureLaw moisture;

    double referenceVolume() const { return section(outline).area * strengthLength; }  // m³
};

// Those of assets/materials/strands.json, in its order; a broken file is a bug.
std::span<const StrandMaterial> strandMaterials();
// nullptr when there is none with this key.
const StrandMaterial* findStrandMaterial(std::string_view key);

}  // namespace pt
