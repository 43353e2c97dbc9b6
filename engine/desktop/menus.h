// Menus that hang from the tools in the top bar.
#pragma once

#include "engine/desktop/desk.h"
#include "engine/desktop/look.h"

namespace pt {

// `corner` is where the top right corner of the open menu comes.
void drawExportMenu(const Look& look, Desk& desk, ImVec2 corner);
void drawViewMenu(const Look& look, Desk& desk, ImVec2 corner);

}  // namespace pt
