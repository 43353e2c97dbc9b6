// The box against closed forms: steady warming, a balance that closes, exponential cooling.
#include <gtest/gtest.h>

#include <cmath>

#include "sims/cardboard_house/box.h"

namespace pt {
namespace {

constexpr double room = 293.15;
constexpr double film = 2.5 + 5.1 * 0.9;  // W/(m² K)

BoxDesign cube(double side) {
    BoxDesign design;
    design.width = design.depth = design.height = side;
    return design;
}

void run(BoxHeat& heat, double seconds, double dt, double lamp) {
    for (double t = 0; t < seconds; t += dt) heat.step(dt, lamp, room);
}

// A large box of thin board is flat: U = 1 / (Ri + d/λ + Re) on 6 a².
TEST(Box, ALargeThinBoxHasTheUValueOfItsWall) {
    BoxDesign design = cube(0.8);
    design.cardboard = 0.001;
    const double u = 1 / (2 / film + 0.001 / 0.06);
    EXPECT_NEAR(BoxHeat(design).wallLoss(), u * 6 * 0.64, 0.005 * u * 6 * 0.64);
    design.foil = Foil::outside;
    const double shiny = 1 / (1 / film + 0.001 / 0.06 + 1 / (2.5 + 5.1 * 0.05));
    EXPECT_NEAR(BoxHeat(design).wallLoss(), shiny * 6 * 0.64, 0.005 * shiny * 6 * 0.64);
    design.foil = Foil::none;
    design.insulation = Insulation::foam;
    design.thickness = 0.02;
    const BoxHeat lined(design);
    EXPECT_LT(lined.wallLoss(), 0.35 * u * 6 * 0.64);
}

// The light warms the inside of the wall, the rest the air: behind the inner film and before it.
TEST(Box, WarmsToWhatTheResistancesSay) {
    BoxDesign design = cube(0.8);
    design.cardboard = 0.001;
    BoxHeat heat(design);
    run(heat, 40'000, 20, 25);
    const double area = 6 * 0.64, inner = 1 / film / area;
    const double all = (2 / film + 0.001 / 0.06) / area;
    const double expected = 25 * all - radiantShare * 25 * inner;
    EXPECT_NEAR(heat.air() - room, expected, 0.01 * expected);
    EXPECT_NEAR(heat.flows().walls, 25, 1e-6);
}

TEST(Box, CoolsExponentially) {
    BoxDesign design = cube(0.3);
    design.insulation = Insulation::foam;
    BoxHeat heat(design);
    heat.start(room + 40);
    run(heat, 1200, 1, 0);  // until the shape of the profile stays
    const double first = heat.air() - room;
    run(heat, 600, 1, 0);
    const double second = heat.air() - room;
    run(heat, 600, 1, 0);
    const double third = heat.air() - room;
    EXPECT_GT(first, 1);
    EXPECT_NEAR(third / second, second / first, 1e-3);
    EXPECT_LT(second, first);
}

TEST(Box, WhatGoesInIsStoredOrGoesOut) {
    BoxDesign design = cube(0.3);
    design.insulation = Insulation::wool;
    design.hole = Hole::open;
    design.gaps = 4e-4;
    BoxHeat heat(design);
    double in = 0, out = 0;
    const double before = heat.held();
    for (int i = 0; i < 3000; ++i) {
        const double lamp = i < 1500 ? 40 : 0;
        heat.step(2, lamp, room + 0.001 * i);
        const BoxFlows& flows = heat.flows();
        in += 2 * lamp;
        out += 2 * (flows.walls + flows.hole + flows.gaps + flows.light);
    }
    EXPECT_NEAR(heat.held() - before, in - out, 1e-9 * in);
}

TEST(Box, AnOpenHoleLosesWhatBuoyancyMoves) {
    BoxDesign design = cube(0.3);
    design.hole = Hole::open;
    design.holeWidth = 0.1;
    design.holeHeight = 0.2;
    const double speed = std::sqrt(9.81 * 0.2 * 20 / 293.15);
    const double expected = 0.02 * (1.2 * 1005 * 0.2 * speed + 5.1);
    EXPECT_NEAR(BoxHeat(design).openLoss(20), expected, 1e-9);
    design.hole = Hole::film;
    EXPECT_NEAR(BoxHeat(design).openLoss(20), 0.02 * film / 2, 1e-12);
    design.hole = Hole::cardboard;
    EXPECT_LT(BoxHeat(design).openLoss(20), 0.02 * film / 2);
    design.hole = Hole::none;
    EXPECT_EQ(BoxHeat(design).openLoss(20), 0);
}

TEST(Box, WhatKeepsTheHeatInKeepsItWarmer) {
    const auto warmed = [](const BoxDesign& design) {
        BoxHeat heat(design);
        run(heat, 3600, 5, 25);
        return heat.air();
    };
    BoxDesign plain = cube(0.3);
    BoxDesign better = plain;
    double last = warmed(plain);
    for (const double thickness : {0.01, 0.02, 0.04, 0.08}) {
        better.insulation = Insulation::foam;
        better.thickness = thickness;
        EXPECT_GT(warmed(better), last) << thickness;
        last = warmed(better);
    }
    BoxDesign worse = plain;
    worse.gaps = 10e-4;
    EXPECT_LT(warmed(worse), warmed(plain));
    worse.hole = Hole::open;
    worse.gaps = 0;
    EXPECT_LT(warmed(worse), warmed(plain));
    BoxDesign shut = worse;
    shut.hole = Hole::film;
    EXPECT_GT(warmed(shut), warmed(worse));
    BoxDesign foil = plain;
    foil.foil = Foil::outside;
    EXPECT_GT(warmed(foil), warmed(plain));
}

TEST(Box, WhatCannotBeBuiltIsRefused) {
    BoxDesign design = cube(0.2);
    design.insulation = Insulation::foam;
    design.thickness = 0.15;
    EXPECT_EQ(checkBox(design).error().key, "cardboard_house.too_thick");
    design.thickness = 0.02;
    design.hole = Hole::open;
    design.holeWidth = 0.19;
    EXPECT_EQ(checkBox(design).error().key, "cardboard_house.big_hole");
    design.holeWidth = 0.1;
    EXPECT_TRUE(checkBox(design).ok());
}

}  // namespace
}  // namespace pt
