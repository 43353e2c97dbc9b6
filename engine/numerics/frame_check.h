// Is a frame fit to be worked out? Internal to numerics.
#pragma once

#include "engine/numerics/frame_fem.h"

namespace pt::frame {

// Errors: those of FrameSolver::solve except the mechanism.
Status check(const Frame& frame);
// Only the numbers and the nodes that loads name.
Status checkNumbers(const Frame& frame);

// Products of four such numbers stay finite.
bool sane(double value);
bool positive(double value);

}  // namespace pt::frame
