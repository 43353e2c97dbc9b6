// The argument less a multiple n of pi/2 as a double-double r, |r| <= pi/4 and a little, then the
// Taylor series of sin r and cos r; n mod 4 tells which of the two, and the sign.
#include "engine/core/math.h"
#include "engine/core/math_dd.h"
#include "engine/core/math_reduce.h"

namespace pt::math {
namespace {

// -1/3!, 1/5!, … 1/17!; the next term weighs 0.79^18 / 19! < 2^-62.
constexpr double sinTerms[] = {
    -1.0 / 6,        1.0 / 120,        -1.0 / 5040,          1.0 / 362880,
    -1.0 / 39916800, 1.0 / 6227020800, -1.0 / 1307674368000, 1.0 / 355687428096000};
// 1/4!, -1/6!, … -1/18!
constexpr double cosTerms[] = {
    1.0 / 24,        -1.0 / 720,         1.0 / 40320,          -1.0 / 3628800,
    1.0 / 479001600, -1.0 / 87178291200, 1.0 / 20922789888000, -1.0 / 6402373705728000};

Dd sinOf(Dd r) {
    const double square = r.hi * r.hi;
    const double rest = r.hi * square * polynomial(square, sinTerms) + r.lo * (1 - square / 2);
    return quickTwoSum(r.hi, rest);
}

Dd cosOf(Dd r) {
    const Dd square = twoProduct(r.hi, r.hi);
    const Dd sum = quickTwoSum(1, -square.hi / 2);
    const double rest = square.hi * square.hi * polynomial(square.hi, cosTerms);
    return quickTwoSum(sum.hi, sum.lo + (rest - (square.lo / 2 + r.hi * r.lo)));
}

}  // namespace

double sin(double radians) {
    if (std::fabs(radians) < 0x1p-27) return radians;
    if (!std::isfinite(radians)) return nan;
    const Reduced r = reduced(radians);
    const double size = rounded(r.quarters % 2 == 0 ? sinOf(r.angle) : cosOf(r.angle));
    return r.quarters < 2 ? size : -size;
}

double cos(double radians) {
    if (!std::isfinite(radians)) return nan;
    const Reduced r = reduced(radians);
    const double size = rounded(r.quarters % 2 == 0 ? cosOf(r.angle) : sinOf(r.angle));
    return r.quarters == 0 || r.quarters == 3 ? size : -size;
}

double tan(double radians) {
    if (std::fabs(radians) < 0x1p-27) return radians;
    if (!std::isfinite(radians)) return nan;
    const Reduced r = reduced(radians);
    const Dd sine = sinOf(r.angle), cosine = cosOf(r.angle);
    return rounded(r.quarters % 2 == 0 ? sine / cosine : -cosine / sine);
}

}  // namespace pt::math
