// What the page's script reads.
#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/run/save.h"
#include "engine/ui/answer.h"
#include "engine/ui/lab_ui.h"
#include "engine/ui/lab_words.h"
#include "engine/ui/lesson_plot.h"
#include "engine/view/plot.h"
#include "engine/view/svg.h"
#include "engine/web/page.h"

namespace pt {
namespace {

constexpr std::string_view timeAxis = "time";

Vec sizeIn(const Json& request, Vec fallback) {
    const auto side = [&](std::string_view key, double other) {
        return std::clamp(request[key].number(other), 1.0, 8192.0);
    };
    return {side("width", fallback.x), side("height", fallback.y)};
}

Json option(std::string_view id, std::string label) {
    return Json::object().set("id", id).set("label", std::move(label));
}

CsvStyle styleIn(const Json& request) {
    return request["dutch"].boolean() ? CsvStyle::dutch : CsvStyle::standard;
}

}  // namespace

Json Page::state(const Json& request) const {
    std::vector<std::string> open;
    for (const Json& id : request["open"].items()) open.push_back(id.text());
    const std::string& title = scenario_->title.in(words_.language());
    Json json = Json::object();
    json.set("title", title.empty() ? labelOf(session().lab().id, "title", words_) : title);
    json.set("scenario", session().setup().scenario);
    json.set("playing", session().playing()).set("finished", session().finished());
    Json imports = Json::list();
    if (const Exchange* exchange = bench_->exchange())
        for (const std::string& ending : exchange->imports()) imports.add(ending);
    json.set("imports", std::move(imports));
    json.set("axes", axes()).set("ui", toJson(bench_->ui(words_, open)));
    json.set("runs", runsTable());
    return json;
}

Json Page::items() {
    Json list = Json::list();
    for (const Item& item : scene().items()) {
        const Vec at = camera_.toScreen(item.center);
        Json lines = Json::list();
        for (const std::string& line : item.lines) lines.add(line);
        list.add(Json::object()
                     .set("id", item.id)
                     .set("name", item.name)
                     .set("lines", std::move(lines))
                     .set("x", at.x)
                     .set("y", at.y)
                     .set("selected", bench_->looking().isSelected(item.id)));
    }
    return list;
}

// -- the graph

Json Page::axes() const {
    Json list = Json::list();
    list.add(option(timeAxis, words_("ui.run.clock")));
    for (const Output& output : session().schema().outputs())
        if (output.recorded())
            list.add(option(output.key, labelOf(session().lab().id, output.key, words_)));
    return list;
}

std::string Page::plot(const Json& request) const {
    const Recording& recording = session().recording();
    const std::vector<Output>& outputs = session().schema().outputs();
    struct Line {
        Axis axis;
        std::span<const double> values;
    };
    const auto find = [&](const std::string& key) {
        Line line{{words_("ui.run.clock"), unit("s"), calendarStart(session())}, recording.times()};
        size_t column = 0;
        for (const Output& output : outputs) {
            if (!output.recorded()) continue;
            if (output.key == key)
                line = {{labelOf(session().lab().id, key, words_), output.unit},
                        recording.column(column)};
            ++column;
        }
        return line;
    };
    const Line x = find(request["x"].text()), y = find(request["y"].text());
    const Plot plot{.x = x.axis,
                    .y = y.axis,
                    .series = {{y.axis.label, x.values, y.values}},
                    .cursorX = session().time(),
                    .hasCursor = request["x"].text() == timeAxis && recording.rows() > 0,
                    .emptyText = words_("web.plot_empty")};
    return svg(plot, sizeIn(request, {640, 320}), words_, *theme_,
               y.axis.label + " – " + x.axis.label);
}

std::string Page::chart(const Json& request) const {
    const std::string& key = request["key"].text();
    if (key.starts_with("item.")) return lessonPlot(key, sizeIn(request, {420, 260}));
    const Chart* chart = session().schema().findChart(key);
    if (!chart) return "";
    const ChartData data = chart->data();
    Plot plot = plotOf(session().lab().id, *chart, data, words_);
    plot.emptyText = words_("web.plot_empty");
    return svg(plot, sizeIn(request, {640, 320}), words_, *theme_,
               labelOf(session().lab().id, chart->key, words_));
}

std::string Page::lessonPlot(std::string_view id, Vec size) const {
    const UiNode tree = bench_->ui(words_);
    const UiNode* node = findNode(tree, id);
    if (!node || node->columns.size() < 2) return "";
    const LessonPlot plot(*node);
    return svg(plot.plot(), size, words_, *theme_, node->label);
}

std::string Page::lessonFile(const Json& request) const {
    if (!scenario_->bundle) return "";
    const auto& files = scenario_->bundle->files;
    const auto found = files.find(request["path"].text());
    return found == files.end() ? "" : found->second;
}

std::string Page::design(const Json& request) const {
    Result<std::unique_ptr<Session>> tested =
        session().recalled(static_cast<int>(request["run"].number(0)));
    if (!tested.ok()) return "";
    const Workbench bench(std::move(tested.value()));
    Scene scene(words_, *theme_);
    bench.draw(scene);
    const std::string title = words_("web.run_number") + " " + request["run"].write();
    return svg(scene, fitted(scene, sizeIn(request, {240, 150})), title);
}

// -- paper and files

std::string Page::exported(const Json& request) {
    Result<std::string> bytes = bench_->exported(request["key"].text(), words_);
    exportRefused_ = bytes.ok() ? "" : words_.sentence(bytes.error());
    return bytes.ok() ? std::move(bytes.value()) : "";
}

Json Page::exportName(const Json& request) const {
    return Json::object()
        .set("name", bench_->exportName(request["key"].text()))
        .set("refused", exportRefused_);
}

std::string Page::drawing(const Json& request) {
    const Camera camera = fitted(scene(), sizeIn(request, camera_.size));
    return svg(scene(), camera, labelOf(session().lab().id, "title", words_));
}

// -- results

// The settings that differ between runs, then what came out; the newest row last.
Json Page::runsTable() const {
    const Schema& schema = session().schema();
    const std::string_view lab = session().lab().id;
    const std::vector<RunRecord>& runs = session().runs();
    struct Column {
        std::string label;
        std::function<std::string(const RunRecord&)> cell;
    };
    std::vector<Column> columns{{words_("web.run_number"),
                                 [](const RunRecord& run) { return std::to_string(run.number); }}};
    const auto differs = [&](const std::string& key) {
        return std::any_of(runs.begin(), runs.end(), [&](const RunRecord& run) {
            return !(run.settings[key] == runs.front().settings[key]);
        });
    };
    for (const Param& param : schema.params())
        if (differs(param.key))
            columns.push_back({labelOf(lab, param.key, words_), [&](const RunRecord& run) {
                                   return settingText(run.settings[param.key].number(), param.unit,
                                                      param.range.step, words_);
                               }});
    for (const Choice& choice : schema.choices())
        if (differs(choice.key))
            columns.push_back({labelOf(lab, choice.key, words_), [&](const RunRecord& run) {
                                   return optionLabel(lab, choice.key,
                                                      run.settings[choice.key].text(), words_);
                               }});
    for (const Output& output : schema.outputs())
        columns.push_back({labelOf(lab, output.key, words_), [&](const RunRecord& run) {
                               const Json& value = run.outputs[output.key];
                               if (output.number)
                                   return value.isNumber()
                                              ? words_.quantity(value.number(), output.unit)
                                              : std::string("–");
                               if (value.text().empty()) return std::string("–");
                               return output.options.empty()
                                          ? value.text()
                                          : optionLabel(lab, output.key, value.text(), words_);
                           }});
    Json names = Json::list(), rows = Json::list();
    for (const Column& column : columns) names.add(column.label);
    for (const RunRecord& run : runs) {
        Json row = Json::list();
        for (const Column& column : columns) row.add(column.cell(run));
        rows.add(std::move(row));
    }
    return Json::object().set("columns", std::move(names)).set("rows", std::move(rows));
}

Json Page::result() const { return answerJson(session()); }

std::string Page::csv(bool runs, const Json& request) const {
    const CsvStyle style = styleIn(request);
    return runs ? runsCsv(session(), style) : recordingCsv(session(), style);
}

std::string Page::save() const { return SaveFile::write(session()); }

}  // namespace pt
