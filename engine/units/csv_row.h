// Rows of CSV. RFC 4180: lines end in CR LF, cells with a separator, a quote or a line end are
// quoted.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace pt {

// dutch: ';' between cells and a decimal comma, as a Dutch spreadsheet expects. Tables in that
// style begin with a byte order mark, without which it takes "m²" for "mÂ²".
enum class CsvStyle : uint8_t { standard, dutch };

// What a file in that style begins with.
std::string csvStart(CsvStyle style);
// One line. Text that a spreadsheet would run (it begins with = + - @ tab or CR) gets a leading
// apostrophe; a number does not, whatever its sign.
std::string csvRow(const std::vector<std::string>& cells, CsvStyle style);
std::string csvNumber(double value, CsvStyle style);  // shortest round-trip; "" for NaN

}  // namespace pt
