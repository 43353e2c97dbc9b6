// The bridge's stage as it should look. After a wanted change, look at the pictures that this
// writes to tests/golden/pictures and commit them:
//
//     PROEFTUIN_GOLDEN=write build/dev/tests/test_golden
#include <gtest/gtest.h>
#include <ostream>

#include "engine/view/view.h"
#include "sims/spaghetti_bridge/model.h"
#include "tests/golden/picture.h"

namespace pt {
namespace {

constexpr int rounding = 24;  // pixels that may differ: a few joints of thin lines

struct Shot {
    std::string name;
    std::map<std::string, std::string> choices = {};
    ViewState looking = {};
    double load = 0.6;   // share of the breaking load
    int fallen = -1;     // steps after the failure
    double seconds = 0;  // or this long, when not 0
    ThemeId theme = ThemeId::light;
    Language language = Language::nl;
    std::string design = {};  // a bridge document for type free
    std::string card = {};    // an item
    int width = 480, height = 300;
};

ViewState showing(const std::string& what, bool numbers = false) {
    ViewState state;
    state.options["show"] = what;
    state.options["numbers"] = numbers ? "on" : "off";
    return state;
}

void choose(const Schema& schema, const std::string& key, const std::string& option) {
    const Choice* choice = schema.findChoice(key);
    ASSERT_NE(choice, nullptr) << key;
    for (size_t i = 0; i < choice->options.size(); ++i)
        if (choice->options[i] == option) *choice->value = static_cast<int>(i);
}

// Until this share of the breaking load, or this many steps after the failure.
void play(SpaghettiBridge& model, const Shot& shot) {
    if (!model.stands()) return;
    for (int i = 0; i < shot.seconds / bridgeStep; ++i) ASSERT_TRUE(model.step(bridgeStep).ok());
    if (shot.seconds > 0) return;
    const double load = shot.load * model.statics().breakingLoad();
    while (!model.finished() && (shot.fallen < 0 ? model.load() < load && !model.broken()
                                                 : model.stepsSinceFailure() < shot.fallen))
        ASSERT_TRUE(model.step(bridgeStep).ok());
}

Picture take(const Shot& shot) {
    SpaghettiBridge model;
    Schema schema;
    model.describe(schema);
    *schema.findParam("load_rate")->value = 20;
    for (const auto& [key, option] : shot.choices) choose(schema, key, option);
    if (!shot.design.empty()) {
        const Json design = Json::parse(shot.design).value();
        EXPECT_TRUE(schema.findDocument("bridge")->load(design).ok());
    }
    const bool stands = model.reset(1).ok();
    EXPECT_EQ(stands, model.stands());
    play(model, shot);

    const Words words = Words::builtin(shot.language);
    Scene scene(words, theme(shot.theme));
    makeView("spaghetti_bridge", model)->draw(scene, shot.looking);
    Camera camera;
    camera.size = Vec(shot.width, shot.height);
    camera.fit(scene.low(), scene.high(), 18);
    return render(shot.width, shot.height, scene.theme()[Ink::paper], [&](Brush& brush) {
        paint(scene, camera, brush);
        for (size_t i = 0; i < scene.items().size(); ++i)
            if (scene.items()[i].id == shot.card)
                paintCard(scene, static_cast<int>(i), camera, brush);
    });
}

constexpr const char* square = R"({"nodes": [
    {"id": "K1", "x": 0, "y": 0, "support": "pin"},
    {"id": "K2", "x": 0.4, "y": 0, "support": "roller"},
    {"id": "K3", "x": 0, "y": 0.2}, {"id": "K4", "x": 0.4, "y": 0.2}],
    "members": [{"id": "S1", "from": "K1", "to": "K3"}, {"id": "S2", "from": "K2", "to": "K4"},
    {"id": "S3", "from": "K3", "to": "K4"}], "load": "K3"})";

constexpr const char* severalLoads = R"({"nodes": [
    {"id": "K1", "x": 0, "y": 0, "support": "pin"}, {"id": "K2", "x": 0.15, "y": 0},
    {"id": "K3", "x": 0.3, "y": 0}, {"id": "K4", "x": 0.45, "y": 0, "support": "roller"},
    {"id": "K5", "x": 0.15, "y": 0.12}, {"id": "K6", "x": 0.3, "y": 0.12}],
    "members": [{"id": "S1", "from": "K1", "to": "K2"}, {"id": "S2", "from": "K2", "to": "K3"},
    {"id": "S3", "from": "K3", "to": "K4"}, {"id": "S4", "from": "K1", "to": "K5"},
    {"id": "S5", "from": "K5", "to": "K6"}, {"id": "S6", "from": "K6", "to": "K4"},
    {"id": "S7", "from": "K2", "to": "K5"}, {"id": "S8", "from": "K3", "to": "K6"},
    {"id": "S9", "from": "K5", "to": "K3"}], "load": ["K2", "K3"]})";

std::vector<Shot> shots() {
    const std::map<std::string, std::string> rigid = {{"joints", "rigid"}};
    ViewState selected = showing("forces");
    selected.selected = "member.S8";
    return {
        {.name = "forces", .looking = showing("forces", true)},
        {.name = "forces_contrast",
         .looking = showing("forces"),
         .theme = ThemeId::contrast,
         .language = Language::en},
        {.name = "utilisation_dark",
         .looking = showing("utilisation", true),
         .load = 0.95,
         .theme = ThemeId::dark},
        {.name = "deflection_rigid", .choices = rigid, .looking = showing("deflection")},
        {.name = "buckling_rigid", .choices = rigid, .looking = showing("buckling")},
        {.name = "moments", .choices = rigid, .looking = showing("moments", true)},
        {.name = "reactions", .looking = showing("reactions")},
        {.name = "influence", .looking = showing("influence")},
        {.name = "plain_two_planes",
         .choices = {{"planes", "two"}, {"bracing", "cross"}},
         .looking = showing("plain")},
        {.name = "card", .looking = selected, .card = "member.S8"},
        {.name = "several_loads",
         .choices = {{"type", "free"}},
         .looking = showing("forces"),
         .design = severalLoads},
        {.name = "weight",
         .choices = {{"loading", "at_once"}},
         .looking = showing("plain"),
         .load = 0.5},
        {.name = "cart",
         .choices = {{"loading", "cart"}},
         .looking = showing("influence"),
         .seconds = 7},
        {.name = "cascade", .choices = rigid, .looking = showing("forces"), .fallen = 4},
        {.name = "mechanism", .choices = {{"type", "free"}}, .design = square},
        {.name = "break", .looking = showing("forces"), .fallen = 40},
        {.name = "narrow", .looking = showing("forces"), .width = 360},
    };
}

void PrintTo(const Shot& shot, std::ostream* out) { *out << shot.name; }

class BridgePictures : public testing::TestWithParam<Shot> {};

TEST_P(BridgePictures, LookAsTheyShould) {
    expectPicture("bridge_" + GetParam().name, take(GetParam()), rounding);
}

INSTANTIATE_TEST_SUITE_P(Bridge, BridgePictures, testing::ValuesIn(shots()),
                         [](const auto& shot) { return shot.param.name; });

// -- the comparison itself

Picture withLabel(Vec at, Color color) {
    return render(200, 60, {246, 244, 238, 255}, [&](Brush& brush) {
        Lettering style;
        style.color = color;
        brush.text(at, "12,4 N", style);
        brush.stroke({{10, 50}, {190, 50.2}}, false, 2, {0, 114, 178, 255});
    });
}

TEST(Difference, SeesALabelMovedByThreePixelsAndAnotherColourButNoRounding) {
    const Color ink{27, 31, 36, 255}, other{213, 94, 0, 255};
    const Picture picture = withLabel({40, 30}, ink);
    EXPECT_EQ(difference(picture, picture), 0);
    EXPECT_LE(difference(picture, withLabel({40.4, 30.3}, ink)), rounding);
    EXPECT_GT(difference(picture, withLabel({43, 30}, ink)), rounding);
    EXPECT_GT(difference(picture, withLabel({40, 33}, ink)), rounding);
    EXPECT_GT(difference(picture, withLabel({40, 30}, other)), rounding);
    Picture narrow = picture;
    narrow.width /= 2;
    EXPECT_GT(difference(picture, narrow), rounding);
}

}  // namespace
}  // namespace pt
