// Stages of the house and of the model house as they should look, from the lab's own start.
// Written anew like those of bridge_pictures_test.cpp.
#include <gtest/gtest.h>
#include <ostream>

#include "engine/run/session.h"
#include "engine/view/view.h"
#include "tests/golden/picture.h"

namespace pt {
namespace {

constexpr int rounding = 60;  // pixels that may differ: joints of thin lines, edges of fields

struct Shot {
    std::string name, lab;
    std::map<std::string, std::string> looks = {};
    std::map<std::string, double> settings = {};
    int steps = 0;
    ThemeId theme = ThemeId::light;
    Language language = Language::nl;
    int width = 720, height = 420;
};

Setup setupOf(const Shot& shot) {
    Setup setup;
    setup.lab = shot.lab;
    for (const auto& [key, value] : shot.settings) {
        Setting setting;
        setting.key = key;
        setting.number = value;
        setup.settings.push_back(setting);
    }
    return setup;
}

Picture take(const Shot& shot) {
    auto session = Session::open(setupOf(shot));
    EXPECT_TRUE(session.ok() && !session.value()->trouble());
    session.value()->finishBackground();
    for (int i = 0; i < shot.steps; ++i) EXPECT_TRUE(session.value()->stepOnce().ok());
    const std::unique_ptr<View> view = makeView(shot.lab, session.value()->model());
    ViewState looking;
    looking.options = shot.looks;
    looking.width = shot.width;
    looking.height = shot.height;
    const Words words = Words::builtin(shot.language);
    Scene scene(words, theme(shot.theme));
    view->draw(scene, looking);
    Camera camera;
    camera.size = Vec(shot.width, shot.height);
    camera.fit(scene.low(), scene.high(), 18);
    return render(shot.width, shot.height, scene.theme()[Ink::paper],
                  [&](Brush& brush) { paint(scene, camera, brush); });
}

std::vector<Shot> shots() {
    return {
        {.name = "house_winter_night",
         .lab = "passive_house",
         .settings = {{"start_day", 15}, {"start_hour", 0}}},
        {.name = "house_summer_noon_dark",
         .lab = "passive_house",
         .settings = {{"start_day", 200}, {"start_hour", 12}},
         .theme = ThemeId::dark,
         .language = Language::en},
        {.name = "year_overview", .lab = "passive_house", .looks = {{"stage", "year"}}},
        {.name = "year_narrow",
         .lab = "passive_house",
         .looks = {{"stage", "year"}},
         .width = 360,
         .height = 560},
        {.name = "maquette_warm", .lab = "cardboard_house", .steps = 600},
    };
}

void PrintTo(const Shot& shot, std::ostream* out) { *out << shot.name; }

class LabPictures : public testing::TestWithParam<Shot> {};

TEST_P(LabPictures, LookAsTheyShould) {
    expectPicture(GetParam().name, take(GetParam()), rounding);
}

INSTANTIATE_TEST_SUITE_P(Labs, LabPictures, testing::ValuesIn(shots()),
                         [](const auto& shot) { return shot.param.name; });

}  // namespace
}  // namespace pt
