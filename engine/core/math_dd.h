// For the math_*.cpp files only: numbers as an unevaluated sum of two doubles, about 106 bits,
// and the bits of a double.
// Sources: two-sum from Knuth, The Art of Computer Programming 2, section 4.2.2; the product and
// the quotient from Dekker, "A floating-point technique for extending the available precision"
// (Numerische Mathematik 18, 1971). All need -ffp-contract=off.
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>

#include "engine/core/bits.h"

namespace pt::math {

inline constexpr double infinity = std::numeric_limits<double>::infinity();
inline constexpr double nan = std::numeric_limits<double>::quiet_NaN();

// The value hi + lo, with |lo| at most half a unit in the last place of hi.
struct Dd {
    double hi = 0;
    double lo = 0;
};

// a + b exactly.
inline Dd twoSum(double a, double b) {
    const double sum = a + b;
    const double ofB = sum - a;
    const double ofA = sum - ofB;
    return {sum, (a - ofA) + (b - ofB)};
}

// a + b exactly, for |a| >= |b|.
inline Dd quickTwoSum(double a, double b) {
    const double sum = a + b;
    return {sum, b - (sum - a)};
}

// The upper 26 bits of a; |a| < 2^996.
inline double upperHalf(double a) {
    const double shifted = a * 0x1.0000002p27;
    return shifted - (shifted - a);
}

// a * b exactly, for |a|, |b| < 2^996 and a product in the normal range.
inline Dd twoProduct(double a, double b) {
    const double product = a * b;
    const double aHi = upperHalf(a), aLo = a - aHi;
    const double bHi = upperHalf(b), bLo = b - bHi;
    return {product, ((aHi * bHi - product) + aHi * bLo + aLo * bHi) + aLo * bLo};
}

inline Dd operator-(Dd a) { return {-a.hi, -a.lo}; }

inline Dd operator+(Dd a, Dd b) {
    const Dd upper = twoSum(a.hi, b.hi);
    const Dd lower = twoSum(a.lo, b.lo);
    const Dd sum = quickTwoSum(upper.hi, upper.lo + lower.hi);
    return quickTwoSum(sum.hi, sum.lo + lower.lo);
}

inline Dd operator-(Dd a, Dd b) { return a + -b; }

inline Dd operator*(Dd a, Dd b) {
    const Dd product = twoProduct(a.hi, b.hi);
    return quickTwoSum(product.hi, product.lo + (a.hi * b.lo + a.lo * b.hi));
}

inline Dd operator/(Dd a, Dd b) {
    const double quotient = a.hi / b.hi;
    const Dd rest = a - Dd{quotient} * b;
    return quickTwoSum(quotient, rest.hi / b.hi);
}

// One Newton step from the double square root; a > 0.
inline Dd sqrt(Dd a) {
    const double root = std::sqrt(a.hi);
    const Dd rest = a - twoProduct(root, root);
    return quickTwoSum(root, rest.hi / (2 * root));
}

inline double rounded(Dd a) { return a.hi + a.lo; }

// c[0] + c[1] x + c[2] x^2 + …
template <size_t count>
double polynomial(double x, const double (&c)[count]) {
    double sum = c[count - 1];
    for (size_t i = count - 1; i > 0; --i) sum = sum * x + c[i - 1];
    return sum;
}

// 2^n for a normal result: -1022 <= n <= 1023.
inline double powerOfTwo(int n) { return bitCast<double>(static_cast<uint64_t>(n + 1023) << 52); }

// x * 2^n, rounded once, for 2^-100 < |x| < 2 and |n| < 1100: in two steps where 2^n itself is no
// normal number, the first of them exact.
inline double scaled(double x, int n) {
    if (n > 1000) return x * powerOfTwo(1000) * powerOfTwo(n - 1000);
    if (n < -900) return x * powerOfTwo(-900) * powerOfTwo(n + 900);
    return x * powerOfTwo(n);
}

// x = mantissa * 2^exponent with 1 <= mantissa < 2.
struct Parts {
    double mantissa;
    int exponent;
};

// x > 0 and finite.
inline Parts parts(double x) {
    const bool subnormal = x < 0x1p-1022;
    const uint64_t bits = bitCast<uint64_t>(subnormal ? x * 0x1p54 : x);
    const uint64_t fraction = bits & 0x000fffffffffffffu;
    return {bitCast<double>(fraction | 0x3ff0000000000000u),
            static_cast<int>(bits >> 52) - 1023 - (subnormal ? 54 : 0)};
}

// e^x as value * 2^exponent, sqrt(1/2) <= value <= sqrt(2); |x| < 2000. Relative error below 2^-57.
struct Exp {
    Dd value;
    int exponent;
};
Exp expParts(Dd x);

// log(x), x > 0 and finite. Relative error below 2^-68.
Dd logOf(double x);

}  // namespace pt::math
