// How far a double is from the exact value, in units in the last place of the exact value.
#pragma once

#include <cmath>
#include <limits>

namespace pt {

// The reference is the platform's long double function: 64 bits or more, off by at most about
// 0.001 ulp of a double. Where long double is double the sweeps would prove nothing.
inline constexpr bool has_reference = std::numeric_limits<long double>::digits >= 64;

inline long double ulpOf(long double exact) {
    int exponent = 0;
    std::frexp(exact, &exponent);
    return std::ldexp(1.0L, std::max(exponent - 53, -1074));
}

inline double ulpError(double value, long double exact) {
    if (std::isnan(exact)) return std::isnan(value) ? 0 : HUGE_VAL;
    if (std::isnan(value)) return HUGE_VAL;
    // Beyond the largest double and half an ulp, infinity is the rounded value.
    const bool overflows = std::fabs(exact) >= 0x1.fffffffffffff8p1023L;
    if (overflows)
        return value == std::copysign(HUGE_VAL, static_cast<double>(exact)) ? 0 : HUGE_VAL;
    if (std::isinf(value)) return HUGE_VAL;
    return static_cast<double>(std::fabs(value - exact) / ulpOf(exact));
}

}  // namespace pt
