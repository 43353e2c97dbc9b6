// Acts on tables, jobs and tested runs.
#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <optional>
#include <string>

#include "engine/ui/lab_act.h"
#include "engine/ui/lab_ui.h"
#include "engine/ui/lab_words.h"
#include "engine/units/likely.h"

namespace pt {
namespace {

constexpr size_t longestPaste = size_t{1} << 20;
constexpr double farOff = 4;  // times what was predicted: then the unit is asked

// The text up to the first separator, and what follows it.
std::pair<std::string_view, std::string_view> cut(std::string_view text, char separator) {
    const size_t at = std::min(text.find(separator), text.size());
    return {text.substr(0, at), text.substr(std::min(at + 1, text.size()))};
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blank = " \t\r";
    const size_t start = std::min(text.find_first_not_of(blank), text.size());
    return text.substr(start, text.find_last_not_of(blank) + 1 - start);
}

Error notAnOption(std::string_view value, const std::vector<std::string>& options) {
    std::string list;
    for (const std::string& option : options) list += (list.empty() ? "" : ", ") + option;
    return {"ui.option", "", {{"value", std::string(value)}, {"options", list}}};
}

Result<Json> typedCell(const TableColumn& column, std::string_view text) {
    if (!column.isText) {
        const Result<double> si = typedNumber(text, column.unit, column.range);
        return si.ok() ? Result<Json>(Json(si.value())) : Result<Json>(si.error());
    }
    const auto& options = column.options;
    if (!options.empty() && std::find(options.begin(), options.end(), text) == options.end())
        return notAnOption(text, options);
    return Json(text);
}

Status editCell(Session& session, const Table& table, std::string_view row,
                const TableColumn& column, std::string_view text, int gesture) {
    const Result<Json> value = typedCell(column, text);
    if (!value.ok()) return value.error();
    Json args = Json::object().set(table.rowKey, row).set(column.key, value.value());
    return session.post({column.edit.empty() ? table.edit : column.edit, std::move(args), gesture});
}

Result<Json> typedArgument(const Argument& argument, std::string_view text) {
    if (argument.isText) return Json(text);
    const Result<double> si = typedNumber(text, argument.unit, argument.range);
    if (!si.ok()) return si.error();
    return Json(si.value());
}

// Lines "argument=value".
Result<Json> typedArguments(const Session& session, const JobEntry& job, std::string_view lines) {
    Json args = Json::object();
    while (!lines.empty()) {
        const auto [line, rest] = cut(lines, '\n');
        lines = rest;
        if (trimmed(line).empty()) continue;
        const auto [name, value] = cut(line, '=');
        const std::string key(trimmed(name));
        const auto same = [&key](const Argument& argument) { return argument.key == key; };
        const auto argument = std::find_if(job.arguments.begin(), job.arguments.end(), same);
        if (argument == job.arguments.end()) {
            args.set(key, value);  // the session tells what it thinks of it
            continue;
        }
        Result<Json> typed = typedArgument(*argument, trimmed(value));
        if (!typed.ok()) return typed;
        args.set(key, std::move(typed.value()));
    }
    for (const Argument& argument : job.arguments) {
        if (args.has(argument.key)) continue;
        Json measured = measuredBefore(session, argument);
        if (!(measured == Json())) args.set(argument.key, std::move(measured));
    }
    return args;
}

const RunRecord* runNumbered(const Session& session, std::string_view digits) {
    for (const RunRecord& run : session.runs())
        if (std::to_string(run.number) == digits) return &run;
    return nullptr;
}

Error likelyError(double typed, const Unit& asked, const Unit& likely) {
    const std::string suggestion = fmt::format("#{:.6g} {}", typed, likely.symbol);
    const std::string number = fmt::format("#{:.6g} {}", typed, asked.symbol);
    return {"ui.likely", "", {{"typed", number}, {"suggestion", suggestion}}};
}

// A number without a unit that lies far from the prediction, but near it in another unit.
std::optional<Error> doubtfulUnit(std::string_view text, const Unit& asked, double predicted) {
    const Result<double> bare = parseInput(text, Unit{});
    if (!bare.ok() || !(std::fabs(predicted) > 0) || !std::isfinite(predicted)) return std::nullopt;
    if (likelyUnit(bare.value(), predicted, std::span(&asked, 1), farOff)) return std::nullopt;
    const std::optional<Unit> likely =
        likelyUnit(bare.value(), predicted, everydayUnits(asked.dimension), farOff);
    if (!likely) return std::nullopt;
    return likelyError(bare.value(), asked, *likely);
}

// "6,1 kg" for a force: its weight.
Result<double> typedMeasure(std::string_view text, const Unit& asked) {
    Result<double> si = parseInput(text, asked);
    if (si.ok() || si.error().key != "units.dimension") return si;
    for (const Unit& each : everydayUnits(asked.dimension)) {
        if (each.dimension == unit(each.symbol).dimension) continue;
        const Result<double> hung = parseInput(text, unit(each.symbol));
        if (hung.ok()) return hung.value() / unit(each.symbol).factor * each.factor;
    }
    return si;
}

Result<Json> typedReal(const Output& output, std::string_view text, double predicted) {
    if (!output.number) {
        const auto& options = output.options;
        const bool known = std::find(options.begin(), options.end(), text) != options.end();
        if (!options.empty() && !known) return notAnOption(text, options);
        return Json(text);
    }
    if (std::optional<Error> doubt = doubtfulUnit(text, output.unit, predicted)) return *doubt;
    const Result<double> si = typedMeasure(text, output.unit);
    if (!si.ok()) return si.error();
    return Json(si.value());
}

Status setReal(Session& session, const RunRecord& run, const Output& output, std::string_view text,
               int gesture) {
    Json values = Json::object();
    for (const auto& [key, value] : run.real.entries())
        if (key != output.key) values.set(key, value);
    if (!trimmed(text).empty()) {
        const double predicted = run.outputs[output.key].number();
        Result<Json> value = typedReal(output, trimmed(text), predicted);
        if (!value.ok()) return value.error();
        values.set(output.key, std::move(value.value()));
    }
    Json args = Json::object().set("run", run.number).set("values", std::move(values));
    return session.post({"real", std::move(args), gesture});
}

}  // namespace

Status actOnTable(Session& session, std::string_view id, std::string_view rest,
                  std::string_view value, int gesture) {
    const auto [key, path] = cut(rest, '/');
    const Table* table = session.schema().findTable(key);
    if (!table) return unknownControl(id);
    if (path == "add" && !table->add.empty())
        return session.post({table->add, Json::object(), gesture});
    if (path == "paste" && !table->paste.empty()) {
        if (value.size() > longestPaste)
            return Error{"ui.too_long", "", {{"limit", std::to_string(longestPaste)}}};
        return session.post({table->paste, Json::object().set("text", value), gesture});
    }
    const size_t slash = path.rfind('/');
    if (slash == std::string_view::npos) return unknownControl(id);
    const std::string_view row = path.substr(0, slash), what = path.substr(slash + 1);
    if (what == "remove" && !table->remove.empty())
        return session.post({table->remove, Json::object().set(table->rowKey, row), gesture});
    for (const TableColumn& column : table->columns)
        if (column.key == what && column.editable)
            return editCell(session, *table, row, column, trimmed(value), gesture);
    return unknownControl(id);
}

Status actOnJob(Session& session, std::string_view id, std::string_view rest,
                std::string_view value) {
    const auto [key, what] = cut(rest, '.');
    const JobEntry* job = session.schema().findJob(key);
    if (job && what == "start") {
        const Result<Json> args = typedArguments(session, *job, value);
        return args.ok() ? session.startJob(key, args.value()) : Status(args.error());
    }
    if (!job || what != "cancel") return unknownControl(id);
    if (session.runningJob() == key) session.cancelJob();
    return Ok{};
}

Status actOnRun(Session& session, std::string_view id, std::string_view rest,
                std::string_view value, int gesture) {
    const auto [number, what] = cut(rest, '.');
    const RunRecord* run = runNumbered(session, number);
    if (!run) return unknownControl(id);
    Json args = Json::object().set("run", run->number);
    if (what == "recall") return session.post({"recall", std::move(args), gesture});
    if (what == "note") return session.post({"note", std::move(args.set("text", value)), gesture});
    const auto [kind, key] = cut(what, '.');
    const auto& measurable = session.schema().measurable();
    const bool known = std::find(measurable.begin(), measurable.end(), key) != measurable.end();
    if (kind != "real" || !known) return unknownControl(id);
    return setReal(session, *run, *session.schema().findOutput(key), value, gesture);
}

}  // namespace pt
