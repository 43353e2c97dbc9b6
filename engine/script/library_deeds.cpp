// Words that do something: to the lab, to the lesson, or with chance.
#include <algorithm>
#include <cmath>

#include "engine/script/library.h"
#include "engine/script/names.h"
#include "engine/script/program.h"
#include "engine/script/utf8_text.h"

namespace pt::script {

namespace {

// A refusal of the lab or the lesson has a place of its own; the script's line counts here.
Status told(Status done) {
    if (done.ok()) return done;
    Error error = done.error();
    error.where.clear();
    return error;
}

// The SI value of a number in `unit`, as an amount to add when `difference`.
Result<double> siOf(const Param& param, double value, std::string_view unit, bool difference) {
    if (!std::isfinite(value)) return Error{"script.finite", "", {{"name", param.key}}};
    if (unit.empty()) return value;
    const auto read = parseUnit(unit);
    if (!read.ok()) return told(read.error()).error();
    if (read.value().dimension != param.unit.dimension)
        return Error{"script.dimension",
                     "",
                     {{"name", param.key},
                      {"quantity", "@" + quantityKey(param.unit.dimension)},
                      {"unit", std::string(unit)},
                      {"given", "@" + quantityKey(read.value().dimension)}}};
    const double si = read.value().toSi(value);
    return difference ? si - read.value().offset : si;
}

// Only what the lab lets lessons change.
Status maySet(const ScriptHost& host, const ScriptNames& script, std::string_view name) {
    const Schema& schema = host.session().schema();
    if (schema.isInput(name)) return Ok{};
    const ScriptNameTable names(host, script);
    if (names.find(name).kind == NameInfo::Kind::unknown) return unknownName(names, name);
    std::string inputs;
    for (const std::string& key : schema.inputs()) inputs += (inputs.empty() ? "" : ", ") + key;
    return Error{"script.not_settable", "", {{"name", std::string(name)}, {"inputs", inputs}}};
}

Status set(Call& call) {
    ScriptHost& host = call.program().host();
    const Schema& schema = host.session().schema();
    const std::string_view name = call.text(1);
    if (const Status may = maySet(host, call.program().names(), name); !may.ok()) return may;
    if (const Param* param = schema.findParam(name)) {
        if (call.type(2) != LUA_TNUMBER) return call.wrong(2, "number");
        const auto si = siOf(*param, call.number(2), call.given(3) ? call.text(3) : "", false);
        if (!si.ok()) return si.error();
        return told(host.set(name, si.value()));
    }
    if (call.type(2) != LUA_TSTRING) return call.wrong(2, "string");
    return told(host.set(name, validUtf8(call.text(2))));
}

Status act(Call& call) {
    ScriptHost& host = call.program().host();
    const auto args = call.given(2) ? call.data(2) : Result<Json>(Json::object());
    if (!args.ok()) return args.error();
    return told(host.call(call.text(1), args.value()));
}

Status run(Call& call) {
    call.program().host().run();
    return Ok{};
}
Status pause(Call& call) {
    call.program().host().pause();
    return Ok{};
}
Status reset(Call& call) {
    call.program().host().reset();
    return Ok{};
}

Result<Disturbance> disturbanceOf(Call& call, const Param& param, const Json& how) {
    constexpr std::string_view shapes[] = {"pulse", "step", "ramp", "sine", "noise"};
    const auto shape = std::find(std::begin(shapes), std::end(shapes), how["shape"].text());
    if (shape == std::end(shapes)) return call.wrong(2, "shape: pulse|step|ramp|sine|noise");
    if (!how["value"].isNumber()) return call.wrong(2, "value: number");
    const auto si = siOf(param, how["value"].number(), how["unit"].text(), true);
    if (!si.ok()) return si.error();
    Disturbance made;
    made.input = param.key;
    made.shape = static_cast<Disturbance::Shape>(shape - std::begin(shapes));
    made.value = si.value();
    made.after = std::max(0.0, how["after"].number());
    made.last = std::max(0.0, how["last"].number());
    made.period = std::max(0.0, how["period"].number());
    if (made.shape == Disturbance::Shape::sine && made.period == 0)
        return call.wrong(2, "period: number");
    return made;
}

Status disturb(Call& call) {
    ScriptHost& host = call.program().host();
    const auto how = call.data(2);
    if (!how.ok()) return how.error();
    const Param* param = host.session().schema().findParam(call.text(1));
    if (const Status may = maySet(host, call.program().names(), call.text(1)); !may.ok())
        return may;
    if (param == nullptr) return call.wrong(1, "number");
    const auto made = disturbanceOf(call, *param, how.value());
    if (!made.ok()) return made.error();
    return told(host.disturb(made.value()));
}

Status say(Call& call) {
    const auto vars = call.given(2) ? call.data(2) : Result<Json>(Json());
    if (!vars.ok()) return vars.error();
    ScriptHost& host = call.program().host();
    if (!call.program().mayShowMessage()) return Ok{};
    host.say(host.text(validUtf8(call.text(1)), vars.value()));
    return Ok{};
}

Status needsItem(Call& call) {
    const ScriptHost& host = call.program().host();
    if (host.lesson().findItem(call.text(1)) != nullptr) return Ok{};
    return unknownName(ScriptNameTable(host, call.program().names()), call.text(1));
}

Status hint(Call& call) {
    const Status known = needsItem(call);
    if (known.ok()) call.program().host().hint(call.text(1));
    return known;
}

Status mark(Call& call) {
    const Status known = needsItem(call);
    if (!known.ok()) return known;
    const double score = call.number(2);
    if (!(score >= 0 && score <= 1)) return call.wrong(2, "0 .. 1");
    call.program().host().mark(call.text(1), score);
    return Ok{};
}

Status log(Call& call) {
    std::string line;
    for (int i = 1; i <= call.count(); ++i) line += (i == 1 ? "" : " ") + call.shown(i);
    call.charge(line.size());
    constexpr size_t longest = 1000;
    if (line.size() > longest) line.resize(longest);
    if (call.program().mayShowLine()) call.program().host().log(validUtf8(line));
    return Ok{};
}

Status draw(Call& call, Rng& rng) {
    if (!call.given(1)) {
        call.give(rng.uniform());
        return Ok{};
    }
    if (!call.isInteger(1)) return call.wrong(1, "integer");
    if (!call.isInteger(2) || call.integer(2) < call.integer(1)) return call.wrong(2, "integer");
    call.give(rng.integer(call.integer(1), call.integer(2)));
    return Ok{};
}

Status drawNormal(Call& call, Rng& rng) {
    const double mean = call.number(1), deviation = call.number(2);
    if (!(deviation >= 0)) return call.wrong(2, ">= 0");
    call.give(mean + deviation * rng.normal());
    return Ok{};
}

// Of stream(name) the name goes along with the function; random() itself has none.
Status random(Call& call) { return draw(call, call.program().stream(call.prefix())); }
Status normal(Call& call) { return drawNormal(call, call.program().stream(call.prefix())); }

constexpr Function words[] = {
    {"set", "name: string, value: number|string, unit?: string", "", Use::acts, set},
    {"call", "action: string, args?: table", "", Use::acts, act},
    {"run", "", "", Use::acts, run},
    {"pause", "", "", Use::acts, pause},
    {"reset", "", "", Use::acts, reset},
    {"disturb", "name: string, how: table", "", Use::acts, disturb},
    {"say", "text: string, vars?: table", "", Use::acts, say},
    {"hint", "item: string", "", Use::acts, hint},
    {"mark", "item: string, score: number", "", Use::acts, mark},
    {"log", "...: any", "", Use::changes, log},
    {"random", "low?: integer, high?: integer", "number", Use::changes, random},
    {"normal", "mean: number, deviation: number", "number", Use::changes, normal},
    {"stream", "name: string", "rng", Use::always, nullptr, makeStream},
    {"rng.random", "low?: integer, high?: integer", "number", Use::changes, random},
    {"rng.normal", "mean: number, deviation: number", "number", Use::changes, normal},
};

}  // namespace

std::span<const Function> lessonDeeds() { return words; }

}  // namespace pt::script
