// A loupe on the chosen wall, roof or floor: every layer large enough to see, from outside to
// inside, with the temperatures between them.
#pragma once

#include "engine/view/scene.h"
#include "sims/passive_house/view_house_look.h"

namespace pt::house_view {

// Nothing while none is chosen, and where the stage has no room beside the house.
void drawLoupe(Scene& scene, const PassiveHouse& model, const HouseFrame& frame,
               const HouseNow& now, const HouseLook& look, const HouseItems& items);

}  // namespace pt::house_view
