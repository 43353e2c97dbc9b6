#include <cmath>

#include "engine/desktop/bars.h"
#include "engine/desktop/menus.h"
#include "engine/desktop/widgets.h"

namespace pt {
namespace {

struct BarTool {
    Act act;
    Icon icon;
    bool enabled = true;
};

void drawTool(const Look& look, Desk& desk, const BarTool& tool) {
    const Shortcut& row = shortcut(tool.act);
    if (iconButton(look, row.label, tool.icon, desk.words(row.label), keyText(row, desk.words),
                   tool.enabled)) {
        desk.ask(tool.act);
    }
}

// The name of the program, then of the work; a dot tells that it is not saved. Returns the right
// end.
void drawTitle(const Look& look, const Desk& desk, ImVec2 low, float right, float middle) {
    drawIcon(*ImGui::GetWindowDrawList(), Icon::bridge, {low.x + look.px(14), middle}, look.px(28),
             look.color(Ink::accent));
    float x = low.x + look.px(40);
    TextLook soft{.ink = Ink::inkSoft}, title{.type = Type::title, .bold = true};
    float height = textSize(look, "X", title).y;
    if (right - x > look.px(320)) {
        drawText(look, {x, middle - textSize(look, "X", soft).y / 2}, "Proeftuin", soft);
        x += textSize(look, "Proeftuin", soft).x + look.px(16);
        ImGui::GetWindowDrawList()->AddLine({x, middle - look.px(10)}, {x, middle + look.px(10)},
                                            look.color(Ink::line));
        x += look.px(16);
    }
    x += drawElided(look, {x, middle - height / 2}, right - x - look.px(20),
                    desk.work.title(desk.words), title);
    if (desk.work.changed()) {
        ImVec2 dot{x + look.px(12), middle};
        ImGui::GetWindowDrawList()->AddCircleFilled(dot, look.px(4), look.color(Ink::accent), 16);
        float near = look.px(8);
        if (ImGui::IsMouseHoveringRect({dot.x - near, dot.y - near},
                                       {dot.x + near, dot.y + near})) {
            tooltip(look, desk.words("desktop.unsaved"));
        }
    }
}

}  // namespace

void drawTopBar(const Look& look, Desk& desk, ImVec2 low, ImVec2 high) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(low, high, look.color(Ink::sheet));
    list.AddLine({low.x, high.y - 0.5f}, {high.x, high.y - 0.5f}, look.color(Ink::line));

    const UiNode *undo = desk.node("edit.undo"), *redo = desk.node("edit.redo");
    const BarTool left[] = {{Act::undo, Icon::undo, undo && undo->enabled},
                            {Act::redo, Icon::redo, redo && redo->enabled}};
    const BarTool work[] = {
        {Act::open, Icon::open}, {Act::save, Icon::save}, {Act::exportMenu, Icon::exporting}};
    const BarTool program[] = {{Act::viewMenu, Icon::view}, {Act::help, Icon::help}};
    float side = look.px(std::max(look.target, 36.f)), space = look.px(4), group = look.px(16);
    std::vector<std::string> languages{"nl", "en"};
    float language = segmentedWidth(look, languages);
    float tools = 7 * side + 6 * space + 3 * group + language + look.px(12);
    float middle = std::round((low.y + high.y) / 2), y = middle - side / 2;
    drawTitle(look, desk, {low.x + look.px(16), low.y}, high.x - tools, middle);

    float x = high.x - tools;
    auto row = [&](std::span<const BarTool> items) {
        for (const BarTool& tool : items) {
            moveTo({x, y});
            drawTool(look, desk, tool);
            // The menus hang from their buttons.
            if (tool.act == Act::exportMenu) drawExportMenu(look, desk, {x + side, high.y});
            if (tool.act == Act::viewMenu) drawViewMenu(look, desk, {x + side, high.y});
            x += side + space;
        }
        x += group - space;
    };
    row(left);
    row(work);
    moveTo({x, middle - look.px(std::max(look.target, 32.f)) / 2});
    int now = desk.words.language() == Language::nl ? 0 : 1;
    if (segmented(look, "language", languages, now, language) >= 0) desk.ask(Act::language);
    x += language + group;
    row(program);
}

}  // namespace pt
