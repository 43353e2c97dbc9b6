#include "engine/scenario/lints.h"

#include <algorithm>
#include <map>
#include <set>

#include "engine/scenario/format.h"
#include "engine/scenario/lesson_names.h"

namespace pt::scenario {
namespace {

class Lints {
public:
    Lints(const Scenario& scenario, Context& context)
        : scenario_(scenario), lesson_(scenario.lesson), context_(context) {
        for (const Setting& setting : scenario.setup.settings) settings_[setting.key] = &setting;
    }

    void check() {
        for (const LessonLevel& level : lesson_.levels) {
            for (const Setting& start : level.start) checkStart(start);
        }
        for (const LessonStep& step : lesson_.steps) checkStep(step);
        checkMinutes();
    }

private:
    Place place(const std::string& where) const { return placeOf(where).value_or(Place{1, 1}); }
    void warn(const std::string& where, std::string key, Args args) {
        context_.report.warning(place(where), std::move(key), std::move(args));
    }
    void fail(const std::string& where, std::string key, Args args) {
        context_.report.error(place(where), std::move(key), std::move(args));
    }
    const Setting* setting(const std::string& key) const {
        const auto found = settings_.find(key);
        return found == settings_.end() ? nullptr : found->second;
    }

    // A level may begin only where the pupil may go.
    void checkStart(const Setting& start) {
        const Setting* own = setting(start.key);
        if (!own) return;
        if (start.number && own->range &&
            (*start.number < own->range->min || *start.number > own->range->max)) {
            const Unit unit = context_.names->find(start.key).unit;
            fail(start.where, "scenario.start_outside",
                 {{"text", writeQuantity(*start.number, unit)},
                  {"min", writeQuantity(own->range->min, unit)},
                  {"max", writeQuantity(own->range->max, unit)}});
        }
        const auto& options = own->options;
        if (start.option && !options.empty() &&
            std::find(options.begin(), options.end(), *start.option) == options.end())
            fail(start.where, "scenario.unknown_option",
                 {{"text", *start.option}, {"key", start.key}, {"known", someOf(options)}});
    }

    void checkStep(const LessonStep& step) {
        checkGate(step.where, step.needs);
        checkPhase(step);
        for (const std::string& key : step.unlock) {
            const Setting* own = setting(key);
            if (own && own->locked) warn(step.where, "scenario.stays_locked", {{"text", key}});
        }
        if (step.items.empty() && step.text.empty())
            warn(step.where, "scenario.empty_step", {{"text", step.id}});
        passed_.insert(step.id);
        for (const LessonItem& item : step.items) {
            checkGate(item.where, item.needs);
            passed_.insert(item.id);
            checkItem(item);
        }
    }

    // What somebody waits for must come before it: a step for its items is entered already.
    void checkGate(const std::string& where, const std::vector<std::string>& needs) {
        for (const std::string& need : needs) {
            if (passed_.count(need) == 0) fail(where, "scenario.needs_later", {{"text", need}});
        }
    }

    void checkPhase(const LessonStep& step) {
        const bool inquiry = step.phase <= Phase::reflection;
        const bool design = !inquiry && step.phase != Phase::other;
        const bool other =
            (lesson_.cycle == Cycle::inquiry && design) ||
            (lesson_.cycle == Cycle::design && inquiry && step.phase != Phase::reflection);
        if (other)
            warn(step.where, "scenario.phase_of_cycle",
                 {{"text", std::string(phaseNames()[static_cast<size_t>(step.phase)])}});
    }

    void checkItem(const LessonItem& item) {
        if (!explains(item)) warn(item.where, "scenario.no_explanation", {{"text", item.id}});
        if (const auto* hypothesis = std::get_if<HypothesisItem>(&item.body)) {
            for (const std::string& key : hypothesis->changes) checkChangeable(item, key);
        }
        const auto* check = std::get_if<CheckItem>(&item.body);
        const auto* cvs = check ? std::get_if<CvsCheck>(&check->what) : nullptr;
        if (cvs && !cvs->vary.empty()) checkChangeable(item, cvs->vary);
    }

    void checkChangeable(const LessonItem& item, const std::string& key) {
        const Setting* own = setting(key);
        if (own && own->locked) warn(item.where, "scenario.cannot_change", {{"text", key}});
    }

    // Whether a pupil who is wrong learns something: right or wrong alone teaches little.
    bool explains(const LessonItem& item) const {
        if (!item.hints.empty() || !item.notYet.empty()) return true;
        switch (item.kind()) {
        case ItemKind::number: return !std::get<NumberItem>(item.body).wrong.empty();
        case ItemKind::choice: {
            const auto& options = std::get<ChoiceItem>(item.body).options;
            return std::any_of(options.begin(), options.end(), [](const AnswerOption& option) {
                return !option.right && !option.say.empty();
            });
        }
        case ItemKind::order:
        case ItemKind::match: return false;
        default: return true;
        }
    }

    void checkMinutes() {
        int sum = 0;
        for (const LessonStep& step : lesson_.steps) sum += step.minutes;
        if (scenario_.about.minutes > 0 && sum > scenario_.about.minutes)
            warn(lesson_.steps.back().where, "scenario.minutes",
                 {{"sum", std::to_string(sum)}, {"max", std::to_string(scenario_.about.minutes)}});
    }

    const Scenario& scenario_;
    const Lesson& lesson_;
    Context& context_;
    std::map<std::string, const Setting*> settings_;
    std::set<std::string> passed_;  // steps and items that come before
};

}  // namespace

void checkLesson(const Scenario& scenario, Context& context) { Lints(scenario, context).check(); }

}  // namespace pt::scenario
