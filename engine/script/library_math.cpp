// math: our own elementary functions, equal on every device.
#include <cmath>

#include "engine/core/math.h"
#include "engine/script/library.h"
#include "engine/script/program.h"

namespace pt::script {

namespace {

template <double (*work)(double)>
Status one(Call& call) {
    call.give(work(call.number(1)));
    return Ok{};
}

double squareRoot(double x) { return std::sqrt(x); }

Status atan(Call& call) {
    call.give(math::atan2(call.number(1), call.given(2) ? call.number(2) : 1));
    return Ok{};
}

Status log(Call& call) {
    const double value = math::log(call.number(1));
    call.give(call.given(2) ? value / math::log(call.number(2)) : value);
    return Ok{};
}

Status pow(Call& call) {
    call.give(math::pow(call.number(1), call.number(2)));
    return Ok{};
}

Status fmod(Call& call) {
    if (call.number(2) == 0) return call.wrong(2, "number");
    call.give(std::fmod(call.number(1), call.number(2)));
    return Ok{};
}

// A whole number where it fits, as Lua does.
Value whole(double value) {
    constexpr double limit = 9223372036854775808.0;
    if (value >= -limit && value < limit) return static_cast<int64_t>(value);
    return value;
}

Status floor(Call& call) {
    call.give(call.isInteger(1) ? Value(call.integer(1)) : whole(std::floor(call.number(1))));
    return Ok{};
}

Status ceil(Call& call) {
    call.give(call.isInteger(1) ? Value(call.integer(1)) : whole(std::ceil(call.number(1))));
    return Ok{};
}

Status abs(Call& call) {
    const int64_t value = call.integer(1);
    if (call.isInteger(1))
        call.give(value < 0 ? static_cast<int64_t>(0 - static_cast<uint64_t>(value)) : value);
    else
        call.give(std::fabs(call.number(1)));
    return Ok{};
}

// Gives back the argument itself, so that a whole number stays one.
Status best(Call& call, bool greatest) {
    int found = 1;
    for (int i = 1; i <= call.count(); ++i) {
        if (call.type(i) != LUA_TNUMBER) return call.wrong(i, "number");
        const double a = call.number(found), b = call.number(i);
        if (greatest ? a < b : b < a) found = i;
    }
    call.give(call.isInteger(found) ? Value(call.integer(found)) : Value(call.number(found)));
    return Ok{};
}
Status max(Call& call) { return best(call, true); }
Status min(Call& call) { return best(call, false); }

Status tointeger(Call& call) {
    const double value = call.type(1) == LUA_TNUMBER ? call.number(1) : NAN;
    if (call.type(1) == LUA_TNUMBER && call.isInteger(1))
        call.give(call.integer(1));
    else if (value == std::floor(value) && std::holds_alternative<int64_t>(whole(value)))
        call.give(whole(value));
    else
        call.give({});
    return Ok{};
}

Status type(Call& call) {
    if (call.type(1) != LUA_TNUMBER)
        call.give({});
    else
        call.give(std::string(call.isInteger(1) ? "integer" : "float"));
    return Ok{};
}

constexpr Function words[] = {
    {"math.abs", "x: number", "number", Use::always, abs},
    {"math.acos", "x: number", "number", Use::always, one<math::acos>},
    {"math.asin", "x: number", "number", Use::always, one<math::asin>},
    {"math.atan", "y: number, x?: number", "number", Use::always, atan},
    {"math.ceil", "x: number", "integer", Use::always, ceil},
    {"math.cos", "x: number", "number", Use::always, one<math::cos>},
    {"math.exp", "x: number", "number", Use::always, one<math::exp>},
    {"math.floor", "x: number", "integer", Use::always, floor},
    {"math.fmod", "x: number, y: number", "number", Use::always, fmod},
    {"math.log", "x: number, base?: number", "number", Use::always, log},
    {"math.max", "x: number, ...: number", "number", Use::always, max},
    {"math.min", "x: number, ...: number", "number", Use::always, min},
    {"math.pow", "x: number, y: number", "number", Use::always, pow},
    {"math.sin", "x: number", "number", Use::always, one<math::sin>},
    {"math.sqrt", "x: number", "number", Use::always, one<squareRoot>},
    {"math.tan", "x: number", "number", Use::always, one<math::tan>},
    {"math.tointeger", "x: any", "integer|nil", Use::always, tointeger},
    {"math.type", "x: any", "string|nil", Use::always, type},
};

}  // namespace

std::span<const Function> mathWords() { return words; }

}  // namespace pt::script
