// Fonts: the built-in typeface in ImGui's atlas, sharp at any scale.
#pragma once

#include <array>

struct ImFont;
struct ImFontAtlas;

namespace pt {

class Fonts {
public:
    // Fills the atlas from the built-in files "fonts/regular.otf" and "fonts/semibold.otf", in
    // place of what it held, and makes 15 points the default. `scale`: pixels a point, > 0.
    // The caller then has its back end upload the texture again. The atlas outlives this.
    void build(ImFontAtlas& atlas, double scale);

    double scale() const { return scale_; }

    // The baked font for a size in points (em), the nearest there is; draw it at pixels(size).
    ImFont* font(double size, bool bold) const;
    // What ImGui calls the font size: the line height in pixels.
    float pixels(double size) const;

private:
    struct Baked {
        double size;  // points, em
        bool bold;
        ImFont* font = nullptr;
    };
    std::array<Baked, 7> baked_{
        {{13, false}, {15, false}, {13, true}, {15, true}, {18, true}, {24, true}, {32, true}}};
    double scale_ = 1;
};

}  // namespace pt
