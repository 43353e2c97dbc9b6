// What is wrong with a design, shown where it is: a halo, a sign and a word; the remedy in a note.
#pragma once

#include "sims/spaghetti_bridge/view_frame.h"

namespace pt {

void drawProblemHalos(Scene& scene, const SpaghettiBridge& model, const BridgeFrame& frame);
void drawProblemSigns(Scene& scene, const SpaghettiBridge& model, const BridgeFrame& frame);

}  // namespace pt
