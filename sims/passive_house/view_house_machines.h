// Heating, ventilation with its air streams, and what the sun collects.
#pragma once

#include "engine/view/scene.h"
#include "sims/passive_house/house_use.h"
#include "sims/passive_house/view_house_look.h"

namespace pt::house_view {

void drawHeating(Scene& scene, const HouseFrame& frame, const HouseUse& use, const HouseNow& now,
                 const HouseLook& look, const HouseItems& items);
// The streams move with the clock of the stage.
void drawVentilation(Scene& scene, const HouseFrame& frame, const HouseUse& use,
                     const HouseNow& now, const HouseLook& look, const HouseItems& items);

}  // namespace pt::house_view
