// Screen: the layout of the whole window: bar above, stage, panel at the right, sheets over them.
#pragma once

#include "engine/desktop/desk.h"
#include "engine/desktop/look.h"

namespace pt {

// Between ImGui::NewFrame and Render; `size` in window units.
void drawScreen(const Look& look, Desk& desk, ImVec2 size);

}  // namespace pt
