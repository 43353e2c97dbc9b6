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

constexpr ImWchar every_glyph[] = {0x20, 0xFFFF, 0};
constexpr ImWchar title_glyphs[] = {0x20, 0x17F, 0x2009, 0x2015, 0x202F, 0x202F, 0x2212, 0x2212, 0};

ImFont* addFont(ImFontAtlas& atlas, double size, bool bold, float pixels) {
    const std::string_view bytes = asset(bold ? "fonts/semibold.otf" : "fonts/regular.otf");
    PT_ASSERT(!bytes.empty());
    ImFontConfig config;
    config.FontDataOwnedByAtlas = false;
    config.OversampleH = pixels < 40 ? 2 : 1;
    config.PixelSnapH = false;
    // ImGui reads the bytes and never writes them.
    void* data = const_cast<char*>(bytes.data());
    return atlas.AddFontFromMemoryTTF(data, static_cast<int>(bytes.size()), pixels, &config,
                                      size < large ? every_glyph : title_glyphs);
}

}  // namespace

void Fonts::build(ImFontAtlas& atlas, double scale) {
    scale_ = scale;
    atlas.Clear();
    for (Baked& baked : baked_)
        baked.font = addFont(atlas, baked.size, baked.bold, pixels(baked.size));
    atlas.Build();
    ImGui::GetIO().FontDefault = font(15, false);
}

ImFont* Fonts::font(double size, bool bold) const {
    const Baked* best = nullptr;
    for (const Baked& baked : baked_) {
        if (baked.bold != bold) continue;
        if (!best || std::fabs(baked.size - size) < std::fabs(best->size - size)) best = &baked;
    }
    return best->font;
}

float Fonts::pixels(double size) const {
    return static_cast<float>(std::round(size * scale_ * line_height));
}

}  // namespace pt
