// Lua's own messages as errors with a sentence in the string tables. Internal to the script module.
#pragma once

#include <string_view>

#include "engine/core/result.h"

namespace pt::script {

// script.lua_index {name, type} and the like; what is not known: `otherwise` {detail}. Without a
// place.
Error luaMessage(std::string_view message, std::string_view otherwise);

}  // namespace pt::script
