// The cart that rolls over the deck.
#pragma once

#include "sims/spaghetti_bridge/view_frame.h"

namespace pt {

// As drawn: on the magnified deck while the bridge stands. Only when a cart is the loading.
BridgeCart shownCart(const SpaghettiBridge& model, const BridgeFrame& frame);
void drawCart(Scene& scene, const SpaghettiBridge& model, const BridgeFrame& frame, int item,
              bool marked);

}  // namespace pt
