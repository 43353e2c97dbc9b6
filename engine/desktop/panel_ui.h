// The renderer of LabUi: each role of a node in our own widgets, with the layout cursor of the
// current window. What a person does goes to Desk::asked.
#pragma once

#include <span>

#include "engine/desktop/desk.h"
#include "engine/desktop/look.h"

namespace pt {

// One node, and for a group its heading and children, over the width that is available.
void drawNode(const Look& look, Desk& desk, const UiNode& node);

// A number that can be set in one row: − value +. Returns -1, 0 or +1.
int stepper(const Look& look, const char* id, std::string_view label, std::string_view value,
            bool canLess, bool canMore);

// The design panel: what is selected on the stage, then the settings.
void drawDesignPanel(const Look& look, Desk& desk);

// Commands of the lab about the selected stage item "kind.name": those with a text argument `kind`
// and one number.
void drawSelectedItem(const Look& look, Desk& desk);

}  // namespace pt
