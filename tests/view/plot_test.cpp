#include "engine/view/plot.h"

#include <cmath>
#include <gtest/gtest.h>

#include "tests/view/recorder.h"

namespace pt {
namespace {

TEST(Ticks, AreRoundAndCoverTheRange) {
    const struct {
        double low, high;
        int wanted;
        std::vector<double> ticks;
    } cases[] = {
        {0, 10, 5, {0, 2, 4, 6, 8, 10}},           {0, 47, 5, {0, 10, 20, 30, 40, 50}},
        {-1, 1, 4, {-1, -0.5, 0, 0.5, 1}},         {0.001, 0.0019, 3, {0.001, 0.0015, 0.002}},
        {98.2, 101.7, 4, {98, 99, 100, 101, 102}},
    };
    for (const auto& c : cases) {
        const std::vector<double> found = ticks(c.low, c.high, c.wanted);
        ASSERT_EQ(found.size(), c.ticks.size()) << c.low << ' ' << c.high;
        for (size_t i = 0; i < found.size(); ++i)
            EXPECT_NEAR(found[i], c.ticks[i], 1e-9 * (c.high - c.low));
    }
}

TEST(Ticks, HostileRangesGiveNone) {
    EXPECT_TRUE(ticks(1, 1, 5).empty());
    EXPECT_TRUE(ticks(2, 1, 5).empty());
    EXPECT_TRUE(ticks(NAN, 1, 5).empty());
    EXPECT_TRUE(ticks(0, INFINITY, 5).empty());
    EXPECT_LE(ticks(0, 1e-300, 5).size(), 12u);
    EXPECT_LE(ticks(0, 1, 0).size(), 3u);
}

class PlotTest : public testing::Test {
protected:
    PlotTest() {
        plot.x = {"doorbuiging", unit("mm")};
        plot.y = {"kracht", unit("N")};
        plot.emptyText = "Nog geen metingen";
    }
    void run(Vec size = {300, 160}) {
        paint(plot, {10, 10}, size, words, theme(ThemeId::light), brush);
    }

    Words words{Language::nl};
    Plot plot;
    Recorder brush;
};

TEST_F(PlotTest, SaysWhenThereIsNothing) {
    run();
    EXPECT_TRUE(brush.shows("Nog geen metingen"));
    EXPECT_TRUE(brush.strokes.empty());
    const std::vector<double> nothing = {NAN, NAN};
    plot.series.push_back({"a", nothing, nothing});
    Recorder again;
    paint(plot, {0, 0}, {300, 160}, words, theme(ThemeId::light), again);
    EXPECT_TRUE(again.shows("Nog geen metingen"));
}

TEST_F(PlotTest, AxesCarryTheirUnitAndTicksInIt) {
    const std::vector<double> x = {0, 0.002}, y = {0, 40};
    plot.series.push_back({"a", x, y});
    run({300, 240});
    EXPECT_TRUE(brush.shows("doorbuiging (mm)"));
    EXPECT_TRUE(brush.shows("kracht (N)"));
    EXPECT_TRUE(brush.shows("40"));
    EXPECT_TRUE(brush.shows("2,0"));
}

TEST_F(PlotTest, ALowPlotKeepsItsAxisNameClearOfTheTicks) {
    const std::vector<double> x = {0, 0.002}, y = {0, 40};
    plot.series.push_back({"a", x, y});
    run({300, 120});
    double nameLeft = 0, ticksRight = 0, line = 0;
    for (const auto& text : brush.texts)
        if (text.text == "doorbuiging (mm)") {
            nameLeft = text.baseline.x - brush.textWidth(text.text, 13, false);
            line = text.baseline.y;
        }
    for (const auto& text : brush.texts)
        if (text.baseline.y == line && text.style.align == Align::center)
            ticksRight = std::max(ticksRight, text.baseline.x);
    EXPECT_GT(ticksRight, 0);
    EXPECT_LT(ticksRight + 10, nameLeft);
}

TEST_F(PlotTest, ANaNBreaksTheLine) {
    const std::vector<double> x = {0, 1, 2, 3, 4}, y = {0, 1, NAN, 1, 0};
    plot.series.push_back({"a", x, y, Ink::series1});
    run();
    int lines = 0;
    for (const auto& stroke : brush.strokes)
        if (stroke.color == theme(ThemeId::light)[Ink::series1]) ++lines;
    EXPECT_EQ(lines, 2);
}

TEST_F(PlotTest, LinesStayInsideAtEverySize) {
    const std::vector<double> x = {1e-3, 2e-3, 5e-3}, y = {-7, 3, 1e4};
    plot.series.push_back({"a", x, y});
    plot.series.push_back({"b", y, x, Ink::series2, Dash::dashed});
    plot.hasCursor = true;
    plot.cursorX = 2e-3;
    for (const Vec size : {Vec(300, 160), Vec(900, 300), Vec(80, 60), Vec(1, 1), Vec(0, 0)}) {
        brush = {};
        run(size);
        for (const auto& stroke : brush.strokes)
            for (const Vec& point : stroke.points) {
                EXPECT_GE(point.x, 10 - 1e-6);
                EXPECT_LE(point.x, 10 + size.x + 1e-6);
                EXPECT_GE(point.y, 10 - 1e-6);
                EXPECT_LE(point.y, 10 + size.y + 1e-6);
            }
    }
}

TEST_F(PlotTest, OneValueIsStillAPoint) {
    const std::vector<double> x = {0.001}, y = {5};
    plot.series.push_back({"a", x, y});
    run();
    ASSERT_FALSE(brush.fills.empty());
    for (const Vec& point : brush.fills[0].points) EXPECT_TRUE(std::isfinite(point.x + point.y));
}

TEST_F(PlotTest, TheCursorShowsOnlyInsideTheData) {
    const std::vector<double> x = {0, 1}, y = {0, 1};
    plot.series.push_back({"a", x, y});
    plot.hasCursor = true;
    const auto cursors = [&] {
        brush = {};
        run();
        int found = 0;
        for (const auto& stroke : brush.strokes)
            if (stroke.color == theme(ThemeId::light)[Ink::accent]) ++found;
        return found;
    };
    plot.cursorX = 0.5;
    EXPECT_EQ(cursors(), 1);
    for (const double outside : {-1.0, 2.0, double{NAN}}) {
        plot.cursorX = outside;
        EXPECT_EQ(cursors(), 0);
    }
}

}  // namespace
}  // namespace pt
