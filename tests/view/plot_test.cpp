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
    // Steps too small for doubles that large would never end.
    EXPECT_TRUE(ticks(1e17, 1e17 + 64, 50).empty());
    EXPECT_TRUE(ticks(-1e308, 1e308, 5).empty());
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

TEST_F(PlotTest, TimeOfAYearIsInDates) {
    words = Words::builtin(Language::nl);
    plot.x = {"tijd", unit("s"), 14 * 86400.0};
    const std::vector<double> x{0, 86400, 2 * 86400.0}, y{1, 2, 3};
    plot.series = {{"kracht", x, y}};
    run({600, 300});
    EXPECT_TRUE(brush.shows("16 jan"));
    EXPECT_TRUE(brush.shows("12:00"));
    EXPECT_TRUE(brush.shows("tijd")) << "dates need no unit";
    brush = {};
    const std::vector<double> year{0, 365 * 86400.0}, flat{1, 1};
    plot.series = {{"kracht", year, flat}};
    run({600, 300});
    EXPECT_TRUE(brush.shows("mei"));
    EXPECT_TRUE(brush.shows("jan"));
}

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

TEST_F(PlotTest, BarsStandOnZeroAndTouchTheirNeighbours) {
    const std::vector<double> edges = {60, 65, 70}, counts = {20, 50, 30};
    plot.x = {"bezwijkkracht", unit("N")};
    plot.y = {"aantal", unit("")};
    plot.series.push_back({"proeven", edges, counts, Ink::series1, Dash::solid, Mark::bars});
    run({400, 240});
    ASSERT_EQ(brush.fills.size(), 3u);
    const auto side = [&](size_t bar, bool right) {
        double found = brush.fills[bar].points[0].x;
        for (const Vec& point : brush.fills[bar].points)
            found = right ? std::max(found, point.x) : std::min(found, point.x);
        return found;
    };
    const double foot = brush.fills[0].points[0].y;
    for (size_t bar = 0; bar < 3; ++bar) {
        EXPECT_DOUBLE_EQ(brush.fills[bar].points[0].y, foot);
        if (bar > 0) {
            EXPECT_NEAR(side(bar, false), side(bar - 1, true), 1.5);
        }
    }
    const auto height = [&](size_t bar) { return foot - brush.fills[bar].points[2].y; };
    EXPECT_NEAR(height(1) / height(0), 2.5, 1e-9);
    EXPECT_NEAR(height(2) / height(0), 1.5, 1e-9);
    // The last bar's right edge is on the axis, and the axis does not go back to zero for it.
    EXPECT_LE(side(2, true), 410);
    EXPECT_GT(side(0, false), 10);
    EXPECT_FALSE(brush.shows("0,0"));
}

TEST_F(PlotTest, PointsAreNotJoined) {
    const std::vector<double> x = {1e-3, 2e-3, NAN, 3e-3}, y = {1, 2, 3, 4};
    plot.series.push_back({"metingen", x, y, Ink::series2, Dash::solid, Mark::points});
    run();
    EXPECT_EQ(brush.fills.size(), 3u);
    for (const auto& stroke : brush.strokes)
        EXPECT_FALSE(stroke.color == theme(ThemeId::light)[Ink::series2]);
}

TEST_F(PlotTest, MarkedLinesSayTheirNameAndValueWithoutTouching) {
    const std::vector<double> x = {0, 100}, y = {0, 1};
    plot.x = {"kracht", unit("N")};
    plot.series.push_back({"a", x, y});
    plot.lines = {{"voorspeld", 50}, {"gemeten", 53, Ink::accent}, {"nooit", NAN}, {"rand", 140}};
    run({500, 240});
    EXPECT_TRUE(brush.shows("voorspeld 50,0\u202fN"));
    EXPECT_TRUE(brush.shows("gemeten 53,0\u202fN"));
    EXPECT_FALSE(brush.shows("nooit –"));
    double first = 0, second = 0, edge = 0;
    for (const auto& text : brush.texts) {
        if (text.text.starts_with("voorspeld")) first = text.baseline.y;
        if (text.text.starts_with("gemeten")) second = text.baseline.y;
        if (text.text.starts_with("rand")) edge = text.baseline.x;
    }
    EXPECT_GT(second, first + 10);
    // The range goes as far as the lines do, and the last name stays inside.
    EXPECT_GT(edge, 0);
    EXPECT_LE(edge, 510);
    int lines = 0;
    double last = INFINITY;
    for (const auto& stroke : brush.strokes)
        if (stroke.color == theme(ThemeId::light)[Ink::accent] && stroke.points[0].x != last) {
            ++lines;
            last = stroke.points[0].x;
        }
    EXPECT_EQ(lines, 1);
}

TEST_F(PlotTest, TicksThatWouldTouchThinOut) {
    const std::vector<double> x = {0.100001, 0.100009}, y = {0, 1};
    plot.x = {"x", unit("mm")};
    plot.series.push_back({"a", x, y});
    run({320, 240});
    double last = -INFINITY, line = 0;
    for (const auto& text : brush.texts)
        if (text.style.align == Align::center && text.text != "x (mm)")
            line = std::max(line, text.baseline.y);
    int found = 0;
    for (const auto& text : brush.texts) {
        if (text.style.align != Align::center || text.baseline.y != line) continue;
        const double half = brush.textWidth(text.text, 13, false) / 2;
        EXPECT_GE(text.baseline.x - half, last);
        last = text.baseline.x + half;
        EXPECT_LE(last, 330 + 1e-9);
        ++found;
    }
    EXPECT_GE(found, 2);
}

TEST_F(PlotTest, HostileNumbersPaintNothingOutside) {
    const std::vector<double> huge = {-1e308, 1e308, INFINITY}, one = {3};
    for (const Mark mark : {Mark::line, Mark::points, Mark::bars}) {
        plot.series = {{"a", huge, huge, Ink::series1, Dash::solid, mark},
                       {"b", one, one, Ink::series2, Dash::solid, mark}};
        plot.lines = {{"l", 1e308}};
        brush = {};
        run();
        for (const auto& fill : brush.fills)
            for (const Vec& point : fill.points) EXPECT_TRUE(std::isfinite(point.x + point.y));
    }
}

TEST(Chart, BecomesAPlotInTheLabsOwnWords) {
    Words words{Language::nl};
    ASSERT_TRUE(words
                    .add(Language::nl, "lab.load = kracht\nlab.count = aantal\nlab.tests = proef\n"
                                       "lab.repeats.tests = proeven\nlab.guess = schatting\n"
                                       "lab.mean = gemiddelde\n")
                    .ok());
    Chart chart;
    chart.key = "repeats";
    chart.xKey = "load";
    chart.yKey = "count";
    chart.x = unit("N");
    ChartData data;
    data.series.push_back({"tests", Mark::bars, {1, 2}, {3, 4}});
    data.series.push_back({"mean", Mark::line, {1, 2}, {3, 4}});
    data.lines.push_back({"guess", 1.5});
    const Plot plot = plotOf("lab", chart, data, words);
    EXPECT_EQ(plot.x.label, "kracht");
    EXPECT_EQ(plot.y.label, "aantal");
    EXPECT_EQ(plot.x.unit.symbol, "N");
    ASSERT_EQ(plot.series.size(), 2u);
    EXPECT_EQ(plot.series[0].label, "proeven");  // the chart's own word goes first
    EXPECT_EQ(plot.series[1].label, "gemiddelde");
    EXPECT_EQ(plot.series[0].mark, Mark::bars);
    EXPECT_NE(plot.series[0].ink, plot.series[1].ink);
    EXPECT_NE(plot.series[0].dash, plot.series[1].dash);
    EXPECT_EQ(plot.series[0].x.data(), data.series[0].x.data());
    ASSERT_EQ(plot.lines.size(), 1u);
    EXPECT_EQ(plot.lines[0].label, "schatting");
    EXPECT_EQ(plot.lines[0].x, 1.5);
}

}  // namespace
}  // namespace pt
