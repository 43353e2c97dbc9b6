// Small angles: subtract n times pi/2, held in four parts (Cody and Waite, "Software manual for
// the elementary functions", 1980). Large ones: multiply by those bits of 2/pi that matter
// modulo 4 (Payne and Hanek, "Radian reduction for trigonometric functions", SIGNUM 18, 1983).
#include "engine/core/math_reduce.h"

#include <array>

namespace pt::math {
namespace {

constexpr double twoOverPi = 0x1.45f306dc9c883p-1;
constexpr double quarterPi = 0x1.921fb54442d18p-1;
// pi/2 in four parts; the first three have 36 bits, so that n times them is exact to n = 2^17.
constexpr double halfPi1 = 0x1.921fb54440000p+0;
constexpr double halfPi2 = 0x1.68c234c4c0000p-39;
constexpr double halfPi3 = 0x1.98a2e03700000p-77;
constexpr double halfPi4 = 0x1.cd129024e088ap-115;
constexpr Dd halfPi = {0x1.921fb54442d18p+0, 0x1.1a62633145c07p-54};
constexpr double smallAngle = 1e5;

// 2/pi in binary, most significant word first, after 64 zero bits.
constexpr uint32_t twoOverPiBits[] = {
    0,          0,          0xa2f9836e, 0x4e441529, 0xfc2757d1, 0xf534ddc0, 0xdb629599, 0x3c439041,
    0xfe5163ab, 0xdebbc561, 0xb7246e3a, 0x424dd2e0, 0x06492eea, 0x09d1921c, 0xfe1deb1c, 0xb129a73e,
    0xe88235f5, 0x2ebb4484, 0xe99c7026, 0xb45f7e41, 0x3991d639, 0x835339f4, 0x9c845f8b, 0xbdf9283b,
    0x1ff897ff, 0xde05980f, 0xef2f118b, 0x5a0a6d1f, 0x6d367ecf, 0x27cb09b7, 0x4f463f66, 0x9e5fea2d,
    0x7527bac7, 0xebe5f17b, 0x3d0739f7, 0x8a5292ea, 0x6bfb5fb1, 0x1f8d5d08, 0x56033046, 0xfc7b6bab};

// A 192-bit number, most significant word first.
using Words = std::array<uint32_t, 6>;

// 192 bits of the table from `bit` on.
Words window(int bit) {
    Words words{};
    const int word = bit / 32, shift = bit % 32;
    for (int i = 0; i < 6; ++i) {
        const uint64_t upper = twoOverPiBits[word + i], lower = twoOverPiBits[word + i + 1];
        words[i] = static_cast<uint32_t>((upper << 32 | lower) >> (32 - shift));
    }
    return words;
}

// a * factor + b, modulo 2^192.
Words timesPlus(const Words& a, uint64_t factor, const Words& b) {
    Words sum{};
    uint64_t carry = 0;
    for (int i = 5; i >= 0; --i) {
        carry += a[i] * factor + b[i];
        sum[i] = static_cast<uint32_t>(carry);
        carry >>= 32;
    }
    return sum;
}

Words negated(const Words& a) {
    Words inverse{};
    for (int i = 0; i < 6; ++i) inverse[i] = ~a[i];
    return timesPlus(inverse, 1, {0, 0, 0, 0, 0, 1});
}

// The words as a fraction of 2^192.
Dd fraction(const Words& words) {
    Dd sum;
    double weight = 0x1p-32;
    for (const uint32_t word : words) {
        sum = sum + Dd{word * weight};
        weight *= 0x1p-32;
    }
    return sum;
}

Reduced reducedSmall(double radians) {
    const double n = std::floor(radians * twoOverPi + 0.5);
    const Dd first = twoSum(radians - n * halfPi1, -(n * halfPi2));
    const Dd angle = first - twoSum(n * halfPi3, n * halfPi4);
    return {static_cast<int>(n) & 3, angle};
}

// radians = m 2^e with a whole m of 53 bits. The window starts at the bit of 2/pi whose product
// with 2^e weighs 2, so the product has n mod 4 in its two upper bits, then the fraction of n.
Reduced reducedLarge(double radians) {
    const Parts p = parts(radians);
    const auto m = static_cast<uint64_t>(p.mantissa * 0x1p52);
    const int bit = p.exponent - 52 - 2 + 64;
    const Words upper = timesPlus(window(bit + 32), m >> 32, {});
    const Words product = timesPlus(window(bit), m & 0xffffffffu, upper);

    const int below = static_cast<int>(product[0] >> 30);
    Words rest = timesPlus(product, 4, {});
    const bool nearNext = rest[0] >> 31 != 0;
    if (nearNext) rest = negated(rest);
    const Dd angle = fraction(rest) * halfPi;
    return {(below + nearNext) & 3, nearNext ? -angle : angle};
}

}  // namespace

Reduced reduced(double radians) {
    const double size = std::fabs(radians);
    if (size <= quarterPi) return {0, {radians}};
    if (size <= smallAngle) return reducedSmall(radians);
    const Reduced positive = reducedLarge(size);
    if (radians > 0) return positive;
    return {-positive.quarters & 3, -positive.angle};
}

}  // namespace pt::math
