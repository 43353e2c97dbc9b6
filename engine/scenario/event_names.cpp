#include "engine/scenario/event_names.h"

#include "engine/i18n/words.h"

namespace pt {
namespace {

constexpr std::string_view names[] = {
    "start", "reset",      "run_start",  "run_end",    "change",    "measure", "answer",
    "hint",  "step_enter", "step_leave", "task_start", "task_done", "level"};

}  // namespace

std::span<const std::string_view> lessonEventNames() { return names; }

std::vector<std::string> eventNames(std::string_view lab) {
    static const Words words = Words::builtin(Language::nl);
    std::vector<std::string> all(std::begin(names), std::end(names));
    const std::string prefix = std::string(lab) + ".event.";
    const Words::Table& table = words.table(Language::nl);
    for (auto it = table.lower_bound(prefix); it != table.end(); ++it) {
        if (it->first.rfind(prefix, 0) != 0) break;
        all.push_back(it->first.substr(prefix.size()));
    }
    return all;
}

}  // namespace pt
