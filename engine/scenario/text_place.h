// Where a character of a text stands in the file. Internal to the scenario module.
#pragma once

#include <cstddef>

#include "engine/scenario/yaml_tree.h"

namespace pt::scenario {

// The place of the byte `offset` of node.text. Exact for plain and quoted texts on one line and for
// texts below "|"; the line is right for those that are folded.
Place placeWithin(const Source& source, const Node& node, size_t offset);

}  // namespace pt::scenario
