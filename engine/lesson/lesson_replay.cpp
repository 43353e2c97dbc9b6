#include "engine/lesson/lesson_replay.h"

#include <algorithm>

#include "engine/run/replay.h"

namespace pt {
namespace {

using Journal = std::span<const JournalEntry>;

// An edit of a design takes about as long.
constexpr int64_t stepsPerDeed = 50;

bool begins(const JournalEntry& entry) {
    return entry.automatic && entry.command.name == "lesson" &&
           entry.command.args["do"].text() == "begin";
}

// The journal up to where the lesson came in, which it does by itself, and what came after.
struct Parts {
    Journal before;
    int64_t steps = 0;  // between the two
    Journal after;
};
Parts partsOf(Journal journal) {
    const auto found = std::find_if(journal.begin(), journal.end(), begins);
    if (found == journal.end()) return {{}, 0, journal};
    const auto at = static_cast<size_t>(found - journal.begin());
    return {journal.first(at), found->stepsBefore, journal.subspan(at + 1)};
}

}  // namespace

Result<LessonReplay> replayLesson(const Session& saved, std::shared_ptr<const Scenario> scenario,
                                  const LessonRun::MakeScript& makeScript, int64_t limit) {
    if (workOf(saved, limit, stepsPerDeed) > limit) return tooLong(limit);
    Result<std::unique_ptr<Session>> fresh =
        Session::open(saved.setup(), std::span(&saved.lab(), 1));
    if (!fresh.ok()) return fresh.error();
    LessonReplay replay;
    replay.session = std::move(fresh.value());
    replay.session->limitWork(limit);
    const Parts parts = partsOf(saved.journal());
    Result<bool> played = playJournal(*replay.session, parts.before, parts.steps);
    if (!played.ok()) return played.error();
    const Json& kept = saved.savedLesson();
    replay.expected = hashOf(stateFrom(kept["state"], scenario->lesson));
    replay.run = std::make_unique<LessonRun>(std::move(scenario), *replay.session, makeScript);
    if (played.value())
        played = playJournal(*replay.session, parts.after, saved.stepsSinceJournal());
    if (!played.ok()) return played.error();
    replay.steps = workOf(saved, limit);
    replay.found = replay.run->hash();
    replay.expectedLab = saved.hash();
    replay.foundLab = replay.session->hash();
    replay.same = played.value() && replay.found == replay.expected &&
                  replay.foundLab == replay.expectedLab && replay.session->runs() == saved.runs() &&
                  replay.run->save()["script"] == kept["script"];
    return replay;
}

}  // namespace pt
