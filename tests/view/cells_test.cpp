#include "engine/view/cells.h"

#include <cmath>
#include <gtest/gtest.h>

#include "engine/view/camera.h"
#include "engine/view/paint.h"
#include "tests/view/recorder.h"

namespace pt {
namespace {

constexpr Vec stage(400, 300);

Raster grid(int columns, int rows, std::vector<float> values) {
    return {.columns = columns, .rows = rows, .values = std::move(values)};
}

double area(const std::vector<Patch>& patches) {
    double sum = 0;
    for (const Patch& patch : patches) {
        EXPECT_LT(patch.low.x, patch.high.x);
        EXPECT_LT(patch.low.y, patch.high.y);
        sum += (patch.high.x - patch.low.x) * (patch.high.y - patch.low.y);
    }
    return sum;
}

TEST(Cells, EvenCellsRunFromTheLowerLeft) {
    const Cells cells = cellsOf(grid(2, 2, {0, 0.25f, 0.5f, 1}), {100, 200}, {300, 100}, stage);
    EXPECT_EQ(cells.xs, (std::vector<double>{100, 200, 300}));
    EXPECT_EQ(cells.ys, (std::vector<double>{200, 150, 100}));
    EXPECT_EQ(cells.colors[0], paletteColor(Palette::magnitude, 0));
    EXPECT_EQ(cells.colors[3], paletteColor(Palette::magnitude, 1));
    EXPECT_TRUE(cells.corners.empty());
}

TEST(Cells, BordersMayBeUneven) {
    Raster raster = grid(2, 1, {0, 1});
    raster.xs = {0, 0.1f, 1};
    const Cells cells = cellsOf(raster, {0, 100}, {200, 0}, stage);
    EXPECT_NEAR(cells.xs[1], 20, 1e-5);
    EXPECT_EQ(valueAt(raster, {0.05, 0.5}), 0);
    EXPECT_EQ(valueAt(raster, {0.15, 0.5}), 1);
    EXPECT_EQ(valueAt(raster, {1, 1}), 1);
    EXPECT_TRUE(std::isnan(valueAt(raster, {1.01, 0.5})));
    EXPECT_TRUE(std::isnan(valueAt(raster, {NAN, 0.5})));
}

TEST(Cells, EqualNeighboursBecomeOneRectangleAndHolesStayOpen) {
    const Cells even =
        cellsOf(grid(10, 10, std::vector<float>(100, 0.5f)), {0, 100}, {100, 0}, stage);
    EXPECT_EQ(patches(even).size(), 1u);
    EXPECT_NEAR(area(patches(even)), 10'000, 1e-9);

    std::vector<float> values(100, 0.5f);
    values[44] = NAN;
    values[77] = 1;
    const std::vector<Patch> around =
        patches(cellsOf(grid(10, 10, values), {0, 100}, {100, 0}, stage));
    EXPECT_NEAR(area(around), 9'900, 1e-3);
    EXPECT_LT(around.size(), 12u);
    for (const Patch& patch : around)
        EXPECT_FALSE(patch.low.x < 45 && patch.high.x > 45 && patch.low.y < 55 && patch.high.y > 55)
            << "covers the hole";
}

TEST(Cells, WhatLiesOffTheStageIsLeftOut) {
    const Raster raster = grid(100, 100, std::vector<float>(10'000, 0.5f));
    const Cells cells = cellsOf(raster, {-10'000, 10'000}, {10'000, -10'000}, stage);
    EXPECT_LE(cells.columns, 4);
    EXPECT_LE(cells.rows, 4);
    EXPECT_LE(cells.xs.front(), 0);
    EXPECT_GE(cells.xs.back(), stage.x);
    EXPECT_TRUE(patches(cellsOf(raster, {500, 100}, {600, 0}, stage)).empty());
}

TEST(Cells, AFewSmoothCellsAreRefinedUntilTheirColoursStepSoftly) {
    Raster raster = grid(2, 1, {0, 1});
    raster.smooth = true;
    raster.palette = Palette::temperature;
    const Cells cells = cellsOf(raster, {0, 100}, {200, 0}, stage);
    ASSERT_GT(cells.columns, 40);
    EXPECT_EQ(cells.rows, 1);
    EXPECT_EQ(cells.colors.front(), paletteColor(Palette::temperature, 0));
    EXPECT_EQ(cells.colors.back(), paletteColor(Palette::temperature, 1));
    // Halfway it is the near-white of the palette, not the grey between blue and orange.
    const Color middle = cells.corners[static_cast<size_t>(cells.columns) / 2];
    EXPECT_EQ(middle, paletteColor(Palette::temperature, 128 / 255.0));
}

TEST(Cells, SmoothCornersHeedUnevenCellsAndIgnoreHoles) {
    Raster raster = grid(2, 2, {0.50f, 0.53f, NAN, NAN});
    raster.smooth = true;
    raster.xs = {0, 0.2f, 1};
    const Cells cells = cellsOf(raster, {0, 100}, {100, 0}, stage);
    ASSERT_EQ(cells.corners.size(), 9u);
    const auto shade = [](double value) {
        return paletteColor(Palette::magnitude, std::floor(value * 255 + 0.5) / 255);
    };
    // The border lies a fifth of the way between the middles.
    EXPECT_EQ(cells.corners[1], shade(0.506));
    EXPECT_EQ(cells.corners[4], shade(0.506));  // beside the holes: the values that are there
    EXPECT_EQ(cells.corners[0], shade(0.5));
    EXPECT_EQ(cells.corners[8].a, 0);
    EXPECT_EQ(cells.colors[2].a, 0);
}

TEST(Cells, NumbersBeyondThePaletteAreItsEnds) {
    const Cells cells = cellsOf(grid(3, 1, {-INFINITY, 7, INFINITY}), {0, 10}, {30, 0}, stage);
    EXPECT_EQ(cells.colors[0], paletteColor(Palette::magnitude, 0));
    EXPECT_EQ(cells.colors[1], paletteColor(Palette::magnitude, 1));
    EXPECT_EQ(cells.colors[2], paletteColor(Palette::magnitude, 1));
}

TEST(Cells, ABrushWithoutMeshPaintsRectanglesAndAHoleIsNotPicked) {
    const Words words{Language::nl};
    Scene scene(words, theme(ThemeId::light));
    const int item = scene.item({"wall", "Muur", {}, {0, 0}});
    scene.raster({-1, -1}, {1, 1}, grid(2, 1, {0.5f, NAN}), item);
    Camera camera;
    camera.size = stage;
    camera.scale = 100;
    Recorder brush;
    paint(scene, camera, brush);
    ASSERT_EQ(brush.fills.size(), 1u);
    EXPECT_EQ(brush.fills[0].points[0], Vec(100, 50));
    EXPECT_EQ(brush.fills[0].points[2], Vec(200, 250));
    EXPECT_EQ(pick(scene, camera, {150, 150}, 5), item);
    EXPECT_EQ(pick(scene, camera, {250, 150}, 5), -1);
    EXPECT_EQ(pick(scene, camera, {50, 150}, 5), -1);
}

}  // namespace
}  // namespace pt
