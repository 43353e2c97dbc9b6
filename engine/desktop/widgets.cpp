#include "engine/desktop/widgets.h"

#include <algorithm>
#include <cmath>
#include <imgui_internal.h>

namespace pt {
namespace {

// How strongly a surface answers: at rest, under the pointer, pressed.
double emphasis(const Press& press, bool on) {
    if (press.held) return 0.16;
    if (on) return 0.12;
    return press.hovered ? 0.08 : 0;
}

}  // namespace

void drawButton(const Look& look, ImVec2 low, ImVec2 high, const Press& press,
                const ButtonStyle& style) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    double corner = style.kind == ButtonKind::primary ? points(Type::large) : cornerSize;
    float round = std::min(look.px(corner), (high.y - low.y) / 2);
    double alpha = style.enabled ? 1 : 0.45;
    if (style.kind == ButtonKind::primary) {
        list.AddRectFilled(low, high, look.color(Ink::accent, alpha), round);
        if (press.hovered || press.held) {
            list.AddRectFilled(low, high, look.color(Ink::onAccent, press.held ? 0.2 : 0.1), round);
        }
    } else {
        double strength = style.enabled ? emphasis(press, style.on) : 0;
        if (strength > 0) list.AddRectFilled(low, high, look.color(Ink::ink, strength), round);
        if (style.kind == ButtonKind::normal || (look.contrast() && style.on)) {
            list.AddRect(low, high, look.color(Ink::line, alpha), round);
        }
    }
    if (press.focused) drawFocus(look, low, high, round / look.scale);
}

bool focusedByKey(ImGuiID id) {
    const ImGuiContext& g = *ImGui::GetCurrentContext();
    return id != 0 && g.NavId == id && !g.NavDisableHighlight;
}

Press pressable(const char* id, ImVec2 low, ImVec2 high, bool enabled) {
    Press out;
    ImGuiID key = ImGui::GetID(id);
    ImRect box(low, high);
    ImGuiItemFlags flags = enabled ? ImGuiItemFlags_None : ImGuiItemFlags_Disabled;
    if (!ImGui::ItemAdd(box, key, nullptr, flags)) return out;
    if (!enabled) {
        out.hovered = ImGui::IsItemHovered(ImGuiHoveredFlags_AllowWhenDisabled);
        return out;
    }
    out.pressed = ImGui::ButtonBehavior(box, key, &out.hovered, &out.held);
    out.focused = focusedByKey(key);
    if (out.hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    return out;
}

Press pressableHere(const char* id, ImVec2 size, bool enabled) {
    ImVec2 low = ImGui::GetCursorScreenPos();
    ImGui::ItemSize(size);
    return pressable(id, low, {low.x + size.x, low.y + size.y}, enabled);
}

void drawFocus(const Look& look, ImVec2 low, ImVec2 high, double corner) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    float gap = look.px(2), width = look.px(focusRing);
    float out = gap + width / 2;
    list.AddRect({low.x - out, low.y - out}, {high.x + out, high.y + out}, look.color(Ink::accent),
                 look.px(corner) + out, 0, width);
}

float buttonWidth(const Look& look, std::string_view label, const ButtonStyle& style) {
    bool bold = style.kind == ButtonKind::primary;
    float icon = style.icon >= 0 ? look.px(24) : 0;
    return textSize(look, label, {.bold = bold}).x + icon + look.px(bold ? 40 : 24);
}

bool button(const Look& look, const char* id, std::string_view label, const ButtonStyle& style) {
    bool primary = style.kind == ButtonKind::primary;
    float width = style.width > 0 ? style.width : buttonWidth(look, label, style);
    ImVec2 size{width, look.px(primary ? std::max(look.target, 40.f) : look.target)};
    ImVec2 low = ImGui::GetCursorScreenPos(), high{low.x + size.x, low.y + size.y};
    Press press = pressableHere(id, size, style.enabled);
    drawButton(look, low, high, press, style);
    TextLook text{.ink = primary ? Ink::onAccent : Ink::ink,
                  .bold = primary,
                  .alpha = style.enabled ? 1 : 0.45};
    ImVec2 measure = textSize(look, label, text);
    float icon = style.icon >= 0 ? look.px(24) : 0;
    bool iconOnly = icon > 0 && size.x < icon + measure.x + look.px(12);
    if (iconOnly) measure.x = -look.px(8);
    float x = low.x + std::max(look.px(8), (size.x - measure.x - icon) / 2);
    if (style.icon >= 0) {
        drawIcon(*ImGui::GetWindowDrawList(), static_cast<Icon>(style.icon),
                 {x + look.px(8), (low.y + high.y) / 2}, look.px(16),
                 look.color(text.ink, text.alpha));
    }
    if (!iconOnly) {
        drawElided(look, {x + icon, low.y + (size.y - measure.y) / 2}, high.x - x - icon, label,
                   text);
    } else if (press.hovered || press.focused) {
        tooltip(look, label);
    }
    return press.pressed;
}

bool iconButton(const Look& look, const char* id, Icon icon, std::string_view name,
                std::string_view keys, bool enabled, bool on) {
    float side = look.px(std::max(look.target, 36.f));
    ImVec2 low = ImGui::GetCursorScreenPos(), high{low.x + side, low.y + side};
    Press press = pressableHere(id, {side, side}, enabled);
    drawButton(look, low, high, press, {.kind = ButtonKind::quiet, .enabled = enabled, .on = on});
    drawIcon(*ImGui::GetWindowDrawList(), icon, {(low.x + high.x) / 2, (low.y + high.y) / 2},
             look.px(20), look.color(on ? Ink::accent : Ink::ink, enabled ? 1 : 0.35));
    if (press.hovered || press.focused) tooltip(look, name, keys);
    return press.pressed;
}

bool toggle(const Look& look, const char* id, std::string_view label, bool on) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    ImVec2 low = ImGui::GetCursorScreenPos();
    ImVec2 measure = textSize(look, label, {});
    ImVec2 size{look.px(48) + measure.x, look.px(look.target)};
    ImVec2 high{low.x + size.x, low.y + size.y};
    Press press = pressableHere(id, size);
    float middle = (low.y + high.y) / 2, half = look.px(10), length = look.px(36);
    ImVec2 a{low.x, middle - half}, b{low.x + length, middle + half};
    list.AddRectFilled(a, b, on ? look.color(Ink::accent) : look.color(Ink::inkSoft, 0.35), half);
    if (look.contrast()) list.AddRect(a, b, look.color(Ink::line), half);
    float knob = on ? b.x - half : a.x + half;
    list.AddCircleFilled({knob, middle}, half - look.px(3),
                         look.color(on ? Ink::onAccent : Ink::sheet), 24);
    if (look.contrast() && !on) {
        list.AddCircle({knob, middle}, half - look.px(3), look.color(Ink::line), 24);
    }
    drawText(look, {low.x + look.px(48), middle - measure.y / 2}, label, {});
    if (press.focused) drawFocus(look, a, b, 10);
    return press.pressed;
}

bool textField(const Look& look, const char* id, char* buffer, size_t bytes, float width,
               bool takeFocus, bool selectAll) {
    ImFont* font = look.fonts->font(points(Type::body), false);
    ImGui::PushFont(font);
    float pad = (look.px(look.target) - ImGui::GetFontSize()) / 2;
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {look.px(8), pad});
    ImGui::SetNextItemWidth(width);
    if (takeFocus) ImGui::SetKeyboardFocusHere();
    ImGuiInputTextFlags flags = ImGuiInputTextFlags_EnterReturnsTrue;
    if (selectAll) flags |= ImGuiInputTextFlags_AutoSelectAll;
    bool entered = ImGui::InputText(id, buffer, bytes, flags);
    if (ImGui::IsItemActive() || focusedByKey(ImGui::GetItemID())) {
        drawFocus(look, ImGui::GetItemRectMin(), ImGui::GetItemRectMax());
    }
    ImGui::PopStyleVar();
    ImGui::PopFont();
    return entered;
}

void tooltip(const Look& look, std::string_view text, std::string_view keys) {
    if (text.empty()) return;
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {look.px(8), look.px(6)});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, look.px(cornerSize));
    if (ImGui::BeginTooltip()) {
        sheetFrame(look);
        TextLook main{.type = Type::small}, soft{.type = Type::small, .ink = Ink::inkSoft};
        float room = look.px(280);
        float wide = std::min(room, textSize(look, text, main).x);
        float keyWide = keys.empty() ? 0 : textSize(look, keys, soft).x + look.px(12);
        ImVec2 at = ImGui::GetCursorScreenPos();
        float height = drawWrapped(look, at, room + 1, text, main);
        if (keyWide > 0) drawText(look, {at.x + wide + look.px(12), at.y}, keys, soft);
        ImGui::Dummy({wide + keyWide, height});
        ImGui::EndTooltip();
    }
    ImGui::PopStyleVar(2);
}

void sheetFrame(const Look& look) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    ImVec2 low = ImGui::GetWindowPos(), size = ImGui::GetWindowSize();
    list.PushClipRectFullScreen();
    drawSheet(look, list, low, {low.x + size.x, low.y + size.y});
    list.PopClipRect();
}

void divider(const Look& look) {
    gap(look, 8);
    ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::GetWindowDrawList()->AddLine(at, {at.x + ImGui::GetContentRegionAvail().x, at.y},
                                        look.color(Ink::line));
    gap(look, 8);
}

void moveTo(ImVec2 at) {
    ImGui::SetCursorScreenPos(at);
    ImGui::GetCurrentWindow()->DC.IsSetPos = false;
}

void gap(const Look& look, double size) {
    ImVec2 at = ImGui::GetCursorScreenPos();
    ImVec2 next{at.x, at.y + look.px(size)};
    moveTo(next);
    ImGui::Dummy({0, 0});
    moveTo(next);
}

}  // namespace pt
