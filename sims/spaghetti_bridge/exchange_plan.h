// The building plan: the bridge at real size, to lay spaghetti on, with its numbers.
#pragma once

#include <vector>

#include "engine/view/paper.h"
#include "sims/spaghetti_bridge/model.h"

namespace pt {

// One plane of the bridge at scale 1:1: bundles as outlines, joints as circles, members and nodes
// by name, and a bar of 100 mm to check the print with a ruler.
PaperPage drawPlan(const SpaghettiBridge& model, const Words& words);

// The same on A4: a page with the whole bridge, how the sheets lie and what to cut, then the sheets
// with cut marks and an overlap to glue them together. Error bridge.plan_too_large {sheets, max}.
Result<std::vector<PaperPage>> planSheets(const SpaghettiBridge& model, const Words& words);

// Members that cross without a joint, as pairs of indices: they are laid one behind the other.
std::vector<std::pair<int, int>> crossings(const Bridge& bridge);

}  // namespace pt
