#include <algorithm>
#include <cctype>
#include <cmath>

#include "engine/desktop/bars.h"
#include "engine/desktop/panel_ui.h"
#include "engine/desktop/widgets.h"

namespace pt {
namespace {

constexpr double lookWidth = 184, narrowLook = 132, listWidth = 240;

bool hasChildren(const Desk& desk, std::string_view group) {
    const UiNode* node = desk.node(group);
    return node && !node->children.empty();
}

const Tool* toolOf(std::string_view key, const std::vector<Tool>& tools) {
    auto at =
        std::find_if(tools.begin(), tools.end(), [&](const Tool& tool) { return tool.key == key; });
    return at == tools.end() ? nullptr : &*at;
}

// A tool that is in hand has a bar beside it: colour is not the only sign.
bool toolButton(const Look& look, const UiOption& option, const Tool& tool, std::string_view hint,
                bool on) {
    float side = look.px(std::max(look.target, 40.f));
    ImVec2 low = ImGui::GetCursorScreenPos(), high{low.x + side, low.y + side};
    Press press = pressableHere(option.id.c_str(), {side, side});
    ImDrawList& list = *ImGui::GetWindowDrawList();
    drawButton(look, low, high, press, {.kind = ButtonKind::quiet, .on = on});
    if (on) {
        list.AddRectFilled({low.x - look.px(6), low.y + look.px(6)},
                           {low.x - look.px(3), high.y - look.px(6)}, look.color(Ink::accent),
                           look.px(2));
    }
    drawIcon(list, iconNamed(tool.icon), {(low.x + high.x) / 2, (low.y + high.y) / 2}, look.px(24),
             look.color(on ? Ink::accent : Ink::ink));
    if (press.hovered || press.focused) {
        std::string keys(tool.shortcut ? 1 : 0, static_cast<char>(std::toupper(tool.shortcut)));
        tooltip(look, hint.empty() ? option.label : option.label + ": " + std::string(hint), keys);
    }
    return press.pressed;
}

std::string shortcutText(const UiNode& node, const Desk& desk) {
    return node.shortcut == "Delete" ? desk.words("desktop.key.delete") : node.shortcut;
}

// One action as a button, or as a list that opens when there is something to choose.
void drawAction(const Look& look, Desk& desk, const UiNode& node, float width) {
    if (node.role == UiRole::choice) {
        std::vector<std::string> labels;
        for (const UiOption& option : node.options) labels.push_back(option.label);
        int chosen = menuButton(look, node.id.c_str(), node.label, labels, width, node.enabled);
        if (chosen >= 0) {
            desk.ask(node.id, node.options[static_cast<size_t>(chosen)].id, ++desk.gesture);
        }
        return;
    }
    ImVec2 low = ImGui::GetCursorScreenPos();
    if (button(look, node.id.c_str(), node.label, {.width = width, .enabled = node.enabled})) {
        desk.ask(node.id, "", ++desk.gesture);
        if (ImGui::IsPopupOpen("more")) ImGui::CloseCurrentPopup();
    }
    ImVec2 high{low.x + width, low.y + look.px(look.target)};
    if (ImGui::IsMouseHoveringRect(low, high) && ImGui::IsWindowHovered()) {
        tooltip(look, node.help.empty() ? node.label : node.help, shortcutText(node, desk));
    }
}

float actionWidth(const Look& look, const UiNode& node) {
    float arrow = node.role == UiRole::choice ? look.px(20) : 0;
    return buttonWidth(look, node.label) + arrow;
}

void drawMore(const Look& look, Desk& desk, std::span<const UiNode> rest) {
    if (iconButton(look, "more actions", Icon::more, desk.words("desktop.more"))) {
        ImGui::OpenPopup("more");
    }
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {look.px(8), look.px(8)});
    if (ImGui::BeginPopup("more")) {
        sheetFrame(look);
        for (const UiNode& node : rest) {
            drawAction(look, desk, node, look.px(listWidth));
            gap(look, 4);
        }
        ImGui::EndPopup();
    }
    ImGui::PopStyleVar();
}

// What fits stands in the row; the rest opens from its end.
void drawActionRow(const Look& look, Desk& desk, ImVec2 at, float width) {
    const UiNode* actions = desk.node("actions");
    if (!actions) return;
    float space = look.px(6), side = look.px(std::max(look.target, 36.f)), need = 0;
    for (const UiNode& node : actions->children) need += actionWidth(look, node) + space;
    float room = need <= width ? width : width - side;
    float x = at.x;
    size_t i = 0;
    for (; i < actions->children.size(); ++i) {
        const UiNode& node = actions->children[i];
        float wide = actionWidth(look, node);
        if (x + wide > at.x + room) break;
        moveTo({x, at.y});
        drawAction(look, desk, node, wide);
        x += wide + space;
    }
    if (i == actions->children.size()) return;
    moveTo({x, at.y - (side - look.px(look.target)) / 2});
    drawMore(look, desk, std::span(actions->children).subspan(i));
}

void drawLookList(const Look& look, Desk& desk, const std::vector<const UiNode*>& looks) {
    ImGui::SetNextWindowSize({look.px(280), 0});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {look.px(16), look.px(12)});
    if (ImGui::BeginPopup("looks")) {
        sheetFrame(look);
        for (const UiNode* node : looks) {
            drawNode(look, desk, *node);
            gap(look, 6);
        }
        ImGui::EndPopup();
    }
    ImGui::PopStyleVar();
}

// What the drawing tells: the first choice in the bar, the others in a list.
void drawLooks(const Look& look, Desk& desk, float right, float y, float listWide) {
    const UiNode* looks = desk.node("looks");
    if (!looks) return;
    const UiNode* first = nullptr;
    std::vector<const UiNode*> rest;
    for (const UiNode& node : looks->children) {
        if (!first && node.role == UiRole::choice) {
            first = &node;
        } else {
            rest.push_back(&node);
        }
    }
    float x = right;
    if (!rest.empty()) {
        float side = look.px(std::max(look.target, 36.f));
        x -= side;
        moveTo({x, y - (side - look.px(look.target)) / 2});
        bool pressed = iconButton(look, "looks", Icon::eye, desk.words("desktop.looks"));
        if (desk.lookMenu || pressed) ImGui::OpenPopup("looks");
        desk.lookMenu = false;
        ImGui::SetNextWindowPos({right, y + side}, ImGuiCond_Always, {1, 0});
        drawLookList(look, desk, rest);
        x -= look.px(6);
    }
    if (!first) return;
    std::vector<std::string> labels;
    int selected = 0;
    for (const UiOption& option : first->options) {
        if (option.id == first->selected) selected = static_cast<int>(labels.size());
        labels.push_back(option.label);
    }
    x -= listWide;
    moveTo({x, y});
    int chosen = dropDown(look, first->id.c_str(), labels, selected, listWide);
    if (chosen >= 0) desk.ask(first->id, first->options[static_cast<size_t>(chosen)].id);
    ImVec2 high{x + listWide, y + look.px(look.target)};
    if (ImGui::IsMouseHoveringRect({x, y}, high) && ImGui::IsWindowHovered()) {
        tooltip(look, first->label);
    }
}

}  // namespace

float toolsWidth(const Look& look, const Desk& desk) {
    return hasChildren(desk, "tools") ? look.px(std::max(look.target, 40.f) + 16) : 0;
}

void drawTools(const Look& look, Desk& desk, ImVec2 low, ImVec2 high) {
    const UiNode* choice = desk.node("stage.tool");
    const Editor* editor = desk.work.bench().editor();
    if (!choice || !editor) return;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(low, high, look.color(Ink::sheet));
    list.AddLine({high.x - 0.5f, low.y}, {high.x - 0.5f, high.y}, look.color(Ink::line));
    std::vector<Tool> tools = desk.work.bench().tools();
    float side = look.px(std::max(look.target, 40.f));
    float y = low.y + look.px(10);
    for (const UiOption& option : choice->options) {
        const Tool* tool = toolOf(option.id, tools);
        if (!tool) continue;
        std::string help =
            std::string(desk.work.session().lab().id) + ".tool." + tool->key + ".help";
        moveTo({low.x + look.px(8), y});
        if (toolButton(look, option, *tool, desk.words.has(help) ? desk.words(help) : "",
                       option.id == choice->selected)) {
            desk.ask(choice->id, option.id);
        }
        y += side + look.px(4);
    }
}

float actionsHeight(const Look& look, const Desk& desk) {
    bool any =
        hasChildren(desk, "tools") || hasChildren(desk, "actions") || hasChildren(desk, "looks");
    return any ? look.px(look.target + 12) : 0;
}

void drawActions(const Look& look, Desk& desk, ImVec2 low, ImVec2 high) {
    if (high.y <= low.y) return;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(low, high, look.color(Ink::sheet));
    list.AddLine({low.x, high.y - 0.5f}, {high.x, high.y - 0.5f}, look.color(Ink::line));
    float pad = look.px(8), y = std::round((low.y + high.y - look.px(look.target)) / 2);
    float width = high.x - low.x;
    bool wide = width >= look.px(640);
    float listWide = look.px(wide ? lookWidth : narrowLook);
    float looks = hasChildren(desk, "looks") ? listWide + look.px(64) : 0;
    drawActionRow(look, desk, {low.x + pad, y}, width - looks - 2 * pad);
    drawLooks(look, desk, high.x - pad, y, listWide);
}

}  // namespace pt
