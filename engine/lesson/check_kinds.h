// The checks of each kind of item, and what they share. Internal to the lesson module.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/lesson/checks.h"

namespace pt::checks {

// -- values for Args
// The name of a key of the lab; a measure of the script stands as its id.
std::string label(const CheckContext& context, std::string_view key);
std::string labels(const CheckContext& context, const std::vector<std::string>& keys);
// Three significant digits, as people read them.
std::string amount(double si, const Unit& unit);
std::string count(size_t number);
std::string percent(double share);

// Where the author's words for whatever is not right say more than the reason does.
Verdict notYet(const LessonItem& item, std::string reason, Args args = {});
// Where the reason tells what is wrong, so that it is said too.
Verdict explained(const LessonItem& item, std::string reason, Args args = {});
// A judgement that helps and never counts: ok without a score.
Verdict formative(const LessonItem& item, std::string reason, Args args = {});
// The first of the author's texts whose condition holds says it.
Verdict withCase(Verdict verdict, std::span<const TaskItem::NotYet> texts,
                 const CheckContext& context, const Watch* watch = nullptr);

// For what a person typed and that is no quantity, or not one in this unit: an error of parseInput.
Verdict unreadable(const Error& error, const Unit& unit);

bool contains(const std::vector<std::string>& list, std::string_view word);
// A setting that the lesson does not hold fixed.
bool changeable(const Session& session, std::string_view key);
bool forLevel(const Levels& levels, std::string_view level);

// -- checks; an answer that is null never comes here, but for those that look at the lab
Verdict judgeNumber(const LessonItem& item, const Json& answer, const CheckContext& context);
Verdict judgeChoice(const LessonItem& item, const Json& answer, const CheckContext& context);
Verdict judgeOrder(const LessonItem& item, const Json& answer);
Verdict judgeMatch(const LessonItem& item, const Json& answer);
Verdict judgeOpen(const LessonItem& item, const Json& answer);
Verdict judgePredict(const LessonItem& item, const Json& answer, const CheckContext& context);
Verdict judgeHypothesis(const LessonItem& item, const Json& answer, const CheckContext& context);
// `item` gives the author's words; the plan may stand elsewhere.
Verdict judgePlan(const LessonItem& item, const PlanItem& plan, const Json& answer,
                  const CheckContext& context);
Verdict judgeTable(const LessonItem& item, const std::string& table, const TableCheck& check,
                   const CheckContext& context);
Verdict judgePlot(const LessonItem& item, const Json& answer, const CheckContext& context);
Verdict judgeConclusion(const LessonItem& item, const Json& answer, const CheckContext& context);
Verdict judgeTask(const LessonItem& item, const CheckContext& context);
Verdict judgeCheck(const LessonItem& item, const CheckContext& context);
Verdict judgeRubric(const LessonItem& item, const Json& answer);
Verdict judgeCvs(const LessonItem& item, const CvsCheck& check, const CheckContext& context);

}  // namespace pt::checks
