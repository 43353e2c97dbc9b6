// What becomes of a house: areas, U-values by hand, the soil, shade and junctions.
#include <gtest/gtest.h>

#include <cmath>

#include "sims/passive_house/house_building.h"
#include "sims/passive_house/materials.h"
#include "sims/passive_house/presets.h"

namespace pt {
namespace {

constexpr double pi = 3.14159265358979323846;

Weather flatWeather() {
    Weather weather;
    weather.hours.resize(hoursAYear);
    weather.groundMean = 284;
    return weather;
}

const BuildingSurface& at(const HouseBuilding& plan, int index) {
    return plan.building.surfaces[static_cast<size_t>(index)];
}

TEST(HouseBuilding, HasTheAreasOfTheHouse) {
    House house = defaultHouse();
    house.roofPitch = pi / 4;
    const HouseBuilding plan = makeBuilding(house, HouseUse(), flatWeather());
    ASSERT_TRUE(checkBuilding(plan.building).ok());
    const double gable = house.depth / 2;  // at 45° the ridge rises half the depth
    EXPECT_NEAR(plan.building.zones[0].volume, 10 * 8 * (5.2 + gable / 2), 1e-9);
    const BuildingSurface& east = at(plan, plan.walls[1]);
    EXPECT_NEAR(east.width * east.height, 8 * 5.2 + 8 * gable / 2, 1e-9);
    ASSERT_EQ(plan.roofs.size(), 2u);
    const BuildingSurface& roof = at(plan, plan.roofs[0]);
    EXPECT_NEAR(roof.width * roof.height, 10 * 4 * std::sqrt(2.0), 1e-9);
    EXPECT_NEAR(at(plan, plan.floor).width * at(plan, plan.floor).height, 80, 1e-9);
}

TEST(HouseBuilding, TurnsWithTheHouse) {
    House house = defaultHouse();
    const auto azimuth = [&](Facade facade) {
        const HouseBuilding plan = makeBuilding(house, HouseUse(), flatWeather());
        return at(plan, plan.walls[static_cast<size_t>(facade)]).azimuth;
    };
    EXPECT_NEAR(azimuth(Facade::south), pi, 1e-12);
    EXPECT_NEAR(azimuth(Facade::west), 1.5 * pi, 1e-12);
    house.orientation = pi / 2;  // the front looks west
    EXPECT_NEAR(azimuth(Facade::south), 1.5 * pi, 1e-12);
    EXPECT_NEAR(azimuth(Facade::west), 0, 1e-12);
    house.orientation = -pi / 2;
    EXPECT_NEAR(azimuth(Facade::north), 1.5 * pi, 1e-12);
}

TEST(HouseBuilding, SunspaceTakesTheSouthWindowsAndLiesBetween) {
    House house = defaultHouse();
    house.sunspaceDepth = 2;
    for (HouseWindow& w : house.windows) w.sunspace = w.facade == Facade::south;
    ASSERT_TRUE(checkHouse(house).ok());
    const HouseBuilding plan = makeBuilding(house, HouseUse(), flatWeather());
    ASSERT_TRUE(checkBuilding(plan.building).ok());
    EXPECT_EQ(plan.sunspaceZone, 1);
    const BuildingSurface& common = at(plan, plan.walls[0]);
    EXPECT_EQ(common.beyond, Beyond::zone);
    EXPECT_TRUE(common.windows.empty());
    EXPECT_EQ(at(plan, plan.sunWall).windows.size(), 4u);
    EXPECT_NEAR(plan.building.zones[1].volume, 10 * 2 * 5.2, 1e-9);
}

TEST(UValues, OfAWallByHand) {
    House house = defaultHouse();
    house.part(Part::wall) = presetPart(Part::wall, Preset::nineties);
    // 0.13 + 0.09/1.1 + 0.18 + 0.05/0.035 + 0.14/0.3 + 0.01/0.6 + 0.04
    EXPECT_NEAR(uValueOf(house, Part::wall, flatWeather()), 1 / 2.34368, 1e-4);
    const std::vector<Resistance> steps = resistances(house, Part::wall, flatWeather());
    ASSERT_EQ(steps.size(), 7u);
    EXPECT_EQ(steps.front().key, "outside");
    EXPECT_EQ(steps.back().key, "inside");
    EXPECT_NEAR(steps[3].resistance, 1.428571, 1e-6);
}

// EN ISO 10077-1: 1,23 × 1,48 m, frame 0,1 m all round of U 1,7, glass 1,1, ψ 0,06.
TEST(UValues, OfAWindowByHand) {
    HouseWindow window;
    window.width = 1.23;
    window.height = 1.48;
    window.glazing = "double_argon";
    window.frame = "wood";
    const double glass = uValueOf(findGlazing("double_argon")->glazing);
    const double clear = 1.03 * 1.28, all = 1.23 * 1.48;
    const double byHand = (clear * glass + (all - clear) * 1.7 + 2 * (1.03 + 1.28) * 0.06) / all;
    EXPECT_NEAR(windowU(window), byHand, 1e-9);
    EXPECT_NEAR(byHand, 1.43, 0.03);
}

// EN ISO 13370 by hand: 10 × 8 m, B' 4,444 m; walls 0,32 m, floor 0,09/… as built.
TEST(Ground, SlabOnTheSoilByHand) {
    House house = defaultHouse();
    house.part(Part::floor).layers = {{"concrete", 0.165}};  // R 0,1
    house.part(Part::wall).layers = {{"brick", 0.3}};
    const GroundContact contact = groundContact(house, flatWeather());
    const double dt = 0.3 + 2 * (0.17 + 0.1 + 0.04);
    const double ratio = 80.0 / 18;
    const double U = 2 * 2 / (pi * ratio + dt) * std::log(pi * ratio / dt + 1);
    EXPECT_NEAR(contact.resistance, 1 / U - 0.27, 1e-9);
    EXPECT_NEAR(uValueOf(house, Part::floor, flatWeather()), U, 1e-9);
    EXPECT_NEAR(contact.mean, 284, 1e-12);
    EXPECT_EQ(contact.swing, 0);  // the same weather all year
}

TEST(Ground, SwingIsLessUnderAnInsulatedFloor) {
    Weather weather = flatWeather();
    for (size_t h = 0; h < hoursAYear; ++h)
        weather.hours[h].temperature =
            283 - 8 * std::cos(2 * pi * (static_cast<double>(h) / hoursAYear - 15.0 / 365));
    House house = defaultHouse();
    usePreset(house, Preset::old_house);
    const GroundContact bare = groundContact(house, weather);
    usePreset(house, Preset::passive);
    const GroundContact insulated = groundContact(house, weather);
    EXPECT_GT(bare.swing, 0);
    EXPECT_LT(bare.swing, 8);
    EXPECT_GT(insulated.resistance, 0);
    EXPECT_NEAR(bare.lag / 86400, 45, 2);  // mid February
}

TEST(Junctions, LengthsFollowTheShape) {
    House house = defaultHouse();
    house.roofPitch = 0;
    house.windows.resize(1);  // 2,4 × 2,1 m
    const std::array<double, 4> lengths = junctionLengths(house);
    EXPECT_NEAR(lengths[0], 36, 1e-12);
    EXPECT_NEAR(lengths[1], 9, 1e-12);
    EXPECT_NEAR(lengths[2], 0, 1e-12);
    EXPECT_NEAR(lengths[3], 36, 1e-12);
}

TEST(Junctions, WithoutThemThereAreNoBridges) {
    House house = defaultHouse();
    for (HouseJunction& junction : house.junctions) junction = {};
    EXPECT_TRUE(makeBuilding(house, HouseUse(), flatWeather()).building.bridges.empty());
}

}  // namespace
}  // namespace pt
