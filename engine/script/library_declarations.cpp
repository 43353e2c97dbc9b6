// Words that declare what is called later, and the table `memory`.
#include <cmath>
#include <utility>

#include "engine/script/library.h"
#include "engine/script/program.h"
#include "engine/script/utf8_text.h"

namespace pt::script {

namespace {

Status give(Call& call, const Result<int>& number) {
    if (!number.ok()) return number.error();
    call.give(int64_t{number.value()});
    return Ok{};
}

Status on(Call& call) {
    const bool filtered = call.type(2) == LUA_TSTRING;
    if (filtered && call.type(3) != LUA_TFUNCTION) return call.wrong(3, "function");
    return give(call, call.program().addHandler(call.text(1), filtered ? call.text(2) : "",
                                                call.keptFunction()));
}

Status every(Call& call) {
    return give(call, call.program().addTimer("every", call.number(1), true, call.keptFunction()));
}

Status after(Call& call) {
    return give(call, call.program().addTimer("after", call.number(1), false, call.keptFunction()));
}

Status when(Call& call) {
    const auto options = call.given(3) ? call.data(3) : Result<Json>(Json());
    if (!options.ok()) return options.error();
    return give(call, call.program().addCondition(call.text(1), options.value()["once"].boolean(),
                                                  call.keptFunction()));
}

Status spawn(Call& call) { return give(call, call.program().addSequence(call.keptFunction())); }

Status cancel(Call& call) {
    call.program().cancel(static_cast<int>(call.integer(1)));
    return Ok{};
}

Text labelOf(const Json& label) {
    if (label.isText()) return {label.text(), label.text()};
    return {label["nl"].text(), label["en"].text()};
}

Status measure(Call& call) {
    const auto how = call.data(2);
    if (!how.ok()) return how.error();
    if (call.keptFunction() == 0) return call.wrong(2, "value: function");
    if (!how.value()["unit"].isText()) return call.wrong(2, "unit: string");
    auto unit = parseUnit(how.value()["unit"].text());
    if (!unit.ok()) {
        Error error = unit.error();
        error.where.clear();
        return error;
    }
    Measure made;
    made.id = call.text(1);
    made.function = call.keptFunction();
    made.unit = unit.value();
    made.label = labelOf(how.value()["label"]);
    made.every = how.value()["every"].number();
    if (!(made.every >= 0)) return Error{"script.seconds", "", {{"function", "measure"}}};
    return call.program().addMeasure(std::move(made));
}

Status goal(Call& call) { return call.program().addGoal(call.text(1), call.keptFunction()); }

Status check(Call& call) { return call.program().addCheck(call.text(1), call.keptFunction()); }

// Raw: only a sequence can wait.
int wait(lua_State* state) {
    Vm& vm = Vm::of(state);
    const double seconds = lua_tonumber(state, 1);
    if (lua_isyieldable(state) != 0 && seconds >= 0 && !std::isinf(seconds))
        return lua_yield(state, 1);
    if (lua_isyieldable(state) == 0)
        vm.setProblem({"script.wait_outside", "", {}});
    else
        vm.setProblem({"script.seconds", "", {{"function", "wait"}}});
    vm.raise(state);
}

constexpr Function words[] = {
    {"on", "event: string, filter: string|function, handler?: function", "integer", Use::declares,
     on},
    {"every", "seconds: number, action: function", "integer", Use::declares, every},
    {"after", "seconds: number, action: function", "integer", Use::declares, after},
    {"when", "expression: string, action: function, options?: table", "integer", Use::declares,
     when},
    {"spawn", "sequence: function", "integer", Use::declares, spawn},
    {"wait", "seconds: number", "", Use::declares, nullptr, wait},
    {"cancel", "handle: integer", "", Use::declares, cancel},
    {"measure", "id: string, how: description", "", Use::declares, measure},
    {"goal", "id: string, reached: function", "", Use::declares, goal},
    {"check", "id: string, judge: function", "", Use::declares, check},
};

}  // namespace

std::span<const Function> lessonDeclarations() { return words; }

// -- memory

Status readMemory(Call& call) {
    const Json& value = call.program().memory()[call.shown(2)];
    if (value.kind() != Json::Kind::null) call.give(value);
    return Ok{};
}

Status writeMemory(Call& call) {
    const Error wrong{"script.memory_value", "", {{"name", call.shown(2)}}};
    if (call.type(2) != LUA_TSTRING) return wrong;
    const std::string key = validUtf8(call.text(2));
    const int type = call.type(3);
    if (type == LUA_TNIL) {
        Json left = Json::object();
        for (const auto& [name, value] : call.program().memory().entries())
            if (name != key) left.set(name, value);
        call.program().memory() = std::move(left);
        return Ok{};
    }
    const auto value = call.data(3);
    if (!value.ok() || value.value().isList() || value.value().isObject()) return wrong;
    Json grown = call.program().memory();
    grown.set(key, value.value());
    const size_t bytes = grown.write().size();
    call.charge(bytes);
    if (bytes > mostMemory)
        return Error{"script.memory_full", "", {{"limit", std::to_string(mostMemory)}}};
    call.program().memory() = std::move(grown);
    return Ok{};
}

void Program::restore(const Json& json) {
    Json taken = Json::object();
    for (const auto& [key, value] : json.entries()) {
        if (value.isList() || value.isObject() || value.kind() == Json::Kind::null) continue;
        taken.set(key, value);
    }
    if (taken.write().size() <= mostMemory) memory_ = std::move(taken);
    // What holds by now is no news.
    for (Condition& condition : conditions_)
        condition.held =
            condition.expression.truth(host_->values(), &condition.watch) == Truth::yes;
}

void Program::moveTo(ScriptHost& host) {
    host_ = &host;
    ++changes_;  // values worked out for the other host
}

}  // namespace pt::script
