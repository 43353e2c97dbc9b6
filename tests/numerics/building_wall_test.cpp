// Conduction through layers against closed forms: steady U, a stepped slab, the periodic values of
// ISO 13786, and how fast the answer gets better with finer cells and steps.
#include <gtest/gtest.h>

#include <complex>

#include "tests/numerics/building_fixtures.h"

namespace pt {
namespace {

// W/m² into a face at these temperatures of both.
double intoOuter(const WallStep& step, const WallStep::Base& base, double outer, double inner) {
    return step.across() * (outer - inner) + step.outer() * outer - base.outer;
}
double intoInner(const WallStep& step, const WallStep::Base& base, double outer, double inner) {
    return step.across() * (inner - outer) + step.inner() * inner - base.inner;
}

// Both faces held; steps until the end and gives the temperature in the middle.
double middleOfSlab(double finer, double dt, double end) {
    const WallGrid grid = makeWallGrid(construction({layer(0.2, 1.8, 2400, 1000)}), finer);
    const WallStep step(grid, dt);
    std::vector<double> now(grid.nodes(), 0.0), inside(grid.nodes());
    const int steps = static_cast<int>(std::lround(end / dt));
    for (int i = 0; i < steps; ++i) {
        (void)step.base(now, inside);
        step.finish(inside, 1, 0, now);
    }
    EXPECT_EQ(grid.nodes() % 2, 1U);
    return now[grid.nodes() / 2];
}

TEST(BuildingWall, SteadyHeatIsUTimesTheDifference) {
    const BuildingConstruction wall = insulatedBrick();
    const WallGrid grid = makeWallGrid(wall);
    const WallStep step(grid, 3600);
    std::vector<double> now(grid.nodes(), 10.0), inside(grid.nodes());
    for (int i = 0; i < 5000; ++i) {
        (void)step.base(now, inside);
        step.finish(inside, -5, 20, now);
    }
    const WallStep::Base base = step.base(now, inside);
    const double u = uValueOf(wall, 0, 0);
    EXPECT_NEAR(intoInner(step, base, -5, 20), u * 25, 1e-9);
    EXPECT_NEAR(intoOuter(step, base, -5, 20), -u * 25, 1e-9);
    // 0.09/0.9 + 0.12/0.03 + 0.14/0.3 + 0.17
    EXPECT_NEAR(uValueOf(wall, 0.13, 0.04), 1 / (0.1 + 4 + 0.14 / 0.3 + 0.17), 1e-15);
}

// Fourier: one face stepped to 1, Fo 0.1, middle 0.26275627.
TEST(BuildingWall, AStepSinksIntoASlab) {
    const double alpha = 1.8 / (2400.0 * 1000), end = 0.1 * 0.2 * 0.2 / alpha;
    EXPECT_NEAR(middleOfSlab(64, end / 4000, end), 0.26275627, 2e-4);
}

TEST(BuildingWall, SecondOrderInSpaceFirstOrderInTime) {
    const double alpha = 1.8 / (2400.0 * 1000), end = 0.3 * 0.2 * 0.2 / alpha, dt = end / 800;
    // 0.1436 m deep in a day: 1.393 times that is 0.2 m.
    const double a = middleOfSlab(2.8, dt, end), b = middleOfSlab(5.7, dt, end),
                 c = middleOfSlab(11.4, dt, end);
    EXPECT_NEAR((a - b) / (b - c), 4, 0.6);
    const double p = middleOfSlab(8, end / 50, end), q = middleOfSlab(8, end / 100, end),
                 r = middleOfSlab(8, end / 200, end);
    EXPECT_NEAR((p - q) / (q - r), 2, 0.1);
}

struct Periodic {
    const char* name;
    std::vector<BuildingLayer> insideOut;
    double y11, y11Shift, y22, y22Shift, y12, y12Shift;  // W/(m² K), h
    double rsi = 0.13;
};

// The amplitude and phase of heat into one face while one face swings over a day.
std::complex<double> response(const BuildingConstruction& wall, bool swingInside, bool heatInside) {
    using math::pi;
    constexpr double day = 86400, dt = 120;
    const WallGrid grid = makeWallGrid(wall, 10);
    const WallStep step(grid, dt);
    std::vector<double> now(grid.nodes(), 0.0), inside(grid.nodes());
    std::complex<double> sum = 0;
    const int perDay = static_cast<int>(day / dt);
    for (int i = 1; i <= 12 * perDay; ++i) {
        const double phase = 2 * pi * i / perDay, swing = std::sin(phase);
        const double outer = swingInside ? 0 : swing, inner = swingInside ? swing : 0;
        const WallStep::Base base = step.base(now, inside);
        const double heat =
            heatInside ? intoInner(step, base, outer, inner) : intoOuter(step, base, outer, inner);
        step.finish(inside, outer, inner, now);
        if (i > 11 * perDay)
            sum += heat * std::complex<double>(std::sin(phase), std::cos(phase)) * (2.0 / perDay);
    }
    return sum;
}
double hours(std::complex<double> value) { return std::arg(value) / (2 * math::pi) * 24; }

TEST(BuildingWall, PeriodicValuesOfIso13786) {
    const std::vector<Periodic> walls = {
        {"concrete",
         {layer(0.2, 1.8, 2400, 1000)},
         5.7043,
         0.9481,
         11.5919,
         1.8728,
         1.8271,
         -5.6757},
        {"roof",
         {layer(0.03, 0.13, 700, 2100), layer(0.25, 0.035, 100, 840), layer(0.04, 0.21, 900, 840)},
         2.6481,
         3.3854,
         2.3164,
         4.5333,
         0.0581,
         -10.0377},
        {"case 600",
         {layer(0.012, 0.16, 950, 840), layer(0.066, 0.04, 12, 840), layer(0.009, 0.14, 530, 900)},
         0.8208,
         3.0682,
         0.6036,
         2.0662,
         0.5076,
         -0.557},
        {"case 900",
         {layer(0.1, 0.51, 1400, 1000), layer(0.0615, 0.04, 10, 1400),
          layer(0.009, 0.14, 530, 900)},
         4.4141,
         1.9265,
         0.6736,
         2.0437,
         0.2476,
         -5.2524},
        {"passive frame",
         {layer(0.0125, 0.25, 900, 1000), layer(0.018, 0.13, 650, 1700),
          layer(0.36, 0.039, 50, 1600), layer(0.06, 0.045, 160, 2100)},
         2.1829,
         3.8876,
         1.0622,
         3.238,
         0.0176,
         -14.5753}};
    for (const Periodic& given : walls) {
        std::vector<BuildingLayer> layers{resistance(0.04)};
        layers.insert(layers.end(), given.insideOut.rbegin(), given.insideOut.rend());
        layers.push_back(resistance(given.rsi));
        const BuildingConstruction wall = construction(layers);
        const auto y11 = response(wall, true, true), y22 = response(wall, false, false);
        const auto y12 = -response(wall, false, true);  // out of the inner face
        EXPECT_NEAR(std::abs(y11) / given.y11, 1, 0.01) << given.name;
        EXPECT_NEAR(std::abs(y22) / given.y22, 1, 0.01) << given.name;
        EXPECT_NEAR(std::abs(y12) / given.y12, 1, 0.02) << given.name;
        EXPECT_NEAR(hours(y11), given.y11Shift, 0.1) << given.name;
        EXPECT_NEAR(hours(y22), given.y22Shift, 0.1) << given.name;
        const double shift = hours(y12) > 0 ? hours(y12) - 24 : hours(y12);
        EXPECT_NEAR(shift, given.y12Shift, 0.15) << given.name;
    }
}

// What went in at both faces is what the nodes hold more, to the last bits.
TEST(BuildingWall, AStepKeepsItsBalance) {
    const WallGrid grid = makeWallGrid(insulatedBrick());
    const WallStep step(grid, 600);
    std::vector<double> now(grid.nodes()), inside(grid.nodes());
    for (size_t i = 0; i < now.size(); ++i) now[i] = 3 * std::sin(static_cast<double>(i));
    double before = 0, after = 0;
    for (size_t i = 0; i < now.size(); ++i) before += grid.capacity[i] * now[i];
    const WallStep::Base base = step.base(now, inside);
    const double outer = -7, inner = 22;
    const double in = intoOuter(step, base, outer, inner) + intoInner(step, base, outer, inner);
    step.finish(inside, outer, inner, now);
    for (size_t i = 0; i < now.size(); ++i) after += grid.capacity[i] * now[i];
    EXPECT_NEAR(in * 600, after - before, 1e-10 * (std::fabs(after) + std::fabs(before)));
}

TEST(BuildingWall, LayersWithoutMassAndOfFoil) {
    const WallGrid grid = makeWallGrid(
        construction({resistance(2), layer(1e-5, 200, 2700, 900), layer(0.1, 1e-6, 0, 0)}));
    EXPECT_EQ(grid.nodes(), 4U);
    EXPECT_EQ(grid.border, (std::vector<int>{0, 1, 2, 3}));
    EXPECT_NEAR(grid.depth.back(), 0.10001, 1e-12);
    const WallStep step(grid, 600);
    EXPECT_TRUE(std::isfinite(step.outer()) && std::isfinite(step.inner()) &&
                std::isfinite(step.across()));
    EXPECT_GE(step.across(), 0);
    // One massless layer is its resistance.
    const WallStep bare(makeWallGrid(construction({resistance(4)})), 600);
    EXPECT_DOUBLE_EQ(bare.across(), 0.25);
    EXPECT_EQ(bare.outer(), 0);
}

}  // namespace
}  // namespace pt
