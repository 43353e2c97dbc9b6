#include "engine/run/csv.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace pt {
namespace {

constexpr std::string_view byteOrderMark = "\xef\xbb\xbf";

// [-+]digits[.,]digits[e[-+]digits]: what csvNumber writes.
bool isNumber(std::string_view cell) {
    const std::string_view text = cell.substr(!cell.empty() && cell.front() == '-' ? 1 : 0);
    const auto allowed = [](char c) {
        return (c >= '0' && c <= '9') || c == '.' || c == ',' || c == 'e' || c == '-' || c == '+';
    };
    return !text.empty() && text.front() >= '0' && text.front() <= '9' &&
           std::all_of(text.begin(), text.end(), allowed);
}

bool couldRun(std::string_view cell) {
    constexpr std::string_view dangerous = "=+-@\t\r";
    return !cell.empty() && dangerous.find(cell.front()) != std::string_view::npos &&
           !isNumber(cell);
}

std::string quoted(std::string_view cell) {
    std::string text = "\"";
    for (const char c : cell) {
        if (c == '"') text += '"';
        text += c;
    }
    return text + "\"";
}

std::string heading(const std::string& key, const Unit& unit) {
    return unit.symbol.empty() ? key : key + " (" + unit.symbol + ")";
}

std::string start(CsvStyle style) {
    return style == CsvStyle::dutch ? std::string(byteOrderMark) : std::string();
}

// The settings a person could change, the outputs, and what was found about the real thing, as
// they stand in a RunRecord.
struct RunColumns {
    std::vector<const Param*> params;
    std::vector<const Choice*> choices;
    std::vector<const Output*> real;  // those that were measured for some run
    bool parents = false, notes = false;

    explicit RunColumns(const Session& session) {
        const auto open = [&session](const std::string& key) {
            const Setting* setting = session.setting(key);
            return !setting || (!setting->locked && !setting->hidden);
        };
        for (const Param& param : session.schema().params())
            if (open(param.key)) params.push_back(&param);
        for (const Choice& choice : session.schema().choices())
            if (open(choice.key)) choices.push_back(&choice);
        const std::vector<RunRecord>& runs = session.runs();
        const auto some = [&runs](auto has) { return std::any_of(runs.begin(), runs.end(), has); };
        for (const Output& output : session.schema().outputs())
            if (some([&](const RunRecord& run) { return run.real.has(output.key); }))
                real.push_back(&output);
        parents = some([](const RunRecord& run) { return run.parent > 0; });
        notes = some([](const RunRecord& run) { return !run.note.empty(); });
    }
};

std::string cell(const Json& value, const Unit& unit, CsvStyle style) {
    if (value.isText()) return value.text();
    return value.isNumber() ? csvNumber(unit.fromSi(value.number()), style) : std::string();
}

}  // namespace

std::string csvNumber(double value, CsvStyle style) {
    if (!std::isfinite(value)) return "";
    std::string text = fmt::format("{}", value);
    if (style == CsvStyle::dutch) std::replace(text.begin(), text.end(), '.', ',');
    return text;
}

std::string csvRow(const std::vector<std::string>& cells, CsvStyle style) {
    const char separator = style == CsvStyle::dutch ? ';' : ',';
    const std::string special = std::string("\"\r\n") + separator;
    std::string row;
    for (size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) row += separator;
        const std::string text = couldRun(cells[i]) ? "'" + cells[i] : cells[i];
        row += text.find_first_of(special) == std::string::npos ? text : quoted(text);
    }
    return row + "\r\n";
}

std::string recordingCsv(const Session& session, CsvStyle style) {
    const Recording& recording = session.recording();
    std::vector<std::string> row{"time (s)"};
    std::vector<Unit> units;
    for (const Output& output : session.schema().outputs()) {
        if (!output.number) continue;
        units.push_back(output.unit);
        row.push_back(heading(output.key, output.unit));
    }
    std::string csv = start(style) + csvRow(row, style);
    for (size_t i = 0; i < recording.rows(); ++i) {
        row.assign(1, csvNumber(recording.times()[i], style));
        for (size_t c = 0; c < units.size(); ++c)
            row.push_back(csvNumber(units[c].fromSi(recording.column(c)[i]), style));
        csv += csvRow(row, style);
    }
    return csv;
}

std::string runsCsv(const Session& session, CsvStyle style) {
    const RunColumns columns(session);
    std::vector<std::string> row{"run", "seed"};
    for (const Param* param : columns.params) row.push_back(heading(param->key, param->unit));
    for (const Choice* choice : columns.choices) row.push_back(choice->key);
    for (const Output& output : session.schema().outputs())
        row.push_back(heading(output.key, output.unit));
    for (const Output* output : columns.real)
        row.push_back(heading("real_" + output->key, output->unit));
    if (columns.parents) row.push_back("parent");
    if (columns.notes) row.push_back("note");
    std::string csv = start(style) + csvRow(row, style);
    for (const RunRecord& run : session.runs()) {
        row = {std::to_string(run.number), std::to_string(run.seed)};
        for (const Param* param : columns.params)
            row.push_back(cell(run.settings[param->key], param->unit, style));
        for (const Choice* choice : columns.choices)
            row.push_back(run.settings[choice->key].text());
        for (const Output& output : session.schema().outputs())
            row.push_back(cell(run.outputs[output.key], output.unit, style));
        for (const Output* output : columns.real)
            row.push_back(cell(run.real[output->key], output->unit, style));
        if (columns.parents) row.push_back(run.parent > 0 ? std::to_string(run.parent) : "");
        if (columns.notes) row.push_back(run.note);
        csv += csvRow(row, style);
    }
    return csv;
}

}  // namespace pt
