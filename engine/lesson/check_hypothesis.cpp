#include <algorithm>
#include <set>

#include "engine/lesson/check_kinds.h"
#include "engine/lesson/cvs.h"
#include "engine/lesson/measurements.h"

namespace pt::checks {
namespace {

using Series = std::vector<const Observation*>;
using Finding = CvsReport::Finding;

// What a hypothesis says, and of what.
struct Claim {
    std::string vary, how, measure;
    Args args;
};

Claim claimOf(const Json& hypothesis, const CheckContext& context) {
    Claim claim{hypothesis["if"].text(), hypothesis["how"].text(), hypothesis["then"].text(), {}};
    claim.args = {{"varied", label(context, claim.vary)},
                  {"measured", label(context, claim.measure)},
                  {"relation", "@ui.lesson.how." + claim.how}};
    return claim;
}

CvsReport compared(const Claim& claim, const Series& series, const CheckContext& context) {
    const CvsQuestion question{claim.vary, claim.measure, isFigure(context.session, claim.measure)};
    return controlOfVariables(series, scalesOf(context.session), question);
}

Bearing supported(const Claim& claim, const Series& series, const CheckContext& context) {
    return supportOf(claim.how, pointsOf(context.session, claim.vary, claim.measure, series),
                     resolutionOf(context, claim.measure));
}

std::string_view wordFor(Bearing support) {
    switch (support) {
    case Bearing::yes: return "agrees";
    case Bearing::no: return "disagrees";
    case Bearing::unclear: break;
    }
    return "unclear";
}

// Rows that do not bear on the claim: why not.
const char* beside(const CvsReport& report, size_t rows) {
    switch (report.finding) {
    case Finding::tooFewRuns: return "evidence_same_run";
    case Finding::notRecorded: return "evidence_unmeasured";
    case Finding::notVaried: return "evidence_same";
    case Finding::confounded: return "evidence_confounded";
    default: return report.group.size() < rows ? "evidence_confounded" : nullptr;
    }
}

// What differs between these rows besides what the claim is about.
std::string alsoDifferent(const CvsReport& report, const Series& rows, const Claim& claim,
                          const CheckContext& context) {
    if (!report.confounds.empty()) return labels(context, report.confounds);
    std::vector<std::string> keys;
    for (const Observation* row : rows)
        for (const std::string& key : row->changeable) {
            const auto &a = rows.front()->settings, &b = row->settings;
            const auto before = a.find(key), now = b.find(key);
            const bool same =
                (before == a.end() && now == b.end()) ||
                (before != a.end() && now != b.end() && before->second == now->second);
            if (!same && key != claim.vary && !contains(keys, key)) keys.push_back(key);
        }
    if (keys.empty()) keys.emplace_back(designKey);
    return labels(context, keys);
}

Verdict judgeEvidence(const LessonItem& item, const Json& answer, const Series& rows,
                      const Measurements& measurements, const CheckContext& context) {
    const ConclusionItem& conclusion = std::get<ConclusionItem>(item.body);
    const Json& hypothesis = context.answer(conclusion.tests);
    Claim claim = claimOf(hypothesis, context);
    if (claim.vary.empty() || claim.measure.empty()) return verdictNotYet("no_hypothesis");

    // Without a table to choose from, all that was measured is the evidence.
    Series evidence = rows;
    if (conclusion.evidenceFrom.empty()) {
        evidence = compared(claim, measurements.all(), context).group;
        if (evidence.empty()) return explained(item, "measure_first");
    } else {
        const CvsReport report = compared(claim, rows, context);
        if (const char* reason = beside(report, rows.size())) {
            claim.args.push_back({"confounds", alsoDifferent(report, rows, claim, context)});
            return explained(item, reason, claim.args);
        }
    }
    const Bearing found = supported(claim, evidence, context);
    const Bearing whole =
        supported(claim, compared(claim, measurements.all(), context).group, context);
    if (found == Bearing::unclear) return explained(item, "evidence_little", claim.args);
    if (whole != Bearing::unclear && whole != found)
        return explained(item, "evidence_partial", claim.args);
    if (answer["claim"].text() != wordFor(found))
        return explained(item, found == Bearing::yes ? "claim_agrees" : "claim_disagrees",
                         claim.args);
    return formative(item, found == Bearing::yes ? "concluded_yes" : "concluded_no", claim.args);
}

}  // namespace

Verdict judgeHypothesis(const LessonItem& item, const Json& answer, const CheckContext& context) {
    const HypothesisItem& hypothesis = std::get<HypothesisItem>(item.body);
    const Claim claim = claimOf(answer, context);
    std::vector<std::string> missing;
    if (!contains(hypothesis.changes, claim.vary)) missing.emplace_back("if");
    if (!contains(hypothesis.how, claim.how)) missing.emplace_back("how");
    if (!contains(hypothesis.effects, claim.measure)) missing.emplace_back("then");
    if (missing.size() == 3) return {};
    Verdict verdict = missing.empty() ? formative(item, "testable", claim.args)
                                      : explained(item, "hypothesis_incomplete");
    if (missing.empty() && !changeable(context.session, claim.vary)) {
        verdict = explained(item, "hypothesis_fixed", claim.args);
        missing.emplace_back("if");
    }
    verdict.places = std::move(missing);
    return verdict;
}

Verdict judgeConclusion(const LessonItem& item, const Json& answer, const CheckContext& context) {
    const ConclusionItem& conclusion = std::get<ConclusionItem>(item.body);
    const bool claims = !conclusion.tests.empty();
    const std::string& claim = answer["claim"].text();
    const std::string& text = answer["text"].text();
    if (claim.empty() && text.empty() && answer["rows"].items().empty()) return {};
    if (claims && claim.empty()) return explained(item, "no_claim");
    if (!claims && text.empty()) return explained(item, "no_text");

    const Measurements measurements(context, conclusion.evidenceFrom);
    std::set<int> numbers;
    Series rows;
    for (const Json& row : answer["rows"].items()) {
        const int number = static_cast<int>(row.number());
        const Observation* shown =
            number > 0 ? measurements.row(static_cast<size_t>(number)) : nullptr;
        if (shown && numbers.insert(number).second) rows.push_back(shown);
    }
    const auto wanted = static_cast<size_t>(std::max(conclusion.evidenceRows, 0));
    if (!conclusion.evidenceFrom.empty() && rows.size() < wanted)
        return explained(item, "evidence_few",
                         {{"asked", count(wanted)}, {"given", count(rows.size())}});
    if (claims) return judgeEvidence(item, answer, rows, measurements, context);
    return verdictOpen("handed_in", {}, item.ok);
}

}  // namespace pt::checks
