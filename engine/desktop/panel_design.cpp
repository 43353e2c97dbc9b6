#include <algorithm>

#include "engine/desktop/panel_lower.h"
#include "engine/desktop/panel_ui.h"
#include "engine/desktop/widgets.h"

namespace pt {
namespace {

// A heading that folds what stands under it. Returns whether it is open.
bool sectionHead(const Look& look, Desk& desk, const std::string& id, std::string_view label,
                 bool openAtFirst) {
    std::string key = std::string(desk.work.session().lab().id) + "." + id;
    auto remembered = desk.prefs.sections.find(key);
    bool open = remembered == desk.prefs.sections.end() ? openAtFirst : remembered->second;
    float width = ImGui::GetContentRegionAvail().x, height = look.px(std::max(look.target, 34.f));
    ImVec2 low = ImGui::GetCursorScreenPos(), high{low.x + width, low.y + height};
    ImGui::PushID(id.c_str());
    Press press = pressableHere("fold", {width, height});
    ImGui::PopID();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (press.hovered) {
        list.AddRectFilled(low, high, look.color(Ink::ink, 0.05), look.px(cornerSize));
    }
    if (press.focused) drawFocus(look, low, high);
    float middle = (low.y + high.y) / 2;
    TextLook bold{.bold = true};
    drawElided(look, {low.x, middle - textSize(look, "X", bold).y / 2}, width - look.px(28), label,
               bold);
    drawIcon(list, open ? Icon::up : Icon::down, {high.x - look.px(12), middle}, look.px(16),
             look.color(Ink::inkSoft));
    if (press.pressed) {
        desk.prefs.sections[key] = !open;
        desk.asked.restyle = true;
    }
    return open;
}

// Choices first: they are few and set the kind of design.
void drawSettings(const Look& look, Desk& desk, const std::vector<UiNode>& nodes) {
    for (bool choices : {true, false}) {
        for (const UiNode& node : nodes) {
            if (node.role == UiRole::group || !node.enabled) continue;
            if ((node.role == UiRole::choice) != choices) continue;
            drawNode(look, desk, node);
            gap(look, 10);
        }
    }
}

bool hasEnabled(const std::vector<UiNode>& nodes) {
    return std::any_of(nodes.begin(), nodes.end(), [](const UiNode& node) {
        return node.enabled && node.role != UiRole::group;
    });
}

// The settings: a part for each section, the first one open.
void drawParams(const Look& look, Desk& desk, const UiNode& params) {
    bool first = true;
    if (hasEnabled(params.children)) {
        if (sectionHead(look, desk, "params", params.label, true)) {
            gap(look, 4);
            drawSettings(look, desk, params.children);
        }
        first = false;
        divider(look);
    }
    for (const UiNode& section : params.children) {
        if (section.role != UiRole::group || !hasEnabled(section.children)) continue;
        if (sectionHead(look, desk, section.id, section.label, first)) {
            gap(look, 4);
            drawSettings(look, desk, section.children);
        }
        first = false;
        divider(look);
    }
}

void drawReadouts(const Look& look, Desk& desk, const std::vector<const UiNode*>& nodes) {
    for (const UiNode* node : nodes) {
        drawNode(look, desk, *node);
        gap(look, 2);
    }
}

void collectFixed(const std::vector<UiNode>& nodes, std::vector<const UiNode*>& fixed) {
    for (const UiNode& node : nodes) {
        if (node.role == UiRole::group) {
            collectFixed(node.children, fixed);
        } else if (!node.enabled) {
            fixed.push_back(&node);
        }
    }
}

void drawChecks(const Look& look, Desk& desk) {
    const UiNode* checks = desk.node("checks");
    if (!checks || checks->children.empty()) return;
    size_t met = 0;
    for (const UiNode& node : checks->children) met += node.selected == "yes";
    std::string count = std::to_string(met) + "/" + std::to_string(checks->children.size());
    if (sectionHead(look, desk, "checks", checks->label + "  " + count, true)) {
        for (const UiNode& node : checks->children) drawNode(look, desk, node);
        gap(look, 4);
    }
    divider(look);
}

void drawNumbers(const Look& look, Desk& desk) {
    const UiNode* outputs = desk.node("outputs");
    if (!outputs) return;
    std::vector<const UiNode*> values;
    for (const UiNode& node : outputs->children) {
        bool shown = node.enabled || node.busy;
        if (node.id.starts_with("output.") && shown) values.push_back(&node);
    }
    if (values.empty()) return;
    if (sectionHead(look, desk, "outputs", outputs->label, true)) {
        drawReadouts(look, desk, values);
        gap(look, 4);
    }
    divider(look);
}

void drawJobs(const Look& look, Desk& desk) {
    const UiNode* jobs = desk.node("jobs");
    if (!jobs || jobs->children.empty()) return;
    if (sectionHead(look, desk, "jobs", jobs->label, true)) {
        for (const UiNode& job : jobs->children) {
            drawJob(look, desk, job);
            gap(look, 8);
        }
    }
    divider(look);
}

void drawHandovers(const Look& look, Desk& desk) {
    const UiNode* handovers = desk.node("handovers");
    if (!handovers || handovers->children.empty()) return;
    for (const UiNode& node : handovers->children) {
        drawNode(look, desk, node);
        gap(look, 8);
    }
    divider(look);
}

// What cannot be changed here, as plain lines.
void drawFixed(const Look& look, Desk& desk, const UiNode& params) {
    std::vector<const UiNode*> fixed;
    if (const UiNode* outputs = desk.node("outputs")) {
        for (const UiNode& node : outputs->children) {
            if (node.id.starts_with("param.")) fixed.push_back(&node);
        }
    }
    collectFixed(params.children, fixed);
    if (fixed.empty()) return;
    if (!sectionHead(look, desk, "fixed", desk.words("desktop.fixed"), true)) return;
    for (const UiNode* node : fixed) drawFixedLine(look, *node);
}

}  // namespace

void drawDesignPanel(const Look& look, Desk& desk) {
    drawSelectedItem(look, desk);
    const UiNode* params = desk.node("params");
    if (!params) return;
    drawChecks(look, desk);
    drawParams(look, desk, *params);
    drawNumbers(look, desk);
    drawHandovers(look, desk);
    drawJobs(look, desk);
    drawFixed(look, desk, *params);
}

}  // namespace pt
