#include "engine/desktop/screen.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "engine/desktop/bars.h"
#include "engine/desktop/dialogs.h"
#include "engine/desktop/panel_lesson.h"
#include "engine/desktop/panel_lower.h"
#include "engine/desktop/panel_ui.h"
#include "engine/desktop/stage.h"
#include "engine/desktop/widgets.h"

namespace pt {
namespace {

constexpr double topBarHeight = 52, panelWidth = 336, narrowPanel = 224;
constexpr double roomForReadouts = 400;  // stage height; the panel has them too
// With a lesson: its panel and that of the settings. From roomForBoth on they stand on either side
// of the stage and leave it about half of the width; in a narrower window they share one place.
constexpr double lessonWidth = 320, narrowLesson = 288, besideLesson = 272, narrowBeside = 220;
constexpr double roomForBoth = 1120, widestPage = 760;

void drawPanel(const Look& look, Desk& desk, ImVec2 low, ImVec2 high) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(low, high, look.color(Ink::sheet));
    list.AddLine({low.x + 0.5f, low.y}, {low.x + 0.5f, high.y}, look.color(Ink::line));
    float pad = look.px(16);
    moveTo({low.x + pad, low.y});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {look.px(4), look.px(12)});
    ImGui::BeginChild("design", {high.x - low.x - pad, high.y - low.y},
                      ImGuiChildFlags_AlwaysUseWindowPadding, ImGuiWindowFlags_NavFlattened);
    ImGui::PopStyleVar();
    drawDesignPanel(look, desk);
    ImGui::EndChild();
}

void drawStageColumn(const Look& look, Desk& desk, ImVec2 low, ImVec2 high) {
    float width = high.x - low.x, pad = look.px(20);
    bool room = high.y - low.y >= look.px(roomForReadouts);
    ReadoutPlan readouts = room ? planReadouts(look, desk, width - 2 * pad) : ReadoutPlan{};
    float bottom = transportHeight(look, desk, width);
    drawStage(look, desk, low, high, readouts.height, bottom);
    if (desk.stage.moved || desk.stage.kept) {  // the drawing may lie under them
        ImGui::GetWindowDrawList()->AddRectFilled(low, {high.x, low.y + readouts.height},
                                                  look.color(Ink::paper, 0.85));
    }
    drawReadouts(look, readouts, {low.x + pad, low.y});
    drawMessages(look, desk, {low.x, low.y + readouts.height + look.px(4)}, width, !room);
    drawTransport(look, desk, low, high);
    drawTrouble(look, desk, {low.x, high.y - bottom + look.px(4)}, width);
}

// What is left of the panel, from above: tabs, actions, tools beside the stage, the drawer.
void drawWorkColumn(const Look& look, Desk& desk, ImVec2 low, ImVec2 high) {
    const ImVec2 corner = low;
    low.y += tabsHeight(look, desk);
    float actions = actionsHeight(look, desk), tools = toolsWidth(look, desk);
    float drawer = drawerHeight(look, desk, high.y - low.y);
    ImVec2 stage{low.x + tools, low.y + actions}, end{high.x, high.y - drawer};
    drawStageColumn(look, desk, stage, end);
    drawTabs(look, desk, corner, {high.x, low.y});
    drawActions(look, desk, low, {high.x, stage.y});
    drawTools(look, desk, {low.x, stage.y}, {stage.x, end.y});
    drawDrawer(look, desk, {low.x, end.y}, high);
}

// What lies left and right of the stage, window units.
struct Columns {
    float lesson = 0, settings = 0;
    bool tabs = false;   // one panel at a time, at the right
    bool whole = false;  // the lesson alone
};

Columns columnsOf(const Look& look, const Desk& desk, float width) {
    Columns columns;
    columns.settings = std::min(look.px(panelWidth), std::max(width * 0.36f, look.px(narrowPanel)));
    const UiNode* lesson = lessonOf(desk);
    if (!lesson && !desk.work.broken()) return columns;
    if (lesson && lesson->selected == "hide" && !desk.work.broken()) {
        columns.whole = true;
        return columns;
    }
    if (width < look.px(roomForBoth)) {
        columns.tabs = true;
        columns.settings = std::min(look.px(lessonWidth), width * 0.5f);
        return columns;
    }
    columns.lesson = std::clamp(width * 0.25f, look.px(narrowLesson), look.px(lessonWidth));
    columns.settings = std::clamp(width * 0.21f, look.px(narrowBeside), look.px(besideLesson));
    return columns;
}

void drawLesson(const Look& look, Desk& desk, ImVec2 low, ImVec2 high) {
    if (desk.work.broken()) {
        drawBrokenPanel(look, desk, low, high);
    } else {
        drawLessonPanel(look, desk, low, high);
    }
}

// What is selected stands above the settings.
std::string settingsName(const Desk& desk) {
    const size_t several = desk.looking().selection.size();
    if (several > 1)
        return desk.words("desktop.selected", Args{{"count", std::to_string(several)}});
    return desk.selected.id.empty() ? desk.words("desktop.lesson.settings") : desk.selected.name;
}

// In a narrow window: the lesson or the settings.
void drawTabbedPanel(const Look& look, Desk& desk, ImVec2 low, ImVec2 high) {
    const float tabs = look.px(std::max(look.target, 32.f) + 8);
    ImGui::GetWindowDrawList()->AddRectFilled(low, {high.x, low.y + tabs}, look.color(Ink::sheet));
    moveTo({low.x + look.px(4), low.y + look.px(4)});
    const std::vector<std::string> labels{desk.words("ui.lesson"), settingsName(desk)};
    const int chosen =
        segmented(look, "side", labels, desk.lesson.settings ? 1 : 0, high.x - low.x - look.px(8));
    if (chosen >= 0) desk.lesson.settings = chosen == 1;
    low.y += tabs;
    if (desk.lesson.settings) {
        drawPanel(look, desk, low, high);
    } else {
        drawLesson(look, desk, low, high);
    }
}

// A step without the lab: a page in the middle.
void drawWholeLesson(const Look& look, Desk& desk, ImVec2 low, ImVec2 high) {
    const float wide = std::min(high.x - low.x, look.px(widestPage));
    const float left = std::round((low.x + high.x - wide) / 2);
    drawLesson(look, desk, {left, low.y}, {left + wide, high.y});
    drawMessages(look, desk, {low.x, low.y + look.px(4)}, high.x - low.x, true);
}

}  // namespace

void drawScreen(const Look& look, Desk& desk, ImVec2 size) {
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(size);
    ImGuiWindowFlags flags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                             ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoScrollWithMouse |
                             ImGuiWindowFlags_NoBringToFrontOnFocus;
    ImGui::Begin("Proeftuin", nullptr, flags);
    float bar = look.px(topBarHeight);
    const Columns columns = columnsOf(look, desk, size.x);
    drawTopBar(look, desk, {0, 0}, {size.x, bar});
    if (columns.whole) {
        drawWholeLesson(look, desk, {0, bar}, size);
    } else {
        const float right = size.x - columns.settings;
        if (columns.lesson > 0) drawLesson(look, desk, {0, bar}, {columns.lesson, size.y});
        drawWorkColumn(look, desk, {columns.lesson, bar}, {right, size.y});
        if (columns.tabs) {
            drawTabbedPanel(look, desk, {right, bar}, size);
        } else {
            drawPanel(look, desk, {right, bar}, size);
        }
    }
    drawSheets(look, desk);
    ImGui::End();
}

}  // namespace pt
