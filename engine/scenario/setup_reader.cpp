#include "engine/scenario/setup_reader.h"

#include <algorithm>

#include "engine/run/edits.h"
#include "engine/scenario/document_reader.h"
#include "engine/scenario/lesson_names.h"
#include "engine/scenario/look_names.h"
#include "engine/scenario/setting_reader.h"

namespace pt::scenario {
namespace {

std::vector<std::string> settableKeys(const Schema& schema) {
    std::vector<std::string> keys;
    for (const Param& param : schema.params()) keys.push_back(param.key);
    for (const Choice& choice : schema.choices()) keys.push_back(choice.key);
    for (const Document& document : schema.documents()) keys.push_back(document.key);
    return keys;
}

// The lab's own rules hold here already, so that their errors have a place in the file.
void loadDocument(const Entry& entry, const Document& document, Context& context,
                  ScenarioRead& read) {
    const size_t errors = context.report.errorCount();
    Json value = readDocument(entry, document, context, read);
    if (context.report.errorCount() > errors) return;
    if (const Status status = document.load(value); !status) {
        Error error = status.error();
        const auto place = placeOf(read.place(document.key, error.where));
        context.report.error(place.value_or(entry.place), error);
        return;
    }
    read.scenario.setup.documents.emplace_back(document.key, std::move(value));
}

// How the stage is looked at at first: a Setting of the View instead of the model.
std::optional<Setting> readLook(const Entry& entry, const std::vector<LookName>& looks,
                                std::string_view labName, Context& context) {
    std::vector<std::string> keys;
    for (const LookName& look : looks) keys.push_back(look.key);
    const auto look = std::find(keys.begin(), keys.end(), entry.key);
    if (look == keys.end()) {
        reportUnknown(entry.place, "scenario.unknown_look", entry.key, keys,
                      {{"lab", std::string(labName)}}, context);
        return std::nullopt;
    }
    const auto option = readLine(entry.key, entry.value, context);
    if (!option) return std::nullopt;
    const auto& options = looks[static_cast<size_t>(look - keys.begin())].options;
    if (std::find(options.begin(), options.end(), *option) == options.end()) {
        reportUnknown(entry.value.place, "scenario.unknown_option", *option, options,
                      {{"key", entry.key}}, context);
        return std::nullopt;
    }
    Setting setting;
    setting.key = std::string(lookPrefix) + entry.key;
    setting.where = context.report.where(entry.place);
    setting.option = *option;
    return setting;
}

void readLooks(const Entry& entry, std::string_view labName, Context& context, ScenarioRead& read) {
    if (!isMap(entry, context)) return;
    const std::vector<LookName> looks = lookNames(read.scenario.setup.lab);
    for (const Entry& each : entry.value.entries) {
        if (isSkipped(each)) continue;
        if (auto setting = readLook(each, looks, labName, context))
            read.scenario.setup.settings.push_back(std::move(*setting));
    }
}

}  // namespace

std::vector<Setting> readSettings(const Entry& entry, Context& context) {
    std::vector<Setting> settings;
    if (!isMap(entry, context) || !context.names) return settings;
    const Schema& schema = context.names->schema();
    std::vector<Varied> varied;  // stays empty: the values are plain
    for (const Entry& setting : entry.value.entries) {
        if (isSkipped(setting)) continue;
        const Param* param = schema.findParam(setting.key);
        const Choice* choice = schema.findChoice(setting.key);
        if (!param && !choice)
            reportUnknown(setting.place, "scenario.unknown_setting", setting.key,
                          context.names->settings(), {{"lab", context.names->labName()}}, context);
        else if (!setting.value.isText())
            context.report.error(setting.value.place, "scenario.plain_value",
                                 {{"key", setting.key}});
        else
            settings.push_back(param ? readParam(setting, *param, varied, context)
                                     : readChoice(setting, *choice, varied, context));
    }
    return settings;
}

void reportInput(const Place& place, const std::string& key, Context& context) {
    const auto& inputs = context.names->schema().inputs();
    context.report.error(place, inputs.empty() ? "scenario.no_inputs" : "scenario.not_an_input",
                         {{"text", key}, {"known", someOf(inputs)}});
}

std::vector<Setting> readInputs(const Entry& entry, Context& context) {
    std::vector<Setting> settings = readSettings(entry, context);
    for (const Setting& setting : settings) {
        if (!context.names->schema().isInput(setting.key))
            reportInput(entry.value.find(setting.key)->place, setting.key, context);
    }
    return settings;
}

void readSetup(const Entry& entry, const Schema& schema, std::string_view labName, Context& context,
               ScenarioRead& read) {
    std::vector<std::string> keys = settableKeys(schema);
    keys.emplace_back(lookKey);
    std::vector<Varied>& varied = read.scenario.lesson.varied;
    for (const Entry& setting : entry.value.entries) {
        if (isSkipped(setting)) continue;
        if (const Param* param = schema.findParam(setting.key))
            read.scenario.setup.settings.push_back(readParam(setting, *param, varied, context));
        else if (const Choice* choice = schema.findChoice(setting.key))
            read.scenario.setup.settings.push_back(readChoice(setting, *choice, varied, context));
        else if (const Document* document = schema.findDocument(setting.key))
            loadDocument(setting, *document, context, read);
        else if (setting.key == lookKey)
            readLooks(setting, labName, context, read);
        else
            reportUnknown(setting.place, "scenario.unknown_setting", setting.key, keys,
                          {{"lab", std::string(labName)}}, context);
    }
}

}  // namespace pt::scenario
