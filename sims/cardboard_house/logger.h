// What the class's thermometer wrote down: a CSV of any logger or a piece of a spreadsheet.
#pragma once

#include <string_view>
#include <vector>

#include "engine/core/json.h"
#include "engine/core/result.h"

namespace pt {

inline constexpr size_t mostReadings = 20'000;

// NaN: nothing was read then, or there is no such column.
struct Reading {
    double time = 0;                // s since the first line
    double a = 0, b = 0, room = 0;  // K
};

// Lines of a time and one or two temperatures, and perhaps that of the room; cells are parted by
// tabs, or else semicolons, or else commas; decimals have a comma or a point. Lines before the
// first that begins with a time are headings; the last of them may name the columns (time in s, min
// or h; "kamer", "room", "outside": the room; "B": box B; °C unless told otherwise). A time is a
// number or a moment: 9:05, 9:05:30, 2026-03-05 9:05, 5/03/2026 9:05:30. An empty temperature is a
// gap.
// Errors, where = "line:cell": logger.empty, logger.too_long, logger.too_many {most},
// logger.columns {most}, logger.no_temperature, logger.time {text}, logger.number {text},
// logger.range {text}, logger.order, logger.unit {unit}.
Result<std::vector<Reading>> readLogger(std::string_view text);

// The document: {"readings": [[s, a, b, room], …]}, null for NaN, temperatures in K. Errors:
// logger.document, logger.too_many.
Json writeReadings(const std::vector<Reading>& readings);
Result<std::vector<Reading>> loadReadings(const Json& json);

}  // namespace pt
