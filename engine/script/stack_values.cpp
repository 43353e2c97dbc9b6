#include "engine/script/stack_values.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "engine/script/utf8_text.h"

namespace pt::script {

namespace {

constexpr int deepest = 8;        // tables in tables
constexpr int mostValues = 2000;  // of one table that travels
// Whole numbers up to here travel as integers: even the product of three fits.
constexpr double wholeLimit = 1e6;

bool readData(lua_State* state, int index, int depth, int& left, Json& out);

// The keys are texts; sorted, so that the order in the table does not matter.
bool readObject(lua_State* state, int index, int depth, int& left, Json& out) {
    std::map<std::string, Json, std::less<>> entries;
    for (lua_pushnil(state); lua_next(state, index) != 0; lua_pop(state, 1)) {
        Json value;
        if (lua_type(state, -2) != LUA_TSTRING ||
            !readData(state, lua_gettop(state), depth + 1, left, value)) {
            lua_pop(state, 2);
            return false;
        }
        size_t size = 0;
        const char* key = lua_tolstring(state, -2, &size);
        entries.insert_or_assign(validUtf8({key, size}), std::move(value));
    }
    out = Json::object();
    for (auto& [key, value] : entries) out.set(key, std::move(value));
    return true;
}

bool readList(lua_State* state, int index, size_t size, int depth, int& left, Json& out) {
    out = Json::list();
    for (size_t i = 1; i <= size; ++i) {
        Json value;
        lua_rawgeti(state, index, static_cast<lua_Integer>(i));
        const bool read = readData(state, lua_gettop(state), depth + 1, left, value);
        lua_pop(state, 1);
        if (!read) return false;
        out.add(std::move(value));
    }
    return true;
}

bool readData(lua_State* state, int index, int depth, int& left, Json& out) {
    if (depth > deepest || --left < 0 || lua_checkstack(state, 4) == 0) return false;
    switch (lua_type(state, index)) {
    case LUA_TNIL: return true;
    case LUA_TBOOLEAN: out = Json(lua_toboolean(state, index) != 0); return true;
    case LUA_TNUMBER: {
        const double number = lua_tonumber(state, index);
        out = Json(number);
        return std::isfinite(number);
    }
    case LUA_TSTRING: {
        size_t size = 0;
        const char* bytes = lua_tolstring(state, index, &size);
        out = Json(validUtf8({bytes, size}));
        return true;
    }
    case LUA_TTABLE: {
        const auto size = static_cast<size_t>(lua_rawlen(state, index));
        return size > 0 ? readList(state, index, size, depth, left, out)
                        : readObject(state, index, depth, left, out);
    }
    // A function in a description is kept elsewhere.
    case LUA_TFUNCTION: return depth == 1;
    default: return false;
    }
}

void pushJson(lua_State* state, const Json& json) {
    if (lua_checkstack(state, 4) == 0) Vm::of(state).raiseMemory(state);
    switch (json.kind()) {
    case Json::Kind::null: lua_pushnil(state); return;
    case Json::Kind::boolean: lua_pushboolean(state, json.boolean() ? 1 : 0); return;
    case Json::Kind::text: lua_pushlstring(state, json.text().data(), json.text().size()); return;
    case Json::Kind::number: {
        const double number = json.number();
        if (number == std::floor(number) && std::fabs(number) <= wholeLimit)
            lua_pushinteger(state, static_cast<lua_Integer>(number));
        else
            lua_pushnumber(state, number);
        return;
    }
    case Json::Kind::list: {
        const auto& items = json.items();
        lua_createtable(state, static_cast<int>(items.size()), 0);
        for (size_t i = 0; i < items.size(); ++i) {
            pushJson(state, items[i]);
            lua_rawseti(state, -2, static_cast<lua_Integer>(i) + 1);
        }
        return;
    }
    case Json::Kind::object: {
        const auto& entries = json.entries();
        lua_createtable(state, 0, static_cast<int>(entries.size()));
        for (size_t i = 0; i < entries.size(); ++i) {
            lua_pushlstring(state, entries[i].first.data(), entries[i].first.size());
            pushJson(state, entries[i].second);
            lua_rawset(state, -3);
        }
        return;
    }
    }
}

}  // namespace

std::optional<Json> dataOf(lua_State* state, int index) {
    Json json;
    int left = mostValues;
    if (!readData(state, index, 0, left, json)) return std::nullopt;
    return json;
}

Value valueOf(lua_State* state, int index) {
    switch (lua_type(state, index)) {
    case LUA_TBOOLEAN: return lua_toboolean(state, index) != 0;
    case LUA_TNUMBER: return lua_tonumber(state, index);
    case LUA_TSTRING: return shownValue(state, index);
    case LUA_TTABLE: {
        std::optional<Json> json = dataOf(state, index);
        return json ? Value(std::move(*json)) : Value();
    }
    default: return {};
    }
}

std::string shownValue(lua_State* state, int index) {
    switch (lua_type(state, index)) {
    case LUA_TNIL: return "nil";
    case LUA_TBOOLEAN: return lua_toboolean(state, index) != 0 ? "true" : "false";
    case LUA_TSTRING: {
        size_t size = 0;
        const char* bytes = lua_tolstring(state, index, &size);
        return {bytes, size};
    }
    case LUA_TNUMBER: {
        if (lua_isinteger(state, index) != 0)
            return fmt::format("{}", static_cast<int64_t>(lua_tointeger(state, index)));
        const double number = lua_tonumber(state, index);
        if (std::isnan(number)) return "nan";
        std::string text = fmt::format("{:.14g}", number);
        if (text.find_first_not_of("-0123456789") == std::string::npos) text += ".0";
        return text;
    }
    default: return lua_typename(state, lua_type(state, index));
    }
}

void pushValue(lua_State* state, const Value& value) {
    if (const auto* truth = std::get_if<bool>(&value))
        lua_pushboolean(state, *truth ? 1 : 0);
    else if (const auto* whole = std::get_if<int64_t>(&value))
        lua_pushinteger(state, *whole);
    else if (const auto* number = std::get_if<double>(&value))
        lua_pushnumber(state, *number);
    else if (const auto* text = std::get_if<std::string>(&value))
        lua_pushlstring(state, text->data(), text->size());
    else if (const auto* json = std::get_if<Json>(&value))
        pushJson(state, *json);
    else
        lua_pushnil(state);
}

}  // namespace pt::script
