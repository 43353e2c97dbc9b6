// LessonRun: a pupil's way through a lesson. It goes along with a Session: everything a pupil does
// in the lesson is the command "lesson" {do, …} of that Session, so the journal holds it all and
// replaying it gives the same answers and verdicts.
//
//   {do: "go", step}                 to another step; back always, forward when its gate is open
//   {do: "answer", item, value}      fills in; answer.h has the shapes
//   {do: "check", item}              asks for a verdict; counts as a try
//   {do: "hint", item}               the next hint
//   {do: "row", table}               notes the present values; {do: "row", table, cells: {…}} typed
//   {do: "cell", table, row, column, value}   {do: "unrow", table, row}
//   {do: "level", level}             {do: "pupil", number}    a pupil's own numbers
//   {do: "reveal", item}             a teacher looks at the answer
//   {do: "read", output}             the pupil read an instrument
//   {do: "teacher", on}              gates are open, answers shown
//   {do: "resume"}                   the script begins anew, with its memory
#pragma once

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/lesson/checks.h"
#include "engine/lesson/lesson_course.h"
#include "engine/lesson/lesson_state.h"
#include "engine/lesson/observation.h"
#include "engine/lesson/script_host.h"
#include "engine/lesson/verdict.h"
#include "engine/run/companion.h"
#include "engine/run/session.h"
#include "engine/scenario/scenario.h"

namespace pt {

class LessonValues;

class LessonRun final : public Companion, private ScriptHost {
public:
    // Attaches itself to the session, which must outlive it, and lets go when it is destroyed.
    // Takes up the answers that a save file held. `script` makes the script, see engine/script.
    using MakeScript =
        std::function<Result<std::unique_ptr<LessonScript>>(const Script&, ScriptHost&)>;
    LessonRun(std::shared_ptr<const Scenario> scenario, Session& session,
              const MakeScript& makeScript = {});
    ~LessonRun() override;
    LessonRun(const LessonRun&) = delete;
    LessonRun& operator=(const LessonRun&) = delete;

    // What a person does; the same as posting "lesson" to the Session. Errors: lesson.unknown_do
    // {do}, lesson.unknown_<step|item|level|output|column> {name}, lesson.unknown_row {row},
    // lesson.locked_step {needs}, lesson.answer_shape, lesson.committed, lesson.not_answered,
    // lesson.no_tries, lesson.no_hints, lesson.rows {limit}, lesson.pupil_number {most},
    // lesson.teacher_only; those of parseInput for a typed cell, and of options.
    Status act(const Json& args);

    const Scenario& scenario() const { return *scenario_; }
    std::string_view lab() const;  // LabEntry::id
    const Lesson& lesson() const override { return scenario_->lesson; }
    const LessonStep* step() const;  // the present one; nullptr for free play
    const ItemState& item(std::string_view id) const;
    const std::vector<LessonRow>& rows(std::string_view table) const override;
    std::vector<const LessonStep*> steps() const;  // of the level, in order
    // Of the level, whose needs are met; those of `recall:` stand before the first step's own.
    std::vector<const LessonItem*> items(const LessonStep& step) const;
    // Its gate and those before it. A step that was entered stays open.
    bool isOpen(const LessonStep& step) const;
    std::vector<std::string> missingFor(const LessonStep& step) const;  // ids its gate waits for
    bool isDone(const LessonStep& step) const;
    double progress() const;  // 0 .. 1 over the items that can be done
    Help help(std::optional<Help> own = {}) const;
    std::string_view level() const override { return state_.level; }
    int pupil() const { return state_.pupil; }  // 0: none given
    bool teacher() const { return state_.teacher; }
    std::vector<RequirementState> requirements() const;
    // The right answer as people write it; "" where there is none. For teachers, and after the
    // last try.
    std::string answerText(const LessonItem& item, const Words& words) const;
    // A text in a language with its $(…) filled in.
    std::string fill(const Text& text, const Words& words) const;
    // An item's own values ($(confounds), …) go before those of the lab.
    std::string verdictText(const LessonItem& item, const Words& words) const;

    // What the lesson said (events, script), the newest last; it keeps the last twenty.
    struct Said {
        Text text;          // or
        std::string plain;  // filled in already
    };
    const std::vector<Said>& said() const { return said_; }
    const std::vector<Observation>& observations() const override { return state_.observations; }
    const std::vector<LessonRecord>& log() const { return log_; }
    // The author's console: what the script logged and what went wrong in it.
    const std::vector<std::string>& console() const { return console_; }
    const std::vector<Error>& scriptErrors() const { return scriptErrors_; }
    // What the script declared; nullptr without one.
    const ScriptNames* scriptNames() const { return script_ ? &script_->names() : nullptr; }
    const Values& values() const override;
    // Ids in the saved work that this lesson no longer has; they are kept.
    std::vector<std::string> strayIds() const;

    const LessonState& state() const { return state_; }
    void setLanguage(Language language) { language_ = language; }
    void setClock(std::function<double()> wall) { wall_ = std::move(wall); }
    uint64_t revision() const { return revision_; }
    // Of everything that replaying must give again: answers, verdicts, rows, steps, levels.
    uint64_t hash() const;

    // Companion
    Status lesson(const Json& args) override;
    void posted(const Command& command) override;
    void refused(const Command& command, const Error& error) override;
    void stepped() override;
    void restarted() override;
    void rewound() override;
    void finished() override;
    bool locks(std::string_view key) const override;
    bool freezes() const override;
    Json save() const override;

private:
    struct Happening {
        std::string event, about;
        Json facts;
    };

    // While the lesson does something, figures that are not known for certain are unknown: how far
    // the background work is differs from time to time.
    struct Acting {
        explicit Acting(LessonRun& run);
        ~Acting();
        Acting(const Acting&) = delete;
        Acting& operator=(const Acting&) = delete;

    private:
        LessonRun& run_;
    };
    void knowFigures(bool known);
    void finishFigures();

    // -- how it begins
    void begin();
    void restore(const Json& saved);
    void startScript();
    void takeUpScript(const Json& memory);
    bool reliveScript();
    void watchExpressions();

    // -- steps and gates
    bool isHere(const Levels& levels) const;
    bool canBeDone(const LessonItem& item) const;
    bool isPassed(const LessonItem& item) const;
    std::vector<std::string> missing(const std::vector<std::string>& needs) const;
    std::vector<std::string> ownMissing(const LessonStep& step) const;
    const LessonStep* stepOf(const LessonItem& item) const;
    void enter(const LessonStep& step);
    void beginTasks(const LessonStep& step);

    // -- what is done in the lesson; each is one `do`
    using Deed = Status (LessonRun::*)(const Json& args);
    Status go(const Json& args);
    Status answerItem(const Json& args);
    Status check(const Json& args);
    Status showHint(const Json& args);
    Status noteRow(const Json& args);
    Status typeCell(const Json& args);
    Status removeRow(const Json& args);
    Status chooseLevel(const Json& args);
    Status givePupil(const Json& args);
    Status reveal(const Json& args);
    Status read(const Json& args);
    Status setTeacher(const Json& args);
    Status resumeScript(const Json& args);
    Result<const LessonItem*> itemIn(const Json& args) const;
    Result<const LessonItem*> tableIn(const Json& args) const;

    // -- items
    CheckContext context(const LessonItem& item) const;
    void judgeNow(const LessonItem& item);
    void finishItem(const LessonItem& item);
    void commitPredictions();
    void judgePredictions();
    void judgeTable(const LessonItem& item);

    // -- observations and rows
    const Observation& observe(bool finished, int run);
    LessonRow rowOf(const Observation& observation, const TableItem& table) const;
    Status addRow(const LessonItem& item, LessonRow row);
    void fillTables(const Observation& observation);
    Status fillCell(LessonRow& row, const TableItem& table, std::string_view column,
                    std::string_view typed) const;
    void shiftEvidence(const LessonItem& table, size_t removed);
    double resimulate(const std::map<std::string, double>& settings, std::string_view output) const;

    // -- following the lab
    void edited(const Command& command);
    void flushChange();
    void handTook(const std::string& key);
    void forgetFuture();
    void labEvents();
    void observeWatches();
    void giveBack();
    void holdVaried();
    void settle();
    void settleTasks();

    // -- events
    void happen(std::string_view event, std::string_view about = {}, Json facts = {});
    void drain();
    void timedEvents();
    void conditions();
    void perform(const LessonEvent& event);
    void setInput(const std::string& key, const Json& value, bool forRun);
    void disturbNow(const Disturbance& disturbance);
    void keepDisturbing();
    void endDisturbancesOf(const LessonStep& step);
    double addedNow(const LessonCourse::Active& active, bool* over = nullptr) const;
    double addedTo(std::string_view input) const;
    Status post(const Command& command);
    void automatic(const Command& command);
    void applySettings(const std::vector<Setting>& settings);
    void applyPupil();
    void sayText(Said said);
    void takeScriptErrors();
    void record(std::string_view what, std::string_view about = {}, Json facts = {});

    const Watch* watch(std::string_view kind, std::string_view id) const;
    const Expression* parsed(const std::string& text) const;
    std::string valueText(const Insertion& insertion, const Args& own, const Words& words) const;
    std::string fillWith(const std::string& text, const Args& own, const Words& words) const;

    // -- ScriptHost
    const Session& session() const override { return session_; }
    Language language() const override { return language_; }
    Status set(std::string_view key, const Json& value) override;
    Status call(std::string_view command, const Json& args) override;
    Status disturb(const Disturbance& disturbance) override;
    void run() override;
    void pause() override { session_.pause(); }
    void reset() override;
    void say(std::string_view text) override;
    void hint(std::string_view item) override;
    void mark(std::string_view item, double score) override;
    const Json& answer(std::string_view item) const override;
    void log(std::string_view line) override;
    std::string text(std::string_view idOrText, const Json& vars) const override;

    std::shared_ptr<const Scenario> scenario_;
    Session& session_;
    LessonState state_;
    LessonCourse course_;
    // While the session stands in the past of a run: the watches as they were at this step.
    mutable std::vector<LessonCourse::Watched> past_;
    mutable int64_t pastStep_ = -1;  // they have to be made
    std::unique_ptr<LessonValues> values_;
    MakeScript makeScript_;
    std::unique_ptr<LessonScript> script_;
    std::vector<LessonRecord> log_;
    std::vector<Said> said_;
    std::vector<std::string> console_;
    std::vector<Error> scriptErrors_;
    std::deque<Happening> happenings_;
    bool draining_ = false;
    int acting_ = 0;
    bool figuresKnown_ = false;  // the design is as it was when its background work was done
    int depth_ = 0;              // of what the lesson does by itself
    double lastWall_;
    Language language_ = Language::nl;
    std::function<double()> wall_;
    uint64_t revision_ = 0;
    mutable std::map<std::string, Expression> expressions_;  // of texts; empty: not readable
    mutable std::map<std::string, double> simulated_;
};

}  // namespace pt
