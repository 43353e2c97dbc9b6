// x^y = e^(y log x) with the logarithm in double-double: an error in y log x counts up to 745
// times in the result. Special cases as ISO C annex F.
#include "engine/core/math.h"
#include "engine/core/math_dd.h"

namespace pt::math {
namespace {

bool isWhole(double y) { return std::floor(y) == y; }

// From 2^53 on every double is even.
bool isOdd(double y) { return std::fabs(y) < 0x1p53 && isWhole(y) && 2 * std::floor(y / 2) != y; }

// size^y for size >= 0 and y != 0.
double powOf(double size, double y) {
    if (size == 1) return 1;
    // Beyond 2^65 even the double next to 1 overflows or vanishes.
    const bool extreme = size == 0 || std::isinf(size) || std::fabs(y) > 0x1p65;
    const Dd exponent = extreme ? Dd{} : Dd{y} * logOf(size);
    if (extreme || std::fabs(exponent.hi) > 750) return (size > 1) == (y > 0) ? infinity : 0;
    const Exp e = expParts(exponent);
    return scaled(rounded(e.value), e.exponent);
}

}  // namespace

double pow(double x, double y) {
    if (x == 1 || y == 0) return 1;
    if (std::isnan(x) || std::isnan(y)) return nan;
    if (x < 0 && !std::isinf(x) && !isWhole(y)) return nan;
    const double size = powOf(std::fabs(x), y);
    return std::signbit(x) && isOdd(y) ? -size : size;
}

}  // namespace pt::math
