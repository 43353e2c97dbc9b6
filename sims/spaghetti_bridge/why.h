// Why did it break, and what would have helped: found by solving again, never made up.
#pragma once

#include "sims/spaghetti_bridge/cascade.h"

namespace pt {

// The smallest change to the failed member that makes another one the weakest, and what the
// bridge would then carry.
struct Remedy {
    std::vector<int> members;  // that get more strands: the failed one and those like it
    int extraStrands = 0;      // 0: none up to the largest bundle helps
    double load = 0;           // N, the bridge's breaking load with it
    int nextMember = -1;       // which fails then
    FailureMode nextMode = FailureMode::none;
};

struct Why {
    int member = -1;
    FailureMode mode = FailureMode::none;
    double load = 0;    // N
    double length = 0;  // m
    double axial = 0;   // N at the failure
    Remedy remedy;
};

// failure: the first one of the test. For a joint that let go
// the remedy is glue that holds: 0 strands more, and what fails then (it may be the same member).
// Otherwise nextMember is -1 when no number of strands helps.
Why whyBroken(const BridgeInput& input, const BridgeStatics& intact, const Failure& failure);

}  // namespace pt
