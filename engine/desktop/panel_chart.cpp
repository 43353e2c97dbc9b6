#include "engine/desktop/panel_lower.h"
#include "engine/desktop/widgets.h"
#include "engine/gfx/imgui_brush.h"
#include "engine/view/plot.h"

namespace pt {
namespace {

constexpr double sideWidth = 240;

bool isEmpty(const ChartData& data) {
    for (const ChartSeries& series : data.series) {
        if (!series.x.empty()) return false;
    }
    return true;
}

// The job that fills this chart: "repeats" that of "repeats_chart".
const UiNode* jobOf(const Desk& desk, const Chart& chart) {
    const UiNode* jobs = desk.node("jobs");
    if (!jobs) return nullptr;
    constexpr size_t prefix = std::string_view("job.").size();
    for (const UiNode& job : jobs->children) {
        if (chart.key.starts_with(job.id.substr(prefix))) return &job;
    }
    return nullptr;
}

}  // namespace

void drawChartPanel(const Look& look, Desk& desk, const UiNode& node, ImVec2 low, ImVec2 high) {
    const Session& session = desk.work.session();
    const Chart* chart = session.schema().findChart(node.id.substr(node.id.find('.') + 1));
    if (!chart) return;
    if (const UiNode* job = jobOf(desk, *chart)) {
        float side = std::min(look.px(sideWidth), (high.x - low.x) * 0.4f);
        ImGui::SetCursorScreenPos({high.x - side, low.y});
        ImGui::BeginChild("job", {side, high.y - low.y}, ImGuiChildFlags_None,
                          ImGuiWindowFlags_NavFlattened);
        drawJob(look, desk, *job);
        ImGui::EndChild();
        high.x -= side + look.px(16);
    }
    ChartData data = chart->data();
    std::string empty = std::string(session.lab().id) + "." + chart->key + ".empty";
    std::string nothing = desk.words(desk.words.has(empty) ? empty : "desktop.chart.empty");
    if (isEmpty(data)) return drawNothing(look, nothing, low, high);
    Plot plot = plotOf(session.lab().id, *chart, data, desk.words);
    plot.emptyText = nothing;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.PushClipRect(low, high, true);
    ImGuiBrush brush(list, *look.fonts, {low.x, low.y});
    Vec size{(high.x - low.x) / look.scale, (high.y - low.y) / look.scale};
    paint(plot, {0, 0}, size, desk.words, *look.theme, brush);
    list.PopClipRect();
}

}  // namespace pt
