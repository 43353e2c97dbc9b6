// Members that break: by name, in a bridge that still stands and in one that falls, with dust.
#pragma once

#include "sims/spaghetti_bridge/view_members.h"

namespace pt {

// What is left of the broken members of a bridge that stands.
void drawBroken(Scene& scene, const SpaghettiBridge& model, const BridgeFrame& frame,
                const BridgeItems& items, const BridgeLook& look);
void drawCollapse(Scene& scene, const SpaghettiBridge& model, const BridgeFrame& frame,
                  const BridgeItems& items, const BridgeLook& look);

}  // namespace pt
