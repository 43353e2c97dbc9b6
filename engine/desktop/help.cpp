#include <algorithm>

#include "engine/desktop/dialogs.h"
#include "engine/desktop/widgets.h"

namespace pt {
namespace {

constexpr TextLook keyLook{.type = Type::small, .bold = true};
constexpr TextLook textLook{.type = Type::small};
constexpr double rowHeight = 26, headHeight = 28;

// The key as a cap at the left, what it does beside it.
void drawRow(const Look& look, ImVec2 at, float caps, float width, std::string_view key,
             std::string_view text) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    ImVec2 size = textSize(look, key, keyLook);
    ImVec2 high{at.x + size.x + look.px(14), at.y + look.px(22)};
    list.AddRectFilled(at, high, look.color(Ink::ink, 0.06), look.px(4));
    list.AddRect(at, high, look.color(Ink::line), look.px(4));
    drawText(look, {at.x + look.px(7), at.y + (look.px(22) - size.y) / 2}, key, keyLook);
    float left = at.x + caps;
    drawElided(look, {left, at.y + (look.px(22) - size.y) / 2}, width - caps, text, textLook);
}

struct Column {
    const Look& look;
    const Desk& desk;
    ImVec2 at;
    float width, caps;

    void head(std::string_view key) {
        drawText(look, at, desk.words(key), {.bold = true});
        at.y += look.px(headHeight);
    }
    void row(std::string_view key, std::string_view label) {
        std::string cap = key.starts_with("desktop.") ? desk.words(key) : std::string(key);
        drawRow(look, at, caps, width, cap, desk.words(label));
        at.y += look.px(rowHeight);
    }
    void group(KeyGroup group, std::string_view title) {
        head(title);
        for (const Shortcut& item : shortcuts()) {
            if (item.group == group) row(keyText(item, desk.words), item.label);
        }
        at.y += look.px(10);
    }
};

}  // namespace

void drawHelpSheet(const Look& look, Desk& desk) {
    if (!beginSheet(look, desk, "help", desk.words("desktop.help.title"), 940, 690)) return;
    ImVec2 room = ImGui::GetContentRegionAvail();
    ImGui::BeginChild("keys", room, ImGuiChildFlags_None, ImGuiWindowFlags_NavFlattened);
    ImVec2 at = ImGui::GetCursorScreenPos();
    float space = look.px(32);
    bool two = room.x >= look.px(640);
    float width = two ? (room.x - space - look.px(12)) / 2 : room.x - look.px(12);
    Column left{look, desk, at, width, look.px(120)};
    left.group(KeyGroup::run, "desktop.help.run");
    left.group(KeyGroup::work, "desktop.help.work");
    Column right = left;
    if (two) right.at = {at.x + width + space, at.y};
    right.head("desktop.help.stage");
    for (const KeyHint& hint : keyHints()) right.row(hint.key, hint.label);
    right.at.y += look.px(12);
    right.group(KeyGroup::look, "desktop.help.look");
    right.group(KeyGroup::lesson, "desktop.help.lesson");
    right.group(KeyGroup::program, "desktop.help.program");
    float bottom = std::max(left.at.y, right.at.y);
    ImGui::Dummy({1, bottom - at.y});
    ImGui::EndChild();
    endSheet();
}

}  // namespace pt
