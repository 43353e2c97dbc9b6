// The stage "Detail": a junction cut through, with its temperatures, heat flow and ψ.
#pragma once

#include <vector>

#include "engine/view/view.h"
#include "sims/passive_house/model.h"

namespace pt {

// Ways of looking of this stage: detail {field, camera, material} and the toggles detail_isotherms
// and detail_flow.
std::vector<ViewOption> detailOptions();
void drawDetail(Scene& scene, const PassiveHouse& model, const ViewState& state);

}  // namespace pt
