// How the bridge as a whole would buckle, and under which load.
#pragma once

#include <array>
#include <glm/vec2.hpp>
#include <vector>

namespace pt {

// Where a member's points go: at 0, 1/4, 1/2, 3/4 and 1 of its length.
using BuckledMember = std::array<glm::dvec2, 5>;

struct BridgeBuckling {
    double load = 0;    // N hung from the bridge at which it buckles; infinity: it never does
    int member = -1;    // that uses most of its own Euler load then
    double length = 1;  // effective length factor K: N_cr = π² E I / (K L)², the same everywhere
    std::vector<BuckledMember> shape;  // one a member; the largest displacement is 1
};

}  // namespace pt
