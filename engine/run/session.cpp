#include "engine/run/session.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "engine/core/assert.h"
#include "engine/run/edits.h"

namespace pt {

// -- time

void Session::play() {
    if (finished() || trouble() || (companion_ && companion_->freezes())) return;
    playing_ = true;
    ++revision_;
}

void Session::pause() {
    stopTime();
    ++revision_;
}

void Session::rate(double modelPerWall) {
    if (std::isnan(modelPerWall)) return;
    rate_ = std::clamp(modelPerWall, 1.0 / 64, 1e8);
    ++revision_;
}

Session::Advance Session::advance(double wallSeconds, double (*clock)(), double budget) {
    Advance advance;
    if (!playing_ || !(wallSeconds > 0)) return advance;
    owed_ += std::min(wallSeconds, 0.1) * rate_;
    const double whole = std::floor(owed_ / dt());
    const double end = clock() + budget;
    while (playing_ && static_cast<double>(advance.steps) < whole) {
        if (!oneStep().ok()) break;
        ++advance.steps;
        if (clock() >= end) break;
    }
    owed_ = std::max(0.0, owed_ - whole * dt());
    if (playing_) advance.lag = (whole - static_cast<double>(advance.steps)) * dt();
    return advance;
}

Status Session::stepOnce() { return oneStep(); }

void Session::accompany(Companion& companion) {
    PT_ASSERT(!companion_);
    companion_ = &companion;
    restarted_ = false;
}

void Session::leave() {
    lesson_ = companion_->save();
    companion_ = nullptr;
}

Result<int64_t> Session::runToEnd(int64_t limit) {
    int64_t taken = 0;
    for (; taken < limit && !finished(); ++taken)
        if (Status stepped = oneStep(); !stepped.ok()) return stepped.error();
    return taken;
}

Status Session::rewindTo(int64_t step) {
    Command command{"rewind", Json::object(), 0};
    command.args.set("step", static_cast<double>(step));
    return post(command);
}

Status Session::oneStep() {
    if (companion_ && companion_->freezes()) return Error{"session.frozen", "", {}};
    const bool again = timeline_->inPast();
    Status stepped = timeline_->step();
    ++revision_;
    if (!stepped.ok()) {
        playing_ = false;
        return stepped;
    }
    ++stepsSinceJournal_;
    const auto& inputs = timeline_->run().inputs;
    const auto due = [this](const Input& input) { return input.step == step(); };
    if (std::any_of(inputs.begin(), inputs.end(), due)) renewBackground();
    const bool over = finished() && !timeline_->run().counted;
    if (finished()) playing_ = false;
    if (over) countRun();
    if (companion_ && !again) companion_->stepped();
    if (companion_ && over) companion_->finished();
    return stepped;
}

void Session::countRun() {
    timeline_->markCounted();
    finishBackground();
    RunRecord record{static_cast<int>(runs_.size()) + 1,
                     setup_.seed,
                     settingsJson(schema_),
                     outputsJson(schema_),
                     Json::object(),
                     branch()};
    for (const Document& document : schema_.documents())
        if (document.design) record.design.set(document.key, document.save());
    timeline_->branch(record.number);
    runs_.push_back(std::move(record));
    if (runs_.size() > keptDesigns) runs_[runs_.size() - keptDesigns - 1].design = Json::object();
}

void Session::stopTime() {
    playing_ = false;
    owed_ = 0;
}

Status Session::restore(const Snapshot& snapshot) {
    const int64_t before = step();
    if (Status moved = rewindTo(snapshot.step); !moved.ok()) return moved;
    if (this->snapshot() == snapshot) return Ok{};
    if (Status back = rewindTo(before); !back.ok()) return back;
    return Error{"session.snapshot", "", {}};
}

const Setting* Session::setting(std::string_view key) const { return findSetting(setup_, key); }

Range Session::range(const Param& param) const { return rangeOf(param, setting(param.key)); }

}  // namespace pt
