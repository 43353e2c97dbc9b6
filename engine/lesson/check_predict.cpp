#include <algorithm>
#include <cmath>
#include <optional>

#include "engine/lesson/check_kinds.h"
#include "engine/lesson/cvs.h"
#include "engine/lesson/measurements.h"

namespace pt::checks {
namespace {

constexpr double rightShare = 0.05;  // of the outcome
constexpr double sketchNoise = 0.1;  // of the highest point: hands are not rulers

std::string_view wordOf(Trend trend) {
    switch (trend) {
    case Trend::up: return "increases";
    case Trend::down: return "decreases";
    case Trend::level: return "stays_equal";
    case Trend::top:
    case Trend::bottom: return "optimum";
    case Trend::unclear: break;
    }
    return "";
}

std::string relation(std::string_view word) { return "@ui.lesson.how." + std::string(word); }

// Committed, and nothing to hold it against yet.
Verdict waiting(const LessonItem& item, const Json& answer) {
    const bool why = !answer["reason"].text().empty();
    return verdictOpen(why ? "predicted" : "predicted_why", {}, item.ok);
}

// What the measurements in which only x differs show of y.
Trend measured(const PredictItem& predict, const CheckContext& context) {
    const Measurements measurements(context, "");
    const CvsQuestion question{predict.x, predict.of, isFigure(context.session, predict.of)};
    const CvsReport report =
        controlOfVariables(measurements.all(), scalesOf(context.session), question);
    const auto points = pointsOf(context.session, predict.x, predict.of, report.group);
    return trendOf(points, noiseBand(points, resolutionOf(context, predict.of)));
}

double outcome(const PredictItem& predict, const CheckContext& context) {
    if (predict.compare) return predict.compare->number(context.values);
    for (size_t i = context.observations.size(); i-- > 0;) {
        const auto& outputs = context.observations[i].outputs;
        if (const auto found = outputs.find(predict.of); found != outputs.end())
            return found->second;
    }
    return NAN;
}

Verdict comparedWords(std::string_view said, std::string_view found, const Args& args) {
    return verdictOpen(said == found ? "predict_right" : "predict_other", args);
}

Verdict judgeNumberOf(const LessonItem& item, const PredictItem& predict, const Json& answer,
                      const CheckContext& context) {
    const auto value = parseInput(answer["value"].text(), predict.unit);
    if (!value) return unreadable(value.error(), predict.unit);
    const double found = outcome(predict, context);
    if (std::isnan(found)) return waiting(item, answer);
    const double off = std::fabs(value.value() - found);
    const double scale = std::fabs(predict.unit.fromSi(found)) * predict.unit.factor;
    const Args args{{"said", amount(value.value(), predict.unit)},
                    {"found", amount(found, predict.unit)}};
    return verdictOpen(off <= rightShare * scale ? "predict_right" : "predict_off", args);
}

Verdict judgeTrendOf(const LessonItem& item, const PredictItem& predict, const Json& answer,
                     const CheckContext& context) {
    std::string said(answer["value"].text());
    if (predict.as == PredictItem::As::sketch) {
        std::vector<DataPoint> drawn;
        double highest = 0;
        for (const Json& y : answer["value"].items()) {
            drawn.push_back({static_cast<double>(drawn.size()), y.number()});
            highest = std::max(highest, std::fabs(y.number()));
        }
        said = wordOf(trendOf(drawn, sketchNoise * highest));
    }
    if (said.empty()) return {};
    Trend trend = Trend::unclear;
    if (predict.compare) {
        const double change = predict.compare->number(context.values);
        if (!std::isnan(change))
            trend = change > 0 ? Trend::up : (change < 0 ? Trend::down : Trend::level);
    } else {
        trend = measured(predict, context);
    }
    if (trend == Trend::unclear) return waiting(item, answer);
    const std::string_view found = wordOf(trend);
    return comparedWords(said, found, {{"said", relation(said)}, {"found", relation(found)}});
}

Verdict judgeChoiceOf(const LessonItem& item, const PredictItem& predict, const Json& answer,
                      const CheckContext& context) {
    const AnswerOption *said = nullptr, *right = nullptr;
    for (const AnswerOption& option : predict.options) {
        if (option.id == answer["value"].text()) said = &option;
        if (option.right) right = &option;
    }
    if (!said) return {};
    if (!right || context.observations.empty()) return waiting(item, answer);
    const Args args{{"said", textArg(said->text.nl, said->text.en)},
                    {"found", textArg(right->text.nl, right->text.en)}};
    Verdict verdict = comparedWords(said->id, said->right ? said->id : right->id, args);
    verdict.say = said->say;
    return verdict;
}

}  // namespace

Verdict judgePredict(const LessonItem& item, const Json& answer, const CheckContext& context) {
    const PredictItem& predict = std::get<PredictItem>(item.body);
    using As = PredictItem::As;
    if (answer["value"].kind() == Json::Kind::null) return {};
    if (context.predictionLate) return verdictOpen("predict_late");
    switch (predict.as) {
    case As::number: return judgeNumberOf(item, predict, answer, context);
    case As::choice: return judgeChoiceOf(item, predict, answer, context);
    case As::direction:
    case As::sketch: break;
    }
    return judgeTrendOf(item, predict, answer, context);
}

}  // namespace pt::checks
