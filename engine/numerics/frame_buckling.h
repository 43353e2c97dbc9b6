// Linearised buckling: K φ = λ (-Kg) φ with the geometric stiffness Kg of unit loads. Internal to
// numerics.
#pragma once

#include <vector>

#include "engine/numerics/frame_fem.h"

namespace pt::frame {

// The lowest positive factor of a frame that is in equilibrium with these member forces (tension
// > 0); the shape is given at the first `nodes` nodes.
BucklingMode lowestMode(const Frame& frame, size_t nodes, const std::vector<double>& axial);

}  // namespace pt::frame
