#include "engine/view/camera.h"

#include <cmath>
#include <gtest/gtest.h>

namespace pt {
namespace {

Camera someCamera() {
    Camera camera;
    camera.center = {0.3, -0.1};
    camera.scale = 1234.5;
    camera.size = {800, 600};
    return camera;
}

void expectNear(Vec a, Vec b, double tolerance) {
    EXPECT_NEAR(a.x, b.x, tolerance);
    EXPECT_NEAR(a.y, b.y, tolerance);
}

TEST(Camera, WorldToScreenAndBack) {
    const Camera camera = someCamera();
    for (const Vec world : {Vec(0, 0), Vec(0.3, -0.1), Vec(-2, 5), Vec(1e3, -1e3)})
        expectNear(camera.toWorld(camera.toScreen(world)), world, 1e-9);
}

TEST(Camera, CentreIsInTheMiddleAndYRunsUpInTheWorld) {
    const Camera camera = someCamera();
    expectNear(camera.toScreen(camera.center), {400, 300}, 1e-9);
    EXPECT_LT(camera.toScreen(camera.center + Vec(0, 0.1)).y, 300);
    EXPECT_GT(camera.toScreen(camera.center + Vec(0.1, 0)).x, 400);
}

TEST(Camera, FitLeavesTheMarginAndTouchesItOnTheTightSide) {
    Camera camera = someCamera();
    camera.fit({0, 0}, {2, 0.5}, 40);
    expectNear(camera.toScreen({0, 0.25}), {40, 300}, 1e-9);
    expectNear(camera.toScreen({2, 0.25}), {760, 300}, 1e-9);
    EXPECT_GT(camera.toScreen({0, 0.5}).y, 40);
}

TEST(Camera, FitSurvivesHostileRectanglesAndStages) {
    for (const Vec size : {Vec(0, 0), Vec(1, 1), Vec(-5, 20), Vec(1e6, 1e6)})
        for (const Vec extent : {Vec(0, 0), Vec(-1, -1), Vec(1e-300, 0), Vec(1e300, 1e300)}) {
            Camera camera;
            camera.size = size;
            camera.fit({0, 0}, extent, 40);
            EXPECT_GE(camera.scale, 1);
            EXPECT_LE(camera.scale, 1e7);
            EXPECT_TRUE(std::isfinite(camera.center.x) && std::isfinite(camera.center.y));
        }
}

TEST(Camera, PanMovesTheWorldWithThePointer) {
    Camera camera = someCamera();
    const Vec grabbed = camera.toWorld({100, 100});
    camera.pan({30, -20});
    expectNear(camera.toScreen(grabbed), {130, 80}, 1e-9);
}

TEST(Camera, ZoomKeepsThePointUnderThePointerAndItsLimits) {
    Camera camera = someCamera();
    const Vec kept = camera.toWorld({123, 456});
    camera.zoom(2.5, {123, 456});
    expectNear(camera.toScreen(kept), {123, 456}, 1e-6);
    EXPECT_NEAR(camera.scale, 1234.5 * 2.5, 1e-9);
    camera.zoom(1e30, {123, 456});
    EXPECT_EQ(camera.scale, 1e7);
    camera.zoom(1e-30, {123, 456});
    EXPECT_EQ(camera.scale, 1);
}

class Pick : public testing::Test {
protected:
    Pick() : scene(words, theme(ThemeId::light)) {
        camera.size = {1000, 1000};
        camera.scale = 1;  // a point a metre; the screen point of (x, y) is (500 + x, 500 - y)
    }
    int at(double x, double y, double reach = 8) const {
        return pick(scene, camera, camera.toScreen({x, y}), reach);
    }
    int add(std::string id) {
        Item item;
        item.id = std::move(id);
        return scene.item(item);
    }

    Words words{Language::nl};
    Scene scene;
    Camera camera;
};

TEST_F(Pick, TakesTheNearestWithinReach) {
    const int low = add("low"), high = add("high");
    scene.line({0, 0}, {100, 0}, {}, low);
    scene.line({0, 10}, {100, 10}, {}, high);
    EXPECT_EQ(at(50, 2), low);
    EXPECT_EQ(at(50, 8), high);
    EXPECT_EQ(at(50, 17), high);
    EXPECT_EQ(at(50, 30), -1);
    EXPECT_EQ(at(-30, 0), -1);
}

TEST_F(Pick, OfTwoThatCoverThePointTheLaterShapeWins) {
    const int bar = add("bar"), joint = add("joint");
    scene.bar({0, 0}, {100, 0}, 10, {}, bar);
    scene.circle({0, 0}, 8, {}, joint);
    EXPECT_EQ(at(1, 1), joint);
    EXPECT_EQ(at(50, 4), bar);
}

TEST_F(Pick, AreasCountInside) {
    const int area = add("area");
    scene.rect({0, 0}, {100, 100}, {}, area);
    EXPECT_EQ(at(50, 50, 1), area);
    EXPECT_EQ(at(-6, 50), area);
    EXPECT_EQ(at(-9, 50), -1);
}

TEST_F(Pick, ShapesWithoutAnItemAndNaNsAreNotThere) {
    scene.rect({0, 0}, {100, 100}, {});
    scene.line({NAN, 0}, {100, 0}, {}, add("broken"));
    scene.circle({NAN, NAN}, 3, {}, add("broken too"));
    EXPECT_EQ(at(50, 50), -1);
}

}  // namespace
}  // namespace pt
