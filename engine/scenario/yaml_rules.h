// The rules of our subset that a well-formed YAML file can still break. Internal.
#pragma once

#include "engine/scenario/yaml_tree.h"

namespace pt::scenario {

void checkRules(const Source& source, const Node& root, Report& report);

// The "#" of a comment that follows `node` on its last line, if there is one.
std::optional<Place> commentAfter(const Source& source, const Node& node);

}  // namespace pt::scenario
