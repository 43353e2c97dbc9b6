// The record of a lesson: what the pupil did, as lines for a file, as a summary in words, and as
// xAPI statements. Files only; nothing is sent. docs/record.md explains them to teachers.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/core/result.h"
#include "engine/i18n/words.h"
#include "engine/lesson/lesson_run.h"

namespace pt {

// JSON lines: one about the lesson, then one a LessonRecord. No names.
std::string recordLines(const LessonRun& run);

// "Dit deed je": short sentences, the most important first; none when nothing was done.
std::vector<std::string> summary(const LessonRun& run, const Words& words);

// A JSON array of xAPI 1.0.3 statements, in the order in which things happened. `actor` is an
// account name that the school chose; "" gives "leerling", with the pupil's number if there is one.
std::string xapi(const LessonRun& run, const std::string& actor, const Words& words);

// The teacher's list of a lesson with `vary:`: a row a pupil, the values and the right answers.
struct AnswerList {
    struct Row {
        int pupil = 0;
        std::vector<std::string> values;   // as shown
        std::vector<std::string> answers;  // "–" where only an experiment can tell
    };
    std::vector<std::string> values;     // names of what varies, in the order of Lesson::varied
    std::vector<std::string> questions;  // ids of the number items, in file order
    std::vector<Row> rows;
};
// For the pupils 1 .. `pupils`, in a session opened on the scenario's setup; it is left with the
// last pupil's values. Errors: record.no_vary, record.pupils {max}, those of setting values.
Result<AnswerList> answerList(std::shared_ptr<const Scenario> scenario, Session& session,
                              int pupils, const Words& words,
                              const LessonRun::MakeScript& makeScript = {});

}  // namespace pt
