#include "engine/run/csv.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace pt {
namespace {

std::string heading(const std::string& key, const Unit& unit) {
    return unit.symbol.empty() ? key : key + " (" + unit.symbol + ")";
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

std::string recordingCsv(const Session& session, CsvStyle style) {
    const Recording& recording = session.recording();
    std::vector<std::string> row{"time (s)"};
    std::vector<Unit> units;
    for (const Output& output : session.schema().outputs()) {
        if (!output.recorded()) continue;
        units.push_back(output.unit);
        row.push_back(heading(output.key, output.unit));
    }
    std::string csv = csvStart(style) + csvRow(row, style);
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
    std::string csv = csvStart(style) + csvRow(row, style);
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

std::string tableCsv(const Table& table, CsvStyle style) {
    std::vector<std::string> row;
    for (const TableColumn& column : table.columns) row.push_back(heading(column.key, column.unit));
    std::string csv = csvStart(style) + csvRow(row, style);
    for (TableRow& each : table.rows()) {
        each.cells.resize(table.columns.size());
        row.clear();
        for (size_t c = 0; c < each.cells.size(); ++c)
            row.push_back(cell(each.cells[c], table.columns[c].unit, style));
        csv += csvRow(row, style);
    }
    return csv;
}

}  // namespace pt
