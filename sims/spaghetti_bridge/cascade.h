// What the first failure drags along.
#pragma once

#include <cstdint>
#include <vector>

#include "sims/spaghetti_bridge/design.h"
#include "sims/spaghetti_bridge/statics.h"

namespace pt {

struct Failure {
    int member = 0;
    FailureMode mode = FailureMode::none;
    double at = 0.5;  // where it breaks, as a share of its length
};

// Without the members that are gone the load finds other ways: the worst member goes next, until
// the rest holds, is a mechanism and falls, or a dozen members are gone. The load stays; the jolt
// of a sudden break is not counted. The first member leads the list.
std::vector<Failure> cascade(const Bridge& bridge, const BridgeMaterial& material,
                             const std::vector<int>& strands, uint64_t seed, double load,
                             int firstMember, FailureMode firstMode);

}  // namespace pt
