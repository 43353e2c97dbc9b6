#include "engine/ui/lab_ui.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <iterator>
#include <optional>
#include <utility>

#include "engine/i18n/calendar.h"
#include "engine/ui/lab_nodes.h"
#include "engine/ui/lab_words.h"
#include "engine/ui/rates.h"

namespace pt {
namespace {

constexpr size_t eventsShown = 3;
constexpr std::string_view paramPrefix = "param.";

class Builder {
public:
    explicit Builder(const UiScope& scope)
        : scope_(scope), session_(scope.session), words_(scope.words), schema_(scope.schema()),
          lab_(scope.lab()) {}

    UiNode tree() const {
        UiNode root = makeNode("lab", UiRole::group, labelOf(lab_, "title", words_));
        root.children = {scope_.group("run", runNodes()), scope_.group("params", paramNodes()),
                         scope_.group("outputs", outputNodes())};
        addUnlessEmpty(root, "checks", checkNodes(scope_));
        addUnlessEmpty(root, "jobs", jobNodes(scope_));
        addUnlessEmpty(root, "tables", tableNodes(scope_));
        addUnlessEmpty(root, "charts", chartNodes(scope_));
        addUnlessEmpty(root, "designs", designNodes(scope_));
        root.children.push_back(scope_.group("messages", messageNodes()));
        return root;
    }

private:
    void addUnlessEmpty(UiNode& root, std::string id, std::vector<UiNode> nodes) const {
        if (!nodes.empty()) root.children.push_back(scope_.group(std::move(id), std::move(nodes)));
    }

    // The lab's own word for an action, or the general one.
    std::string word(std::string_view name) const {
        const std::string own = fmt::format("{}.{}", lab_, name);
        return words_(words_.has(own) ? own : fmt::format("ui.run.{}", name));
    }

    UiNode button(std::string id, bool enabled) const {
        const std::string word = id;
        return scope_.button(std::move(id), word, enabled);
    }

    UiNode message(std::string id, std::string sentence) const {
        UiNode node = makeNode(std::move(id), UiRole::message, std::move(sentence));
        node.live = true;
        return node;
    }

    std::string clockText(double seconds) const {
        if (const std::optional<double> start = calendarStart(session_))
            return momentText(*start + seconds, words_);
        return settingText(std::round(seconds * 100) / 100, unit("s"), 0.01, words_);
    }

    std::vector<UiNode> runNodes() const {
        const bool atStart = session_.step() == 0;
        const bool canRun = !session_.trouble();
        const bool canStep = canRun && !session_.finished();
        const std::pair<double, double> rates =
            schema_.calendar()
                ? std::pair(std::begin(calendarSpeeds)->rate, std::rbegin(calendarSpeeds)->rate)
                : std::pair(slowestRate, fastestRate);
        return {playNode(),
                button("run.rewind", !atStart),
                button("run.back", !atStart),
                button("run.step", canStep),
                button("run.slower", session_.rate() > rates.first),
                button("run.faster", session_.rate() < rates.second),
                button("edit.undo", session_.canUndo()),
                button("edit.redo", session_.canRedo()),
                button("edit.reset", session_.reached() > 0),
                timeNode(),
                clockNode(),
                speedNode()};
    }

    UiNode playNode() const {
        const char* action = session_.playing() ? "pause" : session_.finished() ? "again" : "play";
        UiNode node = makeNode("run.play", UiRole::button, word(action));
        node.enabled = !session_.trouble();
        node.primary = true;
        return node;
    }

    UiNode timeNode() const {
        UiNode node = makeNode("run.time", UiRole::slider, words_("ui.run.time"));
        node.unit = "s";
        node.max = static_cast<double>(session_.reached()) * session_.dt();
        node.step = session_.dt();
        node.value = session_.time();
        node.valueText = clockText(session_.time());
        node.enabled = session_.reached() > 0;
        return node;
    }

    UiNode clockNode() const {
        UiNode node = makeNode("run.clock", UiRole::readout, words_("ui.run.clock"));
        node.unit = "s";
        node.value = session_.time();
        node.valueText = clockText(session_.time());
        return node;
    }

    UiNode speedNode() const {
        UiNode node = makeNode("run.speed", UiRole::readout, words_("ui.run.speed"));
        node.value = session_.rate();
        node.valueText = settingText(session_.rate(), Unit{}, 0, words_) + "×";
        for (const CalendarSpeed& speed : calendarSpeeds)
            if (schema_.calendar() && speed.rate == session_.rate())
                node.valueText = words_(fmt::format("ui.speed.{}", speed.word));
        return node;
    }

    // The settings in the Schema's order; `readouts` are those that are locked but shown.
    std::vector<UiNode> settingNodes(bool readouts) const {
        std::vector<UiNode> nodes;
        for (const std::string& key : schema_.keys()) {
            const Param* param = schema_.findParam(key);
            const Choice* choice = schema_.findChoice(key);
            if (!param && !choice) continue;
            const Setting* setting = session_.setting(key);
            if ((setting && setting->hidden) || !schema_.matters(key)) continue;
            if ((setting && setting->locked && setting->shown) != readouts) continue;
            UiNode node = param ? paramNode(*param) : choiceNode(*choice, setting);
            node.enabled = !(setting && setting->locked);
            if (readouts) node = asReadout(std::move(node));
            nodes.push_back(std::move(node));
        }
        return nodes;
    }

    // The settings, those of a section in a group at the place of its first.
    std::vector<UiNode> paramNodes() const {
        std::vector<UiNode> nodes;
        for (UiNode& node : settingNodes(false)) {
            const std::string_view section =
                schema_.sectionOf(std::string_view(node.id).substr(paramPrefix.size()));
            if (section.empty()) {
                nodes.push_back(std::move(node));
                continue;
            }
            const std::string id = fmt::format("section.{}", section);
            auto group = std::find_if(nodes.begin(), nodes.end(),
                                      [&id](const UiNode& other) { return other.id == id; });
            if (group == nodes.end())
                group = nodes.insert(group, makeNode(id, UiRole::group, labelOf(lab_, id, words_)));
            group->children.push_back(std::move(node));
        }
        return nodes;
    }

    UiNode named(std::string_view prefix, const std::string& key, UiRole role) const {
        return scope_.named(fmt::format("{}{}", prefix, key), key, role);
    }

    UiNode paramNode(const Param& param) const {
        const Range range = session_.range(param);
        UiNode node = named(paramPrefix, param.key, UiRole::slider);
        node.unit = param.unit.symbol;
        node.min = displayValue(range.min, param.unit);
        node.max = displayValue(range.max, param.unit);
        node.step = displayStep(range.step, param.unit);
        node.value = displayValue(*param.value, param.unit);
        node.valueText = settingText(*param.value, param.unit, range.step, words_);
        return node;
    }

    UiNode choiceNode(const Choice& choice, const Setting* setting) const {
        UiNode node = named(paramPrefix, choice.key, UiRole::choice);
        const bool narrowed = setting && !setting->options.empty();
        for (const std::string& option : narrowed ? setting->options : choice.options) {
            node.options.push_back({option, optionLabel(lab_, choice.key, option, words_)});
        }
        node.selected = choice.options[static_cast<size_t>(*choice.value)];
        node.valueText = optionLabel(lab_, choice.key, node.selected, words_);
        return node;
    }

    static UiNode asReadout(UiNode node) {
        node.role = UiRole::readout;
        node.min = node.max = node.step = 0;
        node.options.clear();
        node.enabled = true;
        return node;
    }

    std::vector<UiNode> outputNodes() const {
        std::vector<UiNode> nodes = settingNodes(true);
        for (const Output& output : schema_.outputs()) {
            UiNode node = named("output.", output.key, UiRole::readout);
            node.unit = output.unit.symbol;
            node.enabled = hasValue(output);
            if (output.text) node.selected = output.text();
            if (output.number && node.enabled) {
                node.value = displayValue(output.number(), output.unit);
            }
            node.valueText = outputText(lab_, output, words_);
            node.busy = output.figure && !node.enabled && session_.backgroundRuns();
            if (node.busy) node.valueText = "…";
            nodes.push_back(std::move(node));
        }
        return nodes;
    }

    std::vector<UiNode> messageNodes() const {
        std::vector<UiNode> nodes;
        if (session_.trouble()) {
            nodes.push_back(message("message.trouble", words_.sentence(*session_.trouble())));
            nodes.back().error = true;
        }
        const auto& events = session_.recording().events();
        const size_t count = events.size();
        for (size_t i = count - std::min(count, eventsShown); i < count; ++i) {
            nodes.push_back(message(fmt::format("message.event.{}", i),
                                    eventSentence(lab_, schema_, events[i].event, words_)));
        }
        if (session_.finished()) nodes.push_back(message("message.result", resultSentence()));
        return nodes;
    }

    // "<lab>.result" may use every output by its key; a lab without it gets the general sentence.
    std::string resultSentence() const {
        Args args{{"time", clockText(session_.time())}};
        for (const Output& output : schema_.outputs()) {
            args.push_back({output.key, outputText(lab_, output, words_)});
        }
        const std::string own = fmt::format("{}.result", lab_);
        return words_(words_.has(own) ? own : "ui.result", args);
    }

    const UiScope& scope_;
    const Session& session_;
    const Words& words_;
    const Schema& schema_;
    std::string_view lab_;
};

}  // namespace

UiNode buildUi(const Session& session, const Words& words, std::span<const std::string> open) {
    const UiScope scope{session, words, open};
    return Builder(scope).tree();
}

const UiNode* findNode(const UiNode& tree, std::string_view id) {
    if (tree.id == id) return &tree;
    for (const UiNode& child : tree.children) {
        if (const UiNode* found = findNode(child, id)) return found;
    }
    return nullptr;
}

}  // namespace pt
