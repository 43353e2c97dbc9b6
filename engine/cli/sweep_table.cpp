#include "engine/cli/sweep_table.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include "engine/cli/console.h"

namespace pt {
namespace {

constexpr size_t narrowest = 8;

std::string heading(const std::string& key, const std::string& unit) {
    return unit.empty() ? key : fmt::format("{} ({})", key, unit);
}

std::string shown(const Json& cell, const Words& words) {
    if (!cell.isNumber()) return cell.text();
    const bool whole = std::floor(cell.number()) == cell.number();
    return whole ? fmt::format("{:.0f}", cell.number()) : words.number(cell.number(), 4);
}

}  // namespace

SweepTable::SweepTable(const std::vector<SweepAxis>& axes, const Schema& schema) {
    for (const SweepAxis& axis : axes) {
        const Param* param = schema.findParam(axis.key);
        settings_.push_back(axis.key);
        header_.push_back(heading(axis.key, param ? param->unit.symbol : ""));
    }
    header_.emplace_back("seed");
    for (const Output& output : schema.outputs()) {
        outputs_.push_back(output.key);
        header_.push_back(heading(output.key, output.unit.symbol));
    }
    header_.emplace_back("error");
}

std::vector<Json> SweepTable::row(const Json& answer, double seed) const {
    std::vector<Json> cells;
    for (const std::string& key : settings_) cells.push_back(answer["set"][key]);
    cells.emplace_back(seed);
    for (const std::string& key : outputs_) cells.push_back(answer["outputs"][key]["value"]);
    cells.push_back(answer["error"]["sentence"]);
    return cells;
}

// The mark tells a Dutch spreadsheet that the file is UTF-8.
std::string SweepTable::csvHeader(CsvStyle style) const {
    return (style == CsvStyle::dutch ? "\xEF\xBB\xBF" : "") + csvRow(header_, style);
}

std::string SweepTable::csvLine(const std::vector<Json>& row, CsvStyle style) {
    std::vector<std::string> cells;
    for (const Json& cell : row) {
        cells.push_back(cell.isNumber() ? csvNumber(cell.number(), style) : cell.text());
    }
    return csvRow(cells, style);
}

std::string SweepTable::textRow(const std::vector<Json>& row, const Words& words) const {
    std::vector<std::string> cells;
    for (const Json& cell : row) cells.push_back(shown(cell, words));
    return textLine(cells);
}

std::string SweepTable::textLine(const std::vector<std::string>& cells) const {
    std::string text;
    for (size_t c = 0; c < cells.size(); ++c) {
        text += padded(cells[c], std::max(narrowest, textWidth(header_[c])) + 2);
    }
    return text.substr(0, text.find_last_not_of(' ') + 1) + '\n';
}

}  // namespace pt
