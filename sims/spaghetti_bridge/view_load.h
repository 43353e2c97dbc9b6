// What loads the bridge: bucket or weight, ropes and beam, cart.
#pragma once

#include "sims/spaghetti_bridge/view_members.h"

namespace pt {

void drawLoad(Scene& scene, const SpaghettiBridge& model, const BridgeFrame& frame,
              const BridgeItems& items, const BridgeLook& look);

}  // namespace pt
