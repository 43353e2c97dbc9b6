// Replay: what a journal tells, done again.
#pragma once

#include <cstdint>
#include <span>

#include "engine/core/result.h"
#include "engine/run/session.h"

namespace pt {

// What playing the journal of a session again takes: its steps, and `deed` for each command; more
// than `most` counts as most + 1.
int64_t workOf(const Session& session, int64_t most, int64_t deed = 0);

// Plays the entries on a session that stands where they began, then `since` steps; false when it
// refuses what it once accepted. What is automatic is left to the session's companion; without
// one it is posted, and the commands "lesson" are passed by. Errors: session.too_long.
Result<bool> playJournal(Session& session, std::span<const JournalEntry> journal, int64_t since);

}  // namespace pt
