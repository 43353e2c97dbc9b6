// One element that has been displaced and turned far: what it feels along its chord. Internal to
// numerics. Source: Crisfield, vol. 1, ch. 7.
#pragma once

#include "engine/numerics/frame_mesh.h"

namespace pt::frame {

struct Corotated {
    double cos = 1, sin = 0, length = 0;  // of the chord now
    double axial = 0;                     // force along it, tension > 0
    double momentFrom = 0, momentTo = 0;  // of the nodes on the ends, counter-clockwise
    double energy = 0;                    // strain energy, springs included
    double bent = 0;                      // largest turn of an end node from the chord, radians
};

// `ends`: displacements in global axes. Turns from the chord are taken below half a turn.
Corotated corotated(const Element& element, const Ends& ends);
// Of the nodes on the ends, global axes: the gradient of the energy.
Ends endForces(const Corotated& state);
// The derivative of those forces; symmetric.
Block tangent(const Element& element, const Corotated& state);

}  // namespace pt::frame
