// What becomes of units when numbers are multiplied. Internal to the scenario module.
#pragma once

#include <optional>

#include "engine/units/unit.h"

namespace pt::scenario {

// For showing a result: the authors' units put together ("N/g"), or SI where those make no unit.
// Nothing when a power becomes too big.
std::optional<Unit> product(const Unit& a, const Unit& b);
std::optional<Unit> quotient(const Unit& a, const Unit& b);
// Nothing unless every power is even.
std::optional<Unit> rootOf(const Unit& unit);

// Of a difference: K for °C.
Unit difference(const Unit& unit);

}  // namespace pt::scenario
