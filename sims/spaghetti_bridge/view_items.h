// Names and facts of what can be pointed at on the stage.
#pragma once

#include "sims/spaghetti_bridge/view_structure.h"

namespace pt {

std::string modeWord(const Words& words, FailureMode mode);  // "knik"; not for none

BridgeItems addItems(Scene& scene, const SpaghettiBridge& model, const BridgeFrame& frame);

}  // namespace pt
