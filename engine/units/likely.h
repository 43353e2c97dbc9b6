// What a person meant who typed a number in another unit than was asked.
#pragma once

#include <optional>
#include <span>

#include "engine/units/unit.h"

namespace pt {

// The unit in which the typed number comes nearest to what is expected (SI, not 0), if it is then
// within a factor `near` of it; of units as near, the first. Nothing when none comes that near.
std::optional<Unit> likelyUnit(double typed, double expectedSi, std::span<const Unit> units,
                               double near = 3);

// The units that people read off their instruments for this dimension. A force also has the
// kilogram whose weight it is: g = 9.80665 m/s2.
std::span<const Unit> everydayUnits(const Dimension& dimension);

}  // namespace pt
