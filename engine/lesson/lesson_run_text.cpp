// Texts of a lesson with their values, what a verdict says, and right answers as people write them.
#include <cmath>
#include <optional>

#include "engine/lesson/lesson_run.h"
#include "engine/lesson/lesson_values.h"

namespace pt {
namespace {

std::string joined(const std::vector<std::string>& words, const char* separator = "; ") {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : separator) + word;
    return text;
}

// The program's own words. A page has those of a language once that language is shown.
const Words& programWords(Language language) {
    static std::optional<Words> known[2];
    std::optional<Words>& words = known[static_cast<size_t>(language)];
    if (!words) words = Words::builtin(language);
    return *words;
}

struct RightAnswer {
    const LessonRun& run;
    const Words& words;

    std::string text(const Text& of) const { return run.fill(of, words); }
    std::string label(const std::string& key) const {
        const std::string known = std::string(run.lab()) + "." + key;
        return words.has(known) ? words(known) : key;
    }
    std::string number(double si, const Unit& unit, int digits = 3) const {
        return std::isfinite(si) ? words.quantity(si, unit, digits) : "";
    }
    std::string options(const std::vector<AnswerOption>& of) const {
        std::vector<std::string> right;
        for (const AnswerOption& option : of)
            if (option.right) right.push_back(text(option.text));
        return joined(right);
    }

    std::string operator()(const NumberItem& item) const {
        const int digits = item.digits > 0 ? item.digits : 3;
        if (item.answer) return number(item.answer->value.number(run.values()), item.unit, digits);
        return item.reading.empty() ? ""
                                    : number(run.values().number(item.reading), item.unit, digits);
    }
    std::string operator()(const ChoiceItem& item) const { return options(item.options); }
    std::string operator()(const OrderItem& item) const {
        std::vector<std::string> order;
        for (const Text& each : item.items) order.push_back(text(each));
        return joined(order, " → ");
    }
    std::string operator()(const MatchItem& item) const {
        std::vector<std::string> pairs;
        for (const auto& [left, right] : item.pairs)
            pairs.push_back(text(left) + " – " + text(right));
        return joined(pairs);
    }
    std::string operator()(const OpenItem& item) const { return text(item.model); }
    std::string operator()(const PredictItem& item) const {
        if (item.as == PredictItem::As::choice) return options(item.options);
        if (!item.compare || item.compare->type() != Expression::Type::number) return "";
        return number(item.compare->number(run.values()), item.unit);
    }
    std::string operator()(const PlotItem& item) const {
        if (!item.choose) return "";
        std::vector<std::string> axes;
        if (!item.x.empty()) axes.push_back("x: " + label(item.x));
        if (!item.y.empty()) axes.push_back("y: " + label(item.y));
        return joined(axes);
    }
    // These have many good answers, or none.
    template <class Other>
    std::string operator()(const Other&) const {
        return "";
    }
};

}  // namespace

std::string_view LessonRun::lab() const { return session_.lab().id; }

std::string LessonRun::answerText(const LessonItem& item, const Words& words) const {
    return std::visit(RightAnswer{*this, words}, item.body);
}

// An expression that cannot be read was refused with its file, but a script's texts are not.
const Expression* LessonRun::parsed(const std::string& text) const {
    auto found = expressions_.find(text);
    if (found == expressions_.end()) {
        const Result<Expression> read = Expression::read(text, RunNames(*values_, lesson()));
        found = expressions_.emplace(text, read.ok() ? read.value() : Expression()).first;
    }
    return found->second.empty() ? nullptr : &found->second;
}

std::string LessonRun::valueText(const Insertion& insertion, const Args& own,
                                 const Words& words) const {
    for (const Arg& arg : own)
        if (arg.name == insertion.expression) return words.argument(arg.value);
    const Expression* expression = parsed(insertion.expression);
    if (!expression) return "$(" + insertion.expression + ")";
    if (expression->type() == Expression::Type::truth) {
        const Truth truth = expression->truth(*values_);
        if (truth == Truth::unknown) return words("lesson.unknown");
        return words(truth == Truth::yes ? "lesson.yes" : "lesson.no");
    }
    if (expression->type() == Expression::Type::option) {
        const std::string option = expression->option(*values_);
        for (const std::string& name : expression->names()) {
            const std::string key = std::string(lab()) + "." + name + "." + option;
            if (words.has(key)) return words(key);
        }
        return option;
    }
    const Result<Unit> unit =
        insertion.unit.empty() ? Result<Unit>(expression->unit()) : parseUnit(insertion.unit);
    const double value = expression->number(*values_);
    if (!std::isfinite(value) || !unit.ok()) return words("lesson.unknown");
    return words.quantity(value, unit.value());
}

std::string LessonRun::fillWith(const std::string& text, const Args& own,
                                const Words& words) const {
    return filled(text, [&](const Insertion& each) { return valueText(each, own, words); });
}

std::string LessonRun::fill(const Text& text, const Words& words) const {
    return fillWith(text.in(words.language()), {}, words);
}

// The author's words, the reason that the check gives, or both.
std::string LessonRun::verdictText(const LessonItem& item, const Words& words) const {
    const Verdict& verdict = this->item(item.id).verdict;
    std::string text = fillWith(verdict.say.in(words.language()), verdict.args, words);
    if (verdict.reason.empty() || (!text.empty() && !verdict.both)) return text;
    return text + (text.empty() ? "" : " ") +
           words("lesson.verdict." + verdict.reason, verdict.args);
}

std::string LessonRun::text(std::string_view idOrText, const Json& vars) const {
    const Words& said = programWords(language_);
    Args own;
    for (const auto& [name, value] : vars.entries())
        own.push_back({name, value.isNumber() ? said.number(value.number()) : value.text()});
    const auto named = lesson().texts.find(idOrText);
    return fillWith(named == lesson().texts.end() ? std::string(idOrText)
                                                  : named->second.in(language_),
                    own, said);
}

}  // namespace pt
