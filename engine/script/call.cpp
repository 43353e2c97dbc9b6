#include "engine/script/call.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <utility>

#include "engine/core/assert.h"
#include "engine/model/schema.h"
#include "engine/script/program.h"
#include "engine/script/utf8_text.h"

namespace pt::script {

namespace {

constexpr int keptTable = LUA_RIDX_LAST + 1;  // in Lua's registry: functions and threads we hold
constexpr int deepest = 8;                    // tables in tables
constexpr int mostValues = 2000;              // of one table that travels
// Whole numbers up to here travel as integers: even the product of three fits.
constexpr double wholeLimit = 1e6;

// What a call of a plain function takes by itself, in instructions.
constexpr size_t ownWork = 10, lessonWork = 50;

struct Bound {
    const Function* function;
    std::vector<Parameter> parameters;
    bool keeps = false;  // a function among the arguments
};

bool keepsFunction(const std::vector<Parameter>& parameters, bool raw) {
    return !raw && std::any_of(parameters.begin(), parameters.end(), [](const Parameter& one) {
        return one.types == "function" || one.types == "description";
    });
}

Bound bound(const Function& function) {
    Bound one{&function, parametersOf(function)};
    one.keeps = keepsFunction(one.parameters, function.raw != nullptr);
    return one;
}

bool fitsType(lua_State* state, int index, std::string_view type) {
    const int held = lua_type(state, index);
    if (type == "any") return held != LUA_TNONE;
    if (type == "integer") return lua_isinteger(state, index) != 0;
    if (type == "description") return held == LUA_TTABLE;
    return type == lua_typename(state, held);
}

bool fitsAny(lua_State* state, int index, std::string_view types) {
    while (true) {
        const size_t bar = types.find('|');
        if (fitsType(state, index, types.substr(0, bar))) return true;
        if (bar == std::string_view::npos) return false;
        types.remove_prefix(bar + 1);
    }
}

// Sets the problem when the arguments are not what the function takes.
bool fits(lua_State* state, const Bound& bound) {
    int index = 0;
    for (const Parameter& parameter : bound.parameters) {
        ++index;
        if (parameter.name == "...") return true;
        if (parameter.optional && lua_isnoneornil(state, index)) continue;
        if (fitsAny(state, index, parameter.types)) continue;
        Vm::of(state).setProblem(Call(state, *bound.function).wrong(index, parameter.types));
        return false;
    }
    lua_settop(state, index);
    return true;
}

// Raises nothing; false with the problem set.
bool perform(lua_State* state, const Function& function) {
    Vm& vm = Vm::of(state);
    Status done = vm.program->admit(function);
    Call call(state, function);
    call.charge(function.use == Use::always ? ownWork : lessonWork);
    if (done.ok() && !vm.program->dry(function, call)) done = function.plain(call);
    vm.mail = std::move(call.results());
    if (!done.ok()) vm.setProblem(done.error());
    return done.ok();
}

// Puts the function among the arguments, or at `value` in a table, into the table of kept ones.
void keep(lua_State* state) {
    Vm& vm = Vm::of(state);
    const int top = lua_gettop(state);
    for (int i = 1; i <= top; ++i) {
        if (lua_type(state, i) == LUA_TTABLE) {
            lua_pushliteral(state, "value");
            lua_rawget(state, i);
        } else {
            lua_pushvalue(state, i);
        }
        if (lua_type(state, -1) == LUA_TFUNCTION) {
            lua_rawgeti(state, LUA_REGISTRYINDEX, keptTable);
            lua_insert(state, -2);
            lua_rawseti(state, -2, vm.lastKept + 1);
            vm.keptFunction = ++vm.lastKept;
            lua_settop(state, top);
            return;
        }
        lua_settop(state, top);
    }
}

// What scripts call; it holds no objects, so that it may raise.
int enter(lua_State* state) {
    const auto* bound = static_cast<const Bound*>(lua_touserdata(state, lua_upvalueindex(1)));
    Vm& vm = Vm::of(state);
    if (!fits(state, *bound)) vm.raise(state);
    if (bound->function->raw != nullptr) return bound->function->raw(state);
    vm.keptFunction = 0;
    if (bound->keeps) keep(state);
    const int kept = vm.keptFunction;
    if (!perform(state, *bound->function)) {
        if (kept != 0) forget(vm, kept);
        vm.raise(state);
    }
    vm.charge(state, 0);
    const int results = static_cast<int>(vm.mail.size());
    for (int i = 0; i < results; ++i) pushValue(state, vm.mail[static_cast<size_t>(i)]);
    return results;
}

void pushFunction(lua_State* state, const Bound& bound) {
    lua_pushlightuserdata(state, const_cast<Bound*>(&bound));
    lua_pushcclosure(state, enter, 1);
}

// -- the environment

// Words of Lua that scripts of lessons do without, and what they have instead.
constexpr std::string_view absent[][2] = {
    {"print", "log"},
    {"math.random", "random"},
    {"string.find", "string.contains"},
    {"string.match", "string.contains"},
    {"string.gmatch", "string.split"},
    {"string.gsub", "string.split"},
    {"next", "pairs"},
    {"unpack", "table.unpack"},
    {"table.getn", "#"},
    {"coroutine", "spawn"},
    {"os", "time"},
    {"_G", ""},
    {"_VERSION", ""},
    {"collectgarbage", ""},
    {"debug", ""},
    {"dofile", ""},
    {"getmetatable", ""},
    {"io", ""},
    {"load", ""},
    {"loadfile", ""},
    {"loadstring", ""},
    {"math.randomseed", ""},
    {"package", ""},
    {"rawequal", ""},
    {"rawget", ""},
    {"rawlen", ""},
    {"rawset", ""},
    {"require", ""},
    {"setmetatable", ""},
    {"string.dump", ""},
    {"string.pack", ""},
    {"string.packsize", ""},
    {"string.unpack", ""},
    {"table.move", ""},
    {"table.pack", ""},
    {"warn", "log"},
};

Status unknownWord(Call& call) {
    const std::string word = std::string(call.prefix()) + call.shown(2);
    for (const auto& [name, instead] : absent) {
        if (word != name) continue;
        if (instead.empty()) return Error{"script.absent", "", {{"word", word}}};
        return Error{
            "script.absent_instead", "", {{"word", word}, {"suggestion", std::string(instead)}}};
    }
    std::vector<std::string> known;
    for (const auto& part : library())
        for (const Function& function : part) known.emplace_back(function.name);
    const std::string near = nearest(word, known);
    if (near.empty()) return Error{"script.unknown_word", "", {{"word", word}}};
    return Error{"script.unknown_word_near", "", {{"word", word}, {"suggestion", near}}};
}

Status readOnly(Call& call) { return Error{"script.read_only", "", {{"word", call.shown(2)}}}; }

constexpr Function unknownFunction{"", "t: any, key: any", "", Use::always, unknownWord};
constexpr Function readOnlyFunction{"", "t: any, key: any, value: any", "", Use::always, readOnly};
constexpr Function memoryRead{"", "t: any, key: any", "any", Use::always, readMemory};
constexpr Function memoryWrite{"", "t: any, key: any, value: any", "", Use::declares, writeMemory};

struct Tables {
    std::vector<Bound> words;
    Bound unknown = bound(unknownFunction), constant = bound(readOnlyFunction);
    Bound read = bound(memoryRead), write = bound(memoryWrite);
    Tables() {
        for (const auto& part : library())
            for (const Function& function : part) words.push_back(bound(function));
    }
};
const Tables& tables() {
    static const Tables all;
    return all;
}

// Below: raw, run by openLibrary().

void setMeta(lua_State* state, const char* key, const Bound& bound) {
    pushFunction(state, bound);
    lua_setfield(state, -2, key);
}

// The table on top of the stack answers a missing key with an error that names `prefix` + key.
void refuseUnknown(lua_State* state, const char* prefix) {
    lua_createtable(state, 0, 1);
    lua_pushlightuserdata(state, const_cast<Bound*>(&tables().unknown));
    lua_pushstring(state, prefix);
    lua_pushcclosure(state, enter, 2);
    lua_setfield(state, -2, "__index");
    lua_setmetatable(state, -2);
}

// In place of the table on top of the stack an empty one that shows it and cannot be changed.
void protect(lua_State* state) {
    lua_createtable(state, 0, 0);
    lua_createtable(state, 0, 2);
    lua_pushvalue(state, -3);
    lua_setfield(state, -2, "__index");
    setMeta(state, "__newindex", tables().constant);
    lua_setmetatable(state, -2);
    lua_remove(state, -2);
}

// Adds the words of the library to the table on top: those with "name." before them, without it.
void addWords(lua_State* state, const char* prefix) {
    const std::string_view start = prefix;
    for (const Bound& word : tables().words) {
        const std::string_view name = word.function->name;
        if (name.substr(0, start.size()) != start) continue;
        const std::string_view rest = name.substr(start.size());
        if (rest.find('.') != std::string_view::npos) continue;
        lua_pushlstring(state, rest.data(), rest.size());
        pushFunction(state, word);
        lua_rawset(state, -3);
    }
}

void addLibrary(lua_State* state, const char* name, const char* prefix) {
    lua_createtable(state, 0, 32);
    addWords(state, prefix);
    if (std::string_view(name) == "math") {
        lua_pushnumber(state, 3.14159265358979323846);
        lua_setfield(state, -2, "pi");
        lua_pushnumber(state, HUGE_VAL);
        lua_setfield(state, -2, "huge");
    }
    refuseUnknown(state, prefix);
    protect(state);
    if (std::string_view(name) == "string") {  // ("x"):upper()
        lua_pushliteral(state, "");
        lua_createtable(state, 0, 1);
        lua_pushvalue(state, -3);
        lua_setfield(state, -2, "__index");
        lua_setmetatable(state, -2);
        lua_pop(state, 1);
    }
    lua_setfield(state, -2, name);
}

void addMemory(lua_State* state) {
    lua_createtable(state, 0, 0);
    lua_createtable(state, 0, 2);
    setMeta(state, "__index", tables().read);
    setMeta(state, "__newindex", tables().write);
    lua_setmetatable(state, -2);
    lua_pushvalue(state, -1);
    Vm::of(state).program->setMemoryTable(lua_topointer(state, -1));
    lua_pop(state, 1);
    lua_setfield(state, -2, "memory");
}

// A new global: only while the file is loaded, and never a word of ours.
int declare(lua_State* state) {
    lua_getmetatable(state, 1);
    lua_getfield(state, -1, "__index");
    lua_pushvalue(state, 2);
    const bool ours = lua_rawget(state, -2) != LUA_TNIL;
    lua_settop(state, 3);
    Vm& vm = Vm::of(state);
    if (!ours && vm.loading) {
        lua_rawset(state, 1);
        return 0;
    }
    Call call(state, readOnlyFunction);
    vm.setProblem({ours ? "script.read_only" : "script.global", "", {{"word", call.shown(2)}}});
    return -1;
}
int declareOrRaise(lua_State* state) {
    if (declare(state) < 0) Vm::of(state).raise(state);
    return 0;
}

int build(lua_State* state) {
    lua_createtable(state, 0, 0);
    lua_rawseti(state, LUA_REGISTRYINDEX, keptTable);
    lua_createtable(state, 0, 0);  // what the script declares
    lua_createtable(state, 0, 2);
    lua_createtable(state, 0, 64);  // our words
    addWords(state, "");
    addLibrary(state, "math", "math.");
    addLibrary(state, "string", "string.");
    addLibrary(state, "table", "table.");
    addLibrary(state, "utf8", "utf8.");
    addLibrary(state, "stream", "stream.");
    addMemory(state);
    refuseUnknown(state, "");
    lua_setfield(state, -2, "__index");
    lua_pushcfunction(state, declareOrRaise);
    lua_setfield(state, -2, "__newindex");
    lua_setmetatable(state, -2);
    return 1;
}

// -- values

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

Value valueOf(lua_State* state, int index) {
    switch (lua_type(state, index)) {
    case LUA_TBOOLEAN: return lua_toboolean(state, index) != 0;
    case LUA_TNUMBER: return lua_tonumber(state, index);
    case LUA_TSTRING: return shownValue(state, index);
    case LUA_TTABLE: {
        Json json;
        int left = mostValues;
        if (readData(state, index, 0, left, json)) return json;
        return {};
    }
    default: return {};
    }
}

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

std::vector<Parameter> parametersOf(const Function& function) {
    std::vector<Parameter> all;
    std::string_view rest = function.parameters;
    while (!rest.empty()) {
        const size_t comma = std::min(rest.find(", "), rest.size());
        const std::string_view one = rest.substr(0, comma);
        rest.remove_prefix(std::min(comma + 2, rest.size()));
        const size_t colon = one.find(": ");
        PT_ASSERT(colon != std::string_view::npos);
        Parameter parameter{one.substr(0, colon), one.substr(colon + 2)};
        parameter.optional = parameter.name.ends_with('?');
        if (parameter.optional) parameter.name.remove_suffix(1);
        all.push_back(parameter);
    }
    return all;
}

std::string_view Call::text(int index) const {
    size_t size = 0;
    const char* bytes = lua_tolstring(state_, index, &size);
    return {bytes, size};
}

std::string_view Call::prefix() const { return text(lua_upvalueindex(2)); }

std::optional<std::string> Call::element(int index, int64_t at) const {
    const int type = lua_rawgeti(state_, index, at);
    std::optional<std::string> text;
    if (type == LUA_TSTRING || type == LUA_TNUMBER) text = shownValue(state_, -1);
    lua_pop(state_, 1);
    return text;
}

Value Call::numberIn(int index) const {
    if (lua_type(state_, index) == LUA_TSTRING) {
        const std::string_view digits = text(index);
        if (lua_stringtonumber(state_, digits.data()) != digits.size() + 1) return {};
        const Value value = lua_isinteger(state_, -1) != 0 ? Value(integer(-1)) : Value(number(-1));
        lua_pop(state_, 1);
        return value;
    }
    if (lua_type(state_, index) != LUA_TNUMBER) return {};
    return isInteger(index) ? Value(integer(index)) : Value(number(index));
}

void Call::give(Value value) { results_.push_back(std::move(value)); }

std::string Call::shown(int index) const { return shownValue(state_, index); }

Result<Json> Call::data(int index) const {
    Json json;
    int left = mostValues;
    if (readData(state_, index, 0, left, json)) return json;
    return Error{"script.data", "", {{"function", std::string(function_.name)}}};
}

Error Call::wrong(int index, std::string_view what) const {
    return {"script.argument",
            "",
            {{"function", std::string(function_.name)},
             {"number", std::to_string(index)},
             {"what", std::string(what)}}};
}

Status openLibrary(Vm& vm) {
    lua_State* const state = vm.state();
    lua_pushcfunction(state, build);
    const Status built = vm.call(0, 1, Limits::load);
    if (built.ok()) lua_setupvalue(state, -2, 1);
    return built;
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
