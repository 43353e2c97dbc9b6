// "Dit deed je": what a pupil did in a lesson, in short sentences.
#include <algorithm>
#include <cmath>
#include <map>

#include "engine/lesson/record.h"

namespace pt {
namespace {

constexpr double longestPause = 600;  // s; who did nothing for longer was away
constexpr size_t mostNames = 3;

bool isQuestion(ItemKind kind) {
    return kind == ItemKind::number || kind == ItemKind::choice || kind == ItemKind::order ||
           kind == ItemKind::match;
}

class Summary {
public:
    Summary(const LessonRun& run, const Words& words) : run_(run), words_(words) {}

    std::vector<std::string> sentences() {
        if (run_.log().empty()) return {};
        steps();
        requirements();
        questions();
        experiments();
        changes();
        outcomes();
        hints();
        minutes();
        left();
        return std::move(sentences_);
    }

private:
    // "record.summary.<key>", or "….one" for a single one of them; nothing for none.
    void count(const std::string& key, int number, Args args = {}) {
        if (number == 0) return;
        args.push_back({"count", std::to_string(number)});
        const std::string one = "record.summary." + key + ".one";
        say(number == 1 && words_.has(one) ? one : "record.summary." + key, args);
    }
    void say(const std::string& key, const Args& args) { sentences_.push_back(words_(key, args)); }

    template <class Visit>
    void eachItem(const Visit& visit) const {
        for (const LessonStep* step : run_.steps())
            for (const LessonItem* item : run_.items(*step)) visit(*item, run_.item(item->id));
    }

    void steps() {
        const std::vector<const LessonStep*> all = run_.steps();
        if (all.empty()) return;
        if (run_.progress() >= 1) return say("record.summary.finished", {});
        const auto done = std::count_if(all.begin(), all.end(), [&](const LessonStep* step) {
            return run_.state().visited.count(step->id) > 0 && run_.isDone(*step);
        });
        count("steps", static_cast<int>(done), {{"all", std::to_string(all.size())}});
    }

    void requirements() {
        const std::vector<RequirementState> all = run_.requirements();
        const auto met = std::count_if(all.begin(), all.end(), [](const RequirementState& each) {
            return each.met == Truth::yes;
        });
        if (all.empty()) return;
        say("record.summary.requirements",
            {{"count", std::to_string(met)}, {"all", std::to_string(all.size())}});
    }

    void questions() {
        int asked = 0, first = 0;
        eachItem([&](const LessonItem& item, const ItemState& state) {
            if (!isQuestion(item.kind()) || state.tries == 0) return;
            ++asked;
            first += state.tries == 1 && state.verdict.state == Verdict::State::ok ? 1 : 0;
        });
        count("questions", asked, {{"first", std::to_string(first)}});
    }

    void experiments() {
        int runs = 0, rows = 0;
        for (const Observation& each : run_.observations())
            runs += each.finished && !each.automatic ? 1 : 0;
        eachItem([&](const LessonItem& item, const ItemState&) {
            if (item.kind() == ItemKind::table) rows += static_cast<int>(run_.rows(item.id).size());
        });
        count("runs", runs);
        count("rows", rows);
    }

    // What was changed most often, by name.
    void changes() {
        std::map<std::string, int> times;
        for (const LessonRecord& record : run_.log())
            if (record.what == "edit") ++times[record.about];
        std::vector<std::pair<std::string, int>> most(times.begin(), times.end());
        std::stable_sort(most.begin(), most.end(),
                         [](const auto& a, const auto& b) { return a.second > b.second; });
        if (most.size() > mostNames) most.resize(mostNames);
        std::vector<std::string> names;
        for (const auto& [key, number] : most) {
            const std::string label = std::string(run_.lab()) + "." + key;
            if (words_.has(label)) names.push_back("@" + label);
        }
        if (!names.empty()) say("record.summary.changes", {{"list", listArg(names)}});
    }

    // Predictions beside what happened, and what was concluded.
    void outcomes() {
        eachItem([&](const LessonItem& item, const ItemState& state) {
            if (state.verdict.state == Verdict::State::none) return;
            const std::string text = plain(run_.verdictText(item, words_));
            if (text.empty()) return;
            if (item.kind() == ItemKind::predict)
                say("record.summary.prediction", {{"text", text}});
            if (item.kind() == ItemKind::conclusion)
                say("record.summary.conclusion", {{"text", text}});
        });
    }

    void hints() {
        int shown = 0;
        eachItem([&](const LessonItem&, const ItemState& state) { shown += state.hints; });
        count("hints", shown);
    }

    void minutes() {
        double seconds = 0, last = std::nan("");
        for (const LessonRecord& record : run_.log()) {
            const double passed = record.wall - last;
            if (passed > 0 && passed <= longestPause) seconds += passed;
            if (std::isfinite(record.wall)) last = record.wall;
        }
        count("minutes", static_cast<int>(std::lround(seconds / 60)));
    }

    void left() {
        std::vector<std::string> titles;
        for (const LessonStep* step : run_.steps()) {
            if (run_.isDone(*step) || step->title.empty()) continue;
            titles.push_back(
                textArg(plain(step->title.in(Language::nl)), plain(step->title.in(Language::en))));
        }
        if (titles.size() > mostNames) titles.resize(mostNames);
        if (!titles.empty()) say("record.summary.left", {{"list", listArg(titles)}});
    }

    const LessonRun& run_;
    const Words& words_;
    std::vector<std::string> sentences_;
};

}  // namespace

std::vector<std::string> summary(const LessonRun& run, const Words& words) {
    return Summary(run, words).sentences();
}

}  // namespace pt
