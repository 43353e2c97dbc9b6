#include "engine/scenario/event_names.h"

#include <set>

#include "engine/i18n/words.h"

namespace pt {
namespace {

constexpr std::string_view names[] = {
    "start", "reset",      "run_start",  "run_end",    "change",    "measure", "answer",
    "hint",  "step_enter", "step_leave", "task_start", "task_done", "level"};

// The keys are those of every language; a page may have only one.
const Words::Table& texts() {
    static const Words words = Words::builtin(Language::nl);
    const Words::Table& dutch = words.table(Language::nl);
    return dutch.empty() ? words.table(Language::en) : dutch;
}

// Every text whose key begins with `prefix`: what follows it, and the text.
template <class Visit>
void eachWith(std::string_view prefix, const Visit& visit) {
    const Words::Table& table = texts();
    for (auto it = table.lower_bound(prefix); it != table.end(); ++it) {
        if (it->first.compare(0, prefix.size(), prefix) != 0) break;
        visit(it->first.substr(prefix.size()), std::string_view(it->second));
    }
}

}  // namespace

std::span<const std::string_view> lessonEventNames() { return names; }

std::vector<std::string> eventNames(std::string_view lab) {
    std::vector<std::string> all(std::begin(names), std::end(names));
    eachWith(std::string(lab) + ".event.",
             [&](std::string key, std::string_view) { all.push_back(std::move(key)); });
    return all;
}

const std::vector<std::string>& verdictValues() {
    static const std::vector<std::string> values = [] {
        std::set<std::string> found;
        eachWith("lesson.verdict.", [&](const std::string&, std::string_view text) {
            for (size_t open = text.find('{'); open != std::string_view::npos;
                 open = text.find('{', open + 1))
                found.emplace(text.substr(open + 1, text.find('}', open) - open - 1));
        });
        return std::vector<std::string>(found.begin(), found.end());
    }();
    return values;
}

}  // namespace pt
