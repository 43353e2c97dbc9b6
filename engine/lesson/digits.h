// Digits of a number as people write it. Internal to the lesson module.
#pragma once

namespace pt::checks {

// One unit in the last of that many significant digits: 0.01 for 3.14159 and 3; 0 for 0.
double lastDigit(double value, int digits);

}  // namespace pt::checks
