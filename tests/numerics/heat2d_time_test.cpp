// Fields in time, against closed forms.
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "engine/numerics/heat2d.h"
#include "tests/numerics/heat2d_fixtures.h"

namespace pt {
namespace {

constexpr double pi = 3.14159265358979323846;
constexpr double infinite = std::numeric_limits<double>::infinity();
constexpr double low = 0.01, middle = low / 2;  // m, of slabs
constexpr int some = 400;                       // cells

Heat2d made(const HeatSection& section, int cells) {
    Result<Heat2d> heat = Heat2d::make(section, cells);
    EXPECT_TRUE(heat.ok()) << heat.error().key << ' ' << heat.error().where;
    return std::move(heat.value());
}

void advance(Heat2d& heat, double seconds, int steps) {
    for (int i = 0; i < steps; ++i) ASSERT_TRUE(heat.step(seconds / steps).ok());
}

// Half a slab with λ = ρc = 1 and half thickness 1: time is the Fourier number. Cooled at the
// right.
HeatSection halfSlab(double resistance) { return slab(1, 1, 1, 0, infinite, 0, resistance, low); }

struct Cooled {
    double fourier, centre, mean;
};

TEST(HeatFourier, SlabWithCooledFaces) {
    const Cooled expected[] = {{0.01, 1.0, 0.88716208},       {0.05, 0.99686920, 0.74768675},
                               {0.1, 0.94930536, 0.64317660}, {0.2, 0.77231161, 0.49591218},
                               {0.5, 0.37077743, 0.23604967}, {1, 0.10797704, 0.06874032}};
    for (const Cooled& row : expected) {
        Heat2d heat = made(halfSlab(0), some);
        heat.start(1);
        advance(heat, row.fourier, 2000);
        EXPECT_NEAR(heat.at(0, middle), row.centre, 1e-3) << row.fourier;
        EXPECT_NEAR(heat.heldHeat() / low, row.mean, 1e-3) << row.fourier;
    }
}

struct Convective {
    double biot, fourier, centre, middle, surface, given;
};

TEST(HeatFourier, SlabInAir) {
    const Convective expected[] = {{0.1, 0.05, 0.999973, 0.998482, 0.975260, 0.004917},
                                   {0.1, 0.2, 0.993999, 0.984631, 0.951420, 0.019347},
                                   {0.1, 1, 0.922389, 0.911256, 0.878126, 0.092413},
                                   {1, 0.05, 0.999751, 0.986300, 0.790377, 0.042690},
                                   {1, 0.2, 0.950642, 0.879255, 0.643391, 0.148405},
                                   {1, 1, 0.533859, 0.485224, 0.348177, 0.529603},
                                   {10, 0.05, 0.998530, 0.932440, 0.232326, 0.175546},
                                   {10, 0.2, 0.829255, 0.639057, 0.122482, 0.416738},
                                   {10, 1, 0.163818, 0.123758, 0.023172, 0.886504}};
    for (const Convective& row : expected) {
        Heat2d heat = made(halfSlab(1 / row.biot), some);
        heat.start(1);
        advance(heat, row.fourier, 2000);
        EXPECT_NEAR(heat.at(0, middle), row.centre, 1e-3) << row.biot << ' ' << row.fourier;
        EXPECT_NEAR(heat.at(0.5, middle), row.middle, 1e-3) << row.biot << ' ' << row.fourier;
        EXPECT_NEAR(heat.highest(1), row.surface, 1e-3) << row.biot << ' ' << row.fourier;
        EXPECT_NEAR(1 - heat.heldHeat() / low, row.given, 1e-3) << row.biot << ' ' << row.fourier;
    }
}

TEST(HeatFourier, AStepAtOneFaceOfASlab) {
    const double expected[4][4] = {{0.01, 0.07709987, 0.00040695, 0.00000011},
                                   {0.05, 0.42919527, 0.11384420, 0.01762884},
                                   {0.1, 0.57605950, 0.26275627, 0.08834391},
                                   {0.5, 0.74676251, 0.49542150, 0.24676252}};
    for (const auto& row : expected) {
        Heat2d heat = made(slab(1, 1, 1, 1, 0, 0, 0, low), some);
        heat.start(0);
        advance(heat, row[0], 2000);
        for (int i = 1; i < 4; ++i) EXPECT_NEAR(heat.at(0.25 * i, middle), row[i], 5e-4) << row[0];
    }
}

// Concrete 1.8/2400/1000, 5 m of it: deep enough for a day.
TEST(HeatSemiInfinite, StepAirAndFlux) {
    struct Row {
        double seconds, x, face, air, flux;
    };
    const Row rows[] = {{3600, 0, 1, 0.215273, 3.257350},
                        {3600, 0.05, 0.496242, 0.082716, 1.205791},
                        {3600, 0.2, 0.006496, 0.000590, 0.008062},
                        {86400, 0, 1, 0.605813, 15.957691},
                        {86400, 0.05, 0.889538, 0.520978, 13.333579},
                        {86400, 0.2, 0.578515, 0.306274, 7.247750}};
    for (const Row& row : rows) {
        const auto at = [&](double resistance, double air, double flux) {
            HeatSection section = slab(5, 1.8, 2.4e6, air, resistance, 0, infinite, low);
            section.boundaries[0].flux = flux;
            Heat2d heat = made(section, 1000);
            heat.start(0);
            advance(heat, row.seconds, 2000);
            return heat.at(row.x, middle);
        };
        EXPECT_NEAR(at(0, 1, 0), row.face, 1e-3) << row.seconds << ' ' << row.x;
        EXPECT_NEAR(at(1 / 8.0, 1, 0), row.air, 1e-3) << row.seconds << ' ' << row.x;
        EXPECT_NEAR(at(infinite, 0, 100), row.flux, 2e-2) << row.seconds << ' ' << row.x;
    }
}

// e^(-x/δ) cos(ωt - x/δ) with δ = 0.1436 m for concrete and a day.
TEST(HeatPeriodic, ADayWaveFadesAndLagsWithDepth) {
    const double day = 86400, depth = 0.1436;
    Heat2d heat = made(slab(2, 1.8, 2.4e6, 0, 0, 10, infinite, low), 600);
    heat.start(10);
    const int steps = 1440;
    double highest = 0, when = 0;
    for (int i = 1; i <= 5 * steps; ++i) {
        const double seconds = day * i / steps;
        heat.airTemperatures(std::vector<double>{10 + std::cos(2 * pi * seconds / day), 10});
        ASSERT_TRUE(heat.step(day / steps).ok());
        if (i > 4 * steps && heat.at(0.2, middle) > highest) {
            highest = heat.at(0.2, middle);
            when = seconds - 4 * day;
        }
    }
    EXPECT_NEAR(highest - 10, std::exp(-0.2 / depth), 2e-3);
    EXPECT_NEAR(when, 0.2 / depth / (2 * pi) * day, 180);
}

// The square bar is the product of two slabs.
TEST(HeatProduct, SquareBar) {
    for (const double fourier : {0.1, 0.2, 0.5}) {
        const double slabCentre = fourier == 0.1   ? 0.94930536
                                  : fourier == 0.2 ? 0.77231161
                                                   : 0.37077743;
        HeatSection section;
        section.materials = {{"bar", 1, 1, 1, 0.9}};
        section.rectangles = {{0, 0, 1, 1, 0}};
        section.boundaries = {{"right", 1, 0, 1, 1, 0, 0, 0}, {"above", 0, 1, 1, 1, 0, 0, 0}};
        Heat2d heat = made(section, 2500);
        heat.start(1);
        advance(heat, fourier, 400);
        EXPECT_NEAR(heat.at(0, 0), slabCentre * slabCentre, 2e-3) << fourier;
    }
}

// cos(πx/2) decays as e^(-π²t/4): the only error of a fine grid is that of the time step.
TEST(HeatOrder, HalfTheTimeStepHalvesTheError) {
    const auto error = [](int steps) {
        Heat2d heat = made(halfSlab(0), 800);
        std::vector<double> start(heat.temperatures().begin(), heat.temperatures().end());
        for (size_t i = 0; i < start.size(); ++i) {
            const size_t column = i % static_cast<size_t>(heat.columns());
            start[i] = std::cos(pi / 4 * (heat.xs()[column] + heat.xs()[column + 1]));
        }
        EXPECT_TRUE(heat.restore(start).ok());
        advance(heat, 0.4, steps);
        return std::fabs(heat.at(0, middle) - std::exp(-pi * pi / 4 * 0.4));
    };
    const double coarse = error(10), fine = error(20), finest = error(40);
    EXPECT_NEAR(coarse / fine, 2, 0.15);
    EXPECT_NEAR(fine / finest, 2, 0.1);
}

TEST(HeatBalance, WhatFlowsInIsKept) {
    HeatSection section = isoCase2();
    for (HeatMaterial& material : section.materials) material.density = 700;
    Heat2d heat = made(section, 2000);
    heat.start(10);
    for (int i = 0; i < 50; ++i) {
        const double before = heat.heldHeat();
        const double dt = i < 25 ? 60 : 900;
        ASSERT_TRUE(heat.step(dt).ok());
        const double in = dt * (heat.flow(0) + heat.flow(1));
        EXPECT_NEAR(heat.heldHeat() - before, in, 1e-11 * heat.heldHeat());
    }
}

TEST(HeatBalance, AStepOfAnyLengthIsStableAndEndsAtTheSteadyState) {
    HeatSection section = isoCase2();
    Heat2d heat = made(section, 2000), steady = made(section, 2000);
    ASSERT_TRUE(steady.solveSteady().ok());
    heat.start(1000);
    for (const double dt : {1e-3, 1.0, 1e3, 1e6, 1e12}) ASSERT_TRUE(heat.step(dt).ok());
    for (size_t i = 0; i < heat.temperatures().size(); ++i)
        EXPECT_NEAR(heat.temperatures()[i], steady.temperatures()[i], 1e-5);
}

TEST(HeatRestore, GoesOnWithTheSameBits) {
    HeatSection section = isoCase2();
    Heat2d heat = made(section, 1000);
    heat.start(5);
    advance(heat, 600, 10);
    const std::vector<double> kept(heat.temperatures().begin(), heat.temperatures().end());
    advance(heat, 600, 10);
    Heat2d again = made(section, 1000);
    ASSERT_TRUE(again.restore(kept).ok());
    advance(again, 600, 10);
    EXPECT_TRUE(std::equal(heat.temperatures().begin(), heat.temperatures().end(),
                           again.temperatures().begin()));
}

}  // namespace
}  // namespace pt
