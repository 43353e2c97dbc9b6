// What is inside: rooms by their temperature, light on the floor, lamps and
// furniture.
#pragma once

#include "engine/view/scene.h"
#include "sims/passive_house/view_house_look.h"

namespace pt::house_view {

void drawRooms(Scene& scene, const HouseFrame& frame, const HouseNow& now, const HouseLook& look,
               const HouseItems& items);
// The sun's beam through each window of the cut, down to the floor; shade of
// overhangs included.
void drawBeams(Scene& scene, const HouseFrame& frame, const HouseNow& now, const HouseLook& look);
// With beds for so many people.
void drawFurniture(Scene& scene, const HouseFrame& frame, const HouseNow& now, int persons);

}  // namespace pt::house_view
