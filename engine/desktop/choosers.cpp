#include <algorithm>
#include <cmath>
#include <imgui_internal.h>

#include "engine/desktop/widgets.h"

namespace pt {
namespace {

int optionList(const Look& look, std::span<const std::string> labels, int selected, float width) {
    int chosen = -1;
    for (size_t i = 0; i < labels.size(); ++i) {
        ImGui::PushID(static_cast<int>(i));
        ImVec2 low = ImGui::GetCursorScreenPos();
        ImVec2 high{low.x + width, low.y + look.px(look.target)};
        bool now = static_cast<int>(i) == selected;
        Press press = pressableHere("option", {high.x - low.x, high.y - low.y});
        if (now && ImGui::IsWindowAppearing()) ImGui::SetItemDefaultFocus();
        drawButton(look, low, high, press, {.kind = ButtonKind::quiet});
        float y = low.y + (high.y - low.y - textSize(look, labels[i], {}).y) / 2;
        drawElided(look, {low.x + look.px(12), y}, width - look.px(44), labels[i], {.bold = now});
        if (now) {
            drawIcon(*ImGui::GetWindowDrawList(), Icon::check,
                     {high.x - look.px(16), (low.y + high.y) / 2}, look.px(16),
                     look.color(Ink::accent));
        }
        if (press.pressed) {
            chosen = static_cast<int>(i);
            ImGui::CloseCurrentPopup();
        }
        ImGui::PopID();
    }
    return chosen;
}

}  // namespace

float segmentedWidth(const Look& look, std::span<const std::string> labels) {
    float widest = 0;
    for (const std::string& label : labels) {
        widest = std::max(widest, textSize(look, label, {.bold = true}).x);
    }
    return (widest + look.px(20)) * static_cast<float>(labels.size()) + look.px(4);
}

int segmented(const Look& look, const char* id, std::span<const std::string> labels, int selected,
              float width, bool enabled) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    ImVec2 low = ImGui::GetCursorScreenPos();
    float height = look.px(std::max(look.target, 32.f));
    list.AddRectFilled(low, {low.x + width, low.y + height}, look.color(Ink::ink, 0.06),
                       look.px(cornerSize));
    if (look.contrast()) {
        list.AddRect(low, {low.x + width, low.y + height}, look.color(Ink::line),
                     look.px(cornerSize));
    }
    ImGui::PushID(id);
    ImGui::ItemSize({width, height});
    int chosen = -1;
    float edge = look.px(2), cell = (width - 2 * edge) / static_cast<float>(labels.size());
    for (size_t i = 0; i < labels.size(); ++i) {
        float x = low.x + edge + cell * static_cast<float>(i);
        ImVec2 a{std::round(x), low.y + edge}, b{std::round(x + cell), low.y + height - edge};
        ImGui::PushID(static_cast<int>(i));
        Press press = pressable("segment", a, b, enabled);
        ImGui::PopID();
        bool on = static_cast<int>(i) == selected;
        if (on && look.contrast()) {
            list.AddRectFilled(a, b, look.color(Ink::accent), look.px(4));
        } else if (on) {
            list.AddRectFilled({a.x, a.y + look.px(1)}, {b.x, b.y + look.px(1)},
                               look.color(Ink::shadow, 0.12), look.px(4));
            list.AddRectFilled(a, b, look.color(Ink::sheet), look.px(4));
        } else if (press.hovered) {
            list.AddRectFilled(a, b, look.color(Ink::ink, 0.06), look.px(4));
        }
        TextLook style{.ink = on ? (look.contrast() ? Ink::onAccent : Ink::ink) : Ink::inkSoft,
                       .bold = on,
                       .alpha = enabled ? 1 : 0.45};
        ImVec2 measure = textSize(look, labels[i], style);
        float inset = std::max(look.px(4), (b.x - a.x - measure.x) / 2);
        drawElided(look, {std::round(a.x + inset), a.y + (b.y - a.y - measure.y) / 2},
                   b.x - a.x - inset, labels[i], style);
        if (press.focused) drawFocus(look, a, b, 4);
        if (press.pressed && !on) chosen = static_cast<int>(i);
    }
    ImGui::PopID();
    return chosen;
}

namespace {

// A surface with a word and an arrow; below it the list that it opens.
int opener(const Look& look, const char* id, std::string_view shown,
           std::span<const std::string> labels, int selected, float width, bool enabled) {
    ImGui::PushID(id);
    ImVec2 low = ImGui::GetCursorScreenPos();
    ImVec2 size{width, look.px(look.target)}, high{low.x + size.x, low.y + size.y};
    Press press = pressableHere("open", size, enabled);
    drawButton(look, low, high, press, {.enabled = enabled});
    float y = low.y + (size.y - textSize(look, shown, {}).y) / 2;
    drawElided(look, {low.x + look.px(10), y}, width - look.px(36), shown,
               {.alpha = enabled ? 1 : 0.45});
    drawIcon(*ImGui::GetWindowDrawList(), Icon::down, {high.x - look.px(16), (low.y + high.y) / 2},
             look.px(16), look.color(Ink::inkSoft));
    if (press.pressed) ImGui::OpenPopup("list");
    int chosen = -1;
    ImGui::SetNextWindowPos({low.x, high.y + look.px(4)}, ImGuiCond_Appearing);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {look.px(4), look.px(4)});
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
    if (ImGui::BeginPopup("list")) {
        sheetFrame(look);
        float inner = std::max(width, look.px(120)) - look.px(8);
        chosen = optionList(look, labels, selected, inner);
        ImGui::EndPopup();
    }
    ImGui::PopStyleVar(2);
    ImGui::PopID();
    return chosen;
}

}  // namespace

int dropDown(const Look& look, const char* id, std::span<const std::string> labels, int selected,
             float width, bool enabled) {
    size_t index = static_cast<size_t>(std::max(selected, 0));
    std::string_view shown = index < labels.size() ? std::string_view(labels[index]) : "";
    return opener(look, id, shown, labels, selected, width, enabled);
}

int menuButton(const Look& look, const char* id, std::string_view label,
               std::span<const std::string> options, float width, bool enabled) {
    return opener(look, id, label, options, -1, width, enabled);
}

}  // namespace pt
