// What lies around the house: sky, sun and moon, trees, snow and soil.
#pragma once

#include "engine/view/scene.h"
#include "sims/passive_house/view_house_frame.h"
#include "sims/passive_house/view_house_now.h"

namespace pt::house_view {

void drawSky(Scene& scene, const HouseFrame& frame, const HouseNow& now, double clock);
// The path of today between those of the shortest and the longest day, with the
// hours, and the sun.
void drawSunPath(Scene& scene, const HouseFrame& frame, const HouseNow& now, int item);
void drawSoil(Scene& scene, const HouseFrame& frame, const HouseNow& now);
void drawTrees(Scene& scene, const HouseFrame& frame, const HouseNow& now);
bool freezes(const HouseNow& now);

}  // namespace pt::house_view
