#include "engine/scenario/event_reader.h"

#include <algorithm>

#include "engine/scenario/fields.h"
#include "engine/scenario/lesson_names.h"
#include "engine/scenario/setup_reader.h"

namespace pt::scenario {
namespace {

constexpr std::string_view triggers[] = {"at", "every", "when", "on"};
constexpr std::string_view actions[] = {"say", "set", "disturb", "hint", "goto", "pause"};

template <size_t N>
int countGiven(const Fields& fields, const std::string_view (&names)[N]) {
    return static_cast<int>(std::count_if(std::begin(names), std::end(names),
                                          [&](std::string_view name) { return fields.has(name); }));
}

void readTrigger(Fields& fields, LessonEvent& event, Context& context) {
    using When = LessonEvent::When;
    event.when = fields.truth("when");
    event.on = fields.name("on", NameOf::event);
    const double at = fields.quantity("at"), every = fields.quantity("every");
    event.kind = fields.has("at")      ? When::at
                 : fields.has("every") ? When::every
                 : fields.has("when")  ? When::when
                                       : When::on;
    event.seconds = event.kind == When::every ? every : at;
    if (countGiven(fields, triggers) != 1)
        context.report.error(fields.place(), "scenario.one_trigger");
    else if (event.kind == When::every && every <= 0)
        context.report.error(fields.placeOf("every"), "scenario.positive", {{"key", "every"}});
}

// A param that a lesson may disturb, and by how much.
void readStrength(Fields& fields, Disturbance& disturbance, Context& context) {
    const Entry* value = fields.entry("value");
    disturbance.input = fields.name("input", NameOf::setting);
    if (disturbance.input.empty() || !value) return;
    const Schema& schema = context.names->schema();
    const Param* param = schema.findParam(disturbance.input);
    if (!param || !schema.isInput(disturbance.input) || param->effect != Effect::live) {
        reportInput(fields.placeOf("input"), disturbance.input, context);
        return;
    }
    Unit difference = param->unit;
    if (difference.offset != 0) difference = unit("K");
    const auto text = readLine("value", value->value, context);
    if (!text) return;
    if (const auto si = parseAs(*text, difference))
        disturbance.value = si.value();
    else
        context.report.error(value->value.place, si.error());
}

Disturbance readDisturbance(const Entry& entry, const Table& table, Context& context) {
    using Shape = Disturbance::Shape;
    Fields fields(entry.value, entry.place, table, context);
    Disturbance disturbance;
    readStrength(fields, disturbance, context);
    disturbance.shape = fields.option("shape", Shape::step);
    disturbance.after = fields.quantity("after");
    disturbance.last = fields.quantity("last");
    disturbance.period = fields.quantity("period");
    const bool needsLast = disturbance.shape == Shape::pulse || disturbance.shape == Shape::ramp;
    const std::string missing = needsLast && !(disturbance.last > 0) ? "last"
                                : disturbance.shape == Shape::sine && !(disturbance.period > 0)
                                    ? "period"
                                    : "";
    if (!missing.empty())
        context.report.error(entry.place, "scenario.missing_here", {{"keys", missing}});
    return disturbance;
}

LessonEvent readEvent(const Node& node, const Table& table, Context& context) {
    Fields fields(node, node.place, table, context);
    LessonEvent event;
    event.where = context.report.where(node.place);
    readTrigger(fields, event, context);
    Text say = fields.text("say");
    if (!say.empty()) event.say = std::move(say);
    if (const Entry* set = fields.entry("set")) event.set = readInputs(*set, context);
    if (const Entry* disturb = fields.entry("disturb"))
        event.disturb = readDisturbance(*disturb, fields.inner("disturb"), context);
    event.hint = fields.ref("hint");
    event.go = fields.stepRef("goto");
    event.pause = fields.boolean("pause");
    event.levels = fields.levels("for");
    if (countGiven(fields, actions) == 0)
        context.report.error(fields.place(), "scenario.no_action");
    return event;
}

}  // namespace

std::vector<LessonEvent> readEvents(const Entry& entry, const Key& key, Context& context) {
    std::vector<LessonEvent> events;
    if (!entry.value.isList()) expected("scenario.expect_list", key.name, entry.value, context);
    for (const Node& node : entry.value.items) {
        if (events.size() == static_cast<size_t>(key.most)) {
            context.report.error(node.place, "scenario.list_too_long",
                                 {{"key", entry.key}, {"max", std::to_string(key.most)}});
            break;
        }
        events.push_back(readEvent(node, *key.inner, context));
    }
    return events;
}

}  // namespace pt::scenario
