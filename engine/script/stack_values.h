// Values between the stack of Lua and C++. Internal to the script module.
#pragma once

#include <optional>
#include <string>

#include "engine/core/json.h"
#include "engine/script/vm.h"

namespace pt::script {

// Tables of numbers, strings, booleans and such tables; nothing for others, for what is not finite,
// and for more than 2000 values or 8 levels. A function in the outer table is passed over.
std::optional<Json> dataOf(lua_State* state, int index);
// nil for what cannot travel.
Value valueOf(lua_State* state, int index);
// As tostring() shows a value; raises nothing.
std::string shownValue(lua_State* state, int index);
// May raise.
void pushValue(lua_State* state, const Value& value);

}  // namespace pt::script
