#include <cmath>

#include <gtest/gtest.h>

#include "engine/core/rng.h"
#include "engine/units/unit.h"

namespace pt {
namespace {

std::string argument(const Error& error, std::string_view name) {
    for (const Arg& arg : error.args) {
        if (arg.name == name) return arg.value;
    }
    return "";
}

struct File {
    const char* text;
    double si;
    const char* symbol;
};
void PrintTo(const File& value, std::ostream* out) { *out << value.text; }
class FileQuantity : public testing::TestWithParam<File> {};

TEST_P(FileQuantity, IsRead) {
    const auto result = parseQuantity(GetParam().text);
    ASSERT_TRUE(result.ok()) << GetParam().text << ": " << result.error().key;
    EXPECT_EQ(result.value().si, GetParam().si) << GetParam().text;
    EXPECT_EQ(result.value().unit.symbol, GetParam().symbol);
    EXPECT_FALSE(result.value().tolerance.has_value());
}

INSTANTIATE_TEST_SUITE_P(
    Table, FileQuantity,
    testing::Values(
        File{"3", 3, ""}, File{"-2.5", -2.5, ""}, File{"+4", 4, ""}, File{"1e3", 1000, ""},
        File{"1E-3 m", 1e-3, "m"}, File{"1 eV", 1.602176634e-19, "eV"},
        File{"1eV", 1.602176634e-19, "eV"}, File{"12 cm", 0.12, "cm"}, File{"12cm", 0.12, "cm"},
        File{"1.8 mm", 0.0018, "mm"}, File{"3.8 GPa", 3.8e9, "GPa"}, File{"20 °C", 293.15, "°C"},
        File{"\u2212"
             "10 °C",
             263.15, "°C"},
        File{"0 %", 0, "%"}, File{"2.0 1/h", 2.0 / 3600, "1/h"},
        File{"0.035 W/(m K)", 0.035, "W/(m·K)"}, File{"15 kWh/m2/a", 15 / 8.76, "kWh/(m²·a)"},
        File{"  8 cm  ", 0.08, "cm"}, File{"5e-400", 0, ""}, File{".5 m", 0.5, "m"}));

struct Refused {
    const char* text;
    const char* key;
};
void PrintTo(const Refused& value, std::ostream* out) { *out << value.text; }
class RefusedQuantity : public testing::TestWithParam<Refused> {};

TEST_P(RefusedQuantity, SaysWhy) {
    const auto result = parseQuantity(GetParam().text);
    ASSERT_FALSE(result.ok()) << GetParam().text << " gave " << result.value().si;
    EXPECT_EQ(result.error().key, GetParam().key) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    Table, RefusedQuantity,
    testing::Values(Refused{"", "units.number"}, Refused{"cm", "units.number"},
                    Refused{"inf", "units.number"}, Refused{"nan", "units.number"},
                    Refused{"-inf m", "units.number"}, Refused{"1e400", "units.number"},
                    Refused{"1e308 km", "units.number"}, Refused{"--3", "units.number"},
                    Refused{"1.2.3", "units.number"}, Refused{"0x10", "units.syntax"},
                    Refused{"1,8 mm", "units.comma"}, Refused{"1 000 m", "units.syntax"},
                    Refused{"5 m/", "units.syntax"}, Refused{"1/h", "units.syntax"},
                    Refused{"5 W/m2*K", "units.ambiguous"}, Refused{"5 N +-", "units.number"},
                    Refused{"5 N +- 2 kg", "units.dimension"}, Refused{"5 N ± -1", "units.number"},
                    Refused{"5 N +- 1 +- 1", "units.syntax"}));

TEST(ParseQuantity, CommaRemedyKeepsTheUnit) {
    EXPECT_EQ(argument(parseQuantity("1,8 mm").error(), "suggestion"), "1.8 mm");
}

TEST(ParseQuantity, Tolerances) {
    EXPECT_DOUBLE_EQ(*parseQuantity("0.48 N +- 5 %").value().tolerance, 0.024);
    EXPECT_DOUBLE_EQ(*parseQuantity("0.48 N ± 0.02 N").value().tolerance, 0.02);
    EXPECT_DOUBLE_EQ(*parseQuantity("12 cm +/- 5 mm").value().tolerance, 0.005);
    EXPECT_DOUBLE_EQ(*parseQuantity("12 cm +- 1").value().tolerance, 0.01);
    EXPECT_DOUBLE_EQ(*parseQuantity("-4 N +- 10 %").value().tolerance, 0.4);
    EXPECT_DOUBLE_EQ(*parseQuantity("20 °C +- 1 K").value().tolerance, 1);
    EXPECT_DOUBLE_EQ(*parseQuantity("20 °C +- 5 %").value().tolerance, 1);
    EXPECT_DOUBLE_EQ(*parseQuantity("80 % +- 5 %").value().tolerance, 0.05);
    EXPECT_DOUBLE_EQ(*parseQuantity("0.33 W/(m2 K) +- 2 %").value().tolerance, 0.0066);
}

TEST(ParseInput, TakesCommaPointGroupsAndPowers) {
    const Unit cm = unit("cm");
    EXPECT_EQ(parseInput("12", cm).value(), 0.12);
    EXPECT_EQ(parseInput("1,8", unit("mm")).value(), 0.0018);
    EXPECT_EQ(parseInput("1.8", unit("mm")).value(), 0.0018);
    EXPECT_EQ(parseInput("12 mm", cm).value(), 0.012);
    EXPECT_EQ(parseInput(" 0,12 m ", cm).value(), 0.12);
    EXPECT_EQ(parseInput("1e3", unit("N")).value(), 1000);
    EXPECT_EQ(parseInput("\u2212"
                         "3",
                         unit("N"))
                  .value(),
              -3);
    EXPECT_EQ(parseInput("12 500", unit("N")).value(), 12500);
    EXPECT_EQ(parseInput("12\u202F500 N", unit("N")).value(), 12500);
    EXPECT_EQ(parseInput("1,2·10⁻⁷", unit("m")).value(), 1.2e-7);
    EXPECT_EQ(parseInput("2*10^3 N", unit("N")).value(), 2000);
    EXPECT_EQ(parseInput("50", unit("%")).value(), 0.5);
    EXPECT_EQ(parseInput("50 %", Unit{}).value(), 0.5);
    EXPECT_EQ(parseInput("20", unit("°C")).value(), 293.15);
    EXPECT_EQ(parseInput("293.15 K", unit("°C")).value(), 293.15);
    EXPECT_EQ(parseInput(",5", Unit{}).value(), 0.5);
    EXPECT_EQ(parseInput("5,", Unit{}).value(), 5);
}

TEST(ParseInput, Refuses) {
    for (const char* text : {"", " ", "inf", "nan", "1e400", "1.250,5", "1,2,3", "abc", "+", "-",
                             "1 00", "5 N ± 1 N", "=3", "1;5"})
        EXPECT_FALSE(parseInput(text, unit("N")).ok()) << text;
    EXPECT_EQ(parseInput("50 kg", unit("cm")).error().key, "units.dimension");
    EXPECT_EQ(parseInput("5 °C", unit("K")).error().key, "units.difference");
    EXPECT_FALSE(parseInput(std::string(1 << 20, '9'), unit("N")).ok());
}

TEST(ParseAs, NamesBothQuantitiesAndGivesAnExample) {
    const Error error = parseAs("50 kg", unit("cm")).error();
    EXPECT_EQ(error.key, "units.dimension");
    EXPECT_EQ(argument(error, "text"), "50 kg");
    EXPECT_EQ(argument(error, "quantity"), "@quantity.mass");
    EXPECT_EQ(argument(error, "expected"), "@quantity.length");
    EXPECT_EQ(argument(error, "example"), "50 cm");
    EXPECT_EQ(argument(parseAs("50", unit("cm")).error(), "quantity"), "@quantity.number");
    EXPECT_EQ(parseAs("50 cm", unit("mm")).value(), 0.5);
    EXPECT_EQ(parseAs("1,8 mm", unit("mm")).error().key, "units.comma");
}

struct Shown {
    double value;
    int significant;
    const char* nl;
    const char* en;
};
void PrintTo(const Shown& value, std::ostream* out) { *out << value.nl; }
class Format : public testing::TestWithParam<Shown> {};

TEST_P(Format, InBothLanguages) {
    const Shown& shown = GetParam();
    EXPECT_EQ(formatNumber(shown.value, {true, shown.significant}), shown.nl);
    EXPECT_EQ(formatNumber(shown.value, {false, shown.significant}), shown.en);
}

INSTANTIATE_TEST_SUITE_P(
    Table, Format,
    testing::Values(Shown{0, 3, "0", "0"}, Shown{-0.0, 3, "0", "0"}, Shown{8, 3, "8,00", "8.00"},
                    Shown{38.46, 3, "38,5", "38.5"}, Shown{-3, 3, "−3,00", "−3.00"},
                    Shown{0.045, 3, "0,0450", "0.0450"}, Shown{9.999, 3, "10,0", "10.0"},
                    Shown{1254, 3, "1250", "1250"}, Shown{12543, 3, "12\u202F500", "12\u202F500"},
                    Shown{12345678, 9, "12\u202F345\u202F678,0", "12\u202F345\u202F678.0"},
                    Shown{999999, 3, "1,00·10⁶", "1.00·10⁶"},
                    Shown{123456, 3, "123\u202F000", "123\u202F000"},
                    Shown{1.2e-7, 2, "1,2·10⁻⁷", "1.2·10⁻⁷"}, Shown{3.8e9, 2, "3,8·10⁹", "3.8·10⁹"},
                    Shown{5e12, 1, "5·10¹²", "5·10¹²"}, Shown{0.000123, 3, "0,000123", "0.000123"},
                    Shown{0.0000123, 3, "1,23·10⁻⁵", "1.23·10⁻⁵"}, Shown{0.5, 1, "0,5", "0.5"},
                    Shown{7, 1, "7", "7"},
                    Shown{1.0 / 3, 17, "0,33333333333333331", "0.33333333333333331"},
                    Shown{5e-324, 3, "4,94·10⁻³²⁴", "4.94·10⁻³²⁴"}, Shown{HUGE_VAL, 3, "∞", "∞"},
                    Shown{-HUGE_VAL, 3, "−∞", "−∞"}, Shown{NAN, 3, "–", "–"}, Shown{2, 0, "2", "2"},
                    Shown{2, 99, "2,0000000000000000", "2.0000000000000000"}));

TEST(FormatQuantity, PutsANarrowSpaceBeforeTheUnit) {
    EXPECT_EQ(formatQuantity(38.46, unit("N"), {true, 3}), "38,5\u202FN");
    EXPECT_EQ(formatQuantity(0.5, unit("cm"), {false, 3}), "50.0\u202F"
                                                           "cm");
    EXPECT_EQ(formatQuantity(293.15, unit("°C"), {true, 3}), "20,0\u202F°C");
    EXPECT_EQ(formatQuantity(0.35, unit("%"), {true, 2}), "35\u202F%");
    EXPECT_EQ(formatQuantity(unit("°").toSi(45), unit("°"), {true, 2}), "45°");
    EXPECT_EQ(formatQuantity(2.5, Unit{}, {true, 2}), "2,5");
}

TEST(FormatQuantity, WhatIsShownCanBeTypedBack) {
    for (double si : {0.0, 38.5, -1250.0, 12500.0, 1.2e-7, 3.8e9, 0.045}) {
        const std::string shown = formatQuantity(si, unit("N"), {true, 3});
        const auto typed = parseInput(shown, unit("N"));
        ASSERT_TRUE(typed.ok()) << shown;
        EXPECT_EQ(typed.value(), si) << shown;
    }
}

TEST(WriteQuantity, IsShort) {
    EXPECT_EQ(writeQuantity(0.0018, unit("mm")), "1.8 mm");
    EXPECT_EQ(writeQuantity(0.07, unit("cm")), "7 cm");
    EXPECT_EQ(writeQuantity(250000, unit("N")), "250000 N");
    EXPECT_EQ(writeQuantity(3.8e9, unit("GPa")), "3.8 GPa");
    EXPECT_EQ(writeQuantity(293.15, unit("°C")), "20 °C");
    EXPECT_EQ(writeQuantity(-0.25, Unit{}), "-0.25");
    EXPECT_EQ(writeQuantity(0, unit("m")), "0 m");
    EXPECT_EQ(writeQuantity(1e-30, unit("m")), "1e-30 m");
}

TEST(WriteQuantity, ParsesBackToTheSameBits) {
    Rng rng(1, "write quantity");
    for (const char* name :
         {"", "mm", "cm", "GPa", "°C", "%", "km/h", "kWh/m2/a", "°", "eV", "1/h"}) {
        const Unit scale = unit(name);
        for (int i = 0; i < 2000; ++i) {
            const double si =
                rng.normal() * std::pow(10.0, static_cast<double>(rng.integer(-12, 12)));
            const std::string text = writeQuantity(si, scale);
            const auto back = parseQuantity(text);
            ASSERT_TRUE(back.ok()) << text;
            ASSERT_EQ(back.value().si, si) << text;
            ASSERT_EQ(back.value().unit.dimension, scale.dimension);
        }
    }
}

}  // namespace
}  // namespace pt
