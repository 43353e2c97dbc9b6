// Functions and threads of a script that the program holds on to, each under a number. Internal to
// the script module.
#pragma once

#include <cstdint>

#include "engine/core/result.h"
#include "engine/script/vm.h"

namespace pt::script {

// Makes the place where they are kept. May raise.
void makeKeptTable(lua_State* state);
// Keeps the function among the arguments, or at `value` in a table; 0 when there is none. May
// raise.
int keepArgument(lua_State* state);
void forget(Vm& vm, int kept);

// Calls a kept function with the values in vm.mail, then puts what it returned there.
Status callKept(Vm& vm, int function, int64_t budget);
// A thread that is ready to run a kept function; it is kept under the number that comes back.
Result<int> makeThread(Vm& vm, int function);
lua_State* threadOf(Vm& vm, int thread);

}  // namespace pt::script
