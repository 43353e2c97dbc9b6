#include "engine/run/timeline.h"

#include <algorithm>
#include <string>

#include "engine/core/assert.h"
#include "engine/run/edits.h"

namespace pt {
namespace {

constexpr int64_t firstInterval = 64;
constexpr size_t maxCheckpoints = 64;
constexpr size_t maxCheckpointBytes = size_t{16} << 20;

bool sameSet(const Command& a, const Command& b) {
    return a.name == "set" && b.name == "set" && a.args["key"] == b.args["key"];
}

}  // namespace

Error tooLong(int64_t limit) {
    return {"session.too_long", "", {{"limit", std::to_string(limit)}}};
}

Timeline::Timeline(Model& model, const Schema& schema, uint64_t seed, double dt)
    : model_(model), schema_(schema), seed_(seed), dt_(dt) {
    for (const Output& output : schema.outputs()) numberOutputs_ += output.recorded() ? 1 : 0;
}

void Timeline::begin() {
    run_ = Run{};
    run_.start = readSettings(schema_);
    run_.recording = Recording(numberOutputs_);
    if (resetModel(true).ok()) sample();
}

Status Timeline::step() {
    if (trouble_) return *trouble_;
    if (finished()) return Error{"session.finished", "", {}};
    Status stepped = advanceModel(true);
    if (stepped.ok()) return stepped;
    recreate();
    trouble_ = stepped.error();
    return stepped;
}

Status Timeline::goTo(int64_t step) {
    if (step < 0 || step > run_.reached)
        return Error{"session.beyond",
                     "step",
                     {{"step", std::to_string(step)}, {"reached", std::to_string(run_.reached)}}};
    if (run_.refused) return Ok{};
    const bool back = step < run_.step;
    const int64_t from = back ? checkpointBefore(step) : run_.step;
    if (step - from > replayLimit) return tooLong(replayLimit);
    trouble_.reset();
    if (back) run_.recording.truncate(step);
    const Status arrived = back ? goBack(step) : replayTo(step, true);
    if (!arrived.ok()) {
        recreate();
        trouble_ = arrived.error();
        return arrived;
    }
    sample();
    return Ok{};
}

Status Timeline::input(const Command& command) {
    PT_ASSERT(!run_.refused);
    if (Status done = carryOut(schema_, command); !done.ok()) {
        recreate();
        return done;
    }
    if (Status finite = checkFinite(); !finite.ok()) {
        recreate();
        return finite;
    }
    trouble_.reset();
    dropFuture();
    std::vector<Input>& inputs = run_.inputs;
    // Of a drag at one moment only the last value counts, but one that a checkpoint holds stays.
    const bool held = !checkpoints_.empty() && checkpoints_.back().applied == inputs.size();
    const bool again = !held && !inputs.empty() && inputs.back().step == run_.step &&
                       sameSet(inputs.back().command, command);
    if (again) inputs.pop_back();
    inputs.push_back({run_.step, {command.name, command.args, 0}});
    applied_ = inputs.size();
    if (!finished()) run_.counted = false;
    collectEvents(true);
    sample();
    return Ok{};
}

Run Timeline::copy() const {
    Run run = run_;
    if (!run.refused) run.here = snapshot();
    return run;
}

Run Timeline::take() {
    if (!run_.refused) run_.here = snapshot();
    checkpoints_.clear();
    return std::move(run_);
}

Status Timeline::resume(Run run) {
    const int64_t step = run.step;
    if (!run.here && step > resumeLimit) return tooLong(resumeLimit);
    run_ = std::move(run);
    if (!run_.here) {
        const int64_t stride = run_.recording.stride();
        run_.recording = Recording(numberOutputs_, Recording::defaultCapacity, stride);
        const bool refused = run_.refused;
        if (Status again = restart(true); !again.ok()) return refused ? Status(Ok{}) : again;
        sample();
        return replayTo(step, true);
    }
    forgetCheckpoints();
    trouble_.reset();
    const auto later = [step](const Input& input) { return input.step > step; };
    applied_ = static_cast<size_t>(std::find_if(run_.inputs.begin(), run_.inputs.end(), later) -
                                   run_.inputs.begin());
    Status written = writeSnapshot(model_, schema_, *run_.here, seed_);
    model_.takeEvents();
    run_.here.reset();
    if (written.ok()) keepCheckpoint();
    return written;
}

Snapshot Timeline::snapshot() const {
    Settings settings = readSettings(schema_);
    Snapshot snapshot{run_.step,
                      std::move(settings.params),
                      std::move(settings.choices),
                      std::move(settings.documents),
                      {}};
    // A refused start has no state: what the model still holds is of an earlier run.
    if (!run_.refused) snapshot.states = readStates(schema_);
    return snapshot;
}

Status Timeline::advanceModel(bool record) {
    if (work_ <= 0) return tooLong(replayLimit);
    --work_;
    if (Status stepped = model_.step(dt_); !stepped.ok()) return stepped;
    if (Status finite = checkFinite(); !finite.ok()) return finite;
    ++run_.step;
    run_.reached = std::max(run_.reached, run_.step);
    collectEvents(record);
    if (run_.step % interval_ == 0) keepCheckpoint();
    if (Status applied = applyDue(record); !applied.ok()) return applied;
    if (record) sample();
    return Ok{};
}

Status Timeline::applyDue(bool record) {
    while (applied_ < run_.inputs.size() && run_.inputs[applied_].step == run_.step) {
        const Status done = carryOut(schema_, run_.inputs[applied_].command);
        if (!done.ok()) return done;
        ++applied_;
        collectEvents(record);
    }
    return Ok{};
}

Status Timeline::checkFinite() const {
    const State* broken = brokenState(schema_);
    if (!broken) return Ok{};
    return Error{"session.diverged", broken->key, {{"key", broken->key}}};
}

int64_t Timeline::checkpointBefore(int64_t step) const {
    int64_t best = 0;
    for (const Checkpoint& checkpoint : checkpoints_)
        if (checkpoint.snapshot.step <= step) best = checkpoint.snapshot.step;
    return best;
}

Status Timeline::goBack(int64_t step) {
    const Checkpoint* from = nullptr;
    for (const Checkpoint& checkpoint : checkpoints_)
        if (checkpoint.snapshot.step <= step) from = &checkpoint;
    if (!from) {
        if (Status again = restart(false); !again.ok()) return again;
        return replayTo(step, false);
    }
    run_.step = from->snapshot.step;
    applied_ = from->applied;
    const Status written = writeSnapshot(model_, schema_, from->snapshot, seed_);
    model_.takeEvents();
    if (!written.ok()) return written;
    if (Status applied = applyDue(false); !applied.ok()) return applied;
    return replayTo(step, false);
}

Status Timeline::restart(bool record) {
    if (Status written = writeSettings(schema_, run_.start); !written.ok()) return written;
    return resetModel(record);
}

Status Timeline::resetModel(bool record) {
    forgetCheckpoints();
    trouble_.reset();
    run_.step = 0;
    applied_ = 0;
    Status reset = model_.reset(seed_);
    if (reset.ok()) reset = checkFinite();
    run_.refused = !reset.ok();
    collectEvents(record && reset.ok());
    if (reset.ok()) return applyDue(record);
    trouble_ = reset.error();
    return reset;
}

Status Timeline::replayTo(int64_t step, bool record) {
    while (run_.step < step)
        if (Status stepped = advanceModel(record); !stepped.ok()) return stepped;
    return Ok{};
}

// After a failure the model may be anywhere: computes the newest good moment again. Should the
// replay fail before it got there, then the moment that it did reach is the good one.
void Timeline::recreate() {
    int64_t good = run_.step;
    while (!goBack(good).ok() && run_.step < good) good = run_.step;
    run_.recording.truncate(run_.step);
}

void Timeline::keepCheckpoint() {
    if (!checkpoints_.empty() && checkpoints_.back().snapshot.step >= run_.step) return;
    checkpoints_.push_back({snapshot(), applied_});
    checkpointBytes_ += weight(checkpoints_.back().snapshot);
    const bool tooMany = checkpoints_.size() > maxCheckpoints;
    if (tooMany || (checkpointBytes_ > maxCheckpointBytes && checkpoints_.size() > 2))
        thinCheckpoints();
}

void Timeline::thinCheckpoints() {
    interval_ *= 2;
    const auto odd = [this](const Checkpoint& c) { return c.snapshot.step % interval_ != 0; };
    checkpoints_.erase(std::remove_if(checkpoints_.begin(), checkpoints_.end(), odd),
                       checkpoints_.end());
    checkpointBytes_ = 0;
    for (const Checkpoint& checkpoint : checkpoints_)
        checkpointBytes_ += weight(checkpoint.snapshot);
}

void Timeline::forgetCheckpoints() {
    checkpoints_.clear();
    checkpointBytes_ = 0;
    interval_ = firstInterval;
}

void Timeline::dropFuture() {
    run_.inputs.resize(applied_);
    run_.reached = run_.step;
    while (!checkpoints_.empty() && checkpoints_.back().snapshot.step > run_.step) {
        checkpointBytes_ -= weight(checkpoints_.back().snapshot);
        checkpoints_.pop_back();
    }
}

void Timeline::collectEvents(bool record) {
    std::vector<Event> events = model_.takeEvents();
    if (!record) return;
    const double time = static_cast<double>(run_.step) * dt_;
    for (Event& event : events) run_.recording.add({run_.step, time, std::move(event)});
}

void Timeline::sample() {
    std::vector<double> row;
    row.reserve(numberOutputs_);
    for (const Output& output : schema_.outputs())
        if (output.recorded()) row.push_back(output.number());
    run_.recording.add(run_.step, static_cast<double>(run_.step) * dt_, row);
}

}  // namespace pt
