// Reading expressions and working them out.
#include <cmath>
#include <fstream>
#include <string>

#include <gtest/gtest.h>

#include "engine/i18n/words.h"
#include "engine/scenario/expression_functions.h"
#include "tests/scenario/expression_fixtures.h"

namespace pt {
namespace {

const FakeNames& names() {
    static const FakeNames fake;
    return fake;
}

Expression read(const std::string& text) {
    auto expression = Expression::read(text, names());
    EXPECT_TRUE(expression.ok()) << text << ": " << expression.error().key;
    return expression ? expression.value() : Expression::constant(0, Unit{});
}

double numberOf(const std::string& text, const FakeValues& values = {}) {
    const Expression expression = read(text);
    EXPECT_EQ(expression.type(), Expression::Type::number) << text;
    return expression.type() == Expression::Type::number ? expression.number(values) : NAN;
}

Truth truthOf(const std::string& text, const FakeValues& values = {}) {
    const Expression expression = read(text);
    EXPECT_EQ(expression.type(), Expression::Type::truth) << text;
    return expression.type() == Expression::Type::truth ? expression.truth(values) : Truth::unknown;
}

std::string symbolOf(const std::string& text) { return read(text).unit().symbol; }

// "key @place name=value name=value"
std::string errorOf(const Error& error) {
    std::string out = error.key + " @" + error.where;
    for (const Arg& arg : error.args) out += " " + arg.name + "=" + arg.value;
    return out;
}
std::string errorOf(const std::string& text) {
    const auto expression = Expression::read(text, names());
    return expression ? "fine" : errorOf(expression.error());
}

// ---------------------------------------------------------------------------- numbers

TEST(Expression, CalculatesInTheUsualOrder) {
    EXPECT_DOUBLE_EQ(numberOf("2 + 3 * 4"), 14);
    EXPECT_DOUBLE_EQ(numberOf("(2 + 3) * 4"), 20);
    EXPECT_DOUBLE_EQ(numberOf("20 - 4 - 6"), 10);
    EXPECT_DOUBLE_EQ(numberOf("24 / 4 / 2"), 3);
    EXPECT_DOUBLE_EQ(numberOf("24 / 4 * 2"), 12);
    EXPECT_DOUBLE_EQ(numberOf("-2 - -3"), 1);
    EXPECT_DOUBLE_EQ(numberOf("-(2 + 3) * +2"), -10);
    EXPECT_DOUBLE_EQ(numberOf("2*3-4/2"), 4);
    EXPECT_DOUBLE_EQ(numberOf("2 × 3 · 4 − 1"), 23);
    EXPECT_DOUBLE_EQ(numberOf(".5 + 1.25e2"), 125.5);
}

TEST(Expression, UnitsStandAgainstTheirNumber) {
    EXPECT_DOUBLE_EQ(numberOf("40 N"), 40);
    EXPECT_DOUBLE_EQ(numberOf("40N"), 40);
    EXPECT_DOUBLE_EQ(numberOf("3 cm + 20 mm"), 0.05);
    EXPECT_DOUBLE_EQ(numberOf("0.33 W/(m2 K)"), 0.33);
    EXPECT_DOUBLE_EQ(numberOf("36 kWh/m2/a"), 36 * 3.6e6 / (365.0 * 86400));
    EXPECT_DOUBLE_EQ(numberOf("3600 1/h"), 1);
    EXPECT_DOUBLE_EQ(numberOf("3 s-1 + 1 s^-1 + 1 s⁻¹"), 5);
    EXPECT_DOUBLE_EQ(numberOf("2 N·m"), 2);
    EXPECT_DOUBLE_EQ(numberOf("50 %"), 0.5);
    EXPECT_DOUBLE_EQ(numberOf("1 eV / 1 eV"), 1);  // no exponent
    EXPECT_EQ(symbolOf("15 kWh/m2/a"), "kWh/(m²·a)");
    EXPECT_EQ(symbolOf("0.6 1/h"), "1/h");
}

TEST(Expression, AUnitEndsWhereANameBegins) {
    FakeValues values;
    values.numbers = {{"mass", 0.1}, {"max_load", 40}, {"height", 0.08}};
    EXPECT_DOUBLE_EQ(numberOf("40 N/mass", values), 400);
    EXPECT_DOUBLE_EQ(numberOf("40 N/kg", values), 40);
    EXPECT_DOUBLE_EQ(numberOf("40 N/(mass + 100 g)", values), 200);
    EXPECT_DOUBLE_EQ(numberOf("40 N/2", values), 20);
    EXPECT_DOUBLE_EQ(numberOf("2*height", values), 0.16);
    EXPECT_DOUBLE_EQ(numberOf("5 cm-height", values), 0.05 - 0.08);
    EXPECT_EQ(errorOf("5 mass"), "expression.missing_operator @2 text=mass");
    EXPECT_EQ(errorOf("2 abs(3)"), "expression.missing_operator @2 text=abs");
}

TEST(Expression, ResultsAreShownInTheAuthorsUnits) {
    EXPECT_EQ(symbolOf("max_load / mass"), "N/g");
    EXPECT_EQ(symbolOf("height * height"), "cm·cm");
    EXPECT_EQ(symbolOf("height * 50 %"), "cm");
    EXPECT_EQ(symbolOf("2 * height"), "cm");
    EXPECT_EQ(symbolOf("height / 3 mm"), "");
    EXPECT_EQ(symbolOf("1 / mass"), "1/g");
    EXPECT_EQ(symbolOf("mass / 2 + 1 kg"), "g");
    EXPECT_EQ(symbolOf("sqrt(area)"), "m");
    EXPECT_EQ(symbolOf("T_inside"), "°C");
    EXPECT_EQ(symbolOf("T_inside - T_outside"), "K");
    EXPECT_EQ(symbolOf("T_inside + 3 K"), "°C");
    EXPECT_EQ(symbolOf("mean(T_inside, T_outside)"), "°C");
    EXPECT_EQ(symbolOf("slope(metingen, height, max_load)"), "N/cm");
}

TEST(Expression, TemperaturesAndTheirDifferences) {
    FakeValues values;
    values.numbers = {{"T_inside", 293.15}, {"T_outside", 263.15}, {"cooled", 3.5}};
    EXPECT_EQ(truthOf("T_inside >= 19 °C", values), Truth::yes);
    EXPECT_EQ(truthOf("T_outside < -9.5 °C", values), Truth::yes);
    EXPECT_EQ(truthOf("T_outside < -10.5 °C", values), Truth::no);
    EXPECT_EQ(truthOf("T_inside - T_outside > 29 K", values), Truth::yes);
    EXPECT_EQ(truthOf("T_inside - 18 °C > 1 K", values), Truth::yes);
    EXPECT_EQ(truthOf("cooled < 4 K", values), Truth::yes);
    EXPECT_EQ(truthOf("T_inside > 290 K", values), Truth::yes);
    EXPECT_EQ(truthOf("about(T_inside, 20 °C, 0.5 K)", values), Truth::yes);
    EXPECT_EQ(errorOf("cooled < 4 °C"), "units.difference @9 suggestion=4 K");
    EXPECT_EQ(errorOf("T_inside + 2 °C > 3 °C"), "units.difference @11 suggestion=2 K");
    EXPECT_EQ(errorOf("T_inside - T_outside < -30 °C"), "units.difference @23 suggestion=-30 K");
    EXPECT_EQ(errorOf("about(T_inside, 20 °C, 1 °C)"), "units.difference @24 suggestion=1 K");
    EXPECT_EQ(errorOf("2 * 20 °C"), "units.celsius @4 unit=20 °C");
}

TEST(Expression, Functions) {
    FakeValues values;
    values.numbers = {{"height", 0.08}, {"area", 4e-6}};
    EXPECT_DOUBLE_EQ(numberOf("abs(3 - 5)"), 2);
    EXPECT_DOUBLE_EQ(numberOf("min(3, -1, 2)"), -1);
    EXPECT_DOUBLE_EQ(numberOf("max(3 cm, height, 2 mm)", values), 0.08);
    EXPECT_DOUBLE_EQ(numberOf("mean(2, 4, 9)"), 5);
    EXPECT_DOUBLE_EQ(numberOf("mean(7)"), 7);
    EXPECT_DOUBLE_EQ(numberOf("sqrt(area)", values), 0.002);
    EXPECT_DOUBLE_EQ(numberOf("sqrt(16)"), 4);
    EXPECT_TRUE(std::isnan(numberOf("sqrt(-1)")));
    EXPECT_TRUE(std::isnan(numberOf("min(3 g, mass)", values)));  // not known yet
}

TEST(Expression, AboutTakesAMarginOrAShare) {
    FakeValues values;
    values.numbers = {{"max_load", 42}, {"share", 0.5}, {"strands", 3}};
    EXPECT_EQ(truthOf("about(max_load, 40 N, 5 %)", values), Truth::yes);
    EXPECT_EQ(truthOf("about(max_load, 40 N, 4.9 %)", values), Truth::no);
    EXPECT_EQ(truthOf("about(max_load, 40 N, 2 N)", values), Truth::yes);
    EXPECT_EQ(truthOf("about(max_load, 40 N, 1.9 N)", values), Truth::no);
    EXPECT_EQ(truthOf("about(strands, 3.1, 5 %)", values), Truth::yes);
    EXPECT_EQ(truthOf("about(strands, 3.1, 0.05)", values), Truth::no);
    // Percent points of what is a percentage itself.
    EXPECT_EQ(truthOf("about(share, 53 %, 5 %)", values), Truth::yes);
    EXPECT_EQ(truthOf("about(share, 53 %, 2 %)", values), Truth::no);
    EXPECT_EQ(truthOf("about(mass, 40 g, 5 %)", values), Truth::unknown);
    EXPECT_EQ(errorOf("about(max_load, 40 N, 2 g)"),
              "expression.dimension @6 left=@quantity.force left_text=max_load "
              "right=@quantity.mass right_text=2 g");
}

TEST(Expression, OverTheRuns) {
    FakeValues values;
    values.columns = {{"max_load", {20, NAN, 45, 45, 30}},
                      {"height", {0.05, 0.1, 0.12, 0.15, 0.2}}};
    EXPECT_DOUBLE_EQ(numberOf("arg_max(max_load, height)", values), 0.12);  // the first of equals
    EXPECT_DOUBLE_EQ(numberOf("arg_min(max_load, height)", values), 0.05);
    EXPECT_EQ(symbolOf("arg_max(max_load, height)"), "cm");
    EXPECT_TRUE(std::isnan(numberOf("arg_max(sag, height)", values)));
    // A prediction says what it is about.
    FakeNames predicting;
    predicting.of = "height";
    const auto expression = Expression::read("arg_max(max_load)", predicting);
    ASSERT_TRUE(expression.ok());
    EXPECT_DOUBLE_EQ(expression.value().number(values), 0.12);
    EXPECT_EQ(errorOf("arg_max(max_load)"),
              "expression.needs_of @0 function=arg_max name=max_load");
}

TEST(Expression, OverATable) {
    FakeValues values;
    values.columns = {{"max_load", {NAN, 20, 30, 25, NAN}},
                      {"mass", {0.1, 0.09, 0.12, NAN, 0.11}},
                      {"height", {0.05, 0.1, 0.15, 0.2, 0.25}}};
    EXPECT_DOUBLE_EQ(numberOf("first(metingen, max_load)", values), 20);
    EXPECT_DOUBLE_EQ(numberOf("last(metingen, max_load)", values), 25);
    EXPECT_DOUBLE_EQ(numberOf("best(metingen, max_load)", values), 30);
    EXPECT_DOUBLE_EQ(numberOf("best(metingen, mass)", values), 0.09);  // what is light is good
    EXPECT_DOUBLE_EQ(numberOf("min(metingen, max_load)", values), 20);
    EXPECT_DOUBLE_EQ(numberOf("max(metingen, max_load)", values), 30);
    EXPECT_DOUBLE_EQ(numberOf("mean(metingen, max_load)", values), 25);
    EXPECT_NEAR(numberOf("slope(metingen, height, max_load)", values), 50, 1e-9);
    EXPECT_TRUE(std::isnan(numberOf("slope(metingen, mass, max_load)", FakeValues{})));
    EXPECT_TRUE(std::isnan(numberOf("mean(metingen, max_load)")));
    values.columns["height"] = {1, 1, 1, 1, 1};  // straight up
    EXPECT_TRUE(std::isnan(numberOf("slope(metingen, height, max_load)", values)));
    EXPECT_EQ(errorOf("first(metingen, type)"),
              "expression.unknown_column @16 text=type table=metingen");
    EXPECT_EQ(errorOf("first(tabel, mass)"),
              "expression.unknown_table @6 text=tabel known=metingen");
    EXPECT_EQ(errorOf("first(metingen)"),
              "expression.arguments @0 function=first example=first(tabel, mass)");
}

TEST(Expression, CountsEvents) {
    FakeValues values;
    values.counts = {{"run_end", 3}};
    EXPECT_EQ(truthOf("count(run_end) = 3", values), Truth::yes);
    EXPECT_EQ(truthOf("count(run_end) > 3", values), Truth::no);
    EXPECT_EQ(errorOf("count(run_ends)"),
              "expression.unknown_event_near @6 text=run_ends suggestion=run_end");
}

TEST(Expression, WhatIsTooBigOrNoNumberIsUnknown) {
    FakeValues values;
    values.numbers = {{"max_load", HUGE_VAL}, {"sag", -HUGE_VAL}, {"height", 1e308}};
    EXPECT_TRUE(std::isnan(numberOf("1e308 * 10")));
    EXPECT_TRUE(std::isnan(numberOf("1e308 + 1e308 - 1e308")));
    EXPECT_TRUE(std::isnan(numberOf("1 / 0")));
    EXPECT_TRUE(std::isnan(numberOf("0 / 0")));
    EXPECT_TRUE(std::isnan(numberOf("max_load", values)));
    EXPECT_EQ(truthOf("1e308 < 1e308 * 2"), Truth::unknown);
    EXPECT_EQ(truthOf("1e308 > 1e307"), Truth::yes);
    EXPECT_EQ(truthOf("sag < 5 mm", values), Truth::unknown);
    EXPECT_EQ(truthOf("height + height > 3 cm", values), Truth::unknown);
    EXPECT_EQ(errorOf("mass < 1e308 kt"), "expression.too_big @7 text=1e308 kt");
    EXPECT_EQ(errorOf("mass < 1e309 g"), "units.number @7 text=1e309");
}

// ---------------------------------------------------------------------------- truth

TEST(Expression, ComparesWithRoomForRounding) {
    FakeValues values;
    values.numbers = {{"height", 0.1 + 0.2}, {"strands", 3}};
    ASSERT_NE(values.numbers["height"], 0.3);
    EXPECT_EQ(truthOf("height = 30 cm", values), Truth::yes);
    EXPECT_EQ(truthOf("height != 30 cm", values), Truth::no);
    EXPECT_EQ(truthOf("height <= 30 cm", values), Truth::yes);
    EXPECT_EQ(truthOf("height > 30 cm", values), Truth::no);
    EXPECT_EQ(truthOf("height < 30 cm", values), Truth::no);
    EXPECT_EQ(truthOf("height ≥ 29.99 cm", values), Truth::yes);
    EXPECT_EQ(truthOf("strands ≠ 3", values), Truth::no);
    EXPECT_EQ(truthOf("0 = 0"), Truth::yes);
    EXPECT_EQ(truthOf("0 < 1e-300"), Truth::yes);
}

TEST(Expression, NotBindsTighterThanAndThanOr) {
    FakeValues values;
    values.truths = {{"sterk", Truth::yes}, {"done", Truth::no}};
    EXPECT_EQ(truthOf("sterk or done and done", values), Truth::yes);
    EXPECT_EQ(truthOf("(sterk or done) and done", values), Truth::no);
    EXPECT_EQ(truthOf("not done and sterk", values), Truth::yes);
    EXPECT_EQ(truthOf("not (done and sterk)", values), Truth::yes);
    EXPECT_EQ(truthOf("not not sterk", values), Truth::yes);
    EXPECT_EQ(truthOf("not 1 > 2 and 2 > 1", values), Truth::yes);
}

TEST(Expression, UnknownOnlyCountsWhereItMatters) {
    constexpr Truth all[] = {Truth::no, Truth::yes, Truth::unknown};
    for (Truth a : all) {
        for (Truth b : all) {
            FakeValues values;
            values.truths = {{"sterk", a}, {"done", b}};
            const bool unknown = a == Truth::unknown || b == Truth::unknown;
            const bool no = a == Truth::no || b == Truth::no;
            const bool yes = a == Truth::yes || b == Truth::yes;
            const Truth both = no ? Truth::no : unknown ? Truth::unknown : Truth::yes;
            const Truth either = yes ? Truth::yes : unknown ? Truth::unknown : Truth::no;
            EXPECT_EQ(truthOf("sterk and done", values), both);
            EXPECT_EQ(truthOf("sterk or done", values), either);
        }
    }
    EXPECT_EQ(truthOf("not sterk"), Truth::unknown);
    EXPECT_EQ(truthOf("mass < 3 g"), Truth::unknown);
    EXPECT_EQ(truthOf("mass < 3 g or 1 < 2"), Truth::yes);
    EXPECT_EQ(truthOf("mass < 3 g and 2 < 1"), Truth::no);
}

TEST(Expression, ChoicesAreComparedWithWords) {
    FakeValues values;
    values.options = {{"type", "pratt"}};
    EXPECT_EQ(truthOf("type = \"pratt\"", values), Truth::yes);
    EXPECT_EQ(truthOf("'howe' != type", values), Truth::yes);
    EXPECT_EQ(truthOf("type = \"howe\"", values), Truth::no);
    EXPECT_EQ(truthOf("type = verdict", values), Truth::unknown);
    EXPECT_EQ(truthOf("verdict = \"anything\""), Truth::unknown);
    EXPECT_EQ(read("type").option(values), "pratt");
    EXPECT_EQ(errorOf("type = \"prat\""),
              "expression.unknown_option_near @7 text=prat suggestion=pratt");
    EXPECT_EQ(errorOf("\"boog\" = type"),
              "expression.unknown_option @0 text=boog known=warren, pratt, howe");
    EXPECT_EQ(errorOf("type = pratt"), "expression.needs_quotes @7 text=pratt");
    EXPECT_EQ(errorOf("type < \"pratt\""), "expression.option_order @5 text=type");
    EXPECT_EQ(errorOf("type = 3"), "expression.mixed @5 left=type right=3");
    EXPECT_EQ(errorOf("type + 3"), "expression.not_number @0 text=type");
}

// ---------------------------------------------------------------------------- errors

TEST(Expression, DimensionsMustAgree) {
    EXPECT_EQ(errorOf("sterk and mass >= 40 N"),
              "expression.dimension @10 left=@quantity.mass left_text=mass "
              "right=@quantity.force right_text=40 N");
    EXPECT_EQ(errorOf("height - 3 N > 2 cm"),
              "expression.dimension_sum @0 left=@quantity.length left_text=height "
              "right=@quantity.force right_text=3 N");
    EXPECT_EQ(errorOf("max(3 cm, 2)"),
              "expression.dimension @4 left=@quantity.length left_text=3 cm "
              "right=@quantity.number right_text=2");
    EXPECT_EQ(errorOf("max_load / mass > 3"),
              "expression.dimension @0 left=@quantity.acceleration left_text=max_load / mass "
              "right=@quantity.number right_text=3");
    EXPECT_EQ(errorOf("sqrt(height)"), "expression.root @5 text=height quantity=@quantity.length");
    EXPECT_EQ(errorOf("held(sterk, 3 m)"),
              "expression.wants_time @12 text=3 m quantity=@quantity.length");
    EXPECT_EQ(truthOf("max_load / (mass * 9.81 m/s2) > 3"), Truth::unknown);
}

TEST(Expression, MeasuredNumbersAreNeverEqual) {
    EXPECT_EQ(errorOf("max_load = 40 N"),
              "expression.equal_measured @9 name=max_load suggestion=about(max_load, 40 N, 5 %)");
    EXPECT_EQ(errorOf("3 cm != 2 * sag"),
              "expression.equal_measured @5 name=2 * sag suggestion=about(3 cm, 2 * sag, 5 %)");
    EXPECT_EQ(errorOf("last(metingen, mass) = 3 g"),
              "expression.equal_measured @21 name=last(metingen, mass) "
              "suggestion=about(last(metingen, mass), 3 g, 5 %)");
    EXPECT_EQ(errorOf("first(metingen, height) = 3 cm"), "fine");
}

TEST(Expression, WhatIsNoTruthOrNumberIsNamed) {
    EXPECT_EQ(errorOf("mass and sterk"), "expression.not_truth @0 text=mass");
    EXPECT_EQ(errorOf("sterk or (3 + 4)"), "expression.not_truth @9 text=(3 + 4)");
    EXPECT_EQ(errorOf("not mass"), "expression.not_truth @4 text=mass");
    EXPECT_EQ(errorOf("ever(mass)"), "expression.not_truth @5 text=mass");
    EXPECT_EQ(errorOf("3 + sterk"), "expression.not_number @4 text=sterk");
    EXPECT_EQ(errorOf("-sterk"), "expression.not_number @1 text=sterk");
    EXPECT_EQ(errorOf("abs(1 < 2)"), "expression.missing_operator @6 text=<");
    EXPECT_EQ(errorOf("sterk = done"), "expression.truth_compared @6 text=sterk");
    EXPECT_EQ(errorOf("run_end"), "expression.bare_event @0 name=run_end");
    EXPECT_EQ(errorOf("metingen"), "expression.bare_table @0 name=metingen");
    EXPECT_EQ(errorOf("abs"), "expression.arguments @0 function=abs example=abs(x - 3)");
    EXPECT_EQ(errorOf("held(sterk)"),
              "expression.arguments @0 function=held example=held(x < 5 mm, 10 s)");
    EXPECT_EQ(errorOf("abs()"), "expression.arguments @0 function=abs example=abs(x - 3)");
    EXPECT_EQ(errorOf("abs(3, 4)"), "expression.arguments @0 function=abs example=abs(x - 3)");
    EXPECT_EQ(errorOf("arg_max(3)"),
              "expression.arguments @0 function=arg_max example=arg_max(max_load, height)");
}

TEST(Expression, UnknownNamesHaveASuggestion) {
    EXPECT_EQ(errorOf("hight > 3 cm"),
              "expression.unknown_name_near @0 text=hight suggestion=height");
    EXPECT_EQ(errorOf("3 cm < lengte"),
              "expression.unknown_name @7 text=lengte known=T_inside, T_outside, area, cooled, …");
    EXPECT_EQ(errorOf("abz(3)"), "expression.unknown_function_near @0 text=abz suggestion=abs");
    EXPECT_EQ(errorOf("integral(3)"),
              "expression.unknown_function @0 text=integral known=abs, min, max, mean, …");
    EXPECT_EQ(errorOf("arg_max(max_load, hight)"),
              "expression.unknown_number_near @18 text=hight suggestion=height");
}

TEST(Expression, UnitsAndNumbersThatAreWrong) {
    EXPECT_EQ(errorOf("mass < 3 kgg"), "units.unknown @9 unit=kgg");
    EXPECT_EQ(errorOf("mass < 3 KG"), "units.unknown_near @9 unit=KG suggestion=kg");
    EXPECT_EQ(errorOf("3 W/m2*K"), "units.ambiguous @2 unit=W/m2*K suggestion=W/(m2 K)");
    EXPECT_EQ(errorOf("3 N/(m"), "units.syntax @2 unit=N/(m");
    EXPECT_EQ(errorOf("mass < 1,5 kg"), "units.comma @7 suggestion=1.5");
    EXPECT_EQ(errorOf("1.2.3"), "units.number @0 text=1.2.3");
    EXPECT_EQ(errorOf("3 N/jaren"), "units.unknown_near @2 unit=N/jaren suggestion=N/a");
}

TEST(Expression, SignsAndBracketsThatAreWrong) {
    EXPECT_EQ(errorOf(""), "expression.empty @0");
    EXPECT_EQ(errorOf("   "), "expression.empty @0");
    EXPECT_EQ(errorOf("3 +"), "expression.unfinished @3");
    EXPECT_EQ(errorOf("not"), "expression.unfinished @3");
    EXPECT_EQ(errorOf("3 + * 4"), "expression.expected @4 text=*");
    EXPECT_EQ(errorOf("and sterk"), "expression.expected @0 text=and");
    EXPECT_EQ(errorOf("3 4"), "expression.missing_operator @2 text=4");
    EXPECT_EQ(errorOf("(3 + 4"), "expression.bracket_open @0");
    EXPECT_EQ(errorOf("abs(3"), "expression.bracket_open @3");
    EXPECT_EQ(errorOf("3 + 4)"), "expression.bracket_extra @5");
    EXPECT_EQ(errorOf("3, 4"), "expression.comma @1");
    EXPECT_EQ(errorOf("(3, 4)"), "expression.comma @2");
    EXPECT_EQ(errorOf("type = \"pratt"), "expression.quote @7");
    EXPECT_EQ(errorOf("3 & 4"), "expression.character @2 text=&");
    EXPECT_EQ(errorOf("3 + ✓"), "expression.character @4 text=✓");
    EXPECT_EQ(errorOf(std::string("3 \0 4", 5)),
              std::string("expression.character @2 text=\0", 30));
    EXPECT_EQ(errorOf("height == 3 cm"), "expression.word_sign @7 text=== suggestion==");
    EXPECT_EQ(errorOf("sterk && done"), "expression.word_sign @6 text=&& suggestion=and");
    EXPECT_EQ(errorOf("!sterk"), "expression.word_sign @0 text=! suggestion=not");
    EXPECT_EQ(errorOf("3 => 2"), "expression.word_sign @2 text==> suggestion=>=");
    EXPECT_EQ(errorOf("max_load +- 3 N"), "expression.margin @9");
    EXPECT_EQ(errorOf("3 cm < height < 5 cm"),
              "expression.chained @14 suggestion=3 cm < height and height < …");
}

// ---------------------------------------------------------------------------- limits

std::string repeated(const std::string& text, int times) {
    std::string out;
    for (int i = 0; i < times; ++i) out += text;
    return out;
}

TEST(Expression, Limits) {
    EXPECT_EQ(errorOf("1" + repeated(" ", 1023)), "fine");
    EXPECT_EQ(errorOf("1" + repeated(" ", 1024)), "expression.too_long @1024 max=1024");
    EXPECT_EQ(errorOf("1" + repeated("+1", 99)), "fine");  // 199 parts
    EXPECT_EQ(errorOf("1" + repeated("+1", 100)), "expression.too_many @0 max=200");
    EXPECT_EQ(errorOf(repeated("(", 20) + "1" + repeated(")", 20)), "fine");
    EXPECT_EQ(errorOf(repeated("(", 21) + "1" + repeated(")", 21)),
              "expression.too_deep @20 max=20");
    EXPECT_EQ(errorOf(repeated("not ", 20) + "sterk"), "fine");
    EXPECT_EQ(errorOf(repeated("not ", 21) + "sterk"), "expression.too_deep @80 max=20");
    EXPECT_EQ(errorOf(repeated("abs(", 20) + "1" + repeated(")", 20)), "fine");
    EXPECT_EQ(errorOf(repeated("abs(", 21) + "1" + repeated(")", 21)),
              "expression.too_deep @83 max=20");
    EXPECT_EQ(errorOf(repeated("-", 21) + "height"), "expression.too_deep @20 max=20");
    EXPECT_EQ(errorOf(repeated("(", 1000)), "expression.too_deep @20 max=20");
    // A power that no unit can have.
    EXPECT_EQ(errorOf("height" + repeated("*height", 39)), "fine");
    EXPECT_EQ(errorOf("height" + repeated("*height", 40)), "expression.power @0");
}

// ---------------------------------------------------------------------------- as wanted

TEST(Expression, MustBeOfTheTypeThatIsWanted) {
    EXPECT_TRUE(Expression::readTruth("sterk", names()).ok());
    EXPECT_EQ(errorOf(Expression::readTruth("mass", names()).error()),
              "expression.wants_truth @0 text=mass");
    EXPECT_EQ(errorOf(Expression::readNumber("mass < 3 g", names()).error()),
              "expression.wants_number @0 text=mass < 3 g");
    EXPECT_EQ(errorOf(Expression::readNumber("type", names()).error()),
              "expression.wants_number @0 text=type");
    EXPECT_TRUE(Expression::readNumber("2 * mass", names(), unit("kg")).ok());
    EXPECT_EQ(errorOf(Expression::readNumber("2 * mass", names(), unit("N")).error()),
              "expression.wants_dimension @0 text=2 * mass quantity=@quantity.mass "
              "expected=@quantity.force");
    EXPECT_TRUE(Expression::readNumber("20 °C", names(), unit("°C")).ok());
    EXPECT_EQ(errorOf(Expression::readNumber("20 °C", names(), unit("K")).error()),
              "units.difference @0 suggestion=20 K");
}

TEST(Expression, KnowsWhatIsInIt) {
    const Expression expression =
        read("held(mass < 3 g, 3 s) and mean(metingen, height) > height or count(run_end) > 2 "
             "or arg_max(max_load, strands) > 3 or type = \"howe\"");
    EXPECT_EQ(expression.names(), (std::vector<std::string>{"mass", "metingen", "height", "run_end",
                                                            "max_load", "strands", "type"}));
    EXPECT_TRUE(expression.temporal());
    EXPECT_FALSE(read("at_end(mass < 3 g)").temporal());
    EXPECT_EQ(read(" mass <  3 g ").text(), " mass <  3 g ");
    const Expression none;
    EXPECT_TRUE(none.empty());
    EXPECT_EQ(none.text(), "");
    EXPECT_TRUE(none.names().empty());
    EXPECT_FALSE(none.temporal());
}

TEST(Expression, ConstantsAreWrittenAsAFileWouldHaveThem) {
    const Expression constant = Expression::constant(0.12, unit("cm"));
    EXPECT_EQ(constant.text(), "12 cm");
    EXPECT_EQ(constant.unit().symbol, "cm");
    EXPECT_EQ(constant.number(FakeValues{}), 0.12);
    EXPECT_EQ(numberOf(constant.text()), 0.12);
}

// Every error has its sentence, and nothing in it is left open.
TEST(Expression, ErrorsAreSentencesInBothLanguages) {
    for (Language language : {Language::nl, Language::en}) {
        const Words words = Words::builtin(language);
        for (const char* text : {"",
                                 "3 +",
                                 "3 4",
                                 "(3",
                                 "3)",
                                 "3, 4",
                                 "'a",
                                 "&",
                                 "==",
                                 "+-",
                                 "1e308 kt",
                                 "hight",
                                 "xyzzy",
                                 "abz(3)",
                                 "q(3)",
                                 "type = 'x'",
                                 "type = 'prat'",
                                 "count(x)",
                                 "count(run_ends)",
                                 "first(t, x)",
                                 "first(metinge, x)",
                                 "arg_max(x, y)",
                                 "arg_max(mas, y)",
                                 "first(metingen, x)",
                                 "abs",
                                 "arg_max(mass)",
                                 "type = howe",
                                 "run_end",
                                 "metingen",
                                 "mass < 3 N",
                                 "mass + 3 N",
                                 "mass = 3 g",
                                 "1 < 2 < 3",
                                 "type = 3",
                                 "type < 'howe'",
                                 "sterk = done",
                                 "not mass",
                                 "-sterk",
                                 "sqrt(mass)",
                                 "held(sterk, 3 g)"}) {
            const auto expression = Expression::read(text, names());
            ASSERT_FALSE(expression.ok()) << text;
            Error error = expression.error();
            EXPECT_TRUE(words.has(error.key)) << error.key;
            error.where.clear();
            const std::string sentence = words.sentence(error);
            EXPECT_EQ(sentence.find('{'), std::string::npos) << sentence;
        }
    }
}

// The page for teachers.
TEST(Expression, EveryExampleOfItsPageIsTrueOrFalse) {
    std::ifstream page(PROEFTUIN_ROOT "/docs/expressions.md");
    bool inside = false;
    int examples = 0;
    for (std::string line; std::getline(page, line);) {
        if (line.rfind("```", 0) == 0) {
            inside = line == "```expression";
        } else if (inside) {
            ++examples;
            const auto read = Expression::readTruth(line, names());
            EXPECT_TRUE(read.ok()) << line << ": " << errorOf(read.error());
        }
    }
    EXPECT_GE(examples, 10);
}

// It has a row for each function.
TEST(Expression, ItsPageNamesEveryFunction) {
    std::ifstream file(PROEFTUIN_ROOT "/docs/expressions.md");
    const std::string page{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    for (const std::string& name : scenario::functionNames())
        EXPECT_NE(page.find("`" + name + "("), page.npos) << name;
}

}  // namespace
}  // namespace pt
