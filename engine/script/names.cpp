#include "engine/script/names.h"

#include <algorithm>
#include <iterator>

#include "engine/scenario/event_names.h"

namespace pt::script {

namespace {

NameInfo numberInfo(const Unit& unit, bool measured) {
    NameInfo info;
    info.kind = NameInfo::Kind::number;
    info.unit = unit;
    info.measured = measured;
    return info;
}

NameInfo optionInfo(const std::vector<std::string>& options) {
    NameInfo info;
    info.kind = NameInfo::Kind::option;
    info.options = options;
    return info;
}

NameInfo kindInfo(NameInfo::Kind kind) {
    NameInfo info;
    info.kind = kind;
    return info;
}

}  // namespace

NameInfo ScriptNameTable::find(std::string_view name) const {
    if (const Param* param = schema_.findParam(name)) return numberInfo(param->unit, false);
    if (const Choice* choice = schema_.findChoice(name)) return optionInfo(choice->options);
    if (const Output* output = schema_.findOutput(name))
        return output->number ? numberInfo(output->unit, true) : optionInfo(output->options);
    for (const auto& measure : script_.measures)
        if (measure.id == name) return numberInfo(measure.unit, true);
    if (const LessonItem* item = lesson_.findItem(name)) {
        if (const auto* number = std::get_if<NumberItem>(&item->body))
            return numberInfo(number->unit, false);
        return kindInfo(item->kind() == ItemKind::table ? NameInfo::Kind::table
                                                        : NameInfo::Kind::truth);
    }
    if (name == "requirements_met" || lesson_.findRequirement(name) != nullptr)
        return kindInfo(NameInfo::Kind::truth);
    const auto events = eventNames(lab_);
    if (std::find(events.begin(), events.end(), name) != events.end())
        return kindInfo(NameInfo::Kind::event);
    return {};
}

NameInfo ScriptNameTable::column(std::string_view table, std::string_view name) const {
    const LessonItem* item = lesson_.findItem(table);
    const auto* body = item == nullptr ? nullptr : std::get_if<TableItem>(&item->body);
    if (body == nullptr ||
        std::find(body->columns.begin(), body->columns.end(), name) == body->columns.end())
        return {};
    return find(name);
}

std::vector<std::string> ScriptNameTable::names() const {
    std::vector<std::string> all;
    const auto keys = [&](const auto& list) {
        for (const auto& one : list) all.push_back(one.key);
    };
    keys(schema_.params());
    keys(schema_.choices());
    keys(schema_.outputs());
    for (const auto& measure : script_.measures) all.push_back(measure.id);
    for (const LessonStep& step : lesson_.steps)
        for (const LessonItem& item : step.items) all.push_back(item.id);
    for (const Requirement& requirement : lesson_.requirements) all.push_back(requirement.id);
    return all;
}

Error unknownName(const NameTable& names, std::string_view name) {
    const std::string near = nearest(name, names.names());
    if (near.empty()) return {"script.unknown_name", "", {{"name", std::string(name)}}};
    return {"script.unknown_name_near", "", {{"name", std::string(name)}, {"suggestion", near}}};
}

Error unknownEvent(std::string_view event, std::string_view lab) {
    const std::string near = nearest(event, eventNames(lab));
    if (near.empty()) return {"script.unknown_event", "", {{"event", std::string(event)}}};
    return {"script.unknown_event_near", "", {{"event", std::string(event)}, {"suggestion", near}}};
}

}  // namespace pt::script
