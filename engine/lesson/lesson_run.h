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
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/lesson/checks.h"
#include "engine/lesson/observation.h"
#include "engine/lesson/script_host.h"
#include "engine/lesson/verdict.h"
#include "engine/run/companion.h"
#include "engine/run/session.h"
#include "engine/scenario/scenario.h"

namespace pt {

struct ItemState {
    Json answer;      // null: nothing yet
    Verdict verdict;  // of the last check
    int tries = 0;
    int hints = 0;           // how many are shown
    bool done = false;       // ok once, or answered where nobody can judge; stays
    bool committed = false;  // a prediction that can no longer change
    bool revealed = false;
    bool operator==(const ItemState&) const = default;
};

// A line of the log: what happened, when. No names of people.
struct LessonRecord {
    int64_t journal = 0;  // entries of the Session's journal before it
    int64_t step = 0;     // of the lab
    double wall = 0;      // s since 1970, NaN when no clock is known; not part of any hash
    std::string what;     // "step", "answer", "check", "hint", "level", "run", "edit", "event", …
    std::string about;    // an item, a step, a param
    Json facts;
};

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

    // What a person does; the same as posting "lesson" to the Session. Errors: lesson.unknown_step,
    // lesson.unknown_item, lesson.locked_step {needs}, lesson.answer_shape, lesson.committed,
    // lesson.no_tries, lesson.rows {limit}, lesson.unknown_do {do}, …
    Status act(const Json& args);

    const Scenario& scenario() const { return *scenario_; }
    const Lesson& lesson() const override { return scenario_->lesson; }
    const LessonStep* step() const;  // the present one; nullptr for free play
    const ItemState& item(std::string_view id) const;
    const std::vector<LessonRow>& rows(std::string_view table) const override;
    std::vector<const LessonStep*> steps() const;  // of the level, in order
    std::vector<const LessonItem*>
    items(const LessonStep& step) const;        // of the level, whose needs are met
    bool isOpen(const LessonStep& step) const;  // its gate
    std::vector<std::string>
    missingFor(const LessonStep& step) const;  // ids of what its gate waits for
    bool isDone(const LessonStep& step) const;
    double progress() const;  // 0 .. 1 over the items that can be done
    Help help(std::optional<Help> own = {}) const;
    std::string_view level() const override;
    int pupil() const { return pupil_; }  // 0: none given
    bool teacher() const { return teacher_; }
    std::vector<RequirementState> requirements() const;
    // The right answer as people write it; "" where there is none. For teachers, and after the
    // last try.
    std::string answerText(const LessonItem& item, const Words& words) const;
    // A text in a language with its $(…) filled in.
    std::string fill(const Text& text, const Words& words) const;
    // An item's own values ($(confounds), …) go before those of the lab.
    std::string verdictText(const LessonItem& item, const Words& words) const;

    // What the lesson said since the last call (events, script); newest last.
    struct Said {
        Text text;          // or
        std::string plain;  // filled in already
    };
    const std::vector<Said>& said() const { return said_; }
    const std::vector<Observation>& observations() const override { return observations_; }
    const std::vector<LessonRecord>& log() const { return log_; }
    // The author's console: what the script logged and what went wrong in it.
    const std::vector<std::string>& console() const { return console_; }
    const std::vector<Error>& scriptErrors() const { return scriptErrors_; }
    const Values& values() const override;
    // Ids in the saved work that this lesson no longer has; they are kept.
    std::vector<std::string> strayIds() const;

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
    std::shared_ptr<const Scenario> scenario_;
    Session& session_;
    int pupil_ = 0;
    bool teacher_ = false;
    std::vector<Said> said_;
    std::vector<Observation> observations_;
    std::vector<LessonRecord> log_;
    std::vector<std::string> console_;
    std::vector<Error> scriptErrors_;
    Language language_ = Language::nl;
    std::function<double()> wall_;
    uint64_t revision_ = 0;
};

}  // namespace pt
