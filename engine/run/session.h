// Session: owns a Model and is the only thing that changes it.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/core/result.h"
#include "engine/model/command.h"
#include "engine/model/model.h"
#include "engine/run/companion.h"
#include "engine/run/recording.h"
#include "engine/run/setup.h"
#include "engine/run/snapshot.h"
#include "engine/run/timeline.h"

namespace pt {

// One entry of the journal: steps that passed since the previous entry, then a command. The
// journal alone reproduces the session.
struct JournalEntry {
    int64_t stepsBefore = 0;
    Command command;
    bool automatic = false;  // the companion's doing: who replays with one leaves it to that one
    bool operator==(const JournalEntry&) const = default;
};

class Session {
public:
    // Errors: session.unknown_lab {lab}, session.unknown_key {key}, session.unknown_key_near
    // {key, suggestion}, session.range {key, value, min, max}, session.empty_range {key},
    // session.whole {key, value}, session.option {key, value, options}, those of a document; where
    // is the setting's, or the document's key and the path in it. A start that the model refuses
    // opens, with trouble() set, so that it can be repaired.
    // Arguments of errors are as Words takes them: "@lab.span" for a key of the lab, "#12 cm".
    static Result<std::unique_ptr<Session>> open(Setup setup);
    // From another table of labs, which must outlive the session.
    static Result<std::unique_ptr<Session>> open(Setup setup, std::span<const LabEntry> table);

    // Besides those of Command: "recall" {run}: back to the settings and documents of a tested
    // run, to branch from it; "real" {run, values: {output key: SI number or text}}, which replaces
    // what was entered before, and "note" {run, text}: what the class found. Errors
    // session.unknown_run {run}, session.run_forgotten {run, kept}, session.unknown_key…,
    // session.note_long {limit}. And "lesson" {…}, which the companion answers; without one
    // session.no_lesson.
    // The only mutator. A refused command changes nothing and is not logged; one that asks for
    // what is so already is accepted and not logged. Errors as above and session.unknown_command,
    // session.locked {key}, session.argument {command, key}, session.argument_unknown and
    // session.argument_unknown_near {command, key, suggestion}, session.nothing_to_undo / _redo,
    // session.beyond {step, reached}, session.frozen while the companion freezes the lab.
    //
    // Undo of a live set puts the old value back at the present moment. Undo of everything else
    // brings the run back that was, with its time, recording and events; so does undo of a live
    // set in the past of a run, which drops what lay beyond.
    Status post(const Command& command);

    // -- the companion: one at a time, which must leave before it ends.
    void accompany(Companion& companion);
    void leave();  // what it would save is kept for the next one and for the save file
    bool accompanied() const { return companion_ != nullptr; }
    const Json& savedLesson() const { return lesson_; }  // of the one that left; null: none
    void resumeLesson(Json saved) { lesson_ = std::move(saved); }  // that of another session
    // What the companion does by itself: an edit, a reset, or a "lesson" for the journal alone. It
    // is logged as automatic, may change what the setup locks, and undo passes it by.
    Status postAutomatic(const Command& command);

    // -- time. Speed scales wall time, never dt.
    void play();  // does nothing when the run is over or in trouble
    void pause();
    bool playing() const { return playing_; }
    void rate(double modelPerWall);  // 1 is real time; held within 1/64 .. 1e8
    double rate() const { return rate_; }
    struct Advance {
        int64_t steps = 0;
        double lag = 0;  // model seconds that did not fit in the time budget; they are dropped
    };
    // Wall time is clamped to 0.1 s; whole steps within `budget` wall seconds (but at least one),
    // measured with `clock` (seconds, monotonic); stops at the end of the run and on trouble.
    Advance advance(double wallSeconds, double (*clock)(), double budget = 0.012);
    // Errors: trouble(), session.finished, session.frozen.
    Status stepOnce();
    // Steps until finished() or `limit` more steps. Returns the steps taken.
    Result<int64_t> runToEnd(int64_t limit);
    // At most this many more steps of the model, those of rewinding and undo included; then
    // session.too_long. For journals of unknown origin.
    void limitWork(int64_t steps) { timeline_->limitWork(steps); }
    // Earlier or later within what this run has reached; a later edit drops what lay beyond.
    // Stepping within that replays the live commands that were given there.
    Status rewindTo(int64_t step);

    int64_t step() const { return timeline_->run().step; }
    int64_t reached() const { return timeline_->run().reached; }  // the farthest step of this run
    double dt() const { return lab_->dt; }
    double time() const { return static_cast<double>(step()) * lab_->dt; }
    bool finished() const { return timeline_->finished(); }

    // Why it cannot run: a design that is a mechanism, or numbers that diverged (then the last
    // good moment is shown). Cleared by the next accepted edit.
    const std::optional<Error>& trouble() const { return timeline_->trouble(); }

    bool canUndo() const { return !undo_.empty(); }
    bool canRedo() const { return !redo_.empty(); }

    // -- jobs of the Schema, one at a time. They run in advanceJobs(), playing or not, and end by
    // themselves when the design changes.
    // Errors: session.unknown_job {job}, session.argument…, those of the lab.
    Status startJob(std::string_view key, const Json& args);
    void cancelJob();
    std::string_view runningJob() const { return runningJob_; }  // "": none
    double jobProgress() const;                                  // 0 .. 1
    // Slices for at most `budget` wall seconds, at least one, of the job and then of the background
    // work; true while there is more to do.
    bool advanceJobs(double (*clock)(), double budget = 0.008);

    // -- background work of the Schema: begins by itself with each change of the design, in place
    // of what was under way, and is done in advanceJobs() when no job runs.
    bool backgroundRuns() const { return background_ != nullptr; }
    double backgroundProgress() const;  // 0 .. 1
    // A job or the background work: the loop must go on with advanceJobs().
    bool working() const { return job_ || background_; }
    // All that is left of it at once: for who reads figures and keeps no loop going. A run that
    // finishes does so too, since its record holds the figures.
    void finishBackground();

    Snapshot snapshot() const { return timeline_->snapshot(); }
    // Back to a snapshot of this run. Error session.snapshot when it is not one.
    Status restore(const Snapshot& snapshot);
    uint64_t hash() const { return hashOf(snapshot()); }

    const LabEntry& lab() const { return *lab_; }
    const Model& model() const { return *model_; }
    const Schema& schema() const { return schema_; }
    const Setup& setup() const { return setup_; }
    // The setting of a key, or nullptr; and the range that holds for a param (lab and setup).
    const Setting* setting(std::string_view key) const;
    Range range(const Param& param) const;
    const Recording& recording() const { return timeline_->run().recording; }  // up to step()
    // Every run that finished. Of the newest `keptDesigns` the design is kept too.
    const std::vector<RunRecord>& runs() const { return runs_; }
    static constexpr int keptDesigns = 200;
    // The run that the present design was last tested as or recalled from; 0: none.
    int branch() const { return timeline_->run().branch; }
    // A session that starts with the design of a tested run, to look at it. Errors as "recall".
    Result<std::unique_ptr<Session>> recalled(int run) const;
    const std::vector<JournalEntry>& journal() const { return journal_; }
    int64_t stepsSinceJournal() const { return stepsSinceJournal_; }
    // Counts every visible change, so that a paused program draws only when it must.
    uint64_t revision() const { return revision_; }

private:
    friend class SaveFile;
    friend struct SaveReader;

    // What takes an edit back: the run that was, or else live sets at the present moment; and
    // what was found about tested runs before.
    struct Undo {
        std::optional<Run> run;
        std::vector<Command> sets;
        std::vector<Command> findings;
    };

    Session() = default;
    static Result<std::unique_ptr<Session>> make(Setup setup, std::span<const LabEntry> table);
    Status applySetup();

    Status edit(const Command& command, bool automatic);
    Status editRunning(const Command& command, Undo& undo);
    Status editStart(const Command& command, Undo& undo);
    Status editFinding(const Command& command);
    Status checkFree(const Command& command) const;
    Status checkPost(const Command& command, bool automatic) const;
    Status prepare(const Command& command);
    Result<Settings> recall(int run) const;
    Status postLesson(const Command& command);
    Status turn(const Command& command);
    void tell(const Command& command, const Status& done);
    void dropStaleJob();
    void renewBackground();
    Status rewind(const Command& command);
    Status turnBack(const char* name, std::vector<Undo>& from, std::vector<Undo>& to);
    Result<Undo> apply(const Undo& undo);
    Status setNow(const Command& command);
    void remember(Undo undo, const Command& command);
    static void join(Undo& first, Undo next);
    static void lighten(std::vector<Undo>& history);
    bool replacesLast(const Command& command, int gesture) const;
    void log(const Command& command, int gesture = 0, bool automatic = false);
    void stopTime();
    Status oneStep();
    void countRun();

    const LabEntry* lab_ = nullptr;
    std::unique_ptr<Model> model_;
    Schema schema_;
    Setup setup_;
    std::unique_ptr<Timeline> timeline_;
    std::vector<RunRecord> runs_;
    std::vector<JournalEntry> journal_;
    std::vector<Undo> undo_, redo_;
    Companion* companion_ = nullptr;
    Json lesson_;             // what the last companion left, or the save file held of one
    bool restarted_ = false;  // a run began, or came back, that the companion has not heard of
    bool logged_ = false;     // the command that is being carried out came into the journal
    Json unknown_;            // what a save file held that this program does not know; written back
    int64_t stepsSinceJournal_ = 0;
    double rate_ = 1;
    std::unique_ptr<Job> job_;
    std::string runningJob_;
    Settings jobDesign_;  // what the running job works on
    std::unique_ptr<Job> background_;
    Settings backgroundDesign_;  // what it works or worked on
    double owed_ = 0;            // model seconds not stepped yet
    bool playing_ = false;
    int gesture_ = 0;   // the poster's number of the gesture that goes on; 0: none
    int gestures_ = 0;  // gestures so far; the journal counts them itself, over program starts
    uint64_t revision_ = 0;
};

}  // namespace pt
