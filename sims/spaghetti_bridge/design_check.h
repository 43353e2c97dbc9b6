// What is wrong with a drawn bridge, before any force is computed. Drawing passes through many
// states that cannot stand; they are named here and never refused.
#pragma once

#include <string>
#include <vector>

#include "engine/core/result.h"
#include "sims/spaghetti_bridge/design.h"

namespace pt {

// All faults of one kind. The error names the first of them.
struct BridgeProblem {
    Error error;
    std::vector<std::string> items;  // Item::ids of all of them: "member.S7", "node.K3"
    bool blocking = false;           // the bridge cannot be tested like this
    bool operator==(const BridgeProblem&) const = default;
};

inline constexpr double shortestMember = 1e-3;  // m; nodes nearer to each other are one place
inline constexpr size_t classBridgeMembers = 200;

// In the order in which they are best repaired, blocking ones first; empty for a sound drawing.
// Blocking: bridge.empty, bridge.zero_length {member}, bridge.coincident_nodes {node, other},
// bridge.duplicate_member {member, other}, bridge.no_support, bridge.no_load,
// bridge.load_on_support {node} (when no load hangs elsewhere), bridge.loose_node {node} (without
// members), bridge.loose_part {node} (without a support).
// Advice: bridge.load_on_support, bridge.member_through_node {member, node}, bridge.crossing
// {member, other}, bridge.separate_part {node} (stands by itself), bridge.beyond_class {count,
// max}. Whether the rest can move is for the statics to say (bridge.mechanism).
// O(n log n) for a bridge; at most 200 crossings are looked for.
std::vector<BridgeProblem> inspect(const Bridge& bridge);

}  // namespace pt
