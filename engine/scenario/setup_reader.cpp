#include "engine/scenario/setup_reader.h"

#include "engine/scenario/document_reader.h"
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

}  // namespace

void readSetup(const Entry& entry, const Schema& schema, std::string_view labName, Context& context,
               ScenarioRead& read) {
    const std::vector<std::string> keys = settableKeys(schema);
    for (const Entry& setting : entry.value.entries) {
        if (isSkipped(setting)) continue;
        if (const Param* param = schema.findParam(setting.key))
            read.scenario.setup.settings.push_back(readParam(setting, *param, context));
        else if (const Choice* choice = schema.findChoice(setting.key))
            read.scenario.setup.settings.push_back(readChoice(setting, *choice, context));
        else if (const Document* document = schema.findDocument(setting.key))
            loadDocument(setting, *document, context, read);
        else
            reportUnknown(setting.place, "scenario.unknown_setting", setting.key, keys,
                          {{"lab", std::string(labName)}}, context);
    }
}

}  // namespace pt::scenario
