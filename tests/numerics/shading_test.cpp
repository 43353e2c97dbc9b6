// Shadows of overhangs and fins against closed forms.
#include "engine/numerics/shading.h"

#include <gtest/gtest.h>

#include <cmath>

#include "engine/core/math.h"
#include "engine/core/rng.h"

namespace pt {
namespace {

constexpr double degree = math::pi / 180, upright = math::pi / 2;
const PlaneRectangle window{0, 0, 3, 2};

// Light that falls at a profile angle (up) and comes from the side by the other.
PlaneDirection from(double up, double side) {
    const double a = math::tan(side), b = math::tan(up);
    const double length = std::sqrt(1 + a * a + b * b);
    return {a / length, b / length, 1 / length};
}

double lit(std::vector<Overhang> overhangs, std::vector<Fin> fins, PlaneDirection sun) {
    return sunlitShare(window, overhangs, fins, sun);
}

TEST(Shading, AWideOverhangCutsOffTheTop) {
    const Overhang wide{-100, 103, 2.5, 1};
    for (const double up : {10.0, 30.0, 45.0, 60.0}) {
        const double shadow = math::tan(up * degree) - 0.5;
        const double expected = 1 - std::min(1.0, std::max(0.0, shadow / 2));
        EXPECT_NEAR(lit({wide}, {}, from(up * degree, 20 * degree)), expected, 1e-12) << up;
    }
    EXPECT_EQ(lit({wide}, {}, from(-10 * degree, 0)), 1);  // light from below
}

TEST(Shading, ANarrowOverhangThrowsAParallelogram) {
    // Over x 0 … 3 at the head, light from the right at 45° and from above at 45°: the shadow
    // slides 1 to the left and 1 down; its left triangle falls beside the window.
    const double expected = 1 - (3 * 1 - 0.5) / 6;
    EXPECT_NEAR(lit({{0, 3, 2, 1}}, {}, from(45 * degree, 45 * degree)), expected, 1e-12);
    EXPECT_NEAR(lit({{0, 3, 2, 1}}, {}, from(45 * degree, -45 * degree)), expected, 1e-12);
}

TEST(Shading, AFinCutsOffTheSide) {
    const Fin high{3, -100, 102, 0.6};
    const double side = 50 * degree;
    EXPECT_NEAR(lit({}, {high}, from(30 * degree, side)), 1 - 0.6 * math::tan(side) / 3, 1e-12);
    EXPECT_EQ(lit({}, {high}, from(30 * degree, -side)), 1);  // the shadow falls outward
}

TEST(Shading, OverlappingShadowsCountOnce) {
    const PlaneDirection sun = from(40 * degree, 40 * degree);
    const Overhang wide{-100, 103, 2, 1};
    const Fin high{3, -100, 102, 1};
    const double down = math::tan(40 * degree);
    const double expected = (3 - down) * (2 - down) / 6;
    EXPECT_NEAR(lit({wide}, {high}, sun), expected, 1e-12);
    EXPECT_NEAR(lit({wide, wide}, {high, high}, sun), expected, 1e-12);
}

TEST(Shading, SunFromBehindReachesNothing) {
    EXPECT_EQ(lit({}, {}, {0, 0.6, -0.8}), 0);
    EXPECT_EQ(lit({}, {}, {0, 0.6, 0.8}), 1);
    const double grazing = lit({{0, 3, 2, 1}}, {}, {0.8, 0.6, 1e-300});
    EXPECT_TRUE(grazing >= 0 && grazing <= 1);
}

bool covered(double x, double z, const std::vector<Overhang>& overhangs,
             const std::vector<Fin>& fins, const PlaneDirection& sun) {
    const auto hits = [&](double distance, double depth) {
        return distance >= 0 && distance * sun.out <= depth;
    };
    for (const Overhang& o : overhangs) {
        const double d = (o.z - z) / sun.up, at = x + d * sun.right;
        if (hits(d, o.depth) && at >= o.x0 && at <= o.x1) return true;
    }
    for (const Fin& f : fins) {
        const double d = (f.x - x) / sun.right, at = z + d * sun.up;
        if (hits(d, f.depth) && at >= f.z0 && at <= f.z1) return true;
    }
    return false;
}

// Rays from a grid of points give the same share as the areas, whatever is in the way.
TEST(Shading, AgreesWithRays) {
    Rng rng(7, "shading");
    const auto within = [&rng](double low, double high) {
        return low + (high - low) * rng.uniform();
    };
    for (int round = 0; round < 40; ++round) {
        std::vector<Overhang> overhangs;
        std::vector<Fin> fins;
        for (int i = 0; i < 2; ++i) {
            const double x = within(-1, 2);
            overhangs.push_back({x, x + within(0.5, 3), within(1, 3), within(0.2, 1.5)});
            const double z = within(-1, 1);
            fins.push_back({within(-1, 4), z, z + within(0.5, 3), within(0.2, 1.5)});
        }
        const PlaneDirection sun = from(within(-60, 75) * degree, within(-75, 75) * degree);
        constexpr int grid = 200;
        int sunny = 0;
        for (int i = 0; i < grid; ++i)
            for (int j = 0; j < grid; ++j)
                sunny += !covered(3 * (i + 0.5) / grid, 2 * (j + 0.5) / grid, overhangs, fins, sun);
        EXPECT_NEAR(lit(overhangs, fins, sun), sunny / double(grid * grid), 0.01) << round;
    }
}

TEST(Shading, DirectionsAreSeenFromThePlane) {
    const Direction south = planeNormal(math::pi, upright);
    const PlaneDirection ahead = seenFrom(math::pi, upright, south);
    EXPECT_NEAR(ahead.out, 1, 1e-12);
    const PlaneDirection east = seenFrom(math::pi, upright, {1, 0, 0});
    EXPECT_NEAR(east.right, 1, 1e-12);  // looking at a south wall, east is on the right
    const PlaneDirection up = seenFrom(1.2, upright, {0, 0, 1});
    EXPECT_NEAR(up.up, 1, 1e-12);
    const PlaneDirection roof = seenFrom(math::pi, 30 * degree, {0, 0, 1});
    EXPECT_NEAR(roof.out, math::cos(30 * degree), 1e-12);
    EXPECT_NEAR(roof.up, math::sin(30 * degree), 1e-12);
}

// An endless overhang at the head hides from a point at depth h below it the sky above an angle;
// over the height the view factors of two perpendicular strips give (Hottel's crossed strings).
TEST(Shading, AnEndlessOverhangHidesTheSkyOfTwoStrips) {
    const Overhang endless{-500, 503, 2, 1};
    const double height = 2, depth = 1;
    const double factor = (height + depth - std::sqrt(height * height + depth * depth)) / 2;
    const SkyLeft left = skyLeft(window, std::vector<Overhang>{endless}, {}, upright);
    EXPECT_NEAR(left.sky, 1 - factor / height / 0.5, 0.005);
    EXPECT_EQ(left.ground, 1);
    EXPECT_EQ(skyLeft(window, {}, {}, upright).sky, 1);
}

TEST(Shading, FinsHideSkyAndGroundAlike) {
    const std::vector<Fin> fins{{0, -1000, 1000, 1}, {3, -1000, 1000, 1}};
    const SkyLeft left = skyLeft(window, {}, fins, upright);
    const double factor = (3 + 1 - std::sqrt(10.0)) / 2 / 3;
    EXPECT_NEAR(left.sky, 1 - 2 * factor, 0.01);
    EXPECT_NEAR(left.ground, left.sky, 1e-9);
}

}  // namespace
}  // namespace pt
