// A text of several lines that breaks where the field ends. ImGui's own field does not wrap: a
// no-break space before a line break marks one that is ours, and goes when the text is read.
#include <cstring>
#include <imgui.h>
#include <string>

#include "engine/desktop/panel_lesson.h"
#include "engine/desktop/widgets.h"

namespace pt {
namespace {

constexpr size_t longestArea = 8192;  // bytes, breaks included
constexpr std::string_view softBreak = "\u00A0\n";
constexpr std::string_view noBreak = "\u00A0";
constexpr int lines = 4;

// As the pupil means it; `cursor` moves along.
std::string joined(std::string_view text, int* cursor = nullptr) {
    std::string out;
    const int at = cursor ? *cursor : 0;
    for (size_t i = 0; i < text.size();) {
        const bool soft = text.substr(i, softBreak.size()) == softBreak;
        const bool left = !soft && text.substr(i, noBreak.size()) == noBreak;
        const size_t used = soft ? softBreak.size() : left ? noBreak.size() : 1;
        if (cursor && static_cast<int>(i + used) <= at) *cursor -= static_cast<int>(used) - 1;
        if (soft || left) {
            out += ' ';
        } else {
            out += text[i];
        }
        i += used;
    }
    return out;
}

std::string wrapped(const Look& look, std::string_view text, float width, int* cursor = nullptr) {
    std::string out;
    size_t lineStart = 0, space = std::string::npos;  // in `out`
    for (size_t i = 0; i < text.size(); ++i) {
        if (text[i] == ' ') space = out.size();
        out += text[i];
        if (text[i] == '\n') {
            lineStart = out.size();
            space = std::string::npos;
            continue;
        }
        const std::string_view line = std::string_view(out).substr(lineStart);
        if (space == std::string::npos || text[i] == ' ' || textSize(look, line, {}).x <= width)
            continue;
        out.replace(space, 1, softBreak);
        const int grown = static_cast<int>(softBreak.size()) - 1;
        if (cursor && *cursor > static_cast<int>(space)) *cursor += grown;
        lineStart = space + softBreak.size();
        space = std::string::npos;
    }
    return out;
}

struct Wrapping {
    const Look& look;
    float width;
};

int wrapAgain(ImGuiInputTextCallbackData* data) {
    const auto& wrapping = *static_cast<const Wrapping*>(data->UserData);
    int cursor = data->CursorPos;
    const std::string meant = joined({data->Buf, static_cast<size_t>(data->BufTextLen)}, &cursor);
    const std::string text = wrapped(wrapping.look, meant, wrapping.width, &cursor);
    if (text == std::string_view(data->Buf, static_cast<size_t>(data->BufTextLen))) return 0;
    data->DeleteChars(0, data->BufTextLen);
    data->InsertChars(0, text.c_str(), text.c_str() + text.size());
    data->CursorPos = data->SelectionStart = data->SelectionEnd =
        std::min(cursor, data->BufTextLen);
    return 0;
}

}  // namespace

void drawArea(const Look& look, Desk& desk, const UiNode& node) {
    const float width = ImGui::GetContentRegionAvail().x;
    const TextLook soft{.type = Type::small, .ink = Ink::inkSoft};
    if (!node.id.ends_with(".value")) {
        const ImVec2 at = ImGui::GetCursorScreenPos();
        ImGui::Dummy({width, drawWrapped(look, at, width, node.label, {.bold = true})});
        gap(look, 4);
    }
    Wrapping wrapping{look, width - look.px(28)};
    char buffer[longestArea] = {};
    const std::string shown = wrapped(look, node.valueText, wrapping.width);
    std::strncpy(buffer, shown.c_str(), sizeof buffer - 1);
    ImGui::PushFont(look.fonts->font(points(Type::body), false));
    const float height = ImGui::GetTextLineHeight() * lines + look.px(14);
    const ImVec2 low = ImGui::GetCursorScreenPos();
    ImGui::InputTextMultiline("##area", buffer, sizeof buffer, {width, height},
                              ImGuiInputTextFlags_CallbackEdit, wrapAgain, &wrapping);
    const bool changed = ImGui::IsItemDeactivatedAfterEdit();
    const bool focused = ImGui::IsItemActive() || focusedByKey(ImGui::GetItemID());
    ImGui::PopFont();
    if (focused) drawFocus(look, low, {low.x + width, low.y + height});
    if (look.transcript) look.transcript->append(node.valueText).append("\n");
    const std::string meant = joined(buffer);
    if (changed && meant != node.valueText) desk.ask(node.id, meant, ++desk.gesture);
    if (node.help.empty()) return;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::Dummy(
        {width, look.px(2) + drawWrapped(look, {at.x, at.y + look.px(2)}, width, node.help, soft)});
}

}  // namespace pt
