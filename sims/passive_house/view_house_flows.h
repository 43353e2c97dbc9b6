// Heat flows: an arrow for each term of the balance, as wide as its watts.
#pragma once

#include "engine/view/scene.h"
#include "sims/passive_house/view_house_look.h"

namespace pt::house_view {

void drawFlows(Scene& scene, const HouseFrame& frame, const HouseNow& now, const HouseLook& look,
               const HouseItems& items);

// Where the arrow of a flow starts and ends in the cut.
struct FlowPlace {
    Vec tail{0, 0}, head{0, 0};
};
FlowPlace placeOfFlow(const HouseFrame& frame, const HouseNow& now, Flow flow, bool inward);

}  // namespace pt::house_view
