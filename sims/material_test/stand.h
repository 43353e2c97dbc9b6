// The three test stands: what a specimen does under a load. Pure functions, SI.
#pragma once

#include "sims/material_test/specimen.h"

namespace pt {

// What ended a test.
enum class Outcome : uint8_t { none, broken, crushed, slipped, folded };
inline constexpr const char* outcomes[] = {"", "broken", "crushed", "slipped", "folded"};

struct StandPoint {
    double force = 0;       // N on the specimen
    double deflection = 0;  // m: elongation; sag at mid-span; bow at mid-height, the first one
                            // included
    double stress = 0;      // Pa, the largest tension in it
    Outcome outcome = Outcome::none;  // what ends the test here
};

// Hung with a bucket of `force`: σ = F/A, ΔL = F L / (E A), brittle.
StandPoint pull(const Specimen& piece, double span, double force);

// On two supports with a bucket of `force` at mid-span: w = F L³ / (48 E I), σ = F L / (4 W).
// Small deflections: a few per cent off at w = L/10; at w = L/5 it slips off the supports.
StandPoint bend(const Specimen& piece, double span, double force);
inline constexpr double slipDeflection = 0.2;  // of the span

// A hinged column with a bow w0, pressed together by `shortening`: small deflections follow
// P = Pcr (1 - w0/w) (Southwell 1932), large ones the elastica P = Pcr (2K(k)/π)², and the product
// of both is exact in either limit. Breaks when P w / W - P/A reaches the bending strength.
StandPoint press(const Specimen& piece, double span, double shortening);

// The force on that column once it is bowed out to `deflection` m at mid-height.
double forceAtBow(const Specimen& piece, double span, double deflection);
inline constexpr double buckledBow = 0.1;  // of the span: by then it has plainly buckled

// Euler's load of a hinged column.
double eulerLoad(const Specimen& piece, double span);

// The elastica between hinges, by the modulus k = sin(end angle / 2), 0 <= k < 1.
struct Elastica {
    double load = 1;        // P / Pcr
    double deflection = 0;  // at mid-height / length
    double shortening = 0;  // of the distance between the ends / length
};
Elastica elastica(double k);
// The curve of an elastica with this deflection / length, from hinge to hinge: `pieces` + 1 points,
// relative to the length of the strand.
struct CurvePoint {
    double along = 0, aside = 0;
};
std::vector<CurvePoint> elasticaCurve(double deflection, int pieces);
// P / Pcr of an elastica with this deflection / length; the largest k is that of foldAngle.
double elasticaLoad(double deflection);
inline constexpr double foldAngle = 1.75;  // rad at the ends: it folds and the test is over

}  // namespace pt
