// Icons as vector shapes, so that they are sharp at any size and follow the theme.
#pragma once

#include <cstdint>
#include <imgui.h>

namespace pt {

enum class Icon : uint8_t {
    play,
    pause,
    step,
    stepBack,
    rewind,
    reset,
    undo,
    redo,
    open,
    save,
    exporting,
    view,
    help,
    close,
    down,
    up,
    check,
    info,
    warning,
    error,
    expand,
    plus,
    minus,
    folder,
    file,
    bridge,
};

// `size` is the side of the square it fills.
void drawIcon(ImDrawList& list, Icon icon, ImVec2 center, float size, ImU32 color);

}  // namespace pt
