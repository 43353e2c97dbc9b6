// Measurements typed elsewhere: a piece of a spreadsheet, CSV or TSV.
#pragma once

#include <string_view>
#include <vector>

#include "engine/core/result.h"
#include "sims/material_test/measurements.h"

namespace pt {

// A header line, then a line a measurement. Cells are parted by tabs, or else semicolons, or else
// commas; a number has a decimal comma or point. A column is known by its name in Dutch or English
// and may carry its unit: "kracht (kg)", "diameter [mm]"; a cell may too. A force in kilograms is
// the weight of that mass. Columns with other names are left out, unless they look like a slip of
// the pen; so are empty lines. What has no column is as in `like`; every row is real.
// Errors: paste.empty, paste.no_header, paste.unknown_column {column, suggestion}, paste.twice
// {column}, paste.unit {unit, column}, paste.number {text, column}, paste.word {text, column},
// paste.strands {text, max}, paste.too_many {max}, paste.too_long, and those of checkMeasured;
// where is "line:cell".
Result<std::vector<Measurement>> readPasted(std::string_view text, const Measurement& like,
                                            StrandShape shape);

}  // namespace pt
