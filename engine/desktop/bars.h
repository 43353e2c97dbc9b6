// The bars around the stage: title and tools above, readouts and messages over it, transport below.
#pragma once

#include <vector>

#include "engine/desktop/desk.h"
#include "engine/desktop/look.h"

namespace pt {

// Fills low..high of the current window.
void drawTopBar(const Look& look, Desk& desk, ImVec2 low, ImVec2 high);

// The outputs as instruments in at most so many rows over the stage: where each comes, for those
// that fit. Those with a value yet are drawn.
struct ReadoutPlan {
    struct Place {
        const UiNode* node;
        ImVec2 at;  // from the strip's corner
        float width;
    };
    std::vector<Place> places;
    float height = 0;
    bool complete = true;  // all of them fit
};
ReadoutPlan planReadouts(const Look& look, const Desk& desk, float width, int rows);
void drawReadouts(const Look& look, const ReadoutPlan& plan, ImVec2 low);

// Time: play, steps, timeline, speed. The height that it covers, in window units.
float transportHeight(const Look& look, float width);
void drawTransport(const Look& look, Desk& desk, ImVec2 low, ImVec2 high);

// What must be said now, under one another from `top`: trouble, notices, the result.
void drawMessages(const Look& look, Desk& desk, ImVec2 top, float width);

}  // namespace pt
