// The year of the house as tables for a spreadsheet, in the language's own style.
#pragma once

#include <string>

#include "engine/i18n/words.h"
#include "sims/passive_house/year.h"

namespace pt {

// A row an hour: day, hour, temperatures and powers.
std::string hoursCsv(const YearResult& year, const Words& words);
// A row a month and one for the year: each part of the heat balance in kWh, and what is missed.
std::string monthsCsv(const YearResult& year, const Words& words);

}  // namespace pt
