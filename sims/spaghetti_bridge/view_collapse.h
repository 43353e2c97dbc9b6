// The bridge after its failure: the broken member by name, falling pieces, a little dust.
#pragma once

#include "sims/spaghetti_bridge/view_members.h"

namespace pt {

void drawCollapse(Scene& scene, const SpaghettiBridge& model, const BridgeFrame& frame,
                  const BridgeItems& items, const BridgeLook& look);

}  // namespace pt
