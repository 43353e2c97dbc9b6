// Fonts: the built-in typeface in ImGui's atlas, sharp at any scale.
#pragma once

#include <array>
#include <cstdint>

struct ImFont;
struct ImFontAtlas;

namespace pt {

// Which sizes are baked; a stage has no use for those of titles and large numbers, and a page
// that bakes less is there sooner.
enum class FontSet : uint8_t { all, stage };

class Fonts {
public:
    // Fills the atlas from the built-in files "fonts/regular.otf" and "fonts/semibold.otf", in
    // place of what it held, and makes 15 points the default. `scale`: pixels a point, > 0.
    // The caller then has its back end upload the texture again. The atlas outlives this.
    void build(ImFontAtlas& atlas, double scale, FontSet set = FontSet::all);

    double scale() const { return scale_; }

    // The baked font for a size in points (em), the nearest there is; draw it at pixels(size).
    // nullptr before build.
    ImFont* font(double size, bool bold) const;
    // What ImGui calls the font size: the line height in pixels.
    float pixels(double size) const;

private:
    struct Baked {
        double size;  // points, em
        bool bold;
        bool stage;
        ImFont* font = nullptr;
    };
    std::array<Baked, 7> baked_{{{13, false, true},
                                 {15, false, true},
                                 {13, true, true},
                                 {15, true, true},
                                 {18, true, false},
                                 {24, true, true},
                                 {32, true, false}}};
    double scale_ = 1;
};

}  // namespace pt
