#include "engine/lesson/check_kinds.h"

#include <algorithm>

#include <fmt/format.h>

namespace pt::checks {

std::string label(const CheckContext& context, std::string_view key) {
    const Schema& schema = context.session.schema();
    if (!schema.findParam(key) && !schema.findChoice(key) && !schema.findOutput(key))
        return std::string(key);
    return "@" + std::string(context.session.lab().id) + "." + std::string(key);
}

std::string option(const CheckContext& context, std::string_view key, std::string_view option) {
    return "@" + std::string(context.session.lab().id) + "." + std::string(key) + "." +
           std::string(option);
}

std::string amount(double si, const Unit& unit) {
    const auto rounded = parseQuantity(fmt::format("{:.3g}", unit.fromSi(si)));
    if (!rounded) return "–";  // not finite
    const std::string number = fmt::format("#{}", rounded.value().si);
    return unit.symbol.empty() ? number : number + " " + unit.symbol;
}

std::string count(size_t number) { return std::to_string(number); }

std::string percent(double share) { return amount(share, unit("%")); }

Verdict notYet(const LessonItem& item, std::string reason, Args args) {
    return verdictNotYet(std::move(reason), std::move(args), item.notYet);
}

Verdict formative(const LessonItem& item, std::string reason, Args args) {
    Verdict verdict = verdictOk(item.ok);
    verdict.reason = std::move(reason);
    verdict.args = std::move(args);
    verdict.score = 0;
    return verdict;
}

Verdict withAuthor(Verdict verdict, std::span<const TaskItem::NotYet> texts,
                   const CheckContext& context, const Watch* watch) {
    if (verdict.state != Verdict::State::notYet) return verdict;
    const auto fits = [&](const TaskItem::NotYet& text) {
        return !text.when || text.when->truth(context.values, watch) == Truth::yes;
    };
    const auto found = std::find_if(texts.begin(), texts.end(), fits);
    if (found != texts.end()) verdict.say = found->say;
    return verdict;
}

bool forLevel(const Levels& levels, std::string_view level) {
    return levels.empty() || std::find(levels.begin(), levels.end(), level) != levels.end();
}

}  // namespace pt::checks
