// The design as a document: what is written is read back; what cannot be is refused with its place.
#include <gtest/gtest.h>

#include "engine/core/rng.h"
#include "sims/passive_house/house.h"
#include "sims/passive_house/house_building.h"
#include "sims/passive_house/materials.h"
#include "sims/passive_house/presets.h"

namespace pt {
namespace {

std::string errorOf(const Json& json) {
    const Result<House> read = loadHouse(json);
    return read.ok() ? "" : read.error().key + " " + read.error().where;
}

Json with(const char* key, Json value) { return Json::object().set(key, std::move(value)); }

Json oneWindow(const char* key, Json value) {
    Json window = Json::object().set("x", 1).set("z", 1).set("width", 2).set("height", 1);
    window.set(key, std::move(value));
    return with("windows", Json::list().add(std::move(window)));
}

TEST(HouseDocument, ReadsWhatItWrote) {
    for (const Preset preset :
         {Preset::old_house, Preset::nineties, Preset::epb, Preset::passive}) {
        House house = defaultHouse();
        usePreset(house, preset);
        house.windows[0].overhang = 0.8;
        house.windows[1].screen = true;
        house.solarShares = {0.6, 0.1, 0.05, 0.05, 0.05, 0.05};
        house.windowInsideFilm = 4.5;
        const Result<House> read = loadHouse(saveHouse(house));
        ASSERT_TRUE(read.ok()) << read.error().key << read.error().where;
        EXPECT_EQ(saveHouse(read.value()), saveHouse(house));
    }
}

TEST(HouseDocument, NamesWhatIsWrongAndWhere) {
    EXPECT_EQ(errorOf(Json(3)), "house.not_object ");
    EXPECT_EQ(errorOf(with("colour", 1)), "house.unknown_key ");
    EXPECT_EQ(errorOf(with("width", "wide")), "house.number width");
    EXPECT_EQ(errorOf(with("width", 0.5)), "house.size width");
    EXPECT_EQ(errorOf(with("storeys", 2.5)), "house.storeys storeys");
    EXPECT_EQ(errorOf(with("under", "water")), "house.option under");
    EXPECT_EQ(errorOf(oneWindow("width", 11)), "house.window_outside windows[0].x");
    EXPECT_EQ(errorOf(oneWindow("width", 0.01)), "house.window_small windows[0].width");
    EXPECT_EQ(errorOf(oneWindow("glazing", "ice")), "house.glazing windows[0].glazing");
    EXPECT_EQ(errorOf(oneWindow("frame", "gold")), "house.frame windows[0].frame");
    EXPECT_EQ(errorOf(oneWindow("sunspace", "yes")), "house.window_sunspace windows[0].sunspace");
    EXPECT_EQ(errorOf(with("solar_shares", Json::list().add(1))),
              "house.solar_shares solar_shares");
}

TEST(HouseDocument, LayersThatCannotBeAreRefused) {
    const auto wall = [](Json layer) {
        return with("parts", with("wall", with("layers", Json::list().add(std::move(layer)))));
    };
    const auto own = [](double conductivity, double density) {
        return Json::object()
            .set("material", "own")
            .set("thickness", 0.1)
            .set("conductivity", conductivity)
            .set("density", density)
            .set("heat_capacity", 1000);
    };
    EXPECT_EQ(errorOf(wall(own(0, 100))), "house.conductivity parts.wall.layers[0]");
    EXPECT_EQ(errorOf(wall(own(-1, 100))), "house.conductivity parts.wall.layers[0]");
    EXPECT_EQ(errorOf(wall(own(1, -5))), "house.mass parts.wall.layers[0]");
    EXPECT_EQ(errorOf(wall(own(1, 0))), "");  // weighs nothing: only its resistance counts
    EXPECT_EQ(errorOf(wall(Json::object().set("material", "cheese").set("thickness", 0.1))),
              "house.material parts.wall.layers[0]");
    EXPECT_EQ(errorOf(wall(Json::object().set("material", "eps").set("thickness", 6))),
              "house.thickness parts.wall.layers[0]");
    EXPECT_EQ(errorOf(with("parts", with("wall", with("layers", Json::list())))),
              "house.no_layers parts.wall");
}

TEST(HouseDocument, WindowsMayTouchButNotOverlap) {
    const auto two = [](double x) {
        Json windows = Json::list();
        for (const double at : {1.0, x})
            windows.add(Json::object().set("x", at).set("z", 1).set("width", 2).set("height", 1));
        return with("windows", std::move(windows));
    };
    EXPECT_EQ(errorOf(two(3)), "");
    EXPECT_EQ(errorOf(two(2.9)), "house.window_overlap windows[1].x");
}

TEST(HouseDocument, HasNoRoomForEndlessLists) {
    Json windows = Json::list();
    for (int i = 0; i < 61; ++i) windows.add(Json::object());
    EXPECT_EQ(errorOf(with("windows", std::move(windows))), "house.list windows");
}

// Anything at all in any place: an error, or a house that can be computed.
TEST(HouseDocument, AnyTreeIsReadOrRefused) {
    Rng random(7, "trees");
    const Json whole = saveHouse(defaultHouse());
    const std::string text = whole.write();
    int read = 0;
    for (int i = 0; i < 3000; ++i) {
        std::string broken = text;
        for (int64_t n = random.integer(1, 3); n > 0; --n) {
            const auto at =
                static_cast<size_t>(random.integer(0, static_cast<int64_t>(broken.size()) - 1));
            constexpr std::string_view chars = "0123456789.-e{}[],:\"ax";
            broken[at] = chars[static_cast<size_t>(random.integer(0, 21))];
        }
        const Result<Json> json = Json::parse(broken);
        if (!json.ok()) continue;
        const Result<House> house = loadHouse(json.value());
        if (!house.ok()) continue;
        ++read;
        ASSERT_TRUE(checkHouse(house.value()).ok());
    }
    EXPECT_GT(read, 50);
}

TEST(Materials, AreAllThereWithTheirSources) {
    EXPECT_EQ(buildingMaterials().size(), 47u);
    for (const BuildingMaterial& material : buildingMaterials()) {
        EXPECT_GT(material.conductivity, 0) << material.key;
        EXPECT_GT(material.density * material.heatCapacity, 0) << material.key;
        EXPECT_FALSE(material.source.empty()) << material.key;
        EXPECT_EQ(findBuildingMaterial(material.key), &material);
    }
    EXPECT_EQ(frameTypes().size(), 7u);
}

// Panes and gaps stand for the published U (EN 673) and g (EN 410).
TEST(Materials, GlazingGivesWhatWasPublished) {
    int offered = 0;
    for (const GlazingType& type : glazingTypes()) {
        offered += type.reference ? 0 : 1;
        EXPECT_TRUE(checkGlazing(type.glazing).ok()) << type.key;
        EXPECT_NEAR(uValueOf(type.glazing), type.Ug, 0.02 * type.Ug + 0.01) << type.key;
        EXPECT_NEAR(gValueOf(type.glazing), type.g, 0.015) << type.key;
    }
    EXPECT_EQ(offered, 10);
}

}  // namespace
}  // namespace pt
