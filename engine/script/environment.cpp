// What a script finds when it begins: the words of the lesson, the libraries, `memory`, and an
// answer to every word that is not there.
#include <cmath>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/schema.h"
#include "engine/script/call.h"
#include "engine/script/kept.h"
#include "engine/script/library.h"
#include "engine/script/program.h"

namespace pt::script {

namespace {

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
    lua_pushcclosure(state, enterFunction, 2);
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

// A function of a stream, as wind.random() or wind:random().
int drawFrom(lua_State* state) {
    if (lua_type(state, 1) == LUA_TTABLE) lua_remove(state, 1);
    return enterFunction(state);
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
    makeKeptTable(state);
    lua_createtable(state, 0, 0);  // what the script declares
    lua_createtable(state, 0, 2);
    lua_createtable(state, 0, 64);  // our words
    addWords(state, "");
    addLibrary(state, "math", "math.");
    addLibrary(state, "string", "string.");
    addLibrary(state, "table", "table.");
    addLibrary(state, "utf8", "utf8.");
    addMemory(state);
    refuseUnknown(state, "");
    lua_setfield(state, -2, "__index");
    lua_pushcfunction(state, declareOrRaise);
    lua_setfield(state, -2, "__newindex");
    lua_setmetatable(state, -2);
    return 1;
}

}  // namespace

int makeStream(lua_State* state) {
    constexpr std::string_view prefix = "rng.";
    lua_createtable(state, 0, 2);
    for (const Bound& word : tables().words) {
        const std::string_view name = word.function->name;
        if (!name.starts_with(prefix)) continue;
        lua_pushlstring(state, name.data() + prefix.size(), name.size() - prefix.size());
        lua_pushlightuserdata(state, const_cast<Bound*>(&word));
        lua_pushvalue(state, 1);
        lua_pushcclosure(state, drawFrom, 2);
        lua_rawset(state, -3);
    }
    refuseUnknown(state, prefix.data());
    protect(state);
    return 1;
}

Status openLibrary(Vm& vm) {
    lua_State* const state = vm.state();
    lua_pushcfunction(state, build);
    const Status built = vm.call(0, 1, Limits::load);
    if (built.ok()) lua_setupvalue(state, -2, 1);
    return built;
}

}  // namespace pt::script
