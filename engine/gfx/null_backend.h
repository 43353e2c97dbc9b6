// ImGui without a window or a GPU: tests draw with it and read what was drawn.
#pragma once

#include "engine/gfx/fonts.h"

struct ImDrawData;
struct ImGuiContext;

namespace pt {

class NullBackend {
public:
    NullBackend(int widthPixels, int heightPixels, double scale);
    ~NullBackend();
    NullBackend(const NullBackend&) = delete;
    NullBackend& operator=(const NullBackend&) = delete;

    const Fonts& fonts() const { return fonts_; }
    void beginFrame();
    const ImDrawData& endFrame();  // valid until the next beginFrame

private:
    ImGuiContext* context_;
    Fonts fonts_;
};

}  // namespace pt
