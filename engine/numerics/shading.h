// Shading: which part of a rectangle in a wall overhangs and fins leave in the sun, and how much of
// the sky they leave to it. Plane coordinates of building.h: x to the right as seen from outside, z
// up the plane, m.
#pragma once

#include <span>

#include "engine/numerics/building.h"
#include "engine/numerics/weather.h"

namespace pt {

struct PlaneRectangle {
    double x0 = 0, z0 = 0, x1 = 0, z1 = 0;
};

// The direction towards the sun or a patch of sky, seen from a plane.
struct PlaneDirection {
    double right = 0, up = 0, out = 1;  // unit vector
};
PlaneDirection seenFrom(double azimuth, double tilt, const Direction& direction);

// 0 .. 1 of the rectangle that light from there reaches; 0 when it comes from behind. The exact
// area of the union of the shadows; overhangs and fins throw them to all sides and are thin.
double sunlitShare(const PlaneRectangle& rectangle, std::span<const Overhang> overhangs,
                   std::span<const Fin> fins, const PlaneDirection& towardsSun);

// 0 .. 1 of the light of an even sky and of an even ground that still comes straight to the
// rectangle of a plane of this tilt; 1 for what it cannot see anyway.
struct SkyLeft {
    double sky = 1, ground = 1;
};
SkyLeft skyLeft(const PlaneRectangle& rectangle, std::span<const Overhang> overhangs,
                std::span<const Fin> fins, double tilt);

}  // namespace pt
