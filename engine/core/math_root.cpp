#include "engine/core/math.h"
#include "engine/core/math_dd.h"

namespace pt::math {

// sqrt(x^2 + y^2) in double-double, on numbers scaled so that no square overflows or vanishes.
double hypot(double x, double y) {
    const double a = std::fabs(x), b = std::fabs(y);
    if (std::isinf(a) || std::isinf(b)) return infinity;
    if (std::isnan(a) || std::isnan(b)) return nan;
    const double large = a > b ? a : b, small = a > b ? b : a;
    if (small <= large * 0x1p-54) return large + small;
    const double up = large > 0x1p500 ? 0x1p-600 : large < 0x1p-400 ? 0x1p600 : 1;
    const double l = large * up, s = small * up;
    return rounded(sqrt(twoProduct(l, l) + twoProduct(s, s))) / up;
}

// |x| = m 2^3k with 1 <= m < 8. A straight line, three steps of Halley's method on doubles
// (relative error 0.08, 3e-4, 2e-11, rounding), and a Newton step with the rest in
// double-double.
double cbrt(double x) {
    if (x == 0 || !std::isfinite(x)) return x;
    Parts p = parts(std::fabs(x));
    const int third = (p.exponent + 3000) / 3 - 1000;
    const double m = p.mantissa * powerOfTwo(p.exponent - 3 * third);
    double root = 0.93 + 0.147 * m;
    for (int i = 0; i < 3; ++i) {
        const double cube = root * root * root;
        root *= (cube + 2 * m) / (2 * cube + m);
    }
    const Dd rest = Dd{m} - twoProduct(root, root) * Dd{root};
    return std::copysign(scaled(root + rest.hi / (3 * root * root), third), x);
}

}  // namespace pt::math
