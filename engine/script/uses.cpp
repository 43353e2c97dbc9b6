#include "engine/script/uses.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "engine/scenario/event_names.h"
#include "engine/script/names.h"

namespace pt::script {

namespace {

constexpr size_t mostTold = 20;

bool has(const std::vector<std::string>& list, std::string_view name) {
    return std::find(list.begin(), list.end(), name) != list.end();
}

Status known(const NameUse& use, const Schema& schema, std::string_view lab,
             const ScriptNameTable& names) {
    switch (use.of) {
    case NameUse::Of::event:
        if (has(eventNames(lab), use.text)) return Ok{};
        return unknownEvent(use.text, lab);
    case NameUse::Of::action:
        if (schema.findCommand(use.text) != nullptr) return Ok{};
        return Error{"session.unknown_command", "", {{"command", use.text}}};
    case NameUse::Of::condition: {
        const auto read = Expression::readTruth(use.text, names);
        return read.ok() ? Status(Ok{}) : Status(read.error());
    }
    case NameUse::Of::name: break;
    }
    const NameInfo::Kind kind = names.find(use.text).kind;
    const bool there = kind != NameInfo::Kind::unknown && kind != NameInfo::Kind::event;
    return there ? Status(Ok{}) : Status(unknownName(names, use.text));
}

}  // namespace

std::vector<Error> unknownUses(std::span<const NameUse> uses, const Scenario& scenario,
                               const LabEntry& lab, const ScriptNames& names) {
    const std::unique_ptr<Model> model = lab.make();  // the schema points into it
    Schema schema;
    model->describe(schema);
    const ScriptNameTable table(schema, lab.id, scenario.lesson, names);
    std::vector<Error> errors;
    for (const NameUse& use : uses) {
        const Status found = known(use, schema, lab.id, table);
        if (found.ok() || errors.size() >= mostTold) continue;
        errors.push_back(found.error());
        errors.back().where = use.where;
        errors.back().args.push_back({"in", ""});
    }
    return errors;
}

}  // namespace pt::script
