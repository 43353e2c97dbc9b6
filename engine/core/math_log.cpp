// log(m 2^k) = k log(2) + log(m), and log(m) = 2 (s + s^3/3 + s^5/5 + …) with s = (m-1)/(m+1),
// |s| <= 0.172. The first terms are summed in double-double, so that pow can use the result.
#include "engine/core/math.h"
#include "engine/core/math_dd.h"

namespace pt::math {
namespace {

constexpr double sqrt2 = 0x1.6a09e667f3bcdp+0;
// log(2) in two parts; the first has 41 bits, so that k times it is exact.
constexpr double ln2Hi = 0x1.62e42fefa3000p-1;
constexpr double ln2Lo = 0x1.3de6af278ece6p-42;

constexpr Dd third = {0x1.5555555555555p-2, 0x1.5555555555555p-56};
constexpr Dd fifth = {0x1.999999999999ap-3, -0x1.999999999999ap-57};
// 1/7, 1/9, … 1/29; the next term weighs 0.172^30 / 31 < 2^-80.
constexpr double tail[] = {1.0 / 7,  1.0 / 9,  1.0 / 11, 1.0 / 13, 1.0 / 15, 1.0 / 17,
                           1.0 / 19, 1.0 / 21, 1.0 / 23, 1.0 / 25, 1.0 / 27, 1.0 / 29};

// log(m) for sqrt(1/2) <= m <= sqrt(2).
Dd logOfMantissa(double m) {
    const Dd s = Dd{m - 1} / twoSum(m, 1);
    const Dd square = s * s;
    const Dd ofFifth = fifth + Dd{square.hi * polynomial(square.hi, tail)};
    const Dd ofThird = third + square * ofFifth;
    const Dd half = s + s * (square * ofThird);
    return {2 * half.hi, 2 * half.lo};
}

}  // namespace

Dd logOf(double x) {
    auto [mantissa, exponent] = parts(x);
    if (mantissa > sqrt2) {
        mantissa /= 2;
        ++exponent;
    }
    return twoSum(exponent * ln2Hi, exponent * ln2Lo) + logOfMantissa(mantissa);
}

double log(double x) {
    if (std::isnan(x) || x < 0) return nan;
    if (x == 0) return -infinity;
    return std::isinf(x) ? x : rounded(logOf(x));
}

}  // namespace pt::math
