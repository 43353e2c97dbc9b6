// The frame of a lesson: its steps, levels, progress and what it says.
#include "engine/ui/lesson_nodes.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include "engine/core/rng.h"
#include "engine/lesson/record.h"
#include "engine/scenario/format.h"
#include "engine/ui/lab_words.h"

namespace pt {
namespace {

constexpr size_t mostSaid = 3, mostConsole = 8;

std::string stepTitle(const LessonScope& scope, const LessonStep& step) {
    const std::string& own = step.title.in(scope.words().language());
    return own.empty() ? scope.word(fmt::format(
                             "phase.{}", scenario::phaseNames()[static_cast<size_t>(step.phase)]))
                       : scope.line(step.title);
}

std::string stateOf(const LessonRun& run, const LessonStep& step) {
    if (&step == run.step()) return "now";
    if (run.isDone(step)) return "done";
    return run.isOpen(step) ? "open" : "locked";
}

struct ItemName {
    std::string text;
    std::string number;  // of a question of this step, which shows it; "" for the rest
};

// Other items are called after what they are: "je plan".
bool isNumbered(ItemKind kind) {
    return kind == ItemKind::number || kind == ItemKind::choice || kind == ItemKind::order ||
           kind == ItemKind::match || kind == ItemKind::open;
}

// "vraag 2", or "vraag 2 (Ontwerp)" for an item of another step.
ItemName nameOf(const LessonScope& scope, std::string_view id) {
    for (const LessonStep* step : scope.run.steps()) {
        if (step->id == id) return {stepTitle(scope, *step), ""};
        int number = 0;
        for (const LessonItem* item : scope.run.items(*step)) {
            if (isNumbered(item->kind())) ++number;
            if (item->id != id) continue;
            const std::string shown = std::to_string(number);
            const std::string name =
                scope.word(fmt::format("kind.{}", itemKindName(item->kind())), {{"number", shown}});
            if (step == scope.run.step()) return {name, isNumbered(item->kind()) ? shown : ""};
            return {fmt::format("{} ({})", name, stepTitle(scope, *step)), ""};
        }
    }
    return {std::string(id), ""};
}

// "vraag 1, 2 en 4 en je plan".
std::string listed(const LessonScope& scope, const std::vector<std::string>& ids) {
    std::vector<std::string> names;
    bool numbers = false;
    for (const std::string& id : ids) {
        const ItemName name = nameOf(scope, id);
        const std::string& said = numbers && !name.number.empty() ? name.number : name.text;
        numbers = !name.number.empty();
        // Two predictions are both "je voorspelling".
        if (std::find(names.begin(), names.end(), said) == names.end()) names.push_back(said);
    }
    std::string list;
    for (size_t i = 0; i < names.size(); ++i) {
        const bool last = i > 0 && i + 1 == names.size();
        list += last ? " " + scope.word("and") + " " : i > 0 ? ", " : "";
        list += names[i];
    }
    return list;
}

std::string waitsFor(const LessonScope& scope, const LessonStep& step) {
    const std::vector<std::string> missing = scope.run.missingFor(step);
    return missing.empty() ? scope.word("locked")
                           : scope.word("waits", {{"list", listed(scope, missing)}});
}

UiNode stepsNode(const LessonScope& scope) {
    UiNode choice = makeNode("lesson.step", UiRole::choice, scope.word("steps"));
    for (const LessonStep* step : scope.run.steps()) {
        UiNode node = makeNode("step." + step->id, UiRole::button, stepTitle(scope, *step));
        node.selected = stateOf(scope.run, *step);
        node.valueText = scope.word("step." + node.selected);
        node.enabled = node.selected != "locked" || scope.run.teacher();
        if (node.selected == "locked") node.help = waitsFor(scope, *step);
        if (node.selected == "now") choice.valueText = node.label;
        choice.options.push_back({step->id, node.label});
        choice.children.push_back(std::move(node));
    }
    if (const LessonStep* now = scope.run.step()) choice.selected = now->id;
    return choice;
}

UiNode progressNode(const LessonScope& scope) {
    const std::vector<const LessonStep*> steps = scope.run.steps();
    const auto now = std::find(steps.begin(), steps.end(), scope.run.step());
    UiNode node =
        makeNode("lesson.progress", UiRole::progress,
                 scope.word("progress", {{"step", std::to_string(now - steps.begin() + 1)},
                                         {"count", std::to_string(steps.size())}}));
    node.value = scope.run.progress();
    node.valueText = fmt::format("{:.0f}\u202f%", std::floor(node.value * 100));
    return node;
}

UiNode levelNode(const LessonScope& scope) {
    UiNode node = makeNode("lesson.level", UiRole::choice, scope.word("level"));
    for (const LessonLevel& level : scope.run.lesson().levels) {
        node.options.push_back({level.id, scope.line(level.title)});
        if (level.id == scope.run.level()) node.valueText = node.options.back().label;
    }
    node.selected = scope.run.level();
    return node;
}

UiNode pupilNode(const LessonScope& scope) {
    UiNode node = makeNode("lesson.pupil", UiRole::field, scope.word("pupil"));
    node.help = scope.word("pupil.help");
    if (scope.run.pupil() > 0) node.valueText = std::to_string(scope.run.pupil());
    return node;
}

UiNode teacherNode(const LessonScope& scope) {
    UiNode node = makeNode("lesson.teacher", UiRole::toggle, scope.word("teacher"));
    node.help = scope.word("teacher.help");
    node.selected = scope.run.teacher() ? "on" : "off";
    return node;
}

// Whether it asks anything of the pupil.
bool asks(const LessonItem& item) {
    const auto* plot = std::get_if<PlotItem>(&item.body);
    return item.kind() != ItemKind::show && !item.newer && !(plot && !plot->choose);
}

// What is left to do in this step.
UiNode expectsNode(const LessonScope& scope, const LessonStep& step, bool last) {
    std::vector<std::string> left;
    for (const LessonItem* item : scope.run.items(step))
        if (asks(*item) && !scope.run.item(item->id).done) left.push_back(item->id);
    std::string text = left.empty() ? scope.word(last ? "all_done" : "step_done")
                                    : scope.word("left", {{"list", listed(scope, left)}});
    UiNode node = makeNode("lesson.expects", UiRole::message, std::move(text));
    node.live = true;
    node.selected = left.empty() ? "done" : "left";
    return node;
}

// Buttons to the steps beside this one; the one on is the screen's main action once all is done.
void addWays(const LessonScope& scope, std::vector<UiNode>& nodes) {
    const std::vector<const LessonStep*> steps = scope.run.steps();
    const auto now = std::find(steps.begin(), steps.end(), scope.run.step());
    if (now == steps.end()) return;
    nodes.push_back(expectsNode(scope, **now, now + 1 == steps.end()));
    UiNode back = makeNode("lesson.back", UiRole::button, scope.word("back"));
    back.enabled = now != steps.begin();
    nodes.push_back(std::move(back));
    if (now + 1 == steps.end()) return;
    UiNode next = makeNode("lesson.next", UiRole::button, scope.word("next"));
    const LessonStep& following = **(now + 1);
    next.enabled = scope.run.isOpen(following) || scope.run.teacher();
    next.primary = nodes.back().enabled && scope.run.isDone(**now);
    if (!next.enabled) next.help = waitsFor(scope, following);
    nodes.push_back(std::move(next));
}

void addStep(const LessonScope& scope, const LessonStep& step, std::vector<UiNode>& nodes) {
    if (!step.text.empty()) nodes.push_back(scope.prose("lesson.text", step.text));
    bool showsRequirements = false;
    for (const LessonItem* item : scope.run.items(step)) {
        const ItemName name = nameOf(scope, item->id);
        nodes.push_back(itemNode(scope, *item, name.number));
        nodes.back().detail = name.text;
        showsRequirements = showsRequirements || item->kind() == ItemKind::task;
    }
    if (showsRequirements || scope.run.lesson().requirements.empty()) return;
    UiNode group = makeNode("lesson.requirements", UiRole::group, scope.word("requirements"));
    for (const RequirementState& state : scope.run.requirements())
        group.children.push_back(requirementNode(scope, state));
    nodes.push_back(std::move(group));
}

void addSaid(const LessonScope& scope, std::vector<UiNode>& nodes) {
    const auto& said = scope.run.said();
    for (size_t i = said.size() - std::min(said.size(), mostSaid); i < said.size(); ++i) {
        UiNode node =
            makeNode(fmt::format("lesson.said.{}", i), UiRole::message,
                     said[i].plain.empty() ? scope.line(said[i].text) : plain(said[i].plain));
        node.live = true;
        nodes.push_back(std::move(node));
    }
    if (!scope.run.teacher()) return;
    for (const Error& error : scope.run.scriptErrors()) {
        nodes.push_back(makeNode(fmt::format("lesson.console.{}", nodes.size()), UiRole::message,
                                 scope.words().sentence(error)));
        nodes.back().error = true;
    }
    const auto& lines = scope.run.console();
    for (size_t i = lines.size() - std::min(lines.size(), mostConsole); i < lines.size(); ++i)
        nodes.push_back(
            makeNode(fmt::format("lesson.console.{}", nodes.size()), UiRole::message, lines[i]));
}

const ScriptNames::Measure* measureNamed(const LessonRun& run, std::string_view id) {
    const ScriptNames* names = run.scriptNames();
    if (!names) return nullptr;
    const auto found = std::find_if(names->measures.begin(), names->measures.end(),
                                    [id](const auto& measure) { return measure.id == id; });
    return found == names->measures.end() ? nullptr : &*found;
}

UiNode summaryNode(const LessonScope& scope) {
    UiNode group = makeNode("lesson.summary", UiRole::group, scope.word("summary"));
    if (!scope.ui.isOpen(group.id)) return group;
    for (std::string& line : summary(scope.run, scope.words()))
        group.children.push_back(makeNode(fmt::format("lesson.summary.{}", group.children.size()),
                                          UiRole::message, line));
    return group;
}

}  // namespace

std::string LessonScope::word(std::string_view key, const Args& args) const {
    return words()(fmt::format("ui.lesson.{}", key), args);
}

UiNode LessonScope::prose(std::string id, const Text& text) const {
    const std::string filled = run.fill(text, words());
    UiNode node = makeNode(std::move(id), UiRole::prose, plain(filled));
    node.blocks = formatted(filled);
    return node;
}

std::string LessonScope::line(const Text& text) const {
    std::string made = plain(run.fill(text, words()));
    std::replace(made.begin(), made.end(), '\n', ' ');
    return made;
}

std::string LessonScope::nameLabel(std::string_view name) const {
    const Schema& schema = ui.schema();
    if (schema.findParam(name) || schema.findChoice(name) || schema.findOutput(name))
        return labelOf(ui.lab(), name, words());
    if (const Requirement* requirement = run.lesson().findRequirement(name))
        return line(requirement->text);
    const ScriptNames::Measure* measure = measureNamed(run, name);
    return measure && !measure->label.empty() ? line(measure->label) : std::string(name);
}

Unit LessonScope::nameUnit(std::string_view name) const {
    if (const Param* param = ui.schema().findParam(name)) return param->unit;
    if (const Output* output = ui.schema().findOutput(name)) return output->unit;
    const ScriptNames::Measure* measure = measureNamed(run, name);
    return measure ? measure->unit : Unit{};
}

std::vector<std::string> LessonScope::changeable() const {
    std::vector<std::string> named, all;
    for (const std::string& key : ui.schema().keys()) {
        if (!ui.schema().findParam(key) && !ui.schema().findChoice(key)) continue;
        const Setting* setting = ui.session.setting(key);
        const bool kept = setting && (setting->locked || setting->hidden);
        if (kept || !ui.schema().matters(key)) continue;
        all.push_back(key);
        if (setting) named.push_back(key);
    }
    return named.empty() ? all : named;
}

std::vector<int> shownOrder(const LessonScope& scope, const LessonItem& item, size_t count,
                            bool mixed) {
    std::vector<int> order(count);
    for (size_t i = 0; i < count; ++i) order[i] = static_cast<int>(i) + 1;
    if (!mixed || count < 2) return order;
    const std::vector<int> inFile = order;
    Rng rng(scope.ui.session.setup().seed + static_cast<uint64_t>(scope.run.pupil()),
            "lesson.order." + item.id);
    for (size_t i = count; i-- > 1;)
        std::swap(order[i], order[static_cast<size_t>(rng.integer(0, static_cast<int64_t>(i)))]);
    if (order == inFile) std::rotate(order.begin(), order.begin() + 1, order.end());
    return order;
}

UiNode requirementNode(const LessonScope& scope, const RequirementState& state) {
    UiNode node = makeNode("requirement." + state.requirement->id, UiRole::requirement,
                           scope.line(state.requirement->text));
    node.selected = state.met == Truth::yes ? "yes" : state.met == Truth::no ? "no" : "unknown";
    node.icon = state.requirement->must ? "must" : "wish";
    node.valueText = scope.word(fmt::format("{}.{}", node.icon, node.selected));
    return node;
}

std::vector<UiNode> lessonNodes(const LessonScope& scope) {
    const LessonRun& run = scope.run;
    if (!run.step()) return {};
    std::vector<UiNode> nodes{stepsNode(scope), progressNode(scope)};
    if (!run.lesson().levels.empty()) nodes.push_back(levelNode(scope));
    if (!run.lesson().varied.empty()) nodes.push_back(pupilNode(scope));
    nodes.push_back(teacherNode(scope));
    addStep(scope, *run.step(), nodes);
    addWays(scope, nodes);
    addSaid(scope, nodes);
    nodes.push_back(summaryNode(scope));
    return nodes;
}

}  // namespace pt
