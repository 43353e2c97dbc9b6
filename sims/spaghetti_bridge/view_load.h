// What loads the bridge and what answers: bucket, rope, force arrows.
#pragma once

#include "sims/spaghetti_bridge/view_structure.h"

namespace pt {

void drawBucket(Scene& scene, const SpaghettiBridge& model, const BridgeFrame& frame,
                const BridgeItems& items, const ViewState& state);
void drawForces(Scene& scene, const SpaghettiBridge& model, const BridgeFrame& frame);

}  // namespace pt
