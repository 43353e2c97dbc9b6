// Numbers as colours as they should look: smooth and even, uneven cells, holes, every palette.
// Written anew like those of bridge_pictures_test.cpp.
#include <cmath>
#include <gtest/gtest.h>

#include "engine/core/math.h"
#include "engine/view/paint.h"
#include "tests/golden/picture.h"

namespace pt {
namespace {

constexpr int rounding = 24;  // pixels

// A warm spot beside a cold one; a round hole.
Raster field(int columns, int rows, Palette palette, bool smooth) {
    Raster raster{
        .columns = columns, .rows = rows, .values = {}, .palette = palette, .smooth = smooth};
    for (int row = 0; row < rows; ++row)
        for (int column = 0; column < columns; ++column) {
            const double x = (column + 0.5) / columns, y = (row + 0.5) / rows;
            const auto spot = [&](double cx, double cy) {
                return math::exp(-12 * ((x - cx) * (x - cx) + (y - cy) * (y - cy)));
            };
            const bool hole = (x - 0.75) * (x - 0.75) + (y - 0.75) * (y - 0.75) < 0.02;
            const double value = 0.5 + 0.5 * spot(0.3, 0.6) - 0.5 * spot(0.8, 0.2);
            raster.values.push_back(hole ? NAN : static_cast<float>(value));
        }
    return raster;
}

Picture stage() {
    const Words words{Language::nl};
    Scene scene(words, theme(ThemeId::light));
    int i = 0;
    for (const Palette palette : {Palette::magnitude, Palette::temperature, Palette::camera}) {
        const double left = 160.0 * i++;
        scene.raster({left + 5, 155}, {left + 155, 295}, field(40, 30, palette, true));
        scene.raster({left + 5, 55}, {left + 75, 150}, field(8, 8, palette, false));
        Raster uneven = field(3, 1, palette, true);
        uneven.values = {0, 0.4f, 1};
        uneven.xs = {0, 0.1f, 0.7f, 1};
        scene.raster({left + 80, 55}, {left + 155, 150}, uneven);
    }
    Note scale;
    scale.role = Role::scale;
    scale.text = "temperatuur";
    scale.low = "0 °C";
    scale.middle = "10 °C";
    scale.high = "20 °C";
    scale.palette = Palette::temperature;
    scene.note(scale);
    Camera camera;
    camera.size = {480, 300};
    camera.scale = 1;
    camera.center = {240, 150};
    return render(480, 300, scene.theme()[Ink::paper],
                  [&](Brush& brush) { paint(scene, camera, brush); });
}

TEST(GoldenRaster, LooksAsItShould) { expectPicture("raster", stage(), rounding); }

}  // namespace
}  // namespace pt
