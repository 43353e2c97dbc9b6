#include "engine/lesson/digits.h"

#include <cmath>
#include <string>

#include <fmt/format.h>

#include "engine/core/math.h"

namespace pt::checks {

double lastDigit(double value, int digits) {
    if (value == 0 || !std::isfinite(value)) return 0;
    const std::string power = fmt::format("{:.{}e}", std::fabs(value), digits - 1);
    const int exponent = std::stoi(power.substr(power.find('e') + 1));
    return math::pow(10, exponent - digits + 1);
}

}  // namespace pt::checks
