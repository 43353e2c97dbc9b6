#include "engine/gfx/fonts.h"

#include <cmath>
#include <imgui.h>

#include "engine/core/assert.h"
#include "engine/core/assets.h"

namespace pt {
namespace {

// tools/subset-font gives both files these vertical metrics.
constexpr double line_height = 1.2;  // em
constexpr double large = 18;         // points; from here on text is titles and numbers

// The ranges that tools/subset-font keeps.
constexpr ImWchar every_glyph[] = {0x20,   0x17F,  0x384,  0x3F5,  0x2009, 0x2126, 0x2190,
                                   0x2265, 0x22C5, 0x22C5, 0x2713, 0x2713, 0};
constexpr ImWchar title_glyphs[] = {0x20, 0x17F, 0x2009, 0x2026, 0x202F, 0x202F, 0x2212, 0x2212, 0};

ImFont* addFont(ImFontAtlas& atlas, double size, bool bold, float pixels) {
    const std::string_view bytes = asset(bold ? "fonts/semibold.otf" : "fonts/regular.otf");
    PT_ASSERT(!bytes.empty());
    ImFontConfig config;
    config.FontDataOwnedByAtlas = false;
    config.OversampleH = pixels < 24 ? 2 : 1;
    config.PixelSnapH = false;
    // ImGui reads the bytes and never writes them.
    void* data = const_cast<char*>(bytes.data());
    return atlas.AddFontFromMemoryTTF(data, static_cast<int>(bytes.size()), pixels, &config,
                                      size < large ? every_glyph : title_glyphs);
}

}  // namespace

void Fonts::build(ImFontAtlas& atlas, double scale, FontSet set) {
    scale_ = scale;
    atlas.Clear();
    for (Baked& baked : baked_) {
        const bool wanted = set == FontSet::all || baked.stage;
        baked.font = wanted ? addFont(atlas, baked.size, baked.bold, pixels(baked.size)) : nullptr;
    }
    atlas.Build();
    ImGui::GetIO().FontDefault = font(15, false);
}

ImFont* Fonts::font(double size, bool bold) const {
    const Baked* best = nullptr;
    for (const Baked& baked : baked_) {
        if (baked.bold != bold || !baked.font) continue;
        if (!best || std::fabs(baked.size - size) < std::fabs(best->size - size)) best = &baked;
    }
    return best ? best->font : nullptr;
}

float Fonts::pixels(double size) const {
    return static_cast<float>(std::round(size * scale_ * line_height));
}

}  // namespace pt
