// What the automatic pupil answers. Internal to the lesson module.
#pragma once

#include <string>
#include <vector>

#include "engine/core/json.h"
#include "engine/i18n/words.h"
#include "engine/lesson/lesson_run.h"

namespace pt::pupil {

struct Asked {
    const LessonRun& run;
    const Session& session;
    const Words& words;
};

// An answer that the lesson should take as right; null for what has no answer to fill in. Of a
// conclusion `claim` is what it says.
Json rightAnswer(const LessonItem& item, const Asked& asked, const char* claim = "agrees");
// Answers that are not right, each of which should be told why.
std::vector<Json> wrongAnswers(const LessonItem& item, const Asked& asked);

// `count` values of a setting over its range as texts that can be typed, the ends included; options
// of a choice as they are.
std::vector<std::string> valuesOf(const Session& session, const std::string& key, int count,
                                  const Words& words);

}  // namespace pt::pupil
