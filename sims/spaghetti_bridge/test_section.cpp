// Bundles against the second moments that can be worked out by hand.
#include <gtest/gtest.h>

#include "engine/core/math.h"
#include "engine/numerics/frame_fem.h"
#include "sims/spaghetti_bridge/design.h"
#include "sims/spaghetti_bridge/section.h"

namespace pt {
namespace {

constexpr double diameter = 1.8e-3, r = diameter / 2;

struct Known {
    int strands;
    double inertia;  // bonded, in π r⁴
};

void PrintTo(const Known& value, std::ostream* out) { *out << value.strands << " strands"; }
class FullBundle : public testing::TestWithParam<Known> {};

// Steiner: n/4 + half of Σ d²/r² for a bundle without a preferred direction.
TEST_P(FullBundle, HasTheSecondMomentOfItsHexagonOrTriangle) {
    const auto [strands, inertia] = GetParam();
    const double unit = math::pi * r * r * r * r;
    const Section bonded = bundle(strands, diameter, true);
    EXPECT_NEAR(bonded.inertia / unit, inertia, 1e-9 * inertia);
    EXPECT_NEAR(bonded.area, strands * math::pi * r * r, 1e-15);
    const Section loose = bundle(strands, diameter, false);
    EXPECT_NEAR(loose.inertia / unit, strands / 4.0, 1e-9);
    EXPECT_NEAR(loose.modulus / (math::pi * r * r * r), strands / 4.0, 1e-9);
    EXPECT_EQ(loose.area, bonded.area);
}

INSTANTIATE_TEST_SUITE_P(Hexagons, FullBundle,
                         testing::Values(Known{1, 0.25}, Known{3, 2.75}, Known{7, 13.75},
                                         Known{19, 100.75}, Known{37, 381.25}));

// Two strands side by side bend most easily about the line through both: each about its own axis.
TEST(Section, TwoStrandsAreWeakInOneDirection) {
    const Section two = bundle(2, diameter, true);
    EXPECT_NEAR(two.inertia, 2 * math::pi * r * r * r * r / 4, 1e-20);
    EXPECT_NEAR(two.modulus, two.inertia / r, 1e-16);
    EXPECT_NEAR(two.width, 4 * r, 1e-12);
}

// Four make a rhombus with diagonals 2r and 2√3 r: Σ d² = 2 r² about the long one.
TEST(Section, FourStrandsMakeARhombus) {
    const Section four = bundle(4, diameter, true);
    EXPECT_NEAR(four.inertia / (math::pi * r * r * r * r), 4 * 0.25 + 2, 1e-9);
    EXPECT_NEAR(four.modulus, four.inertia / (2 * r), 1e-16);
}

TEST(Section, SevenStrandsHaveTheOutlineOfAHexagon) {
    const Section seven = bundle(7, diameter, true);
    EXPECT_NEAR(seven.width, 6 * r, 1e-12);
}

TEST(Section, GrowsWithEveryStrandAndNeverFallsBelowLooseStrands) {
    for (int n = 1; n < maxStrands; ++n) {
        const Section now = bundle(n, diameter, true), next = bundle(n + 1, diameter, true);
        EXPECT_GT(next.inertia, now.inertia) << n;
        EXPECT_GE(now.inertia, bundle(n, diameter, false).inertia * (1 - 1e-12)) << n;
    }
}

// The capacities of 1.8 mm spaghetti with E = 3.6 GPa, pinned ends.
TEST(Section, BucklingLoadsOfCommonMembers) {
    const auto load = [](int strands, double length, bool bonded) {
        return eulerLoad(3.6e9, bundle(strands, diameter, bonded).inertia, length, 1);
    };
    EXPECT_NEAR(load(1, 0.05, true), 7.324, 1e-3);
    EXPECT_NEAR(load(1, 0.1, true), 1.831, 1e-3);
    EXPECT_NEAR(load(1, 0.25, true), 0.293, 1e-3);
    EXPECT_NEAR(load(7, 0.1, true), 100.7, 0.05);
    EXPECT_NEAR(load(7, 0.1, false), 12.8, 0.05);
}

TEST(Section, ScalesWithTheFourthPowerOfTheDiameter) {
    EXPECT_NEAR(bundle(12, 2 * diameter, true).inertia, 16 * bundle(12, diameter, true).inertia,
                1e-18);
}

}  // namespace
}  // namespace pt
