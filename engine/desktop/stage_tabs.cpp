#include <algorithm>
#include <cmath>

#include "engine/desktop/bars.h"
#include "engine/desktop/widgets.h"

namespace pt {
namespace {

constexpr double rowHeight = 40, underline = 3;

const UiNode* tabsOf(const Desk& desk) {
    const UiNode* tabs = desk.node("tabs");
    return tabs && !tabs->children.empty() ? &tabs->children.front() : nullptr;
}

// The open one is bold with a bar under it: colour is not the only sign.
bool tab(const Look& look, const UiOption& option, int number, bool open, ImVec2 low, ImVec2 high) {
    Press press = pressable(option.id.c_str(), low, high);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (press.hovered || press.held) {
        list.AddRectFilled(low, high, look.color(Ink::ink, press.held ? 0.1 : 0.05));
    }
    TextLook style{.ink = open ? Ink::ink : Ink::inkSoft, .bold = open};
    ImVec2 size = textSize(look, option.label, style);
    float x = (low.x + high.x - size.x) / 2, y = std::round((low.y + high.y - size.y) / 2);
    drawElided(look, {std::max(x, low.x + look.px(4)), y}, high.x - low.x - look.px(8),
               option.label, style);
    if (open) {
        list.AddRectFilled({low.x + look.px(8), high.y - look.px(underline)},
                           {high.x - look.px(8), high.y}, look.color(Ink::accent));
    }
    if (press.focused) {
        float in = look.px(5);
        drawFocus(look, {low.x + in, low.y + in}, {high.x - in, high.y - in});
    }
    if (press.hovered || press.focused) tooltip(look, option.label, std::to_string(number));
    return press.pressed;
}

}  // namespace

float tabsHeight(const Look& look, const Desk& desk) {
    return tabsOf(desk) ? look.px(std::max<double>(look.target, rowHeight)) : 0;
}

void drawTabs(const Look& look, Desk& desk, ImVec2 low, ImVec2 high) {
    const UiNode* tabs = tabsOf(desk);
    if (!tabs || high.y <= low.y) return;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(low, high, look.color(Ink::sheet));
    list.AddLine({low.x, high.y - 0.5f}, {high.x, high.y - 0.5f}, look.color(Ink::line));
    float need = 0;
    for (const UiOption& option : tabs->options) {
        need = std::max(need, textSize(look, option.label, {.bold = true}).x + look.px(40));
    }
    float count = static_cast<float>(tabs->options.size());
    float pad = look.px(8), wide = std::floor(std::min(need, (high.x - low.x - 2 * pad) / count));
    ImGui::PushID(tabs->id.c_str());
    float x = low.x + pad;
    for (size_t i = 0; i < tabs->options.size(); ++i, x += wide) {
        const UiOption& option = tabs->options[i];
        if (tab(look, option, static_cast<int>(i) + 1, option.id == tabs->selected, {x, low.y},
                {x + wide, high.y})) {
            desk.ask(tabs->id, option.id);
        }
    }
    ImGui::PopID();
}

}  // namespace pt
