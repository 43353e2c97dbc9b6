// Timeline: one run of a model, from its start to as far as it got, and the ways back.
// A run is a function of its start, its seed and the commands given on the way; so any moment of
// it can be computed again, and snapshots on the way only make that quick.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

#include "engine/core/result.h"
#include "engine/model/command.h"
#include "engine/model/model.h"
#include "engine/run/recording.h"
#include "engine/run/snapshot.h"

namespace pt {

// A live command, applied when the run arrived at this step.
struct Input {
    int64_t step = 0;
    Command command;
    bool operator==(const Input&) const = default;
};

// Plain data: what defines a run, where it is and what it measured.
struct Run {
    Settings start;  // before Model::reset()
    std::vector<Input> inputs;
    int64_t step = 0;
    int64_t reached = 0;           // the farthest step; inputs beyond `step` wait for it
    bool refused = false;          // Model::reset() refused this start: no run
    bool counted = false;          // its result stands in the runs table
    int branch = 0;                // the tested run that its design comes from; 0: none
    Recording recording;           // up to `step`
    std::optional<Snapshot> here;  // at `step`; absent: to be computed again from the start
};

// session.too_long {limit}
Error tooLong(int64_t limit);

class Timeline {
public:
    // The model has been described into the schema; both outlive the timeline.
    Timeline(Model& model, const Schema& schema, uint64_t seed, double dt);

    // A new run from the settings as they are. When the model refuses them, trouble() is set.
    void begin();
    // One step, with the inputs that wait at its end. Errors: trouble(), session.finished,
    // session.too_long; after a failing step the last good moment is shown and trouble() set.
    Status step();
    // Earlier or later within reached(). Errors: session.beyond {step, reached}, those of step().
    Status goTo(int64_t step);
    // Applies a live command now; what lay beyond is dropped. On an error nothing has changed.
    Status input(const Command& command);

    // The run as it is, to be resumed later.
    Run copy() const;
    Run take();  // the same, leaving this timeline without a run until begin() or resume()
    // Errors: those of the documents and the model; session.too_long.
    Status resume(Run run);

    const Run& run() const { return run_; }
    bool inPast() const { return run_.step < run_.reached; }
    bool finished() const { return !run_.refused && model_.finished(); }
    const std::optional<Error>& trouble() const { return trouble_; }
    Snapshot snapshot() const;
    void markCounted() { run_.counted = true; }
    void branch(int run) { run_.branch = run; }
    // At most this many more model steps, replays included; for files of unknown origin.
    void limitWork(int64_t steps) { work_ = steps; }

    // What is computed again at once, while someone waits, is at most this many steps; and a run
    // without its snapshot is resumed only up to the second.
    static constexpr int64_t replayLimit = 10'000'000;
    static constexpr int64_t resumeLimit = 200'000;

private:
    struct Checkpoint {
        Snapshot snapshot;
        size_t applied = 0;
    };

    Status advanceModel(bool record);
    Status applyDue(bool record);
    Status checkFinite() const;
    int64_t checkpointBefore(int64_t step) const;  // 0 when there is none
    Status goBack(int64_t step);
    Status restart(bool record);
    Status resetModel(bool record);
    Status replayTo(int64_t step, bool record);
    void recreate();
    void keepCheckpoint();
    void thinCheckpoints();
    void forgetCheckpoints();
    void dropFuture();
    void collectEvents(bool record);
    void sample();

    Model& model_;
    const Schema& schema_;
    uint64_t seed_;
    double dt_;
    size_t numberOutputs_ = 0;
    Run run_;
    size_t applied_ = 0;  // inputs applied so far
    std::vector<Checkpoint> checkpoints_;
    size_t checkpointBytes_ = 0;
    int64_t interval_ = 0;
    int64_t work_ = std::numeric_limits<int64_t>::max();
    std::optional<Error> trouble_;
};

}  // namespace pt
