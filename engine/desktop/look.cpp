#include "engine/desktop/look.h"

#include <algorithm>
#include <cctype>
#include <cmath>

namespace pt {
namespace {

ImFont* fontOf(const Look& look, const TextLook& style) {
    return look.fonts->font(points(style.type), style.bold);
}

float pixelsOf(const Look& look, const TextLook& style) {
    return look.fonts->pixels(points(style.type));
}

ImVec4 vec(const Look& look, Ink ink, double alpha = 1) {
    return ImGui::ColorConvertU32ToFloat4(look.color(ink, alpha));
}

const char* end(std::string_view text) { return text.data() + text.size(); }

void setColors(const Look& look, ImVec4* colors) {
    colors[ImGuiCol_Text] = vec(look, Ink::ink);
    colors[ImGuiCol_TextDisabled] = vec(look, Ink::inkSoft);
    colors[ImGuiCol_WindowBg] = vec(look, Ink::paper);
    colors[ImGuiCol_ChildBg] = ImVec4(0, 0, 0, 0);
    colors[ImGuiCol_PopupBg] = vec(look, Ink::sheet);
    colors[ImGuiCol_Border] = vec(look, Ink::line);
    colors[ImGuiCol_BorderShadow] = ImVec4(0, 0, 0, 0);
    colors[ImGuiCol_FrameBg] = vec(look, Ink::paper);
    colors[ImGuiCol_FrameBgHovered] = vec(look, Ink::paper);
    colors[ImGuiCol_FrameBgActive] = vec(look, Ink::paper);
    colors[ImGuiCol_ScrollbarBg] = ImVec4(0, 0, 0, 0);
    colors[ImGuiCol_ScrollbarGrab] = vec(look, Ink::inkSoft, look.contrast() ? 1 : 0.3);
    colors[ImGuiCol_ScrollbarGrabHovered] = vec(look, Ink::inkSoft, 0.6);
    colors[ImGuiCol_ScrollbarGrabActive] = vec(look, Ink::inkSoft);
    colors[ImGuiCol_Separator] = vec(look, Ink::line);
    colors[ImGuiCol_TableHeaderBg] = ImVec4(0, 0, 0, 0);
    colors[ImGuiCol_TableBorderLight] = vec(look, Ink::line);
    colors[ImGuiCol_TableBorderStrong] = vec(look, Ink::line);
    colors[ImGuiCol_TableRowBg] = ImVec4(0, 0, 0, 0);
    colors[ImGuiCol_TableRowBgAlt] = ImVec4(0, 0, 0, 0);
    colors[ImGuiCol_TextSelectedBg] = vec(look, Ink::accent, 0.3);
    // The focus ring is our own (widgets.cpp).
    colors[ImGuiCol_NavHighlight] = ImVec4(0, 0, 0, 0);
    colors[ImGuiCol_ModalWindowDimBg] = vec(look, Ink::shadow, look.contrast() ? 0.8 : 0.35);
}

}  // namespace

double points(Type type) {
    constexpr double sizes[] = {13, 15, 18, 24, 32};
    return sizes[static_cast<size_t>(type)];
}

float Look::px(double size) const { return static_cast<float>(std::round(size * scale)); }

ImU32 Look::color(Ink ink, double alpha) const {
    Color c = (*theme)[ink];
    return IM_COL32(c.r, c.g, c.b, static_cast<int>(std::lround(c.a * std::clamp(alpha, 0., 1.))));
}

void applyStyle(const Look& look) {
    ImGuiStyle& style = ImGui::GetStyle();
    style = ImGuiStyle();
    style.WindowPadding = {0, 0};
    style.WindowBorderSize = 0;
    style.ChildBorderSize = 0;
    style.PopupBorderSize = 1;
    style.PopupRounding = look.px(cornerSize);
    style.FrameRounding = look.px(cornerSize);
    style.FrameBorderSize = 1;
    style.FramePadding = {look.px(8), look.px(6)};
    style.ItemSpacing = {look.px(8), 0};  // what lies below keeps its distance with gap()
    style.ItemInnerSpacing = {look.px(4), look.px(4)};
    style.CellPadding = {look.px(6), look.px(6)};
    style.ScrollbarSize = look.px(10);
    style.ScrollbarRounding = look.px(5);
    style.GrabRounding = look.px(cornerSize);
    style.DisabledAlpha = 0.45f;
    style.HoverDelayNormal = 0.45f;
    style.CircleTessellationMaxError = 0.2f;
    setColors(look, style.Colors);
}

ImVec2 textSize(const Look& look, std::string_view text, const TextLook& style) {
    ImFont* font = fontOf(look, style);
    return font->CalcTextSizeA(pixelsOf(look, style), 1e9f, 0, text.data(), end(text));
}

void drawText(const Look& look, ImVec2 at, std::string_view text, const TextLook& style) {
    ImFont* font = fontOf(look, style);
    if (look.transcript) look.transcript->append(text).append("\n");
    ImGui::GetWindowDrawList()->AddText(font, pixelsOf(look, style), at,
                                        look.color(style.ink, style.alpha), text.data(), end(text));
}

std::string elided(const Look& look, std::string_view text, float width, const TextLook& style) {
    std::string cut(text);
    if (textSize(look, text, style).x <= width) return cut;
    while (!cut.empty()) {
        while (!cut.empty() && (cut.back() & 0xC0) == 0x80) cut.pop_back();
        if (!cut.empty()) cut.pop_back();
        float now = textSize(look, cut + "…", style).x;
        if (now <= width || cut.empty()) break;
    }
    return cut + "…";
}

float drawElided(const Look& look, ImVec2 at, float width, std::string_view text,
                 const TextLook& style) {
    const std::string shown = elided(look, text, width, style);
    drawText(look, at, shown, style);
    return textSize(look, shown, style).x;
}

namespace {

// Between a number and its unit: "60 cm" stays together where it can.
bool partsQuantity(const char* space, const char* from, const char* stop) {
    return space > from && space < stop && std::isdigit(static_cast<unsigned char>(space[-1]));
}

// Where a line that starts at `from` ends: at a space. ImGui would part "0," from "0293".
const char* lineEnd(const Look& look, const char* from, const char* stop, float width,
                    const TextLook& style) {
    const char *last = from, *parted = from;
    for (const char* next = from; next < stop;) {
        next = std::find(next, stop, ' ');
        if (textSize(look, {from, static_cast<size_t>(next - from)}, style).x > width) break;
        (partsQuantity(next, from, stop) ? parted : last) = next;
        if (next < stop) ++next;
    }
    if (last > from) return last;
    if (parted > from) return parted;
    ImFont* font = fontOf(look, style);  // one long word
    return font->CalcWordWrapPositionA(pixelsOf(look, style) / font->FontSize, from, stop, width);
}

}  // namespace

float drawWrapped(const Look& look, ImVec2 at, float width, std::string_view text,
                  const TextLook& style, bool draw) {
    float line = std::round(pixelsOf(look, style) * 1.15f), y = 0;
    const char* from = text.data();
    while (from < end(text)) {
        const char* stop = std::find(from, end(text), '\n');
        const char* to = lineEnd(look, from, stop, width, style);
        if (to == from) ++to;
        std::string_view row(from, static_cast<size_t>(to - from));
        float indent = style.flushRight ? width - textSize(look, row, style).x : 0;
        if (draw) drawText(look, {at.x + indent, at.y + y}, row, style);
        y += line;
        from = to;
        while (from < end(text) && (*from == ' ' || *from == '\n')) ++from;
    }
    return y;
}

void drawShadow(const Look& look, ImDrawList& list, ImVec2 low, ImVec2 high, double corner) {
    if (look.contrast()) return;
    constexpr int layers = 10;
    double strength = look.theme->id == ThemeId::dark ? 0.03 : 0.008;
    for (int i = layers; i > 0; --i) {
        float grow = look.scale * 1.6f * static_cast<float>(i), drop = look.scale * 3;
        list.AddRectFilled({low.x - grow, low.y - grow + drop},
                           {high.x + grow, high.y + grow + drop}, look.color(Ink::shadow, strength),
                           look.px(corner) + grow);
    }
}

void drawSheet(const Look& look, ImDrawList& list, ImVec2 low, ImVec2 high, double corner) {
    drawShadow(look, list, low, high, corner);
    list.AddRectFilled(low, high, look.color(Ink::sheet), look.px(corner));
    list.AddRect(low, high, look.color(Ink::line), look.px(corner));
}

}  // namespace pt
