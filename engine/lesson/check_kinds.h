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
std::string option(const CheckContext& context, std::string_view key, std::string_view option);
// Three significant digits, as people read them.
std::string amount(double si, const Unit& unit);
std::string count(size_t number);
std::string percent(double share);

// notYet with the author's words for an answer that is not right yet.
Verdict notYet(const LessonItem& item, std::string reason, Args args = {});
// A judgement that helps and never counts: ok without a score.
Verdict formative(const LessonItem& item, std::string reason, Args args = {});
// The first of the author's texts whose condition holds goes before what was found.
Verdict withAuthor(Verdict verdict, std::span<const TaskItem::NotYet> texts,
                   const CheckContext& context, const Watch* watch = nullptr);

bool forLevel(const Levels& levels, std::string_view level);

// -- checks; an answer that is null never comes here, but for those that look at the lab
Verdict judgeNumber(const LessonItem& item, const Json& answer, const CheckContext& context);
Verdict judgeChoice(const LessonItem& item, const Json& answer, const CheckContext& context);
Verdict judgeOrder(const LessonItem& item, const Json& answer);
Verdict judgeMatch(const LessonItem& item, const Json& answer);
Verdict judgeOpen(const LessonItem& item, const Json& answer);
Verdict judgeTask(const LessonItem& item, const CheckContext& context);

}  // namespace pt::checks
