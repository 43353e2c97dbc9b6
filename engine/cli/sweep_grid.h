// The runs of a sweep: every combination of the varied settings, and the seeds.
#pragma once

#include <string>
#include <vector>

#include "engine/cli/run_request.h"
#include "engine/core/json.h"

namespace pt {

inline constexpr int64_t mostRuns = 1'000'000;

struct SweepAxis {
    std::string key;
    std::vector<Json> values;  // numbers in the shown unit, or options
};

// "height=3 cm:20 cm:5" (both ends included), "type=warren,pratt", "strands=1,2,4". Errors:
// cli.usage.vary {text}, cli.vary_key {key}, those of parseInput.
Result<std::vector<SweepAxis>> parseAxes(const std::vector<std::string>& texts,
                                         const LabEntry& lab);

// Request number n as a JSON line's object; the last axis turns fastest, and each point is run
// with `repeat` seeds in a row before it.
Json gridRequest(const RunRequest& base, uint64_t firstSeed, const std::vector<SweepAxis>& axes,
                 int64_t repeat, int64_t n);
int64_t gridSize(const std::vector<SweepAxis>& axes, int64_t repeat);  // at most mostRuns + 1

}  // namespace pt
