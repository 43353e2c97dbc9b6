// Forecast: how strong the bridge is likely to be, from many seeded draws of its strands.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "engine/model/schema.h"
#include "sims/spaghetti_bridge/statics.h"

namespace pt {

struct Forecast {
    double low = 0, middle = 0, high = 0;  // N: 10, 50 and 90 % of the draws break below it
    int draws = 0;
};

// One test of one seeded bridge.
struct Repeat {
    uint64_t seed = 0;
    double load = 0;  // N
    int member = -1;
    FailureMode mode = FailureMode::none;
};

}  // namespace pt
