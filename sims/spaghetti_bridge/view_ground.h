// What the bridge stands on, and its measures.
#pragma once

#include "sims/spaghetti_bridge/view_frame.h"

namespace pt {

inline constexpr double support_size = 0.03;  // of the extent, height of a support's sign

void drawGround(Scene& scene, const SpaghettiBridge& model, const BridgeFrame& frame);
void drawDimensions(Scene& scene, const BridgeFrame& frame);
void drawSupports(Scene& scene, const SpaghettiBridge& model, const BridgeFrame& frame);

}  // namespace pt
