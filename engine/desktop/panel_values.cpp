#include <algorithm>
#include <cstring>

#include "engine/desktop/panel_ui.h"
#include "engine/desktop/widgets.h"

namespace pt {
namespace {

constexpr size_t longestField = 400;  // bytes

struct Sign {
    Icon icon;
    Ink ink;
};

Sign signOf(const UiNode& node) {
    if (node.selected == "yes") return {Icon::check, Ink::ok};
    if (node.selected == "no" && node.icon != "wish") return {Icon::close, Ink::error};
    return {Icon::unknown, Ink::inkSoft};
}

// The value beside its limit, and below it as a bar: what lies within the limit ends before the
// mark. Returns the height; measures only when `draw` is false.
float drawGauge(const Look& look, const UiNode& node, ImVec2 at, float width, Ink ink, bool draw) {
    if (node.detail.empty()) return 0;
    const float text = drawWrapped(look, {at.x, at.y + look.px(1)}, width, node.detail,
                                   {.type = Type::small, .ink = Ink::inkSoft}, draw);
    const float height = text + look.px(node.share < 0 ? 3 : 14);
    if (!draw || node.share < 0) return height;
    constexpr double whole = 1.5;  // shares of the limit that the bar has room for
    ImDrawList& list = *ImGui::GetWindowDrawList();
    float tall = look.px(6), y = at.y + text + look.px(5), round = tall / 2;
    list.AddRectFilled({at.x, y}, {at.x + width, y + tall}, look.color(Ink::ink, 0.1), round);
    float part = static_cast<float>(std::clamp(node.share / whole, 0.0, 1.0)) * width;
    if (part > tall) list.AddRectFilled({at.x, y}, {at.x + part, y + tall}, look.color(ink), round);
    float mark = at.x + static_cast<float>(1 / whole) * width;
    list.AddRectFilled({mark - look.px(1), y - look.px(3)},
                       {mark + look.px(1), y + tall + look.px(3)}, look.color(Ink::ink));
    return height;
}

}  // namespace

void drawProblem(const Look& look, Desk& desk, const UiNode& node) {
    if (desk.typed.problemNode != node.id) return;
    gap(look, 4);
    ImVec2 at = ImGui::GetCursorScreenPos();
    float width = ImGui::GetContentRegionAvail().x;
    float height =
        drawWrapped(look, at, width, desk.typed.problem, {.type = Type::small, .ink = Ink::error});
    gap(look, height / look.scale + 4);
    if (desk.typed.offer.empty()) return;
    if (button(look, "offer", desk.typed.offerText)) {
        desk.ask(node.id, desk.typed.offer, ++desk.gesture);
    }
    gap(look, 4);
}

// One of a few words, or none yet.
void drawFieldOptions(const Look& look, Desk& desk, const UiNode& node) {
    std::vector<std::string> labels{"–"};
    int selected = 0;
    for (const UiOption& option : node.options) {
        if (option.id == node.selected) selected = static_cast<int>(labels.size());
        labels.push_back(option.label);
    }
    int chosen = dropDown(look, "options", labels, selected, ImGui::GetContentRegionAvail().x);
    if (chosen < 0) return;
    std::string value = chosen == 0 ? "" : node.options[static_cast<size_t>(chosen) - 1].id;
    desk.ask(node.id, value, ++desk.gesture);
}

// The label stands above, the unit at the right inside the field.
void drawField(const Look& look, Desk& desk, const UiNode& node) {
    drawText(look, ImGui::GetCursorScreenPos(), node.label,
             {.type = Type::small, .ink = Ink::inkSoft});
    gap(look, 20);
    if (!node.options.empty()) return drawFieldOptions(look, desk, node);
    bool refused = desk.typed.problemNode == node.id;
    char buffer[longestField] = {};
    std::string shown = refused ? std::string(desk.typed.text) : node.valueText;
    std::strncpy(buffer, shown.c_str(), sizeof buffer - 1);
    float width = ImGui::GetContentRegionAvail().x;
    ImVec2 at = ImGui::GetCursorScreenPos();
    textField(look, "##field", buffer, sizeof buffer, width, false, true);
    if (ImGui::IsItemDeactivatedAfterEdit() && shown != buffer) {
        desk.ask(node.id, buffer, ++desk.gesture);
    }
    if (!node.unit.empty() && buffer[0] == 0) {
        TextLook soft{.ink = Ink::inkSoft};
        ImVec2 size = textSize(look, node.unit, soft);
        drawText(look,
                 {at.x + width - size.x - look.px(10), at.y + (look.px(look.target) - size.y) / 2},
                 node.unit, soft);
    }
    drawProblem(look, desk, node);
}

void drawRequirement(const Look& look, Desk& desk, const UiNode& node) {
    Sign sign = signOf(node);
    float width = ImGui::GetContentRegionAvail().x, left = look.px(30), pad = look.px(5);
    TextLook word{.type = Type::small, .ink = sign.ink, .bold = true};
    float wordWide = textSize(look, node.valueText, word).x;
    float room = width - left - wordWide - look.px(10);
    ImVec2 low = ImGui::GetCursorScreenPos();
    float text = drawWrapped(look, {}, room, node.label, {}, false);
    float under = width - left - look.px(4);
    float gauge = drawGauge(look, node, {}, under, sign.ink, false);
    float height = std::max(text + gauge + 2 * pad, look.px(look.target));
    bool points = !node.items.empty();
    Press press = pressableHere("requirement", {width, height}, points);
    ImVec2 high{low.x + width, low.y + height};
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (points && (press.hovered || press.held)) {
        list.AddRectFilled(low, high, look.color(Ink::ink, press.held ? 0.1 : 0.05),
                           look.px(cornerSize));
    }
    if (press.focused) drawFocus(look, low, high);
    float y = low.y + (height - text - gauge) / 2;
    float line = textSize(look, "X", {}).y;
    drawIcon(list, sign.icon, {low.x + look.px(14), y + line / 2}, look.px(18),
             look.color(sign.ink));
    drawWrapped(look, {low.x + left, y}, room, node.label, {});
    drawText(look, {high.x - wordWide - look.px(4), y + look.px(1)}, node.valueText, word);
    drawGauge(look, node, {low.x + left, y + text}, under, sign.ink, true);
    if (points && press.hovered) tooltip(look, desk.words("desktop.requirement.show"));
    if (press.pressed) desk.asked.highlight = node.items;
}

void drawProgress(const Look& look, const UiNode& node) {
    float width = ImGui::GetContentRegionAvail().x, row = look.px(24), bar = look.px(8);
    ImVec2 at = ImGui::GetCursorScreenPos();
    TextLook bold{.bold = true};
    float value = textSize(look, node.valueText, bold).x;
    drawElided(look, at, width - value - look.px(8), node.label, {});
    drawText(look, {at.x + width - value, at.y}, node.valueText, bold);
    ImVec2 low{at.x, at.y + row}, high{at.x + width, at.y + row + bar};
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(low, high, look.color(Ink::ink, 0.1), bar / 2);
    float part = static_cast<float>(std::clamp(node.value, 0.0, 1.0)) * width;
    if (part > bar) {
        list.AddRectFilled(low, {low.x + part, high.y}, look.color(Ink::accent), bar / 2);
    }
    if (look.contrast()) list.AddRect(low, high, look.color(Ink::line), bar / 2);
    ImGui::Dummy({width, row + bar});
}

}  // namespace pt
