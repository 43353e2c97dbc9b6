#include "engine/script/call.h"

#include <algorithm>
#include <utility>

#include "engine/core/assert.h"
#include "engine/script/kept.h"
#include "engine/script/program.h"
#include "engine/script/stack_values.h"

namespace pt::script {

namespace {

// What a call of a plain function takes by itself, in instructions.
constexpr size_t ownWork = 10, lessonWork = 50;

bool keepsFunction(const std::vector<Parameter>& parameters, bool raw) {
    return !raw && std::any_of(parameters.begin(), parameters.end(), [](const Parameter& one) {
        return one.types == "function" || one.types == "description";
    });
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

// Reading a text is work by its length, whatever a function makes of it.
size_t textWork(lua_State* state) {
    constexpr size_t bytesOfOne = 4;
    size_t bytes = 0;
    for (int i = lua_gettop(state); i > 0; --i)
        if (lua_type(state, i) == LUA_TSTRING) bytes += lua_rawlen(state, i);
    return bytes / bytesOfOne;
}

// Raises nothing; false with the problem set.
bool perform(lua_State* state, const Function& function) {
    Vm& vm = Vm::of(state);
    Status done = vm.program->admit(function);
    Call call(state, function);
    call.charge((function.use == Use::always ? ownWork : lessonWork) + textWork(state));
    if (done.ok() && !vm.program->dry(function, call)) done = function.plain(call);
    vm.mail = std::move(call.results());
    if (!done.ok()) vm.setProblem(done.error());
    return done.ok();
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

Bound bound(const Function& function) {
    Bound one{&function, parametersOf(function)};
    one.keeps = keepsFunction(one.parameters, function.raw != nullptr);
    return one;
}

int enterFunction(lua_State* state) {
    const auto* bound = static_cast<const Bound*>(lua_touserdata(state, lua_upvalueindex(1)));
    Vm& vm = Vm::of(state);
    if (!fits(state, *bound)) vm.raise(state);
    if (bound->function->raw != nullptr) return bound->function->raw(state);
    const int kept = vm.keptFunction = bound->keeps ? keepArgument(state) : 0;
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
    lua_pushcclosure(state, enterFunction, 1);
}

std::string_view Call::text(int index) const {
    size_t size = 0;
    const char* bytes = lua_tolstring(state_, index, &size);
    return {bytes, size};
}

std::string_view Call::prefix() const {
    const int held = lua_upvalueindex(2);
    return type(held) == LUA_TSTRING ? text(held) : std::string_view();
}

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
        const bool whole = isInteger(-1);
        const int64_t asWhole = integer(-1);
        const double asNumber = number(-1);
        lua_pop(state_, 1);
        if (whole) return asWhole;
        return asNumber;
    }
    if (lua_type(state_, index) != LUA_TNUMBER) return {};
    return isInteger(index) ? Value(integer(index)) : Value(number(index));
}

void Call::give(Value value) { results_.push_back(std::move(value)); }

std::string Call::shown(int index) const { return shownValue(state_, index); }

Result<Json> Call::data(int index) const {
    if (std::optional<Json> json = dataOf(state_, index)) return std::move(*json);
    return Error{"script.data", "", {{"function", std::string(function_.name)}}};
}

Error Call::wrong(int index, std::string_view what) const {
    return {"script.argument",
            "",
            {{"function", std::string(function_.name)},
             {"number", std::to_string(index)},
             {"what", std::string(what)}}};
}

}  // namespace pt::script
