// The bridge itself: members, the force or the share of strength in them, joints, the second plane.
#pragma once

#include "sims/spaghetti_bridge/view_frame.h"

namespace pt {

// Items of a scene by index of member and node.
struct BridgeItems {
    std::vector<int> members, nodes;
    int load = -1;  // bucket, weight or cart
};

// The bridge as it is without load.
void drawGhost(Scene& scene, const SpaghettiBridge& model, const BridgeFrame& frame);
// The other plane of two, aside and pale, and what holds them together.
void drawFarPlane(Scene& scene, const SpaghettiBridge& model, const BridgeFrame& frame);
void drawMembers(Scene& scene, const SpaghettiBridge& model, const BridgeFrame& frame,
                 const BridgeItems& items, const BridgeLook& look);
void drawJoints(Scene& scene, const SpaghettiBridge& model, const BridgeFrame& frame,
                const BridgeItems& items, const BridgeLook& look);

// One bundle of spaghetti with its strands along its axis, used whole and broken.
void drawBundle(Scene& scene, const std::vector<Vec>& axis, double width, int strands,
                const Style& style, int item);
// The force in it, as a casing around it.
void drawForce(Scene& scene, const BridgeFrame& frame, const std::vector<Vec>& axis, double width,
               double axial, double alpha);
// Moves a label that is anchored at a member's middle to the member's upper side, points away.
void placeBeside(Shape& label, const std::vector<Vec>& axis, double distance);

}  // namespace pt
