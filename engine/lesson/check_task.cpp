#include <algorithm>
#include <cmath>

#include "engine/lesson/check_kinds.h"

namespace pt {

std::vector<RequirementState> requirementStates(const Lesson& lesson, const Values& values) {
    std::vector<RequirementState> states;
    for (const Requirement& requirement : lesson.requirements)
        states.push_back({&requirement, requirement.holds.truth(values)});
    return states;
}

Truth requirementsMet(const Lesson& lesson, const Values& values) {
    Truth all = Truth::yes;
    for (const RequirementState& state : requirementStates(lesson, values)) {
        if (!state.requirement->must) continue;
        if (state.met == Truth::no) return Truth::no;
        if (state.met == Truth::unknown) all = Truth::unknown;
    }
    return all;
}

double wishScore(const Lesson& lesson, const Values& values) {
    double met = 0, all = 0;
    for (const RequirementState& state : requirementStates(lesson, values)) {
        if (state.requirement->must) continue;
        all += state.requirement->weight;
        if (state.met == Truth::yes) met += state.requirement->weight;
    }
    return all > 0 ? met / all : 1;
}

namespace checks {
namespace {

bool isAbout(const Expression& expression, std::string_view name) {
    const auto names = expression.names();
    return std::find(names.begin(), names.end(), name) != names.end();
}

// Which musts are in the way.
Verdict requirementsVerdict(const LessonItem& item, const CheckContext& context) {
    std::vector<std::string> unmet, unknown, texts;
    for (const RequirementState& state : requirementStates(context.lesson, context.values)) {
        if (!state.requirement->must || state.met == Truth::yes) continue;
        (state.met == Truth::no ? unmet : unknown).push_back(state.requirement->id);
        const Text& text = state.requirement->text;
        if (state.met == Truth::no) texts.push_back(textArg(text.nl, text.en));
    }
    Verdict verdict = unmet.empty() ? notYet(item, "measure_first")
                                    : notYet(item, "requirements", {{"list", listArg(texts)}});
    verdict.places = unmet.empty() ? unknown : unmet;
    return verdict;
}

Verdict goalVerdict(const LessonItem& item, const TaskItem& task, const CheckContext& context) {
    if (task.goal.empty()) {
        const double reached = context.scriptGoal ? context.scriptGoal(task.goalScript) : NAN;
        if (reached >= 1) return verdictOk(item.ok);
        if (std::isnan(reached)) return notYet(item, "measure_first");
        Verdict verdict = notYet(item, "goal_part", {{"part", percent(std::max(reached, 0.0))}});
        verdict.score = std::max(reached, 0.0);
        return verdict;
    }
    const Truth met = task.goal.truth(context.values, context.goalWatch);
    if (met == Truth::yes) return verdictOk(item.ok);
    if (isAbout(task.goal, "requirements_met") &&
        requirementsMet(context.lesson, context.values) != Truth::yes)
        return requirementsVerdict(item, context);
    return notYet(item, met == Truth::unknown ? "measure_first" : "goal");
}

}  // namespace

Verdict judgeTask(const LessonItem& item, const CheckContext& context) {
    const TaskItem& task = std::get<TaskItem>(item.body);
    Verdict verdict = goalVerdict(item, task, context);
    const auto broken = [&] {
        return task.keep && task.keep->truth(context.values, context.keepWatch) == Truth::no;
    };
    if (broken()) {
        verdict = notYet(item, "kept");
    } else if (task.within > 0 && context.taskTime > task.within) {
        verdict = notYet(item, "late", {{"limit", amount(task.within, unit("s"))}});
    }
    // Wishes count, but never keep a task from being done.
    if (verdict.state == Verdict::State::ok && isAbout(task.goal, "requirements_met")) {
        double musts = 0, wishes = 0;
        for (const Requirement& requirement : context.lesson.requirements)
            (requirement.must ? musts : wishes) += requirement.weight;
        if (musts + wishes > 0)
            verdict.score =
                (musts + wishes * wishScore(context.lesson, context.values)) / (musts + wishes);
    }
    return withAuthor(std::move(verdict), task.notYet, context, context.goalWatch);
}

}  // namespace checks
}  // namespace pt
