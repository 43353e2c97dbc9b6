// Names that a lesson may use and that the string tables decide: what can happen, and what a
// verdict brings along.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pt {

// What can happen in every lesson: "answer", "step_enter", …: for `on:`, count() and `sequence:`,
// and for a script's on().
std::span<const std::string_view> lessonEventNames();
// Those, and the lab's own: keys of its Events, as its string table has sentences for.
std::vector<std::string> eventNames(std::string_view lab);

// Values that feedback may show besides those of the lab: "confounds" in "$(confounds)". They are
// the placeholders of the verdicts' own sentences.
const std::vector<std::string>& verdictValues();

}  // namespace pt
