#include <algorithm>
#include <set>

#include "engine/lesson/check_kinds.h"

namespace pt::checks {
namespace {

std::set<std::string> chosen(const Json& answer) {
    std::set<std::string> ids;
    if (answer.isText()) ids.insert(answer.text());
    for (const Json& each : answer.items()) ids.insert(each.text());
    return ids;
}

const Text* firstSaid(const ChoiceItem& choice, const std::vector<std::string>& ids) {
    for (const AnswerOption& option : choice.options) {
        const bool listed = std::find(ids.begin(), ids.end(), option.id) != ids.end();
        if (listed && !option.say.empty()) return &option.say;
    }
    return nullptr;
}

}  // namespace

Verdict judgeChoice(const LessonItem& item, const Json& answer, const CheckContext& context) {
    const ChoiceItem& choice = std::get<ChoiceItem>(item.body);
    const std::set<std::string> picked = chosen(answer);
    std::vector<std::string> good, bad;
    size_t right = 0;
    for (const AnswerOption& option : choice.options) {
        if (!forLevel(option.levels, context.level)) continue;
        right += option.right;
        if (picked.count(option.id)) (option.right ? good : bad).push_back(option.id);
    }
    if (good.empty() && bad.empty()) return {};
    if (right == 0) return verdictOpen();  // an opinion
    const bool enough = choice.many ? good.size() == right : !good.empty();
    if (bad.empty() && enough) {
        const Text* say = firstSaid(choice, good);
        return verdictOk(say ? *say : item.ok);
    }
    Verdict verdict;
    if (bad.empty()) {
        verdict = notYet(item, "choice_more", {{"count", count(right - good.size())}});
    } else if (const Text* say = firstSaid(choice, bad)) {
        verdict = verdictNotYet("", {}, *say);
    } else {
        verdict =
            notYet(item, choice.many ? "choice_fewer" : "choice", {{"count", count(bad.size())}});
    }
    verdict.places = bad;
    if (choice.many && good.size() > bad.size())
        verdict.score = static_cast<double>(good.size() - bad.size()) / static_cast<double>(right);
    return verdict;
}

}  // namespace pt::checks
