// The stage "Jaar": days and months, flows that never overlap, charts that fit any stage.
#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>

#include "engine/core/math.h"
#include "engine/core/rng.h"
#include "sims/passive_house/view_year.h"
#include "sims/passive_house/view_year_charts.h"
#include "sims/passive_house/view_year_flows.h"
#include "tests/view/recorder.h"

namespace pt {
namespace {

const Words& words(Language language = Language::nl) {
    static const Words tables[] = {Words::builtin(Language::nl), Words::builtin(Language::en)};
    return tables[static_cast<size_t>(language)];
}

// A year with winters and nights: what a house of this loss (W/K) would need at 20 °C.
YearResult madeUpYear(double loss = 150) {
    YearResult year;
    year.floorArea = 160;
    for (int hour = 0; hour < hoursAYear; ++hour) {
        const double season = -math::cos(2 * math::pi * (hour / 24 - 20) / daysAYear);
        const double day = -math::cos(2 * math::pi * (hour % 24 - 3) / 24);
        const double out = 10 + 8 * season + 4 * day;
        const double sun = std::max(0.0, day * (400 + 300 * season));
        const double in = std::max(20.0, out + 4), lost = loss * (in - out);
        const double heat = std::max(0.0, lost - 300 - sun);
        year.air.push_back(static_cast<float>(in));
        year.operative.push_back(static_cast<float>(in));
        year.outdoors.push_back(static_cast<float>(out));
        year.heating.push_back(static_cast<float>(heat));
        year.cooling.push_back(0);
        year.solar.push_back(static_cast<float>(sun));
        year.gains.push_back(300);
        year.sun.push_back(static_cast<float>(sun));
        HeatBalance& month = year.months[static_cast<size_t>(monthOfDay(hour / 24))];
        month.solar += 3600 * sun;
        month.gains += 3600 * 300;
        month.heating += 3600 * heat;
        month.walls -= 3600 * 0.6 * lost;
        month.windows -= 3600 * 0.397 * lost;
        month.bridges -= 3600 * 0.003 * lost;
        month.stored += 3600 * (sun + 300 + heat - lost);
        year.peakHeating = std::max(year.peakHeating, heat);
        year.heatingDemand += 3600 * heat;
    }
    for (const HeatBalance& month : year.months) year.year.add(month);
    year.heatingLoad = 0.8 * year.peakHeating;
    return year;
}

YearSheet sheetOf(const YearResult& year) {
    YearSheet sheet;
    sheet.result = &year;
    sheet.moment = 3600.0 * (24 * 45 + 14);
    HouseUse use;
    sheet.electricityPrice = use.electricityPrice;
    sheet.gasPrice = use.gasPrice;
    EnergyUse energy;
    energy.heating = year.heatingDemand;
    energy.appliances = 2000 * 3.6e6;
    energy.solarPower = 1500 * 3.6e6;
    energy.sold = 500 * 3.6e6;
    sheet.bills = billsOf(use, energy);
    Figures now;
    now.heatingDemand = year.heatingDemand / year.floorArea;
    now.cost = 1500;
    Figures kept = now;
    kept.heatingDemand /= 2;
    sheet.variants = {{"now", "", now}, {"", "met dikke muren", kept}};
    return sheet;
}

struct Stage {
    double width = 860, height = 480;
    std::string show = "overview", selected = {};
    Language language = Language::nl;

    ViewState looking() const {
        ViewState state;
        state.width = width;
        state.height = height;
        state.options["year"] = show;
        state.selected = selected;
        return state;
    }
    Scene draw(const YearSheet& sheet) const {
        Scene scene(words(language), theme(ThemeId::light));
        drawYearSheet(scene, sheet, looking());
        return scene;
    }
};

// Every word of the scene in one string.
std::string textOf(const Scene& scene) {
    std::string all;
    for (const Shape& shape : scene.shapes())
        if (shape.kind == ShapeKind::text) all += shape.text + "\n";
    return all;
}

bool says(const Scene& scene, const std::string& part) {
    return textOf(scene).find(part) != std::string::npos;
}

// -- days and months

TEST(YearCalendar, DaysFallInTheirMonths) {
    EXPECT_EQ(monthOfDay(0), 0);
    EXPECT_EQ(monthOfDay(30), 0);
    EXPECT_EQ(monthOfDay(31), 1);
    EXPECT_EQ(monthOfDay(58), 1);
    EXPECT_EQ(monthOfDay(59), 2) << "no 29 February";
    EXPECT_EQ(monthOfDay(364), 11);
    EXPECT_EQ(dateName(words(), 364), "31 december");
    EXPECT_EQ(dateName(words(Language::en), 59), "1 March");
    EXPECT_EQ(hourName(words(), 24 * 14 + 23), "15 januari, 23–24 uur");
    int hours = 0;
    for (int month = 0; month < 12; ++month) hours += monthSpan(month).hours();
    EXPECT_EQ(hours, hoursAYear);
}

TEST(YearCalendar, AMomentOfAnyYearIsAnHourOfThisOne) {
    EXPECT_EQ(hourOf(0), 0);
    EXPECT_EQ(hourOf(3599.9), 0);
    EXPECT_EQ(hourOf(3600.0 * hoursAYear), 0);
    EXPECT_EQ(hourOf(3600.0 * (hoursAYear + 25)), 25);
    EXPECT_EQ(hourOf(-1), hoursAYear - 1);
}

TEST(YearCalendar, OnlyWholeNamesInsideTheYearAreMoments) {
    EXPECT_EQ(momentOf("hour.8759").hour, 8759);
    EXPECT_EQ(momentOf("day.365").hour, 24 * 364);
    EXPECT_EQ(momentOf("month.12").hour, 24 * 334);
    EXPECT_EQ(momentOf("month.2").span().hours(), 24 * 28);
    for (const char* wrong : {"", "hour", "hour.", "hour.8760", "hour.-1", "day.0", "day.366",
                              "month.13", "month.1x", "day.99999999999999", "flow.walls"})
        EXPECT_EQ(momentOf(wrong).kind, YearMoment::Kind::none) << wrong;
    for (int hour = 0; hour < hoursAYear; hour += 37)
        EXPECT_EQ(momentOf(hourItem(hour)).hour, hour);
}

TEST(YearCalendar, AWeekNeverLeavesTheYear) {
    for (int day = 0; day < daysAYear; ++day) {
        const Span week = weekAround(day);
        EXPECT_EQ(week.hours(), 24 * 7);
        EXPECT_GE(week.from, 0);
        EXPECT_LE(week.to, hoursAYear);
        EXPECT_LE(week.from, 24 * day);
        EXPECT_GE(week.to, 24 * (day + 1));
    }
}

TEST(YearMap, EveryHourHasItsPlaceAndEveryPlaceItsHour) {
    for (const BoardBox& field : {BoardBox{{40, 20}, {800, 300}}, BoardBox{{0, 0}, {200, 24}}})
        for (int hour = 0; hour < hoursAYear; hour += 13)
            EXPECT_EQ(hourAt(field, placeOf(field, hour)), hour);
    const BoardBox field{{40, 20}, {800, 300}};
    EXPECT_EQ(hourAt(field, {-500, -500}), 0);
    EXPECT_EQ(hourAt(field, {5000, 5000}), hoursAYear - 1);
}

// -- numbers in words

TEST(YearWords, NumbersHaveAsManyDigitsAsTheyAreWorth) {
    EXPECT_EQ(whole(words(), 0), "0");
    EXPECT_EQ(whole(words(), -0.2), "0");
    EXPECT_EQ(whole(words(), 1249.6), "1250");
    EXPECT_EQ(brief(words(), 0.4512), "0,45");
    EXPECT_EQ(brief(words(), 9.96), "10");
    EXPECT_EQ(brief(words(), 0.001), "0");
    EXPECT_EQ(energyWords(words(Language::en), 3.6e6 * 0.456), "0.46\u202fkWh");
    EXPECT_EQ(temperatureWords(words(), 20.34), "20,3\u202f°C");
    EXPECT_EQ(temperatureWords(words(), -0.04).find("−0,0"), 0u);
}

// -- flows

std::vector<Flow> randomFlows(Rng& rng, int count) {
    std::vector<Flow> flows;
    for (int i = 0; i < count; ++i)
        flows.push_back({"f" + std::to_string(i), math::pow(10, 6 * rng.uniform()), 0});
    return flows;
}

// Whatever the sizes, from one to a million: sorted, apart, and none of the heat lost.
TEST(YearFlows, NeitherBandsNorWordsOverlap) {
    Rng rng(5, "flows");
    for (int trial = 0; trial < 400; ++trial) {
        const auto in = randomFlows(rng, 1 + trial % 5), out = randomFlows(rng, 1 + trial % 12);
        const double low = 10, high = low + 60 + 500 * rng.uniform(), label = 18;
        const double scale = flowScale(in, out, high - low);
        for (const std::vector<Flow>& flows : {in, out}) {
            double total = 0;
            for (const Flow& flow : flows) total += flow.energy;
            const FlowSide side = layOutFlows(flows, low, high, scale, label);
            EXPECT_NEAR(side.total, total, 1e-9 * total);
            EXPECT_NEAR(side.houseHigh - side.houseLow, total * scale, 1e-6);
            for (size_t i = 0; i < side.bands.size(); ++i) {
                const FlowBand& band = side.bands[i];
                EXPECT_GE(band.low, low - 1e-6);
                EXPECT_LE(band.high, high + 1e-6);
                EXPECT_NEAR(band.high - band.low, band.flow.energy * scale, 1e-6);
                EXPECT_GE(band.label, low + label / 2 - 1e-6);
                EXPECT_LE(band.label, high - label / 2 + 1e-6);
                if (i == 0) continue;
                const FlowBand& above = side.bands[i - 1];
                EXPECT_LE(band.high, above.low + 1e-6);
                EXPECT_NEAR(band.innerHigh, above.innerLow, 1e-6);
                EXPECT_GE(above.label - band.label, label - 1e-6);
                if (band.flow.key == "other") continue;
                EXPECT_GE(above.flow.energy, band.flow.energy);
            }
        }
    }
}

TEST(YearFlows, NothingFlowingIsNoScale) {
    EXPECT_EQ(flowScale({}, {}, 300), 0);
    EXPECT_TRUE(layOutFlows({}, 0, 300, 0, 18).bands.empty());
}

// -- bills

TEST(YearBills, AddUpToTheCostAndCo2OfTheHouse) {
    EnergyUse energy;
    energy.heating = 9e9;
    energy.hotWater = 4e9;
    energy.fans = 1e9;
    energy.cooling = 2e8;
    energy.appliances = 7e9;
    energy.solarPower = 1.1e10;
    energy.sold = 6e9;
    for (size_t kind = 0; kind < std::size(heatingKeys); ++kind) {
        HouseUse use;
        use.heating = static_cast<int>(kind);
        double cost = 0, co2 = 0;
        for (const Bill& bill : billsOf(use, energy)) {
            cost += bill.cost;
            co2 += bill.co2;
        }
        EXPECT_NEAR(cost, costOf(use, energy), 1e-9 * std::fabs(cost)) << heatingKeys[kind];
        EXPECT_NEAR(co2, co2Of(use, energy), 1e-9 * std::fabs(co2)) << heatingKeys[kind];
    }
}

// -- the stage

// Any stage, any chart, any language: words that exist, finite places, all of it on the board.
TEST(YearStage, EveryChartFitsEveryStage) {
    const YearResult year = madeUpYear();
    const YearSheet sheet = sheetOf(year);
    constexpr double sizes[][2] = {{1280, 720}, {760, 400},  {520, 300}, {360, 330},
                                   {360, 640},  {1024, 200}, {240, 180}, {0, 0}};
    for (const char* show : yearShows)
        for (const auto& [width, height] : sizes)
            for (const Language language : {Language::nl, Language::en})
                for (const char* selected : {"", "month.2", "day.1", "hour.8759"}) {
                    const Stage stage{width, height, show, selected, language};
                    const Scene scene = stage.draw(sheet);
                    const BoardBox page = boardOf(stage.looking());
                    EXPECT_EQ(textOf(scene).find("‹"), std::string::npos) << textOf(scene);
                    EXPECT_GT(scene.shapes().size(), 3u) << show;
                    for (const Shape& shape : scene.shapes())
                        for (const Vec& point : shape.points) {
                            const Vec at = boardPoint(point);
                            ASSERT_TRUE(std::isfinite(at.x) && std::isfinite(at.y)) << show;
                            EXPECT_TRUE(page.inset(-12, -12, -12, -12).holds(at))
                                << show << " " << width << "×" << height << " " << shape.text
                                << " at " << at.x << ", " << at.y;
                        }
                }
}

// What a chart is about is never hidden by something else.
TEST(YearStage, HeadlinesAreSeen) {
    const YearResult year = madeUpYear();
    const YearSheet sheet = sheetOf(year);
    for (const char* show : yearShows)
        for (const auto& [width, height] : {std::pair{860.0, 480.0}, std::pair{360.0, 400.0}}) {
            const Stage stage{width, height, show};
            const Scene scene = stage.draw(sheet);
            Camera camera;
            camera.size = {width, height};
            camera.fit(scene.low(), scene.high(), std::min({40.0, 0.06 * width, 0.06 * height}));
            Recorder recorder;
            paint(scene, camera, recorder);
            for (const Shape& shape : scene.shapes()) {
                if (shape.kind != ShapeKind::text || shape.size != 15) continue;
                EXPECT_TRUE(recorder.shows(shape.text)) << show << ": " << shape.text;
            }
        }
}

TEST(YearStage, WhileThereIsNoYearItSaysSo) {
    YearSheet sheet;
    const Scene waiting = Stage{}.draw(sheet);
    EXPECT_TRUE(says(waiting, "wordt berekend"));
    sheet.possible = false;
    EXPECT_TRUE(says(Stage{}.draw(sheet), "kan niet berekend worden"));
}

TEST(YearStage, TheYearBeforeStaysInSight) {
    const YearResult year = madeUpYear();
    YearSheet sheet = sheetOf(year);
    const size_t plain = Stage{}.draw(sheet).shapes().size();
    sheet.old = true;
    sheet.progress = 0.4;
    const Scene old = Stage{}.draw(sheet);
    EXPECT_GT(old.shapes().size(), plain);
    EXPECT_TRUE(says(old, "Nieuw jaar wordt berekend"));
}

TEST(YearStage, AnHourTellsItsNumbers) {
    const YearResult year = madeUpYear();
    const Scene scene = Stage{860, 480, "map", "hour.100"}.draw(sheetOf(year));
    const auto found = std::find_if(scene.items().begin(), scene.items().end(),
                                    [](const Item& item) { return item.id == "hour.100"; });
    ASSERT_NE(found, scene.items().end());
    EXPECT_EQ(found->name, "5 januari, 4–5 uur");
    EXPECT_NE(
        found->lines[1].find(temperatureWords(words(), static_cast<double>(year.outdoors[100]))),
        std::string::npos);
}

TEST(YearStage, MonthsSayWhenTheyDoNotClose) {
    YearResult year = madeUpYear();
    EXPECT_TRUE(says(Stage{860, 480, "months"}.draw(sheetOf(year)), "minder dan 0,01"));
    year.year.walls *= 0.98;
    EXPECT_TRUE(says(Stage{860, 480, "months"}.draw(sheetOf(year)), "verschilt"));
}

// Above the line as much as below it, month by month, in the heights of the bars.
TEST(YearStage, BarsOfAMonthAreAsHighAsTheyAreDeep) {
    const YearResult year = madeUpYear();
    const Scene scene = Stage{860, 480, "months"}.draw(sheetOf(year));
    double up = 0, down = 0, zero = 0;
    const Item& january = *std::find_if(scene.items().begin(), scene.items().end(),
                                        [](const Item& item) { return item.id == "month.1"; });
    zero = january.center.y;
    for (const Shape& shape : scene.shapes()) {
        if (shape.item < 0 || &scene.items()[static_cast<size_t>(shape.item)] != &january) continue;
        const double low = shape.points[0].y, high = shape.points[2].y;
        (low >= zero - 1e-9 ? up : down) += high - low;
    }
    EXPECT_GT(up, 0.5);
    EXPECT_NEAR(up, down, 0.01 * up);
}

TEST(YearStage, AChosenMonthOrDayZoomsTheLines) {
    EXPECT_EQ(linesSpan(Stage{860, 480, "lines"}.looking()).hours(), hoursAYear);
    EXPECT_EQ(linesSpan(Stage{860, 480, "lines", "month.2"}.looking()).hours(), 24 * 28);
    EXPECT_EQ(linesSpan(Stage{860, 480, "lines", "day.200"}.looking()).hours(), 24 * 7);
    const YearResult year = madeUpYear();
    EXPECT_TRUE(says(Stage{860, 480, "lines", "month.2"}.draw(sheetOf(year)), "februari"));
}

// A house that needs nothing, or of which nothing is known, is drawn all the same.
TEST(YearStage, OddHousesAreDrawn) {
    YearResult none = madeUpYear(0);
    std::fill(none.heating.begin(), none.heating.end(), 0.f);
    for (HeatBalance& month : none.months) month = {};
    none.year = {};
    YearResult cold = madeUpYear();
    for (auto* hours : {&cold.air, &cold.outdoors, &cold.operative})
        std::fill(hours->begin(), hours->end(), -40.f);
    YearResult hot = madeUpYear(2e4);
    std::fill(hot.air.begin(), hot.air.end(), 95.f);
    for (const YearResult& year : {none, cold, hot})
        for (const char* show : yearShows) {
            YearSheet sheet = sheetOf(year);
            sheet.variants.back().figures.heatingDemand = std::nan("");
            const Scene scene = Stage{860, 480, show}.draw(sheet);
            for (const Shape& shape : scene.shapes())
                for (const Vec& point : shape.points)
                    ASSERT_TRUE(std::isfinite(point.x) && std::isfinite(point.y)) << show;
            EXPECT_EQ(textOf(scene).find("nan"), std::string::npos) << show;
        }
    EXPECT_TRUE(says(Stage{860, 480, "duration"}.draw(sheetOf(none)), "niet verwarmd"));
    EXPECT_TRUE(says(Stage{860, 480, "sankey"}.draw(sheetOf(none)), "geen warmte"));
}

TEST(YearStage, AVariantSaysHowMuchItDiffers) {
    const YearResult year = madeUpYear();
    YearSheet sheet = sheetOf(year);
    const double half = -0.5 * sheet.variants[0].figures.heatingDemand / 3.6e6;
    const Scene scene = Stage{860, 480, "variants"}.draw(sheet);
    EXPECT_TRUE(says(scene, "met dikke muren"));
    EXPECT_TRUE(says(scene, brief(words(), half)));
    EXPECT_TRUE(says(scene, "gelijk")) << "the cost is the same";
}

}  // namespace
}  // namespace pt
