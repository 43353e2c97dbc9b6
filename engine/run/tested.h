// Tested runs: their designs taken up again, and what a class found about them.
#pragma once

#include <string_view>
#include <vector>

#include "engine/core/result.h"
#include "engine/model/command.h"
#include "engine/model/schema.h"
#include "engine/run/recording.h"
#include "engine/run/setup.h"
#include "engine/run/snapshot.h"

namespace pt {

// The run that a command's "run" names; nullptr when there is none.
RunRecord* findRun(std::vector<RunRecord>& runs, const Command& command);

// The settings of a tested run; what it does not name stays as in `present`. Errors: those of
// checkNumber and checkOption; session.locked {key} for what the setup fixes otherwise.
Result<Settings> designOf(const Schema& schema, const Setup& setup, const RunRecord& run,
                          Settings present);

// "real" and "note": they concern a run that is over, not the one that goes on.
bool isFinding(const Command& command);
// Errors: session.argument…, unknownKey(), session.option, session.note_long {limit}.
Status checkFinding(const Schema& schema, const Command& command);
// The finding that puts back what is in the record.
Command inverseOf(const RunRecord& run, const Command& finding);
void carryOut(RunRecord& run, const Command& finding);

}  // namespace pt
