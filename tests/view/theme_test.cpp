#include "engine/view/theme.h"

#include <array>
#include <cmath>
#include <gtest/gtest.h>

#include "engine/core/assets.h"
#include "engine/core/json.h"

namespace pt {
namespace {

constexpr std::array all_themes = {ThemeId::light, ThemeId::dark, ThemeId::contrast};
using Rgb = std::array<double, 3>;

double linear(uint8_t channel) {
    const double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

Rgb linear(Color color) { return {linear(color.r), linear(color.g), linear(color.b)}; }

// WCAG 2.1, relative luminance and contrast ratio.
double luminance(const Rgb& c) { return 0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2]; }

double contrast(Color a, Color b) {
    const double la = luminance(linear(a)), lb = luminance(linear(b));
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

// CIE 1976 L*a*b* of linear sRGB under D65.
Rgb lab(const Rgb& c) {
    const auto f = [](double t) { return t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116; };
    const double x = f((0.4124 * c[0] + 0.3576 * c[1] + 0.1805 * c[2]) / 0.9505);
    const double y = f(luminance(c));
    const double z = f((0.0193 * c[0] + 0.1192 * c[1] + 0.9505 * c[2]) / 1.089);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

double distance(const Rgb& a, const Rgb& b) {
    return std::hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

// Dichromats, in linear sRGB: Viénot, Brettel and Mollon (1999).
Rgb protanope(const Rgb& c) {
    const double rg = 0.1124 * c[0] + 0.8876 * c[1];
    return {rg, rg, 0.0040 * c[0] - 0.0040 * c[1] + c[2]};
}
Rgb deuteranope(const Rgb& c) {
    const double rg = 0.2928 * c[0] + 0.7072 * c[1];
    return {rg, rg, -0.0223 * c[0] + 0.0223 * c[1] + c[2]};
}

TEST(Theme, FileNamesEveryTokenOfEveryThemeAndNothingElse) {
    const Result<Json> json = Json::parse(asset("assets/theme.json"));
    ASSERT_TRUE(json.ok());
    EXPECT_EQ(json.value().entries().size(), all_themes.size());
    for (const ThemeId id : all_themes) {
        const Json& tokens = json.value()[code(id)];
        EXPECT_EQ(tokens.entries().size(), static_cast<size_t>(Ink::count)) << code(id);
        for (size_t i = 0; i < static_cast<size_t>(Ink::count); ++i)
            EXPECT_EQ(tokens[name(static_cast<Ink>(i))].text().size(), 7u) << code(id) << ' ' << i;
    }
    EXPECT_EQ(theme(ThemeId::light)[Ink::paper], (Color{0xF6, 0xF4, 0xEE, 255}));
    EXPECT_EQ(theme(ThemeId::dark)[Ink::series7], (Color{0xE8, 0xEA, 0xED, 255}));
}

TEST(Theme, CodesRoundTripAndStrangersAreRefused) {
    for (const ThemeId id : all_themes) EXPECT_EQ(parseTheme(code(id)).value(), id);
    for (const char* wrong : {"", "Light", "donker", "light "}) {
        const Result<ThemeId> result = parseTheme(wrong);
        ASSERT_FALSE(result.ok());
        EXPECT_EQ(result.error().key, "view.theme_unknown");
    }
}

TEST(Theme, TextIsReadable) {
    for (const ThemeId id : all_themes) {
        const Theme& t = theme(id);
        for (const Ink ground : {Ink::paper, Ink::sheet}) {
            for (const Ink text : {Ink::inkSoft, Ink::warning, Ink::error, Ink::ok})
                EXPECT_GE(contrast(t[text], t[ground]), 4.5) << code(id) << ' ' << name(text);
            EXPECT_GE(contrast(t[Ink::ink], t[ground]), 7) << code(id);
        }
        EXPECT_GE(contrast(t[Ink::onAccent], t[Ink::accent]), 4.5) << code(id);
        EXPECT_GE(contrast(t[Ink::ink], t[Ink::water]), 4.5) << code(id);
    }
}

TEST(Theme, WhatCarriesMeaningStandsOutFromThePaper) {
    for (const ThemeId id : all_themes) {
        const Theme& t = theme(id);
        for (const Ink ink : {Ink::tension, Ink::compression, Ink::accent, Ink::spaghettiEdge})
            EXPECT_GE(contrast(t[ink], t[Ink::paper]), 3) << code(id) << ' ' << name(ink);
        for (Ink ink = Ink::series1; ink <= Ink::series7;
             ink = static_cast<Ink>(static_cast<int>(ink) + 1))
            EXPECT_GE(contrast(t[ink], t[Ink::sheet]), 3) << code(id) << ' ' << name(ink);
    }
}

TEST(Theme, TensionAndCompressionStayApartForColourBlindEyes) {
    for (const ThemeId id : all_themes) {
        const Rgb pull = linear(theme(id)[Ink::tension]),
                  push = linear(theme(id)[Ink::compression]);
        // 20 is about ten just noticeable differences.
        EXPECT_GT(distance(lab(pull), lab(push)), 20) << code(id);
        EXPECT_GT(distance(lab(protanope(pull)), lab(protanope(push))), 20) << code(id);
        EXPECT_GT(distance(lab(deuteranope(pull)), lab(deuteranope(push))), 20) << code(id);
    }
}

TEST(MagnitudeColor, LightnessGrowsEvenlyForEveryKindOfEye) {
    double previous = -1;
    std::vector<double> steps;
    for (int i = 0; i <= 20; ++i) {
        const Rgb color = linear(magnitudeColor(i / 20.0));
        const double lightness = lab(color)[0];
        if (i > 0) steps.push_back(lightness - previous);
        previous = lightness;
    }
    for (const double step : steps) {
        EXPECT_GT(step, 1);
        EXPECT_LT(step, 6);
    }
    for (const auto eye : {protanope, deuteranope}) {
        double last = -1;
        for (int i = 0; i <= 20; ++i) {
            const double lightness = lab(eye(linear(magnitudeColor(i / 20.0))))[0];
            EXPECT_GT(lightness, last);
            last = lightness;
        }
    }
}

TEST(MagnitudeColor, ClampsAndRunsFromBlueToYellow) {
    EXPECT_EQ(magnitudeColor(-3), magnitudeColor(0));
    EXPECT_EQ(magnitudeColor(7), magnitudeColor(1));
    EXPECT_EQ(magnitudeColor(NAN), magnitudeColor(0));
    const Color low = magnitudeColor(0), high = magnitudeColor(1);
    EXPECT_GT(low.b, low.r + 20);
    EXPECT_GT(high.r, high.b + 60);
    EXPECT_GT(high.g, high.b + 60);
}

TEST(TemperatureColor, BothSidesOfTheMiddleDarkenAlikeAndEvenly) {
    const auto lightness = [](double t) {
        return lab(linear(paletteColor(Palette::temperature, t)))[0];
    };
    for (int i = 0; i < 10; ++i) {
        const double cold = lightness(0.5 - (i + 1) / 20.0), warm = lightness(0.5 + (i + 1) / 20.0);
        EXPECT_NEAR(cold, warm, 6) << i;
        for (const double side : {-1.0, 1.0}) {
            const double step =
                lightness(0.5 + side * i / 20.0) - lightness(0.5 + side * (i + 1) / 20.0);
            EXPECT_GT(step, 2.5) << side << ' ' << i;
            EXPECT_LT(step, 7) << side << ' ' << i;
        }
    }
    EXPECT_GT(lightness(0.5), 93);
}

TEST(TemperatureColor, ColdAndWarmDifferForEveryKindOfEye) {
    const auto eyes = {+[](const Rgb& c) { return c; }, +protanope, +deuteranope};
    for (const auto eye : eyes)
        for (const double far : {0.15, 0.3, 0.5}) {
            const Rgb cold = lab(eye(linear(paletteColor(Palette::temperature, 0.5 - far))));
            const Rgb warm = lab(eye(linear(paletteColor(Palette::temperature, 0.5 + far))));
            EXPECT_GT(distance(cold, warm), 80 * far) << far;
        }
}

TEST(CameraColor, LightnessGrowsEvenlyFromBlackToWhiteForEveryKindOfEye) {
    const auto eyes = {+[](const Rgb& c) { return c; }, +protanope, +deuteranope};
    for (const auto eye : eyes) {
        double last = lab(eye(linear(paletteColor(Palette::camera, 0))))[0];
        EXPECT_NEAR(last, 0, 3);
        for (int i = 1; i <= 20; ++i) {
            const double now = lab(eye(linear(paletteColor(Palette::camera, i / 20.0))))[0];
            EXPECT_GT(now - last, 1.5) << i;
            EXPECT_LT(now - last, 9) << i;
            last = now;
        }
        EXPECT_NEAR(last, 100, 1);
    }
}

}  // namespace
}  // namespace pt
