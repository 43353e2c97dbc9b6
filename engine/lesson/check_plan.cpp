#include <algorithm>
#include <cmath>

#include "engine/lesson/check_kinds.h"

namespace pt::checks {
namespace {

std::vector<std::string> withRole(const Json& roles, std::string_view role) {
    std::vector<std::string> keys;
    for (const auto& [key, value] : roles.entries())
        if (value.text() == role) keys.push_back(key);
    return keys;
}

const HypothesisItem* hypothesisOf(const Lesson& lesson, std::string_view id) {
    const LessonItem* item = lesson.findItem(id);
    return item ? std::get_if<HypothesisItem>(&item->body) : nullptr;
}

// Which things are varied, measured and kept.
std::optional<Verdict> judgeRoles(const LessonItem& item, const PlanItem& plan, const Json& roles,
                                  const CheckContext& context) {
    const std::vector<std::string> vary = withRole(roles, "vary");
    const std::vector<std::string> measure = withRole(roles, "measure");
    const auto found = [&](std::string reason, std::vector<std::string> places, Args args) {
        Verdict verdict = explained(item, std::move(reason), std::move(args));
        verdict.places = std::move(places);
        return verdict;
    };
    if (vary.empty()) return found("plan_no_vary", {}, {});
    const Args varied{{"varied", labels(context, vary)}};
    if (vary.size() > 1) return found("plan_many_vary", vary, varied);
    if (!changeable(context.session, vary[0])) return found("plan_fixed", vary, varied);
    if (measure.empty()) return found("plan_no_measure", {}, varied);
    if (plan.tests.empty()) return std::nullopt;

    const Json& hypothesis = context.answer(plan.tests);
    const std::string &wanted = hypothesis["if"].text(), &effect = hypothesis["then"].text();
    if (wanted.empty() || effect.empty()) return found("no_hypothesis", {}, {});
    if (vary[0] != wanted)
        return found("plan_other_vary", vary,
                     {{"varied", labels(context, vary)}, {"wanted", label(context, wanted)}});
    if (!contains(measure, effect))
        return found("plan_other_measure", measure, {{"wanted", label(context, effect)}});
    std::vector<std::string> loose;
    if (const HypothesisItem* tested = hypothesisOf(context.lesson, plan.tests)) {
        for (const std::string& key : tested->changes)
            if (key != wanted && roles[key].text() != "keep") loose.push_back(key);
    }
    if (loose.empty()) return std::nullopt;
    return found("plan_keep", loose, {{"list", labels(context, loose)}});
}

struct PlanValues {
    std::vector<double> different;  // SI or places in a choice, from low to high
    double range = 0;
};

// The values that are to be tried, or what is wrong with one of them.
std::optional<Verdict> readValues(const Json& values, const std::string& key,
                                  const CheckContext& context, PlanValues& out) {
    const Session& session = context.session;
    std::vector<double> all;
    double step = 1;
    if (const Choice* choice = session.schema().findChoice(key)) {
        for (const Json& value : values.items()) {
            const auto at = std::find(choice->options.begin(), choice->options.end(), value.text());
            if (at != choice->options.end())
                all.push_back(static_cast<double>(at - choice->options.begin()));
        }
        out.range = static_cast<double>(choice->options.size()) - 1;
    } else if (const Param* param = session.schema().findParam(key)) {
        const Range range = session.range(*param);
        const double edge = 1e-9 * (range.max - range.min);
        for (const Json& value : values.items()) {
            if (value.text().empty()) continue;
            const auto si = parseInput(value.text(), param->unit);
            if (!si) return unreadable(si.error(), param->unit);
            if (si.value() < range.min - edge || si.value() > range.max + edge)
                return verdictNotYet("plan_range", {{"value", amount(si.value(), param->unit)},
                                                    {"min", amount(range.min, param->unit)},
                                                    {"max", amount(range.max, param->unit)}});
            all.push_back(si.value());
        }
        out.range = range.max - range.min;
        step = range.step;
    }
    std::sort(all.begin(), all.end());
    for (double value : all) {
        const bool fresh = out.different.empty() || value - out.different.back() > step / 2;
        if (fresh) out.different.push_back(value);
    }
    return std::nullopt;
}

}  // namespace

Verdict judgePlan(const LessonItem& item, const PlanItem& plan, const Json& answer,
                  const CheckContext& context) {
    const Json& roles = answer["roles"];
    if (auto verdict = judgeRoles(item, plan, roles, context)) return *verdict;
    const std::string vary = withRole(roles, "vary")[0];
    PlanValues values;
    if (auto verdict = readValues(answer["values"], vary, context, values)) return *verdict;

    const auto given = values.different.size();
    const double spread = given > 1 && values.range > 0
                              ? (values.different.back() - values.different.front()) / values.range
                              : 0;
    const int repeats = static_cast<int>(answer["repeats"].number(1));
    const Args args{{"varied", label(context, vary)},
                    {"values", count(given)},
                    {"asked", std::to_string(plan.minValues)},
                    {"spread", percent(spread)},
                    {"wide", percent(plan.spread)},
                    {"repeats", std::to_string(repeats)},
                    {"times", std::to_string(plan.repeats)}};
    if (given < static_cast<size_t>(std::max(plan.minValues, 0)))
        return explained(item, "plan_few_values", args);
    if (spread < plan.spread * (1 - 1e-9)) return explained(item, "plan_narrow", args);
    if (repeats < plan.repeats) return explained(item, "plan_repeats", args);
    return formative(item, "plan_good", args);
}

}  // namespace pt::checks
