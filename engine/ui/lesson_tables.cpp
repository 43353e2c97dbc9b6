// Tables that the pupil fills and plots of their rows.
#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <optional>

#include "engine/core/math.h"
#include "engine/ui/lab_words.h"
#include "engine/ui/lesson_nodes.h"

namespace pt {
namespace {

constexpr size_t curvePoints = 40;

UiColumn columnOf(const LessonScope& scope, const TableItem& table, const std::string& name) {
    UiColumn column{name, scope.nameLabel(name), scope.nameUnit(name).symbol};
    const Schema& schema = scope.ui.schema();
    const Output* output = schema.findOutput(name);
    column.isText = schema.findChoice(name) || (output && output->text);
    const bool setting = schema.findParam(name) || schema.findChoice(name);
    column.editable = table.fill == TableItem::Fill::byHand && !setting;
    return column;
}

UiCell cellOf(const LessonScope& scope, const LessonRow& row, const std::string& name) {
    UiCell cell;
    const Schema& schema = scope.ui.schema();
    if (const auto text = row.texts.find(name); text != row.texts.end()) {
        cell.selected = cell.text = text->second;
        const Output* output = schema.findOutput(name);
        if (schema.findChoice(name))
            cell.text = optionLabel(scope.ui.lab(), name, text->second, scope.words());
        if (output && output->text)
            cell.text = textValue(scope.ui.lab(), *output, text->second, scope.words());
        return cell;
    }
    const auto number = row.cells.find(name);
    if (number == row.cells.end() || !std::isfinite(number->second)) return cell;
    const Unit unit = scope.nameUnit(name);
    cell.value = displayValue(number->second, unit);
    const Param* param = schema.findParam(name);
    cell.text = param ? settingNumber(number->second, unit, param->range.step, scope.words())
                      : valueNumber(number->second, unit, scope.words());
    return cell;
}

// Numbers of two columns that both have a value, in the units that people see.
std::vector<UiPoint> pointsOf(const LessonScope& scope, const PlotItem& plot, const std::string& x,
                              const std::string& y) {
    std::vector<UiPoint> points;
    for (const LessonRow& row : scope.run.rows(plot.from)) {
        const UiCell a = cellOf(scope, row, x), b = cellOf(scope, row, y);
        if (a.value && b.value) points.push_back({*a.value, *b.value});
    }
    return points;
}

struct Line {
    double slope = 0, start = 0;
};

std::optional<Line> leastSquares(const std::vector<UiPoint>& points) {
    const auto count = static_cast<double>(points.size());
    double x = 0, y = 0, xx = 0, xy = 0;
    for (const UiPoint& point : points) {
        x += point.x / count;
        y += point.y / count;
    }
    for (const UiPoint& point : points) {
        xx += (point.x - x) * (point.x - x);
        xy += (point.x - x) * (point.y - y);
    }
    if (points.size() < 2 || !(xx > 0)) return std::nullopt;
    return Line{xy / xx, y - xy / xx * x};
}

// y = a x + b, y = a x^b, y = a e^(b x): the last two as lines of logarithms. None where a
// logarithm does not exist.
std::vector<UiPoint> fitted(const std::vector<UiPoint>& points, PlotItem::Fit fit) {
    if (fit == PlotItem::Fit::none || points.empty()) return {};
    const bool logX = fit == PlotItem::Fit::power, logY = fit != PlotItem::Fit::line;
    std::vector<UiPoint> straight;
    double low = points[0].x, high = points[0].x;
    for (const UiPoint& point : points) {
        if ((logX && point.x <= 0) || (logY && point.y <= 0)) return {};
        straight.push_back(
            {logX ? math::log(point.x) : point.x, logY ? math::log(point.y) : point.y});
        low = std::min(low, point.x);
        high = std::max(high, point.x);
    }
    const std::optional<Line> line = leastSquares(straight);
    if (!line) return {};
    std::vector<UiPoint> curve;
    for (size_t i = 0; i < curvePoints; ++i) {
        const double x = low + (high - low) * static_cast<double>(i) / (curvePoints - 1);
        const double y = line->slope * (logX ? math::log(x) : x) + line->start;
        curve.push_back({x, logY ? math::exp(y) : y});
    }
    return curve;
}

PlotItem::Fit fitNamed(std::string_view name, PlotItem::Fit otherwise) {
    if (name == "none") return PlotItem::Fit::none;
    if (name == "line") return PlotItem::Fit::line;
    if (name == "power") return PlotItem::Fit::power;
    return name == "exponential" ? PlotItem::Fit::exponential : otherwise;
}

}  // namespace

UiNode lessonTable(const LessonScope& scope, const LessonItem& item) {
    const TableItem& table = std::get<TableItem>(item.body);
    UiNode node = makeNode(itemPart(item, "table"), UiRole::table, scope.word("table"));
    for (const std::string& name : table.columns)
        node.columns.push_back(columnOf(scope, table, name));
    int number = 0;
    for (const LessonRow& row : scope.run.rows(item.id)) {
        UiRow made{std::to_string(++number), "", {}};
        for (const std::string& name : table.columns)
            made.cells.push_back(cellOf(scope, row, name));
        node.rows.push_back(std::move(made));
    }
    node.items = scope.run.item(item.id).verdict.places;
    if (table.minRows > 0)
        node.valueText = scope.word("rows", {{"count", std::to_string(node.rows.size())},
                                             {"wanted", std::to_string(table.minRows)}});
    node.children.push_back(makeNode(node.id + "/add", UiRole::button, scope.word("row.add")));
    node.children.push_back(
        makeNode(node.id + "/remove", UiRole::button, scope.word("row.remove")));
    return node;
}

void addPlot(const LessonScope& scope, const LessonItem& item, UiNode& node) {
    const PlotItem& plot = std::get<PlotItem>(item.body);
    const LessonItem* source = scope.run.lesson().findItem(plot.from);
    const TableItem* table = source ? std::get_if<TableItem>(&source->body) : nullptr;
    const Json& answer = scope.run.item(item.id).answer;
    std::string x = plot.choose ? answer["x"].text() : plot.x;
    std::string y = plot.choose ? answer["y"].text() : plot.y;
    const PlotItem::Fit fit =
        plot.choose ? fitNamed(answer["fit"].text(), PlotItem::Fit::none) : plot.fit;
    if (plot.choose && table) {
        const auto axis = [&](std::string_view part, const std::string& now) {
            UiNode choice = makeNode(itemPart(item, part), UiRole::choice,
                                     scope.word(fmt::format("plot.{}", part)));
            for (const std::string& name : table->columns)
                choice.options.push_back({name, scope.nameLabel(name)});
            choice.selected = now;
            node.children.push_back(std::move(choice));
        };
        axis("x", x);
        axis("y", y);
        UiNode line = makeNode(itemPart(item, "fit"), UiRole::choice, scope.word("plot.fit"));
        for (const char* kind : {"none", "line", "power", "exponential"})
            line.options.push_back({kind, scope.word(fmt::format("fit.{}", kind))});
        line.selected = answer["fit"].isText() ? answer["fit"].text() : "none";
        node.children.push_back(std::move(line));
    }
    UiNode made = makeNode(itemPart(item, "plot"), UiRole::plot, scope.word("plot"));
    made.help = scope.word("plot.empty");
    made.columns = {UiColumn{x, x.empty() ? "" : scope.nameLabel(x), scope.nameUnit(x).symbol},
                    UiColumn{y, y.empty() ? "" : scope.nameLabel(y), scope.nameUnit(y).symbol}};
    const std::vector<UiPoint> points = pointsOf(scope, plot, x, y);
    for (const UiPoint& point : points)
        made.rows.push_back({std::to_string(made.rows.size() + 1),
                             "",
                             {UiCell{"", point.x, ""}, UiCell{"", point.y, ""}}});
    made.curve = fitted(points, fit);
    constexpr const char* fits[] = {"fit.none", "fit.line", "fit.power", "fit.exponential"};
    if (!made.curve.empty()) made.valueText = scope.word(fits[static_cast<size_t>(fit)]);
    node.children.push_back(std::move(made));
}

std::string rowValues(const LessonScope& scope, std::string_view table, const LessonRow& row) {
    const LessonItem* item = scope.run.lesson().findItem(table);
    const TableItem* columns = item ? std::get_if<TableItem>(&item->body) : nullptr;
    if (!columns) return "";
    std::string values;
    for (const std::string& name : columns->columns) {
        const UiCell cell = cellOf(scope, row, name);
        const Unit unit = scope.nameUnit(name);
        values += values.empty() ? "" : " · ";
        values += cell.text.empty() ? "–" : cell.text;
        if (!unit.symbol.empty() && cell.value) values += "\u202f" + unit.symbol;
    }
    return values;
}

std::string rowLabels(const LessonScope& scope, std::string_view table) {
    const LessonItem* item = scope.run.lesson().findItem(table);
    const TableItem* columns = item ? std::get_if<TableItem>(&item->body) : nullptr;
    std::string labels;
    for (const std::string& name : columns ? columns->columns : std::vector<std::string>{})
        labels += (labels.empty() ? "" : " · ") + scope.nameLabel(name);
    return labels;
}

}  // namespace pt
