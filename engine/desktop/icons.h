// Icons as vector shapes, so that they are sharp at any size and follow the theme.
#pragma once

#include <cstdint>
#include <imgui.h>
#include <string_view>

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
    select,
    band,
    node,
    member,
    support,
    load,
    eye,
    more,
    compare,
    branch,
    back,
    unknown,
    paste,
    trash,
    stop,
    left,
    right,
    lock,
    speak,
};

// The icon that an editor calls by name ("select", "node", "member", "support", "load"); another
// name gives Icon::unknown.
Icon iconNamed(std::string_view name);

// `size` is the side of the square it fills.
void drawIcon(ImDrawList& list, Icon icon, ImVec2 center, float size, ImU32 color);

}  // namespace pt
