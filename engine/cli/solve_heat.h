// labrun solve heat2d: a cross-section from a file, and the results it should give.
#pragma once

#include "engine/cli/arguments.h"
#include "engine/cli/console.h"
#include "engine/core/json.h"

namespace pt {

// `name` is the file the JSON came from.
Exit solveHeat(Console& console, const Arguments& arguments, const std::string& name,
               const Json& json);

}  // namespace pt
