#include <algorithm>
#include <map>
#include <set>

#include "engine/lesson/check_kinds.h"

namespace pt::checks {
namespace {

// Texts that are the same count as one, whatever ids they have.
std::string sameText(const Text& text) { return text.nl + "\n" + text.en; }

// An id "1", "2", … as an index below `size`; `size` for anything else.
size_t indexOf(const std::string& id, size_t size) {
    for (size_t i = 0; i < size; ++i)
        if (id == std::to_string(i + 1)) return i;
    return size;
}

// The place where each item of the answer belongs. Of equal texts the first one given takes the
// first place that is left.
std::vector<size_t> ranks(const OrderItem& order, const Json& answer) {
    std::vector<size_t> places;
    std::map<std::string, size_t> from;
    for (const Json& each : answer.items()) {
        const size_t index = indexOf(each.text(), order.items.size());
        if (index == order.items.size()) continue;
        const std::string text = sameText(order.items[index]);
        size_t place = from[text];
        while (place < order.items.size() && sameText(order.items[place]) != text) ++place;
        if (place == order.items.size()) continue;  // given more often than it exists
        places.push_back(place);
        from[text] = place + 1;
    }
    return places;
}

// Which of these stand in a longest row that rises: those may stay, the others are to be moved.
std::vector<bool> staying(const std::vector<size_t>& ranks) {
    std::vector<size_t> length(ranks.size(), 1), before(ranks.size(), ranks.size());
    size_t last = ranks.size();
    for (size_t i = 0; i < ranks.size(); ++i) {
        for (size_t j = 0; j < i; ++j) {
            if (ranks[j] >= ranks[i] || length[j] < length[i]) continue;
            length[i] = length[j] + 1;
            before[i] = j;
        }
        if (last == ranks.size() || length[i] > length[last]) last = i;
    }
    std::vector<bool> stays(ranks.size(), false);
    for (size_t i = last; i < ranks.size(); i = before[i]) stays[i] = true;
    return stays;
}

}  // namespace

Verdict judgeOrder(const LessonItem& item, const Json& answer) {
    const OrderItem& order = std::get<OrderItem>(item.body);
    const std::vector<size_t> given = ranks(order, answer);
    const size_t size = order.items.size();
    if (given.empty() || size == 0) return {};
    if (given.size() < size)
        return verdictNotYet("order_missing", {{"count", count(size - given.size())}});
    if (std::is_sorted(given.begin(), given.end())) return verdictOk(item.ok);

    size_t good = 0;  // from the start
    while (given[good] == good) ++good;
    Verdict verdict = explained(item, good > 0 ? "order_from" : "order_first",
                                {{"good", count(good)}, {"place", count(good + 1)}});
    const std::vector<bool> stays = staying(given);
    size_t staying = 0;
    for (size_t i = 0; i < size; ++i) {
        staying += stays[i];
        if (!stays[i]) verdict.places.push_back(answer[i].text());
    }
    verdict.score = static_cast<double>(staying - 1) / static_cast<double>(size);
    return verdict;
}

Verdict judgeMatch(const LessonItem& item, const Json& answer) {
    const auto& pairs = std::get<MatchItem>(item.body).pairs;
    std::vector<std::string> wrong, missing;
    for (size_t i = 0; i < pairs.size(); ++i) {
        const std::string id = std::to_string(i + 1);
        const size_t other = indexOf(answer[id].text(), pairs.size());
        if (other == pairs.size()) {
            missing.push_back(id);
        } else if (sameText(pairs[other].second) != sameText(pairs[i].second)) {
            wrong.push_back(id);
        }
    }
    if (missing.size() == pairs.size()) return {};
    if (wrong.empty() && missing.empty()) return verdictOk(item.ok);
    const size_t good = pairs.size() - wrong.size() - missing.size();
    const Args args{
        {"good", count(good)}, {"wrong", count(wrong.size())}, {"missing", count(missing.size())}};
    Verdict verdict = wrong.empty() ? verdictNotYet("match_missing", args)
                                    : explained(item, good > 0 ? "match_some" : "match_none", args);
    verdict.places = wrong.empty() ? missing : wrong;
    verdict.score = static_cast<double>(good) / static_cast<double>(pairs.size());
    return verdict;
}

}  // namespace pt::checks
