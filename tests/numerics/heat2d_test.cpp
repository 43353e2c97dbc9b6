// Steady fields: the cases of ISO 10211 and what must hold for any section.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/numerics/heat2d.h"
#include "tests/numerics/heat2d_fixtures.h"

namespace pt {
namespace {

Heat2d solved(const HeatSection& section, int cells) {
    Result<Heat2d> made = Heat2d::make(section, cells);
    EXPECT_TRUE(made.ok()) << made.error().key << ' ' << made.error().where;
    EXPECT_TRUE(made.value().solveSteady().ok());
    return std::move(made.value());
}

// The published table and the series 80/(nπ) sin(nπx) sinh(nπy)/sinh(nπ), n odd.
TEST(HeatIso10211, CaseOneWithinATenthOfADegree) {
    const double published[7][4] = {
        {9.7, 13.4, 14.7, 15.1}, {5.3, 8.6, 10.3, 10.8}, {3.2, 5.6, 7.0, 7.5}, {2.0, 3.6, 4.7, 5.0},
        {1.3, 2.3, 3.0, 3.2},    {0.7, 1.4, 1.8, 1.9},   {0.3, 0.6, 0.8, 0.9}};
    const double exact[7][4] = {
        {9.658188, 13.379055, 14.728918, 15.085380}, {5.251738, 8.640567, 10.315548, 10.810584},
        {3.188684, 5.608999, 7.014153, 7.465122},    {2.014153, 3.640567, 4.658188, 5.000000},
        {1.262467, 2.308603, 2.985847, 3.218502},    {0.739647, 1.359433, 1.766849, 1.908282},
        {0.341812, 0.629560, 0.819931, 0.886314}};
    const Heat2d heat = solved(isoCase1(), 4000);
    for (int row = 0; row < 7; ++row)
        for (int column = 0; column < 4; ++column) {
            const double found = heat.at((column + 1) / 8.0, (7 - row) / 8.0);
            EXPECT_NEAR(found, published[row][column], 0.1);
            EXPECT_NEAR(found, exact[row][column], 0.01);
        }
}

TEST(HeatIso10211, CaseTwoWithinATenthOfADegreeAndOfAWatt) {
    struct Point {
        const char* name;
        double x, y, published;
    };
    const Point points[] = {{"A", 0, 47.5, 7.1},   {"B", 500, 47.5, 0.8}, {"C", 0, 41.5, 7.9},
                            {"D", 15, 41.5, 6.3},  {"E", 500, 41.5, 0.8}, {"F", 0, 36.5, 16.4},
                            {"G", 15, 36.5, 16.3}, {"H", 0, 0, 16.8},     {"I", 500, 0, 18.3}};
    const Heat2d heat = solved(isoCase2(), 20'000);
    for (const Point& point : points)
        EXPECT_NEAR(heat.at(point.x / 1000, point.y / 1000), point.published, 0.1) << point.name;
    EXPECT_NEAR(heat.flow(1), 9.5, 0.1);
    EXPECT_NEAR(heat.flow(0), -heat.flow(1), 1e-9);
}

TEST(HeatSteady, AWallGivesItsUValueAndItsFaces) {
    const Heat2d heat = solved(slab(0.3, 0.6, 1e6, 293.15, 0.13, 263.15, 0.04), 200);
    const double flow = 30 / (0.13 + 0.5 + 0.04);
    EXPECT_NEAR(heat.flow(0), flow, 1e-9 * flow);
    EXPECT_NEAR(heat.lowest(0), 293.15 - 0.13 * flow, 1e-9);
    EXPECT_NEAR(heat.highest(0), heat.lowest(0), 1e-9);
    EXPECT_NEAR(heat.at(0.15, 0.5), 293.15 - (0.13 + 0.25) * flow, 1e-9);
    EXPECT_NEAR(heat.at(0, 0.5), heat.lowest(0), 1e-9);
    EXPECT_NEAR(heat.flux(0.1, 0.3).x, flow, 1e-8);
    EXPECT_NEAR(heat.flux(0.1, 0.3).y, 0, 1e-8);
}

TEST(HeatSteady, LayersAreExactHoweverCoarseTheGrid) {
    HeatSection section = slab(0.3, 0.6, 1e6, 293.15, 0.13, 263.15, 0.04);
    section.materials.push_back({"foam", 0.03});
    section.rectangles.push_back({0.1, 0, 0.2, 1, 1});  // on top of the brick
    const Heat2d heat = solved(section, 1);
    const double flow = 30 / (0.13 + 0.2 / 0.6 + 0.1 / 0.03 + 0.04);
    EXPECT_NEAR(heat.flow(0), flow, 1e-10);
    EXPECT_NEAR(heat.at(0.1, 0.5), 293.15 - (0.13 + 0.1 / 0.6) * flow, 1e-9);
    EXPECT_NEAR(heat.at(0.15, 0.5), 293.15 - (0.13 + 0.1 / 0.6 + 0.05 / 0.03) * flow, 1e-9);
}

TEST(HeatSteady, AFluxIsAddedAtTheFaceOrTakenUpByTheAir) {
    HeatSection section = slab(0.2, 0.5, 1e6, 280, std::numeric_limits<double>::infinity(), 280, 0);
    section.boundaries[0].flux = 50;
    EXPECT_NEAR(solved(section, 100).at(0, 0.5), 280 + 50 * 0.4, 1e-9);
    section.boundaries[0].resistance = 0.1;  // in parallel: 0.1 to the air, 0.4 through the slab
    EXPECT_NEAR(solved(section, 100).lowest(0), 280 + 50 * 0.08, 1e-9);
    section.boundaries[0].resistance = 0;
    EXPECT_NEAR(solved(section, 100).highest(0), 280, 1e-9);
}

TEST(HeatSteady, AHollowIsCutOutAndItsFacesMayBeABoundary) {
    HeatSection section;
    section.materials = {{"brick", 0.8}};
    section.rectangles = {{0, 0, 3, 1, 0}, {0, 2, 3, 3, 0}, {0, 1, 1, 2, 0}, {2, 1, 3, 2, 0}};
    section.boundaries = {{"hollow", 1, 1, 1, 2, 300, 0, 0},
                          {"hollow", 2, 1, 2, 2, 300, 0, 0},
                          {"outside", 0, 0, 3, 0, 280, 0, 0}};
    const Heat2d heat = solved(section, 900);
    EXPECT_TRUE(std::isnan(heat.at(1.5, 1.5)));
    EXPECT_NEAR(heat.at(1, 1.5), 300, 1e-9);
    EXPECT_NEAR(heat.flow(0), heat.flow(1), 1e-9);
    EXPECT_NEAR(heat.flow(0) + heat.flow(1) + heat.flow(2), 0, 1e-9 * heat.flow(0));
    EXPECT_GT(heat.flow(0), 0);
}

TEST(HeatSteady, NothingIsWarmerOrColderThanTheAir) {
    const Heat2d heat = solved(isoCase2(), 3000);
    for (const double kelvin : heat.temperatures()) {
        EXPECT_GE(kelvin, 0);
        EXPECT_LE(kelvin, 20);
    }
}

// A smooth field, sin(πx) sinh(πy)/sinh(π): no corner where the boundary jumps.
TEST(HeatSteady, TheErrorFallsWithTheSquareOfTheCellSize) {
    const auto error = [](int n) {
        HeatSection section;
        section.materials = {{"square", 1}};
        section.rectangles = {{0, 0, 1, 1, 0}};
        section.boundaries = {{"left", 0, 0, 0, 1, 300, 0, 0},
                              {"right", 1, 0, 1, 1, 300, 0, 0},
                              {"below", 0, 0, 1, 0, 300, 0, 0}};
        const double pi = 3.14159265358979323846;
        for (int i = 0; i < 64; ++i) {  // each stretch at its mean
            const double a = i / 64.0, b = (i + 1) / 64.0;
            const double mean = (std::cos(pi * a) - std::cos(pi * b)) / pi * 64;
            section.boundaries.push_back({"above", a, 1, b, 1, 300 + 10 * mean, 0, 0});
        }
        const Heat2d heat = solved(section, n);
        const double exact = 300 + 10 * std::sinh(pi / 2) / std::sinh(pi);
        return std::fabs(heat.at(0.5, 0.5) - exact);
    };
    // 64 stretches give 128 columns at least: refined from there.
    const double coarse = error(128 * 20), fine = error(256 * 128);
    EXPECT_LT(fine, coarse / 3);
    EXPECT_LT(fine, 0.005);
}

TEST(HeatSteady, TheFieldHasNoJumpsBetweenCells) {
    const Heat2d heat = solved(isoCase2(), 4000);
    for (const double x : heat.xs().subspan(1, heat.xs().size() - 2))
        for (const double y : {0.0003, 0.01, 0.0359, 0.04, 0.046})
            EXPECT_NEAR(heat.at(x - 1e-9, y), heat.at(x + 1e-9, y), 1e-4) << x << ' ' << y;
}

TEST(HeatJunction, PsiIsWhatTheUndisturbedPartsDoNotExplain) {
    const Heat2d heat = solved(slab(0.3, 0.6, 1e6, 293.15, 0.13, 263.15, 0.04), 100);
    const double u = 1 / (0.13 + 0.5 + 0.04);
    EXPECT_NEAR(psiValue(heat.flow(0), 30, std::vector<double>{u}), 0, 1e-9);
    EXPECT_NEAR(surfaceFactor(heat.lowest(0), 293.15, 263.15), 1 - u * 0.13, 1e-9);
    EXPECT_EQ(surfaceFactor(290, 290, 290), 1);
}

// 20 °C and 50 %: dew point 9.3 °C; mould from 12.6 °C on (ISO 13788).
TEST(HeatJunction, DewAndMouldPoint) {
    EXPECT_NEAR(dewPointOf(293.15, 0.5) - 273.15, 9.27, 0.02);
    EXPECT_NEAR(mouldPointOf(293.15, 0.5) - 273.15, 12.62, 0.02);
    EXPECT_NEAR(dewPointOf(293.15, 1), 293.15, 1e-9);
    for (const double humidity : {-1.0, 0.0, 2.0})
        for (const double kelvin : {0.0, 233.15, 1000.0}) {
            EXPECT_TRUE(std::isfinite(dewPointOf(kelvin, humidity)));
            EXPECT_TRUE(std::isfinite(mouldPointOf(kelvin, humidity)));
        }
}

}  // namespace
}  // namespace pt
