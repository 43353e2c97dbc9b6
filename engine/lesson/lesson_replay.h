// LessonReplay: saved work lived through once more, from its journal alone.
#pragma once

#include <cstdint>
#include <memory>

#include "engine/core/result.h"
#include "engine/lesson/lesson_run.h"
#include "engine/run/session.h"
#include "engine/run/timeline.h"
#include "engine/scenario/scenario.h"

namespace pt {

struct LessonReplay {
    std::unique_ptr<Session> session;
    std::unique_ptr<LessonRun> run;          // in that session; goes before it
    uint64_t expectedLab = 0, foundLab = 0;  // Session::hash()
    uint64_t expected = 0, found = 0;        // LessonRun::hash()
    int64_t steps = 0;
    bool same = false;  // all of that, the runs, and the memory of the script
};

// Plays the journal of `saved` in a new session, with the lesson from where it began on. What the
// lesson did by itself it does again, so answers, verdicts and rows are proved and not believed.
// Errors: session.too_long {limit} beyond `limit` steps, of which a command counts as fifty; those
// of Session::open.
Result<LessonReplay> replayLesson(const Session& saved, std::shared_ptr<const Scenario> scenario,
                                  const LessonRun::MakeScript& makeScript,
                                  int64_t limit = Timeline::replayLimit);

}  // namespace pt
