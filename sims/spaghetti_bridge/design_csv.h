// Designs as files: a table for spreadsheets, and JSON.
#pragma once

#include <string>
#include <string_view>

#include "engine/core/result.h"
#include "sims/spaghetti_bridge/design.h"

namespace pt {

inline constexpr size_t maxDesignFile = size_t{1} << 20;  // bytes

// Two tables below each other, a heading above each:
//   node,x (cm),y (cm),support,load        knoop;x (cm);y (cm);steunpunt;last
//   K1,0,0,pin,                            K1;0;0;pin;
//   K2,12.5,0,,1                           K2;12,5;0;;1
//
//   member,from,to,strands,bond            staaf;van;naar;sprieten;bundel
//   S1,K1,K2,7,bonded                      S1;K1;K2;7;bonded
// With decimal comma: Dutch headings and ";" between the fields; else English ones and ",".
// Places are written to the nanometre.
// A name that a spreadsheet would take for a formula is written with an apostrophe before it.
std::string writeDesignCsv(const Bridge& bridge, bool decimalComma);

// Either form, also with tabs, in any order of columns, in m, cm or mm by the headings (cm without
// one); fields may be quoted, numbers may have their own unit; support, load, strands and bond may
// be left out. Errors have the place as "line:field": bridge.csv_too_long {max}, bridge.csv_heading
// (no line that begins a table), bridge.csv_column {column} (unknown or twice), bridge.csv_missing
// {column}, bridge.csv_unit {unit}, bridge.csv_fields {count} (more than the heading has),
// bridge.csv_quote, those of numbers (units.…) and those of readBridge().
Result<Bridge> readDesignCsv(std::string_view text);

// The document `bridge`, or an object with it under "bridge". Errors of Json::parse and
// readBridge(), and bridge.csv_too_long {max}.
std::string writeDesignJson(const Bridge& bridge);
Result<Bridge> readDesignJson(std::string_view text);

}  // namespace pt
