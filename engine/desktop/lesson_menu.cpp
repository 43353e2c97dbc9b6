// What can be done with the lesson as a whole, and the sheet that tells what was done.
#include "engine/desktop/dialogs.h"
#include "engine/desktop/panel_lesson.h"
#include "engine/desktop/panel_ui.h"
#include "engine/desktop/widgets.h"

namespace pt {
namespace {

const UiNode* partOf(const Desk& desk, std::string_view id) {
    const UiNode* lesson = lessonOf(desk);
    return lesson ? findNode(*lesson, id) : nullptr;
}

void drawSoft(const Look& look, std::string_view text) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    ImGui::Dummy(
        {width, drawWrapped(look, at, width, text, {.type = Type::small, .ink = Ink::inkSoft})});
}

bool wideButton(const Look& look, const Desk& desk, const char* key) {
    const bool pressed =
        button(look, key, desk.words(key), {.width = ImGui::GetContentRegionAvail().x});
    gap(look, 8);
    return pressed;
}

}  // namespace

void drawLessonMenu(const Look& look, Desk& desk, ImVec2 corner) {
    if (desk.lesson.menu) ImGui::OpenPopup("lesson_menu");
    desk.lesson.menu = false;
    ImGui::SetNextWindowPos({corner.x, corner.y + look.px(4)}, ImGuiCond_Always, {1, 0});
    ImGui::SetNextWindowSize({look.px(288), 0});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {look.px(16), look.px(16)});
    const bool open = ImGui::BeginPopup("lesson_menu", ImGuiWindowFlags_NoMove);
    ImGui::PopStyleVar();
    if (!open) return;
    sheetFrame(look);
    for (const char* id : {"lesson.level", "lesson.pupil"}) {
        const UiNode* node = partOf(desk, id);
        if (!node) continue;
        drawNode(look, desk, *node);
        if (!node->help.empty()) drawSoft(look, node->help);
        gap(look, 8);
    }
    if (wideButton(look, desk, "desktop.lesson.summary")) {
        desk.sheet = Sheet::summary;
        ImGui::CloseCurrentPopup();
    }
    divider(look);
    if (const UiNode* teacher = partOf(desk, "lesson.teacher")) {
        drawNode(look, desk, *teacher);
        drawSoft(look, teacher->help);
    }
    ImGui::EndPopup();
}

void drawSummarySheet(const Look& look, Desk& desk) {
    if (!beginSheet(look, desk, "summary", desk.words("ui.lesson.summary"), 620, 560)) return;
    const ImVec2 low = ImGui::GetCursorScreenPos(), room = ImGui::GetContentRegionAvail();
    const float foot = look.px(std::max(look.target, 36.f) + 16);
    ImGui::BeginChild("list", {room.x, room.y - foot}, ImGuiChildFlags_None,
                      ImGuiWindowFlags_NavFlattened);
    const UiNode* summary = partOf(desk, "lesson.summary");
    for (size_t i = 0; summary && i < summary->children.size(); ++i) {
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const float width = ImGui::GetContentRegionAvail().x - look.px(28);
        ImGui::GetWindowDrawList()->AddCircleFilled({at.x + look.px(8), at.y + look.px(10)},
                                                    look.px(3), look.color(Ink::accent), 16);
        const float height =
            drawWrapped(look, {at.x + look.px(20), at.y}, width, summary->children[i].label, {});
        ImGui::Dummy({width, height + look.px(8)});
    }
    ImGui::EndChild();
    moveTo({low.x, low.y + room.y - foot + look.px(12)});
    const ButtonStyle style{.icon = static_cast<int>(Icon::exporting)};
    const std::string lines = desk.words("desktop.lesson.record"),
                      xapi = desk.words("desktop.lesson.xapi");
    if (button(look, "record", lines, style)) openSaveSheet(desk, Writing::record);
    moveTo({low.x + buttonWidth(look, lines, style) + look.px(8),
            low.y + room.y - foot + look.px(12)});
    if (button(look, "xapi", xapi, style)) openSaveSheet(desk, Writing::xapi);
    endSheet();
}

}  // namespace pt
