#include <algorithm>

#include "engine/lesson/check_kinds.h"

namespace pt::checks {
namespace {

// Each event after the one before; others may come between.
Verdict judgeSequence(const LessonItem& item, const SequenceCheck& check,
                      const CheckContext& context) {
    size_t done = 0;
    for (const std::string& event : context.events)
        if (done < check.events.size() && event == check.events[done]) ++done;
    if (done == check.events.size()) return verdictOk(item.ok);
    // Whether it did happen, but too early.
    const bool early = std::find(context.events.begin(), context.events.end(),
                                 check.events[done]) != context.events.end();
    Verdict verdict = notYet(
        item, early ? "sequence_order" : "sequence",
        {{"done", count(done)}, {"place", count(done + 1)}, {"all", count(check.events.size())}});
    verdict.places = {check.events[done]};
    verdict.score = static_cast<double>(done) / static_cast<double>(check.events.size());
    return verdict;
}

Verdict judgePlanOf(const LessonItem& item, const PlanCheck& check, const CheckContext& context) {
    const LessonItem* plan = context.lesson.findItem(check.plan);
    const auto* body = plan ? std::get_if<PlanItem>(&plan->body) : nullptr;
    const Json& answer = context.answer(check.plan);
    if (!body || answer.kind() == Json::Kind::null) return explained(item, "plan_no_vary");
    return judgePlan(item, *body, answer, context);
}

}  // namespace

Verdict judgeCheck(const LessonItem& item, const CheckContext& context) {
    const CheckItem& check = std::get<CheckItem>(item.body);
    Verdict verdict;
    if (const auto* cvs = std::get_if<CvsCheck>(&check.what)) return judgeCvs(item, *cvs, context);
    if (const auto* table = std::get_if<TableCheck>(&check.what))
        verdict = judgeTable(item, table->table, *table, context);
    else if (const auto* plan = std::get_if<PlanCheck>(&check.what))
        verdict = judgePlanOf(item, *plan, context);
    else if (const auto* sequence = std::get_if<SequenceCheck>(&check.what))
        verdict = judgeSequence(item, *sequence, context);
    else if (const auto* script = std::get_if<ScriptCheck>(&check.what);
             script && context.scriptCheck)
        verdict = context.scriptCheck(script->check);
    return withCase(std::move(verdict), check.notYet, context);
}

// A person fills it in: the pupil, another pupil, or the teacher, whose judgement counts.
Verdict judgeRubric(const LessonItem& item, const Json& answer) {
    constexpr size_t usualScale = 3;  // no, partly, yes
    const RubricItem& rubric = std::get<RubricItem>(item.body);
    std::vector<std::string> missing;
    double score = 0;
    for (size_t i = 0; i < rubric.rows.size(); ++i) {
        const std::string id = count(i + 1);
        const auto places = static_cast<double>(
            rubric.rows[i].scale.empty() ? usualScale : rubric.rows[i].scale.size());
        const double place = answer[id].number(0);
        if (place < 1 || place > places)
            missing.push_back(id);
        else
            score += places > 1 ? (place - 1) / (places - 1) : 1;
    }
    if (missing.size() == rubric.rows.size()) return {};
    if (!missing.empty()) {
        Verdict verdict = explained(item, "rubric_missing", {{"count", count(missing.size())}});
        verdict.places = std::move(missing);
        return verdict;
    }
    if (rubric.by != RubricItem::By::teacher) return verdictOpen("rubric_done", {}, item.ok);
    Verdict verdict = verdictOk(item.ok);
    verdict.score = score / static_cast<double>(rubric.rows.size());
    return verdict;
}

}  // namespace pt::checks
