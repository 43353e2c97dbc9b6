// Steps of a lesson: which there are, which are open, what is done.
#include <algorithm>

#include "engine/lesson/lesson_run.h"
#include "engine/lesson/lesson_values.h"

namespace pt {

bool LessonRun::isHere(const Levels& levels) const {
    return levels.empty() || std::find(levels.begin(), levels.end(), state_.level) != levels.end();
}

const LessonStep* LessonRun::step() const { return lesson().findStep(state_.step); }

const LessonStep* LessonRun::stepOf(const LessonItem& item) const {
    for (const LessonStep& step : lesson().steps)
        for (const LessonItem& each : step.items)
            if (&each == &item) return &step;
    return nullptr;
}

std::vector<const LessonStep*> LessonRun::steps() const {
    std::vector<const LessonStep*> here;
    for (const LessonStep& step : lesson().steps)
        if (isHere(step.levels)) here.push_back(&step);
    return here;
}

std::vector<const LessonItem*> LessonRun::items(const LessonStep& step) const {
    std::vector<const LessonItem*> here;
    const std::vector<const LessonStep*> all = steps();
    if (!all.empty() && all.front() == &step)
        for (const std::string& id : lesson().recall)
            if (const LessonItem* item = lesson().findItem(id); item && stepOf(*item) != &step)
                here.push_back(item);
    for (const LessonItem& item : step.items) {
        if (!isHere(item.levels)) continue;
        const bool met =
            missing(item.needs).empty() &&
            (!item.needsExpression ||
             item.needsExpression->truth(*values_, watch("needs", item.id)) == Truth::yes);
        if (met || teacher()) here.push_back(&item);
    }
    return here;
}

// Some items only show something.
bool LessonRun::canBeDone(const LessonItem& item) const {
    if (item.newer || item.kind() == ItemKind::show) return false;
    if (const auto* plot = std::get_if<PlotItem>(&item.body)) return plot->choose;
    if (const auto* table = std::get_if<TableItem>(&item.body)) return table->minRows > 0;
    return true;
}

// Whether it stands in nobody's way any more. Who used all tries has seen the answer and goes on.
bool LessonRun::isPassed(const LessonItem& item) const {
    const LessonStep* step = stepOf(item);
    if (!canBeDone(item) || !isHere(item.levels) || !step || !isHere(step->levels)) return true;
    const ItemState& state = this->item(item.id);
    return state.done || (item.tries > 0 && state.tries >= item.tries);
}

bool LessonRun::isDone(const LessonStep& step) const {
    return std::all_of(step.items.begin(), step.items.end(),
                       [this](const LessonItem& item) { return isPassed(item); });
}

std::vector<std::string> LessonRun::missing(const std::vector<std::string>& needs) const {
    std::vector<std::string> ids;
    for (const std::string& id : needs) {
        const LessonItem* item = lesson().findItem(id);
        const LessonStep* step = lesson().findStep(id);
        const bool met = item ? isPassed(*item) : !step || !isHere(step->levels) || isDone(*step);
        if (!met) ids.push_back(id);
    }
    return ids;
}

// Of an expression: what it names and is not so.
std::vector<std::string> LessonRun::ownMissing(const LessonStep& step) const {
    std::vector<std::string> ids = missing(step.needs);
    if (!step.needsExpression ||
        step.needsExpression->truth(*values_, watch("needs", step.id)) == Truth::yes)
        return ids;
    for (const std::string& name : step.needsExpression->names())
        if (values_->truth(name) != Truth::yes) ids.push_back(name);
    if (ids.empty()) ids.push_back(step.id);
    return ids;
}

std::vector<std::string> LessonRun::missingFor(const LessonStep& step) const {
    std::vector<std::string> ids;
    if (teacher() || state_.visited.count(step.id) > 0) return ids;
    for (const LessonStep* each : steps()) {
        if (state_.visited.count(each->id) == 0)
            for (std::string& id : ownMissing(*each))
                if (std::find(ids.begin(), ids.end(), id) == ids.end())
                    ids.push_back(std::move(id));
        if (each == &step) break;
    }
    return ids;
}

bool LessonRun::isOpen(const LessonStep& step) const { return missingFor(step).empty(); }

double LessonRun::progress() const {
    double done = 0, all = 0;
    for (const LessonStep* step : steps())
        for (const LessonItem& item : step->items) {
            if (!canBeDone(item) || !isHere(item.levels)) continue;
            all += 1;
            done += isPassed(item) ? 1 : 0;
        }
    return all > 0 ? done / all : 0;
}

void LessonRun::enter(const LessonStep& next) {
    if (step() == &next && state_.visited.count(next.id) > 0) return;
    if (const LessonStep* left = step()) {
        endDisturbancesOf(*left);
        happen("step_leave", left->id);
    }
    state_.step = next.id;
    state_.visited.try_emplace(next.id, state_.observed);
    record("step", next.id);
    happen("step_enter", next.id);
    beginTasks(next);
    if (freezes()) session_.pause();
}

void LessonRun::beginTasks(const LessonStep& step) {
    for (const LessonItem& item : step.items) {
        if (item.kind() != ItemKind::task || !isHere(item.levels)) continue;
        if (course_.taskFrom.emplace(item.id, session_.time()).second)
            happen("task_start", item.id);
    }
}

bool LessonRun::locks(std::string_view key) const {
    bool locked = false;
    for (const LessonStep* step : steps()) {
        const bool names =
            std::find(step->unlock.begin(), step->unlock.end(), key) != step->unlock.end();
        if (names && (teacher() || state_.visited.count(step->id) > 0)) return false;
        locked = locked || names;
    }
    return locked;
}

bool LessonRun::freezes() const {
    const LessonStep* now = step();
    return now && now->stage == StageMode::frozen && !teacher();
}

}  // namespace pt
