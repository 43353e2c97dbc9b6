// The stage: the lab's scene with pan, zoom, pointing, keyboard focus and the hands that edit it.
#pragma once

#include "engine/desktop/desk.h"
#include "engine/desktop/look.h"

namespace pt {

// Fills low..high of the current window. `insetTop` and `insetBottom` (window units) are covered
// by what floats over the stage: the drawing is fitted between them.
void drawStage(const Look& look, Desk& desk, ImVec2 low, ImVec2 high, float insetTop,
               float insetBottom);

// The scene of this moment, and a camera that fits it in `size` points.
Scene stageScene(const Desk& desk, ThemeId theme);
Camera fittedCamera(const Scene& scene, Vec size);

// How near a pointer must come, in points: half of what can be pressed, less for a mouse.
double reachOf(const Look& look);

}  // namespace pt
