// The record of a lesson: what the pupil did, as lines for a file, as a summary in words, and as
// xAPI statements. Files only; nothing is sent.
#pragma once

#include <string>
#include <vector>

#include "engine/i18n/words.h"
#include "engine/lesson/lesson_run.h"

namespace pt {

// JSON lines, one a LessonRecord, no names.
std::string recordLines(const LessonRun& run);
// "Dit deed je": short sentences, the most important first.
std::vector<std::string> summary(const LessonRun& run, const Words& words);
// A JSON array of xAPI 1.0.3 statements. `actor` is an account name that the school chose; ""
// gives "leerling". Verbs: docs/record.md.
std::string xapi(const LessonRun& run, const std::string& actor, const Words& words);

// The teacher's list of a lesson with `vary:`: a row a pupil, the values and the right answers.
struct AnswerRow {
    int pupil = 0;
    std::vector<std::string> values;   // as shown, in the order of Lesson::varied
    std::vector<std::string> answers;  // of each number item, in file order
};
Result<std::vector<AnswerRow>> answerList(const Scenario& scenario, int pupils, const Words& words);

}  // namespace pt
