#include <gtest/gtest.h>

#include "engine/core/math.h"
#include "engine/units/unit.h"

namespace pt {
namespace {

struct Good {
    const char* text;
    const char* symbol;
    double factor;
    const char* same;  // a spelling in SI units with the same dimension
};

void PrintTo(const Good& value, std::ostream* out) { *out << value.text; }
class GoodUnit : public testing::TestWithParam<Good> {};

TEST_P(GoodUnit, HasScaleAndSpelling) {
    const Good& good = GetParam();
    const auto result = parseUnit(good.text);
    ASSERT_TRUE(result.ok()) << good.text << ": " << result.error().key;
    EXPECT_EQ(result.value().symbol, good.symbol);
    EXPECT_DOUBLE_EQ(result.value().factor, good.factor);
    EXPECT_EQ(result.value().dimension, unit(good.same).dimension);
}

// Factors from the SI brochure (9th edition) and, for a year, 365 days of 86 400 s.
INSTANTIATE_TEST_SUITE_P(
    Table, GoodUnit,
    testing::Values(
        Good{"", "", 1, ""}, Good{"1", "", 1, ""}, Good{"  ", "", 1, ""}, Good{"m", "m", 1, "m"},
        Good{"cm", "cm", 0.01, "m"}, Good{"kg", "kg", 1, "kg"}, Good{"g", "g", 1e-3, "kg"},
        Good{"µg", "µg", 1e-9, "kg"}, Good{"\u03BCg", "µg", 1e-9, "kg"},
        Good{"ug", "µg", 1e-9, "kg"}, Good{"min", "min", 60, "s"}, Good{"h", "h", 3600, "s"},
        Good{"uur", "h", 3600, "s"}, Good{"dag", "d", 86400, "s"}, Good{"d", "d", 86400, "s"},
        Good{"jaar", "a", 31536000, "s"}, Good{"cd", "cd", 1, "cd"}, Good{"ha", "ha", 1e4, "m2"},
        Good{"Pa", "Pa", 1, "kg/(m s2)"}, Good{"GPa", "GPa", 1e9, "N/m2"},
        Good{"hPa", "hPa", 100, "N/m2"}, Good{"mbar", "mbar", 100, "Pa"},
        Good{"L", "L", 1e-3, "m3"}, Good{"ml", "mL", 1e-6, "m3"}, Good{"t", "t", 1000, "kg"},
        Good{"%", "%", 0.01, ""}, Good{"ppm", "ppm", 1e-6, ""},
        Good{"°", "°", math::pi / 180, "rad"}, Good{"kWh", "kWh", 3.6e6, "J"},
        Good{"MeV", "MeV", 1.602176634e-13, "J"}, Good{"€/kWh", "€/kWh", 1 / 3.6e6, "€/J"},
        Good{"m2", "m²", 1, "m m"}, Good{"m^2", "m²", 1, "m2"}, Good{"m²", "m²", 1, "m2"},
        Good{"cm3", "cm³", 1e-6, "m3"}, Good{"s-1", "s⁻¹", 1, "1/s"}, Good{"s^-1", "s⁻¹", 1, "1/s"},
        Good{"s⁻¹", "s⁻¹", 1, "1/s"}, Good{"1/h", "1/h", 1.0 / 3600, "1/s"},
        Good{"km/h", "km/h", 1 / 3.6, "m/s"}, Good{"W/m²K", "W/(m²·K)", 1, "W/(m2 K)"},
        Good{"W/m2 K", "W/(m²·K)", 1, "kg/(s3 K)"}, Good{"W/(m2 K)", "W/(m²·K)", 1, "kg/(s3 K)"},
        Good{"W/(m²·K)", "W/(m²·K)", 1, "kg/(s3 K)"}, Good{"m2 K/W", "m²·K/W", 1, "K s3/kg"},
        Good{"kWh/m2/a", "kWh/(m²·a)", 3.6e6 / 31536000, "W/m2"},
        Good{"kWh/m2/jaar", "kWh/(m²·a)", 3.6e6 / 31536000, "W/m2"},
        Good{"kg*m/s2", "kg·m/s²", 1, "N"}, Good{"kg·m/s²", "kg·m/s²", 1, "N"},
        Good{"kg m s-2", "kg·m·s⁻²", 1, "N"}, Good{" N / m ", "N/m", 1, "kg/s2"},
        Good{"N·m", "N·m", 1, "J"}, Good{"Nm", "Nm", 1, "J"}, Good{"kΩ", "kΩ", 1000, "V/A"},
        Good{"\u2126", "Ω", 1, "V/A"}, Good{"m/(s/(m/s))", "m·m/(s·s)", 1, "m2/s2"},
        Good{"°C", "°C", 1, "K"}, Good{"J/(kg K)", "J/(kg·K)", 1, "m2/(s2 K)"}));

TEST(ParseUnit, ExactInOneDirectionAtLeast) {
    EXPECT_EQ(unit("cm").toSi(7), 0.07);
    EXPECT_EQ(unit("mm").toSi(1.8), 0.0018);
    EXPECT_EQ(unit("km/h").toSi(36), 10);
    EXPECT_EQ(unit("GPa").toSi(3.8), 3.8e9);
    EXPECT_DOUBLE_EQ(unit("cm").fromSi(0.07), 7);
    EXPECT_EQ(unit("°C").toSi(20), 293.15);
    EXPECT_EQ(unit("°C").fromSi(273.15), 0);
    EXPECT_EQ(unit("%").toSi(35), 0.35);
}

struct Bad {
    const char* text;
    const char* key;
    const char* suggestion;  // "" when there is none
};

void PrintTo(const Bad& value, std::ostream* out) { *out << value.text; }
class BadUnit : public testing::TestWithParam<Bad> {};

TEST_P(BadUnit, IsRefusedWithItsRemedy) {
    const Bad& bad = GetParam();
    const auto result = parseUnit(bad.text);
    ASSERT_FALSE(result.ok()) << bad.text << " gave " << result.value().symbol;
    EXPECT_EQ(result.error().key, bad.key) << bad.text;
    std::string suggestion;
    for (const Arg& arg : result.error().args) {
        if (arg.name == "suggestion") suggestion = arg.value;
    }
    EXPECT_EQ(suggestion, bad.suggestion) << bad.text;
    EXPECT_TRUE(suggestion.empty() || parseUnit(suggestion).ok()) << suggestion;
}

INSTANTIATE_TEST_SUITE_P(
    Table, BadUnit,
    testing::Values(
        Bad{"W/m2*K", "units.ambiguous", "W/(m2 K)"}, Bad{"W/m2·K", "units.ambiguous", "W/(m2 K)"},
        Bad{"W / m2 * K", "units.ambiguous", "W/(m2 K)"},
        Bad{"J/kg/K*m", "units.ambiguous", "J/(kg K m)"}, Bad{"foo", "units.unknown", ""},
        Bad{"kmin", "units.unknown", ""}, Bad{"m%", "units.unknown", ""},
        Bad{"KG", "units.unknown_near", "kg"}, Bad{"Kw", "units.unknown_near", "kW"},
        Bad{"kwh/m2", "units.unknown_near", "kWh/m2"}, Bad{"meter", "units.unknown_near", "m"},
        Bad{"N/meter", "units.unknown_near", "N/m"}, Bad{"m/", "units.syntax", ""},
        Bad{"/m", "units.syntax", ""}, Bad{"m//s", "units.syntax", ""},
        Bad{"(m", "units.syntax", ""}, Bad{"m)", "units.syntax", ""}, Bad{"()", "units.syntax", ""},
        Bad{"m^", "units.syntax", ""}, Bad{"m0", "units.syntax", ""},
        Bad{"m10", "units.syntax", ""}, Bad{"m^-", "units.syntax", ""},
        Bad{"(m)2", "units.syntax", ""}, Bad{"2 m", "units.syntax", ""},
        Bad{"10", "units.syntax", ""}, Bad{"m+s", "units.syntax", ""},
        Bad{"m,s", "units.syntax", ""}, Bad{"W/°C", "units.celsius", ""},
        Bad{"°C2", "units.celsius", ""}, Bad{"1/°C", "units.celsius", ""},
        Bad{"((((((m))))))", "units.syntax", ""}, Bad{"Em9 Em9 Em9 Em9 Em9", "units.syntax", ""},
        Bad{"EN9 EN9 EN9 EN9", "units.syntax", ""}));

TEST(ParseUnit, RefusesWithoutCrashingOnAnyBytes) {
    EXPECT_FALSE(parseUnit(std::string_view("m\0s", 3)).ok());
    EXPECT_FALSE(parseUnit("\xff\xfe\xc2").ok());
    EXPECT_FALSE(parseUnit(std::string(100000, 'm')).ok());
    EXPECT_FALSE(parseUnit(std::string(1000, '(')).ok());
}

TEST(ParseUnit, CanonicalSpellingReadsBack) {
    for (const char* text : {"kWh/m2/a", "W/(m2 K)", "1/h", "s-1", "m2 K/W", "kg m s-2", "€/kWh"}) {
        const Unit first = unit(text);
        const auto again = parseUnit(first.symbol);
        ASSERT_TRUE(again.ok()) << first.symbol;
        EXPECT_EQ(again.value().symbol, first.symbol);
        EXPECT_EQ(again.value().factor, first.factor);
        EXPECT_EQ(again.value().dimension, first.dimension);
    }
}

TEST(QuantityKey, NamesTheUsualOnes) {
    EXPECT_EQ(quantityKey(unit("km").dimension), "quantity.length");
    EXPECT_EQ(quantityKey(unit("t").dimension), "quantity.mass");
    EXPECT_EQ(quantityKey(unit("%").dimension), "quantity.number");
    EXPECT_EQ(quantityKey(unit("kPa").dimension), "quantity.pressure");
    EXPECT_EQ(quantityKey(unit("kWh/m2/a").dimension), "quantity.power_density");
    EXPECT_EQ(quantityKey(unit("m5").dimension), "quantity.other");
}

TEST(IsUnitSymbol, TellsKeysFromUnits) {
    EXPECT_TRUE(isUnitSymbol("m"));
    EXPECT_TRUE(isUnitSymbol("W"));
    EXPECT_TRUE(isUnitSymbol("kPa"));
    EXPECT_FALSE(isUnitSymbol("span"));
    EXPECT_FALSE(isUnitSymbol(""));
}

}  // namespace
}  // namespace pt
