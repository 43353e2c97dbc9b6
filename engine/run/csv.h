// CSV with units in the header: "time (s),load (N)".
#pragma once

#include <string>
#include <vector>

#include "engine/i18n/words.h"
#include "engine/run/session.h"

namespace pt {

// dutch: ';' between cells and a decimal comma, as a Dutch spreadsheet expects.
enum class CsvStyle : uint8_t { standard, dutch };

// One row a sample of the current run. Cells that start with = + - @ and are text get a leading
// apostrophe, since spreadsheets would run them.
std::string recordingCsv(const Session& session, CsvStyle style);
// One row a run: number, seed, changeable settings, outputs.
std::string runsCsv(const Session& session, CsvStyle style);
std::string csvRow(const std::vector<std::string>& cells, CsvStyle style);
std::string csvNumber(double value, CsvStyle style);  // shortest round-trip; "" for NaN

}  // namespace pt
