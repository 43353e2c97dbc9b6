#include "engine/script/kept.h"

#include <algorithm>

#include "engine/script/stack_values.h"

namespace pt::script {

namespace {

constexpr int keptTable = LUA_RIDX_LAST + 1;  // in Lua's registry

// Raw: the kept function whose number is the argument, with the mail as arguments.
int deliver(lua_State* state) {
    Vm& vm = Vm::of(state);
    lua_rawgeti(state, LUA_REGISTRYINDEX, keptTable);
    lua_rawgeti(state, -1, lua_tointeger(state, 1));
    lua_Debug function;
    lua_pushvalue(state, -1);
    lua_getinfo(state, ">S", &function);
    vm.beginsAt(function.linedefined);
    const int count = static_cast<int>(vm.mail.size());
    for (int i = 0; i < count; ++i) pushValue(state, vm.mail[static_cast<size_t>(i)]);
    lua_call(state, count, LUA_MULTRET);
    return lua_gettop(state) - 2;
}

// Raw: a thread with the kept function on it; its number.
int thread(lua_State* state) {
    Vm& vm = Vm::of(state);
    lua_rawgeti(state, LUA_REGISTRYINDEX, keptTable);
    lua_State* made = lua_newthread(state);
    lua_rawgeti(state, -2, lua_tointeger(state, 1));
    lua_xmove(state, made, 1);
    lua_rawseti(state, -2, vm.lastKept + 1);
    lua_pushinteger(state, ++vm.lastKept);
    return 1;
}

}  // namespace

void makeKeptTable(lua_State* state) {
    lua_createtable(state, 0, 0);
    lua_rawseti(state, LUA_REGISTRYINDEX, keptTable);
}

int keepArgument(lua_State* state) {
    const int top = lua_gettop(state);
    for (int i = 1; i <= top; ++i) {
        if (lua_type(state, i) == LUA_TTABLE) {
            lua_pushliteral(state, "value");
            lua_rawget(state, i);
        } else {
            lua_pushvalue(state, i);
        }
        if (lua_type(state, -1) == LUA_TFUNCTION) {
            const int kept = ++Vm::of(state).lastKept;
            lua_rawgeti(state, LUA_REGISTRYINDEX, keptTable);
            lua_insert(state, -2);
            lua_rawseti(state, -2, kept);
            lua_settop(state, top);
            return kept;
        }
        lua_settop(state, top);
    }
    return 0;
}

Status callKept(Vm& vm, int function, int64_t budget) {
    lua_State* const state = vm.state();
    const int top = lua_gettop(state);
    if (lua_checkstack(state, 8) == 0) return Error{"script.failed", "", {{"detail", "stack"}}};
    lua_pushcfunction(state, deliver);
    lua_pushinteger(state, function);
    const Status called = vm.call(1, LUA_MULTRET, budget);
    vm.mail.clear();
    if (!called.ok()) {
        lua_settop(state, top);
        return called;
    }
    const int results = std::min(lua_gettop(state) - top, 8);
    for (int i = 1; i <= results; ++i) vm.mail.push_back(valueOf(state, top + i));
    lua_settop(state, top);
    return Ok{};
}

Result<int> makeThread(Vm& vm, int function) {
    lua_State* const state = vm.state();
    lua_pushcfunction(state, thread);
    lua_pushinteger(state, function);
    const Status made = vm.call(1, 1, Limits::call);
    if (!made.ok()) return made.error();
    const int number = static_cast<int>(lua_tointeger(state, -1));
    lua_pop(state, 1);
    return number;
}

lua_State* threadOf(Vm& vm, int thread) {
    lua_State* const state = vm.state();
    lua_rawgeti(state, LUA_REGISTRYINDEX, keptTable);
    lua_rawgeti(state, -1, thread);
    lua_State* const found = lua_tothread(state, -1);
    lua_pop(state, 2);
    return found;
}

void forget(Vm& vm, int kept) {
    lua_State* const state = vm.state();
    if (kept == 0 || lua_checkstack(state, 4) == 0) return;
    lua_rawgeti(state, LUA_REGISTRYINDEX, keptTable);
    lua_pushnil(state);
    lua_rawseti(state, -2, kept);  // the key is there: no new block, so it cannot raise
    lua_pop(state, 1);
}

}  // namespace pt::script
