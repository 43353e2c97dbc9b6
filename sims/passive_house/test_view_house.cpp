// The stage "Huis" at all hours, in all weathers and for odd houses.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "engine/core/math.h"
#include "engine/run/session.h"
#include "engine/view/view.h"
#include "sims/passive_house/house_building.h"
#include "sims/passive_house/model.h"
#include "sims/passive_house/presets.h"
#include "sims/passive_house/view_house_look.h"
#include "sims/passive_house/view_house_people.h"
#include "sims/passive_house/view_house_style.h"

namespace pt {
namespace {

using namespace house_view;

std::unique_ptr<Session> open(const std::vector<Command>& commands) {
    pt::Setup setup;
    setup.lab = "passive_house";
    auto session = Session::open(setup);
    EXPECT_TRUE(session.ok());
    for (const Command& command : commands) {
        const Status done = session.value()->post(command);
        EXPECT_TRUE(done.ok()) << command.name << " " << command.args.write();
    }
    return std::move(session.value());
}

Command jump(double day, double hour) {
    return {"jump", Json::object().set("day", day).set("hour", hour), 0};
}

Command house(const char* key, double value) {
    return {"house_set", Json::object().set(key, value), 0};
}

const PassiveHouse& modelOf(const Session& session) {
    return static_cast<const PassiveHouse&>(session.model());
}

ViewState seen(const char* side, const char* colours = "temperatures") {
    ViewState state;
    state.options = {{"house_side", side}, {"house_colours", colours}};
    state.width = 900;
    state.height = 450;
    return state;
}

Scene drawn(const Session& session, const ViewState& state, const Words& words,
            ThemeId id = ThemeId::light) {
    Scene scene(words, theme(id));
    makeView("passive_house", session.model())->draw(scene, state);
    return scene;
}

// Shapes have numbers, polygons are convex, words are known, items are there once.
void expectSound(const Session& session, const ViewState& state, Language language) {
    const Words words = Words::builtin(language);
    const Scene scene = drawn(session, state, words);
    EXPECT_LT(scene.shapes().size(), 4000u);
    for (const Shape& shape : scene.shapes()) {
        EXPECT_EQ(shape.text.find("‹"), std::string::npos) << shape.text;
        EXPECT_EQ(shape.text.find('{'), std::string::npos) << shape.text;
        EXPECT_LT(shape.item, static_cast<int>(scene.items().size()));
        for (const Vec& point : shape.points)
            EXPECT_TRUE(std::isfinite(point.x) && std::isfinite(point.y));
        EXPECT_GE(shape.radius, 0);
    }
    std::set<std::string> ids;
    for (const Item& item : scene.items()) {
        EXPECT_TRUE(ids.insert(item.id).second) << item.id;
        for (const std::string& line : item.lines)
            for (const char* hole : {"‹", "{", "nan", "inf"})
                EXPECT_EQ(line.find(hole), std::string::npos) << item.id << ": " << line;
    }
}

const Item* findItem(const Scene& scene, const std::string& id) {
    for (const Item& item : scene.items())
        if (item.id == id) return &item;
    return nullptr;
}

TEST(HouseStage, IsSoundFromEverySideDayAndNightSummerAndWinter) {
    for (const auto& [day, hour] :
         {std::pair{15, 3}, std::pair{15, 12}, std::pair{172, 13}, std::pair{290, 19}}) {
        const auto session = open({jump(day, hour)});
        ASSERT_TRUE(session->runToEnd(2).ok());
        for (const char* side : sideKeys)
            expectSound(*session, seen(side, day == 15 ? "materials" : "temperatures"),
                        day == 15 ? Language::nl : Language::en);
    }
}

TEST(HouseStage, IsSoundForOddHouses) {
    const std::vector<std::vector<Command>> houses{
        {house("storeys", 3), house("roof_pitch", steepestRoof)},
        {house("storeys", 1), house("depth", leastSize)},
        {house("sunspace", 2), house("orientation", 2.5)},
        {chooseCommand("ventilation", "balanced"), chooseCommand("heating", "heat_pump_ground"),
         setCommand("pv_area", 20)},
        {{"construction", Json::object().set("part", "all").set("preset", "passive"), 0}},
        {{"layer_set", Json::object().set("layer", "wall.1").set("thickness", 4.0), 0}}};
    for (const std::vector<Command>& commands : houses) {
        const auto session = open(commands);
        (void)session->runToEnd(2);
        for (const char* side : {"cut", "south", "west"})
            expectSound(*session, seen(side), Language::nl);
    }
}

TEST(HouseStage, IsDrawnWithoutAnyWindow) {
    auto session = open({});
    const std::vector<HouseWindow> windows = modelOf(*session).house().windows;
    for (const HouseWindow& window : windows)
        ASSERT_TRUE(
            session->post({"window_remove", Json::object().set("window", window.id), 0}).ok());
    expectSound(*session, seen("cut"), Language::nl);
    expectSound(*session, seen("south"), Language::nl);
}

int countPersons(const Scene& scene) {
    return static_cast<int>(
        std::count_if(scene.items().begin(), scene.items().end(),
                      [](const Item& item) { return item.id.rfind("person.", 0) == 0; }));
}

TEST(HouseStage, PeopleLieInBedAtNight) {
    for (const int storeys : {1, 2, 3})
        for (const int persons : {1, 3, 8}) {
            const auto session = open({house("storeys", storeys), setCommand("persons", persons)});
            const HouseFrame frame(modelOf(*session).house(), seen("cut"));
            HouseNow now(modelOf(*session));
            now.hour = 20;
            ASSERT_FALSE(now.isNight());
            const Vec awake = personPlace(frame, now, 0, persons);
            now.hour = 2;
            ASSERT_TRUE(now.isNight());
            EXPECT_NE(personPlace(frame, now, 0, persons), awake);
            std::set<std::pair<double, double>> places;
            for (int i = 0; i < persons; ++i) {
                const Vec place = personPlace(frame, now, i, persons);
                EXPECT_TRUE(places.emplace(place.x, place.y).second) << i;
                EXPECT_GT(place.x, 0);
                EXPECT_LT(place.x, frame.house.depth);
                const int storey = frame.storeyOf(place.y);
                EXPECT_EQ(storey == 0, storeys == 1) << "bedrooms are upstairs";
                EXPECT_LT(place.y - frame.storeyFloor(storey), 2.2) << "under the ceiling";
            }
        }
    const auto session = open({jump(15, 2), setCommand("persons", 5)});
    EXPECT_EQ(countPersons(drawn(*session, seen("cut"), Words::builtin(Language::nl))), 5);
    expectSound(*session, seen("cut"), Language::nl);
}

// What the loupe writes stands on the drawing, every layer with its name.
TEST(HouseStage, TheLoupeNamesEveryLayerOfTheChosenPart) {
    const auto session = open({jump(15, 12)});
    ASSERT_TRUE(session->runToEnd(2).ok());
    const PassiveHouse& model = modelOf(*session);
    const Words words = Words::builtin(Language::nl);
    const auto written = [&](const char* selected, double width) {
        ViewState state = seen("cut");
        state.selected = selected;
        state.width = width;
        expectSound(*session, state, Language::nl);
        std::set<std::string> texts;
        const Scene scene = drawn(*session, state, words);
        for (const Shape& shape : scene.shapes()) texts.insert(shape.text);
        return texts;
    };
    for (const auto& [item, part] :
         {std::pair{"wall.south", Part::wall}, std::pair{"wall.north", Part::wall},
          std::pair{"roof", Part::roof}, std::pair{"floor", Part::floor}}) {
        const auto texts = written(item, 1400);
        for (const HouseLayer& layer : model.house().part(part).layers)
            EXPECT_TRUE(texts.count(centimetres(words, layer.thickness) + " " +
                                    words("passive_house.material." + layer.material)))
                << item << " " << layer.material;
        EXPECT_TRUE(texts.count(words("passive_house.house.loupe_inside"))) << item;
    }
    const char* inside = "passive_house.house.loupe_inside";
    EXPECT_FALSE(written("air", 1400).count(words(inside)));
    EXPECT_FALSE(written("wall.south", 300).count(words(inside))) << "no room on a phone";
    const auto walls = model.surfacesOf(Part::wall);
    const auto texts = written("wall.south", 1400);
    for (const double kelvin : model.sim()->layerTemperatures(walls.front()))
        EXPECT_TRUE(texts.count(celsius(words, kelvin)));
}

TEST(HouseStage, TheWallsOfASunSpaceHaveTheirTemperatures) {
    const auto session = open({jump(15, 3), house("sunspace", 2)});
    ASSERT_TRUE(session->runToEnd(2).ok());
    const HouseNow now(modelOf(*session));
    for (const Skin* skin : {&now.sunWall, &now.sunRoof, &now.sunFloor}) {
        EXPECT_GT(skin->temperature.size(), 1u);
        EXPECT_TRUE(std::isfinite(skin->inside) && std::isfinite(skin->outside));
    }
    EXPECT_GT(now.sunWall.inside, now.sunWall.outside) << "on a winter's night";
    const Words words = Words::builtin(Language::nl);
    const Scene scene = drawn(*session, seen("cut"), words);
    const Item* item = findItem(scene, "sunspace");
    ASSERT_NE(item, nullptr);
    EXPECT_NE(item->lines.back().find(celsius(words, now.sunWall.inside)), std::string::npos);
}

TEST(HouseStage, ACardEndsWithTheUValueOfThePart) {
    const auto session = open({});
    const Words words = Words::builtin(Language::en);
    const Scene scene = drawn(*session, seen("cut"), words);
    const PassiveHouse& model = modelOf(*session);
    for (const auto& [id, part] :
         {std::pair{"wall.south", Part::wall}, std::pair{"roof", Part::roof},
          std::pair{"floor", Part::floor}}) {
        const Item* item = findItem(scene, id);
        ASSERT_NE(item, nullptr) << id;
        const double u = uValueOf(model.house(), part, *model.weather());
        EXPECT_NE(item->lines.back().find(words.number(u, 3)), std::string::npos)
            << item->lines.back();
    }
}

TEST(HouseStage, TheArrowsAreTheBalanceOfTheAir) {
    const auto session = open({jump(20, 11)});
    ASSERT_TRUE(session->runToEnd(3).ok());
    const PassiveHouse& model = modelOf(*session);
    const HouseNow now(model);
    const ZoneFlows& flows = model.sim()->zone(0);
    EXPECT_DOUBLE_EQ(wattsOf(now, Flow::windows), flows.windows);
    EXPECT_DOUBLE_EQ(wattsOf(now, Flow::infiltration), flows.infiltration);
    EXPECT_LT(wattsOf(now, Flow::walls), 0);
    EXPECT_LT(wattsOf(now, Flow::roof), 0);
}

TEST(HouseStage, TheSunStandsWhereTheWeatherHasIt) {
    const auto session = open({jump(172, 12)});
    ASSERT_TRUE(session->runToEnd(1).ok());
    const HouseNow now(modelOf(*session));
    // Outdoors gives the middle of the step, the drawing its end: five minutes apart.
    const Outdoors& out = modelOf(*session).sim()->outdoors();
    EXPECT_NEAR(now.sunElevation, out.sunElevation, 0.02);
    EXPECT_NEAR(now.sunAzimuth, out.sunAzimuth, 0.05);
    const HouseFrame frame(modelOf(*session).house(), seen("cut"));
    const Vec way = frame.sunDirection(now.sunElevation, now.sunAzimuth);
    EXPECT_LT(way.x, 0);  // from the south, on the left
    EXPECT_NEAR(way.y, math::sin(now.sunElevation), 1e-12);
}

TEST(HouseStage, AnImpossibleHouseIsStillDrawn) {
    auto session = open({chooseCommand("weather", "file")});  // none was imported
    EXPECT_TRUE(session->trouble());
    expectSound(*session, seen("cut"), Language::nl);
    expectSound(*session, seen("east"), Language::en);
}

}  // namespace
}  // namespace pt
