// How a script reaches the functions of the program, and how values travel.
//
// A plain function gets a Call and returns a Status: an ordinary C++ function, since nothing it can
// do raises a Lua error. A raw one works on the stack itself, as callbacks need, and holds no
// objects. Before either runs, the number and the types of the arguments are checked.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/json.h"
#include "engine/core/result.h"
#include "engine/script/vm.h"

namespace pt::script {

class Call;

// When a function may be used. A measure, a goal and a check only look: they are asked as often as
// the screen needs them, so that anything else would happen an unknown number of times.
enum class Use : uint8_t {
    always,
    declares,  // not while looking
    looks,     // not while the file is loaded: there is no lab yet
    changes,   // neither
    acts       // neither, and a few a moment
};

// A word that scripts may use. The table of all of them makes the environment, the annotation file
// for editors and the reference in docs/lua.md.
struct Function {
    std::string_view name;        // "get", "math.sin"
    std::string_view parameters;  // "name: string, unit?: string, ...: any"
    std::string_view returns;     // "number|string|boolean"; "" for nothing
    Use use = Use::always;
    Status (*plain)(Call&) = nullptr;
    lua_CFunction raw = nullptr;
};
// Every function, in the order of the reference.
std::span<const std::span<const Function>> library();

struct Parameter {
    std::string_view name;   // "..." takes all that is left
    std::string_view types;  // "string", "number|string", "any", …
    bool optional = false;
};
std::vector<Parameter> parametersOf(const Function& function);

// One call of a plain function. Arguments count from 1; asking for a type that the parameter does
// not have is a bug.
class Call {
public:
    Call(lua_State* state, const Function& function) : state_(state), function_(function) {}

    Vm& vm() const { return Vm::of(state_); }
    Program& program() const { return *vm().program; }

    int count() const { return lua_gettop(state_); }
    bool given(int index) const { return lua_type(state_, index) > LUA_TNIL; }
    int type(int index) const { return lua_type(state_, index); }
    std::string_view text(int index) const;
    double number(int index) const { return lua_tonumber(state_, index); }
    int64_t integer(int index) const { return lua_tointeger(state_, index); }
    bool isInteger(int index) const { return lua_isinteger(state_, index) != 0; }
    bool truth(int index) const { return lua_toboolean(state_, index) != 0; }
    // Of a list: how many elements, and one that is a text or number as text; nothing else.
    int64_t length(int index) const { return static_cast<int64_t>(lua_rawlen(state_, index)); }
    std::optional<std::string> element(int index, int64_t at) const;
    // A number, or a text that is one; else nil.
    Value numberIn(int index) const;
    // As tostring() shows it.
    std::string shown(int index) const;
    // Tables of numbers, strings, booleans and such tables. Error: script.data {function}.
    Result<Json> data(int index) const;
    // What goes along with a function of a table: "math." for what is asked of math, the name of a
    // stream; "" for a global.
    std::string_view prefix() const;
    // The function among the arguments, or as `value` in a table; kept until it is forgotten.
    int keptFunction() const { return vm().keptFunction; }

    void give(Value value);
    std::vector<Value>& results() { return results_; }
    // Stands for `instructions` of the script.
    void charge(size_t instructions) { vm().note(static_cast<int64_t>(instructions)); }

    // script.argument {function, number, what}: `what` tells what would be right.
    Error wrong(int index, std::string_view what) const;

private:
    lua_State* state_;
    const Function& function_;
    std::vector<Value> results_;
};

// A function as Lua holds it: what it takes is worked out once.
struct Bound {
    const Function* function;
    std::vector<Parameter> parameters;
    bool keeps = false;  // a function among the arguments
};
Bound bound(const Function& function);
// What scripts call: a closure over a Bound. It holds no objects, so that it may raise.
int enterFunction(lua_State* state);
// May raise; the Bound must outlive the state.
void pushFunction(lua_State* state, const Bound& bound);

// Gives the function on top of the stack the environment of scripts; in environment.cpp.
Status openLibrary(Vm& vm);

}  // namespace pt::script
