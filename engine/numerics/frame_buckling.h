// Linearised buckling: K φ = λ (-Kg) φ with the geometric stiffness Kg of unit loads. Internal to
// numerics.
#pragma once

#include "engine/numerics/frame_fem.h"
#include "engine/numerics/frame_system.h"

namespace pt::frame {

// Translations and rotations of a shape at the first nodes, its largest translation 1.
std::vector<std::array<double, 3>> nodeShape(const Mesh& mesh, const Vector& shape, size_t nodes);

// The lowest positive factors of the frame that the system holds, at least one (infinity without
// any) and at most `count`; shapes are given at the first `nodes` nodes.
std::vector<BucklingMode> lowestModes(const System& system, const Frame& frame, size_t nodes,
                                      int count);

}  // namespace pt::frame
