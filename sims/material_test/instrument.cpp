#include "sims/material_test/instrument.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "engine/core/rng.h"

namespace pt {

double readOff(const Gauge& instrument, double truth, uint64_t seed, std::string_view reading) {
    if (truth <= 0) return 0;
    const auto place = static_cast<int64_t>(std::floor(truth / instrument.division + 0.5));
    Rng random(seed, std::string(reading) + "@" + std::to_string(place));
    const double seen = truth + instrument.noise * random.normal();
    return std::max(0.0, instrument.division * std::floor(seen / instrument.division + 0.5));
}

}  // namespace pt
