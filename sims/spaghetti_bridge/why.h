// Why did it break, and what would have helped: found by solving again, never made up.
#pragma once

#include <string>
#include <vector>

#include "sims/spaghetti_bridge/statics.h"

namespace pt {

// The smallest change to the failed member that makes another one the weakest, and what the
// bridge would then carry.
struct Remedy {
    int extraStrands = 0;  // 0: none up to the largest bundle helps
    double load = 0;       // N, the bridge's breaking load with it
    int nextMember = -1;   // which fails then
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

// One likely reason why the real bridge did otherwise than the model: the model run again with
// this one thing changed within its usual range.
struct Reason {
    std::string key;       // "glue_mass", "joint_stiffness", "strength_low", "strength_high", …
    double value = 0;      // SI, of what was varied
    double load = 0;       // N, breaking load of that run
    double mass = 0;       // kg
    double explained = 0;  // share of the gap in breaking load that it closes, 0 .. 1
};

}  // namespace pt
