#include "engine/desktop/panel_data.h"
#include "engine/desktop/panel_lower.h"
#include "engine/desktop/widgets.h"
#include "engine/view/plot.h"

namespace pt {
namespace {

bool isEmpty(const ChartData& data) {
    for (const ChartSeries& series : data.series) {
        if (!series.x.empty()) return false;
    }
    return true;
}

}  // namespace

void drawChartPanel(const Look& look, Desk& desk, const UiNode& node, ImVec2 low, ImVec2 high) {
    const Session& session = desk.work.session();
    const Chart* chart = session.schema().findChart(node.id.substr(node.id.find('.') + 1));
    if (!chart) return;
    high.x -= drawJobBeside(look, desk, node, low, high);
    ChartData data = chart->data();
    std::string empty = std::string(session.lab().id) + "." + chart->key + ".empty";
    std::string nothing = desk.words(desk.words.has(empty) ? empty : "desktop.chart.empty");
    if (isEmpty(data)) return drawNothing(look, nothing, low, high);
    Plot plot = plotOf(session.lab().id, *chart, data, desk.words);
    plot.emptyText = nothing;
    paintPlot(look, desk.words, plot, low, high);
}

}  // namespace pt
