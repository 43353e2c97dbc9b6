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
    Verdict verdict = unmet.empty() ? verdictNotYet("measure_first")
                                    : explained(item, "requirements", {{"list", listArg(texts)}});
    verdict.places = unmet.empty() ? unknown : unmet;
    return verdict;
}

// The next design must beat the value of an earlier one, the way that is good for that output.
Verdict betterVerdict(const LessonItem& item, const TaskItem& task, const CheckContext& context) {
    if (!task.betterThan) return verdictOk(item.ok);
    const std::string subject = task.betterThan->subject();
    const double before = task.betterThan->number(context.values);
    const double now = context.values.number(subject);
    if (std::isnan(before) || std::isnan(now)) return verdictNotYet("measure_first");
    const Output* output = context.session.schema().findOutput(subject);
    const bool lower = output && output->better == Better::lower;
    if (lower ? now < before : now > before) return verdictOk(item.ok);
    const Unit& unit = task.betterThan->unit();
    return explained(item, lower ? "not_lower" : "not_higher",
                     {{"measured", label(context, subject)},
                      {"now", amount(now, unit)},
                      {"before", amount(before, unit)}});
}

Verdict goalVerdict(const LessonItem& item, const TaskItem& task, const CheckContext& context) {
    if (task.goal.empty() && task.goalScript.empty()) return betterVerdict(item, task, context);
    if (task.goal.empty()) {
        const double reached = context.scriptGoal ? context.scriptGoal(task.goalScript) : NAN;
        if (reached >= 1) return betterVerdict(item, task, context);
        if (std::isnan(reached)) return verdictNotYet("measure_first");
        Verdict verdict = explained(item, "goal_part", {{"part", percent(std::max(reached, 0.0))}});
        verdict.score = std::max(reached, 0.0);
        return verdict;
    }
    const Truth met = task.goal.truth(context.values, context.goalWatch);
    if (met == Truth::yes) return betterVerdict(item, task, context);
    if (isAbout(task.goal, "requirements_met") &&
        requirementsMet(context.lesson, context.values) != Truth::yes)
        return requirementsVerdict(item, context);
    return met == Truth::unknown ? verdictNotYet("measure_first") : notYet(item, "goal");
}

}  // namespace

Verdict judgeTask(const LessonItem& item, const CheckContext& context) {
    const TaskItem& task = std::get<TaskItem>(item.body);
    Verdict verdict = goalVerdict(item, task, context);
    const auto broken = [&] {
        return context.keepBroken ||
               (task.keep && task.keep->truth(context.values, context.keepWatch) == Truth::no);
    };
    if (broken()) {
        verdict = explained(item, "kept");
    } else if (task.within > 0 && context.taskTime > task.within) {
        verdict = explained(item, "late", {{"limit", amount(task.within, unit("s"))}});
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
    return withCase(std::move(verdict), task.notYet, context, context.goalWatch);
}

}  // namespace checks
}  // namespace pt
