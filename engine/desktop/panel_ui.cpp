#include "engine/desktop/panel_ui.h"

#include <algorithm>
#include <cmath>

#include "engine/desktop/widgets.h"
#include "engine/run/csv.h"

namespace pt {
namespace {

constexpr double mostSteps = 24;  // with more a slider is quicker than − and +

// The value without its unit, as a start for typing.
std::string typedStart(const UiNode& node) {
    std::string text = node.valueText;
    if (!node.unit.empty() && text.ends_with(node.unit)) {
        text.resize(text.size() - node.unit.size());
    }
    while (!text.empty() && (text.back() == ' ' || (text.back() & 0x80))) text.pop_back();
    return text;
}

void drawTyping(const Look& look, Desk& desk, const UiNode& node, float width) {
    TypedEntry& typed = desk.typed;
    bool entered =
        textField(look, "##typed", typed.text, sizeof typed.text, width, typed.begins, true);
    bool left = !typed.begins && ImGui::IsItemDeactivated();
    typed.begins = false;
    if (entered || (left && typedStart(node) != typed.text)) {
        desk.ask(node.id, typed.text, ++desk.gesture);
        typed.node.clear();
    } else if (left) {
        typed.node.clear();
    }
}

void drawValue(const Look& look, Desk& desk, const UiNode& node, float right) {
    TextLook style{.bold = true, .alpha = node.enabled ? 1 : 0.6};
    ImVec2 at = ImGui::GetCursorScreenPos();
    float width = textSize(look, node.valueText, style).x + look.px(12);
    float height = look.px(26);
    ImVec2 low{right - width, at.y}, high{right, at.y + height};
    Press press = pressable("value", low, high, node.enabled);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (press.hovered && node.enabled) {
        list.AddRectFilled(low, high, look.color(Ink::ink, 0.07), look.px(4));
        ImGui::SetMouseCursor(ImGuiMouseCursor_TextInput);
    }
    if (press.focused) drawFocus(look, low, high, 4);
    if (press.hovered || press.focused) tooltip(look, desk.words("desktop.value.hint"));
    drawText(look, {low.x + look.px(6), low.y + (height - textSize(look, "0", style).y) / 2},
             node.valueText, style);
    if (press.pressed) desk.beginTyping(node.id, typedStart(node));
}

// What a thing is called, at its left in a row of `height`, or whole above it where `room` is too
// narrow: then the cursor moves down by what is returned.
float drawName(const Look& look, std::string_view label, float room, float height, Ink ink) {
    ImVec2 at = ImGui::GetCursorScreenPos();
    ImVec2 size = textSize(look, label, {.ink = ink});
    if (size.x <= room) {
        drawText(look, {at.x, at.y + (height - size.y) / 2}, label, {.ink = ink});
        return 0;
    }
    float above =
        drawWrapped(look, at, ImGui::GetContentRegionAvail().x, label, {.ink = ink}) + look.px(2);
    moveTo({at.x, at.y + above});
    return above;
}

// The same; its help appears when it is pointed at.
float drawLabel(const Look& look, const UiNode& node, float room, float height) {
    ImVec2 at = ImGui::GetCursorScreenPos();
    Ink ink = node.enabled ? Ink::ink : Ink::inkSoft;
    float above = drawName(look, node.label, room, height, ink);
    float wide = above > 0 ? ImGui::GetContentRegionAvail().x : textSize(look, node.label, {}).x;
    ImVec2 high{at.x + wide, at.y + (above > 0 ? above : height)};
    if (ImGui::IsMouseHoveringRect(at, high) && ImGui::IsWindowHovered()) {
        tooltip(look, node.help);
    }
    return above;
}

std::string numberText(double value) { return csvNumber(value, CsvStyle::standard); }

void drawStepper(const Look& look, Desk& desk, const UiNode& node) {
    float part = static_cast<float>(node.step);
    int way = stepper(look, "stepper", node.label, node.valueText,
                      node.enabled && node.value - node.step >= node.min - part / 2,
                      node.enabled && node.value + node.step <= node.max + part / 2);
    if (way != 0) desk.ask(node.id, numberText(node.value + way * node.step), ++desk.gesture);
}

void drawSlider(const Look& look, Desk& desk, const UiNode& node) {
    float width = ImGui::GetContentRegionAvail().x, row = look.px(26);
    ImVec2 at = ImGui::GetCursorScreenPos();
    if (desk.typed.node == node.id) {
        float field = look.px(112);
        at.y += drawLabel(look, node, width - field - look.px(8), look.px(look.target));
        moveTo({at.x + width - field, at.y});
        drawTyping(look, desk, node, field);
        row = look.px(look.target);
    } else {
        float value = textSize(look, node.valueText, {.bold = true}).x + look.px(16);
        at.y += drawLabel(look, node, width - value, row);
        drawValue(look, desk, node, at.x + width);
    }
    moveTo({at.x, at.y + row});
    double value = node.value;
    SliderMove move =
        slider(look, "track", value, node.min, node.max, node.step, width, node.enabled);
    if (move.began) ++desk.gesture;
    if (move.changed) desk.ask(node.id, numberText(value), desk.gesture);
    drawProblem(look, desk, node);
}

void drawChoice(const Look& look, Desk& desk, const UiNode& node) {
    std::vector<std::string> labels;
    int selected = -1;
    for (const UiOption& option : node.options) {
        if (option.id == node.selected) selected = static_cast<int>(labels.size());
        labels.push_back(option.label);
    }
    float width = ImGui::GetContentRegionAvail().x, row = look.px(26);
    ImVec2 at = ImGui::GetCursorScreenPos();
    if (selected < 0) {  // a choice that is not offered here
        TextLook bold{.bold = true};
        ImVec2 size = textSize(look, node.valueText, bold);
        float left = width - size.x - look.px(8);
        at.y += drawLabel(look, node, left, row);
        drawText(look, {at.x + left, at.y + (row - size.y) / 2}, node.valueText, bold);
    } else {
        at.y += drawLabel(look, node, width, row);
    }
    moveTo({at.x, at.y + row});
    int chosen = segmentedWidth(look, labels) <= width
                     ? segmented(look, "options", labels, selected, width, node.enabled)
                     : dropDown(look, "options", labels, selected, width, node.enabled);
    if (chosen >= 0)
        desk.ask(node.id, node.options[static_cast<size_t>(chosen)].id, ++desk.gesture);
}

// "31 → 24 kWh/(m²·a)", and below it whether that is better.
void drawReadout(const Look& look, const UiNode& node) {
    float width = ImGui::GetContentRegionAvail().x, row = look.px(26), below = 0;
    ImVec2 at = ImGui::GetCursorScreenPos();
    TextLook style{.ink = node.enabled ? Ink::ink : Ink::inkSoft, .bold = node.enabled};
    TextLook soft{.ink = Ink::inkSoft};
    std::string before = node.before.empty() ? "" : node.before + " → ";
    float value = textSize(look, node.valueText, style).x, was = textSize(look, before, soft).x;
    at.y += drawLabel(look, node, width - value - was - look.px(8), row);
    float y = at.y + (row - textSize(look, "0", style).y) / 2;
    drawText(look, {at.x + width - value - was, y}, before, soft);
    drawText(look, {at.x + width - value, y}, node.valueText, style);
    if (!node.trend.empty()) {
        TextLook trend{.type = Type::small,
                       .ink = node.trend == "better" ? Ink::ok : Ink::error,
                       .bold = true};
        below = look.px(18);
        drawText(look,
                 {at.x + width - textSize(look, node.trendText, trend).x, at.y + row - look.px(4)},
                 node.trendText, trend);
    }
    moveTo(at);
    ImGui::Dummy({width, row + below});
}

void drawMessage(const Look& look, const UiNode& node) {
    Ink ink = node.error ? Ink::error : Ink::accent;
    ImVec2 at = ImGui::GetCursorScreenPos();
    float width = ImGui::GetContentRegionAvail().x;
    float height = drawWrapped(look, {at.x + look.px(28), at.y}, width - look.px(28), node.label,
                               {.ink = node.error ? Ink::error : Ink::ink});
    drawIcon(*ImGui::GetWindowDrawList(), node.error ? Icon::error : Icon::info,
             {at.x + look.px(10), at.y + look.px(9)}, look.px(18), look.color(ink));
    gap(look, height / look.scale);
}

void drawButtonNode(const Look& look, Desk& desk, const UiNode& node) {
    ButtonStyle style{.kind = node.primary ? ButtonKind::primary : ButtonKind::normal,
                      .width = ImGui::GetContentRegionAvail().x,
                      .enabled = node.enabled};
    if (button(look, "press", node.label, style)) desk.ask(node.id);
}

void drawHeading(const Look& look, const UiNode& node) {
    if (node.label.empty()) return;
    ImVec2 at = ImGui::GetCursorScreenPos();
    drawText(look, at, node.label, {.bold = true});
    gap(look, 28);
}

bool fewSteps(const UiNode& node) {
    return node.step >= 1 && node.unit.empty() && (node.max - node.min) / node.step <= mostSteps;
}

}  // namespace

void drawFixedLine(const Look& look, const UiNode& node) { drawReadout(look, node); }

int stepper(const Look& look, const char* id, std::string_view label, std::string_view value,
            bool canLess, bool canMore) {
    ImGui::PushID(id);
    float width = ImGui::GetContentRegionAvail().x;
    float side = look.px(look.target), row = look.px(std::max(look.target, 36.f));
    ImVec2 at = ImGui::GetCursorScreenPos();
    TextLook bold{.bold = true};
    float center = std::max(look.px(56), textSize(look, value, bold).x + look.px(16));
    float left = at.x + width - center - 2 * side;
    at.y += drawName(look, label, left - at.x - look.px(8), row,
                     canLess || canMore ? Ink::ink : Ink::inkSoft);
    float textY = at.y + (row - textSize(look, "0", {}).y) / 2;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    float y = at.y + (row - side) / 2;
    list.AddRect({left, y}, {at.x + width, y + side}, look.color(Ink::line), look.px(cornerSize));
    int way = 0;
    auto end = [&](const char* name, Icon icon, float x, bool enabled, int step) {
        ImVec2 low{x, y}, high{x + side, y + side};
        Press press = pressable(name, low, high, enabled);
        if (press.hovered && enabled) {
            list.AddRectFilled(low, high, look.color(Ink::ink, 0.08), look.px(cornerSize));
        }
        drawIcon(list, icon, {x + side / 2, y + side / 2}, look.px(16),
                 look.color(Ink::ink, enabled ? 1 : 0.35));
        if (press.focused) drawFocus(look, low, high);
        if (press.pressed) way = step;
    };
    end("less", Icon::minus, left, canLess, -1);
    end("more", Icon::plus, at.x + width - side, canMore, 1);
    float middle = left + side + (center - textSize(look, value, bold).x) / 2;
    drawText(look, {middle, textY}, value, bold);
    ImGui::PopID();
    moveTo(at);
    ImGui::Dummy({width, row});
    return way;
}

void drawNode(const Look& look, Desk& desk, const UiNode& node) {
    ImGui::PushID(node.id.c_str());
    ImGui::BeginGroup();
    switch (node.role) {
    case UiRole::group:
        drawHeading(look, node);
        for (const UiNode& child : node.children) {
            drawNode(look, desk, child);
            gap(look, 8);
        }
        break;
    case UiRole::slider:
        fewSteps(node) ? drawStepper(look, desk, node) : drawSlider(look, desk, node);
        break;
    case UiRole::choice: drawChoice(look, desk, node); break;
    case UiRole::button: drawButtonNode(look, desk, node); break;
    case UiRole::toggle:
        if (toggle(look, "switch", node.label, node.selected == "on")) {
            desk.ask(node.id, node.selected == "on" ? "off" : "on", ++desk.gesture);
        }
        break;
    case UiRole::readout: drawReadout(look, node); break;
    case UiRole::message: drawMessage(look, node); break;
    case UiRole::field: drawField(look, desk, node); break;
    case UiRole::requirement: drawRequirement(look, desk, node); break;
    case UiRole::progress: drawProgress(look, node); break;
    case UiRole::table:
    case UiRole::chart: break;  // the panel under the stage shows them
    case UiRole::prose:
    case UiRole::options:
    case UiRole::order:
    case UiRole::area:
    case UiRole::sketch:
    case UiRole::sentence:
    case UiRole::picture:
    case UiRole::plot: break;  // panel_lesson.h
    }
    ImGui::EndGroup();
    ImGui::PopID();
}

}  // namespace pt
