// Replay: what a journal tells, done again.
#pragma once

#include <cstdint>
#include <span>

#include "engine/core/result.h"
#include "engine/run/session.h"

namespace pt {

// Plays the entries on a session that stands where they began, then `since` steps; false when it
// refuses what it once accepted. What is automatic is left to the session's companion; without
// one it is posted, and the commands "lesson" are passed by. Errors: session.too_long.
Result<bool> playJournal(Session& session, std::span<const JournalEntry> journal, int64_t since);

}  // namespace pt
