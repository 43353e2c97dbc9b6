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

enum class BridgeType : uint8_t { warren, pratt, howe, k, bowstring, arch, suspension, free };
// By BridgeType, as in files and the string tables.
inline constexpr const char* bridgeTypes[] = {"warren",    "pratt", "howe",       "k",
                                              "bowstring", "arch",  "suspension", "free"};
inline constexpr size_t maxBridgeMembers = 2000;  // and nodes
inline constexpr double farthestNode = 100;       // m, |x| and |y|

// Warren (equilateral-like triangles without verticals: the top nodes stand over the middle of
// the panels), Pratt (diagonals fall towards midspan: long members pull), Howe (diagonals rise
// towards midspan: long members push), K (each inner panel has its two short diagonals meet halfway
// up the post on the side of the support), bowstring (a Pratt web under a parabola that is the bow
// of the tie below), arch (a parabola of 3/4 of the height, pinned at both feet, braced against a
// level deck on top: a two-hinged spandrel-braced arch) and suspension (a parabolic cable between
// towers over the supports, its lowest point at 0.4 of the height, with hangers down to a Pratt
// truss of 0.2 of the height that keeps the deck stiff; the cable's backstays are anchored a
// quarter of the span outside each support).
// All stand with pinned joints; all but the arch and the suspension bridge (one member more) are
// statically determinate. With an odd number of panels the middle diagonals of Pratt, Howe, K and
// the arch are those of the left half; everything else is mirrored.
// Feet at y = 0, the highest node exactly at the height, the outer supports (but for the anchors)
// exactly a span apart. Bottom nodes K1 … K(panels+1) from left to right, then the others; members
// S1 … in the order bottom chord, top chord, web from left to right, then what carries the deck.
// The load hangs at the bottom node nearest midspan; with an odd number of panels the left one of
// the two. span, height > 0; panels >= 2. Not for BridgeType::free.
Bridge makeBridge(BridgeType type, double span, double height, int panels);

// 1 to 40 bytes without commas, control characters, or spaces around it.
bool isBridgeName(std::string_view name);

// The document `bridge`: {nodes: [{id, x, y, support?}], members: [{id, from, to, strands?, bond?:
// bonded|loose}], load?: id or [ids]}. Only what is malformed is refused; whether it can stand is
// asked of inspect() (design_check.h) and the statics. Errors carry the place in the document
// ("members[3].to"): bridge.not_object, bridge.unknown_key {key}, bridge.missing {key},
// bridge.too_many {max}, bridge.bad_id, bridge.duplicate_id {id}, bridge.bad_number {key},
// bridge.bad_support {value}, bridge.bad_strands {max}, bridge.bad_bond {value},
// bridge.unknown_node {node}, bridge.duplicate_load {node}.
Result<Bridge> readBridge(const Json& json);
Json writeBridge(const Bridge& bridge);

}  // namespace pt
