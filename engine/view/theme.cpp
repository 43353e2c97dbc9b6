#include "engine/view/theme.h"

#include <algorithm>
#include <cmath>

#include "engine/core/assert.h"
#include "engine/core/assets.h"
#include "engine/core/json.h"
#include "engine/core/math.h"

namespace pt {
namespace {

constexpr size_t ink_count = static_cast<size_t>(Ink::count);
constexpr std::array<std::string_view, ink_count> ink_names = {
    "paper",   "sheet",       "ink",     "inkSoft",    "line",     "accent",    "onAccent",
    "tension", "compression", "warning", "error",      "ok",       "spaghetti", "spaghettiEdge",
    "ground",  "water",       "shadow",  "grid",       "series1",  "series2",   "series3",
    "series4", "series5",     "series6", "series7",    "sky",      "night",     "sun",
    "leaf",    "brick",       "wood",    "insulation", "concrete", "glass",     "snow"};
constexpr std::array<std::string_view, 3> theme_names = {"light", "dark", "contrast"};

int hexDigit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

uint8_t hexByte(std::string_view two) {
    const int high = hexDigit(two[0]), low = hexDigit(two[1]);
    PT_ASSERT(high >= 0 && low >= 0);
    return static_cast<uint8_t>(high * 16 + low);
}

Color parseColor(std::string_view text) {
    PT_ASSERT(text.size() == 7 && text[0] == '#');
    return {hexByte(text.substr(1, 2)), hexByte(text.substr(3, 2)), hexByte(text.substr(5, 2)),
            255};
}

std::array<Theme, theme_names.size()> loadThemes() {
    const Result<Json> json = Json::parse(asset("assets/theme.json"));
    PT_ASSERT(json.ok());
    std::array<Theme, theme_names.size()> themes;
    for (size_t t = 0; t < themes.size(); ++t) {
        themes[t].id = static_cast<ThemeId>(t);
        for (size_t i = 0; i < ink_count; ++i)
            themes[t].colors[i] = parseColor(json.value()[theme_names[t]][ink_names[i]].text());
    }
    return themes;
}

// Linear light 0..1 to an sRGB byte (IEC 61966-2-1).
uint8_t encode(double linear) {
    const double light = std::clamp(linear, 0.0, 1.0);
    const double coded =
        light <= 0.0031308 ? 12.92 * light : 1.055 * math::pow(light, 1 / 2.4) - 0.055;
    return static_cast<uint8_t>(std::floor(coded * 255 + 0.5));
}

double cube(double x) { return x * x * x; }

// Oklab (B. Ottosson, 2020) to sRGB.
Color fromOklab(double lightness, double a, double b) {
    const double l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b);
    const double m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b);
    const double s = cube(lightness - 0.0894841775 * a - 1.2914855480 * b);
    return {encode(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
            encode(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
            encode(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s), 255};
}

// Two straight lines through Oklab that meet in near-white: equal steps of lightness on both sides.
Color temperatureColor(double t) {
    const double side = std::fabs(2 * t - 1);
    const double lightness = 0.96 - 0.42 * side;
    return t < 0.5 ? fromOklab(lightness, -0.045 * side, -0.14 * side)
                   : fromOklab(lightness, 0.10 * side, 0.12 * side);
}

// Lightness grows evenly; the hue goes from purple by orange to yellow, as infrared cameras do.
Color cameraColor(double t) {
    constexpr double stops[][3] = {{0.138, 0, 0},      {0.31, 0.07, -0.12}, {0.48, 0.17, -0.02},
                                   {0.66, 0.14, 0.12}, {0.83, 0.02, 0.16},  {1, 0, 0}};
    const double at = t * 5;
    const auto i = static_cast<size_t>(std::min(4.0, std::floor(at)));
    const double f = at - static_cast<double>(i);
    const auto mix = [&](size_t c) { return stops[i][c] + f * (stops[i + 1][c] - stops[i][c]); };
    return fromOklab(mix(0), mix(1), mix(2));
}

}  // namespace

std::string_view code(ThemeId theme) { return theme_names[static_cast<size_t>(theme)]; }

Result<ThemeId> parseTheme(std::string_view code) {
    for (size_t i = 0; i < theme_names.size(); ++i)
        if (theme_names[i] == code) return static_cast<ThemeId>(i);
    return Error{"view.theme_unknown", "", {{"theme", std::string(code)}}};
}

std::string_view name(Ink ink) { return ink_names[static_cast<size_t>(ink)]; }

const Theme& theme(ThemeId id) {
    static const std::array<Theme, theme_names.size()> themes = loadThemes();
    return themes[static_cast<size_t>(id)];
}

// A straight line through Oklab from dark blue to yellow: lightness grows evenly, and the two
// hues are ones that every kind of colour blindness keeps apart.
Color magnitudeColor(double zeroToOne) {
    const double t = std::isnan(zeroToOne) ? 0 : std::clamp(zeroToOne, 0.0, 1.0);
    return fromOklab(0.28 + 0.62 * t, -0.01 * t, -0.09 + 0.26 * t);
}

Color paletteColor(Palette palette, double zeroToOne) {
    const double t = std::isnan(zeroToOne) ? 0 : std::clamp(zeroToOne, 0.0, 1.0);
    if (palette == Palette::temperature) return temperatureColor(t);
    return palette == Palette::camera ? cameraColor(t) : magnitudeColor(t);
}

}  // namespace pt
