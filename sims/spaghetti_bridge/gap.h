// Why the real bridge did otherwise than the model: the model run again with one thing changed at a
// time, as far as that usually goes; and readings in the wrong unit.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/model/schema.h"
#include "sims/spaghetti_bridge/forecast.h"

namespace pt {

// One thing that may have been otherwise, changed as far as the gap asks and its usual range goes.
struct Reason {
    std::string key;       // of gapKeys
    double value = 0;      // SI, of what was varied; N for the strength of strands
    double load = 0;       // N, breaking load of that run
    double mass = 0;       // kg
    double explained = 0;  // share of the gap in breaking load that it closes, 0 .. 1
};
// The usual ranges: a glue drop 0.25 to 4 times as heavy (or, when the bridge was weighed, what
// makes up the difference), joints from hinged to 100 N m/rad, joints that let go at 10 to 90 N, E
// 0.8 to 1.4 times, strands 5 % thinner or thicker, strands as strong as in the 10 % weakest or
// strongest of all draws.
inline constexpr const char* gapKeys[] = {"glue_mass",    "joint_stiffness", "joint_strength",
                                          "E_modulus",    "strand_diameter", "strength_low",
                                          "strength_high"};

struct RealResult {
    double load = 0;  // N
    double mass = 0;  // kg; 0: not weighed
};

// One thing a slice. At the end `reasons`, which outlives the job, holds those that close 1 % of
// the gap or more, the largest share first.
std::unique_ptr<Job> gapJob(BridgeInput input, const Forecast& forecast, const RealResult& real,
                            std::vector<Reason>& reasons);

}  // namespace pt
