// Sections nobody would draw: refused with a key and a place, or solved sensibly.
#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <limits>

#include "engine/numerics/heat2d.h"
#include "tests/numerics/heat2d_fixtures.h"

namespace pt {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double infinite = std::numeric_limits<double>::infinity();

HeatSection wall() { return slab(0.3, 0.6, 1e6, 293.15, 0.13, 263.15, 0.04); }

void refuses(const char* key, const char* where, const std::function<void(HeatSection&)>& spoil,
             int cells = 100) {
    HeatSection section = wall();
    spoil(section);
    const Result<Heat2d> made = Heat2d::make(section, cells);
    ASSERT_FALSE(made.ok()) << key;
    EXPECT_EQ(made.error().key, key);
    EXPECT_EQ(made.error().where, where);
}

TEST(HeatHostile, NumbersOutOfReach) {
    for (const double bad : {0.0, -1.0, nan, infinite}) {
        refuses("heat2d.conductivity", "materials[0]",
                [&](HeatSection& s) { s.materials[0].conductivity = bad; });
        if (bad == 0) continue;
        refuses("heat2d.capacity", "materials[0]",
                [&](HeatSection& s) { s.materials[0].density = bad; });
        refuses("heat2d.climate", "boundaries[1]",
                [&](HeatSection& s) { s.boundaries[1].temperature = bad; });
    }
    for (const double bad : {nan, infinite, -infinite, 1e9}) {
        refuses("heat2d.place", "rectangles[0]", [&](HeatSection& s) { s.rectangles[0].x1 = bad; });
        refuses("heat2d.place", "boundaries[0]", [&](HeatSection& s) { s.boundaries[0].y1 = bad; });
        refuses("heat2d.place", "probes[0]", [&](HeatSection& s) {
            s.probes.push_back({"p", 0, bad});
        });
    }
    for (const double bad : {-0.1, nan})
        refuses("heat2d.climate", "boundaries[0]",
                [&](HeatSection& s) { s.boundaries[0].resistance = bad; });
    refuses("heat2d.climate", "boundaries[0]", [](HeatSection& s) { s.boundaries[0].flux = nan; });
}

TEST(HeatHostile, ShapesThatAreNone) {
    refuses("heat2d.empty", "", [](HeatSection& s) { s.rectangles.clear(); });
    refuses("heat2d.rectangle", "rectangles[0]",
            [](HeatSection& s) { s.rectangles[0].x1 = s.rectangles[0].x0; });
    refuses("heat2d.rectangle", "rectangles[0]", [](HeatSection& s) { s.rectangles[0].y1 = -1; });
    for (const int bad : {-1, 1, 1000})
        refuses("heat2d.material", "rectangles[0]",
                [&](HeatSection& s) { s.rectangles[0].material = bad; });
    refuses("heat2d.slanting", "boundaries[0]", [](HeatSection& s) { s.boundaries[0].x1 = 0.1; });
    refuses("heat2d.slanting", "boundaries[0]", [](HeatSection& s) { s.boundaries[0].y1 = 0; });
    for (const double x : {-0.01, 0.15, 0.2999, 5.0})
        refuses("heat2d.nowhere", "boundaries[0]",
                [&](HeatSection& s) { s.boundaries[0].x0 = s.boundaries[0].x1 = x; });
}

TEST(HeatHostile, MoreThanAComputerShouldBeAsked) {
    refuses(
        "heat2d.too_many", "", [](HeatSection&) {}, mostHeatCells + 1);
    refuses("heat2d.too_many", "", [](HeatSection& s) {
        for (int i = 1; i < 500; ++i) {
            const double at = 0.3 * i / 500;
            s.rectangles.push_back({at, at, 0.3, 1, 0});
        }
    });
    refuses("heat2d.too_many_parts", "",
            [](HeatSection& s) { s.rectangles.assign(3000, s.rectangles[0]); });
    for (const int cells : {-5, 0, 1}) EXPECT_TRUE(Heat2d::make(wall(), cells).ok());
}

TEST(HeatHostile, ALoosePieceHasNoSteadyStateButKeepsItsHeatInTime) {
    HeatSection section = wall();
    section.rectangles.push_back({1, 0, 1.2, 1, 0});
    Heat2d heat = std::move(Heat2d::make(section, 400).value());
    const Status steady = heat.solveSteady();
    ASSERT_FALSE(steady.ok());
    EXPECT_EQ(steady.error().key, "heat2d.loose");
    EXPECT_EQ(steady.error().where, "rectangles[1]");
    heat.start(300);
    for (int i = 0; i < 10; ++i) ASSERT_TRUE(heat.step(3600).ok());
    EXPECT_NEAR(heat.at(1.1, 0.5), 300, 1e-9);
    EXPECT_LT(heat.at(0.29, 0.5), 290);
}

TEST(HeatHostile, WithoutAnyBoundaryOrMassThereIsNoTemperature) {
    HeatSection section = wall();
    section.boundaries.clear();
    Heat2d heat = std::move(Heat2d::make(section, 100).value());
    EXPECT_EQ(heat.solveSteady().error().key, "heat2d.loose");
    EXPECT_TRUE(heat.step(60).ok());
    section.materials[0].density = 0;
    Heat2d massless = std::move(Heat2d::make(section, 100).value());
    EXPECT_EQ(massless.step(60).error().key, "heat2d.loose");
    for (const double bad : {0.0, -1.0, nan, infinite})
        EXPECT_EQ(heat.step(bad).error().key, "heat2d.step");
}

TEST(HeatHostile, WithoutMassTheStepIsTheSteadyState) {
    HeatSection section = wall();
    section.materials[0].density = 0;
    Heat2d heat = std::move(Heat2d::make(section, 100).value());
    heat.start(350);
    ASSERT_TRUE(heat.step(1).ok());
    const double now = heat.at(0.15, 0.5);
    ASSERT_TRUE(heat.solveSteady().ok());
    EXPECT_NEAR(now, heat.at(0.15, 0.5), 1e-9);
}

TEST(HeatHostile, ConductivitiesElevenDecadesApart) {
    HeatSection section = wall();
    section.materials.push_back({"silver", 1e4});
    section.materials.push_back({"vacuum", 1e-7});
    section.rectangles.push_back({0.1, 0.2, 0.2, 0.4, 1});
    section.rectangles.push_back({0.1, 0.6, 0.2, 0.8, 2});
    Heat2d heat = std::move(Heat2d::make(section, 2000).value());
    ASSERT_TRUE(heat.solveSteady().ok());
    EXPECT_NEAR(heat.flow(0) + heat.flow(1), 0, 1e-7 * heat.flow(0));
    for (const double kelvin : heat.temperatures()) {
        EXPECT_GT(kelvin, 263.1);
        EXPECT_LT(kelvin, 293.2);
    }
}

TEST(HeatHostile, EdgesThatAreTheSameButForRounding) {
    HeatSection section = wall();
    section.rectangles = {{0, 0, 0.1, 1, 0}, {0.1 + 1e-16, 0, 0.3, 1, 0}};
    Heat2d heat = std::move(Heat2d::make(section, 100).value());
    ASSERT_TRUE(heat.solveSteady().ok());
    EXPECT_NEAR(heat.flow(0), 30 / (0.13 + 0.5 + 0.04), 1e-9);
}

TEST(HeatHostile, OutsideIsNotANumberAndRestoreTakesOnlyItsOwn) {
    Heat2d heat = std::move(Heat2d::make(wall(), 100).value());
    for (const double x : {-1.0, 0.31, nan, infinite}) EXPECT_TRUE(std::isnan(heat.at(x, 0.5)));
    EXPECT_EQ(heat.flux(-1, 0).x, 0);
    std::vector<double> kept(heat.temperatures().begin(), heat.temperatures().end());
    EXPECT_TRUE(heat.restore(kept).ok());
    kept[0] = nan;
    EXPECT_EQ(heat.restore(kept).error().key, "heat2d.restore");
    kept.pop_back();
    EXPECT_FALSE(heat.restore(kept).ok());
}

}  // namespace
}  // namespace pt
