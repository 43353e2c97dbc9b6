#include "engine/lesson/cvs.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

namespace pt {
namespace {

constexpr double hastySeconds = 2;
constexpr double rounding = 1e-6;  // of a step: conversions do not give back the same bits
constexpr int missing = -1;

using Series = std::vector<const Observation*>;

bool contains(const std::vector<std::string>& list, const std::string& word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

bool hasValue(const Observation& o, const std::string& output) {
    const auto number = o.outputs.find(output);
    if (number != o.outputs.end()) return std::isfinite(number->second);
    return o.texts.count(output) > 0;
}

// Takes each run, and each moment without a run, once.
class Once {
public:
    bool takes(const Observation& o) {
        if (o.run > 0) return runs_.insert(o.run).second;
        const bool again = last_ && last_->step == o.step && last_->settings == o.settings &&
                           last_->design == o.design;
        last_ = &o;
        return !again;
    }

private:
    std::set<int> runs_;
    const Observation* last_ = nullptr;
};

double settingOf(const Observation& o, const std::string& key) {
    const auto found = o.settings.find(key);
    return found == o.settings.end() ? NAN : found->second;
}

// What a pupil may change, and so must keep an eye on, with `vary` first.
std::vector<std::string> keysOf(const Series& series, const std::string& vary) {
    std::set<std::string> keys;
    bool designs = false;
    const std::vector<std::string>* last = nullptr;
    for (const Observation* o : series) {
        if (!last || *last != o->changeable)
            keys.insert(o->changeable.begin(), o->changeable.end());
        last = &o->changeable;
        designs = designs || !o->design.empty();
    }
    keys.erase(vary);
    std::vector<std::string> list{vary};
    list.insert(list.end(), keys.begin(), keys.end());
    if (designs) list.emplace_back(designKey);
    return list;
}

// Measurements as rows of small numbers: two values of a setting are the same number when they
// differ by at most half a step.
class Levels {
public:
    Levels(const Series& series, std::span<const SettingScale> scales,
           std::vector<std::string> keys)
        : series_(series), keys_(std::move(keys)), rows_(series.size()), values_(series.size()) {
        for (const std::string& key : keys_) {
            const auto scale = std::find_if(scales.begin(), scales.end(),
                                            [&](const auto& each) { return each.key == key; });
            scales_.push_back(scale == scales.end() ? SettingScale{key} : *scale);
            key == designKey ? addDesigns() : addSetting(scales_.back());
        }
    }

    const std::vector<std::string>& keys() const { return keys_; }
    const std::vector<int>& row(size_t i) const { return rows_[i]; }
    const SettingScale& scale(size_t key) const { return scales_[key]; }
    double value(size_t i, size_t key) const { return values_[i][key]; }

    bool moved(size_t a, size_t b, size_t key) const { return rows_[a][key] != rows_[b][key]; }
    // By a step or more.
    bool differ(size_t a, size_t b, size_t key) const {
        const double step = scales_[key].step * (1 - rounding);
        return moved(a, b, key) && std::fabs(value(a, key) - value(b, key)) >= step;
    }

private:
    void addSetting(const SettingScale& scale) {
        std::vector<std::pair<double, size_t>> sorted;
        for (size_t i = 0; i < series_.size(); ++i) {
            const double value = settingOf(*series_[i], scale.key);
            values_[i].push_back(value);
            if (!std::isnan(value)) sorted.emplace_back(value, i);
            rows_[i].push_back(missing);
        }
        std::sort(sorted.begin(), sorted.end());
        int level = -1;
        double first = 0;
        for (const auto& [value, i] : sorted) {
            if (level < 0 || value - first > scale.step * (0.5 + rounding)) {
                ++level;
                first = value;
            }
            rows_[i].back() = level;
        }
    }

    void addDesigns() {
        std::map<std::string, int> seen;
        for (size_t i = 0; i < series_.size(); ++i) {
            const int next = static_cast<int>(seen.size());
            rows_[i].push_back(seen.emplace(series_[i]->design, next).first->second);
            values_[i].push_back(NAN);
        }
    }

    const Series& series_;
    std::vector<std::string> keys_;
    std::vector<SettingScale> scales_;
    std::vector<std::vector<int>> rows_;
    std::vector<std::vector<double>> values_;  // NaN: the measurement has no such setting
};

// Measurements that differ in one setting alone.
struct Group {
    std::vector<size_t> members;  // by value of that setting, from low to high
    std::vector<int> counts;      // measurements at each different value
    double spread = 0;
};

Group groupOf(std::vector<size_t> members, const Levels& levels, size_t key) {
    Group group;
    std::stable_sort(members.begin(), members.end(), [&](size_t a, size_t b) {
        return levels.value(a, key) < levels.value(b, key);
    });
    size_t last = 0;  // the first measurement of the value that is counted
    for (size_t i : members) {
        if (group.counts.empty() || levels.differ(last, i, key)) {
            group.counts.push_back(0);
            last = i;
        }
        if (!levels.moved(last, i, key)) ++group.counts.back();
    }
    const SettingScale& scale = levels.scale(key);
    if (scale.range > 0)
        group.spread = (scale.choice ? static_cast<double>(group.counts.size()) - 1
                                     : levels.value(members.back(), key) -
                                           levels.value(members.front(), key)) /
                       scale.range;
    group.members = std::move(members);
    return group;
}

// The group with the most different values of a setting, then the widest, then the latest.
Group bestGroup(const Series& series, const Levels& levels, size_t key) {
    std::map<std::vector<int>, std::vector<size_t>> byOthers;
    for (size_t i = 0; i < series.size(); ++i) {
        if (std::isnan(levels.value(i, key))) continue;
        std::vector<int> others = levels.row(i);
        others[key] = 0;
        byOthers[std::move(others)].push_back(i);
    }
    Group best;
    size_t bestLast = 0;
    for (auto& [others, members] : byOthers) {
        const size_t last = members.back();
        Group group = groupOf(std::move(members), levels, key);
        const auto rank = [](const Group& g, size_t at) {
            return std::make_tuple(g.counts.size(), g.spread, at);
        };
        if (rank(group, last) <= rank(best, bestLast)) continue;
        best = std::move(group);
        bestLast = last;
    }
    return best;
}

bool onlyThatDiffers(const Levels& levels, size_t a, size_t b, size_t key) {
    for (size_t other = 0; other < levels.keys().size(); ++other)
        if (other != key && levels.moved(a, b, other)) return false;
    return levels.differ(a, b, key);
}

void countMoves(CvsReport& report, const Levels& levels) {
    std::map<std::string, int> together;
    for (size_t i = 1; i < static_cast<size_t>(report.valid); ++i) {
        if (onlyThatDiffers(levels, i - 1, i, 0)) ++report.adjacent;
        if (!levels.moved(i - 1, i, 0)) continue;
        for (size_t key = 1; key < levels.keys().size(); ++key)
            if (levels.moved(i - 1, i, key)) ++together[levels.keys()[key]];
    }
    for (const auto& [key, times] : together) report.confounds.push_back(key);
    std::stable_sort(report.confounds.begin(), report.confounds.end(),
                     [&](const auto& a, const auto& b) { return together.at(a) > together.at(b); });
}

int differentValues(const Series& series, const Levels& levels) {
    std::vector<size_t> all;
    for (size_t i = 0; i < series.size(); ++i)
        if (!std::isnan(levels.value(i, 0))) all.push_back(i);
    return all.empty() ? 0 : static_cast<int>(groupOf(std::move(all), levels, 0).counts.size());
}

// How often each of the `asked` values that were measured most often was measured.
int repeatsOf(std::vector<int> counts, int asked) {
    std::sort(counts.rbegin(), counts.rend());
    const auto wanted = static_cast<size_t>(std::max(asked, 1));
    return counts.size() < wanted ? 0 : counts[wanted - 1];
}

std::string fairFor(const Series& series, const Levels& levels, const CvsQuestion& question) {
    for (size_t key = 1; key < levels.keys().size(); ++key) {
        if (levels.keys()[key] == designKey) continue;
        const auto values = static_cast<int>(bestGroup(series, levels, key).counts.size());
        if (values - 1 >= std::max(question.pairs, 1)) return levels.keys()[key];
    }
    return "";
}

CvsReport::Finding findingOf(const CvsReport& report, const CvsQuestion& question, int all) {
    using Finding = CvsReport::Finding;
    const int asked = std::max(question.pairs + 1, question.minValues);
    if (all < 2) return Finding::notVaried;
    const bool few = report.pairs < question.pairs;
    if (few && !report.confounds.empty() && (report.pairs == 0 || all > question.pairs))
        return Finding::confounded;
    if (report.values < asked) return Finding::tooFewValues;
    if (report.spread < question.spread * (1 - rounding)) return Finding::tooNarrow;
    if (report.repeats < question.repeats) return Finding::tooFewRepeats;
    return Finding::fair;
}

}  // namespace

CvsReport controlOfVariables(std::span<const Observation* const> observations,
                             std::span<const SettingScale> scales, const CvsQuestion& question) {
    CvsReport report;
    Series valid;
    Once counted, written;
    for (const Observation* o : observations) {
        if (o->automatic || !(o->finished || question.figure)) continue;
        // NaN, a clock that is not known, is not hasty.
        if (o->recorded.empty() && o->gap < hastySeconds && report.runs > 0) ++report.hasty;
        if (counted.takes(*o)) ++report.runs;
        if (contains(o->recorded, question.measure) && hasValue(*o, question.measure) &&
            written.takes(*o))
            valid.push_back(o);
    }
    report.valid = static_cast<int>(valid.size());
    if (report.runs < 2) return report;
    report.finding = CvsReport::Finding::notRecorded;
    if (report.valid < 2) return report;

    const Levels levels(valid, scales, keysOf(valid, question.vary));
    countMoves(report, levels);
    const Group group = bestGroup(valid, levels, 0);
    report.values = static_cast<int>(group.counts.size());
    report.pairs = std::max(0, report.values - 1);
    report.spread = group.spread;
    report.repeats = repeatsOf(group.counts, std::max(question.pairs + 1, question.minValues));
    for (size_t i : group.members) report.group.push_back(valid[i]);
    report.finding = findingOf(report, question, differentValues(valid, levels));
    if (report.finding == CvsReport::Finding::notVaried)
        report.fairFor = fairFor(valid, levels, question);
    return report;
}

}  // namespace pt
