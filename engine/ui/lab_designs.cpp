// Jobs and tested designs in the tree.
#include <cmath>
#include <fmt/format.h>

#include "engine/ui/lab_nodes.h"
#include "engine/ui/lab_words.h"

namespace pt {
namespace {

UiNode argumentNode(const UiScope& scope, const JobEntry& job, const Argument& argument) {
    UiNode node = makeNode(fmt::format("job.{}.{}", job.key, argument.key), UiRole::field,
                           partLabel(scope.lab(), job.key, argument.key, scope.words));
    node.unit = argument.unit.symbol;
    if (!argument.isText && argument.range.min < argument.range.max) {
        node.min = displayValue(argument.range.min, argument.unit);
        node.max = displayValue(argument.range.max, argument.unit);
    }
    const Json measured = measuredBefore(scope.session, argument);
    if (measured.isNumber())
        node.valueText = settingText(measured.number(), argument.unit, 0, scope.words);
    if (measured.isText()) node.valueText = measured.text();
    return node;
}

UiNode jobNode(const UiScope& scope, const JobEntry& job) {
    const Session& session = scope.session;
    const std::string id = "job." + job.key;
    UiNode group = scope.named(id, job.key, UiRole::group);
    if (session.runningJob() == job.key) {
        UiNode progress = makeNode(id + ".progress", UiRole::progress, group.label);
        progress.value = session.jobProgress();
        progress.valueText = scope.words.quantity(progress.value, unit("%"), 2);
        group.children = {std::move(progress), scope.button(id + ".cancel", "job.cancel")};
        return group;
    }
    for (const Argument& argument : job.arguments)
        group.children.push_back(argumentNode(scope, job, argument));
    group.children.push_back(scope.named(id + ".start", job.key, UiRole::button));
    allowStart(group, job);
    return group;
}

std::string recordText(const UiScope& scope, const Output& output, const Json& value) {
    if (value.isNumber()) return valueText(value.number(), output.unit, scope.words);
    if (value.text().empty()) return "–";
    return textValue(scope.lab(), output, value.text(), scope.words);
}

UiNode readoutNode(const UiScope& scope, const RunRecord& run, const Output& output) {
    UiNode node = scope.named(fmt::format("run.{}.output.{}", run.number, output.key), output.key,
                              UiRole::readout);
    const Json& value = run.outputs[output.key];
    node.unit = output.unit.symbol;
    node.selected = value.text();
    node.enabled = value.isNumber() || !value.text().empty();
    if (value.isNumber()) node.value = displayValue(value.number(), output.unit);
    node.valueText = recordText(scope, output, value);
    return node;
}

UiNode realNode(const UiScope& scope, const RunRecord& run, const Output& output) {
    UiNode node = scope.named(fmt::format("run.{}.real.{}", run.number, output.key), output.key,
                              UiRole::field);
    const Json& value = run.real[output.key];
    node.unit = output.unit.symbol;
    node.selected = value.text();
    if (value.isNumber())
        node.valueText = settingText(value.number(), output.unit, 0, scope.words);
    else
        node.valueText = textValue(scope.lab(), output, value.text(), scope.words);
    for (const std::string& option : output.options)
        node.options.push_back({option, optionLabel(scope.lab(), output.key, option, scope.words)});
    return node;
}

// "<lab>.design" may use every output by its key, and "real_<key>" for what was measured.
std::string summary(const UiScope& scope, const RunRecord& run) {
    const std::string key = fmt::format("{}.design", scope.lab());
    if (!scope.words.has(key)) return "";
    Args args;
    for (const Output& output : scope.schema().outputs()) {
        args.push_back({output.key, recordText(scope, output, run.outputs[output.key])});
        args.push_back({"real_" + output.key, recordText(scope, output, run.real[output.key])});
    }
    return scope.words(key, args);
}

UiNode designNode(const UiScope& scope, const RunRecord& run) {
    const std::string id = fmt::format("run.{}", run.number);
    UiNode node = makeNode(id, UiRole::group,
                           scope.words("ui.design", Args{{"run", std::to_string(run.number)}}));
    node.valueText = summary(scope, run);
    node.primary = run.number == scope.session.branch();
    if (run.parent > 0) node.selected = fmt::format("run.{}", run.parent);
    const size_t newer = scope.session.runs().size() - static_cast<size_t>(run.number);
    node.children.push_back(
        scope.button(id + ".recall", "design.recall", newer < Session::keptDesigns));
    if (!scope.isOpen(id)) return node;
    for (const Output& output : scope.schema().outputs())
        node.children.push_back(readoutNode(scope, run, output));
    for (const std::string& key : scope.schema().measurable())
        node.children.push_back(realNode(scope, run, *scope.schema().findOutput(key)));
    UiNode note = makeNode(id + ".note", UiRole::field, scope.words("ui.design.note"));
    note.valueText = note.selected = run.note;
    node.children.push_back(std::move(note));
    return node;
}

}  // namespace

void allowStart(UiNode& group, const JobEntry& job) {
    if (group.children.size() != job.arguments.size() + 1) return;  // it runs
    bool complete = true;
    for (size_t i = 0; i < job.arguments.size(); ++i)
        if (!job.arguments[i].optional && group.children[i].valueText.empty()) complete = false;
    group.children.back().enabled = complete;
}

std::vector<UiNode> jobNodes(const UiScope& scope) {
    std::vector<UiNode> nodes;
    for (const JobEntry& job : scope.schema().jobs()) nodes.push_back(jobNode(scope, job));
    return nodes;
}

std::vector<UiNode> designNodes(const UiScope& scope) {
    std::vector<UiNode> nodes;
    for (const RunRecord& run : scope.session.runs()) nodes.push_back(designNode(scope, run));
    return nodes;
}

}  // namespace pt
