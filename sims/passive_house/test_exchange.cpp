// Files of the house: the report, the year as tables, the design there and back.
#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <map>
#include <sstream>

#include "engine/ui/workbench.h"
#include "engine/units/csv_row.h"
#include "sims/passive_house/exchange_report.h"
#include "sims/passive_house/model.h"
#include "sims/passive_house/view_year_calendar.h"

namespace pt {
namespace {

Words in(Language language) { return Words::builtin(language); }

Workbench open() {
    Setup setup;
    setup.lab = "passive_house";
    return Workbench(std::move(Session::open(setup).value()));
}

Workbench computed() {
    Workbench bench = open();
    bench.session().finishBackground();
    return bench;
}

const PassiveHouse& modelOf(const Workbench& bench) {
    return static_cast<const PassiveHouse&>(bench.session().model());
}

// Cells of an English table, without its quoting.
std::vector<std::vector<std::string>> rowsOf(const std::string& csv) {
    std::vector<std::vector<std::string>> rows;
    std::istringstream lines(csv);
    for (std::string line; std::getline(lines, line);) {
        if (!line.empty() && line.back() == '\r') line.pop_back();
        std::istringstream cells(line);
        rows.emplace_back();
        for (std::string cell; std::getline(cells, cell, ',');) rows.back().push_back(cell);
    }
    return rows;
}

TEST(HouseExchange, EveryExportHasItsBytesInBothLanguages) {
    const Workbench bench = computed();
    for (const Language language : {Language::nl, Language::en})
        for (const Export& each : bench.exchange()->exports()) {
            const Result<std::string> bytes = bench.exported(each.key, in(language));
            ASSERT_TRUE(bytes.ok()) << each.key << " " << bytes.error().key;
            EXPECT_GT(bytes.value().size(), 400u) << each.key;
            EXPECT_EQ(bytes.value().find("‹"), std::string::npos) << each.key;
        }
    EXPECT_EQ(bench.exported("song", in(Language::nl)).error().key, "exchange.unknown");
}

TEST(HouseExchange, AYearThatIsNotThereIsNotHandedOut) {
    const Workbench bench = open();
    ASSERT_EQ(modelOf(bench).year(), nullptr);
    for (const char* key : {"report", "months", "hours"})
        EXPECT_EQ(bench.exported(key, in(Language::nl)).error().key, "house.year_not_ready") << key;
    EXPECT_TRUE(bench.exported("house", in(Language::nl)).ok());
}

TEST(HouseExchange, TheHoursAreThoseOfTheYear) {
    const Workbench bench = computed();
    const YearResult& year = *modelOf(bench).year();
    const auto rows = rowsOf(bench.exported("hours", in(Language::en)).value());
    ASSERT_EQ(rows.size(), 1u + hoursAYear);
    EXPECT_EQ(rows[1][0], "1");
    EXPECT_EQ(rows.back()[0], "31");
    EXPECT_EQ(rows.back()[1], "12");
    EXPECT_EQ(rows.back()[2], "23");
    const auto column = std::find(rows[0].begin(), rows[0].end(), "heating (W)") - rows[0].begin();
    ASSERT_LT(static_cast<size_t>(column), rows[0].size());
    double sum = 0;
    for (size_t i = 1; i < rows.size(); ++i) sum += std::stod(rows[i][static_cast<size_t>(column)]);
    EXPECT_NEAR(3600 * sum, year.heatingDemand,
                1e-3 * year.heatingDemand + 3600.0 * hoursAYear * 0.05);
}

// Each row closes: what stands in it adds up to the residual that it states.
TEST(HouseExchange, TheMonthsCloseAndAddUpToTheYear) {
    const Workbench bench = computed();
    const auto rows = rowsOf(bench.exported("months", in(Language::en)).value());
    ASSERT_EQ(rows.size(), 14u);
    const size_t parts = rows[0].size() - 3;
    std::vector<double> sums(rows[0].size(), 0);
    for (size_t row = 1; row < rows.size(); ++row) {
        double sum = 0;
        for (size_t i = 1; i <= parts; ++i) {
            sum += std::stod(rows[row][i]);
            if (row < 13) sums[i] += std::stod(rows[row][i]);
        }
        const double residual = std::stod(rows[row].back());
        const double through = std::stod(rows[row][parts + 1]);
        EXPECT_NEAR(sum, residual, 0.02) << row;
        EXPECT_LE(std::fabs(residual), 1e-3 * through + 0.02) << rows[row][0];
    }
    for (size_t i = 1; i <= parts; ++i) EXPECT_NEAR(sums[i], std::stod(rows[13][i]), 0.02) << i;
}

TEST(HouseExchange, DutchTablesHaveDecimalCommas) {
    const Workbench bench = computed();
    const std::string csv = bench.exported("months", in(Language::nl)).value();
    EXPECT_EQ(csv.rfind("\xEF\xBB\xBF", 0), 0u);
    EXPECT_NE(csv.find("maand;zon (kWh);"), std::string::npos);
    EXPECT_EQ(csv.find('.'), std::string::npos);
}

TEST(HouseExchange, AHouseComesBackAsItWent) {
    Workbench from = open();
    ASSERT_TRUE(
        from.session()
            .post({"house_set", Json::object().set("width", 12.5).set("orientation", 0.4), 0})
            .ok());
    const std::string bytes = from.exported("house", in(Language::nl)).value();
    Workbench into = open();
    const Json before = saveHouse(modelOf(into).house());
    ASSERT_TRUE(into.imported(bytes, "json").ok());
    EXPECT_EQ(saveHouse(modelOf(into).house()).write(), saveHouse(modelOf(from).house()).write());
    ASSERT_TRUE(into.session().post({"undo", Json::object(), 0}).ok());
    EXPECT_EQ(saveHouse(modelOf(into).house()).write(), before.write()) << "one undo takes it back";
}

TEST(HouseExchange, ABadFileChangesNothingAndNamesThePlace) {
    Workbench bench = open();
    const std::string before = saveHouse(modelOf(bench).house()).write();
    std::string cut = bench.exported("house", in(Language::nl)).value();
    cut.resize(cut.size() / 2);
    for (const std::string& bytes :
         {std::string(), std::string("huis"), std::string("[]"), std::string("{\"width\": 1e999}"),
          std::string("{\"width\": -3}"), std::string(100000, '['), cut}) {
        const Status done = bench.imported(bytes, "json");
        EXPECT_FALSE(done.ok()) << bytes.substr(0, 40);
        EXPECT_EQ(saveHouse(modelOf(bench).house()).write(), before);
        EXPECT_FALSE(bench.session().canUndo());
    }
}

// A made-up place at -5 °C, in the format of EnergyPlus.
std::string flatEpw() {
    std::string text =
        "LOCATION,Nergenshuizen,-,BEL,test,000000,51.0,4.0,1.0,10.0\r\n"
        "DESIGN CONDITIONS,0\r\nTYPICAL/EXTREME PERIODS,0\r\nGROUND TEMPERATURES,0\r\n"
        "HOLIDAYS/DAYLIGHT SAVINGS,No,0,0,0\r\nCOMMENTS 1,\r\nCOMMENTS 2,\r\n"
        "DATA PERIODS,1,1,Data,Sunday,1/1,12/31\r\n";
    for (int hour = 0; hour < hoursAYear; ++hour) {
        const int day = hour / 24, month = monthOfDay(day);
        text += "2001," + std::to_string(month + 1) + "," +
                std::to_string(day - monthStarts[static_cast<size_t>(month)] + 1) + "," +
                std::to_string(hour % 24 + 1) +
                ",60,-,-5.0,-8.0,80,101325,0,0,250,0,0,0,0,0,0,0,180,2.0,0,0,9999,77777,9,0,0,0.1,"
                "0,88,0,0,0\r\n";
    }
    return text;
}

TEST(HouseExchange, WeatherOfAnotherPlaceIsTakenIn) {
    Workbench bench = open();
    const Status done = bench.imported(flatEpw(), "epw");
    ASSERT_TRUE(done.ok()) << done.error().key << " " << done.error().where;
    ASSERT_NE(modelOf(bench).weather(), nullptr);
    EXPECT_EQ(modelOf(bench).weather()->site.name, "Nergenshuizen");
    bench.session().finishBackground();
    ASSERT_NE(modelOf(bench).year(), nullptr);
    EXPECT_NEAR(static_cast<double>(modelOf(bench).year()->outdoors[4000]), -5, 0.06);
    EXPECT_FALSE(bench.imported("LOCATION,x\n", "epw").ok());
    EXPECT_EQ(modelOf(bench).weather()->site.name, "Nergenshuizen");
}

// -- the report

TEST(HouseReport, IsOnePageThatHoldsAllOfIt) {
    const Workbench bench = computed();
    for (const Language language : {Language::nl, Language::en}) {
        const PaperPage page = reportPage(modelOf(bench), *modelOf(bench).year(), in(language));
        EXPECT_EQ(page.size, a4Upright);
        for (const PaperText& text : page.texts) {
            EXPECT_GE(text.at.x, 5) << text.text;
            EXPECT_LE(text.at.x, page.size.x - 5) << text.text;
            EXPECT_GE(text.at.y, 8) << text.text;
            EXPECT_LE(text.at.y, page.size.y - 8) << text.text;
            EXPECT_EQ(text.text.find("‹"), std::string::npos) << text.text;
        }
        for (const PaperLine& line : page.lines)
            for (const Vec& point : line.points) {
                ASSERT_TRUE(std::isfinite(point.x) && std::isfinite(point.y));
                EXPECT_TRUE(point.x >= 5 && point.x <= page.size.x - 5);
            }
        EXPECT_GE(page.lines.size(), 4u + modelOf(bench).house().windows.size());
    }
}

// Texts of a row do not run into each other: at equal height each begins after the one before it.
TEST(HouseReport, WordsDoNotRunIntoEachOther) {
    const Workbench bench = computed();
    const PaperPage page = reportPage(modelOf(bench), *modelOf(bench).year(), in(Language::nl));
    const auto width = [](const PaperText& text) {
        return 0.5 * text.size * static_cast<double>(text.text.size());
    };
    std::map<double, std::vector<std::pair<double, double>>> rows;
    for (const PaperText& text : page.texts) {
        const double wide = width(text);
        const double left = text.align == Align::left     ? text.at.x
                            : text.align == Align::center ? text.at.x - wide / 2
                                                          : text.at.x - wide;
        rows[text.at.y].push_back({left, left + wide});
    }
    for (auto& [y, spans] : rows) {
        std::sort(spans.begin(), spans.end());
        for (size_t i = 1; i < spans.size(); ++i)
            EXPECT_LE(spans[i - 1].second, spans[i].first + 4) << "at " << y;
    }
}

}  // namespace
}  // namespace pt
