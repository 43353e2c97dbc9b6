// A bridge as drawn: nodes, members and the node where the load hangs. Metres, x right, y up.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/json.h"
#include "engine/core/result.h"
#include "sims/spaghetti_bridge/section.h"

namespace pt {

enum class Support : uint8_t { none, pin, roller };  // roller: held vertically only

struct BridgeNode {
    std::string id;
    double x = 0, y = 0;
    Support support = Support::none;
    bool operator==(const BridgeNode&) const = default;
};

enum class Bond : uint8_t { asBridge, bonded, loose };  // asBridge: as the choice `bond`

struct BridgeMember {
    std::string id;
    int from = 0, to = 0;  // indices into Bridge::nodes
    int strands = 0;       // 0: the bridge's own number (parameter `strands`)
    Bond bond = Bond::asBridge;
    bool operator==(const BridgeMember&) const = default;
};

struct Bridge {
    std::vector<BridgeNode> nodes;
    std::vector<BridgeMember> members;
    std::vector<int> loads;  // indices into nodes; the load is shared equally
    bool operator==(const Bridge&) const = default;

    // Index, or -1.
    int findNode(std::string_view id) const;
    int findMember(std::string_view id) const;
};

enum class BridgeType : uint8_t { warren, pratt, howe, free };
inline constexpr size_t maxBridgeMembers = 2000;

// Warren (equilateral-like triangles without verticals: the top nodes stand over the middle of
// the panels), Pratt (diagonals fall towards midspan: long members pull) and Howe (diagonals rise
// towards midspan: long members push). Bottom nodes K1 … K(panels+1) from left to right, then the
// top nodes; members S1 … in the order bottom chord, top chord, web from left to right. The load
// hangs at the bottom node nearest midspan; with an odd number of panels the left one of the two.
// span, height > 0; panels >= 2. Not for BridgeType::free.
Bridge makeBridge(BridgeType type, double span, double height, int panels);

// The document `bridge`: {nodes: [{id, x, y, support?}], members: [{id, from, to, strands?, bond?:
// bonded|loose}], load: id or [ids]}. Errors carry the place in the document ("members[3].to"):
// bridge.not_object, bridge.missing {key}, bridge.too_many {max}, bridge.bad_id,
// bridge.duplicate_id {id}, bridge.bad_number {key}, bridge.bad_support {value}, bridge.bad_strands
// {max}, bridge.unknown_node {node}, bridge.zero_length {member}, bridge.duplicate_member {member,
// other}, bridge.no_support, bridge.load_on_support {node}.
Result<Bridge> readBridge(const Json& json);
Json writeBridge(const Bridge& bridge);

}  // namespace pt
