// Lua's own basic words, less what could reach out of the sandbox.
#include <algorithm>
#include <cmath>

#include "engine/script/library.h"
#include "engine/script/program.h"
#include "engine/script/stack_values.h"
#include "engine/script/utf8_text.h"

namespace pt::script {

namespace {

// -- raw: no objects in these

int assertTrue(lua_State* state) {
    if (lua_toboolean(state, 1) != 0) return lua_gettop(state);
    if (lua_gettop(state) < 2) {
        Vm::of(state).setProblem({"script.assert", "", {}});
        Vm::of(state).raise(state);
    }
    lua_settop(state, 2);
    return lua_error(state);
}

// Texts get the place before them, as in Lua itself.
int error(lua_State* state) {
    const auto level = static_cast<int>(lua_isnoneornil(state, 2) ? 1 : lua_tointeger(state, 2));
    lua_settop(state, 1);
    lua_Debug caller;
    if (lua_type(state, 1) == LUA_TSTRING && level > 0 &&
        lua_getstack(state, level, &caller) != 0) {
        lua_getinfo(state, "Sl", &caller);
        if (caller.currentline > 0) {
            lua_pushfstring(state, "%s:%d: ", caller.short_src, caller.currentline);
            lua_insert(state, 1);
            lua_concat(state, 2);
        }
    }
    return lua_error(state);
}

int nextOfList(lua_State* state) {
    const lua_Integer index = lua_tointeger(state, 2) + 1;
    lua_pushinteger(state, index);
    return lua_geti(state, 1, index) == LUA_TNIL ? 1 : 2;
}

int ipairs(lua_State* state) {
    lua_pushcfunction(state, nextOfList);
    lua_pushvalue(state, 1);
    lua_pushinteger(state, 0);
    return 3;
}

// Upvalues: the sorted keys, and how many were given.
int nextSorted(lua_State* state) {
    while (true) {
        const lua_Integer index = lua_tointeger(state, lua_upvalueindex(2)) + 1;
        lua_pushinteger(state, index);
        lua_replace(state, lua_upvalueindex(2));
        lua_settop(state, 1);
        if (lua_rawgeti(state, lua_upvalueindex(1), index) == LUA_TNIL) return 1;
        lua_pushvalue(state, -1);
        if (lua_gettable(state, 1) != LUA_TNIL) return 2;  // else taken out meanwhile
    }
}

// What a protected call gives back; a script that was stopped does not go on after it.
int protectedResults(lua_State* state, int status) {
    constexpr int64_t failureWork = 500;  // Lua looks at every call that is open
    Vm& vm = Vm::of(state);
    if (vm.stopped()) return lua_error(state);
    if (status == LUA_ERRMEM) vm.raiseMemory(state);
    if (status != LUA_OK && status != LUA_YIELD) vm.charge(state, failureWork);
    lua_pushboolean(state, status == LUA_OK || status == LUA_YIELD ? 1 : 0);
    lua_insert(state, 1);
    return lua_gettop(state);
}

int afterPause(lua_State* state, int status, lua_KContext) {
    return protectedResults(state, status);
}

int pcall(lua_State* state) {
    const int arguments = lua_gettop(state) - 1;
    const int status = lua_pcallk(state, arguments, LUA_MULTRET, 0, 0, afterPause);
    return protectedResults(state, status);
}

int select(lua_State* state) {
    const int count = lua_gettop(state);
    if (lua_type(state, 1) == LUA_TSTRING) {
        lua_pushinteger(state, count - 1);
        return 1;
    }
    lua_Integer first = lua_tointeger(state, 1);
    if (first < 0) first = count + first;
    if (first < 1) {
        Vm::of(state).setProblem({"script.argument",
                                  "",
                                  {{"function", "select"}, {"number", "1"}, {"what", "integer"}}});
        Vm::of(state).raise(state);
    }
    return first >= count ? 0 : count - static_cast<int>(first);
}

int type(lua_State* state) {
    lua_pushstring(state, lua_typename(state, lua_type(state, 1)));
    return 1;
}

// -- plain

// Numbers, then texts by their bytes, then truths.
int rank(const Value& key) {
    if (std::holds_alternative<std::string>(key)) return 1;
    return std::holds_alternative<bool>(key) ? 2 : 0;
}

bool before(const Value& a, const Value& b) {
    if (rank(a) != rank(b)) return rank(a) < rank(b);
    if (rank(a) == 1) return std::get<std::string>(a) < std::get<std::string>(b);
    if (rank(a) == 2) return std::get<bool>(a) < std::get<bool>(b);
    const auto* wholeA = std::get_if<int64_t>(&a);
    const auto* wholeB = std::get_if<int64_t>(&b);
    if (wholeA != nullptr && wholeB != nullptr) return *wholeA < *wholeB;
    const auto real = [](const Value& key) {
        const auto* whole = std::get_if<int64_t>(&key);
        return whole != nullptr ? static_cast<double>(*whole) : std::get<double>(key);
    };
    return real(a) < real(b);
}

// The keys of the table, sorted, into the mail; false when one has no order.
bool sortedKeys(lua_State* state) {
    Vm& vm = Vm::of(state);
    std::vector<Value> keys;
    if (lua_getmetatable(state, 1) != 0) {  // `memory`, or a table of words, which shows none
        lua_pop(state, 1);
        for (const auto& [key, value] : vm.program->shownEntries(lua_topointer(state, 1)))
            keys.emplace_back(key);
    }
    for (lua_pushnil(state); lua_next(state, 1) != 0; lua_pop(state, 1)) {
        const int held = lua_type(state, -2);
        if (held == LUA_TNUMBER && lua_isinteger(state, -2) != 0)
            keys.emplace_back(int64_t{lua_tointeger(state, -2)});
        else if (held == LUA_TNUMBER)
            keys.emplace_back(double{lua_tonumber(state, -2)});
        else if (held == LUA_TSTRING)
            keys.emplace_back(shownValue(state, -2));
        else if (held == LUA_TBOOLEAN)
            keys.emplace_back(lua_toboolean(state, -2) != 0);
        else {
            lua_pop(state, 2);
            vm.setProblem({"script.pairs_key", "", {{"type", lua_typename(state, held)}}});
            return false;
        }
    }
    std::sort(keys.begin(), keys.end(), before);
    vm.note(static_cast<int64_t>(keys.size()) * 4);
    vm.mail = std::move(keys);
    return true;
}

int pairs(lua_State* state) {
    Vm& vm = Vm::of(state);
    if (!sortedKeys(state)) vm.raise(state);
    vm.charge(state, 0);
    const int count = static_cast<int>(vm.mail.size());
    lua_createtable(state, count, 0);
    for (int i = 0; i < count; ++i) {
        pushValue(state, vm.mail[static_cast<size_t>(i)]);
        lua_rawseti(state, -2, i + 1);
    }
    lua_pushinteger(state, 0);
    lua_pushcclosure(state, nextSorted, 2);
    lua_pushvalue(state, 1);
    return 2;
}

Status tostring(Call& call) {
    call.give(call.shown(1));
    return Ok{};
}

// Digits of a base up to 36, as Lua reads them.
Value inBase(std::string_view text, int64_t base) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    const bool negative = text.starts_with('-');
    if (negative) text.remove_prefix(1);
    if (text.empty()) return {};
    uint64_t value = 0;
    for (const char c : text) {
        const int digit = c >= '0' && c <= '9'   ? c - '0'
                          : c >= 'a' && c <= 'z' ? c - 'a' + 10
                          : c >= 'A' && c <= 'Z' ? c - 'A' + 10
                                                 : 36;
        if (digit >= base) return {};
        value = value * static_cast<uint64_t>(base) + static_cast<uint64_t>(digit);
    }
    return static_cast<int64_t>(negative ? 0 - value : value);
}

Status tonumber(Call& call) {
    if (call.given(2)) {
        const int64_t base = call.integer(2);
        if (base < 2 || base > 36 || call.type(1) != LUA_TSTRING) return call.wrong(2, "2 .. 36");
        call.give(inBase(call.text(1), base));
        return Ok{};
    }
    call.give(call.numberIn(1));
    return Ok{};
}

constexpr Function words[] = {
    {"assert", "value: any, ...: any", "any", Use::always, nullptr, assertTrue},
    {"error", "message?: any, level?: integer", "", Use::always, nullptr, error},
    {"ipairs", "list: table", "function", Use::always, nullptr, ipairs},
    {"pairs", "table: table", "function", Use::always, nullptr, pairs},
    {"pcall", "action: function, ...: any", "boolean, any", Use::always, nullptr, pcall},
    {"select", "first: integer|string, ...: any", "any", Use::always, nullptr, select},
    {"tonumber", "value: any, base?: integer", "number|nil", Use::always, tonumber},
    {"tostring", "value: any", "string", Use::always, tostring},
    {"type", "value: any", "string", Use::always, nullptr, type},
};

}  // namespace

std::span<const Function> baseWords() { return words; }

}  // namespace pt::script
