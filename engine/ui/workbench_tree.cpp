// What a Workbench adds to the tree of its session.
#include <algorithm>
#include <fmt/format.h>

#include "engine/ui/lab_nodes.h"
#include "engine/ui/lab_words.h"
#include "engine/ui/workbench.h"

namespace pt {
namespace {

// One lab in one language.
struct Labels {
    std::string_view lab;
    const Words& words;

    UiNode node(std::string id, UiRole role, const std::string& key) const {
        UiNode made = makeNode(std::move(id), role, words(key));
        made.help = optionalText(key + ".help", words);
        return made;
    }
    std::string key(std::string_view kind, std::string_view name) const {
        return fmt::format("{}.{}.{}", lab, kind, name);
    }
};

std::vector<UiNode> toolNodes(const Labels& labels, const std::vector<Tool>& tools,
                              const ViewState& looking) {
    if (tools.empty()) return {};
    UiNode choice = makeNode("stage.tool", UiRole::choice, labels.words("ui.tool"));
    choice.selected = looking.tool.empty() ? tools.front().key : looking.tool;
    for (const Tool& tool : tools) {
        UiNode node = labels.node("tool." + tool.key, UiRole::button, labels.key("tool", tool.key));
        node.icon = tool.icon;
        if (tool.shortcut != 0) node.shortcut = std::string(1, tool.shortcut);
        if (tool.key == choice.selected) choice.valueText = node.label;
        choice.options.push_back({tool.key, node.label});
        choice.children.push_back(std::move(node));
    }
    return {std::move(choice)};
}

std::vector<UiNode> actionNodes(const Labels& labels, const Editor& editor,
                                const ViewState& looking) {
    std::vector<UiNode> nodes;
    for (const StageAction& action : editor.actions(looking)) {
        const std::string key = labels.key("action", action.key);
        const UiRole role = action.options.empty() ? UiRole::button : UiRole::choice;
        UiNode node = labels.node("stage.action." + action.key, role, key);
        node.enabled = action.enabled;
        node.shortcut = action.shortcut;
        for (const std::string& option : action.options)
            node.options.push_back({option, labels.words(key + "." + option)});
        nodes.push_back(std::move(node));
    }
    return nodes;
}

// The row of tabs above the stage, or else the ways of looking under the open tab, which the view
// names after its tabs.
std::vector<UiNode> lookNodes(const Labels& labels, const View& view, const ViewState& looking,
                              bool tabs) {
    std::vector<UiNode> nodes;
    std::string open;
    for (const ViewOption& look : view.options()) {
        if (look.tabs) open = looking.option(look.key, look.start);
        if (look.tabs != tabs || (!look.tab.empty() && look.tab != open)) continue;
        const std::string key = labels.key("look", look.key);
        const bool toggle = look.options.empty();
        UiNode node =
            labels.node("look." + look.key, toggle ? UiRole::toggle : UiRole::choice, key);
        node.selected = looking.option(look.key, look.start);
        for (const std::string& option : look.options)
            node.options.push_back({option, labels.words(key + "." + option)});
        node.valueText =
            labels.words(toggle ? "ui.look." + node.selected : key + "." + node.selected);
        nodes.push_back(std::move(node));
    }
    return nodes;
}

std::vector<UiNode> exportNodes(const Labels& labels, const Exchange& exchange) {
    std::vector<UiNode> nodes;
    for (const Export& each : exchange.exports()) {
        nodes.push_back(
            labels.node("export." + each.key, UiRole::button, labels.key("export", each.key)));
        nodes.back().valueText = each.extension;
    }
    return nodes;
}

std::vector<UiNode> handoverNodes(const Labels& labels, const Exchange& exchange) {
    std::vector<UiNode> nodes;
    for (const Handover& each : exchange.handovers())
        nodes.push_back(
            labels.node("handover." + each.key, UiRole::button, labels.key("handover", each.key)));
    return nodes;
}

UiNode* findIn(UiNode& tree, std::string_view id) {
    if (tree.id == id) return &tree;
    for (UiNode& child : tree.children)
        if (UiNode* found = findIn(child, id)) return found;
    return nullptr;
}

void fillFields(UiNode& job, const std::map<std::string, std::string>& typed) {
    for (UiNode& child : job.children) {
        const auto found = typed.find(child.id);
        if (found != typed.end() && !found->second.empty()) child.valueText = found->second;
    }
}

}  // namespace

UiNode Workbench::ui(const Words& words, std::span<const std::string> open) const {
    UiNode tree = buildUi(*session_, words, open);
    if (UiNode* jobs = findIn(tree, "jobs"))
        for (size_t i = 0; i < jobs->children.size(); ++i) {
            fillFields(jobs->children[i], typed_);
            allowStart(jobs->children[i], session_->schema().jobs()[i]);
        }
    addChanges(tree, words);
    addStageNodes(tree, words);
    addLesson(tree, words, open);
    return tree;
}

// What the last edit made of the figures.
void Workbench::addChanges(UiNode& tree, const Words& words) const {
    for (const auto& [key, before] : before_) {
        UiNode* node = findIn(tree, "output." + key);
        const Output* output = session_->schema().findOutput(key);
        if (!node || !output) continue;
        if (valueText(before, output->unit, words) == node->valueText) continue;
        node->before = valueNumber(before, output->unit, words);
        if (!node->enabled || output->better == Better::neither) continue;
        const bool lower = output->number() < before;
        node->trend = lower == (output->better == Better::lower) ? "better" : "worse";
        node->trendText = words("ui.trend." + node->trend);
    }
}

void Workbench::addStageNodes(UiNode& tree, const Words& words) const {
    const UiScope scope{*session_, words, {}};
    const Labels labels{session_->lab().id, words};
    const auto add = [&](std::string id, std::vector<UiNode> nodes) {
        if (nodes.empty()) return;
        tree.children.insert(tree.children.end() - 1, scope.group(std::move(id), std::move(nodes)));
    };
    if (editor_) {
        add("tools", toolNodes(labels, tools(), looking_));
        add("actions", actionNodes(labels, *editor_, looking_));
    }
    if (view_) {
        add("tabs", lookNodes(labels, *view_, looking_, true));
        add("looks", lookNodes(labels, *view_, looking_, false));
    }
    if (!exchange_) return;
    add("exports", exportNodes(labels, *exchange_));
    add("handovers", handoverNodes(labels, *exchange_));
}

}  // namespace pt
