// The commands of a Session: edits, undo and redo, rewinding, and the journal of them all.
#include <algorithm>
#include <cmath>

#include "engine/run/edits.h"
#include "engine/run/session.h"

namespace pt {
namespace {

// Undo keeps whole runs so that turning back is quick; beyond this they are computed again.
constexpr size_t maxHistoryBytes = size_t{16} << 20;

size_t weight(const Run& run) {
    const size_t numbers = run.recording.rows() * (run.recording.columns() + 2);
    return 8 * numbers + (run.here ? weight(*run.here) : 0);
}

bool sets(const std::vector<Command>& commands, const Json& key) {
    const auto same = [&key](const Command& command) { return command.args["key"] == key; };
    return std::any_of(commands.begin(), commands.end(), same);
}

}  // namespace

Status Session::post(const Command& command) {
    if (command.name == "undo") return turnBack("undo", undo_, redo_);
    if (command.name == "redo") return turnBack("redo", redo_, undo_);
    if (command.name == "rewind") return rewind(command);
    Status done = edit(command);
    return done.ok() ? done : labelled(done.error(), schema_, lab_->id);
}

Status Session::edit(const Command& command) {
    const bool restarts = command.name == "reset";
    if (!restarts) {
        if (Status checked = checkEdit(schema_, setup_, command); !checked.ok()) return checked;
        if (changesNothing(schema_, command)) return Ok{};
    }
    const bool live =
        !restarts && !timeline_->run().refused && effectOf(schema_, command) == Effect::live;
    Undo undo;
    Status done = live ? editRunning(command, undo) : editStart(command, undo);
    ++revision_;
    if (done.ok()) remember(std::move(undo), command);
    return done;
}

Status Session::editRunning(const Command& command, Undo& undo) {
    // Only at the newest moment of a run does a set lose nothing that setting back would not give.
    if (command.name == "set" && !timeline_->inPast())
        undo.sets.push_back(inverseOf(schema_, command));
    else
        undo.run = timeline_->copy();
    return timeline_->input(command);
}

Status Session::editStart(const Command& command, Undo& undo) {
    Run run = timeline_->take();
    if (command.name != "reset") {
        if (Status done = carryOut(schema_, command); !done.ok()) {
            const Status back = timeline_->resume(std::move(run));
            return back.ok() ? done : back;
        }
    }
    undo.run = std::move(run);
    timeline_->begin();
    stopTime();
    return Ok{};
}

Status Session::rewind(const Command& command) {
    const double wanted = command.args["step"].number(-1);
    if (wanted != std::floor(wanted) || !(std::fabs(wanted) < 1e15))
        return Error{"session.argument", "step", {{"command", "rewind"}, {"key", "step"}}};
    const int64_t target = static_cast<int64_t>(wanted);
    if (target == step()) return Ok{};
    Status moved = timeline_->goTo(target);
    ++revision_;
    if (!moved.ok()) {
        playing_ = playing_ && !trouble();
        return moved;
    }
    // A scrub posts a rewind per frame; where it ended is all that counts.
    if (stepsSinceJournal_ == 0 && !journal_.empty() && journal_.back().command.name == "rewind")
        journal_.back().command = command;
    else
        log(command);
    gesture_ = 0;
    return moved;
}

// -- undo and redo: an entry of one, applied, gives the entry of the other.

Status Session::turnBack(const char* name, std::vector<Undo>& from, std::vector<Undo>& to) {
    if (from.empty()) return Error{std::string("session.nothing_to_") + name, "", {}};
    Result<Undo> reverse = apply(from.back());
    ++revision_;
    if (!reverse.ok()) return reverse.error();
    from.pop_back();
    to.push_back(std::move(reverse.value()));
    lighten(to);
    log({name, Json::object(), 0});
    gesture_ = 0;
    return Ok{};
}

Result<Session::Undo> Session::apply(const Undo& undo) {
    Undo reverse;
    const bool whole = undo.run || timeline_->inPast() || timeline_->run().refused;
    if (whole) reverse.run = timeline_->copy();
    if (undo.run) {
        if (Status resumed = timeline_->resume(*undo.run); !resumed.ok()) {
            const Status back = timeline_->resume(std::move(*reverse.run));
            return back.ok() ? resumed.error() : back.error();
        }
        stopTime();
    }
    for (const Command& set : undo.sets) {
        if (!whole) reverse.sets.push_back(inverseOf(schema_, set));
        if (Status done = setNow(set); !done.ok()) return done.error();
    }
    return reverse;
}

Status Session::setNow(const Command& command) {
    if (!timeline_->run().refused) return timeline_->input(command);
    Status done = carryOut(schema_, command);
    timeline_->begin();
    return done;
}

void Session::remember(Undo undo, const Command& command) {
    redo_.clear();
    const bool goesOn = command.gesture != 0 && command.gesture == gesture_ && !undo_.empty();
    if (!goesOn) {
        undo_.push_back(std::move(undo));
        lighten(undo_);
        gestures_ += command.gesture != 0 ? 1 : 0;
    } else if (Undo& first = undo_.back(); !first.run) {
        first.run = std::move(undo.run);
        for (Command& set : undo.sets)
            if (!sets(first.sets, set.args["key"])) first.sets.push_back(std::move(set));
    }
    gesture_ = command.gesture;
    log(command, gesture_ != 0 ? gestures_ : 0);
}

void Session::lighten(std::vector<Undo>& history) {
    size_t bytes = 0;
    for (size_t i = history.size(); i-- > 0;) {
        if (!history[i].run || !history[i].run->here) continue;
        Run& run = *history[i].run;
        bytes += weight(run);
        if (bytes <= maxHistoryBytes || run.step > Timeline::resumeLimit) continue;
        run.recording = Recording(0, Recording::defaultCapacity, run.recording.stride());
        run.here.reset();
    }
}

// While a document is dragged each value replaces the one before whole, so the last is enough to
// play the journal, unless the drag returns to its start: then nothing would seem to happen.
// (Of a param all count: what a model makes of a design may depend on the way to it.)
bool Session::replacesLast(const Command& command, int gesture) const {
    if (gesture == 0 || command.name != "document" || stepsSinceJournal_ > 0) return false;
    if (journal_.empty() || !undo_.back().run || !undo_.back().run->here) return false;
    const Command& last = journal_.back().command;
    const std::vector<Json>& before = undo_.back().run->here->documents;
    return last.gesture == gesture && last.name == "document" &&
           last.args["key"] == command.args["key"] &&
           std::find(before.begin(), before.end(), command.args["value"]) == before.end();
}

void Session::log(const Command& command, int gesture) {
    if (replacesLast(command, gesture))
        journal_.back().command = command;
    else
        journal_.push_back({stepsSinceJournal_, command});
    journal_.back().command.gesture = gesture;
    stepsSinceJournal_ = 0;
}

}  // namespace pt
