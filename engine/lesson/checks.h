// The twenty checks: each a function of an item, the answer and what the pupil did. None of them
// changes anything. docs/checks.md explains them to teachers.
#pragma once

#include <functional>
#include <span>
#include <string_view>

#include "engine/core/json.h"
#include "engine/lesson/observation.h"
#include "engine/lesson/verdict.h"
#include "engine/run/session.h"
#include "engine/scenario/lesson.h"

namespace pt {

// What a check may look at.
struct CheckContext {
    const Lesson& lesson;
    const Session& session;
    const Values& values;
    std::span<const Observation> observations;
    std::string_view level = {};  // id, "" without levels
    // Answers of other items; null when not answered. Shapes: answer.h.
    std::function<const Json&(std::string_view item)> answer = {};
    std::function<std::span<const LessonRow>(std::string_view table)> rows = {};
    // The names of events of this lesson in the order in which they happened.
    std::span<const std::string> events = {};
    // Of the present item: its temporal parts, and the step at which the task began.
    const Watch* goalWatch = nullptr;
    const Watch* keepWatch = nullptr;
    bool keepBroken = false;      // `keep` was violated in the present run since the task began
    double taskTime = 0;          // s of model time since the task began in the present run
    bool predictionLate = false;  // the outcome was there before the pupil committed
    // Goals and checks of the script; NaN, none: unknown.
    std::function<double(std::string_view goal)> scriptGoal = {};
    std::function<Verdict(std::string_view check)> scriptCheck = {};
    // Runs settings (params SI, choices as index) in a session of its own with the same seed;
    // NaN where it has no value. For holding typed rows against the model.
    std::function<double(const std::map<std::string, double>& settings, std::string_view output)>
        resimulate = {};
};

// The verdict on an answer, for every kind of item; State::none for one without an answer.
Verdict judge(const LessonItem& item, const Json& answer, const CheckContext& context);

// Requirements as they stand now; `requirements_met` is: every must is yes.
struct RequirementState {
    const Requirement* requirement;
    Truth met = Truth::unknown;
};
std::vector<RequirementState> requirementStates(const Lesson& lesson, const Values& values);
Truth requirementsMet(const Lesson& lesson, const Values& values);
// Share of the wishes' weight that is met, 0 .. 1; 1 without wishes.
double wishScore(const Lesson& lesson, const Values& values);

}  // namespace pt
