#include "engine/desktop/screen.h"

#include <algorithm>

#include "engine/desktop/bars.h"
#include "engine/desktop/dialogs.h"
#include "engine/desktop/panel_lower.h"
#include "engine/desktop/panel_ui.h"
#include "engine/desktop/stage.h"
#include "engine/desktop/widgets.h"

namespace pt {
namespace {

constexpr double topBarHeight = 52, panelWidth = 336, narrowPanel = 224;
constexpr double roomForReadouts = 400;  // stage height; the panel has them too

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

}  // namespace

void drawScreen(const Look& look, Desk& desk, ImVec2 size) {
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(size);
    ImGuiWindowFlags flags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                             ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoScrollWithMouse |
                             ImGuiWindowFlags_NoBringToFrontOnFocus;
    ImGui::Begin("Proeftuin", nullptr, flags);
    float bar = look.px(topBarHeight);
    float panel = std::min(look.px(panelWidth), std::max(size.x * 0.36f, look.px(narrowPanel)));
    drawTopBar(look, desk, {0, 0}, {size.x, bar});
    drawWorkColumn(look, desk, {0, bar}, {size.x - panel, size.y});
    drawPanel(look, desk, {size.x - panel, bar}, size);
    drawSheets(look, desk);
    ImGui::End();
}

}  // namespace pt
