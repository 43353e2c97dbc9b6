// The energy report of a house: one page with what it is built of, what it needs and what of a
// passive house it meets.
#pragma once

#include "engine/i18n/words.h"
#include "engine/view/paper.h"
#include "sims/passive_house/model.h"

namespace pt {

PaperPage reportPage(const PassiveHouse& model, const YearResult& year, const Words& words);

}  // namespace pt
