#include "engine/ui/lesson_plot.h"

namespace pt {
namespace {

Axis axisOf(const UiColumn& column) {
    Axis axis;
    axis.label = column.label;
    axis.unit.symbol = column.unit;
    return axis;
}

}  // namespace

LessonPlot::LessonPlot(const UiNode& node)
    : x_(axisOf(node.columns[0])), y_(axisOf(node.columns[1])), emptyText_(node.help),
      fitText_(node.valueText) {
    for (const UiRow& row : node.rows) {
        pointX_.push_back(row.cells[0].value.value_or(0));
        pointY_.push_back(row.cells[1].value.value_or(0));
    }
    for (const UiPoint& point : node.curve) {
        curveX_.push_back(point.x);
        curveY_.push_back(point.y);
    }
}

Plot LessonPlot::plot() const {
    Plot plot;
    plot.x = x_;
    plot.y = y_;
    plot.emptyText = emptyText_;
    if (!curveX_.empty())
        plot.series.push_back({fitText_, curveX_, curveY_, Ink::series2, Dash::dashed, Mark::line});
    if (!pointX_.empty())
        plot.series.push_back(
            {y_.label, pointX_, pointY_, Ink::series1, Dash::solid, Mark::points});
    return plot;
}

}  // namespace pt
