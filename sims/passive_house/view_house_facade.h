// A facade seen from outside, with the shade of overhangs true to the sun.
#pragma once

#include "engine/view/scene.h"
#include "sims/passive_house/view_house_look.h"

namespace pt::house_view {

void drawFacade(Scene& scene, const HouseFrame& frame, const HouseNow& now, const HouseLook& look,
                const HouseItems& items);
// The house seen from above in the wind rose: turning it turns the house.
void drawCompass(Scene& scene, const HouseFrame& frame, const HouseNow& now, const HouseLook& look,
                 int item);

}  // namespace pt::house_view
