#include "engine/ui/lab_ui.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include "engine/ui/lab_words.h"
#include "engine/ui/rates.h"

namespace pt {
namespace {

constexpr size_t eventsShown = 3;

UiNode makeNode(std::string id, UiRole role, std::string label) {
    UiNode node;
    node.id = std::move(id);
    node.role = role;
    node.label = std::move(label);
    return node;
}

// One pass over a session in one language.
class Builder {
public:
    Builder(const Session& session, const Words& words)
        : session_(session), words_(words), schema_(session.schema()), lab_(session.lab().id) {}

    UiNode tree() const {
        UiNode root = makeNode("lab", UiRole::group, labelOf(lab_, "title", words_));
        root.children = {group("run", runNodes()), group("params", paramNodes()),
                         group("outputs", outputNodes()), group("messages", messageNodes())};
        return root;
    }

private:
    std::string optional(std::string_view key) const { return words_.has(key) ? words_(key) : ""; }

    // The lab's own word for an action, or the general one.
    std::string word(std::string_view name) const {
        const std::string own = fmt::format("{}.{}", lab_, name);
        return words_(words_.has(own) ? own : fmt::format("ui.run.{}", name));
    }

    UiNode group(std::string id, std::vector<UiNode> children) const {
        UiNode node = makeNode(id, UiRole::group, words_("ui." + id));
        node.children = std::move(children);
        return node;
    }

    UiNode button(std::string id, bool enabled) const {
        UiNode node = makeNode(id, UiRole::button, words_("ui." + id));
        node.help = optional("ui." + id + ".help");
        node.enabled = enabled;
        return node;
    }

    UiNode message(std::string id, std::string sentence) const {
        UiNode node = makeNode(std::move(id), UiRole::message, std::move(sentence));
        node.live = true;
        return node;
    }

    std::string clockText(double seconds) const {
        return settingText(std::round(seconds * 100) / 100, unit("s"), 0.01, words_);
    }

    std::vector<UiNode> runNodes() const {
        const bool atStart = session_.step() == 0;
        const bool canRun = !session_.trouble();
        const bool canStep = canRun && !session_.finished();
        return {playNode(),
                button("run.rewind", !atStart),
                button("run.back", !atStart),
                button("run.step", canStep),
                button("run.slower", session_.rate() > slowestRate),
                button("run.faster", session_.rate() < fastestRate),
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
            if (setting && setting->hidden) continue;
            if ((setting && setting->locked && setting->shown) != readouts) continue;
            UiNode node = param ? paramNode(*param) : choiceNode(*choice, setting);
            node.enabled = !(setting && setting->locked);
            if (readouts) node = asReadout(std::move(node));
            nodes.push_back(std::move(node));
        }
        return nodes;
    }

    std::vector<UiNode> paramNodes() const { return settingNodes(false); }

    UiNode named(std::string_view prefix, const std::string& key, UiRole role) const {
        UiNode node = makeNode(fmt::format("{}.{}", prefix, key), role, labelOf(lab_, key, words_));
        node.help = optional(fmt::format("{}.{}.help", lab_, key));
        return node;
    }

    UiNode paramNode(const Param& param) const {
        const Range range = session_.range(param);
        UiNode node = named("param", param.key, UiRole::slider);
        node.unit = param.unit.symbol;
        node.min = displayValue(range.min, param.unit);
        node.max = displayValue(range.max, param.unit);
        node.step = displayStep(range.step, param.unit);
        node.value = displayValue(*param.value, param.unit);
        node.valueText = settingText(*param.value, param.unit, range.step, words_);
        return node;
    }

    UiNode choiceNode(const Choice& choice, const Setting* setting) const {
        UiNode node = named("param", choice.key, UiRole::choice);
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
            UiNode node = named("output", output.key, UiRole::readout);
            node.unit = output.unit.symbol;
            node.enabled = hasValue(output);
            if (output.text) node.selected = output.text();
            if (output.number && node.enabled) {
                node.value = displayValue(output.number(), output.unit);
            }
            node.valueText = outputText(lab_, output, words_);
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

    const Session& session_;
    const Words& words_;
    const Schema& schema_;
    std::string_view lab_;
};

}  // namespace

UiNode buildUi(const Session& session, const Words& words) {
    return Builder(session, words).tree();
}

const UiNode* findNode(const UiNode& tree, std::string_view id) {
    if (tree.id == id) return &tree;
    for (const UiNode& child : tree.children) {
        if (const UiNode* found = findNode(child, id)) return found;
    }
    return nullptr;
}

}  // namespace pt
