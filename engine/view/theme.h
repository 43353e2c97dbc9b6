// Theme: the design tokens of assets/theme.json, read by the desktop, the stage and the web page.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "engine/core/result.h"

namespace pt {

enum class Ink : uint8_t {
    paper,
    sheet,
    ink,
    inkSoft,
    line,
    accent,
    onAccent,
    tension,
    compression,
    warning,
    error,
    ok,
    spaghetti,
    spaghettiEdge,
    ground,
    water,
    shadow,
    grid,
    series1,
    series2,
    series3,
    series4,
    series5,
    series6,
    series7,
    // What is built, grows and shines on a stage.
    sky,
    night,
    sun,
    leaf,
    brick,
    wood,
    insulation,
    concrete,
    glass,
    snow,
    count
};

enum class ThemeId : uint8_t { light, dark, contrast };
std::string_view name(Ink ink);                     // the token in assets/theme.json
std::string_view code(ThemeId theme);               // "light", "dark", "contrast"
Result<ThemeId> parseTheme(std::string_view code);  // view.theme_unknown {theme}

struct Color {
    uint8_t r = 0, g = 0, b = 0, a = 255;
    bool operator==(const Color&) const = default;
};

struct Theme {
    ThemeId id = ThemeId::light;
    std::array<Color, static_cast<size_t>(Ink::count)> colors{};
    Color operator[](Ink ink) const { return colors[static_cast<size_t>(ink)]; }
};

// From assets/theme.json; a missing token is a bug.
const Theme& theme(ThemeId id);

// Colours of numbers. magnitude: cividis-like; temperature: blue, near-white in the middle, orange,
// with equal lightness steps on both sides; camera: black, purple, orange, yellow, white.
enum class Palette : uint8_t { magnitude, temperature, camera };
// Clamped; NaN counts as 0.
Color paletteColor(Palette palette, double zeroToOne);

// Perceptually even, colour-blind safe: 0 dark blue .. 1 yellow. Clamped; NaN counts as 0.
Color magnitudeColor(double zeroToOne);

}  // namespace pt
