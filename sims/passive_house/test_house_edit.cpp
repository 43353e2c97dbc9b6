// Edits as pure functions: whatever is asked, what comes out is a house that can be computed.
#include <gtest/gtest.h>

#include "engine/core/rng.h"
#include "sims/passive_house/edit.h"
#include "sims/passive_house/house_building.h"

namespace pt {
namespace {

Weather flatWeather() {
    Weather weather;
    weather.hours.resize(hoursAYear);
    return weather;
}

Json randomArguments(Rng& random) {
    Json args = Json::object();
    const auto sometimes = [&random] { return random.integer(0, 2) == 0; };
    constexpr const char* numbers[] = {"x",     "z",       "width",      "height",      "overhang",
                                       "depth", "storeys", "roof_pitch", "orientation", "sunspace",
                                       "fins",  "balcony", "thickness",  "overhang_gap"};
    for (const char* key : numbers)
        if (sometimes()) args.set(key, -1 + random.uniform() * 15);
    constexpr const char* layers[] = {"1", "2", "wall.1", "roof.3", "floor.9", "x", "wall."};
    constexpr const char* parts[] = {"wall", "roof", "floor", "common", "cellar"};
    constexpr const char* materials[] = {"eps", "own", "brick", "cheese"};
    if (sometimes()) args.set("layer", layers[random.integer(0, 6)]);
    if (sometimes()) args.set("part", parts[random.integer(0, 4)]);
    if (sometimes()) args.set("material", materials[random.integer(0, 3)]);
    if (sometimes()) args.set("facade", facadeKeys[static_cast<size_t>(random.integer(0, 3))]);
    args.set("window", "V" + std::to_string(random.integer(1, 9)));
    return args;
}

Result<House> randomEdit(const House& house, Rng& random) {
    const Json args = randomArguments(random);
    switch (random.integer(0, 6)) {
    case 0: return setHouse(house, args);
    case 1: return setWindow(house, args);
    case 2: return addWindow(house, args);
    case 3: return removeWindow(house, args["window"].text());
    case 4: return setLayer(house, args);
    case 5: return addLayer(house, args);
    default: return removeLayer(house, args);
    }
}

TEST(HouseEdit, WhateverIsAskedAHouseComesOut) {
    Rng random(5, "edits");
    const Weather weather = flatWeather();
    House house = defaultHouse();
    int done = 0;
    for (int i = 0; i < 3000; ++i) {
        Result<House> edited = randomEdit(house, random);
        if (!edited.ok()) continue;
        ++done;
        house = std::move(edited.value());
        ASSERT_TRUE(checkHouse(house).ok()) << checkHouse(house).error().key;
        const Status built = checkBuilding(makeBuilding(house, HouseUse(), weather).building);
        ASSERT_TRUE(built.ok()) << built.error().key << ' ' << built.error().where;
    }
    EXPECT_GT(done, 300);
}

TEST(HouseEdit, WindowsStayWithinTheirFacadeWhenDragged) {
    const House house = defaultHouse();
    const Json far = Json::object().set("window", "V7").set("x", 50.0).set("z", -3.0);
    const Result<House> edited = setWindow(house, far);
    ASSERT_TRUE(edited.ok());
    const HouseWindow& window = edited.value().windows[6];
    EXPECT_NEAR(window.x, house.depth - window.width, 1e-12);
    EXPECT_EQ(window.z, 0);
}

TEST(HouseEdit, ANarrowerHouseTakesItsWindowsAlong) {
    const Result<House> edited = setHouse(defaultHouse(), Json::object().set("width", 5.0));
    ASSERT_TRUE(edited.ok());
    EXPECT_NEAR(edited.value().windows[0].width, 1.2, 1e-12);
    EXPECT_NEAR(edited.value().windows[0].x, 0.5, 1e-12);
}

TEST(HouseEdit, ANewWindowFindsAPlaceTillTheFacadeIsFull) {
    House house = defaultHouse();
    for (int i = 0; i < 100; ++i) {
        Result<House> edited = addWindow(house, Json::object().set("facade", "west"));
        if (!edited.ok()) {
            EXPECT_EQ(edited.error().key, "house.no_place");
            EXPECT_GT(house.windows.size(), 10u);
            return;
        }
        house = std::move(edited.value());
    }
    FAIL() << "room for ever";
}

TEST(HouseEdit, TheLastLayerStays) {
    House house = defaultHouse();
    house.part(Part::roof).layers.resize(1);
    EXPECT_EQ(removeLayer(house, Json::object().set("layer", "roof.1")).error().key,
              "house.no_layers");
}

TEST(HouseEdit, LayersCountFromOutside) {
    const Result<House> edited = addLayer(
        defaultHouse(),
        Json::object().set("layer", "wall.2").set("material", "cork").set("thickness", 0.1));
    EXPECT_EQ(edited.error().key, "house.material");
    const Result<House> added =
        addLayer(defaultHouse(), Json::object().set("layer", "wall.2").set("material", "straw"));
    ASSERT_TRUE(added.ok());
    EXPECT_EQ(added.value().part(Part::wall).layers[1].material, "straw");
}

}  // namespace
}  // namespace pt
