#include "engine/scenario/lesson_names.h"

#include <algorithm>

#include "engine/scenario/event_names.h"
#include "engine/scenario/format.h"
#include "engine/scenario/name_info.h"

namespace pt::scenario {
namespace {

constexpr std::string_view requirementsMet = "requirements_met";
// Words of the expression language.
constexpr std::string_view words[] = {"and", "or", "not", "in", requirementsMet};

template <class List>
bool has(const List& list, std::string_view name) {
    return std::find(std::begin(list), std::end(list), name) != std::end(list);
}

}  // namespace

LessonNames::LessonNames(const Schema& schema, std::string_view lab, ScriptNames script)
    : schema_(schema), lab_(lab), script_(std::move(script)), events_(eventNames(lab)) {}

std::string LessonNames::labName() const {
    std::string name = lab_;
    std::replace(name.begin(), name.end(), '_', '-');
    return name;
}

void LessonNames::gather(const Node& root, bool newer, Report& report) {
    if (const Entry* levels = root.find("levels")) {
        for (const Entry& level : levels->value.entries) levels_.push_back(level.key);
    }
    if (const Entry* requirements = root.find("requirements")) {
        for (const Node& requirement : requirements->value.items) {
            const Entry* id = requirement.find("id");
            if (id && id->value.isText())
                add({id->value.text, id->value.place, What::requirement, {}, {}, {}}, report);
        }
    }
    if (const Entry* steps = root.find("steps")) {
        for (const Node& step : steps->value.items) gatherStep(step, newer, report);
    }
}

void LessonNames::gatherStep(const Node& step, bool newer, Report& report) {
    const Entry* id = step.find("step");
    if (id && id->value.isText())
        add({id->value.text, id->value.place, What::step, {}, {}, {}}, report);
    if (const Entry* items = step.find("do")) {
        for (const Node& item : items->value.items) gatherItem(item, newer, report);
    }
}

void LessonNames::gatherItem(const Node& item, bool newer, Report& report) {
    const auto kind = kindOf(item);
    if (item.entries.empty() || (!kind && !newer) || !item.entries[0].value.isText()) return;
    const Node& name = item.entries[0].value;
    Id id{name.text, name.place, What::item, kind.value_or(ItemKind::show), {}, {}};
    if (kind == ItemKind::number) id.unit = unitOf(item);
    const Entry* columns = kind == ItemKind::table ? item.find("columns") : nullptr;
    if (columns) {
        for (const Node& column : columns->value.items) id.columns.push_back(column.text);
    }
    add(std::move(id), report);
}

// A guess that holds wherever the item itself is right.
Unit LessonNames::unitOf(const Node& item) const {
    if (const Entry* unit = item.find("unit")) {
        if (const auto read = parseUnit(unit->value.text)) return read.value();
    }
    if (const Entry* reading = item.find("reading")) return find(reading->value.text).unit;
    const Entry* answer = item.find("answer");
    if (!answer) return {};
    if (const auto quantity = parseQuantity(answer->value.text)) return quantity.value().unit;
    const auto expression = Expression::readNumber(answer->value.text, *this);
    return expression ? expression.value().unit() : Unit{};
}

void LessonNames::add(Id id, Report& report) {
    if (id.id.empty()) return;
    const bool named =
        id.what != What::step && (find(id.id).kind != NameInfo::Kind::unknown || has(words, id.id));
    const auto [first, fresh] = byId_.emplace(id.id, ids_.size());
    if (!fresh)
        report.error(id.place, "scenario.id_twice",
                     {{"text", scenario::quoted(id.id)},
                      {"line", std::to_string(ids_[first->second].place.line)}});
    else if (named)
        report.error(id.place, "scenario.id_taken", {{"text", scenario::quoted(id.id)}});
    if (fresh) ids_.push_back(std::move(id));
}

bool LessonNames::isSetting(std::string_view name) const {
    return schema_.findParam(name) || schema_.findChoice(name);
}

bool LessonNames::isMeasured(std::string_view name) const {
    return schema_.findOutput(name) ||
           std::any_of(script_.measures.begin(), script_.measures.end(),
                       [&](const auto& measure) { return measure.id == name; });
}

std::vector<std::string> LessonNames::settings() const {
    std::vector<std::string> list;
    for (const Param& param : schema_.params()) list.push_back(param.key);
    for (const Choice& choice : schema_.choices()) list.push_back(choice.key);
    return list;
}

std::vector<std::string> LessonNames::measured() const {
    std::vector<std::string> list;
    for (const Output& output : schema_.outputs()) list.push_back(output.key);
    for (const auto& measure : script_.measures) list.push_back(measure.id);
    return list;
}

const LessonNames::Id* LessonNames::findId(std::string_view id) const {
    const auto found = byId_.find(id);
    return found == byId_.end() ? nullptr : &ids_[found->second];
}

std::vector<std::string> LessonNames::ids(std::optional<ItemKind> kind) const {
    std::vector<std::string> list;
    for (const Id& id : ids_) {
        if (id.what == What::requirement) continue;
        if (!kind || (id.what == What::item && id.kind == *kind)) list.push_back(id.id);
    }
    return list;
}

NameInfo LessonNames::find(std::string_view name) const {
    if (const Param* param = schema_.findParam(name)) return numberInfo(param->unit, false);
    if (const Choice* choice = schema_.findChoice(name)) return optionInfo(choice->options);
    if (const Output* output = schema_.findOutput(name)) {
        if (!output->number) return optionInfo(output->options);
        NameInfo info = numberInfo(output->unit, true);
        info.lowerIsBetter = output->better == Better::lower;
        return info;
    }
    for (const auto& measure : script_.measures) {
        if (measure.id == name) return numberInfo(measure.unit, true);
    }
    if (name == requirementsMet) return infoOf(NameInfo::Kind::truth);
    if (const Id* id = findId(name)) {
        if (id->what == What::requirement) return infoOf(NameInfo::Kind::truth);
        if (id->what == What::item) {
            if (id->kind == ItemKind::number) return numberInfo(id->unit, false);
            return infoOf(id->kind == ItemKind::table ? NameInfo::Kind::table
                                                      : NameInfo::Kind::truth);
        }
    }
    if (has(events_, name)) return infoOf(NameInfo::Kind::event);
    return {};
}

NameInfo LessonNames::column(std::string_view table, std::string_view name) const {
    const Id* id = findId(table);
    const bool there = id && id->what == What::item && has(id->columns, name);
    return there ? find(name) : NameInfo{};
}

std::vector<std::string> LessonNames::names() const {
    std::vector<std::string> list = settings();
    const auto more = measured();
    list.insert(list.end(), more.begin(), more.end());
    for (const Id& id : ids_) {
        if (id.what != What::step) list.push_back(id.id);
    }
    list.emplace_back(requirementsMet);
    return list;
}

std::optional<ItemKind> kindOf(const Node& item) {
    if (!item.isMap() || item.entries.empty()) return std::nullopt;
    const auto names = itemKindNames();
    const auto found = std::find(names.begin(), names.end(), item.entries[0].key);
    if (found == names.end()) return std::nullopt;
    return static_cast<ItemKind>(found - names.begin());
}

}  // namespace pt::scenario
