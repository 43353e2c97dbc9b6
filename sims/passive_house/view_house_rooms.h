// What is inside: rooms by their temperature, light on the floor, people,
// lamps, heating and the ventilation unit with its streams.
#pragma once

#include "engine/view/scene.h"
#include "sims/passive_house/view_house_look.h"

namespace pt::house_view {

void drawRooms(Scene& scene, const HouseFrame& frame, const HouseNow& now, const HouseLook& look,
               const HouseItems& items);
// The sun's beam through each window of the cut, down to the floor; shade of
// overhangs included.
void drawBeams(Scene& scene, const HouseFrame& frame, const HouseNow& now, const HouseLook& look);
void drawFurniture(Scene& scene, const HouseFrame& frame, const HouseNow& now);
inline constexpr int mostPersons = 8;
Vec personFoot(const HouseFrame& frame, int person);
void drawPeople(Scene& scene, const HouseFrame& frame, const HouseLook& look,
                const HouseItems& items);

}  // namespace pt::house_view
