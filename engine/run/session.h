// Session: owns a Model and is the only thing that changes it.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/core/result.h"
#include "engine/model/command.h"
#include "engine/model/model.h"
#include "engine/run/recording.h"
#include "engine/run/setup.h"

namespace pt {

// Every declared number at one step; by value, so it can be kept and compared.
struct Snapshot {
    int64_t step = 0;
    std::vector<double> params;
    std::vector<int> choices;
    std::vector<Json> documents;
    std::vector<std::vector<double>> states;
    bool operator==(const Snapshot&) const = default;
};

// One entry of the journal: steps that passed since the previous entry, then a command. The
// journal alone reproduces the session.
struct JournalEntry {
    int64_t stepsBefore = 0;
    Command command;
    bool operator==(const JournalEntry&) const = default;
};

class Session {
public:
    // Errors: session.unknown_lab, session.unknown_key {key, suggestion}, session.range {key,
    // value, min, max}, session.option {key, value}, those of a document; where is the setting's.
    static Result<std::unique_ptr<Session>> open(Setup setup);
    ~Session();

    // The only mutator. A refused command changes nothing and is not logged. Errors as above and
    // session.unknown_command, session.locked {key}, session.nothing_to_undo / _redo.
    Status post(const Command& command);

    // -- time. Speed scales wall time, never dt.
    void play();
    void pause();
    bool playing() const { return playing_; }
    void rate(double modelPerWall);  // 1 is real time; 1/64 .. 1e8
    double rate() const { return rate_; }
    struct Advance {
        int64_t steps = 0;
        double lag = 0;  // model seconds that did not fit in the time budget
    };
    // Wall time is clamped to 0.1 s; whole steps within `budget` wall seconds, measured with
    // `clock` (seconds, monotonic); stops at the end of the run and on trouble.
    Advance advance(double wallSeconds, double (*clock)(), double budget = 0.012);
    Status stepOnce();
    // Steps until finished() or `limit` more steps. Returns the steps taken.
    Result<int64_t> runToEnd(int64_t limit);
    // Earlier or later within what this run has reached; a later edit drops what lay beyond.
    Status rewindTo(int64_t step);

    int64_t step() const { return step_; }
    int64_t reached() const { return reached_; }  // the farthest step of this run
    double dt() const { return lab_->dt; }
    double time() const { return static_cast<double>(step_) * lab_->dt; }
    bool finished() const;

    // Why it cannot run: a design that is a mechanism, or numbers that diverged (then the last
    // good snapshot is shown). Cleared by the next accepted edit.
    const std::optional<Error>& trouble() const { return trouble_; }

    bool canUndo() const;
    bool canRedo() const;

    Snapshot snapshot() const;
    Status restore(const Snapshot& snapshot);
    uint64_t hash() const;  // over step, params, choices, documents and states

    const LabEntry& lab() const { return *lab_; }
    const Model& model() const { return *model_; }
    const Schema& schema() const { return schema_; }
    const Setup& setup() const { return setup_; }
    // The setting of a key, or nullptr; and the range that holds for a param (lab and setup).
    const Setting* setting(std::string_view key) const;
    Range range(const Param& param) const;
    const Recording& recording() const { return recording_; }
    const std::vector<RunRecord>& runs() const { return runs_; }
    const std::vector<JournalEntry>& journal() const { return journal_; }
    int64_t stepsSinceJournal() const { return stepsSinceJournal_; }
    // Counts every visible change, so that a paused program draws only when it must.
    uint64_t revision() const { return revision_; }

private:
    friend class SaveFile;
    struct Undo;
    struct Checkpoint;
    Session();

    const LabEntry* lab_ = nullptr;
    std::unique_ptr<Model> model_;
    Schema schema_;
    Setup setup_;
    Recording recording_;
    std::vector<RunRecord> runs_;
    std::vector<JournalEntry> journal_;
    std::vector<Undo> undo_, redo_;
    std::vector<Checkpoint> checkpoints_;
    std::optional<Error> trouble_;
    int64_t step_ = 0, reached_ = 0, stepsSinceJournal_ = 0;
    double rate_ = 1, owed_ = 0;
    bool playing_ = false;
    uint64_t revision_ = 0;
};

}  // namespace pt
