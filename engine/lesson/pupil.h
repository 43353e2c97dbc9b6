// An automatic pupil that walks through a lesson from start to end, to try lessons out.
#pragma once

#include <string>
#include <vector>

#include "engine/lesson/lesson_run.h"

namespace pt {

enum class PupilStyle : uint8_t { right, wrong, silent };

struct PupilWalk {
    std::vector<std::string> path;   // steps it came to, in order
    std::vector<std::string> done;   // items done
    std::vector<std::string> stuck;  // items that it could not do, or steps it could not enter
    uint64_t hash = 0;               // of session and lesson at the end
};
// `deeds` are edits and runs that the lesson's author gives for tasks and tables (assets of the
// tests): {"item": "metingen", "commands": [...]}; see docs/automatic-pupil.md.
Result<PupilWalk> walk(LessonRun& run, Session& session, PupilStyle style, const Json& deeds);

}  // namespace pt
