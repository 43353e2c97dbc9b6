// Where a cart rolls over the bridge, and how it shares its weight.
#pragma once

#include <utility>
#include <vector>

#include "sims/spaghetti_bridge/design.h"

namespace pt {

// Nodes of the longest nearly level way (slopes up to 1 in 4) along members, from left to right;
// of ways that are as long the lower one. Two nodes or more, or none.
std::vector<int> deckPath(const Bridge& bridge);

// A weight of 1 at x rests on the two nodes beside it as on a plank: shares an index into the
// deck, whose nodes stand at `places` from left to right. Nothing when x is beyond its ends.
std::vector<std::pair<size_t, double>> deckShares(const std::vector<double>& places, double x);

}  // namespace pt
