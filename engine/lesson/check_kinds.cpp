#include "engine/lesson/check_kinds.h"

#include <algorithm>

#include <fmt/format.h>

#include "engine/lesson/cvs.h"

namespace pt::checks {
namespace {

// For whatever is not right: the item's own words, or a case without a condition.
Text generalWords(const LessonItem& item) {
    if (!item.notYet.empty()) return item.notYet;
    std::span<const TaskItem::NotYet> cases;
    if (const auto* task = std::get_if<TaskItem>(&item.body)) cases = task->notYet;
    if (const auto* check = std::get_if<CheckItem>(&item.body)) cases = check->notYet;
    for (const TaskItem::NotYet& each : cases)
        if (!each.when) return each.say;
    return {};
}

}  // namespace

std::string label(const CheckContext& context, std::string_view key) {
    if (key == designKey) return "@lesson.verdict.the_design";
    const Schema& schema = context.session.schema();
    if (!schema.findParam(key) && !schema.findChoice(key) && !schema.findOutput(key))
        return std::string(key);
    return "@" + std::string(context.session.lab().id) + "." + std::string(key);
}

std::string labels(const CheckContext& context, const std::vector<std::string>& keys) {
    std::vector<std::string> list;
    for (const std::string& key : keys) list.push_back(label(context, key));
    return listArg(list);
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
    return verdictNotYet(std::move(reason), std::move(args), generalWords(item));
}

Verdict explained(const LessonItem& item, std::string reason, Args args) {
    Verdict verdict = notYet(item, std::move(reason), std::move(args));
    verdict.both = true;
    return verdict;
}

Verdict formative(const LessonItem& item, std::string reason, Args args) {
    Verdict verdict = verdictOk(item.ok);
    verdict.reason = std::move(reason);
    verdict.args = std::move(args);
    verdict.score = 0;
    return verdict;
}

Verdict withCase(Verdict verdict, std::span<const TaskItem::NotYet> texts,
                 const CheckContext& context, const Watch* watch) {
    if (verdict.state != Verdict::State::notYet) return verdict;
    for (const TaskItem::NotYet& text : texts) {
        if (!text.when || text.when->truth(context.values, watch) != Truth::yes) continue;
        verdict.say = text.say;
        verdict.both = false;
        break;
    }
    return verdict;
}

bool contains(const std::vector<std::string>& list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

bool changeable(const Session& session, std::string_view key) {
    const bool setting = session.schema().findParam(key) || session.schema().findChoice(key);
    const Setting* own = session.setting(key);
    return setting && !(own && own->locked);
}

bool forLevel(const Levels& levels, std::string_view level) {
    return levels.empty() || contains(levels, level);
}

}  // namespace pt::checks
