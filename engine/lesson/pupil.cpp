#include "engine/lesson/pupil.h"

#include <algorithm>
#include <cmath>

#include "engine/core/hash.h"
#include "engine/lesson/pupil_answers.h"
#include "engine/units/text.h"

namespace pt {
namespace {

using pupil::Asked;

constexpr int64_t longestRun = 1'000'000;  // steps
constexpr const char* claims[] = {"agrees", "disagrees", "unclear"};

class Pupil {
public:
    Pupil(LessonRun& run, Session& session, PupilStyle style, const Json& deeds, Language language)
        : run_(run), session_(session), style_(style), deeds_(deeds), language_(language) {}

    Result<PupilWalk> walk() {
        for (const LessonStep* step : run_.steps()) {
            if (!enter(*step)) break;
            walk_.path.push_back(step->id);
            if (style_ == PupilStyle::silent) continue;
            if (Status done = doStep(*step); !done.ok()) return done.error();
            if (!run_.isDone(*step)) walk_.stuck.push_back(step->id);
        }
        finish();
        return walk_;
    }

private:
    Status act(const char* what, const char* key, const Json& value) {
        return run_.act(Json::object().set("do", what).set(key, value));
    }

    // A step that is shut says what it waits for.
    bool enter(const LessonStep& step) {
        const Status gone = act("go", "step", step.id);
        if (gone.ok()) return true;
        walk_.stuck.push_back(step.id);
        walk_.told.push_back(step.id + ": " + toldWords().sentence(gone.error()));
        return false;
    }

    // Items appear when those that they need are done.
    Status doStep(const LessonStep& step) {
        std::vector<std::string> tried;
        for (bool more = true; more;) {
            more = false;
            for (const LessonItem* item : run_.items(step)) {
                if (std::find(tried.begin(), tried.end(), item->id) != tried.end()) continue;
                tried.push_back(item->id);
                more = true;
                if (style_ == PupilStyle::wrong) beWrong(*item);
                if (Status done = beRight(*item); !done.ok()) return done;
                if (!isDone(*item)) walk_.stuck.push_back(item->id);
                break;
            }
        }
        return Ok{};
    }

    bool isDone(const LessonItem& item) const {
        if (item.kind() == ItemKind::show || item.newer) return true;
        if (const auto* table = std::get_if<TableItem>(&item.body); table && table->minRows == 0)
            return true;
        if (const auto* plot = std::get_if<PlotItem>(&item.body); plot && !plot->choose)
            return true;
        return run_.item(item.id).done;
    }

    // -- wrong
    void beWrong(const LessonItem& item) {
        if (isDone(item)) return;
        const bool looks = item.kind() == ItemKind::task || item.kind() == ItemKind::check ||
                           item.kind() == ItemKind::table;
        if (item.kind() == ItemKind::table) measureUnfairly(item);
        if (looks) ask(item);
        for (const Json& answer : pupil::wrongAnswers(item, asked()))
            if (fillIn(item, answer)) ask(item);
        while (act("hint", "item", item.id).ok()) {
        }
    }

    bool fillIn(const LessonItem& item, const Json& answer) {
        return run_
            .act(Json::object().set("do", "answer").set("item", item.id).set("value", answer))
            .ok();
    }

    // What it is told in both languages; a verdict without words in one of them counts as silence.
    void ask(const LessonItem& item) {
        if (!act("check", "item", item.id).ok()) return;
        if (run_.item(item.id).verdict.state != Verdict::State::notYet) return;
        const bool both =
            !run_.verdictText(item, words_).empty() && !run_.verdictText(item, english_).empty();
        walk_.told.push_back(item.id + ": " +
                             (both ? run_.verdictText(item, toldWords()) : std::string()));
    }

    // Changes two things at once, asks whether that was fair, and takes those rows out again.
    void measureUnfairly(const LessonItem& item) {
        const CvsCheck* cvs = nullptr;
        const LessonItem* check = fairTestOf(item, cvs);
        if (!check) return;
        std::vector<std::string> keys{variedBy(*cvs)};
        for (const std::string& column : std::get<TableItem>(item.body).columns)
            if (changeable(column) && column != keys.front()) keys.push_back(column);
        if (keys.size() < 2) {
            ask(*check);
            return;
        }
        const Json before[] = {now(keys[0]), now(keys[1])};
        const size_t rows = run_.rows(item.id).size();
        for (size_t value = 0; value < 2; ++value) {
            for (size_t key = 0; key < 2; ++key) {
                const auto values = pupil::valuesOf(session_, keys[key], 2, words_);
                if (value < values.size()) set(keys[key], values[value]);
            }
            note(item);
        }
        ask(*check);
        for (size_t key = 0; key < 2; ++key)
            post({"set", Json::object().set("key", keys[key]).set("value", before[key]), 0});
        while (run_.rows(item.id).size() > rows) {
            const auto last = static_cast<double>(run_.rows(item.id).size());
            const Json unrow = Json::object().set("do", "unrow").set("table", item.id);
            if (!run_.act(Json(unrow).set("row", last)).ok()) break;
        }
    }

    // -- right
    Status beRight(const LessonItem& item) {
        // A table that is full enough may hold nothing but what was measured unfairly.
        if (isDone(item) && item.kind() != ItemKind::table) return Ok{};
        if (deeds_.has(item.id)) {
            if (Status done = follow(item.id, deeds_[item.id]); !done.ok()) return done;
        } else if (item.kind() == ItemKind::table) {
            measure(item);
        }
        if (item.kind() == ItemKind::conclusion) return conclude(item);
        const Json right = pupil::rightAnswer(item, asked());
        if (right.kind() != Json::Kind::null) fillIn(item, right);
        if (!isDone(item)) (void)act("check", "item", item.id);
        return Ok{};
    }

    // It says what its measurements show, which it finds by trying.
    Status conclude(const LessonItem& item) {
        for (const char* claim : claims) {
            if (isDone(item)) break;
            fillIn(item, pupil::rightAnswer(item, asked(), claim));
            (void)act("check", "item", item.id);
        }
        return Ok{};
    }

    // Fills a table by varying one setting fairly.
    void measure(const LessonItem& item) {
        const auto& table = std::get<TableItem>(item.body);
        int count = std::max(table.minRows, 1);
        const std::string vary = varied(item, count);
        if (vary.empty() || count < 2) {
            note(item);
            return;
        }
        for (const std::string& value : pupil::valuesOf(session_, vary, count, words_)) {
            set(vary, value);
            note(item);
        }
    }

    // The setting that the fair test of this table is about, or the first that may be changed; and
    // how many values it asks.
    std::string varied(const LessonItem& item, int& count) const {
        const CvsCheck* cvs = nullptr;
        if (fairTestOf(item, cvs)) {
            count = std::max({count, cvs->pairs + 1, cvs->minValues});
            return variedBy(*cvs);
        }
        for (const std::string& column : std::get<TableItem>(item.body).columns)
            if (changeable(column)) return column;
        return "";
    }

    const LessonItem* fairTestOf(const LessonItem& table, const CvsCheck*& cvs) const {
        for (const LessonStep& step : run_.lesson().steps)
            for (const LessonItem& item : step.items) {
                const auto* check = std::get_if<CheckItem>(&item.body);
                cvs = check ? std::get_if<CvsCheck>(&check->what) : nullptr;
                if (cvs && (cvs->from.empty() || cvs->from == table.id)) return &item;
            }
        return nullptr;
    }

    std::string variedBy(const CvsCheck& cvs) const {
        return cvs.tests.empty() ? cvs.vary : run_.item(cvs.tests).answer["if"].text();
    }

    bool changeable(const std::string& key) const {
        const Schema& schema = session_.schema();
        if (!schema.findParam(key) && !schema.findChoice(key)) return false;
        const Setting* setting = session_.setting(key);
        return !(setting && setting->locked) && !run_.locks(key) && schema.matters(key);
    }

    Json now(const std::string& key) const {
        if (const Param* param = session_.schema().findParam(key)) return *param->value;
        const Choice* choice = session_.schema().findChoice(key);
        return choice->options[static_cast<size_t>(*choice->value)];
    }

    void set(const std::string& key, const std::string& typed) {
        Json value(typed);
        if (const Param* param = session_.schema().findParam(key)) {
            const Result<double> si = parseInput(typed, param->unit);
            if (!si.ok()) return;
            value = si.value();
        }
        post({"set", Json::object().set("key", key).set("value", value), 0});
    }

    void post(const Command& command) { (void)session_.post(command); }

    // A run to its end where the lab has runs that end, else the present moment; what has to be
    // typed is typed.
    void note(const LessonItem& item) {
        const auto& table = std::get<TableItem>(item.body);
        if (!session_.schema().calendar()) {
            if (session_.finished()) post({"reset", Json::object(), 0});
            (void)session_.runToEnd(longestRun);
        }
        const bool byHand = table.fill == TableItem::Fill::byHand;
        if (byHand || session_.schema().calendar()) (void)act("row", "table", item.id);
        if (!byHand) return;
        for (const std::string& column : table.columns) {
            const Output* output = session_.schema().findOutput(column);
            if (!output || !output->number) continue;
            (void)run_.act(Json::object()
                               .set("do", "cell")
                               .set("table", item.id)
                               .set("row", static_cast<double>(run_.rows(item.id).size()))
                               .set("column", column)
                               .set("value", words_.quantity(output->number(), output->unit, 4)));
        }
    }

    // -- deeds
    Status follow(const std::string& item, const Json& deeds) {
        for (const Json& deed : deeds.items()) {
            const Status done = follow(deed);
            if (done.ok()) continue;
            return Error{"pupil.deed",
                         item,
                         {{"deed", deed.write()}, {"reason", words_.sentence(done.error())}}};
        }
        return Ok{};
    }

    Status follow(const Json& deed) {
        if (deed.has("set"))
            return session_.post(
                {"set", Json::object().set("key", deed["set"]).set("value", deed["value"]), 0});
        if (deed.has("post"))
            return session_.post(
                {deed["post"].text(), deed.has("args") ? deed["args"] : Json::object(), 0});
        if (deed.has("row")) return act("row", "table", deed["row"]);
        if (!deed.has("run")) return Error{"pupil.unknown_deed", "", {}};
        if (session_.finished()) post({"reset", Json::object(), 0});
        const double seconds = deed["run"].number(-1);
        const auto steps = seconds < 0
                               ? longestRun
                               : static_cast<int64_t>(std::floor(seconds / session_.dt() + 0.5));
        const Result<int64_t> ran = session_.runToEnd(steps);
        return ran.ok() ? Status(Ok{}) : Status(ran.error());
    }

    const Words& toldWords() const { return language_ == Language::nl ? words_ : english_; }
    Asked asked() const { return {run_, session_, words_}; }

    void finish() {
        session_.finishBackground();
        for (const LessonStep& step : run_.lesson().steps)
            for (const LessonItem& item : step.items)
                if (run_.item(item.id).done) walk_.done.push_back(item.id);
        Hash hash;
        hash.add(session_.hash());
        hash.add(run_.hash());
        walk_.hash = hash.value();
    }

    LessonRun& run_;
    Session& session_;
    PupilStyle style_;
    const Json& deeds_;
    Language language_;
    const Words words_ = Words::builtin(Language::nl);
    const Words english_ = Words::builtin(Language::en);
    PupilWalk walk_;
};

}  // namespace

std::optional<PupilStyle> pupilStyle(std::string_view word) {
    if (word == "right") return PupilStyle::right;
    if (word == "wrong") return PupilStyle::wrong;
    if (word == "silent") return PupilStyle::silent;
    return std::nullopt;
}

Result<PupilWalk> walk(LessonRun& run, Session& session, PupilStyle style, const Json& deeds,
                       Language language) {
    return Pupil(run, session, style, deeds, language).walk();
}

}  // namespace pt
