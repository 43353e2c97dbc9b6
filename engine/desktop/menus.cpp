#include "engine/desktop/menus.h"

#include "engine/desktop/dialogs.h"
#include "engine/desktop/widgets.h"

namespace pt {
namespace {

bool beginMenu(const Look& look, const char* id, bool& wanted, ImVec2 corner, double width) {
    if (wanted) ImGui::OpenPopup(id);
    wanted = false;
    ImGui::SetNextWindowPos({corner.x, corner.y + look.px(4)}, ImGuiCond_Always, {1, 0});
    ImGui::SetNextWindowSize({look.px(width), 0});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {look.px(16), look.px(16)});
    bool open = ImGui::BeginPopup(id, ImGuiWindowFlags_NoMove);
    ImGui::PopStyleVar();
    if (open) sheetFrame(look);
    return open;
}

void heading(const Look& look, std::string_view text) {
    drawText(look, ImGui::GetCursorScreenPos(), text, {.type = Type::small, .ink = Ink::inkSoft});
    gap(look, 22);
}

void exportItem(const Look& look, Desk& desk, const char* label, Writing writing, bool enabled) {
    ButtonStyle style{
        .kind = ButtonKind::normal, .width = ImGui::GetContentRegionAvail().x, .enabled = enabled};
    bool chosen = button(look, label, desk.words(label), style);
    gap(look, 8);
    if (!chosen) return;
    openSaveSheet(desk, writing);
    ImGui::CloseCurrentPopup();
}

// What the lab itself hands out: a plan, a list.
void drawLabExports(const Look& look, Desk& desk) {
    const UiNode* exports = desk.node("exports");
    if (!exports || exports->children.empty()) return;
    heading(look, exports->label);
    constexpr std::string_view prefix = "export.";
    for (const UiNode& node : exports->children) {
        ButtonStyle style{.width = ImGui::GetContentRegionAvail().x, .enabled = node.enabled};
        bool chosen = button(look, node.id.c_str(), node.label, style);
        if (ImGui::IsItemHovered()) tooltip(look, node.help);
        gap(look, 8);
        if (!chosen) continue;
        openExportSheet(desk, node.id.substr(prefix.size()));
        ImGui::CloseCurrentPopup();
    }
    divider(look);
}

}  // namespace

void drawExportMenu(const Look& look, Desk& desk, ImVec2 corner) {
    if (!beginMenu(look, "export", desk.exportMenu, corner, 296)) return;
    const Session& session = desk.work.session();
    drawLabExports(look, desk);
    heading(look, desk.words("desktop.export.numbers"));
    exportItem(look, desk, "desktop.export.samples", Writing::samples,
               session.recording().rows() > 0);
    exportItem(look, desk, "desktop.export.runs", Writing::runs, !session.runs().empty());
    std::vector<std::string> styles{desk.words("desktop.export.comma"),
                                    desk.words("desktop.export.point")};
    float width = ImGui::GetContentRegionAvail().x;
    int chosen = segmented(look, "style", styles, desk.prefs.dutchCsv ? 0 : 1, width);
    if (chosen >= 0) {
        desk.prefs.dutchCsv = chosen == 0;
        desk.asked.restyle = true;
    }
    divider(look);
    heading(look, desk.words("desktop.export.drawing"));
    exportItem(look, desk, "desktop.export.png", Writing::png, true);
    exportItem(look, desk, "desktop.export.svg", Writing::svg, true);
    ImGui::EndPopup();
}

void drawViewMenu(const Look& look, Desk& desk, ImVec2 corner) {
    if (!beginMenu(look, "view", desk.viewMenu, corner, 320)) return;
    float width = ImGui::GetContentRegionAvail().x;
    heading(look, desk.words("desktop.view.theme"));
    std::vector<std::string> themes{desk.words("desktop.theme.light"),
                                    desk.words("desktop.theme.dark"),
                                    desk.words("desktop.theme.contrast")};
    int theme = segmented(look, "theme", themes, static_cast<int>(desk.prefs.theme), width);
    if (theme >= 0) desk.prefs.theme = static_cast<ThemeId>(theme);
    gap(look, 8);
    heading(look, desk.words("desktop.view.scale"));
    constexpr double scales[] = {1, 1.25, 1.5, 1.75, 2};
    std::vector<std::string> labels;
    int now = -1;
    for (double scale : scales) {
        if (scale == desk.prefs.scale) now = static_cast<int>(labels.size());
        labels.push_back(desk.words.number(scale * 100, 3) + "%");
    }
    int scale = segmented(look, "scale", labels, now, width);
    if (scale >= 0) desk.prefs.scale = scales[scale];
    gap(look, 8);
    bool motion =
        toggle(look, "motion", desk.words("desktop.view.motion"), desk.prefs.reducedMotion);
    if (motion) desk.prefs.reducedMotion = !desk.prefs.reducedMotion;
    if (theme >= 0 || scale >= 0 || motion) desk.asked.restyle = true;
    ImGui::EndPopup();
}

}  // namespace pt
