#include "engine/lesson/pupil_answers.h"

#include <algorithm>
#include <cmath>

namespace pt::pupil {
namespace {

constexpr int digits = 6;  // of a number that is typed: no check is that strict

std::string place(size_t index) { return std::to_string(index + 1); }

bool here(const AnswerOption& option, const LessonRun& run) {
    return option.levels.empty() || std::find(option.levels.begin(), option.levels.end(),
                                              run.level()) != option.levels.end();
}

std::string prose(int words) {
    std::string text = "omdat";
    for (int i = 1; i < words; ++i) text += " daarom";
    return text;
}

// The row numbers of a table, as many as are asked, from first to last.
Json rowsOf(const LessonRun& run, const std::string& table, int count) {
    Json rows = Json::list();
    const auto all = static_cast<int>(run.rows(table).size());
    for (int i = 0; i < std::min(count, all); ++i)
        rows.add(1 + (count > 1 ? i * (all - 1) / (count - 1) : 0));
    return rows;
}

struct Right {
    const LessonItem& item;
    const Asked& asked;
    const char* claim;

    Json operator()(const NumberItem&) const { return asked.run.answerText(item, asked.words); }
    Json operator()(const ChoiceItem& choice) const {
        Json right = Json::list();
        for (const AnswerOption& option : choice.options)
            if (option.right && here(option, asked.run)) right.add(option.id);
        if (choice.many) return right;
        return right.items().empty() ? Json("1") : right[size_t{0}];
    }
    Json operator()(const OrderItem& order) const {
        Json ids = Json::list();
        for (size_t i = 0; i < order.items.size(); ++i) ids.add(place(i));
        return ids;
    }
    Json operator()(const MatchItem& match) const {
        Json pairs = Json::object();
        for (size_t i = 0; i < match.pairs.size(); ++i) pairs.set(place(i), place(i));
        return pairs;
    }
    Json operator()(const OpenItem& open) const {
        std::string text = open.model.nl;
        for (const Text& mention : open.mention) text += " " + mention.nl;
        return text + " " + prose(std::max(open.minWords, 1));
    }
    Json operator()(const PredictItem& predict) const {
        Json answer = Json::object();
        switch (predict.as) {
        case PredictItem::As::number: answer.set("value", guess(predict)); break;
        case PredictItem::As::direction: answer.set("value", "increases"); break;
        case PredictItem::As::choice: answer.set("value", "1"); break;
        case PredictItem::As::sketch: answer.set("value", Json::list().add(1).add(2).add(3)); break;
        }
        return answer.set("reason", prose(3));
    }
    Json operator()(const HypothesisItem& hypothesis) const {
        return Json::object()
            .set("if", hypothesis.changes.front())
            .set("how", hypothesis.how.front())
            .set("then", hypothesis.effects.front());
    }
    Json operator()(const PlanItem& plan) const {
        Json roles = Json::object();
        const LessonItem* tested = asked.run.lesson().findItem(plan.tests);
        const auto* hypothesis = tested ? std::get_if<HypothesisItem>(&tested->body) : nullptr;
        const Json& says = asked.run.item(plan.tests).answer;
        const std::string vary = says["if"].text();
        if (hypothesis)
            for (const std::string& key : hypothesis->changes)
                roles.set(key, key == vary ? "vary" : "keep");
        if (says.has("then")) roles.set(says["then"].text(), "measure");
        Json values = Json::list();
        for (std::string& value :
             valuesOf(asked.session, vary, std::max(plan.minValues, 2), asked.words))
            values.add(std::move(value));
        return Json::object()
            .set("roles", roles)
            .set("values", values)
            .set("repeats", plan.repeats);
    }
    Json operator()(const PlotItem& plot) const {
        if (!plot.choose) return {};
        std::string x = plot.x, y = plot.y;
        const LessonItem* from = asked.run.lesson().findItem(plot.from);
        const auto* table = from ? std::get_if<TableItem>(&from->body) : nullptr;
        if (table && x.empty()) x = table->columns.front();
        if (table && y.empty()) y = table->columns.back();
        constexpr const char* fits[] = {"none", "line", "power", "exponential"};
        return Json::object().set("x", x).set("y", y).set("fit",
                                                          fits[static_cast<size_t>(plot.fit)]);
    }
    Json operator()(const ConclusionItem& conclusion) const {
        return Json::object()
            .set("claim", claim)
            .set("rows", rowsOf(asked.run, conclusion.evidenceFrom, conclusion.evidenceRows))
            .set("text", prose(3));
    }
    Json operator()(const RubricItem& rubric) const {
        Json places = Json::object();
        for (size_t i = 0; i < rubric.rows.size(); ++i) places.set(place(i), 2);
        return places;
    }
    template <class Other>
    Json operator()(const Other&) const {
        return {};
    }

    std::string guess(const PredictItem& predict) const {
        const Param* param = asked.session.schema().findParam(predict.of);
        if (!param) return asked.words.number(10) + " " + predict.unit.symbol;
        const Range range = asked.session.range(*param);
        return asked.words.quantity((range.min + range.max) / 2, predict.unit, digits);
    }
};

struct Wrong {
    const LessonItem& item;
    const Asked& asked;

    using Answers = std::vector<Json>;

    Answers operator()(const NumberItem& number) const {
        Answers answers{"veel", "1 cd"};
        for (const WrongValue& mistake : number.wrong)
            answers.push_back(asked.words.quantity(mistake.value.value.number(asked.run.values()),
                                                   mistake.value.unit, digits));
        const double right = number.answer ? number.answer->value.number(asked.run.values())
                                           : asked.run.values().number(number.reading);
        if (std::isfinite(right))
            for (const double factor : {1.37, 1000.0})
                answers.push_back(asked.words.quantity(right * factor, number.unit, digits));
        return answers;
    }
    Answers operator()(const ChoiceItem& choice) const {
        Answers answers;
        const bool asks = std::any_of(choice.options.begin(), choice.options.end(),
                                      [](const AnswerOption& option) { return option.right; });
        for (const AnswerOption& option : choice.options) {
            if (!here(option, asked.run) || !asks) continue;
            if (choice.many)
                answers.push_back(Json::list().add(option.id));
            else if (!option.right)
                answers.push_back(option.id);
        }
        return answers;
    }
    Answers operator()(const OrderItem& order) const {
        Json back = Json::list(), part = Json::list();
        for (size_t i = order.items.size(); i-- > 0;) back.add(place(i));
        part.add(place(0));
        return {back, part};
    }
    Answers operator()(const MatchItem& match) const {
        Json turned = Json::object();
        for (size_t i = 0; i < match.pairs.size(); ++i)
            turned.set(place(i), place((i + 1) % match.pairs.size()));
        return {turned, Json::object().set("1", "1")};
    }
    Answers operator()(const OpenItem& open) const {
        return open.minWords > 1 ? Answers{"ja"} : Answers{};
    }
    Answers operator()(const HypothesisItem& hypothesis) const {
        return {Json::object().set("if", hypothesis.changes.front())};
    }
    Answers operator()(const PlanItem& plan) const {
        const Json good = Right{item, asked, ""}(plan);
        Json all = Json::object();
        for (const auto& [key, role] : good["roles"].entries()) all.set(key, "vary");
        return {Json::object().set("roles", all),
                Json::object().set("roles", good["roles"]).set("values", Json::list())};
    }
    Answers operator()(const PlotItem& plot) const {
        if (!plot.choose) return {};
        const Json good = Right{item, asked, ""}(plot);
        return {Json::object().set("x", good["x"]), Json(good).set("x", good["y"])};
    }
    Answers operator()(const ConclusionItem& conclusion) const {
        Answers answers{Json::object().set("rows", Json::list().add(1))};
        const Json none = Json::list();
        if (conclusion.evidenceRows > 0)
            answers.push_back(
                Json::object().set("claim", "unclear").set("rows", none).set("text", prose(3)));
        return answers;
    }
    Answers operator()(const RubricItem& rubric) const {
        return rubric.rows.size() > 1 ? Answers{Json::object().set("1", 1)} : Answers{};
    }
    template <class Other>
    Answers operator()(const Other&) const {
        return {};
    }
};

}  // namespace

Json rightAnswer(const LessonItem& item, const Asked& asked, const char* claim) {
    return std::visit(Right{item, asked, claim}, item.body);
}

std::vector<Json> wrongAnswers(const LessonItem& item, const Asked& asked) {
    return std::visit(Wrong{item, asked}, item.body);
}

std::vector<std::string> valuesOf(const Session& session, const std::string& key, int count,
                                  const Words& words) {
    std::vector<std::string> values;
    if (const Choice* choice = session.schema().findChoice(key)) {
        const Setting* setting = session.setting(key);
        values = setting && !setting->options.empty() ? setting->options : choice->options;
        values.resize(std::min(values.size(), static_cast<size_t>(std::max(count, 0))));
        return values;
    }
    const Param* param = session.schema().findParam(key);
    if (!param) return values;
    const Range range = session.range(*param);
    for (int i = 0; i < count; ++i) {
        double value = range.min + (range.max - range.min) * i / std::max(count - 1, 1);
        if (range.step > 0)
            value = range.min + range.step * std::floor((value - range.min) / range.step + 0.5);
        values.push_back(words.quantity(std::min(value, range.max), param->unit, digits));
    }
    return values;
}

}  // namespace pt::pupil
