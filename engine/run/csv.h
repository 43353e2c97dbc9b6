// CSV of a session, with units in the header: "time (s),load (N)". Values are in the Schema's
// unit, not in SI.
#pragma once

#include <string>

#include "engine/run/session.h"
#include "engine/units/csv_row.h"

namespace pt {

// One row a sample of the current run, up to where it is.
std::string recordingCsv(const Session& session, CsvStyle style);
// One row a run: number, seed, the settings a person could change, outputs; what was measured on
// the real thing, the run it came from and the note, where there are any.
std::string runsCsv(const Session& session, CsvStyle style);
// One row a row, numbers in the column's unit.
std::string tableCsv(const Table& table, CsvStyle style);

}  // namespace pt
