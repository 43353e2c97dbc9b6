#include "engine/run/replay.h"

#include <algorithm>

namespace pt {
namespace {

Status stepOn(Session& session, int64_t steps) {
    for (int64_t i = 0; i < steps; ++i)
        if (Status stepped = session.stepOnce(); !stepped.ok()) return stepped;
    return Ok{};
}

Status postAgain(Session& session, const JournalEntry& entry) {
    const bool lesson = entry.command.name == "lesson";
    if (session.accompanied() ? entry.automatic : lesson) return Ok{};
    return entry.automatic ? session.postAutomatic(entry.command) : session.post(entry.command);
}

}  // namespace

int64_t workOf(const Session& session, int64_t most, int64_t deed) {
    int64_t work = std::min(session.stepsSinceJournal(), most + 1);
    for (const JournalEntry& entry : session.journal())
        work = std::min(work + std::min(entry.stepsBefore, most) + deed, most + 1);
    return work;
}

Result<bool> playJournal(Session& session, std::span<const JournalEntry> journal, int64_t since) {
    for (size_t i = 0; i <= journal.size(); ++i) {
        const bool last = i == journal.size();
        Status done = stepOn(session, last ? since : journal[i].stepsBefore);
        if (done.ok() && !last) done = postAgain(session, journal[i]);
        if (done.ok()) continue;
        if (done.error().key == "session.too_long") return done.error();
        return false;
    }
    return true;
}

}  // namespace pt
