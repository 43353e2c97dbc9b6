// Junctions of a house as they should look: temperatures, camera, materials. Written anew like
// those of bridge_pictures_test.cpp.
#include <gtest/gtest.h>
#include <ostream>

#include "sims/passive_house/detail.h"
#include "sims/passive_house/view_detail_picture.h"
#include "tests/golden/picture.h"

namespace pt {
namespace {

constexpr int rounding = 40;  // pixels that may differ: joints of thin lines, edges of the field

struct Shot {
    std::string name;
    Junction junction = Junction::wall_floor;
    const char* variant = "plain";
    DetailLook look = DetailLook::field;
    ThemeId theme = ThemeId::light;
    Language language = Language::nl;
    int width = 720, height = 460;
    double margin = 18;  // points around the scene; the page keeps 44
};

HouseConstruction layers(std::vector<std::pair<const char*, double>> list) {
    HouseConstruction made;
    for (const auto& [material, thickness] : list) {
        HouseLayer layer;
        layer.material = material;
        layer.thickness = thickness;
        made.layers.push_back(layer);
    }
    return made;
}

House brickHouse() {
    House house;
    house.parts[static_cast<size_t>(Part::wall)] = layers({{"facing_brick", 0.09},
                                                           {"rock_wool", 0.1},
                                                           {"hollow_brick", 0.14},
                                                           {"gypsum_plaster", 0.01}});
    house.parts[static_cast<size_t>(Part::floor)] =
        layers({{"reinforced_concrete", 0.15}, {"pur", 0.08}, {"screed", 0.08}});
    house.parts[static_cast<size_t>(Part::roof)] =
        layers({{"pir", 0.1}, {"reinforced_concrete", 0.2}, {"gypsum_plaster", 0.01}});
    return house;
}

Picture take(const Shot& shot) {
    constexpr double inside = 293.15, outside = 268.15;
    const Detail detail = detailFor(shot.junction, shot.variant, brickHouse());
    const Result<DetailResult> result = solveDetail(detail, inside, outside, 0.5);
    Result<Heat2d> field =
        Heat2d::make(sectionOf(detail, inside, outside).value(), quickDetailCells);
    EXPECT_TRUE(result.ok() && field.ok() && field.value().solveSteady().ok());
    DetailPicture picture{.detail = detail};
    picture.result = &result.value();
    picture.field = &field.value();
    picture.look = shot.look;
    picture.inside = inside;
    picture.outside = outside;
    ViewState state;
    state.width = shot.width;
    state.height = shot.height;
    const Words words = Words::builtin(shot.language);
    Scene scene(words, theme(shot.theme));
    drawDetailPicture(scene, picture, state);
    Camera camera;
    camera.size = Vec(shot.width, shot.height);
    camera.fit(scene.low(), scene.high(), shot.margin);
    return render(shot.width, shot.height, scene.theme()[Ink::paper],
                  [&](Brush& brush) { paint(scene, camera, brush); });
}

std::vector<Shot> shots() {
    return {
        {.name = "roof_field", .junction = Junction::roof_edge},
        {.name = "floor_material", .variant = "insulated", .look = DetailLook::material},
        {.name = "window_camera_dark",
         .junction = Junction::window_reveal,
         .look = DetailLook::camera,
         .theme = ThemeId::dark},
        {.name = "balcony_narrow_contrast",
         .junction = Junction::balcony,
         .theme = ThemeId::contrast,
         .language = Language::en,
         .width = 360,
         .height = 420,
         .margin = 44},
        {.name = "balcony_phone",
         .junction = Junction::balcony,
         .width = 360,
         .height = 265,
         .margin = 44},
    };
}

void PrintTo(const Shot& shot, std::ostream* out) { *out << shot.name; }

class DetailPictures : public testing::TestWithParam<Shot> {};

TEST_P(DetailPictures, LookAsTheyShould) {
    expectPicture("detail_" + GetParam().name, take(GetParam()), rounding);
}

INSTANTIATE_TEST_SUITE_P(Detail, DetailPictures, testing::ValuesIn(shots()),
                         [](const auto& shot) { return shot.param.name; });

}  // namespace
}  // namespace pt
