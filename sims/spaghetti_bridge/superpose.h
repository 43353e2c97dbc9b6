// Load cases of the same linear structure, added up.
#pragma once

#include "engine/numerics/frame_fem.h"

namespace pt {

// sum += factor * part; both of the same frame.
void superpose(FrameSolution& sum, const FrameSolution& part, double factor);

}  // namespace pt
