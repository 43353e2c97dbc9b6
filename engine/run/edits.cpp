#include "engine/run/edits.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace pt {
namespace {

// Arguments as Words takes them: "#12 cm" is a quantity, "@bridge.span" the text of that key.
std::string shown(double si, const Unit& unit) {
    const std::string number = fmt::format("#{:.6g}", unit.fromSi(si));
    return unit.symbol.empty() ? number : number + " " + unit.symbol;
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
    return text;
}

bool isCount(const Param& param) {
    return param.range.step == 1 && param.unit.factor == 1 && param.unit.symbol.empty();
}

// A key without a near one has a sentence of its own.
Error withSuggestion(Error error, const std::string& key, const std::vector<std::string>& known) {
    const std::string near = nearest(key, known);
    error.args.push_back({"key", key});
    error.args.push_back({"suggestion", near});
    if (!near.empty()) error.key += "_near";
    return error;
}

Error badArgument(const std::string& command, const std::string& key) {
    return {"session.argument", key, {{"command", command}, {"key", key}}};
}

Status checkSet(const Schema& schema, const Setup& setup, const Command& command) {
    const std::string& key = command.args["key"].text();
    const Json& value = command.args["value"];
    const Setting* setting = findSetting(setup, key);
    if (const Param* param = schema.findParam(key)) {
        if (!value.isNumber()) return badArgument(command.name, "value");
        return checkNumber(*param, setting, value.number());
    }
    if (const Choice* choice = schema.findChoice(key)) {
        if (!value.isText()) return badArgument(command.name, "value");
        return checkOption(*choice, setting, value.text());
    }
    return unknownKey(schema, key);
}

Status checkArgument(const Argument& argument, const Command& command) {
    const Json& value = command.args[argument.key];
    if (argument.isText ? !value.isText() : !value.isNumber())
        return badArgument(command.name, argument.key);
    const double si = value.number();
    const Range& range = argument.range;
    const bool bounded = !argument.isText && range.min < range.max;
    if (!argument.isText && !std::isfinite(si)) return badArgument(command.name, argument.key);
    if (!bounded || (si >= range.min && si <= range.max)) return Ok{};
    return Error{"session.range",
                 argument.key,
                 {{"key", argument.key},
                  {"value", shown(si, argument.unit)},
                  {"min", shown(range.min, argument.unit)},
                  {"max", shown(range.max, argument.unit)}}};
}

}  // namespace

Status checkArguments(const ArgSpec& arguments, const Command& command) {
    std::vector<std::string> known;
    for (const Argument& argument : arguments) {
        known.push_back(argument.key);
        if (argument.optional && !command.args.has(argument.key)) continue;
        if (Status checked = checkArgument(argument, command); !checked.ok()) return checked;
    }
    for (const auto& [key, value] : command.args.entries())
        if (std::find(known.begin(), known.end(), key) == known.end())
            return withSuggestion({"session.argument_unknown", key, {{"command", command.name}}},
                                  key, known);
    return Ok{};
}

namespace {

Status checkUnlocked(const Setup& setup, const std::string& key) {
    const Setting* setting = findSetting(setup, key);
    if (!setting || !setting->locked) return Ok{};
    return Error{"session.locked", key, {{"key", key}}};
}

}  // namespace

Error unknownKey(const Schema& schema, const std::string& key) {
    return withSuggestion({"session.unknown_key", key, {}}, key, schema.keys());
}

const Setting* findSetting(const Setup& setup, std::string_view key) {
    for (const Setting& setting : setup.settings)
        if (setting.key == key) return &setting;
    return nullptr;
}

Range rangeOf(const Param& param, const Setting* setting) {
    Range range = param.range;
    if (!setting || !setting->range) return range;
    range.min = std::max(range.min, setting->range->min);
    range.max = std::min(range.max, setting->range->max);
    if (setting->range->step > 0) range.step = setting->range->step;
    return range;
}

Status checkNumber(const Param& param, const Setting* setting, double si) {
    const Range range = rangeOf(param, setting);
    if (!(si >= range.min && si <= range.max))
        return Error{"session.range",
                     param.key,
                     {{"key", param.key},
                      {"value", shown(si, param.unit)},
                      {"min", shown(range.min, param.unit)},
                      {"max", shown(range.max, param.unit)}}};
    if (isCount(param) && si != std::floor(si))
        return Error{
            "session.whole", param.key, {{"key", param.key}, {"value", shown(si, param.unit)}}};
    return Ok{};
}

int optionIndex(const Choice& choice, std::string_view option) {
    const auto found = std::find(choice.options.begin(), choice.options.end(), option);
    return found == choice.options.end() ? -1 : static_cast<int>(found - choice.options.begin());
}

Status checkOption(const Choice& choice, const Setting* setting, std::string_view option) {
    const bool narrowed = setting && !setting->options.empty();
    const std::vector<std::string>& allowed = narrowed ? setting->options : choice.options;
    const bool known = optionIndex(choice, option) >= 0;
    if (known && std::find(allowed.begin(), allowed.end(), option) != allowed.end()) return Ok{};
    return Error{
        "session.option",
        choice.key,
        {{"key", choice.key}, {"value", std::string(option)}, {"options", joined(allowed)}}};
}

Status checkEdit(const Schema& schema, const Setup& setup, const Command& command) {
    if (command.name == "set" || command.name == "document") {
        const std::string& key = command.args["key"].text();
        if (Status open = checkUnlocked(setup, key); !open.ok()) return open;
        if (command.name == "set") return checkSet(schema, setup, command);
        return schema.findDocument(key) ? Status(Ok{}) : Status(unknownKey(schema, key));
    }
    const LabCommand* lab = schema.findCommand(command.name);
    if (!lab) return Error{"session.unknown_command", command.name, {{"command", command.name}}};
    if (Status open = checkUnlocked(setup, command.name); !open.ok()) return open;
    return checkArguments(lab->arguments, command);
}

Effect effectOf(const Schema& schema, const Command& command) {
    if (command.name == "document") return Effect::resets;
    if (command.name != "set") return schema.findCommand(command.name)->effect;
    const std::string& key = command.args["key"].text();
    const Param* param = schema.findParam(key);
    return param ? param->effect : schema.findChoice(key)->effect;
}

bool changesNothing(const Schema& schema, const Command& command) {
    const std::string& key = command.args["key"].text();
    const Json& value = command.args["value"];
    if (command.name == "document") return schema.findDocument(key)->save() == value;
    return command.name == "set" && inverseOf(schema, command).args["value"] == value;
}

Command inverseOf(const Schema& schema, const Command& command) {
    const std::string& key = command.args["key"].text();
    if (const Param* param = schema.findParam(key)) return setCommand(key, *param->value);
    const Choice* choice = schema.findChoice(key);
    return chooseCommand(key, choice->options[static_cast<size_t>(*choice->value)]);
}

Status carryOut(const Schema& schema, const Command& command) {
    const std::string& key = command.args["key"].text();
    const Json& value = command.args["value"];
    if (command.name == "document") return schema.findDocument(key)->load(value);
    if (command.name != "set") return schema.findCommand(command.name)->run(command.args);
    if (const Param* param = schema.findParam(key)) {
        *param->value = value.number();
    } else {
        const Choice* choice = schema.findChoice(key);
        *choice->value = optionIndex(*choice, value.text());
    }
    return Ok{};
}

Error labelled(Error error, const Schema& schema, std::string_view lab) {
    for (Arg& arg : error.args) {
        const bool known = schema.findParam(arg.value) || schema.findChoice(arg.value) ||
                           schema.findCommand(arg.value) || schema.findOutput(arg.value);
        if (arg.name == "key" && known) arg.value = fmt::format("@{}.{}", lab, arg.value);
    }
    return error;
}

Json settingsJson(const Schema& schema) {
    Json json = Json::object();
    for (const Param& param : schema.params()) json.set(param.key, *param.value);
    for (const Choice& choice : schema.choices())
        json.set(choice.key, choice.options[static_cast<size_t>(*choice.value)]);
    return json;
}

Json outputsJson(const Schema& schema) {
    Json json = Json::object();
    for (const Output& output : schema.outputs()) {
        if (output.text) {
            json.set(output.key, output.text());
            continue;
        }
        const double number = output.number();
        json.set(output.key, std::isfinite(number) ? Json(number) : Json());
    }
    return json;
}

}  // namespace pt
