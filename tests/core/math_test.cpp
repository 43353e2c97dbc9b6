// Special cases after ISO C annex F, and values published to more digits than a double holds.
#include "engine/core/math.h"

#include <cmath>
#include <gtest/gtest.h>
#include <limits>

#include "engine/core/bits.h"
#include "engine/core/hash.h"
#include "engine/core/rng.h"

namespace pt {
namespace {

constexpr double inf = std::numeric_limits<double>::infinity();
constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double tiny = std::numeric_limits<double>::denorm_min();
constexpr double huge = std::numeric_limits<double>::max();

// Equal bits: tells -0 from +0; any NaN equals any other.
void same(double value, double expected) {
    if (std::isnan(expected))
        EXPECT_TRUE(std::isnan(value)) << value;
    else
        EXPECT_EQ(bitCast<uint64_t>(value), bitCast<uint64_t>(expected))
            << value << " " << expected;
}

TEST(Math, FingerprintIsTheSameInEveryBuild) {
    EXPECT_EQ(hex(math::fingerprint()), "2eb553d0ad426c9f");
}

TEST(Math, OddFunctionsKeepTheSignOfZeroAndTinyNumbers) {
    for (const auto f :
         {math::sin, math::tan, math::asin, math::atan, math::tanh, math::sinh, math::cbrt}) {
        same(f(0.0), 0.0);
        same(f(-0.0), -0.0);
        same(f(nan), nan);
    }
    for (const auto f : {math::sin, math::tan, math::asin, math::atan, math::tanh, math::sinh}) {
        same(f(tiny), tiny);
        same(f(-1e-310), -1e-310);
    }
}

TEST(Math, TrigonometryHasNoValueAtInfinity) {
    for (const auto f : {math::sin, math::cos, math::tan}) {
        same(f(inf), nan);
        same(f(-inf), nan);
    }
    same(math::cos(0), 1);
    same(math::cos(-0.0), 1);
    same(math::cos(nan), nan);
}

// 6381956970095103 * 2^797 is the double nearest to a multiple of pi/2 (Muller, Elementary
// Functions, chapter on range reduction): its cosine is -4.68716592425462761112e-19.
TEST(Math, ReducesTheHardestArgument) {
    const double hardest = std::ldexp(6381956970095103.0, 797);
    same(math::cos(hardest), -4.68716592425462761112e-19);
    same(math::sin(hardest), 1);
}

// Digits of sin(10^22), known since Ng, "Argument reduction: good to the last bit" (1992).
TEST(Math, ReducesTenToThe22) {
    same(math::sin(1e22), -0.8522008497671888017727);
    same(math::sin(-1e22), 0.8522008497671888017727);
}

TEST(Math, BothReductionsAgreeWhereTheyMeet) {
    for (const double x : {99999.99, 1e5, 100000.01}) {
        EXPECT_NEAR(math::sin(x) * math::sin(x) + math::cos(x) * math::cos(x), 1, 4e-16);
        EXPECT_NEAR(math::sin(x), std::sin(x), 2e-16);
        EXPECT_NEAR(math::cos(x), std::cos(x), 2e-16);
    }
}

TEST(Math, ArcFunctionsAtTheirEnds) {
    same(math::asin(1), math::pi / 2);
    same(math::asin(-1), -math::pi / 2);
    same(math::acos(1), 0.0);
    same(math::acos(-1), math::pi);
    same(math::acos(0), math::pi / 2);
    for (const double outside : {1.0000000000000002, -2.0, inf, -inf}) {
        same(math::asin(outside), nan);
        same(math::acos(outside), nan);
    }
    same(math::acos(nan), nan);
    same(math::atan(inf), math::pi / 2);
    same(math::atan(-inf), -math::pi / 2);
    same(math::atan(1), math::pi / 4);
}

TEST(Math, Atan2OnTheAxesAndAtInfinity) {
    same(math::atan2(0.0, 1), 0.0);
    same(math::atan2(-0.0, 1), -0.0);
    same(math::atan2(0.0, 0.0), 0.0);
    same(math::atan2(-0.0, 0.0), -0.0);
    same(math::atan2(0.0, -0.0), math::pi);
    same(math::atan2(-0.0, -0.0), -math::pi);
    same(math::atan2(0.0, -3), math::pi);
    same(math::atan2(-0.0, -3), -math::pi);
    same(math::atan2(2, 0.0), math::pi / 2);
    same(math::atan2(-2, -0.0), -math::pi / 2);
    same(math::atan2(inf, inf), math::pi / 4);
    same(math::atan2(-inf, -inf), -0x1.2d97c7f3321d2p+1);  // -3 pi / 4
    same(math::atan2(inf, 5), math::pi / 2);
    same(math::atan2(5, inf), 0.0);
    same(math::atan2(-5, inf), -0.0);
    same(math::atan2(5, -inf), math::pi);
    same(math::atan2(nan, 1), nan);
    same(math::atan2(1, nan), nan);
    same(math::atan2(tiny, huge), 0.0);
    same(math::atan2(huge, tiny), math::pi / 2);
    same(math::atan2(tiny, tiny), math::pi / 4);
    same(math::atan2(huge, -huge), 0x1.2d97c7f3321d2p+1);
}

TEST(Math, ExpAtItsEnds) {
    same(math::exp(0.0), 1);
    same(math::exp(-0.0), 1);
    same(math::exp(1), 2.718281828459045);
    same(math::exp(inf), inf);
    same(math::exp(-inf), 0.0);
    same(math::exp(nan), nan);
    same(math::exp(709.782712893384), 0x1.fffffffffff2ap+1023);
    same(math::exp(709.7827128933841), inf);
    same(math::exp(-745.1332191019411), tiny);
    same(math::exp(-745.1332191019412), 0.0);
    same(math::exp(huge), inf);
    same(math::exp(-huge), 0.0);
}

TEST(Math, LogAtItsEnds) {
    same(math::log(1), 0.0);
    same(math::log(0.0), -inf);
    same(math::log(-0.0), -inf);
    same(math::log(-1), nan);
    same(math::log(-inf), nan);
    same(math::log(inf), inf);
    same(math::log(nan), nan);
    same(math::log(tiny), -744.4400719213812);
    same(math::log(huge), 709.782712893384);
    same(math::log(2), 0.6931471805599453);
}

TEST(Math, HyperbolicFunctionsAtTheirEnds) {
    same(math::sinh(710.4758600739439), 0x1.ffffffffffd3bp+1023);
    same(math::sinh(710.476), inf);
    same(math::sinh(-inf), -inf);
    same(math::sinh(inf), inf);
    same(math::cosh(0.0), 1);
    same(math::cosh(-inf), inf);
    same(math::cosh(inf), inf);
    same(math::cosh(nan), nan);
    same(math::cosh(710.476), inf);
    same(math::tanh(inf), 1);
    same(math::tanh(-inf), -1);
    same(math::tanh(1e300), 1);
    same(math::tanh(30), 1);
}

// ISO C annex F.10.4.4.
TEST(Math, PowSpecialCases) {
    same(math::pow(nan, 0), 1);
    same(math::pow(1, nan), 1);
    same(math::pow(nan, 1), nan);
    same(math::pow(2, nan), nan);
    same(math::pow(0.0, -3), inf);
    same(math::pow(-0.0, -3), -inf);
    same(math::pow(-0.0, -2), inf);
    same(math::pow(-0.0, -0.5), inf);
    same(math::pow(-0.0, -inf), inf);
    same(math::pow(-0.0, 3), -0.0);
    same(math::pow(-0.0, 2), 0.0);
    same(math::pow(0.0, 0.5), 0.0);
    same(math::pow(-1, inf), 1);
    same(math::pow(-1, -inf), 1);
    same(math::pow(-8, 1.0 / 3), nan);
    same(math::pow(0.5, -inf), inf);
    same(math::pow(2, -inf), 0.0);
    same(math::pow(0.5, inf), 0.0);
    same(math::pow(2, inf), inf);
    same(math::pow(-inf, -3), -0.0);
    same(math::pow(-inf, -2), 0.0);
    same(math::pow(-inf, 3), -inf);
    same(math::pow(-inf, 2), inf);
    same(math::pow(-inf, 0.5), inf);
    same(math::pow(inf, -0.1), 0.0);
    same(math::pow(inf, 0.1), inf);
}

TEST(Math, PowOfWholeNumbersIsExact) {
    same(math::pow(3, 4), 81);
    same(math::pow(-3, 3), -27);
    same(math::pow(10, 22), 1e22);
    same(math::pow(2, -1074), tiny);
    same(math::pow(2, -1075), 0.0);
    same(math::pow(2, 1023), 0x1p1023);
    same(math::pow(2, 1024), inf);
    same(math::pow(-2, 1025), -inf);
    same(math::pow(9, 0.5), 3);
    same(math::pow(-1, 0x1p53), 1);
    same(math::pow(-1, 0x1p53 - 1), -1);
    same(math::pow(1 - 0x1p-53, 1e300), 0.0);
    same(math::pow(1 + 0x1p-52, 1e300), inf);
    same(math::pow(7, 1), 7);
}

TEST(Math, RootsOfSquaresAndCubesAreExact) {
    for (int i = 1; i < 2000; ++i) {
        same(math::cbrt(static_cast<double>(i) * i * i), i);
        same(math::hypot(3.0 * i, -4.0 * i), 5.0 * i);
    }
    same(math::cbrt(-27), -3);
    same(math::cbrt(inf), inf);
    same(math::cbrt(-inf), -inf);
    same(math::cbrt(0x1p-1074), 0x1p-358);
}

TEST(Math, HypotNeitherOverflowsNorVanishesEarly) {
    same(math::hypot(3 * 0x1p1000, 4 * 0x1p1000), 5 * 0x1p1000);
    same(math::hypot(3 * 0x1p-1060, 4 * 0x1p-1060), 5 * 0x1p-1060);
    same(math::hypot(huge, huge), inf);
    same(math::hypot(huge, 0), huge);
    same(math::hypot(tiny, 0), tiny);
    same(math::hypot(-0.0, -0.0), 0.0);
    same(math::hypot(inf, nan), inf);
    same(math::hypot(nan, -inf), inf);
    same(math::hypot(nan, 1), nan);
}

// No input may hang, trap or leave the range of the function.
TEST(Math, AnyBitsGiveAValueInRange) {
    Rng rng(3, "bits");
    for (int i = 0; i < 200'000; ++i) {
        const double x = bitCast<double>(rng.next());
        if (!std::isfinite(x)) continue;
        EXPECT_LE(std::fabs(math::sin(x)), 1) << x;
        EXPECT_LE(std::fabs(math::cos(x)), 1) << x;
        EXPECT_LE(std::fabs(math::atan(x)), math::pi / 2) << x;
        EXPECT_LE(std::fabs(math::tanh(x)), 1) << x;
        EXPECT_GE(math::cosh(x), 1) << x;
        EXPECT_GE(math::exp(x), 0) << x;
        EXPECT_EQ(math::sin(-x), -math::sin(x));
        EXPECT_EQ(math::cos(-x), math::cos(x));
        EXPECT_FALSE(std::isnan(math::tan(x))) << x;
    }
}

}  // namespace
}  // namespace pt
