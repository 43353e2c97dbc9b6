// Cross-section of a member: a bundle of equal round strands, hexagonally packed.
#pragma once

namespace pt {

inline constexpr int maxStrands = 37;

struct Section {
    double area = 0;     // m²
    double inertia = 0;  // m⁴, about the weakest axis
    double modulus = 0;  // m³, W = I / largest edge distance from that axis
    double width = 0;    // m, of the circle around the bundle
};

// The first strand lies at the origin; each next one takes the place in the hexagonal grid that
// keeps the polar second moment smallest, so 3, 7, 19 and 37 strands make the full triangle and
// hexagons. Bonded strands act as one: I = n π r⁴/4 + π r² Σ d² about the weakest axis. Loose
// strands bend each on their own: I = n π r⁴/4, W = n π r³/4. 1 <= strands <= maxStrands, diameter
// in m.
Section bundle(int strands, double diameter, bool bonded);

}  // namespace pt
