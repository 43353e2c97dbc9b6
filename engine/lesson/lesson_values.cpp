#include "engine/lesson/lesson_values.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/scenario/event_names.h"
#include "engine/scenario/name_info.h"

namespace pt {
namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
constexpr std::string_view allRequirements = "requirements_met";
constexpr int deepest = 8;

const std::string& optionOf(const Choice& choice) {
    return choice.options[static_cast<size_t>(*choice.value)];
}

}  // namespace

LessonValues::LessonValues(const Session& session, const Lesson& lesson, const LessonState& state,
                           std::function<double(std::string_view)> measure,
                           std::function<const Watch*(std::string_view)> watch)
    : session_(session), lesson_(lesson), state_(state), measure_(std::move(measure)),
      watch_(std::move(watch)) {
    for (const LessonStep& step : lesson.steps)
        for (const LessonItem& item : step.items) {
            Slot& slot = slots_[item.id];
            slot.item = &item;
            slot.number = std::get_if<NumberItem>(&item.body);
        }
    for (const Requirement& requirement : lesson.requirements)
        slots_[requirement.id].requirement = &requirement;
    for (const Output& output : session.schema().outputs()) slots_[output.key].output = &output;
    for (const Choice& choice : session.schema().choices()) slots_[choice.key].choice = &choice;
    for (const Param& param : session.schema().params()) slots_[param.key].param = &param;
}

void LessonValues::addMeasures(const ScriptNames& names) {
    for (const ScriptNames::Measure& measured : names.measures)
        if (!slot(measured.id)) slots_[measured.id].measure = measured;
}

const LessonValues::Slot* LessonValues::slot(std::string_view name) const {
    const auto found = slots_.find(name);
    return found == slots_.end() ? nullptr : &found->second;
}

double LessonValues::number(std::string_view name) const {
    const Slot* named = slot(name);
    if (!named) return unknown;
    if (named->param) return *named->param->value;
    if (named->output) {
        if (!named->output->number || (withoutFigures_ && named->output->figure)) return unknown;
        return cached(*named);
    }
    if (named->measure) return cached(*named);
    return named->number ? answered(*named) : unknown;
}

// Worked out once for each moment: expressions of a large lesson ask for the same ones.
double LessonValues::cached(const Slot& slot) const {
    const uint64_t now = session_.revision() + (generation_ << 40);
    if (slot.known != now) {
        slot.known = now;
        slot.value = slot.output ? slot.output->number() : measure_(slot.measure->id);
    }
    return slot.value;
}

double LessonValues::answered(const Slot& slot) const {
    const auto found = state_.items.find(slot.item->id);
    if (found == state_.items.end()) return unknown;
    const Result<double> typed = parseInput(found->second.answer.text(), slot.number->unit);
    return typed.ok() ? typed.value() : unknown;
}

std::string LessonValues::option(std::string_view name) const {
    const Slot* named = slot(name);
    if (named && named->choice) return optionOf(*named->choice);
    return named && named->output && named->output->text ? named->output->text() : "";
}

Truth LessonValues::truth(std::string_view name) const {
    if (name == allRequirements) return allMet();
    const Slot* named = slot(name);
    if (!named) return Truth::unknown;
    if (named->requirement) return met(*named->requirement);
    if (!named->item) return Truth::unknown;
    const auto found = state_.items.find(name);
    return truthOf(found != state_.items.end() && found->second.done);
}

Truth LessonValues::met(const Requirement& requirement) const {
    if (depth_ >= deepest) return Truth::unknown;
    ++depth_;
    const Truth met = requirement.holds.truth(*this, watch_(requirement.id));
    --depth_;
    return met;
}

Truth LessonValues::allMet() const {
    Truth all = Truth::yes;
    for (const Requirement& requirement : lesson_.requirements) {
        if (!requirement.must || all == Truth::no) continue;
        const Truth one = met(requirement);
        if (one != Truth::yes) all = one;
    }
    return all;
}

int64_t LessonValues::count(std::string_view event) const {
    const auto found = state_.counts.find(event);
    return found == state_.counts.end() ? 0 : found->second;
}

std::vector<double> LessonValues::column(std::string_view table, std::string_view name) const {
    std::vector<double> cells;
    const auto found = state_.tables.find(table);
    if (found == state_.tables.end()) return cells;
    const std::string column(name);
    for (const LessonRow& row : found->second) {
        const auto cell = row.cells.find(column);
        cells.push_back(cell == row.cells.end() ? unknown : cell->second);
    }
    return cells;
}

// Runs that came to their end; in a lab without an end, what was noted.
std::vector<double> LessonValues::runs(std::string_view name) const {
    const auto finished = [](const Observation& each) { return each.finished; };
    const bool any = std::any_of(state_.observations.begin(), state_.observations.end(), finished);
    const std::string key(name);
    std::vector<double> values;
    for (const Observation& each : state_.observations) {
        if (any && !each.finished) continue;
        const auto setting = each.settings.find(key), output = each.outputs.find(key);
        values.push_back(setting != each.settings.end() ? setting->second
                         : output != each.outputs.end() ? output->second
                                                        : unknown);
    }
    return values;
}

NameInfo LessonValues::find(std::string_view name) const {
    using Kind = NameInfo::Kind;
    if (name == allRequirements) return infoOf(Kind::truth);
    if (const Slot* named = slot(name)) {
        if (named->param) return numberInfo(named->param->unit, false);
        if (named->choice) return optionInfo(named->choice->options);
        if (named->output)
            return named->output->number ? numberInfo(named->output->unit, true)
                                         : optionInfo(named->output->options);
        if (named->measure) return numberInfo(named->measure->unit, true);
        if (named->requirement) return infoOf(Kind::truth);
        if (named->number) return numberInfo(named->number->unit, true);
        return infoOf(named->item->kind() == ItemKind::table ? Kind::table : Kind::truth);
    }
    const std::vector<std::string> events = eventNames(session_.lab().id);
    const bool happens = std::find(events.begin(), events.end(), name) != events.end();
    return infoOf(happens ? Kind::event : Kind::unknown);
}

Unit LessonValues::unitOf(std::string_view name) const { return find(name).unit; }

bool LessonValues::isText(std::string_view name) const {
    return find(name).kind == NameInfo::Kind::option;
}

void LessonValues::observe(Observation& observation) const {
    const Schema& schema = session_.schema();
    for (const Param& param : schema.params()) observation.settings[param.key] = *param.value;
    for (const Choice& choice : schema.choices()) {
        observation.settings[choice.key] = *choice.value;
        observation.texts[choice.key] = optionOf(choice);
    }
    for (const auto& [name, slot] : slots_) {
        if (slot.output && slot.output->text) observation.texts[name] = slot.output->text();
        const bool measured = (slot.output && slot.output->number) || slot.measure.has_value();
        const double value = measured ? number(name) : unknown;
        if (std::isfinite(value)) observation.outputs[name] = value;
    }
}

NameInfo RunNames::find(std::string_view name) const { return values.find(name); }

NameInfo RunNames::column(std::string_view table, std::string_view name) const {
    const LessonItem* item = lesson.findItem(table);
    const auto* columns = item ? std::get_if<TableItem>(&item->body) : nullptr;
    if (!columns) return {};
    const auto& keys = columns->columns;
    if (std::find(keys.begin(), keys.end(), name) == keys.end()) return {};
    NameInfo info = values.find(name);
    info.measured = true;
    return info;
}

}  // namespace pt
