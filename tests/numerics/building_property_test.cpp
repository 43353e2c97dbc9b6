// What must hold for any building: finite, its balances close, better insulation never asks for
// more heat, a restored state goes on with the same bits; and bad input is refused with its place.
#include <limits>

#include "engine/core/rng.h"
#include "tests/numerics/building_fixtures.h"

namespace pt {
namespace {

std::shared_ptr<const Weather> ukkel() {
    static const std::shared_ptr<const Weather> weather = [] {
        Result<Weather> made = builtInWeather("ukkel", 1);
        EXPECT_TRUE(made.ok());
        return std::make_shared<const Weather>(std::move(made.value()));
    }();
    return weather;
}

double between(Rng& random, double low, double high) {
    return low + (high - low) * random.uniform();
}

BuildingConstruction anyConstruction(Rng& random) {
    BuildingConstruction made;
    const int64_t layers = random.integer(1, 4);
    for (int64_t i = 0; i < layers; ++i)
        if (random.uniform() < 0.2)
            made.layers.push_back(resistance(between(random, 0.01, 8)));
        else
            made.layers.push_back(layer(
                between(random, 0.002, 0.6), std::pow(10.0, between(random, -2, 2)),
                random.uniform() < 0.1 ? 0 : between(random, 5, 8000), between(random, 300, 4000)));
    for (Finish* finish : {&made.outside, &made.inside})
        *finish = {random.uniform(), random.uniform()};
    return made;
}

// A house with everything on it that a Building can hold, all drawn by lot.
Building anyBuilding(uint64_t seed) {
    Rng random(seed, "any building");
    Building building = box();
    building.constructions.clear();
    for (int i = 0; i < 4; ++i) building.constructions.push_back(anyConstruction(random));
    building.glazings[0].panes[0].emissivityBack = between(random, 0.02, 0.9);
    building.glazings[0].gaps[0].gas = GapGas::argon;
    BuildingZone porch;
    porch.name = "porch";
    porch.volume = between(random, 5, 60);
    building.zones.push_back(porch);
    BuildingSurface porchWall =
        surface("porch", between(random, 2, 8), 2.7, math::pi, math::pi / 2, 1);
    porchWall.zone = 1;
    porchWall.windows = {window("P", 0.1, 0.1, 1.5, 2)};
    building.surfaces.push_back(porchWall);
    building.surfaces[0].beyond = Beyond::zone;
    building.surfaces[0].otherZone = 1;
    for (BuildingSurface& of : building.surfaces) {
        of.construction = static_cast<int>(random.integer(0, 3));
        of.azimuth = between(random, 0, 6.28);
        if (random.uniform() < 0.1) of.insideFilm = between(random, 1, 20);
        if (random.uniform() < 0.1) of.outsideFilm = between(random, 1, 50);
    }
    for (const size_t s : {0U, 1U, 2U}) {
        BuildingWindow made = window("V", 0.2, 0.2, between(random, 0.5, 5), 2);
        made.frameWidth = random.uniform() < 0.5 ? 0 : 0.08;
        made.frameU = between(random, 0.5, 6);
        made.edgePsi = 0.1 * random.uniform();
        made.screen = random.uniform();
        made.screenFrom = 200 * random.uniform();
        building.surfaces[s].windows = {made};
    }
    building.surfaces[1].overhangs = {{0, 6, 2.5, random.uniform()}};
    building.surfaces[1].fins = {{0.1, 0, 2.7, random.uniform()}};
    BuildingSurface& floor = building.surfaces[5];
    floor.beyond = random.uniform() < 0.5 ? Beyond::ground : Beyond::sheltered;
    floor.groundResistance = random.uniform();
    for (BuildingZone& zone : building.zones) {
        zone.infiltration = random.uniform();
        zone.extraCapacity = 1e6 * random.uniform();
        zone.gains = Schedule::constant(between(random, 0, 500));
        zone.gainsRadiant = random.uniform();
        zone.heatingRadiant = random.uniform();
        zone.ventilation = {between(random, 0, 0.1), random.uniform(), zeroCelsius + 24,
                            zeroCelsius - 3, between(random, 0, 100)};
        zone.airing = {0.2 * random.uniform(), zeroCelsius + 25, Schedule::constant(1)};
    }
    holdAt(building.zones[0], 20);
    building.zones[0].coolTo = Schedule::constant(zeroCelsius + 26);
    if (random.uniform() < 0.5) building.zones[0].mostHeating = between(random, 100, 5000);
    if (random.uniform() < 0.3) holdAt(building.zones[1], 12);
    building.bridges = {{"corner", 0, between(random, -0.05, 0.2), 20}};
    building.airPaths = {{0, 1, 0.05 * random.uniform()}};
    return building;
}

void expectBalances(BuildingSim& sim, int steps, const std::string& name) {
    const int surfaces = static_cast<int>(sim.building().surfaces.size());
    const int zones = static_cast<int>(sim.building().zones.size());
    std::vector<double> held(static_cast<size_t>(surfaces));
    for (int i = 0; i < steps; ++i) {
        const bool look = i % 37 == 0;
        for (int s = 0; look && s < surfaces; ++s) held[static_cast<size_t>(s)] = heldIn(sim, s);
        ASSERT_TRUE(sim.step().ok()) << name;
        for (int z = 0; z < zones; ++z) {
            ASSERT_GT(sim.airTemperature(z), 150) << name;
            ASSERT_LT(sim.airTemperature(z), 500) << name;
            ASSERT_LT(imbalance(sim.zone(z), throughput(sim, z)), 1e-9) << name << " step " << i;
        }
        for (int s = 0; look && s < surfaces; ++s) {
            const BuildingSurface& of = sim.building().surfaces[static_cast<size_t>(s)];
            double area = of.width * of.height;
            for (const BuildingWindow& w : of.windows) area -= w.width * w.height;
            area = std::max(area, 1e-6);  // a wall that is all window keeps a token
            const double stored = heldIn(sim, s) - held[static_cast<size_t>(s)];
            const SurfaceFlows& flows = sim.surface(s);
            const double in = -(flows.inward + flows.outward) * 600;
            ASSERT_NEAR(in, stored * area, 1e-9 * heldIn(sim, s) * area + 1e-3) << name << of.name;
        }
    }
}

TEST(BuildingProperty, AnyBuildingIsFiniteAndItsBalancesClose) {
    const auto cache = std::make_shared<WeatherCache>(ukkel());
    for (uint64_t seed = 1; seed <= 40; ++seed) {
        Result<BuildingSim> sim = BuildingSim::make(anyBuilding(seed), cache, 600);
        ASSERT_TRUE(sim.ok()) << seed << sim.error().key << sim.error().where;
        sim.value().start(static_cast<double>(seed) * 9 * 86400, 293.15);
        expectBalances(sim.value(), 3 * 144, std::to_string(seed));
    }
}

double heatingOf(const Building& building, const std::shared_ptr<WeatherCache>& cache) {
    Result<BuildingSim> sim = BuildingSim::make(building, cache, 3600);
    EXPECT_TRUE(sim.ok());
    sim.value().warmUp(0, 40);
    double heat = 0;
    for (int i = 0; i < 45 * 24; ++i) {
        if (!sim.value().step().ok()) return std::nan("");
        heat += sim.value().zone(0).heating;
    }
    return heat;
}

TEST(BuildingProperty, MoreInsulationNeverAsksForMoreHeat) {
    const auto cache = std::make_shared<WeatherCache>(ukkel());
    for (uint64_t seed = 1; seed <= 12; ++seed) {
        Rng random(seed, "insulation");
        Building building = box();
        for (size_t s = 0; s < 4; ++s)
            building.surfaces[s].windows = {window("V", 0.3, 0.3, between(random, 0.4, 3), 1.8)};
        building.zones[0].infiltration = random.uniform();
        building.zones[0].gains = Schedule::constant(between(random, 0, 400));
        holdAt(building.zones[0], 20);
        double before = std::numeric_limits<double>::infinity();
        for (const double thickness : {0.001, 0.02, 0.06, 0.15, 0.4, 2.0}) {
            building.constructions[0] = insulatedBrick(thickness);
            const double heat = heatingOf(building, cache);
            EXPECT_LE(heat, before * (1 + 1e-9)) << seed << " " << thickness;
            before = heat;
        }
    }
}

TEST(BuildingProperty, ARestoredStateGoesOnWithTheSameBits) {
    BuildingSim sim = made(anyBuilding(7), ukkel());
    sim.warmUp(60 * 86400.0, 10);
    run(sim, 100);
    const std::vector<double> saved = sim.state();
    run(sim, 200);
    const std::vector<double> end = sim.state();
    BuildingSim other = made(anyBuilding(7), ukkel());
    ASSERT_TRUE(other.restore(saved).ok());
    EXPECT_EQ(other.state(), saved);
    run(other, 200);
    EXPECT_EQ(other.state(), end);
    ASSERT_TRUE(sim.restore(saved).ok());
    run(sim, 200);
    EXPECT_EQ(sim.state(), end);

    std::vector<double> bad = saved;
    bad.pop_back();
    EXPECT_EQ(sim.restore(bad).error().key, "building.state");
    bad = saved;
    bad[3] = std::nan("");
    EXPECT_EQ(sim.restore(bad).error().key, "building.state");
    EXPECT_EQ(sim.state(), end);
}

TEST(BuildingProperty, ARestoredColdSnapGoesOnWithTheSameBits) {
    BuildingSim sim = made(anyBuilding(7), ukkel());
    sim.warmUp(60 * 86400.0, 10);
    const size_t usual = sim.state().size();
    for (int i = 0; i < 50; ++i) ASSERT_TRUE(sim.step(-12.5).ok());
    const std::vector<double> saved = sim.state();
    const double outdoors = sim.outdoors().temperature;
    BuildingSim other = made(anyBuilding(7), ukkel());
    ASSERT_TRUE(other.restore(saved).ok());
    EXPECT_EQ(other.state(), saved);
    EXPECT_EQ(other.outdoors().temperature, outdoors);
    for (BuildingSim* each : {&sim, &other}) {
        for (int i = 0; i < 50; ++i) ASSERT_TRUE(each->step(-3).ok());
        ASSERT_TRUE(each->step().ok());
    }
    EXPECT_EQ(other.state(), sim.state());
    EXPECT_EQ(sim.state().size(), usual) << "nothing of a snap that is over";

    std::vector<double> longer = saved;
    longer.push_back(0);
    EXPECT_EQ(sim.restore(longer).error().key, "building.state");
    ASSERT_TRUE(sim.restore(saved).ok());
    EXPECT_EQ(sim.state(), saved);
}

// A start half way an hour and warm-up: time runs on, round the year's end too.
TEST(BuildingProperty, TimeRunsRoundTheYear) {
    BuildingSim sim = made(box(), ukkel());
    sim.warmUp(1800, 3);
    EXPECT_EQ(sim.time(), 1800);
    sim.start(365 * 86400.0 - 1200, 280);
    run(sim, 5);
    EXPECT_EQ(sim.time(), 365 * 86400.0 + 1800);
    sim.start(-86400.0, 280);
    run(sim, 5);
    EXPECT_EQ(sim.layerTemperatures(0).size(), 4U);
    EXPECT_EQ(sim.profile(0).depth.front(), 0);
    EXPECT_NEAR(sim.profile(0).depth.back(), 0.35, 1e-12);
}

TEST(BuildingProperty, TheEdgesStayFinite) {
    const auto week = [](const char* name, const Building& building, double celsius) {
        BuildingSim sim = made(building, stillWeather(celsius, 0));
        sim.start(0, 293.15);
        expectBalances(sim, 7 * 144, name);
        return sim.airTemperature(0) - zeroCelsius;
    };
    Building frozen = box(oldBrick());
    EXPECT_LT(week("frozen", frozen, -40), 0);
    Building bare = box(construction({layer(1e-6, 1e5, 0, 0)}));
    holdAt(bare.zones[0], 20);
    EXPECT_NEAR(week("bare", bare, -40), 20, 1e-6);
    Building thick = box(construction({layer(40, 1e-6, 10, 1000)}));
    week("thick", thick, -10);
    Building dense = box(construction({layer(0.5, 1e6, 20000, 4000)}));
    week("dense", dense, 30);
    Building glassy = box();
    for (size_t s = 0; s < 5; ++s) {
        BuildingSurface& of = glassy.surfaces[s];
        of.windows = {window("all", 0, 0, of.width, of.height)};
    }
    week("glassy", glassy, -20);
    Building framed = box();
    framed.surfaces[0].windows = {window("frame", 0, 0, 1, 1)};
    framed.surfaces[0].windows[0].frameWidth = 0.5;
    week("framed", framed, -20);
    Building empty = box();
    empty.surfaces.clear();
    empty.zones[0].gains = Schedule::constant(10);
    empty.zones[0].gainsRadiant = 1;
    empty.zones[0].infiltration = 1;
    week("empty", empty, 0);
    Building white = box();
    white.zones[0].gains = Schedule::constant(100);
    white.constructions[0].inside = white.constructions[0].outside = {0, 0};
    week("white", white, 0);
}

std::string refused(const Building& building) {
    const Status status = checkBuilding(building);
    return status.ok() ? "" : status.error().key + " @ " + status.error().where;
}

TEST(BuildingCheck, RefusesWhatCannotBeAndSaysWhere) {
    const double nan = std::nan("");
    EXPECT_EQ(refused(box()), "");
    const auto with = [](auto change) {
        Building building = box();
        building.surfaces[0].windows = {window("V1", 1, 0.5, 2, 1.5)};
        change(building);
        return refused(building);
    };
    EXPECT_EQ(with([](Building& b) { b.zones.clear(); }), "building.no_zone @ ");
    EXPECT_EQ(with([](Building& b) { b.constructions[0].layers.clear(); }),
              "building.no_layers @ constructions[0]");
    EXPECT_EQ(with([](Building& b) { b.constructions[0].layers[1].conductivity = 0; }),
              "building.no_resistance @ constructions[0].layers[1]");
    EXPECT_EQ(with([&](Building& b) { b.constructions[0].layers[2].density = nan; }),
              "building.range @ constructions[0].layers[2]");
    EXPECT_EQ(with([](Building& b) { b.constructions[0].inside.emissivity = 1.1; }),
              "building.range @ constructions[0]");
    EXPECT_EQ(with([](Building& b) { b.zones[0].volume = 0; }), "building.range @ house");
    EXPECT_EQ(with([&](Building& b) { b.zones[0].heatTo.hours[4] = nan; }),
              "building.range @ house");
    EXPECT_EQ(with([](Building& b) { b.zones[0].ventilation.recovery = 1.01; }),
              "building.range @ house");
    EXPECT_EQ(with([](Building& b) { b.surfaces[1].zone = 3; }), "building.no_zone @ east");
    EXPECT_EQ(with([](Building& b) { b.surfaces[1].beyond = Beyond::zone; }),
              "building.no_other_zone @ east");
    EXPECT_EQ(with([](Building& b) { b.surfaces[1].construction = -1; }),
              "building.no_construction @ east");
    EXPECT_EQ(with([](Building& b) { b.surfaces[2].width = -4; }), "building.range @ north");
    EXPECT_EQ(with([](Building& b) { b.surfaces[2].tilt = 4; }), "building.range @ north");
    EXPECT_EQ(with([](Building& b) { b.surfaces[0].beyond = Beyond::ground; }),
              "building.buried_window @ south");
    EXPECT_EQ(with([](Building& b) { b.surfaces[5].beyond = Beyond::fixed; }),
              "building.range @ floor");
    EXPECT_EQ(with([](Building& b) { b.surfaces[0].windows[0].glazing = 2; }),
              "building.no_glazing @ south, V1");
    EXPECT_EQ(with([](Building& b) { b.surfaces[0].windows[0].x = 6.5; }),
              "building.window_outside @ south, V1");
    EXPECT_EQ(with([](Building& b) { b.surfaces[0].windows[0].frameWidth = 0.8; }),
              "building.range @ south, V1");
    EXPECT_EQ(
        with([](Building& b) { b.surfaces[0].windows.push_back(window("V2", 2.5, 1, 2, 1)); }),
        "building.windows_overlap @ south, V2");
    EXPECT_EQ(with([](Building& b) {
                  b.surfaces[0].overhangs = {{3, 1, 2, 1}};
              }),
              "building.range @ south");
    EXPECT_EQ(with([](Building& b) { b.surfaces[0].solarShare = b.surfaces[1].solarShare = 0.7; }),
              "building.range @ east");
    EXPECT_EQ(with([](Building& b) {
                  b.airPaths = {{0, 0, 1}};
              }),
              "building.no_zone @ airPaths[0]");
    EXPECT_EQ(with([](Building& b) {
                  b.bridges = {{"corner", 2, 0.1, 3}};
              }),
              "building.no_zone @ corner");
    EXPECT_EQ(with([](Building& b) { b.glazings[0].panes.clear(); }), "glazing.panes @ ");
}

TEST(BuildingCheck, RefusesStepsAndWeatherThatDoNotFit) {
    const auto weather = stillWeather(10);
    EXPECT_EQ(BuildingSim::make(box(), weather, 700).error().key, "building.step");
    EXPECT_EQ(BuildingSim::make(box(), weather, 0).error().key, "building.step");
    EXPECT_EQ(BuildingSim::make(box(), weather, 7200).error().key, "building.step");
    EXPECT_TRUE(BuildingSim::make(box(), weather, 400).ok());
    auto cut = std::make_shared<Weather>(*weather);
    cut->hours.pop_back();
    EXPECT_EQ(BuildingSim::make(box(), cut, 600).error().key, "building.weather");
    EXPECT_EQ(BuildingSim::make(box(), std::shared_ptr<const Weather>(), 600).error().key,
              "building.weather");
}

}  // namespace
}  // namespace pt
