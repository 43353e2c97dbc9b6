// The bars around the stage: title and tools above, readouts and messages over it, transport below.
#pragma once

#include <vector>

#include "engine/desktop/desk.h"
#include "engine/desktop/look.h"

namespace pt {

// Fills low..high of the current window.
void drawTopBar(const Look& look, Desk& desk, ImVec2 low, ImVec2 high);

// The outputs as instruments in a row over the stage: where each comes, for those that fit. Those
// with a value yet are drawn.
struct ReadoutPlan {
    struct Place {
        const UiNode* node;
        ImVec2 at;  // from the strip's corner
        float width;
    };
    std::vector<Place> places;
    float height = 0;
};
ReadoutPlan planReadouts(const Look& look, const Desk& desk, float width);
void drawReadouts(const Look& look, const ReadoutPlan& plan, ImVec2 low);

// Which of the lab's stages is shown, in a row of tabs; 0 high for a lab with one stage.
float tabsHeight(const Look& look, const Desk& desk);
void drawTabs(const Look& look, Desk& desk, ImVec2 low, ImVec2 high);
// The tools of the lab's editor, in a strip at the left of the stage; 0 wide without an editor.
float toolsWidth(const Look& look, const Desk& desk);
void drawTools(const Look& look, Desk& desk, ImVec2 low, ImVec2 high);
// What can be done to the selection, and ways of looking, in a bar over the stage; 0 high without.
float actionsHeight(const Look& look, const Desk& desk);
void drawActions(const Look& look, Desk& desk, ImVec2 low, ImVec2 high);

// Time: play, steps, timeline, speed. The height that it covers, in window units.
float transportHeight(const Look& look, const Desk& desk, float width);
void drawTransport(const Look& look, Desk& desk, ImVec2 low, ImVec2 high);

// Why no run is possible, above the button that starts it.
void drawTrouble(const Look& look, Desk& desk, ImVec2 bottom, float width);
// What must be said now, under one another from `top`: notices, the result.
// `low`: there is little room under them.
void drawMessages(const Look& look, Desk& desk, ImVec2 top, float width, bool low);

}  // namespace pt
