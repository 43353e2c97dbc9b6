// table. Raw functions hold no objects, so that they may raise.
#include <algorithm>

#include "engine/script/library.h"
#include "engine/script/program.h"

namespace pt::script {

namespace {

[[noreturn]] void badArgument(lua_State* state, const char* function, const char* number,
                              const char* what) {
    Vm& vm = Vm::of(state);
    vm.setProblem(
        {"script.argument", "", {{"function", function}, {"number", number}, {"what", what}}});
    vm.raise(state);
}

// The words of the program and `memory` are no lists.
void needsPlain(lua_State* state, const char* function) {
    if (lua_getmetatable(state, 1) != 0) badArgument(state, function, "1", "table");
}

int insert(lua_State* state) {
    needsPlain(state, "table.insert");
    const auto size = static_cast<lua_Integer>(lua_rawlen(state, 1));
    if (lua_gettop(state) < 3) {
        lua_settop(state, 2);
        lua_rawseti(state, 1, size + 1);
        return 0;
    }
    const lua_Integer place = lua_tointeger(state, 2);
    if (lua_isinteger(state, 2) == 0 || place < 1 || place > size + 1)
        badArgument(state, "table.insert", "2", "1 .. #list + 1");
    Vm::of(state).charge(state, size - place + 1);
    for (lua_Integer i = size; i >= place; --i) {
        lua_rawgeti(state, 1, i);
        lua_rawseti(state, 1, i + 1);
    }
    lua_settop(state, 3);
    lua_rawseti(state, 1, place);
    return 0;
}

int remove(lua_State* state) {
    needsPlain(state, "table.remove");
    const auto size = static_cast<lua_Integer>(lua_rawlen(state, 1));
    const lua_Integer place = lua_isnoneornil(state, 2) ? size : lua_tointeger(state, 2);
    if (size == 0) return 0;
    if (place < 1 || place > size) badArgument(state, "table.remove", "2", "1 .. #list");
    Vm::of(state).charge(state, size - place);
    lua_settop(state, 1);
    lua_rawgeti(state, 1, place);
    for (lua_Integer i = place; i < size; ++i) {
        lua_rawgeti(state, 1, i + 1);
        lua_rawseti(state, 1, i);
    }
    lua_pushnil(state);
    lua_rawseti(state, 1, size);
    return 1;
}

int unpack(lua_State* state) {
    constexpr lua_Integer most = 200;
    needsPlain(state, "table.unpack");
    const lua_Integer first = lua_isnoneornil(state, 2) ? 1 : lua_tointeger(state, 2);
    const lua_Integer last = lua_isnoneornil(state, 3)
                                 ? static_cast<lua_Integer>(lua_rawlen(state, 1))
                                 : lua_tointeger(state, 3);
    if (first > last) return 0;
    // As unsigned numbers, so that the difference of two far ones does not overflow.
    const auto count = static_cast<lua_Unsigned>(last) - static_cast<lua_Unsigned>(first);
    if (count >= static_cast<lua_Unsigned>(most) || lua_checkstack(state, most + 4) == 0)
        badArgument(state, "table.unpack", "3", "200");
    for (lua_Unsigned i = 0; i <= count; ++i)
        lua_rawgeti(state, 1, static_cast<lua_Integer>(static_cast<lua_Unsigned>(first) + i));
    return static_cast<int>(count) + 1;
}

// Whether the value at the top comes before the one below it; takes both off.
bool topFirst(lua_State* state) {
    Vm::of(state).charge(state, 2);
    bool first = false;
    if (lua_isnil(state, 2)) {
        first = lua_compare(state, -1, -2, LUA_OPLT) != 0;
        lua_pop(state, 2);
    } else {
        lua_pushvalue(state, 2);
        lua_insert(state, -3);
        lua_insert(state, -2);
        lua_call(state, 2, 1);
        first = lua_toboolean(state, -1) != 0;
        lua_pop(state, 1);
    }
    return first;
}

// Merges [low, middle) and [middle, high) of the table at `from` into the one at `to`. Of equals
// the left one comes first, so that the order is the same on every device.
void merge(lua_State* state, int from, int to, lua_Integer low, lua_Integer middle,
           lua_Integer high) {
    lua_Integer left = low, right = middle;
    for (lua_Integer i = low; i < high; ++i) {
        bool takeRight = left >= middle;
        if (left < middle && right < high) {
            lua_rawgeti(state, from, left);
            lua_rawgeti(state, from, right);
            takeRight = topFirst(state);
        }
        lua_rawgeti(state, from, takeRight ? right++ : left++);
        lua_rawseti(state, to, i);
    }
}

int sort(lua_State* state) {
    needsPlain(state, "table.sort");
    lua_settop(state, 2);
    const auto size = static_cast<lua_Integer>(lua_rawlen(state, 1));
    // Two working copies: a comparison may see, or change, the list.
    for (int copy = 0; copy < 2; ++copy) lua_createtable(state, static_cast<int>(size), 0);
    int from = 3, to = 4;
    for (lua_Integer i = 1; i <= size; ++i) {
        lua_rawgeti(state, 1, i);
        lua_rawseti(state, from, i);
    }
    for (lua_Integer width = 1; width < size; width *= 2) {
        for (lua_Integer low = 1; low <= size; low += 2 * width)
            merge(state, from, to, low, std::min(low + width, size + 1),
                  std::min(low + 2 * width, size + 1));
        std::swap(from, to);
    }
    for (lua_Integer i = 1; i <= size; ++i) {
        lua_rawgeti(state, from, i);
        lua_rawseti(state, 1, i);
    }
    return 0;
}

Status concat(Call& call) {
    const std::string_view between = call.given(2) ? call.text(2) : std::string_view();
    const int64_t first = call.given(3) ? call.integer(3) : 1;
    const int64_t last = call.given(4) ? call.integer(4) : call.length(1);
    std::string text;
    for (int64_t i = first; i <= last; ++i) {
        const auto part = call.element(1, i);
        if (!part) return call.wrong(1, "string|number");
        if (i > first) text += between;
        text += *part;
        if (text.size() > Limits::text)
            return Error{"script.text_long", "", {{"limit", std::to_string(Limits::text >> 10)}}};
        call.charge(1);
        if (i == last) break;  // it may be the greatest integer there is
    }
    call.charge(text.size() / 16);
    call.give(std::move(text));
    return Ok{};
}

constexpr Function words[] = {
    {"table.concat", "list: table, between?: string, first?: integer, last?: integer", "string",
     Use::always, concat},
    {"table.insert", "list: table, place: any, ...: any", "", Use::always, nullptr, insert},
    {"table.remove", "list: table, place?: integer", "any", Use::always, nullptr, remove},
    {"table.sort", "list: table, before?: function", "", Use::always, nullptr, sort},
    {"table.unpack", "list: table, first?: integer, last?: integer", "any", Use::always, nullptr,
     unpack},
};

}  // namespace

std::span<const Function> tableWords() { return words; }

}  // namespace pt::script
