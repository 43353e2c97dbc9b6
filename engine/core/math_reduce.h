// For math_trig.cpp: an angle less a multiple of pi/2.
#pragma once

#include "engine/core/math_dd.h"

namespace pt::math {

struct Reduced {
    int quarters;  // n mod 4
    Dd angle;      // radians - n pi/2, |angle| <= pi/4 and a little; relative error below 2^-70
};

// Any finite angle.
Reduced reduced(double radians);

}  // namespace pt::math
