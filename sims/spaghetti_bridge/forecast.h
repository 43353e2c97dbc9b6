// Forecast: how strong the bridge is likely to be, from many seeded draws of its strands.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "engine/model/schema.h"
#include "sims/spaghetti_bridge/cascade.h"

namespace pt {

struct Forecast {
    double low = 0, middle = 0, high = 0;  // N: 10, 50 and 90 % of the draws break below it
    int draws = 0;
};

inline constexpr int forecastDraws = 200;

// Strengths of a member relative to their mean, and of its thickness, in each draw. They depend on
// its name and strands alone, so that dragging a node draws nothing anew.
class ForecastDraws {
public:
    struct Member {
        std::vector<double> strength, thickness;  // forecastDraws of each
    };
    const Member& of(const BridgeMaterial& material, int strands, const std::string& member);

private:
    std::map<std::pair<std::string, int>, Member> drawn_;
    struct Key {
        double modulus = 0, scatter = 0;
        int planes = 0;
        bool operator==(const Key&) const = default;
    } drawnFor_;
};

// First failure in each draw, from the forces that statics (of this input) already has: with a
// scatter of thickness the forces of an indeterminate bridge are taken as they are without it.
Forecast forecastOf(const BridgeInput& input, const BridgeStatics& statics, ForecastDraws& draws);

// The value below which this share of the numbers lies, 0 .. 1, interpolated; sorted, not empty.
double quantile(const std::vector<double>& sorted, double share);

// One test of one seeded bridge.
struct Repeat {
    uint64_t seed = 0;
    double load = 0;  // N, the largest it carried
    int member = -1;  // the first that failed
    FailureMode mode = FailureMode::none;
};

// NaN: too few.
struct Spread {
    double mean = 0, deviation = 0;  // N
};
Spread spreadOf(const std::vector<Repeat>& repeats);

// Whole tests (breakBridge) of the same design with the seeds after its own, one or more a slice;
// results are appended to `repeats`, which outlives the job.
std::unique_ptr<Job> repeatJob(BridgeInput input, int count, std::vector<Repeat>& repeats);

}  // namespace pt
