#include <algorithm>
#include <cmath>

#include "engine/lesson/check_kinds.h"
#include "engine/lesson/cvs.h"
#include "engine/lesson/measurements.h"

namespace pt::checks {
namespace {

constexpr const char* reasons[] = {
    "too_few_runs",   "not_recorded", "not_varied",      "confounded",
    "too_few_values", "too_narrow",   "too_few_repeats", "fair"};

std::vector<std::string> numbersOf(const std::vector<const Observation*>& group) {
    std::vector<std::string> numbers;
    for (const Observation* o : group) numbers.push_back(std::to_string(o->number));
    return numbers;
}

}  // namespace

Verdict judgeCvs(const LessonItem& item, const CvsCheck& check, const CheckContext& context) {
    CvsQuestion question{check.vary,      check.measure, false,        check.pairs,
                         check.minValues, check.spread,  check.repeats};
    if (!check.tests.empty()) {
        const Json& hypothesis = context.answer(check.tests);
        question.vary = hypothesis["if"].text();
        question.measure = hypothesis["then"].text();
        if (question.vary.empty() || question.measure.empty())
            return verdictNotYet("no_hypothesis");
    }
    question.figure = isFigure(context.session, question.measure);
    const Measurements measurements(context, check.from);
    const std::vector<SettingScale> scales = scalesOf(context.session);
    const CvsReport report = controlOfVariables(measurements.all(), scales, question);

    const int asked = std::max(question.pairs + 1, question.minValues);
    const Args args{{"varied", label(context, question.vary)},
                    {"measured", label(context, question.measure)},
                    {"confounds", labels(context, report.confounds)},
                    {"other", label(context, report.fairFor)},
                    {"pairs", std::to_string(report.pairs)},
                    {"adjacent", std::to_string(report.adjacent)},
                    {"values", std::to_string(report.values)},
                    {"asked", std::to_string(asked)},
                    {"spread", percent(report.spread)},
                    {"wide", percent(question.spread)},
                    {"repeats", std::to_string(report.repeats)},
                    {"times", std::to_string(question.repeats)},
                    {"rows", std::to_string(report.valid)},
                    {"hasty", std::to_string(report.hasty)}};
    using Finding = CvsReport::Finding;
    std::string reason = reasons[static_cast<size_t>(report.finding)];
    if (report.finding == Finding::fair) {
        Verdict verdict = formative(item, reason, args);
        verdict.places = numbersOf(report.group);
        return verdict;
    }
    const bool confounded = report.finding == Finding::confounded;
    if (!report.fairFor.empty()) reason = "not_varied_other";
    // The author's words are about comparing fairly; the rest the rules say better.
    Verdict verdict = confounded ? notYet(item, reason, args) : verdictNotYet(reason, args);
    if (const auto* own = std::get_if<CheckItem>(&item.body))
        verdict = withCase(std::move(verdict), own->notYet, context);
    verdict.places = confounded ? report.confounds : numbersOf(report.group);
    return verdict;
}

}  // namespace pt::checks
