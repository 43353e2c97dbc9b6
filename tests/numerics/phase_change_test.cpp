// Melting and freezing against Stefan's and Neumann's exact solutions (front at 2 Λ √(α t)).
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "engine/numerics/phase_change.h"

namespace pt {
namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();
constexpr double zero = 273.15;

struct Substance {
    const char* name;
    PhaseMaterial material;
    // m after 3600, 36000 and 86400 s; melting from the melting point with the wall 10 K above it,
    // and with the wall 10 K on one side of it and the rest 10 K on the other.
    double melt[3], meltTwo[3], freezeTwo[3];
    double heat3600;  // J/m² taken in by the first
};

const Substance substances[] = {{"water",
                                 {917, 2.22, 0.57, 2090, 4186, 333600, zero, 0},
                                 {0.011351352, 0.035896128, 0.055610042},
                                 {0.009223766, 0.029168109, 0.045187039},
                                 {0.020286923, 0.064152882, 0.099385218},
                                 3688190.99},
                                {"paraffin",
                                 {800, 0.2, 0.2, 2000, 2000, 179000, zero + 27, 0},
                                 {0.009848742, 0.031144458, 0.048248787},
                                 {0.008385229, 0.026516423, 0.041079066},
                                 {0.008385229, 0.026516423, 0.041079066},
                                 1488424.78},
                                {"octadecane",
                                 {800, 0.358, 0.152, 1910, 2180, 243500, zero + 28.2, 0},
                                 {0.007387216, 0.023360429, 0.036189821},
                                 {0.006118042, 0.019346949, 0.029972165},
                                 {0.010242293, 0.032388975, 0.050176784},
                                 1502980.81},
                                {"sodium acetate trihydrate",
                                 {1400, 0.7, 0.4, 2790, 3100, 264000, zero + 58, 0},
                                 {0.008661949, 0.027391487, 0.042434709},
                                 {0.007129302, 0.022544834, 0.034926306},
                                 {0.010032433, 0.031725340, 0.049148685},
                                 3387656.27}};
const double moments[] = {3600, 36000, 86400};

PhaseChange made(const PhaseSystem& system) {
    Result<PhaseChange> change = PhaseChange::make(system);
    EXPECT_TRUE(change.ok()) << change.error().key << ' ' << change.error().where;
    return std::move(change.value());
}

// Depth of the changed part after each moment; the wall is `wall` K above the melting point, the
// rest starts `rest` K above it.
std::vector<double> fronts(const Substance& substance, double wall, double rest, double deep,
                           int cells, double* heat = nullptr) {
    PhaseEdge left, right;
    left.temperature = substance.material.meltingPoint + wall;
    right.resistance = infinite;
    PhaseChange change = made(phaseSlab(substance.material, deep, cells, left, right));
    change.start(substance.material.meltingPoint + rest);
    std::vector<double> found;
    double time = 0, taken = 0;
    for (const double moment : moments) {
        const int steps = 200;
        const double dt = (moment - time) / steps;
        for (int i = 0; i < steps; ++i) {
            EXPECT_TRUE(change.step(dt).ok());
            taken += dt * change.flow(0);
        }
        time = moment;
        if (heat && found.empty()) *heat = taken;
        found.push_back(wall > 0 ? change.molten() : deep - change.molten());
    }
    return found;
}

TEST(Stefan, OnePhase) {
    for (const Substance& substance : substances) {
        double heat = 0;
        // A hair below the melting point: all solid.
        const std::vector<double> found = fronts(substance, 10, -0.01, 0.15, 450, &heat);
        for (size_t i = 0; i < 3; ++i)
            EXPECT_NEAR(found[i], substance.melt[i], 0.02 * substance.melt[i])
                << substance.name << ' ' << moments[i];
        EXPECT_NEAR(heat, substance.heat3600, 0.02 * substance.heat3600) << substance.name;
    }
}

TEST(Stefan, TwoPhases) {
    for (const Substance& substance : substances) {
        const std::vector<double> melted = fronts(substance, 10, -10, 1, 1000);
        const std::vector<double> frozen = fronts(substance, -10, 10, 1, 1000);
        for (size_t i = 1; i < 3; ++i) {
            EXPECT_NEAR(melted[i], substance.meltTwo[i], 0.02 * substance.meltTwo[i])
                << substance.name << ' ' << moments[i];
            EXPECT_NEAR(frozen[i], substance.freezeTwo[i], 0.02 * substance.freezeTwo[i])
                << substance.name << ' ' << moments[i];
        }
    }
}

TEST(Stefan, TheErrorFallsWithTheCells) {
    const Substance& paraffin = substances[1];
    const auto error = [&](int cells) {
        PhaseEdge left, right;
        left.temperature = paraffin.material.meltingPoint + 10;
        right.resistance = infinite;
        PhaseChange change = made(phaseSlab(paraffin.material, 0.06, cells, left, right));
        change.start(paraffin.material.meltingPoint - 1e-3);
        for (int i = 0; i < 10 * cells; ++i) EXPECT_TRUE(change.step(36000.0 / (10 * cells)).ok());
        return std::fabs(change.molten() - paraffin.melt[1]);
    };
    const double coarse = error(20), fine = error(160);
    EXPECT_LT(fine, coarse / 4);
    EXPECT_LT(fine, 1e-4);
}

TEST(PhaseChange, HeatAndTemperatureAreOneToOne) {
    PhaseMaterial wallboard{800, 0.204, 0.21, 1341, 1500, 38900, zero + 25, 4};
    for (const double range : {0.0, 4.0}) {
        wallboard.meltingRange = range;
        double last = -infinite;
        for (double celsius = -20; celsius <= 80; celsius += 0.25) {
            const double heat = enthalpyAt(wallboard, zero + celsius);
            EXPECT_GT(heat, last);
            last = heat;
            EXPECT_NEAR(temperatureAt(wallboard, heat), zero + celsius, 1e-9);
        }
        const double melting = enthalpyAt(wallboard, zero + 40) - enthalpyAt(wallboard, zero + 10);
        EXPECT_NEAR(melting, 800 * (38900 + 15 * 1341 + 15 * 1500), 1e-6 * melting);
        EXPECT_EQ(liquidShareAt(wallboard, enthalpyAt(wallboard, zero + 10)), 0);
        EXPECT_EQ(liquidShareAt(wallboard, enthalpyAt(wallboard, zero + 40)), 1);
        EXPECT_NEAR(liquidShareAt(wallboard, enthalpyAt(wallboard, zero + 25)), 0.5, 1e-9);
    }
}

TEST(PhaseChange, WhatFlowsInIsKeptThroughMeltingAndFreezing) {
    PhaseEdge left, right;
    left.temperature = zero + 60;
    left.resistance = 0.1;
    right.temperature = zero + 5;
    right.resistance = 0.05;
    left.flux = 20;
    PhaseChange change = made(phaseSlab(substances[1].material, 0.02, 25, left, right));
    change.start(zero + 20);
    double most = 0;
    for (int i = 0; i < 400; ++i) {
        if (i == 250) change.edgeTemperature(0, zero);
        const double before = change.heldHeat();
        ASSERT_TRUE(change.step(300).ok());
        EXPECT_NEAR(change.heldHeat() - before, 300 * (change.flow(0) + change.flow(1)), 1e-4);
        most = std::max(most, change.molten());
    }
    EXPECT_GT(most, 0.005);
    EXPECT_LT(change.molten(), most / 2);
}

// A row of cells, and the same cut into a block of 5 × 5 with every edge: the block melts alike on
// both diagonals' sides, and keeps its heat.
TEST(PhaseChange, CellsMayLieInAPlane) {
    PhaseSystem system;
    system.materials = {substances[0].material};
    const int n = 5;
    const double width = 0.01;
    for (int i = 0; i < n * n; ++i) {
        system.cells.push_back({0, width * width});
        if (i % n > 0) system.links.push_back({i - 1, i, 2, 2});
        if (i >= n) system.links.push_back({i - n, i, 2, 2});
    }
    for (int i = 0; i < n; ++i) {
        system.edges.push_back({i, width, 2, zero + 20, 0.05, 0});
        system.edges.push_back({i * n, width, 2, zero + 20, 0.05, 0});
    }
    PhaseChange change = made(system);
    change.start(zero - 5);
    double in = 0;
    const double before = change.heldHeat();
    for (int i = 0; i < 100; ++i) {
        ASSERT_TRUE(change.step(120).ok());
        for (int edge = 0; edge < 2 * n; ++edge) in += 120 * change.flow(edge);
    }
    EXPECT_NEAR(change.heldHeat() - before, in, 1e-9 * in);
    EXPECT_GT(change.molten(), 0);
    EXPECT_LT(change.molten(), n * n * width * width);
    for (int row = 0; row < n; ++row)
        for (int column = 0; column < row; ++column)
            EXPECT_NEAR(change.liquidShare(row * n + column), change.liquidShare(column * n + row),
                        1e-6);
    EXPECT_GT(change.liquidShare(0), change.liquidShare(n * n - 1));
}

TEST(PhaseChange, AnEnormousStepEndsWhereItMust) {
    PhaseEdge left, right;
    left.temperature = zero + 50;
    right.resistance = infinite;
    PhaseChange change = made(phaseSlab(substances[3].material, 0.05, 50, left, right));
    change.start(zero + 20);
    ASSERT_TRUE(change.step(1e9).ok());
    EXPECT_NEAR(change.temperature(49), zero + 50, 1e-3);
    change.edgeTemperature(0, zero + 90);
    ASSERT_TRUE(change.step(1e9).ok());
    EXPECT_NEAR(change.temperature(49), zero + 90, 1e-3);
    EXPECT_EQ(change.liquidShare(49), 1);
}

TEST(PhaseChange, RestoreGoesOnWithTheSameBits) {
    PhaseEdge left, right;
    left.temperature = zero + 40;
    const PhaseSystem system = phaseSlab(substances[1].material, 0.02, 20, left, right);
    PhaseChange change = made(system), again = made(system);
    change.start(zero + 20);
    for (int i = 0; i < 20; ++i) ASSERT_TRUE(change.step(100).ok());
    ASSERT_TRUE(again.restore(change.enthalpies()).ok());
    for (int i = 0; i < 20; ++i) {
        ASSERT_TRUE(change.step(100).ok());
        ASSERT_TRUE(again.step(100).ok());
    }
    EXPECT_TRUE(std::equal(change.enthalpies().begin(), change.enthalpies().end(),
                           again.enthalpies().begin()));
    EXPECT_EQ(change.restore(std::vector<double>{1}).error().key, "phase.restore");
}

TEST(PhaseChange, BadPartsAreNamed) {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const PhaseSystem good = phaseSlab(substances[1].material, 0.02, 5, {}, {});
    const auto refuses = [&](const char* key, const char* where, auto spoil) {
        PhaseSystem system = good;
        spoil(system);
        const Result<PhaseChange> change = PhaseChange::make(system);
        ASSERT_FALSE(change.ok()) << key;
        EXPECT_EQ(change.error().key, key);
        EXPECT_EQ(change.error().where, where);
    };
    for (const double bad : {0.0, -1.0, nan, infinite}) {
        refuses("phase.material", "materials[0]",
                [&](PhaseSystem& s) { s.materials[0].liquidConductivity = bad; });
        refuses("phase.material", "materials[0]",
                [&](PhaseSystem& s) { s.materials[0].density = bad; });
        refuses("phase.cell", "cells[2]", [&](PhaseSystem& s) { s.cells[2].volume = bad; });
        refuses("phase.link", "links[1]", [&](PhaseSystem& s) { s.links[1].shapeA = bad; });
        refuses("phase.edge", "edges[1]", [&](PhaseSystem& s) { s.edges[1].area = bad; });
    }
    refuses("phase.material", "materials[0]",
            [&](PhaseSystem& s) { s.materials[0].latentHeat = -1; });
    refuses("phase.cell", "cells[1]", [](PhaseSystem& s) { s.cells[1].material = 7; });
    refuses("phase.cell", "cells[0]", [](PhaseSystem& s) { s.cells.clear(); });
    refuses("phase.link", "links[0]", [](PhaseSystem& s) { s.links[0].b = s.links[0].a; });
    refuses("phase.edge", "edges[0]", [](PhaseSystem& s) { s.edges[0].cell = -1; });
    refuses("phase.edge", "edges[0]", [&](PhaseSystem& s) { s.edges[0].resistance = nan; });
    PhaseChange change = made(good);
    for (const double bad : {0.0, -1.0, nan, infinite})
        EXPECT_EQ(change.step(bad).error().key, "phase.step");
}

}  // namespace
}  // namespace pt
