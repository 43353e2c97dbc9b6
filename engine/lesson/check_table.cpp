#include <algorithm>
#include <cmath>
#include <map>

#include "engine/lesson/check_kinds.h"
#include "engine/lesson/cvs.h"
#include "engine/lesson/digits.h"
#include "engine/lesson/measurements.h"

namespace pt::checks {
namespace {

constexpr int readDigits = 2;  // a pupil may round a reading to as many digits

using Settings = std::map<std::string, double>;

const std::vector<std::string>& columnsOf(const Lesson& lesson, std::string_view table) {
    static const std::vector<std::string> none;
    const LessonItem* item = lesson.findItem(table);
    const auto* body = item ? std::get_if<TableItem>(&item->body) : nullptr;
    return body ? body->columns : none;
}

bool filled(const LessonRow& row, const std::string& column) {
    const auto number = row.cells.find(column);
    return (number != row.cells.end() && std::isfinite(number->second)) ||
           row.texts.count(column) > 0;
}

bool isOutput(const Session& session, const std::string& key) {
    const Output* output = session.schema().findOutput(key);
    return output && output->number;
}

// What the lab gives where the pupil typed a value: of the row's observation, or of a run with the
// row's settings. NaN where it cannot tell.
double modelled(const LessonRow& row, const Observation* shown, const std::string& output,
                const CheckContext& context) {
    if (row.observation > 0 && shown) {
        const auto found = shown->outputs.find(output);
        return found == shown->outputs.end() ? NAN : found->second;
    }
    if (!context.resimulate || !shown || shown->settings.empty()) return NAN;
    return context.resimulate(shown->settings, output);
}

enum class Copy : uint8_t { right, tenfold, other };

// `resolution`: in this unit, 0 when the lesson does not say.
Copy compare(double typed, double model, const Unit& unit, double resolution) {
    const double shown = unit.fromSi(model), written = unit.fromSi(typed);
    const double slack = std::max(0.5 * lastDigit(shown, readDigits), resolution) * (1 + 1e-9);
    if (std::fabs(written - shown) <= slack) return Copy::right;
    for (double factor : {10.0, 100.0, 1000.0})
        if (std::fabs(written / factor - shown) <= slack ||
            std::fabs(written * factor - shown) <= slack)
            return Copy::tenfold;
    return Copy::other;
}

// Rows whose typed values are not those of the lab.
struct Mistyped {
    std::vector<std::string> rows;
    bool tenfold = true;  // all of them by a factor of ten
};

Mistyped mistyped(const std::string& table, const CheckContext& context) {
    Mistyped found;
    const Measurements measurements(context, table);
    const auto rows = context.rows(table);
    for (size_t i = 0; i < rows.size(); ++i) {
        if (!rows[i].typed) continue;
        bool wrong = false;
        for (const auto& [key, typed] : rows[i].cells) {
            if (!isOutput(context.session, key)) continue;
            const double model = modelled(rows[i], measurements.row(i + 1), key, context);
            if (std::isnan(model)) continue;
            const Unit& unit = context.session.schema().findOutput(key)->unit;
            const Copy copy = compare(typed, model, unit, resolutionOf(context, key));
            wrong = wrong || copy != Copy::right;
            found.tenfold = found.tenfold && copy != Copy::other;
        }
        if (wrong) found.rows.push_back(count(i + 1));
    }
    return found;
}

size_t distinct(std::span<const LessonRow> rows, const std::string& column,
                const Session& session) {
    const Param* param = session.schema().findParam(column);
    const double step = param ? session.range(*param).step : 0;
    std::vector<double> numbers;
    std::vector<std::string> texts;
    for (const LessonRow& row : rows) {
        if (const auto cell = row.cells.find(column); cell != row.cells.end())
            numbers.push_back(cell->second);
        else if (const auto text = row.texts.find(column); text != row.texts.end())
            texts.push_back(text->second);
    }
    std::sort(numbers.begin(), numbers.end());
    std::sort(texts.begin(), texts.end());
    texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
    size_t different = texts.size();
    for (size_t i = 0; i < numbers.size(); ++i)
        if (i == 0 || numbers[i] - numbers[i - 1] > step / 2) ++different;
    return different;
}

bool isSetting(const Session& session, std::string_view key) {
    return session.schema().findParam(key) || session.schema().findChoice(key);
}

}  // namespace

Verdict judgeTable(const LessonItem& item, const std::string& table, const TableCheck& check,
                   const CheckContext& context) {
    const auto rows = context.rows(table);
    if (rows.empty() && check.minRows <= 0) return {};
    const std::vector<std::string>& columns = columnsOf(context.lesson, table);
    Args args{{"rows", count(rows.size())}, {"asked", std::to_string(check.minRows)}};
    if (rows.size() < static_cast<size_t>(std::max(check.minRows, 0)))
        return explained(item, "table_few", args);

    const auto found = [&](const char* reason, std::vector<std::string> places) {
        args.push_back({"places", listArg(places)});
        Verdict verdict = explained(item, reason, args);
        verdict.places = std::move(places);
        return verdict;
    };
    std::vector<std::string> empty;
    for (size_t i = 0; i < rows.size(); ++i) {
        const auto open = [&](const std::string& column) { return !filled(rows[i], column); };
        if (std::any_of(columns.begin(), columns.end(), open)) empty.push_back(count(i + 1));
    }
    const size_t full = rows.size() - empty.size();
    if (!empty.empty() && full < static_cast<size_t>(std::max(check.minRows, 1)))
        return found("table_empty", empty);
    if (check.distinct > 0 && !columns.empty()) {
        const size_t different = distinct(rows, columns[0], context.session);
        args = {{"varied", label(context, columns[0])},
                {"values", count(different)},
                {"asked", std::to_string(check.distinct)}};
        if (different < static_cast<size_t>(check.distinct))
            return explained(item, "table_distinct", args);
    }
    if (check.resimulate) {
        const Mistyped wrong = mistyped(table, context);
        if (!wrong.rows.empty())
            return found(wrong.tenfold ? "table_comma" : "table_typed", wrong.rows);
    }
    return verdictOk(item.ok);
}

Verdict judgePlot(const LessonItem& item, const Json& answer, const CheckContext& context) {
    const PlotItem& plot = std::get<PlotItem>(item.body);
    const bool chosen = answer.kind() != Json::Kind::null;
    if (plot.choose && !chosen) return {};
    const std::string x = plot.choose ? answer["x"].text() : plot.x;
    const std::string y = plot.choose ? answer["y"].text() : plot.y;
    const auto rows = context.rows(plot.from);
    const auto drawn = std::count_if(rows.begin(), rows.end(), [&](const LessonRow& row) {
        return filled(row, x) && filled(row, y);
    });
    if (rows.empty() && !chosen) return {};
    if (plot.choose) {
        const Args args{{"x", label(context, plot.x)}, {"y", label(context, plot.y)}};
        const std::string axes = "plot_axes";
        if (x.empty() || y.empty() || x == y) return explained(item, axes);
        const bool swapped = !plot.x.empty()
                                 ? x == plot.y && y == plot.x
                                 : isSetting(context.session, y) && !isSetting(context.session, x);
        if (swapped) return explained(item, "plot_swapped", args);
        Verdict verdict;
        if (!plot.x.empty() && x != plot.x) verdict = explained(item, "plot_x", args);
        if (!plot.y.empty() && y != plot.y) verdict = explained(item, "plot_y", args);
        if (verdict.state == Verdict::State::notYet) {
            verdict.places = {x != plot.x && !plot.x.empty() ? "x" : "y"};
            return verdict;
        }
        constexpr std::string_view fits[] = {"none", "line", "power", "exponential"};
        const std::string_view right = fits[static_cast<size_t>(plot.fit)];
        if (plot.fit != PlotItem::Fit::none && answer["fit"].text() != right)
            return explained(item, "plot_fit", args);
    }
    if (drawn < 2)
        return explained(item, "plot_few", {{"rows", count(static_cast<size_t>(drawn))}});
    return verdictOk(item.ok);
}

}  // namespace pt::checks
