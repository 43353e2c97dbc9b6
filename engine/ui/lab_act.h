// The parts of act() that have a file of their own.
#pragma once

#include <string_view>

#include "engine/run/session.h"

namespace pt {

Error unknownControl(std::string_view id);
// A typed number in SI, held against a range (SI; all numbers when it is empty).
// Errors: ui.range {min, max}, those of parseInput.
Result<double> typedNumber(std::string_view text, const Unit& unit, const Range& range);

// `rest` is what follows the "table.", "job." or "run." of the id.
Status actOnTable(Session& session, std::string_view id, std::string_view rest,
                  std::string_view value, int gesture);
Status actOnJob(Session& session, std::string_view id, std::string_view rest,
                std::string_view value);
Status actOnRun(Session& session, std::string_view id, std::string_view rest,
                std::string_view value, int gesture);

}  // namespace pt
