// An automatic pupil that walks through a lesson from start to end, to try lessons out. It comes
// at the lab and the lesson through Session::post alone, as a person does.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/lesson/lesson_run.h"

namespace pt {

// right: knows every answer. wrong: first gives every wrong answer it can think of, asks for every
// hint, and then does it right. silent: does nothing, and tries each step all the same.
enum class PupilStyle : uint8_t { right, wrong, silent };
std::optional<PupilStyle> pupilStyle(std::string_view word);

struct PupilWalk {
    std::vector<std::string> path;   // steps it came to, in order
    std::vector<std::string> done;   // items done
    std::vector<std::string> stuck;  // items it could not do, steps it could not enter
    // "item: sentence", what a wrong answer or a shut step was answered with; "item: " for nothing.
    std::vector<std::string> told;
    uint64_t hash = 0;  // of session and lesson at the end
};

// Walks at the level that the run has. For what a pupil has to find, such as a design that meets
// the requirements, `deeds` says how: {"<item>": [{"set": key, "value": SI number or option},
// {"post": command, "args": {…}}, {"run": "end" or seconds}, {"row": table}]}, an item's in that
// order. Tables and fair tests it does by itself: it varies one setting over its range. It types in
// Dutch; `language` is that of what it is told.
// Error: pupil.deed {deed, reason} for one that is refused; where is the item.
Result<PupilWalk> walk(LessonRun& run, Session& session, PupilStyle style, const Json& deeds,
                       Language language = Language::nl);

}  // namespace pt
