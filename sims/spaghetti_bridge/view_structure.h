// The bridge itself: members with their forces, joints, supports, and what it stands on.
#pragma once

#include "sims/spaghetti_bridge/view_frame.h"

namespace pt {

inline constexpr double support_size = 0.03;  // of the extent, height of a support's sign

// Items of a scene by index of member and node.
struct BridgeItems {
    std::vector<int> members, nodes;
    int bucket = -1;
};

void drawGround(Scene& scene, const SpaghettiBridge& model, const BridgeFrame& frame);
void drawDimensions(Scene& scene, const BridgeFrame& frame);
void drawGhost(Scene& scene, const SpaghettiBridge& model, const BridgeFrame& frame);
void drawMembers(Scene& scene, const SpaghettiBridge& model, const BridgeFrame& frame,
                 const BridgeItems& items, const ViewState& state);
void drawSupports(Scene& scene, const SpaghettiBridge& model, const BridgeFrame& frame);
void drawJoints(Scene& scene, const SpaghettiBridge& model, const BridgeFrame& frame,
                const BridgeItems& items, const ViewState& state);

// One straight bundle of spaghetti with its strands, used whole and broken.
void drawBundle(Scene& scene, Vec from, Vec to, double width, int strands, const Style& style,
                int item);
// The force in it, as a casing around it.
void drawForce(Scene& scene, const BridgeFrame& frame, Vec from, Vec to, double width, double axial,
               double alpha);
// Moves a label that is anchored at a member's middle to the member's upper side, points away.
void placeBeside(Shape& label, const BridgeFrame& frame, const BridgeMember& member,
                 double distance);
Style spaghettiStyle();
Style glueStyle(bool rigid);     // open like a hinge, or filled
Style forceStyle(double axial);  // N: tension plain, compression hatched

std::string percent(const Words& words, double share);  // whole per cents, rounded down

}  // namespace pt
