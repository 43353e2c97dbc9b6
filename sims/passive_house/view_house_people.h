// The people at home: on the sofa, at a desk, on their feet, and at night in bed.
#pragma once

#include "engine/view/scene.h"
#include "sims/passive_house/house_use.h"
#include "sims/passive_house/view_house_look.h"

namespace pt::house_view {

// Who live there, as many as the picture has room for; and who of them are at home now.
int personsOf(const HouseUse& use);
int personsAtHome(const HouseUse& use, const HouseNow& now);

// The middle of a person, of so many who live there.
Vec personPlace(const HouseFrame& frame, const HouseNow& now, int person, int persons);
void drawPeople(Scene& scene, const HouseFrame& frame, const HouseNow& now, const HouseLook& look,
                const HouseItems& items, int persons);

// The beds of a storey, one above the other for more than two people.
void drawBeds(Scene& scene, const HouseFrame& frame, int storey, int persons);

}  // namespace pt::house_view
