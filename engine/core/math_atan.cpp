// The angle of a point in the first octant: turn it back by the nearest atan(k/16), of which the
// table holds the exact value, and sum the series of the small angle that is left:
// atan(q) = atan(c) + atan(t), t = (y - c x) / (x + c y), |t| <= 1/32.
#include "engine/core/math.h"
#include "engine/core/math_dd.h"

namespace pt::math {
namespace {

constexpr Dd exactPi = {0x1.921fb54442d18p+1, 0x1.1a62633145c07p-53};
constexpr Dd halfPi = {0x1.921fb54442d18p+0, 0x1.1a62633145c07p-54};

// atan(k/16) for k = 0 … 16.
constexpr Dd atanTable[] = {{0, 0},
                            {0x1.ff55bb72cfdeap-5, -0x1.c934d86d23f1dp-60},
                            {0x1.fd5ba9aac2f6ep-4, -0x1.cd37686760c17p-59},
                            {0x1.7b97b4bce5b02p-3, 0x1.347b0b4f881cap-58},
                            {0x1.f5b75f92c80ddp-3, 0x1.8ab6e3cf7afbdp-57},
                            {0x1.362773707ebccp-2, -0x1.963a544b672d8p-57},
                            {0x1.6f61941e4def1p-2, -0x1.c63aae6f6e918p-56},
                            {0x1.a64eec3cc23fdp-2, -0x1.24dec1b50b7ffp-56},
                            {0x1.dac670561bb4fp-2, 0x1.a2b7f222f65e2p-56},
                            {0x1.0657e94db30d0p-1, -0x1.d5b495f6349e6p-56},
                            {0x1.1e00babdefeb4p-1, -0x1.928df287a668fp-58},
                            {0x1.345f01cce37bbp-1, 0x1.1021137c71102p-55},
                            {0x1.4978fa3269ee1p-1, 0x1.2419a87f2a458p-56},
                            {0x1.5d58987169b18p-1, 0x1.0028e4bc5e7cap-57},
                            {0x1.700a7c5784634p-1, -0x1.8c34d25aadef6p-56},
                            {0x1.819d0b7158a4dp-1, -0x1.bf76229d3b917p-56},
                            {0x1.921fb54442d18p-1, 0x1.1a62633145c07p-55}};

// -1/3, 1/5, … 1/13; the next term weighs 32^-14 / 15 < 2^-73.
constexpr double atanTerms[] = {-1.0 / 3, 1.0 / 5, -1.0 / 7, 1.0 / 9, -1.0 / 11, 1.0 / 13};

// Angle of (x, y) for 0 <= y <= x, x > 0. Scaling keeps the double-double products in range;
// a quotient below 2^-60 is its own arc tangent.
Dd octantAngle(Dd y, Dd x) {
    if (y.hi < x.hi * 0x1p-60) return {y.hi / x.hi};
    const int exponent = parts(x.hi).exponent;
    const double half = scaled(1, -exponent / 2), rest = scaled(1, -exponent - -exponent / 2);
    y = {y.hi * half * rest, y.lo * half * rest};
    x = {x.hi * half * rest, x.lo * half * rest};

    const double k = std::floor(16 * (y.hi / x.hi) + 0.5);
    const Dd c = {k / 16};
    const Dd t = (y - c * x) / (x + c * y);
    const double square = t.hi * t.hi;
    const Dd series = quickTwoSum(t.hi, t.hi * square * polynomial(square, atanTerms) + t.lo);
    return atanTable[static_cast<size_t>(k)] + series;
}

// Angle of (x, y) in the first quadrant, not the origin.
Dd quadrantAngle(Dd y, Dd x) {
    return y.hi <= x.hi ? octantAngle(y, x) : halfPi - octantAngle(x, y);
}

// sqrt(1 - x^2), |x| <= 1.
Dd cosineOf(double sine) {
    const Dd square = Dd{1} - twoProduct(sine, sine);
    return square.hi > 0 ? sqrt(square) : Dd{};
}

}  // namespace

double atan2(double y, double x) {
    if (std::isnan(x) || std::isnan(y)) return nan;
    if (std::isinf(x) || std::isinf(y)) {  // the direction of a point at infinity
        const double far = std::isinf(y) ? 1 : 0;
        y = std::copysign(far, y);
        x = std::copysign(std::isinf(x) ? 1.0 : 0.0, x);
    }
    if (x == 0 && y == 0) return std::copysign(std::signbit(x) ? exactPi.hi : 0, y);
    const Dd angle = quadrantAngle({std::fabs(y)}, {std::fabs(x)});
    return std::copysign(rounded(x < 0 ? exactPi - angle : angle), y);
}

double atan(double x) { return atan2(x, 1); }

double asin(double x) {
    if (!(std::fabs(x) <= 1)) return nan;
    if (std::fabs(x) < 0x1p-27) return x;
    return std::copysign(rounded(quadrantAngle({std::fabs(x)}, cosineOf(x))), x);
}

double acos(double x) {
    if (!(std::fabs(x) <= 1)) return nan;
    const Dd angle = quadrantAngle(cosineOf(x), {std::fabs(x)});
    return rounded(x < 0 ? exactPi - angle : angle);
}

}  // namespace pt::math
