// The four facades of a house as outlines for paper.
#pragma once

#include "engine/i18n/words.h"
#include "engine/view/paper.h"
#include "sims/passive_house/house.h"

namespace pt {

// Side by side at one scale, upper left corner at `corner`, within `room` (mm). Gives the y of its
// lower edge.
double drawFacades(PaperPage& page, const House& house, const Words& words, Vec corner, Vec room);

}  // namespace pt
