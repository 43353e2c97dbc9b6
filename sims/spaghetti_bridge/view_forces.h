// What is drawn over the bridge: arrows of load and supports, bending moments, the influence line.
#pragma once

#include "sims/spaghetti_bridge/view_frame.h"

namespace pt {

inline constexpr double influence_height = 0.12;  // of the extent, of the line's largest value

void drawArrows(Scene& scene, const SpaghettiBridge& model, const BridgeFrame& frame,
                const BridgeLook& look);
// Drawn on the side that is pulled.
void drawMoments(Scene& scene, const SpaghettiBridge& model, const BridgeFrame& frame,
                 const BridgeLook& look);
// Above the bridge: the force in one member for 1 N at each place of the deck.
void drawInfluence(Scene& scene, const SpaghettiBridge& model, const BridgeFrame& frame,
                   const Influence& line);
// Of the chosen member, or else of the one that governs.
Influence shownInfluence(const SpaghettiBridge& model, const BridgeLook& look);
// How far the lowest node has come down.
void drawSag(Scene& scene, const SpaghettiBridge& model, const BridgeFrame& frame);

}  // namespace pt
