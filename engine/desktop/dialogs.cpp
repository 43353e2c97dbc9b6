#include "engine/desktop/dialogs.h"

#include <algorithm>

#include "engine/desktop/panel_data.h"
#include "engine/desktop/widgets.h"

namespace pt {
namespace {

void drawRunsSheet(const Look& look, Desk& desk) {
    if (!beginSheet(look, desk, "runs", desk.words("desktop.runs.title"), 1000, 560)) return;
    ImVec2 low = ImGui::GetCursorScreenPos(), room = ImGui::GetContentRegionAvail();
    drawRunsTable(look, desk, low, {low.x + room.x, low.y + room.y - look.px(48)});
    moveTo({low.x, low.y + room.y - look.px(36)});
    ButtonStyle style{.icon = static_cast<int>(Icon::exporting),
                      .enabled = !desk.work.session().runs().empty()};
    if (button(look, "export", desk.words("desktop.export.runs"), style)) {
        openSaveSheet(desk, Writing::runs);
    }
    endSheet();
}

void drawRecoverSheet(const Look& look, Desk& desk) {
    if (!beginSheet(look, desk, "recover", desk.words("desktop.recover.title"), 480, 216)) return;
    ImVec2 at = ImGui::GetCursorScreenPos();
    float width = ImGui::GetContentRegionAvail().x;
    float height = drawWrapped(look, at, width, desk.words("desktop.recover.text"), {});
    gap(look, height / look.scale + 24);
    bool again =
        button(look, "recover", desk.words("desktop.recover.yes"), {.kind = ButtonKind::primary});
    ImGui::SetItemDefaultFocus();
    ImGui::SameLine();
    ImVec2 next = ImGui::GetCursorScreenPos();
    moveTo({next.x, next.y + look.px(4)});
    bool drop = button(look, "forget", desk.words("desktop.recover.no"));
    if (again) desk.asked.recover = true;
    if (drop) desk.asked.forget = true;
    if (again || drop) desk.sheet = Sheet::none;
    endSheet();
}

}  // namespace

bool beginSheet(const Look& look, Desk& desk, const char* id, std::string_view title, double width,
                double height) {
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    float margin = look.px(24);
    ImVec2 size{std::min(look.px(width), screen.x - margin),
                std::min(look.px(height), screen.y - margin)};
    if (!ImGui::IsPopupOpen(id)) ImGui::OpenPopup(id);
    ImGui::SetNextWindowPos({screen.x / 2, screen.y / 2}, ImGuiCond_Always, {0.5f, 0.5f});
    ImGui::SetNextWindowSize(size);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {look.px(24), look.px(20)});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, look.px(12));
    ImGuiWindowFlags flags = ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize |
                             ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                             ImGuiWindowFlags_NoScrollbar;
    bool open = ImGui::BeginPopupModal(id, nullptr, flags);
    ImGui::PopStyleVar(2);
    if (!open) return false;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    ImVec2 low = ImGui::GetWindowPos();
    list.PushClipRectFullScreen();
    drawSheet(look, list, low, {low.x + size.x, low.y + size.y}, 12);
    list.PopClipRect();
    ImVec2 at = ImGui::GetCursorScreenPos();
    drawText(look, at, title, {.type = Type::large, .bold = true});
    moveTo(
        {low.x + size.x - look.px(20) - look.px(std::max(look.target, 36.f)), at.y - look.px(2)});
    if (iconButton(look, "close", Icon::close, desk.words("desktop.close"),
                   keyText(shortcut(Act::close), desk.words))) {
        desk.sheet = Sheet::none;
    }
    moveTo({at.x, at.y + look.px(48)});
    return true;
}

void endSheet() { ImGui::EndPopup(); }

void drawSheets(const Look& look, Desk& desk) {
    switch (desk.sheet) {
    case Sheet::none: break;
    case Sheet::help: drawHelpSheet(look, desk); break;
    case Sheet::open: drawOpenSheet(look, desk); break;
    case Sheet::save: drawSaveSheet(look, desk); break;
    case Sheet::runs: drawRunsSheet(look, desk); break;
    case Sheet::compare: drawCompareSheet(look, desk); break;
    case Sheet::real: drawRealSheet(look, desk); break;
    case Sheet::summary: drawSummarySheet(look, desk); break;
    case Sheet::recover: drawRecoverSheet(look, desk); break;
    }
}

}  // namespace pt
