// The stage "Huis": a cut through the house from south to north, or one of its
// four facades, with its surroundings, temperatures and heat flows.
#pragma once

#include <vector>

#include "engine/view/view.h"
#include "sims/passive_house/model.h"

namespace pt {

void drawHouse(Scene& scene, const PassiveHouse& model, const ViewState& state);

// Ways of looking at this stage, for View::options().
std::vector<ViewOption> houseLooks();

}  // namespace pt
