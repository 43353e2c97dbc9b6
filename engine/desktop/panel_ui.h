// The renderer of LabUi: each role of a node in our own widgets, with the layout cursor of the
// current window. What a person does goes to Desk::asked.
#pragma once

#include <span>

#include "engine/desktop/desk.h"
#include "engine/desktop/look.h"

namespace pt {

// One node, and for a group its heading and children, over the width that is available.
void drawNode(const Look& look, Desk& desk, const UiNode& node);

// Pieces of it. A field is a text to type; a requirement is an icon, a word and a sentence, and
// points out on the stage what is in the way when it is pressed.
void drawField(const Look& look, Desk& desk, const UiNode& node);
void drawRequirement(const Look& look, Desk& desk, const UiNode& node);
void drawProgress(const Look& look, const UiNode& node);
// Label and value of something that cannot be changed here, whatever its role.
void drawFixedLine(const Look& look, const UiNode& node);
// Why the last value of this node was refused, and what was probably meant.
void drawProblem(const Look& look, Desk& desk, const UiNode& node);

// A number that can be set in one row: − value +. Returns -1, 0 or +1.
int stepper(const Look& look, const char* id, std::string_view label, std::string_view value,
            bool canLess, bool canMore);

// The design panel: what is selected on the stage, requirements, settings in sections, numbers,
// and what can be computed from it all.
void drawDesignPanel(const Look& look, Desk& desk);

// The card of the selected stage item: its facts, then the commands of the lab about "kind.name":
// those with a text argument `kind` and one number.
void drawSelectedItem(const Look& look, Desk& desk);

}  // namespace pt
