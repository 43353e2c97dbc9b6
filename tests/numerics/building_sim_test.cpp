// The building in time against closed forms: steady losses, air, control, several zones, ground.
#include "tests/numerics/building_fixtures.h"

namespace pt {
namespace {

constexpr double heatOfAir = 1006, density20 = 101325 / (287.05 * 293.15);
constexpr int month = 30 * 144;  // steps of 600 s

double areaOf(const Building& building) {
    double area = 0;
    for (const BuildingSurface& surface : building.surfaces) area += surface.width * surface.height;
    return area;
}

TEST(BuildingSim, SteadyHeatingIsUATimesTheDifference) {
    Building building = box();
    fixFilms(building);
    holdAt(building.zones[0], 20);
    building.zones[0].infiltration = 0.5;
    building.zones[0].gains = Schedule::constant(150);
    building.bridges = {{"corner", 0, 0.1, 10}};
    const double u = uValueOf(building.constructions[0], 1 / 8.0, 1 / 25.0);
    const double ua = u * areaOf(building), air = 0.5 * 129.6 / 3600 * density20 * heatOfAir;
    BuildingSim sim = made(building, stillWeather(-5));
    sim.warmUp(0, 60);
    run(sim, month);
    // A source on the inner face loses what its film loses: U/h of the radiant half.
    const double lost = 150 * 0.5 * u / 8;
    EXPECT_NEAR(sim.zone(0).heating, (ua + air + 1) * 25 - 150 + lost, 0.01);
    EXPECT_NEAR(sim.zone(0).bridges, -25, 1e-9);
    EXPECT_NEAR(sim.zone(0).infiltration, -air * 25, 0.02);
    EXPECT_NEAR(sim.airTemperature(0), 293.15, 1e-9);
}

TEST(BuildingSim, SteadyWindowWithFrameAndEdge) {
    Building building = box();
    fixFilms(building, 1 / 0.13, 1 / 0.04);
    holdAt(building.zones[0], 20);
    BuildingWindow given = window("V1", 1, 0.5, 2, 1.5);
    given.frameWidth = 0.1;
    given.frameU = 1.2;
    given.edgePsi = 0.05;
    building.glazings[0].gaps[0].conductance = 4;
    building.surfaces[0].windows = {given};
    BuildingSim sim = made(building, stillWeather(0));
    sim.warmUp(0, 40);
    run(sim, 144);
    const double glass = 1.8 * 1.3, ug = 1 / (0.17 + 0.008 + 0.25);
    const double expected = glass * ug + (3 - glass) * 1.2 + 0.05 * 2 * (1.8 + 1.3);
    EXPECT_NEAR(sim.window(0, 0).conduction, -20 * expected, 1e-6);
    EXPECT_NEAR(sim.zone(0).windows, -20 * expected, 1e-6);
}

TEST(BuildingSim, ColderByARunIsColderByTheWeather) {
    Building building = box();
    holdAt(building.zones[0], 20);
    building.zones[0].infiltration = 0.5;
    BuildingSim snapped = made(building, stillWeather(2)), cold = made(building, stillWeather(-8));
    for (BuildingSim* sim : {&snapped, &cold}) sim->start(0, 280);
    for (int i = 0; i < 300; ++i) {
        ASSERT_TRUE(snapped.step(-10).ok());
        ASSERT_TRUE(cold.step().ok());
    }
    EXPECT_NEAR(snapped.outdoors().temperature, 265.15, 1e-9);
    EXPECT_NEAR(snapped.outdoors().dewPoint, 260.15, 1e-9);
    EXPECT_NEAR(snapped.outdoors().skyTemperature, 265.15, 1e-6);
    EXPECT_NEAR(snapped.zone(0).heating, cold.zone(0).heating, 1e-6);
    EXPECT_NEAR(snapped.surface(0).outsideTemperature, cold.surface(0).outsideTemperature, 1e-8);
    ASSERT_TRUE(snapped.step().ok());
    EXPECT_NEAR(snapped.outdoors().temperature, 275.15, 1e-9);
}

TEST(BuildingSim, FreeFloatingHouseTakesTheWeathersTemperature) {
    BuildingSim sim = made(box(), stillWeather(7));
    sim.start(0, 300);
    run(sim, 4 * month);
    EXPECT_NEAR(sim.airTemperature(0) - zeroCelsius, 7, 0.05);
    EXPECT_NEAR(sim.operativeTemperature(0), sim.airTemperature(0), 0.01);
}

// One massless wall round air and furniture: exponential with C / UA.
TEST(BuildingSim, CoolsAsTheLumpedHouse) {
    Building building = box(construction({resistance(2)}));
    fixFilms(building);
    building.zones[0].extraCapacity = 5e6;
    const double ua = areaOf(building) / (2 + 1 / 8.0 + 1 / 25.0);
    const double capacity = 5e6 + 129.6 * density20 * heatOfAir;
    BuildingSim sim = made(building, stillWeather(0), 60);
    sim.start(0, 293.15);
    run(sim, 24 * 60);
    EXPECT_NEAR(sim.airTemperature(0) - zeroCelsius, 20 * std::exp(-86400 * ua / capacity), 0.02);
}

TEST(BuildingSim, VentilationRecoversBypassesAndThaws) {
    Building building = box();
    holdAt(building.zones[0], 20);
    Ventilation& fans = building.zones[0].ventilation;
    fans.flow = 0.05;
    fans.fanPower = 40;
    const double flow = 0.05 * density20 * heatOfAir;
    const auto ventilation = [&](double outdoors) {
        BuildingSim sim = made(building, stillWeather(outdoors));
        sim.warmUp(0, 20);
        run(sim, 12);
        return std::pair(sim.zone(0).ventilation, sim.fanPower(0));
    };
    fans.recovery = 1;
    EXPECT_NEAR(ventilation(-40).first, 20, 1e-9);  // half the fans
    fans.recovery = 0.8;
    EXPECT_NEAR(ventilation(0).first, 20 - 0.2 * flow * 20, 1e-3);
    fans.defrostBelow = zeroCelsius - 3;
    EXPECT_NEAR(ventilation(-13).first, 20 - 0.2 * flow * 23, 1e-3);
    EXPECT_NEAR(ventilation(-13).second, 40 + flow * 10, 1e-3);
    // Warmer inside than 15 °C: passed by, all that the outdoor air cools counts.
    fans.bypassAbove = zeroCelsius + 15;
    EXPECT_NEAR(ventilation(0).first, 20 - flow * 20, 1e-3);
}

TEST(BuildingSim, AiringCoolsAWarmHouseAndStops) {
    Building building = box();
    building.zones[0].gains = Schedule::constant(3000);
    building.zones[0].airing.flow = 0.5;
    building.zones[0].airing.above = zeroCelsius + 24;
    BuildingSim sim = made(building, stillWeather(10));
    sim.start(0, 293.15);
    double hottest = 0, most = 0;
    int opened = 0;
    for (int i = 0; i < month; ++i) {
        run(sim, 1);
        hottest = std::max(hottest, sim.airTemperature(0) - zeroCelsius);
        most = std::min(most, sim.zone(0).airing);
        if (sim.zone(0).airing < 0) ++opened;
    }
    EXPECT_LT(hottest, 28.5);
    EXPECT_LT(most, -1000);
    EXPECT_GT(opened, 100);
    EXPECT_LT(opened, month);
    building.zones[0].airing.when = Schedule::constant(0);
    BuildingSim shut = made(building, stillWeather(10));
    run(shut, month);
    EXPECT_GT(shut.airTemperature(0) - zeroCelsius, 30);
}

TEST(BuildingSim, LimitedHeatingFallsShortAndLimitedCoolingToo) {
    Building building = box();
    holdAt(building.zones[0], 20);
    building.zones[0].mostHeating = 500;
    BuildingSim cold = made(building, stillWeather(-10));
    cold.warmUp(0, 30);
    run(cold, 6);
    EXPECT_EQ(cold.zone(0).heating, 500);
    EXPECT_LT(cold.airTemperature(0), 293);
    building.zones[0].coolTo = Schedule::constant(zeroCelsius + 25);
    building.zones[0].mostCooling = 300;
    BuildingSim hot = made(building, stillWeather(38));
    hot.warmUp(0, 30);
    run(hot, 6);
    EXPECT_EQ(hot.zone(0).cooling, -300);
    EXPECT_GT(hot.airTemperature(0), zeroCelsius + 25);
}

// Radiant heat warms the faces: the same air asks for the extra that the warmer walls lose.
TEST(BuildingSim, RadiantHeatingHoldsTheAir) {
    Building building = box();
    holdAt(building.zones[0], 20);
    BuildingSim air = made(building, stillWeather(0));
    building.zones[0].heatingRadiant = 0.7;
    BuildingSim radiant = made(building, stillWeather(0));
    for (BuildingSim* sim : {&air, &radiant}) sim->warmUp(0, 40);
    run(air, 6);
    run(radiant, 6);
    EXPECT_NEAR(radiant.airTemperature(0), 293.15, 1e-9);
    EXPECT_GT(radiant.zone(0).heating, air.zone(0).heating * 1.005);
    EXPECT_GT(radiant.operativeTemperature(0), air.operativeTemperature(0));
}

TEST(BuildingSim, SchedulesAndRamps) {
    Building building = box(construction({resistance(1)}));
    BuildingZone& zone = building.zones[0];
    holdAt(zone, 10);
    for (size_t h = 7; h < 23; ++h) zone.heatTo.hours[h] = zeroCelsius + 20;
    const auto at = [&](double hour) {
        BuildingSim sim = made(building, stillWeather(0));
        sim.start(0, 283.15);
        run(sim, static_cast<int>(std::lround(hour * 6)));
        return sim.airTemperature(0) - zeroCelsius;
    };
    EXPECT_NEAR(at(7), 10, 1e-9);
    EXPECT_NEAR(at(7.5), 20, 1e-9);
    zone.heatTo.ramps = true;
    EXPECT_NEAR(at(7), 10, 1e-9);
    EXPECT_NEAR(at(7.5), 15, 1e-9);
    EXPECT_NEAR(at(8), 20, 1e-9);
    EXPECT_NEAR(at(12), 20, 1e-9);
}

// Heated room, wall, second room that floats: a chain of two resistances.
TEST(BuildingSim, TwoZonesShareAWall) {
    Building building = box(construction({resistance(2)}));
    BuildingZone shed;
    shed.name = "shed";
    shed.volume = 40;
    building.zones.push_back(shed);
    holdAt(building.zones[0], 20);
    building.surfaces[2].beyond = Beyond::zone;
    building.surfaces[2].otherZone = 1;
    BuildingSurface out = surface("shed", 5, 2.7, 0, math::pi / 2);
    out.zone = 1;
    building.surfaces.push_back(out);
    fixFilms(building);
    building.airPaths = {{0, 1, 0.01}};
    BuildingSim sim = made(building, stillWeather(0));
    sim.warmUp(0, 40);
    run(sim, 144);
    const double path = 0.01 * density20 * heatOfAir;
    const double lost = 13.5 / (2 + 1 / 8.0 + 1 / 25.0);
    const double inside = 21.6 / (2 + 1 / 8.0 + 1 / 25.0);  // its outer film is 25 as given
    EXPECT_NEAR(sim.airTemperature(1) - zeroCelsius, 20 * (inside + path) / (inside + path + lost),
                1e-6);
    EXPECT_NEAR(sim.zone(0).otherZones, -sim.zone(1).otherZones, 1e-9);
    EXPECT_NEAR(sim.surface(2).inward, -sim.surface(2).outward, 1e-6);
}

TEST(BuildingSim, GroundFixedAndAdiabatic) {
    Building building = box();
    fixFilms(building);
    holdAt(building.zones[0], 20);
    for (BuildingSurface& surface : building.surfaces) surface.beyond = Beyond::adiabatic;
    BuildingSurface& floor = building.surfaces.back();
    floor.beyond = Beyond::ground;
    floor.groundResistance = 2;
    floor.groundTemperature = 281.15;
    const double layers = 1 / uValueOf(building.constructions[0], 0, 0);
    const auto heating = [&] {
        BuildingSim sim = made(building, stillWeather(-20));
        sim.warmUp(0, 300);
        run(sim, 6);
        for (int s = 0; s < 5; ++s) EXPECT_EQ(sim.surface(s).outward, 0);
        return sim.zone(0).heating;
    };
    EXPECT_NEAR(heating(), 48 * 12 / (layers + 2 + 1 / 8.0), 1e-3);
    floor.beyond = Beyond::fixed;
    floor.fixedTemperature = 283.15;
    EXPECT_NEAR(heating(), 48 * 10 / (layers + 1 / 8.0), 1e-3);
    // A yearly wave: coldest at its lag, 8 K under the mean, through a floor without mass.
    building.constructions.push_back(construction({resistance(1)}));
    floor.construction = 1;
    floor.beyond = Beyond::ground;
    floor.groundSwing = 8;
    floor.groundLag = 30 * 86400.0;
    BuildingSim sim = made(building, stillWeather(-20));
    sim.warmUp(30 * 86400.0, 200);
    run(sim, 1);
    EXPECT_NEAR(sim.surface(5).inward, -48 * 20 / (3 + 1 / 8.0), 1e-2);
}

TEST(BuildingSim, AScreenDimsTheSun) {
    auto weather = stillWeather(15);
    for (WeatherHour& hour : weather->hours) hour.diffuse = 300;
    Building building = box();
    building.surfaces[0].windows = {window("V1", 1, 0.5, 2, 1.5)};
    BuildingSim open = made(building, weather);
    building.surfaces[0].windows[0].screen = 0.2;
    building.surfaces[0].windows[0].screenFrom = 50;
    BuildingSim dim = made(building, weather);
    for (BuildingSim* sim : {&open, &dim}) {
        sim->start(172 * 86400.0 + 12 * 3600, 293.15);
        run(*sim, 1);
    }
    EXPECT_FALSE(open.window(0, 0).screenDown);
    EXPECT_TRUE(dim.window(0, 0).screenDown);
    EXPECT_GT(open.window(0, 0).solar, 50);
    EXPECT_NEAR(dim.window(0, 0).solar, 0.2 * open.window(0, 0).solar, 1e-9);
    // What comes in is taken by the walls, less what leaves again.
    EXPECT_LT(open.zone(0).solar, open.window(0, 0).solar);
    EXPECT_GT(open.zone(0).solar, 0.8 * open.window(0, 0).solar);
}

// Without sun no side differs: all four of a square house feel the same.
TEST(BuildingSim, ASymmetricHouseAnswersSymmetrically) {
    Building building = box();
    for (const size_t s : {0U, 2U}) building.surfaces[s].width = 6;
    for (size_t s = 0; s < 4; ++s) building.surfaces[s].windows = {window("V", 1, 0.5, 2, 1.5)};
    holdAt(building.zones[0], 20);
    BuildingSim sim = made(building, stillWeather(5));
    sim.start(100 * 86400.0, 293.15);
    run(sim, 100);
    for (int s = 1; s < 4; ++s) {
        EXPECT_NEAR(sim.surface(s).inward, sim.surface(0).inward, 1e-9);
        EXPECT_NEAR(sim.window(s, 0).conduction, sim.window(0, 0).conduction, 1e-9);
    }
}

}  // namespace
}  // namespace pt
