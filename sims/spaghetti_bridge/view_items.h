// Names and facts of what can be pointed at on the stage.
#pragma once

#include "sims/spaghetti_bridge/view_members.h"

namespace pt {

BridgeItems addItems(Scene& scene, const SpaghettiBridge& model, const BridgeFrame& frame);

}  // namespace pt
