#include "engine/desktop/screen.h"

#include <algorithm>

#include "engine/desktop/bars.h"
#include "engine/desktop/dialogs.h"
#include "engine/desktop/panel_data.h"
#include "engine/desktop/panel_ui.h"
#include "engine/desktop/stage.h"
#include "engine/desktop/widgets.h"

namespace pt {
namespace {

constexpr double topBarHeight = 52, panelWidth = 336, narrowPanel = 224, lowerHeight = 300;
constexpr double roomForTwoRows = 600;  // of readouts, in stage height
constexpr double roomForBoth = 560;     // below this panel height everything scrolls together

// Tabs, then the plot or the table.
void drawLowerPanel(const Look& look, Desk& desk, ImVec2 low, ImVec2 high) {
    float side = look.px(std::max(look.target, 36.f));
    std::vector<std::string> tabs{desk.words("desktop.tab.plot"), desk.words("desktop.tab.runs")};
    size_t runs = desk.work.session().runs().size();
    if (runs > 0) tabs[1] += " (" + std::to_string(runs) + ")";
    float width = high.x - low.x - side - look.px(8);
    moveTo(low);
    int tab = segmented(look, "lower", tabs, static_cast<int>(desk.lowerTab), width);
    if (tab >= 0) desk.lowerTab = static_cast<LowerTab>(tab);
    moveTo({high.x - side, low.y - look.px(2)});
    if (iconButton(look, "all", Icon::expand, desk.words("desktop.runs.all"), {}, runs > 0)) {
        desk.sheet = Sheet::runs;
    }
    ImVec2 inner{low.x, low.y + side + look.px(8)};
    if (desk.lowerTab == LowerTab::plot) {
        drawPlotPanel(look, desk, inner, high);
    } else {
        drawRunsTable(look, desk, inner, high, true);
    }
}

void drawPanel(const Look& look, Desk& desk, ImVec2 low, ImVec2 high) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(low, high, look.color(Ink::sheet));
    list.AddLine({low.x + 0.5f, low.y}, {low.x + 0.5f, high.y}, look.color(Ink::line));
    float pad = look.px(16);
    bool both = high.y - low.y >= look.px(roomForBoth);
    float lower = std::max(look.px(lowerHeight), (high.y - low.y) * 0.36f);
    float split = both ? high.y - lower : high.y;

    moveTo({low.x + pad, low.y});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {look.px(4), look.px(16)});
    ImGui::BeginChild("design", {high.x - low.x - pad, split - low.y},
                      ImGuiChildFlags_AlwaysUseWindowPadding, ImGuiWindowFlags_NavFlattened);
    ImGui::PopStyleVar();
    drawDesignPanel(look, desk);
    if (!both) {
        divider(look);
        ImVec2 at = ImGui::GetCursorScreenPos();
        ImVec2 end{at.x + ImGui::GetContentRegionAvail().x, at.y + look.px(lowerHeight)};
        drawLowerPanel(look, desk, at, end);
        moveTo(at);
        ImGui::Dummy({end.x - at.x, end.y - at.y});
    }
    ImGui::EndChild();
    if (!both) return;
    list.AddLine({low.x, split}, {high.x, split}, look.color(Ink::line));
    drawLowerPanel(look, desk, {low.x + pad, split + look.px(12)},
                   {high.x - pad, high.y - look.px(12)});
}

void drawStageColumn(const Look& look, Desk& desk, ImVec2 low, ImVec2 high) {
    float width = high.x - low.x, pad = look.px(20);
    int rows = high.y - low.y >= look.px(roomForTwoRows) ? 2 : 1;
    ReadoutPlan readouts = planReadouts(look, desk, width - 2 * pad, rows);
    desk.readoutsHide = !readouts.complete;
    float bottom = transportHeight(look, width);
    drawStage(look, desk, low, high, readouts.height, bottom);
    if (desk.stage.moved) {  // the drawing may lie under them
        ImGui::GetWindowDrawList()->AddRectFilled(low, {high.x, low.y + readouts.height},
                                                  look.color(Ink::paper, 0.85));
    }
    drawReadouts(look, readouts, {low.x + pad, low.y});
    drawMessages(look, desk, {low.x, low.y + readouts.height + look.px(4)}, width);
    drawTransport(look, desk, low, high);
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
    drawStageColumn(look, desk, {0, bar}, {size.x - panel, size.y});
    drawPanel(look, desk, {size.x - panel, bar}, size);
    drawSheets(look, desk);
    ImGui::End();
}

}  // namespace pt
