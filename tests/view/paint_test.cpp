#include "engine/view/paint.h"

#include <cmath>
#include <gtest/gtest.h>

#include "engine/view/labels.h"
#include "engine/view/nice.h"
#include "tests/view/recorder.h"

namespace pt {
namespace {

class Paint : public testing::Test {
protected:
    Paint() : scene(words, theme(ThemeId::light)) {
        camera.size = {400, 300};
        camera.scale = 1;  // (0, 0) lies at (200, 150)
    }
    void run() { paint(scene, camera, brush); }

    Words words{Language::nl};
    Scene scene;
    Camera camera;
    Recorder brush;
};

double length(const Recorder::Stroke& stroke) {
    return std::hypot(stroke.points[1].x - stroke.points[0].x,
                      stroke.points[1].y - stroke.points[0].y);
}

TEST_F(Paint, ABarIsAFilledBodyWithAnOutline) {
    Style style;
    style.fill = Ink::spaghetti;
    style.fillAlpha = 1;
    style.stroke = Ink::spaghettiEdge;
    scene.bar({-50, 0}, {50, 0}, 20, style);
    run();
    ASSERT_EQ(brush.fills.size(), 1u);
    EXPECT_EQ(brush.fills[0].color, scene.theme()[Ink::spaghetti]);
    double low = 1e9, high = -1e9;
    for (const Vec& point : brush.fills[0].points) {
        low = std::min(low, point.y);
        high = std::max(high, point.y);
    }
    EXPECT_NEAR(low, 140, 1e-9);
    EXPECT_NEAR(high, 160, 1e-9);
    ASSERT_EQ(brush.strokes.size(), 1u);
    EXPECT_EQ(brush.strokes[0].color, scene.theme()[Ink::spaghettiEdge]);
}

TEST_F(Paint, ACasingKeepsItsWidthAtEveryZoom) {
    for (const double zoom : {0.001, 1.0, 3.0}) {
        Recorder recorder;
        Scene one(words, theme(ThemeId::light));
        Style style;
        style.fillAlpha = 1;
        one.bar({-50, 0}, {50, 0}, 20, style).casing = 5;
        camera.scale = zoom;
        paint(one, camera, recorder);
        const double width =
            std::fabs(recorder.fills[0].points[0].y - recorder.fills[0].points[3].y);
        EXPECT_NEAR(width, std::max(20 * zoom, 1.5) + 10, 1e-9);
    }
}

TEST_F(Paint, HatchStaysInsideAndIsCutToTheStage) {
    Style style;
    style.hatch = true;
    style.width = 0;
    scene.rect({-40, -30}, {40, 30}, style);
    run();
    EXPECT_GT(brush.strokes.size(), 10u);
    for (const auto& stroke : brush.strokes)
        for (const Vec& point : stroke.points) {
            EXPECT_GE(point.x, 160 - 1e-6);
            EXPECT_LE(point.x, 240 + 1e-6);
            EXPECT_GE(point.y, 120 - 1e-6);
            EXPECT_LE(point.y, 180 + 1e-6);
        }
    Recorder zoomed;
    camera.scale = 1e6;
    paint(scene, camera, zoomed);
    EXPECT_LT(zoomed.strokes.size(), 500u);
}

TEST_F(Paint, DashesCoverHalfTheLineAndMillionsAreNotDrawn) {
    Style style;
    style.dash = Dash::dashed;
    scene.line({-100, 0}, {100, 0}, style);
    run();
    double drawn = 0;
    for (const auto& stroke : brush.strokes) drawn += length(stroke);
    EXPECT_GT(brush.strokes.size(), 5u);
    EXPECT_GT(drawn, 80);
    EXPECT_LT(drawn, 160);
    Recorder zoomed;
    camera.scale = 1e7;
    paint(scene, camera, zoomed);
    EXPECT_EQ(zoomed.strokes.size(), 1u);
}

TEST_F(Paint, DashesRunOnAroundCorners) {
    std::vector<Vec> steps;
    for (int i = 0; i <= 100; ++i) steps.emplace_back(i, 0);
    strokeDashed(brush, steps, false, 1, Color{}, Dash::dotted);
    Recorder straight;
    strokeDashed(straight, {{0, 0}, {100, 0}}, false, 1, Color{}, Dash::dotted);
    double first = 0, second = 0;
    for (const auto& stroke : brush.strokes) first += length(stroke);
    for (const auto& stroke : straight.strokes) second += length(stroke);
    EXPECT_NEAR(first, second, 1e-6);
}

TEST_F(Paint, AnArrowHeadIsNeverLongerThanItsArrow) {
    scene.arrow({0, 0}, {0, 3}, {});
    run();
    ASSERT_EQ(brush.fills.size(), 1u);
    for (const Vec& point : brush.fills[0].points) EXPECT_GE(point.y, 150 - 3 - 1e-9);
    for (const Vec& point : brush.fills[0].points) EXPECT_LE(point.y, 150 + 1e-9);
}

TEST_F(Paint, NothingIsPaintedForCoordinatesThatAreNotNumbers) {
    scene.line({NAN, 0}, {1, 1}, {});
    scene.arrow({0, 0}, {INFINITY, 0}, {});
    scene.text({0, NAN}, "weg");
    scene.polygon({}, {});
    run();
    EXPECT_TRUE(brush.texts.empty());
    for (const auto& fill : brush.fills)
        for (const Vec& point : fill.points) EXPECT_TRUE(std::isfinite(point.x + point.y));
    for (const auto& stroke : brush.strokes)
        for (const Vec& point : stroke.points) EXPECT_TRUE(std::isfinite(point.x + point.y));
}

TEST_F(Paint, OfTwoLabelsThatOverlapTheMoreImportantStays) {
    scene.text({0, 0}, "eerst");
    scene.text({4, 2}, "belangrijk").priority = 5;
    scene.text({0, 80}, "ver weg");
    run();
    EXPECT_FALSE(brush.shows("eerst"));
    EXPECT_TRUE(brush.shows("belangrijk"));
    EXPECT_TRUE(brush.shows("ver weg"));
}

TEST_F(Paint, LabelsAtTheEdgeMoveInsideAndThoseOutsideHide) {
    scene.text({198, 0}, "rand");
    scene.text({0, 400}, "buiten");
    run();
    ASSERT_TRUE(brush.shows("rand"));
    EXPECT_FALSE(brush.shows("buiten"));
    const double half = brush.textWidth("rand", 13, false) / 2;
    EXPECT_LE(brush.texts[0].baseline.x + half, 400 + 1e-9);
}

TEST_F(Paint, LabelsHaveAHaloOfPaper) {
    scene.text({0, 0}, "N");
    run();
    const Color halo = brush.texts[0].style.halo, paper = scene.theme()[Ink::paper];
    EXPECT_EQ(halo.r, paper.r);
    EXPECT_GT(halo.a, 200);
}

TEST_F(Paint, LegendRowsStayOnANarrowStage) {
    camera.size = {160, 200};
    for (const char* text : {"trek", "druk", "nog een lange regel"})
        scene.note({Role::legend, text, {}, true});
    scene.note({Role::note, "opmerking", {}, false});
    run();
    ASSERT_EQ(brush.texts.size(), 4u);
    EXPECT_LT(brush.texts[0].baseline.y, 60);  // the remark, at the top
    for (size_t i = 1; i < 4; ++i) {
        EXPECT_GT(brush.texts[i].baseline.y, 100);
        EXPECT_LT(brush.texts[i].baseline.y, 200);
    }
    EXPECT_GT(brush.texts[3].baseline.y, brush.texts[1].baseline.y);
}

TEST_F(Paint, TheGridHasRoundStepsAtEveryZoom) {
    scene.grid(true);
    for (const double zoom : {1.0, 37.0, 1e3, 1e7}) {
        camera.scale = zoom;
        Recorder recorder;
        paint(scene, camera, recorder);
        EXPECT_GE(recorder.strokes.size(), 8u) << zoom;
        EXPECT_LE(recorder.strokes.size(), 40u) << zoom;
    }
}

TEST_F(Paint, ACardStaysOnTheStage) {
    Item item;
    item.name = "Staaf S1";
    item.lines = {"trekstaaf", "lengte 12 cm"};
    for (const Vec center : {Vec(-200, 150), Vec(200, 150), Vec(200, -150), Vec(0, 0)}) {
        item.center = center;
        Recorder recorder;
        const int index = scene.item(item);
        paintCard(scene, index, camera, recorder);
        ASSERT_EQ(recorder.texts.size(), 3u);
        EXPECT_EQ(recorder.texts[0].text, "Staaf S1");
        for (const auto& text : recorder.texts) {
            EXPECT_GE(text.baseline.x, 0);
            EXPECT_LE(text.baseline.x + recorder.textWidth(text.text, text.style.size, false), 400);
            EXPECT_GE(text.baseline.y, 10);
            EXPECT_LE(text.baseline.y, 300);
        }
    }
    Recorder none;
    paintCard(scene, -1, camera, none);
    paintCard(scene, 99, camera, none);
    EXPECT_TRUE(none.texts.empty() && none.fills.empty());
}

TEST_F(Paint, ABentBarHasOneOutlineAroundIt) {
    Style style;
    style.fill = Ink::spaghetti;
    style.fillAlpha = 1;
    scene.polyline({{-50, 0}, {0, 10}, {50, 0}}, style).bodyWidth = 8;
    run();
    ASSERT_EQ(brush.strokes.size(), 2u);  // the body, then its outline
    EXPECT_EQ(brush.strokes[0].width, 8);
    EXPECT_EQ(brush.strokes[0].points.size(), 3u);
    EXPECT_EQ(brush.strokes[1].points.size(), 6u);
    EXPECT_TRUE(brush.fills.empty());
}

TEST_F(Paint, AMagnitudeIsAColourAndItsScaleHasNumbers) {
    Style style;
    style.fillAlpha = 1;
    style.magnitude = 0.75;
    scene.circle({0, 0}, 10, style);
    Note scale;
    scale.role = Role::scale;
    scale.text = "benut";
    scale.low = "0 %";
    scale.high = "100 %";
    scene.note(scale);
    run();
    EXPECT_EQ(brush.fills[0].color, magnitudeColor(0.75));
    double low = 0, high = 0, first = 0, last = 0;
    for (const auto& text : brush.texts) {
        if (text.text == "0 %") low = text.baseline.x;
        if (text.text == "100 %") high = text.baseline.x;
    }
    for (const auto& fill : brush.fills) {
        if (fill.color == magnitudeColor(0.5 / 48)) first = fill.points[0].x;
        if (fill.color == magnitudeColor(47.5 / 48)) last = fill.points[0].x;
    }
    EXPECT_LT(low, first);
    EXPECT_LT(first, last);
    EXPECT_LT(last, high);
}

TEST_F(Paint, AScaleMayNameItsMiddleAndHasItsOwnPalette) {
    Note scale;
    scale.role = Role::scale;
    scale.text = "temperatuur";
    scale.low = "-10";
    scale.middle = "5";
    scale.high = "20";
    scale.palette = Palette::temperature;
    scene.note(scale);
    run();
    const auto left = [&](double share) {
        for (const auto& fill : brush.fills)
            if (fill.color == paletteColor(Palette::temperature, share)) return fill.points[0].x;
        return -1.0;
    };
    double middle = 0, high = 0;
    for (const auto& text : brush.texts) {
        if (text.text == "5") middle = text.baseline.x;
        if (text.text == "20") high = text.baseline.x;
    }
    EXPECT_GT(left(0.5 / 48), 0);
    EXPECT_LT(left(23.5 / 48), middle);
    EXPECT_LT(middle, left(24.5 / 48));
    EXPECT_LT(left(47.5 / 48), high);
}

TEST_F(Paint, ALongRemarkGoesOnInTheNextLine) {
    camera.size = {160, 200};
    Note note;
    note.text = "voeg een staaf toe zodat er driehoeken ontstaan";
    note.warns = true;
    scene.note(note);
    run();
    ASSERT_GE(brush.texts.size(), 3u);
    std::string whole;
    for (const auto& text : brush.texts) {
        whole += (whole.empty() ? "" : " ") + text.text;
        EXPECT_LE(text.baseline.x + brush.textWidth(text.text, 13, false), 160);
    }
    EXPECT_EQ(whole, note.text);
    EXPECT_LT(brush.texts[0].baseline.y, brush.texts[1].baseline.y);
}

TEST_F(Paint, ALabelGivesWayToANote) {
    scene.note({Role::note, "opmerking", {}, false});
    scene.text(camera.toWorld({40, 26}), "onder");
    scene.text(camera.toWorld({200, 200}), "vrij");
    run();
    EXPECT_FALSE(brush.shows("onder"));
    EXPECT_TRUE(brush.shows("vrij"));
}

TEST_F(Paint, APlateCoversWhatIsBehindItsLabel) {
    scene.text({0, 0}, "12").plate = true;
    run();
    ASSERT_EQ(brush.fills.size(), 1u);
    EXPECT_GT(brush.fills[0].color.a, 200);
}

TEST_F(Paint, ACardKeepsAwayFromItsItemAndFromLabels) {
    Item item;
    item.name = "Staaf S1";
    item.lines = {"trekstaaf"};
    const int index = scene.item(item);
    scene.line({-30, 0}, {30, 0}, {}, index);
    scene.text({60, 40}, "12,4 N");  // where the card would go first
    Recorder recorder;
    paintCard(scene, index, camera, recorder);
    double left = INFINITY, right = 0, top = INFINITY, bottom = 0;
    for (const Vec& point : recorder.strokes.back().points) {
        left = std::min(left, point.x);
        right = std::max(right, point.x);
        top = std::min(top, point.y);
        bottom = std::max(bottom, point.y);
    }
    const auto covers = [&](Vec world) {
        const Vec at = camera.toScreen(world);
        return at.x > left && at.x < right && at.y > top && at.y < bottom;
    };
    EXPECT_FALSE(covers({0, 0}));
    EXPECT_FALSE(covers({60, 40}));
}

TEST(Labels, TiesGoToTheEarlierBox) {
    const std::vector<LabelBox> boxes = {
        {{0, 0}, {10, 10}, 1}, {{5, 5}, {15, 15}, 1}, {{20, 0}, {30, 9}, 0}};
    EXPECT_EQ(visibleLabels(boxes, {100, 100}), (std::vector<bool>{true, false, true}));
}

TEST(NiceStep, IsTheNextOneTwoOrFive) {
    const std::pair<double, double> cases[] = {
        {1, 1},       {1.01, 2},    {2, 2},       {2.1, 5},    {5.1, 10},
        {0.03, 0.05}, {1e-7, 1e-7}, {1000, 1000}, {999, 1000}, {3e12, 5e12}};
    for (const auto& [least, step] : cases)
        EXPECT_NEAR(niceStep(least), step, step * 1e-9) << least;
}

}  // namespace
}  // namespace pt
