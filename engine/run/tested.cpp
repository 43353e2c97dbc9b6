#include "engine/run/tested.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "engine/run/edits.h"

namespace pt {
namespace {

constexpr size_t longestNote = 2000;
constexpr size_t longestWord = 200;

Error badArgument(const Command& command, std::string_view key) {
    return {"session.argument",
            std::string(key),
            {{"command", command.name}, {"key", std::string(key)}}};
}

Status checkLocked(const Setting* setting, const std::string& key, bool same) {
    if (same || !setting || !setting->locked) return Ok{};
    return Error{"session.locked", key, {{"key", key}}};
}

Status checkReal(const Schema& schema, const Command& command, const std::string& key,
                 const Json& value) {
    const Output* output = schema.findOutput(key);
    if (!output) return unknownKey(schema, key);
    if (output->number)
        return std::isfinite(value.number(std::nan(""))) ? Status(Ok{})
                                                         : Status(badArgument(command, key));
    if (!value.isText() || value.text().empty() || value.text().size() > longestWord)
        return badArgument(command, key);
    if (output->options.empty()) return Ok{};
    return checkOption(Choice{key, nullptr, output->options, Effect::live, 0}, nullptr,
                       value.text());
}

}  // namespace

RunRecord* findRun(std::vector<RunRecord>& runs, const Command& command) {
    const double number = command.args["run"].number();
    const auto same = [number](const RunRecord& run) { return run.number == number; };
    const auto found = std::find_if(runs.begin(), runs.end(), same);
    return found == runs.end() ? nullptr : &*found;
}

Result<Settings> designOf(const Schema& schema, const Setup& setup, const RunRecord& run,
                          Settings present) {
    for (size_t i = 0; i < present.params.size(); ++i) {
        const Param& param = schema.params()[i];
        const Setting* setting = findSetting(setup, param.key);
        const double value = run.settings[param.key].number(present.params[i]);
        if (Status checked = checkNumber(param, setting, value); !checked.ok())
            return checked.error();
        const bool same = value == present.params[i];
        if (Status open = checkLocked(setting, param.key, same); !open.ok()) return open.error();
        present.params[i] = value;
    }
    for (size_t i = 0; i < present.choices.size(); ++i) {
        const Choice& choice = schema.choices()[i];
        if (!run.settings.has(choice.key)) continue;
        const Setting* setting = findSetting(setup, choice.key);
        const std::string& option = run.settings[choice.key].text();
        if (Status checked = checkOption(choice, setting, option); !checked.ok())
            return checked.error();
        const int index = optionIndex(choice, option);
        const bool same = index == present.choices[i];
        if (Status open = checkLocked(setting, choice.key, same); !open.ok()) return open.error();
        present.choices[i] = index;
    }
    for (size_t i = 0; i < present.documents.size(); ++i) {
        const std::string& key = schema.documents()[i].key;
        if (!schema.documents()[i].design || !run.design.has(key)) continue;
        const bool same = run.design[key] == present.documents[i];
        const Status open = checkLocked(findSetting(setup, key), key, same);
        if (!open.ok()) return open.error();
        present.documents[i] = run.design[key];
    }
    return present;
}

bool isFinding(const Command& command) { return command.name == "real" || command.name == "note"; }

Status checkFinding(const Schema& schema, const Command& command) {
    if (command.name == "note") {
        const Json& text = command.args["text"];
        if (!text.isText()) return badArgument(command, "text");
        if (text.text().size() <= longestNote) return Ok{};
        return Error{"session.note_long", "text", {{"limit", std::to_string(longestNote)}}};
    }
    const Json& values = command.args["values"];
    if (!values.isObject()) return badArgument(command, "values");
    for (const auto& [key, value] : values.entries())
        if (Status checked = checkReal(schema, command, key, value); !checked.ok()) return checked;
    return Ok{};
}

Command inverseOf(const RunRecord& run, const Command& finding) {
    Command inverse{finding.name, Json::object().set("run", run.number), 0};
    if (finding.name == "note")
        inverse.args.set("text", run.note);
    else
        inverse.args.set("values", run.real.isObject() ? run.real : Json::object());
    return inverse;
}

void carryOut(RunRecord& run, const Command& finding) {
    if (finding.name == "note") {
        run.note = finding.args["text"].text();
        return;
    }
    const Json& values = finding.args["values"];
    run.real = values.entries().empty() ? Json() : values;
}

}  // namespace pt
