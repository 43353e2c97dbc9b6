// Members in several elements: for buckling, second-order bending and vibration between the nodes.
#pragma once

#include <vector>

#include "engine/numerics/frame_fem.h"

namespace pt {

// Frame member m becomes parts[m] equal ones in a row (>= 1), in the order of the members; springs
// and hinges stay at its two ends. Truss members stay whole: a chain of hinges has no stiffness.
// The old nodes keep their numbers, the new ones follow.
Frame subdivided(const Frame& frame, const std::vector<int>& parts);
Frame subdivided(const Frame& frame, int parts);

}  // namespace pt
