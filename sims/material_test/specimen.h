// A specimen: the piece that hangs in the test stand, as it really is. Pupils never see these
// numbers; they see what the instruments say.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/numerics/strand.h"

namespace pt {

enum class TestKind : uint8_t { tension, bending, buckling };

// What is drawn from the box, SI.
struct Box {
    StrandMaterial material;
    double moisture = 0.1;  // mass of water to dry mass
    int strands = 1;        // of one specimen
    bool bonded = true;
};

struct Specimen {
    StrandOutline outline;  // of one strand
    Section one, section;   // one strand, the bundle
    int strands = 1;
    double length = 0;                   // m, of a strand as bought
    double strandMass = 0, boxMass = 0;  // kg: one strand, twenty of its box together
    double E = 0;                        // Pa, at its moisture
    double tension = 0, bending = 0;     // Pa, at which the bundle fails in this test
    double crushing = 0;                 // Pa
    double bow = 0;                      // m, initial bow at mid-height of the column
};

inline constexpr int strandsInBox = 20;

// Number `number` (from 1) of the box with this seed, tested over `span` metres. The same strand
// has the same flaws in every test: a longer span holds more of them.
Specimen drawSpecimen(const Box& box, uint64_t seed, int number, double span);

// Volume that is stressed as much as the most stressed point, to the whole volume, in three-point
// bending, for the modulus m (Weibull 1939); round rods by engine/numerics/weibull.h, rectangles
// 1 / (2 (m+1)²), tubes as thin-walled: B((m+1)/2, 1/2) / (2π (m+1)).
double bendingVolumeOf(StrandShape shape, double modulus);

// Equal brittle strands share a force until the weakest arrangement gives way: the largest of
// (n - k) s_(k) / n with s sorted (Daniels 1945). At least one strength.
double sharedStrength(std::vector<double> strengths);

}  // namespace pt
