// e^x = 2^k e^r with |r| <= log(2)/2, and the Taylor series of e^r: 0.35^14 / 14! < 2^-57.
#include "engine/core/math.h"
#include "engine/core/math_dd.h"

namespace pt::math {
namespace {

constexpr double log2e = 0x1.71547652b82fep+0;
// log(2) in two parts; the first has 41 bits, so that k times it is exact.
constexpr double ln2Hi = 0x1.62e42fefa3000p-1;
constexpr double ln2Lo = 0x1.3de6af278ece6p-42;

// 1/2!, 1/3!, … 1/13!
constexpr double expTerms[] = {1.0 / 2,       1.0 / 6,        1.0 / 24,        1.0 / 120,
                               1.0 / 720,     1.0 / 5040,     1.0 / 40320,     1.0 / 362880,
                               1.0 / 3628800, 1.0 / 39916800, 1.0 / 479001600, 1.0 / 6227020800};

// 1/3!, 1/5!, … 1/19!
constexpr double sinhTerms[] = {1.0 / 6,
                                1.0 / 120,
                                1.0 / 5040,
                                1.0 / 362880,
                                1.0 / 39916800,
                                1.0 / 6227020800,
                                1.0 / 1307674368000,
                                1.0 / 355687428096000,
                                1.0 / 121645100408832000};

constexpr double expOverflow = 709.8;                  // e^x is infinite from 709.783 on
constexpr double expUnderflow = -745.2;                // and rounds to 0 below -745.134
constexpr double sinhOverflow = 0x1.633ce8fb9f87dp+9;  // 710.4759: half of e^x still fits

Dd expTaylor(Dd r) {
    const Dd sum = quickTwoSum(1, r.hi);
    const double square = r.hi * r.hi;
    const double rest = square * polynomial(r.hi, expTerms) + (r.lo + r.lo * r.hi);
    return quickTwoSum(sum.hi, sum.lo + rest);
}

// e^x / 2 for 0 <= x <= sinhOverflow.
Dd halfExp(double x) {
    const Exp e = expParts({x});
    return {scaled(e.value.hi, e.exponent - 1), scaled(e.value.lo, e.exponent - 1)};
}

// |x| <= 1: the Taylor series; x^20 / 21! < 2^-65.
Dd sinhTaylor(double x) {
    const double square = x * x;
    return quickTwoSum(x, x * square * polynomial(square, sinhTerms));
}

// e^-x / 2; beyond 2^100 it is lost beside `half`, and the division would overflow.
Dd halfInverse(Dd half) { return half.hi > 0x1p100 ? Dd{} : Dd{0.25} / half; }

// x >= 0.
Dd coshOf(double x) {
    const Dd half = halfExp(x);
    return half + halfInverse(half);
}

}  // namespace

Exp expParts(Dd x) {
    const double k = std::floor(x.hi * log2e + 0.5);
    const double reduced = x.hi - k * ln2Hi;
    const Dd r = twoSum(reduced, x.lo - k * ln2Lo);
    return {expTaylor(r), static_cast<int>(k)};
}

double exp(double x) {
    if (std::isnan(x)) return nan;
    if (x > expOverflow) return infinity;
    if (x < expUnderflow) return 0;
    const Exp e = expParts({x});
    return scaled(rounded(e.value), e.exponent);
}

double sinh(double x) {
    const double size = std::fabs(x);
    if (std::isnan(x)) return nan;
    if (size < 0x1p-28) return x;
    if (size <= 1) return rounded(sinhTaylor(x));
    if (size > sinhOverflow) return std::copysign(infinity, x);
    const Dd half = halfExp(size);
    return std::copysign(rounded(half - halfInverse(half)), x);
}

double cosh(double x) {
    const double size = std::fabs(x);
    if (std::isnan(x)) return nan;
    return size > sinhOverflow ? infinity : rounded(coshOf(size));
}

double tanh(double x) {
    const double size = std::fabs(x);
    if (std::isnan(x)) return nan;
    if (size < 0x1p-28) return x;
    if (size > 22) return std::copysign(1.0, x);  // 1 - tanh(22) < 2^-62
    if (size < 0.55) return rounded(sinhTaylor(x) / coshOf(size));
    return std::copysign(rounded(Dd{1} - Dd{1} / (halfExp(2 * size) + Dd{0.5})), x);
}

}  // namespace pt::math
