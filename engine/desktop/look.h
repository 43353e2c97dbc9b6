// Look: the design tokens as Dear ImGui needs them in one frame: colours, type, spacing, scale.
#pragma once

#include <cstdint>
#include <imgui.h>
#include <string>
#include <string_view>

#include "engine/gfx/fonts.h"
#include "engine/i18n/words.h"
#include "engine/view/theme.h"

namespace pt {

enum class Type : uint8_t { small, body, title, large, huge };  // 13, 15, 18, 24, 32 points
double points(Type type);

struct Look {
    const Theme* theme = nullptr;
    const Words* words = nullptr;
    const Fonts* fonts = nullptr;
    float scale = 1;    // window units a point
    float target = 32;  // points: the least side of what can be pressed; 44 by touch
    bool reducedMotion = false;
    std::string* transcript = nullptr;  // collects what is written: how tests read a screen

    float px(double size) const;  // points -> window units, whole
    ImU32 color(Ink ink, double alpha = 1) const;
    bool contrast() const { return theme->id == ThemeId::contrast; }
};

inline constexpr double cornerSize = 6;  // points, of everything with corners
inline constexpr double focusRing = 3;   // points

// The style of what ImGui draws itself: windows, popups, scrollbars, text fields, tables.
void applyStyle(const Look& look);

struct TextLook {
    Type type = Type::body;
    Ink ink = Ink::ink;
    bool bold = false;
    double alpha = 1;
    bool flushRight = false;  // wrapped lines end at the right
};
ImVec2 textSize(const Look& look, std::string_view text, const TextLook& style);
// Top left at `at`; one line.
void drawText(const Look& look, ImVec2 at, std::string_view text, const TextLook& style);
// At most `width` wide, with … where it is cut.
std::string elided(const Look& look, std::string_view text, float width, const TextLook& style);
// The same, drawn; returns the width drawn.
float drawElided(const Look& look, ImVec2 at, float width, std::string_view text,
                 const TextLook& style);
// Wrapped lines; returns the height. Measures only when `draw` is false.
float drawWrapped(const Look& look, ImVec2 at, float width, std::string_view text,
                  const TextLook& style, bool draw = true);

// The one soft shadow, under things that float; high contrast has a line instead.
void drawShadow(const Look& look, ImDrawList& list, ImVec2 low, ImVec2 high,
                double corner = cornerSize);
// A floating sheet: shadow, fill, line.
void drawSheet(const Look& look, ImDrawList& list, ImVec2 low, ImVec2 high,
               double corner = cornerSize);

}  // namespace pt
