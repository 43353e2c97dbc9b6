// The shell of the house in the cut: walls with their windows, roof, floor and
// sun space.
#pragma once

#include "engine/view/scene.h"
#include "sims/passive_house/view_house_look.h"

namespace pt::house_view {

void drawShell(Scene& scene, const HouseFrame& frame, const HouseNow& now, const HouseLook& look,
               const HouseItems& items);
// Solar panels on the slope or the flat roof; area in m².
void drawPanels(Scene& scene, const HouseFrame& frame, double area, int item);

}  // namespace pt::house_view
