// The stage "Jaar": the 8,760 hours of the house as charts.
#pragma once

#include <vector>

#include "engine/view/view.h"
#include "sims/passive_house/model.h"

namespace pt {

// Ways of looking of this stage: year {overview, map, lines, months, duration, sankey, costs,
// variants} and year_quantity {air, outdoors, heating, sun}, the numbers of the map.
std::vector<ViewOption> yearOptions();
// The world is the board of view_year_board.h. Items: "hour.2931", "day.123", "month.7", "flow.X".
void drawYear(Scene& scene, const PassiveHouse& model, const ViewState& state);

}  // namespace pt
