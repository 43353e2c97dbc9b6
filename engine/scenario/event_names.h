// What can happen in a lesson: names for `on:`, count() and `sequence:`, and for a script's on().
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pt {

// Of every lesson: "answer", "step_enter", …
std::span<const std::string_view> lessonEventNames();
// Those, and the lab's own: keys of its Events, as its string table has sentences for.
std::vector<std::string> eventNames(std::string_view lab);

}  // namespace pt
