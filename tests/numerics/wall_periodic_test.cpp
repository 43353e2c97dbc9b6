// ISO 13786: walls worked out elsewhere, one of them published (TSG-1-004:2022, table 8.4:
// U 0.130, f 0.449).
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "engine/numerics/wall_periodic.h"

namespace pt {
namespace {

constexpr double day = 86400, hour = 3600;

struct Row {
    std::string name;
    std::vector<BuildingLayer> layers;  // from inside to outside
    double insideResistance;
    double u, y11, shift11, y22, shift22, y12, shift12, f, kappa1, kappa2;
};

const BuildingLayer mineralWool{0.25, 0.035, 100, 840, 0}, roofBoard{0.04, 0.21, 900, 840, 0},
    roofTimber{0.03, 0.13, 700, 2100, 0};

const std::vector<Row> rows{
    {"concrete",
     {{0.2, 1.8, 2400, 1000, 0}},
     0.13,
     3.5573,
     5.7043,
     0.9481,
     11.5919,
     1.8728,
     1.8271,
     -5.6757,
     0.5136,
     86.1677,
     170.8749},
    {"roof of TSG-1-004",
     {roofTimber, mineralWool, roofBoard},
     0.13,
     0.1293,
     2.6481,
     3.3854,
     2.3164,
     4.5333,
     0.0581,
     -10.0377,
     0.4493,
     37.1589,
     32.4816},
    {"reversed",
     {roofBoard, mineralWool, roofTimber},
     0.13,
     0.1293,
     2.1152,
     3.8555,
     3.0464,
     4.2030,
     0.0610,
     -9.8978,
     0.4719,
     29.8405,
     42.6086},
    {"BESTEST light wall",
     {{0.012, 0.16, 950, 840, 0}, {0.066, 0.04, 12, 840, 0}, {0.009, 0.14, 530, 900, 0}},
     0.13,
     0.5104,
     0.8208,
     3.0682,
     0.6036,
     2.0662,
     0.5076,
     -0.5570,
     0.9946,
     9.1836,
     5.2926},
    {"BESTEST heavy wall",
     {{0.1, 0.51, 1400, 1000, 0}, {0.0615, 0.04, 10, 1400, 0}, {0.009, 0.14, 530, 900, 0}},
     0.13,
     0.5082,
     4.4141,
     1.9265,
     0.6736,
     2.0437,
     0.2476,
     -5.2524,
     0.4873,
     61.8175,
     10.8801},
    {"Belgian cavity wall",
     {{0.01, 0.52, 1300, 1000, 0},
      {0.14, 0.3, 850, 1000, 0},
      {0.12, 0.023, 30, 1400, 0},
      {0, 1, 0, 0, 0.18},
      {0.09, 0.9, 1800, 1000, 0}},
     0.13,
     0.1625,
     3.3913,
     2.0199,
     8.7107,
     3.2959,
     0.0389,
     -11.5919,
     0.2396,
     47.1223,
     120.1706},
    {"timber frame",
     {{0.0125, 0.25, 900, 1000, 0},
      {0.018, 0.13, 650, 1700, 0},
      {0.36, 0.039, 50, 1600, 0},
      {0.06, 0.045, 160, 2100, 0}},
     0.13,
     0.0916,
     2.1829,
     3.8876,
     1.0622,
     3.2380,
     0.0176,
     -14.5753,
     0.1924,
     29.9889,
     14.6196},
    {"outside insulation",
     {{0.01, 0.52, 1300, 1000, 0},
      {0.175, 1.0, 1800, 1000, 0},
      {0.3, 0.032, 20, 1450, 0},
      {0.007, 0.9, 1800, 1000, 0}},
     0.13,
     0.1026,
     4.8884,
     1.0918,
     1.0961,
     5.2320,
     0.0163,
     -11.3236,
     0.1588,
     67.4427,
     15.1562},
    {"concrete on both sides",
     {{0.15, 2.04, 2400, 960, 0}, {0.15, 0.041, 20, 1260, 0}, {0.15, 2.04, 2400, 960, 0}},
     0.25,
     0.2442,
     3.6004,
     0.5914,
     12.9260,
     2.2413,
     0.0189,
     -12.0692,
     0.0773,
     49.7653,
     177.9593}};

PeriodicWall of(const Row& row) {
    std::vector<BuildingLayer> layers = row.layers;
    std::reverse(layers.begin(), layers.end());
    const Result<PeriodicWall> wall = periodicWall(layers, row.insideResistance, 0.04, day);
    EXPECT_TRUE(wall.ok()) << row.name;
    return wall.value();
}

TEST(WallPeriodic, EveryWallOfTheReference) {
    for (const Row& row : rows) {
        SCOPED_TRACE(row.name);
        const PeriodicWall wall = of(row);
        EXPECT_NEAR(wall.uValue, row.u, 6e-5);
        EXPECT_NEAR(wall.inside.size, row.y11, 6e-5);
        EXPECT_NEAR(wall.inside.shift / hour, row.shift11, 6e-5);
        EXPECT_NEAR(wall.outside.size, row.y22, 6e-5);
        EXPECT_NEAR(wall.outside.shift / hour, row.shift22, 6e-5);
        EXPECT_NEAR(wall.through.size, row.y12, 6e-5);
        EXPECT_NEAR(wall.through.shift / hour, row.shift12, 6e-5);
        EXPECT_NEAR(wall.decrement, row.f, 6e-5);
        EXPECT_NEAR(wall.insideCapacity / 1000, row.kappa1, 6e-5);
        EXPECT_NEAR(wall.outsideCapacity / 1000, row.kappa2, 6e-5);
    }
}

TEST(WallPeriodic, ASlowSwingComesThroughAsIfSteady) {
    const Result<PeriodicWall> wall = periodicWall(rows[0].layers, 0.13, 0.04, 1000 * day);
    ASSERT_TRUE(wall.ok());
    EXPECT_NEAR(wall.value().decrement, 1, 1e-3);
    EXPECT_NEAR(wall.value().inside.size, wall.value().uValue, 1e-2);
}

TEST(WallPeriodic, AMountainOfConcreteLetsNothingThrough) {
    const std::vector<BuildingLayer> mountain{{1e6, 1.8, 2400, 1000, 0}};
    const Result<PeriodicWall> wall = periodicWall(mountain, 0.13, 0.04, day);
    ASSERT_TRUE(wall.ok());
    EXPECT_EQ(wall.value().through.size, 0);
    // Half a space behind a film: 1 / (R + 1 / (effusivity √iω)).
    EXPECT_GT(wall.value().inside.size, 5);
    EXPECT_TRUE(std::isfinite(wall.value().insideCapacity));
}

TEST(WallPeriodic, BadLayersAreNamed) {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    for (const BuildingLayer& bad :
         {BuildingLayer{0.1, 0, 1, 1, 0}, BuildingLayer{-1, 1, 1, 1, 0},
          BuildingLayer{0.1, nan, 1, 1, 0}, BuildingLayer{0.1, 1, 1, 1, -3}}) {
        const std::vector<BuildingLayer> layers{{0.1, 1, 1, 1, 0}, bad};
        const Result<PeriodicWall> wall = periodicWall(layers, 0.13, 0.04, day);
        ASSERT_FALSE(wall.ok());
        EXPECT_EQ(wall.error().key, "wall_periodic.layer");
        EXPECT_EQ(wall.error().where, "layers[1]");
    }
    EXPECT_EQ(periodicWall({}, 0, 0, day).error().key, "wall_periodic.no_resistance");
    EXPECT_TRUE(periodicWall({}, 0.13, 0.04, day).ok());
    EXPECT_EQ(periodicWall({}, 0.13, 0.04, 0).error().key, "wall_periodic.period");
}

}  // namespace
}  // namespace pt
