// Edits of a drawn bridge as pure functions: a new bridge, or why not. Model_commands.cpp makes
// them the lab's commands:
//   node_add {id, x, y} (id "": the next free name)     node_move {id, x, y}
//   nodes_move {ids, dx, dy}                             node_remove {id}
//   member_add {from, to}                                member_remove {member}
//   remove {items}                                       member_split {member, at}
//   nodes_join {a, b}                                    support {node, kind: none|pin|roller}
//   load_point {node, on: on|off}                        mirror {items, axis: middle|selection}
//   copy {items, dx, dy}                                 member_strands {member, strands}
//   member_bond {member, bond: as_bridge|bonded|loose}   template {type}
// ids, items, and the node or member of support, load_point, member_strands and member_bond are
// lists: names with commas between them. Items are "member.S7" and "node.K3".
//
// Errors of all: bridge.unknown_node {node}, bridge.unknown_member {member}, bridge.unknown_item
// {item}, bridge.nothing_chosen, bridge.bad_number {key} (not within ±100 m), bridge.too_many
// {max}. New nodes are named K1, K2 … and new members S1, S2 …, the first that is free beyond
// their number. Moved and made places are whole nanometres, so that sums of steps stay round.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sims/spaghetti_bridge/design.h"

namespace pt {

using Names = std::vector<std::string>;

// "S1, S2" at its commas, without the spaces around a name and without empty names.
Names splitNames(std::string_view text);
std::string joinNames(const Names& names);  // "S1,S2"

std::string freeNodeName(const Bridge& bridge);
std::string freeMemberName(const Bridge& bridge);

// bridge.bad_id, bridge.duplicate_id {id}.
Result<Bridge> addNode(const Bridge& bridge, std::string id, double x, double y);
Result<Bridge> moveNode(const Bridge& bridge, std::string_view id, double x, double y);
Result<Bridge> moveNodes(const Bridge& bridge, const Names& ids, double dx, double dy);
// bridge.same_node {node}, bridge.already_joined {member, from, to}.
Result<Bridge> addMember(const Bridge& bridge, std::string_view from, std::string_view to);
// With the members that end at removed nodes. Nodes that lose their members stay.
Result<Bridge> removeItems(const Bridge& bridge, const Names& items);
// A new node at this share of its length; the member keeps its name up to there.
// bridge.short_piece {member} when a part would be shorter than 1 mm.
Result<Bridge> splitMember(const Bridge& bridge, std::string_view member, double at);
// Node b becomes a, which stays in its place: b's members, support and load go to a; a member
// between them and members that would lie on another go. bridge.same_node {node}.
Result<Bridge> joinNodes(const Bridge& bridge, std::string_view a, std::string_view b);
// bridge.bad_support {value}.
Result<Bridge> setSupport(const Bridge& bridge, const Names& nodes, std::string_view kind);
Result<Bridge> setLoad(const Bridge& bridge, const Names& nodes, bool on);

// The parts that `items` name, which are their members with both ends, single nodes, and members
// between two of those, once more. A copied node that falls on one that is there (within 1 mm)
// becomes that one, and what lies there already is not made again: bridge.nothing_new when
// nothing is left.
// Mirrored over the vertical line through the middle of the supports (or of the bridge, when it
// has none) or through the middle of the parts. Loads are mirrored too; a support becomes a
// roller, so that the bridge can expand. bridge.bad_axis {value}.
Result<Bridge> mirror(const Bridge& bridge, const Names& items, std::string_view axis);
// Moved by this much; without supports and loads.
Result<Bridge> copy(const Bridge& bridge, const Names& items, double dx, double dy);

// bridge.bad_strands {max}.
Result<Bridge> setStrands(const Bridge& bridge, const Names& members, double strands);
// bridge.bad_bond {value}.
Result<Bridge> setBond(const Bridge& bridge, const Names& members, std::string_view bond);

// A template in the place of the drawn bridge: over the span of its outer supports (or of the
// whole) and as high. bridge.bad_type {value}; bridge.no_room when that has no span or height.
Result<Bridge> fromTemplate(const Bridge& bridge, std::string_view type, int panels);

}  // namespace pt
