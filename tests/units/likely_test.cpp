#include "engine/units/likely.h"

#include <cmath>
#include <gtest/gtest.h>

namespace pt {
namespace {

std::string likely(double typed, double expectedSi, std::string_view asked, double near = 3) {
    const auto found = likelyUnit(typed, expectedSi, everydayUnits(unit(asked).dimension), near);
    return found ? found->symbol : "";
}

TEST(LikelyUnit, IsTheOneThatComesNearest) {
    EXPECT_EQ(likely(61, 60, "N"), "N");
    EXPECT_EQ(likely(6.1, 60, "N"), "kg") << "the bucket was weighed";
    EXPECT_EQ(likely(6100, 60, "N"), "g");
    EXPECT_EQ(likely(0.06, 60, "N"), "kN");
    EXPECT_EQ(likely(24, 0.24, "mm"), "cm");
    EXPECT_EQ(likely(240, 0.24, "m"), "mm");
    EXPECT_EQ(likely(0.24, 0.24, "mm"), "m");
    EXPECT_EQ(likely(118, 0.118, "kg"), "g");
    EXPECT_EQ(likely(4, 3.8e9, "GPa"), "GPa");
}

TEST(LikelyUnit, IsNoneWhenNothingComesNear) {
    EXPECT_EQ(likely(1, 60, "N"), "");
    EXPECT_EQ(likely(-61, 60, "N"), "") << "the wrong side of zero";
    EXPECT_EQ(likely(0, 60, "N"), "");
    EXPECT_EQ(likely(61, 0, "N"), "");
    EXPECT_EQ(likely(NAN, 60, "N"), "");
    EXPECT_EQ(likely(61, NAN, "N"), "");
    EXPECT_EQ(likely(INFINITY, 60, "N"), "");
    EXPECT_EQ(likely(61, 60, "K"), "") << "no other units for it";
    EXPECT_EQ(likely(25, 60, "N", 2), "") << "nearer is asked";
    EXPECT_EQ(likely(30, 60, "N", 2), "N");
    EXPECT_EQ(likely(-61, -60, "N"), "N");
}

TEST(LikelyUnit, AWeightIsAForce) {
    for (const Unit& each : everydayUnits(unit("N").dimension))
        EXPECT_EQ(each.dimension, unit("N").dimension) << each.symbol;
    const Unit kilogram = everydayUnits(unit("N").dimension)[1];
    EXPECT_DOUBLE_EQ(kilogram.toSi(2), 19.6133);
    EXPECT_DOUBLE_EQ(kilogram.fromSi(19.6133), 2);
    const Unit gram = everydayUnits(unit("N").dimension)[2];
    EXPECT_DOUBLE_EQ(gram.toSi(1000), 9.80665);
}

}  // namespace
}  // namespace pt
