// Words that look at the lab and the lesson.
#include <cmath>
#include <limits>

#include "engine/script/library.h"
#include "engine/script/names.h"
#include "engine/script/program.h"
#include "engine/script/utf8_text.h"

namespace pt::script {

// In program_look.cpp.
Json rowsOf(const ScriptHost& host, std::string_view table);
Json runsOf(const ScriptHost& host);

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

// The unit that argument `index` names, or `known`; it must be of the same dimension.
Result<Unit> unitAt(Call& call, int index, const Unit& known) {
    if (!call.given(index)) {
        Unit si;
        si.dimension = known.dimension;
        return si;
    }
    auto unit = parseUnit(call.text(index));
    if (!unit.ok()) {
        Error error = unit.error();
        error.where.clear();
        return error;
    }
    if (unit.value().dimension == known.dimension) return unit;
    return Error{"script.dimension",
                 "",
                 {{"name", std::string(call.text(1))},
                  {"quantity", "@" + quantityKey(known.dimension)},
                  {"unit", std::string(call.text(index))},
                  {"given", "@" + quantityKey(unit.value().dimension)}}};
}

Value truthValue(Truth truth) {
    if (truth == Truth::unknown) return {};
    return truth == Truth::yes;
}

Status get(Call& call) {
    const ScriptHost& host = call.program().host();
    const ScriptNameTable names(host, call.program().names());
    const std::string_view name = call.text(1);
    const NameInfo info = names.find(name);
    switch (info.kind) {
    case NameInfo::Kind::number: {
        const auto unit = unitAt(call, 2, info.unit);
        if (!unit.ok()) return unit.error();
        call.give(unit.value().fromSi(host.values().number(name)));
        return Ok{};
    }
    case NameInfo::Kind::option: call.give(host.values().option(name)); return Ok{};
    case NameInfo::Kind::truth: call.give(truthValue(host.values().truth(name))); return Ok{};
    default: return unknownName(names, name);
    }
}

Json paramInfo(const Session& session, const Param& param) {
    const Setting* setting = session.setting(param.key);
    const Range range = session.range(param);
    return Json::object({{"kind", "number"},
                         {"unit", param.unit.symbol},
                         {"min", param.unit.fromSi(range.min)},
                         {"max", param.unit.fromSi(range.max)},
                         {"locked", setting != nullptr && setting->locked},
                         {"settable", session.schema().isInput(param.key)}});
}

Json choiceInfo(const Session& session, const Choice& choice) {
    const Setting* setting = session.setting(choice.key);
    const bool narrowed = setting != nullptr && !setting->options.empty();
    Json options = Json::list();
    for (const std::string& option : narrowed ? setting->options : choice.options)
        options.add(option);
    return Json::object({{"kind", "option"},
                         {"options", std::move(options)},
                         {"locked", setting != nullptr && setting->locked},
                         {"settable", session.schema().isInput(choice.key)}});
}

Status info(Call& call) {
    const ScriptHost& host = call.program().host();
    const Session& session = host.session();
    const std::string_view name = call.text(1);
    if (const Param* param = session.schema().findParam(name)) {
        call.give(paramInfo(session, *param));
        return Ok{};
    }
    if (const Choice* choice = session.schema().findChoice(name)) {
        call.give(choiceInfo(session, *choice));
        return Ok{};
    }
    const ScriptNameTable names(host, call.program().names());
    const NameInfo known = names.find(name);
    if (known.kind == NameInfo::Kind::unknown) return unknownName(names, name);
    const bool number = known.kind == NameInfo::Kind::number;
    Json json = Json::object({{"kind", number                                 ? "number"
                                       : known.kind == NameInfo::Kind::option ? "option"
                                                                              : "truth"}});
    if (number) json.set("unit", known.unit.symbol);
    json.set("locked", true);
    json.set("settable", false);
    call.give(std::move(json));
    return Ok{};
}

Status time(Call& call) {
    call.give(call.program().time());
    return Ok{};
}

Status steps(Call& call) {
    call.give(call.program().host().session().step());
    return Ok{};
}

Status dt(Call& call) {
    call.give(call.program().host().session().dt());
    return Ok{};
}

// Whether the clock of a person's screen plays makes no difference: a replay has none.
Status state(Call& call) {
    const Session& session = call.program().host().session();
    const char* now = session.finished()          ? "ended"
                      : call.program().stepping() ? "running"
                      : session.step() > 0        ? "paused"
                                                  : "stopped";
    call.give(std::string(now));
    return Ok{};
}

// A list costs by the size of its rows.
Status giveList(Call& call, Json list) {
    constexpr size_t oneValue = 16;
    for (const Json& row : list.items()) call.charge((row.entries().size() + 2) * oneValue);
    call.give(std::move(list));
    return Ok{};
}

Status runs(Call& call) { return giveList(call, runsOf(call.program().host())); }

Status rows(Call& call) {
    const ScriptHost& host = call.program().host();
    const LessonItem* item = host.lesson().findItem(call.text(1));
    if (item == nullptr || item->kind() != ItemKind::table)
        return unknownName(ScriptNameTable(host, call.program().names()), call.text(1));
    return giveList(call, rowsOf(host, call.text(1)));
}

Status answer(Call& call) {
    const ScriptHost& host = call.program().host();
    if (host.lesson().findItem(call.text(1)) == nullptr)
        return unknownName(ScriptNameTable(host, call.program().names()), call.text(1));
    call.give(host.answer(call.text(1)));
    return Ok{};
}

Status text(Call& call) {
    const auto vars = call.given(2) ? call.data(2) : Result<Json>(Json());
    if (!vars.ok()) return vars.error();
    call.give(call.program().host().text(validUtf8(call.text(1)), vars.value()));
    return Ok{};
}

Status lang(Call& call) {
    call.give(std::string(code(call.program().host().language())));
    return Ok{};
}

Status level(Call& call) {
    call.give(std::string(call.program().host().level()));
    return Ok{};
}

Status convert(Call& call) {
    constexpr size_t twoUnits = 200;
    call.charge(twoUnits);
    const auto from = parseUnit(call.text(2));
    const auto to = parseUnit(call.text(3));
    for (const auto* unit : {&from, &to}) {
        if (unit->ok()) continue;
        Error error = unit->error();
        error.where.clear();
        return error;
    }
    if (from.value().dimension != to.value().dimension)
        return Error{"script.dimension",
                     "",
                     {{"name", std::string(call.text(2))},
                      {"quantity", "@" + quantityKey(from.value().dimension)},
                      {"unit", std::string(call.text(3))},
                      {"given", "@" + quantityKey(to.value().dimension)}}};
    call.give(to.value().fromSi(from.value().toSi(call.number(1))));
    return Ok{};
}

constexpr Function words[] = {
    {"get", "name: string, unit?: string", "number|string|boolean", Use::looks, get},
    {"info", "name: string", "table", Use::looks, info},
    {"time", "", "number", Use::looks, time},
    {"steps", "", "integer", Use::looks, steps},
    {"dt", "", "number", Use::looks, dt},
    {"state", "", "string", Use::looks, state},
    {"runs", "", "table", Use::looks, runs},
    {"rows", "table: string", "table", Use::looks, rows},
    {"answer", "item: string", "any", Use::looks, answer},
    {"text", "text: string, vars?: table", "string", Use::looks, text},
    {"lang", "", "string", Use::looks, lang},
    {"level", "", "string", Use::looks, level},
    {"convert", "value: number, from: string, to: string", "number", Use::always, convert},
};

}  // namespace

std::span<const Function> lessonValues() { return words; }

// -- without a lesson

bool Program::dry(const Function& function, Call& call) {
    if (host_ != nullptr || function.use == Use::always || function.use == Use::declares)
        return false;
    using Of = NameUse::Of;
    const std::string_view takes =
        parametersOf(function).empty() ? "" : parametersOf(function)[0].name;
    if (takes == "name" || takes == "item" || takes == "table") noteUse(Of::name, call.text(1));
    if (takes == "action") noteUse(Of::action, call.text(1));
    if (function.returns.starts_with("number"))
        call.give(none);
    else if (function.returns == "integer")
        call.give(int64_t{0});
    else if (function.returns == "string")
        call.give(std::string());
    else if (function.returns == "table")
        call.give(Json::object());
    return true;
}

Status Program::admit(const Function& function) {
    if (function.use == Use::always) return Ok{};
    const Args args{{"function", std::string(function.name)}};
    if (vm_.loading && function.use != Use::declares)
        return Error{"script.while_loading", "", args};
    if (looking_ > 0 && function.use != Use::looks) return Error{"script.only_looks", "", args};
    if (function.use == Use::acts && ++acts_ > mostActs)
        return Error{"script.too_many_acts", "", {{"limit", std::to_string(mostActs)}}};
    return Ok{};
}

}  // namespace pt::script
