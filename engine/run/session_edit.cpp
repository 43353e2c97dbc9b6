// The commands of a Session: edits, undo and redo, rewinding, and the journal of them all.
#include <algorithm>
#include <cmath>
#include <utility>

#include "engine/run/edits.h"
#include "engine/run/session.h"
#include "engine/run/tested.h"

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

bool finds(const std::vector<Command>& findings, const Command& finding) {
    const auto same = [&finding](const Command& other) {
        return other.name == finding.name && other.args["run"] == finding.args["run"];
    };
    return std::any_of(findings.begin(), findings.end(), same);
}

}  // namespace

Status Session::post(const Command& command) {
    if (command.name == "lesson") return postLesson(command);
    logged_ = false;
    Status done = checkFree(command);
    if (done.ok()) done = turn(command);
    dropStaleJob();
    renewBackground();
    tell(command, done);
    return done;
}

Status Session::postLesson(const Command& command) {
    if (!companion_) return Error{"session.no_lesson", "", {}};
    Status done = companion_->lesson(command.args);
    if (done.ok()) log(command);
    logged_ = done.ok();
    ++revision_;
    tell(command, done);
    return done;
}

Status Session::postAutomatic(const Command& command) {
    logged_ = false;
    Status done = Ok{};
    if (command.name == "lesson")
        log(command, 0, true);
    else
        done = edit(command, true);
    dropStaleJob();
    renewBackground();
    tell(command, done);
    return done;
}

// After the fact, so that what the companion does next comes after it in the journal. One that
// was asked for already is not in the journal: a replay would not know of it.
void Session::tell(const Command& command, const Status& done) {
    if (!companion_) return;
    const bool logged = std::exchange(logged_, false);
    if (std::exchange(restarted_, false)) companion_->restarted();
    if (!done.ok()) companion_->refused(command, done.error());
    if (!done.ok() || !logged) return;
    if (command.name == "rewind") companion_->rewound();
    companion_->posted(command);
}

Status Session::turn(const Command& command) {
    if (command.name == "undo") return turnBack("undo", undo_, redo_);
    if (command.name == "redo") return turnBack("redo", redo_, undo_);
    if (command.name == "rewind") return rewind(command);
    Status done = edit(command, false);
    return done.ok() ? done : labelled(done.error(), schema_, lab_->id);
}

// What the companion forbids to people.
Status Session::checkFree(const Command& command) const {
    if (!companion_ || isFinding(command)) return Ok{};
    if (companion_->freezes()) return Error{"session.frozen", "", {}};
    const bool keyed = command.name == "set" || command.name == "document";
    const std::string& key = keyed ? command.args["key"].text() : command.name;
    if (!companion_->locks(key)) return Ok{};
    return labelled({"session.locked", key, {{"key", key}}}, schema_, lab_->id);
}

Status Session::edit(const Command& command, bool automatic) {
    if (Status checked = checkPost(command, automatic); !checked.ok()) return checked;
    if (isFinding(command)) return editFinding(command);
    const bool restarts = command.name == "reset" || command.name == "recall";
    if (!restarts && changesNothing(schema_, command)) return Ok{};
    const bool live =
        !restarts && !timeline_->run().refused && effectOf(schema_, command) == Effect::live;
    Undo undo;
    Status done = live ? editRunning(command, undo) : editStart(command, undo);
    ++revision_;
    if (done.ok() && automatic) log(command, 0, true);
    if (done.ok() && !automatic) remember(std::move(undo), command);
    return done;
}

Status Session::checkPost(const Command& command, bool automatic) const {
    if (command.name == "reset") return Ok{};
    const bool finding = isFinding(command);
    if (!finding && command.name != "recall")
        return checkEdit(schema_, automatic ? Setup{} : setup_, command);
    const double run = command.args["run"].number();
    if (!(run >= 1) || run > static_cast<double>(runs_.size()) || run != std::floor(run))
        return Error{"session.unknown_run", "run", {{"run", command.args["run"].write()}}};
    if (finding) return checkFinding(schema_, command);
    const Result<Settings> design = recall(static_cast<int>(run));
    return design.ok() ? Status(Ok{}) : Status(design.error());
}

Status Session::editFinding(const Command& command) {
    RunRecord& run = *findRun(runs_, command);
    Undo undo;
    undo.findings.push_back(inverseOf(run, command));
    const RunRecord before = run;
    carryOut(run, command);
    if (run == before) return Ok{};
    ++revision_;
    remember(std::move(undo), command);
    return Ok{};
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
    if (Status done = prepare(command); !done.ok()) {
        const Status back = timeline_->resume(std::move(run));
        return back.ok() ? done : back;
    }
    const bool recalls = command.name == "recall";
    const int branch = recalls ? static_cast<int>(command.args["run"].number()) : run.branch;
    undo.run = std::move(run);
    timeline_->begin();
    timeline_->branch(branch);
    restarted_ = true;
    stopTime();
    return Ok{};
}

// The settings of the run that is about to start.
Status Session::prepare(const Command& command) {
    if (command.name == "reset") return Ok{};
    if (command.name != "recall") return carryOut(schema_, command);
    const Result<Settings> design = recall(static_cast<int>(command.args["run"].number()));
    return design.ok() ? writeSettings(schema_, design.value()) : Status(design.error());
}

Result<Settings> Session::recall(int run) const {
    const int count = static_cast<int>(runs_.size());
    if (run < 1 || run > count)
        return Error{"session.unknown_run", "run", {{"run", std::to_string(run)}}};
    if (run <= count - keptDesigns)
        return Error{"session.run_forgotten",
                     "run",
                     {{"run", std::to_string(run)}, {"kept", std::to_string(keptDesigns)}}};
    return designOf(schema_, setup_, runs_[static_cast<size_t>(run) - 1], readSettings(schema_));
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
    logged_ = true;
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
    const bool inNew = timeline_->inPast() || timeline_->run().refused;
    const bool whole = undo.run || (inNew && !undo.sets.empty());
    if (whole) reverse.run = timeline_->copy();
    if (undo.run) {
        if (Status resumed = timeline_->resume(*undo.run); !resumed.ok()) {
            const Status back = timeline_->resume(std::move(*reverse.run));
            return back.ok() ? resumed.error() : back.error();
        }
        restarted_ = true;
        stopTime();
    }
    for (const Command& set : undo.sets) {
        if (!whole) reverse.sets.push_back(inverseOf(schema_, set));
        if (Status done = setNow(set); !done.ok()) return done.error();
    }
    for (const Command& finding : undo.findings) {
        RunRecord* run = findRun(runs_, finding);
        if (!run) continue;
        reverse.findings.push_back(inverseOf(*run, finding));
        carryOut(*run, finding);
    }
    return reverse;
}

Status Session::setNow(const Command& command) {
    if (!timeline_->run().refused) return timeline_->input(command);
    const int branch = timeline_->run().branch;
    Status done = carryOut(schema_, command);
    timeline_->begin();
    timeline_->branch(branch);
    restarted_ = true;
    return done;
}

void Session::remember(Undo undo, const Command& command) {
    redo_.clear();
    const bool goesOn = command.gesture != 0 && command.gesture == gesture_ && !undo_.empty();
    if (!goesOn) {
        undo_.push_back(std::move(undo));
        lighten(undo_);
        gestures_ += command.gesture != 0 ? 1 : 0;
    } else {
        join(undo_.back(), std::move(undo));
    }
    gesture_ = command.gesture;
    log(command, gesture_ != 0 ? gestures_ : 0);
}

// A gesture is taken back as one: what was before its first command counts.
void Session::join(Undo& first, Undo next) {
    for (Command& finding : next.findings)
        if (!finds(first.findings, finding)) first.findings.push_back(std::move(finding));
    if (first.run) return;
    first.run = std::move(next.run);
    for (Command& set : next.sets)
        if (!sets(first.sets, set.args["key"])) first.sets.push_back(std::move(set));
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

void Session::log(const Command& command, int gesture, bool automatic) {
    if (replacesLast(command, gesture))
        journal_.back().command = command;
    else
        journal_.push_back({stepsSinceJournal_, command, automatic});
    journal_.back().command.gesture = gesture;
    stepsSinceJournal_ = 0;
    logged_ = true;
}

}  // namespace pt
