#include "engine/lesson/answer.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace pt {
namespace {

constexpr size_t longestText = 4096;
constexpr size_t longestWord = 200;
constexpr size_t longestList = 200;

bool isWord(const Json& json) { return json.isText() && json.text().size() <= longestWord; }
bool isProse(const Json& json) { return json.isText() && json.text().size() <= longestText; }
bool isNull(const Json& json) { return json.kind() == Json::Kind::null; }

// 1 .. count of "1" … "count"; 0 for anything else.
size_t placeOf(std::string_view id, size_t count) {
    size_t number = 0;
    for (const char c : id) {
        if (c < '0' || c > '9' || number > count || (number == 0 && c == '0')) return 0;
        number = number * 10 + static_cast<size_t>(c - '0');
    }
    return number <= count ? number : 0;
}
bool isPlace(const Json& id, size_t count) { return id.isText() && placeOf(id.text(), count) > 0; }

bool isOneOf(std::string_view word, std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool allDiffer(const Json& list) {
    std::set<std::string_view> seen;
    for (const Json& each : list.items())
        if (!seen.insert(each.text()).second) return false;
    return true;
}

bool isOption(const std::vector<AnswerOption>& options, const Json& id) {
    const auto same = [&id](const AnswerOption& option) { return option.id == id.text(); };
    return id.isText() && std::any_of(options.begin(), options.end(), same);
}

// An object of nothing but these keys; a part that is not filled in may be absent.
bool hasOnly(const Json& json, std::initializer_list<std::string_view> keys) {
    if (!json.isObject()) return false;
    const auto known = [&](const auto& entry) { return isOneOf(entry.first, keys); };
    return std::all_of(json.entries().begin(), json.entries().end(), known);
}
bool absentOr(const Json& json, std::string_view key, bool (*good)(const Json&)) {
    return !json.has(key) || good(json[key]);
}
template <class Good>
bool isListOf(const Json& json, Good good) {
    return json.isList() && json.items().size() <= longestList &&
           std::all_of(json.items().begin(), json.items().end(), good);
}
bool isRowNumber(const Json& json) {
    const double number = json.number();
    return json.isNumber() && number >= 1 && number <= 500 && number == std::floor(number);
}

struct Shape {
    const Json& answer;

    bool operator()(const NumberItem&) const { return isWord(answer); }
    bool operator()(const OpenItem&) const { return isProse(answer); }
    bool operator()(const ChoiceItem& item) const {
        const auto known = [&item](const Json& id) { return isOption(item.options, id); };
        if (item.many) return isListOf(answer, known) && allDiffer(answer);
        return known(answer);
    }
    bool operator()(const OrderItem& item) const {
        const auto known = [&item](const Json& id) { return isPlace(id, item.items.size()); };
        return isListOf(answer, known) && allDiffer(answer);
    }
    bool operator()(const MatchItem& item) const {
        if (!answer.isObject()) return false;
        const size_t count = item.pairs.size();
        for (const auto& [left, right] : answer.entries())
            if (placeOf(left, count) == 0 || !isPlace(right, count)) return false;
        return true;
    }
    bool operator()(const PredictItem& item) const {
        if (!hasOnly(answer, {"value", "reason"}) || !absentOr(answer, "reason", isProse))
            return false;
        const Json& value = answer["value"];
        if (!answer.has("value")) return true;
        switch (item.as) {
        case PredictItem::As::number: return isWord(value);
        case PredictItem::As::direction:
            return isOneOf(value.text(), {"increases", "decreases", "stays_equal"});
        case PredictItem::As::choice: return isOption(item.options, value);
        case PredictItem::As::sketch:
            return isListOf(value, [](const Json& y) { return y.isNumber(); });
        }
        return false;
    }
    bool operator()(const HypothesisItem&) const {
        return hasOnly(answer, {"if", "how", "then"}) && absentOr(answer, "if", isWord) &&
               absentOr(answer, "how", isWord) && absentOr(answer, "then", isWord);
    }
    bool operator()(const PlanItem&) const {
        const auto isRoles = [](const Json& roles) {
            if (!roles.isObject() || roles.entries().size() > longestList) return false;
            for (const auto& [key, role] : roles.entries())
                if (!isOneOf(role.text(), {"vary", "measure", "keep"})) return false;
            return true;
        };
        const auto isValues = [](const Json& values) { return isListOf(values, isWord); };
        const auto isRepeats = [](const Json& repeats) {
            return repeats.isNumber() && repeats.number() >= 0 && repeats.number() <= 100;
        };
        return hasOnly(answer, {"roles", "values", "repeats"}) &&
               absentOr(answer, "roles", isRoles) && absentOr(answer, "values", isValues) &&
               absentOr(answer, "repeats", isRepeats);
    }
    bool operator()(const PlotItem&) const {
        const auto isFit = [](const Json& fit) {
            return isOneOf(fit.text(), {"none", "line", "power", "exponential"});
        };
        return hasOnly(answer, {"x", "y", "fit"}) && absentOr(answer, "x", isWord) &&
               absentOr(answer, "y", isWord) && absentOr(answer, "fit", isFit);
    }
    bool operator()(const ConclusionItem&) const {
        const auto isClaim = [](const Json& claim) {
            return isOneOf(claim.text(), {"agrees", "disagrees", "unclear"});
        };
        const auto isRows = [](const Json& rows) { return isListOf(rows, isRowNumber); };
        return hasOnly(answer, {"claim", "rows", "text"}) && absentOr(answer, "claim", isClaim) &&
               absentOr(answer, "rows", isRows) && absentOr(answer, "text", isProse);
    }
    bool operator()(const RubricItem& item) const {
        if (!answer.isObject()) return false;
        for (const auto& [row, place] : answer.entries()) {
            const size_t number = placeOf(row, item.rows.size());
            if (number == 0 || !isRowNumber(place)) return false;
            const size_t scale = item.rows[number - 1].scale.size();
            if (place.number() > static_cast<double>(scale > 0 ? scale : 3)) return false;
        }
        return true;
    }
    // These look at the lab or at their rows.
    bool operator()(const ShowItem&) const { return false; }
    bool operator()(const TableItem&) const { return false; }
    bool operator()(const TaskItem&) const { return false; }
    bool operator()(const CheckItem&) const { return false; }
};

}  // namespace

Status checkShape(const LessonItem& item, const Json& answer) {
    if (isNull(answer) || std::visit(Shape{answer}, item.body)) return Ok{};
    return Error{"lesson.answer_shape", item.id, {{"item", item.id}}};
}

}  // namespace pt
