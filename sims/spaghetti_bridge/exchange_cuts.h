// The cutting list in words and as CSV.
#pragma once

#include <string>
#include <vector>

#include "engine/i18n/words.h"
#include "sims/spaghetti_bridge/model.h"

namespace pt {

// One line a kind of piece, then one a way to cut a strand, then what to buy.
std::vector<std::string> cutLines(const SpaghettiBridge& model, const Words& words);
// Columns as the heading says; a decimal comma and ';' in nl.
std::string cutsCsv(const SpaghettiBridge& model, const Words& words);

}  // namespace pt
