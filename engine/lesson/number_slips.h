// What went wrong with a number that is not the right one: a unit that was not converted, a comma
// in the wrong place, a lost minus sign …
#pragma once

#include <string>

#include "engine/core/result.h"
#include "engine/units/unit.h"

namespace pt::checks {

struct Expected {
    double si = 0;
    double tolerance = 0;  // SI, absolute
    Unit unit;             // in which the answer is asked
};

struct Slip {
    std::string reason;  // of a Verdict
    Args args = {};
    bool general = false;  // only that it is too high or too low
};
// Never nothing: at the least whether the number is too high or too low. Precondition: it is not
// right, and a unit that was typed fits the dimension.
Slip slipOf(const Typed& typed, const Expected& expected);

}  // namespace pt::checks
