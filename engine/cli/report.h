// What the subcommands that run a scenario say alike.
#pragma once

#include "engine/cli/arguments.h"
#include "engine/cli/console.h"
#include "engine/cli/run_request.h"
#include "engine/run/csv.h"

namespace pt {

// Every error and warning of reading the scenario, each with its excerpt. Exit::ok when it can be
// used.
Exit reportRead(Console& console, const Loaded& loaded);

// Each output with its value, for alignedTable().
std::vector<std::vector<std::string>> outputRows(const Session& session, const Words& words);

// An error of a run that the scenario asked for, with the file in its place.
Error placedIn(const Loaded& loaded, const Error& error);
Exit failIn(Console& console, const Loaded& loaded, const Error& error);

// A run that was to go on to its end but met the limit.
void warnIfUnfinished(Console& console, const Session& session, const RunRequest& request);

// {"key", "where", "sentence"}, the sentence in the console's language.
Json errorJson(const Error& error, const Words& words);

// --csv-style; cli.usage.csv_style {text}.
Result<CsvStyle> parseCsvStyle(const Arguments& arguments);

}  // namespace pt
