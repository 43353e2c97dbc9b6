// Influence line: what a load of 1 N does to one member while it moves along the deck.
#pragma once

#include <vector>

#include "sims/spaghetti_bridge/statics.h"

namespace pt {

struct Influence {
    int member = -1;
    std::vector<double> x;      // m, of the places on the deck
    std::vector<double> force;  // N in the member for 1 N there, tension > 0
};

// Empty when the bridge has no deck or cannot stand.
Influence influenceOf(BridgeInput input, int member);

}  // namespace pt
