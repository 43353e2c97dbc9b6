// The answers of a sweep as rows: the varied settings, the seed, the outputs, and the sentence of
// a run that failed.
#pragma once

#include <string>
#include <vector>

#include "engine/cli/sweep_grid.h"
#include "engine/core/json.h"
#include "engine/i18n/words.h"
#include "engine/run/csv.h"

namespace pt {

class SweepTable {
public:
    SweepTable(const std::vector<SweepAxis>& axes, const Schema& schema);

    std::vector<Json> row(const Json& answer, double seed) const;

    std::string csvHeader(CsvStyle style) const;
    static std::string csvLine(const std::vector<Json>& row, CsvStyle style);

    // Padded, so that the rows line up without knowing those to come.
    std::string textHeader() const { return textLine(header_); }
    std::string textRow(const std::vector<Json>& row, const Words& words) const;

private:
    std::string textLine(const std::vector<std::string>& cells) const;

    std::vector<std::string> settings_, outputs_;
    std::vector<std::string> header_;  // "height (cm)"
};

}  // namespace pt
