// What the session tells: edits, steps, runs and ways back.
#include <algorithm>
#include <cmath>

#include "engine/lesson/lesson_run.h"
#include "engine/lesson/lesson_values.h"
#include "engine/lesson/vary.h"

namespace pt {
namespace {

bool isSet(const Command& command) { return command.name == "set" || command.name == "document"; }

// "before" as a command that puts it back.
Command setting(const std::string& key, const Json& value) {
    return {"set", Json::object().set("key", key).set("value", value), 0};
}

Json valueNow(const Schema& schema, std::string_view key) {
    if (const Param* param = schema.findParam(key)) return *param->value;
    const Choice* choice = schema.findChoice(key);
    return choice ? Json(choice->options[static_cast<size_t>(*choice->value)]) : Json();
}

}  // namespace

void LessonRun::posted(const Command& command) {
    const Acting acting(*this);
    forgetFuture();
    if (command.name != "lesson") {
        knowFigures(!session_.schema().background());
        pastStep_ = -1;
    }
    if (depth_ > 0) return;
    if (command.name == "lesson")
        flushChange();
    else
        edited(command);
    drain();
    // While a pupil drags or scrubs, only where it ends counts: the journal keeps no more of it.
    if (command.gesture == 0 && command.name != "rewind") settle();
    takeScriptErrors();
}

void LessonRun::refused(const Command& command, const Error& error) {
    if (depth_ == 0 && command.name != "lesson")
        record("refused", isSet(command) ? command.args["key"].text() : command.name, error.key);
}

void LessonRun::edited(const Command& command) {
    const std::string& key = isSet(command) ? command.args["key"].text() : command.name;
    if (course_.change.gesture == 0 || course_.change.gesture != command.gesture ||
        course_.change.key != key)
        flushChange();
    if (command.name == "rewind") return record("rewind", "", command.args["step"]);
    if (command.name == "undo" || command.name == "redo" || command.name == "recall")
        return record(command.name);
    if (command.name == "reset") {
        record("reset");
        return happen("reset");
    }
    if (command.name == "set") handTook(key);
    // Where figures follow the design at once, an edit shows the outcome.
    const auto& outputs = session_.schema().outputs();
    if (std::any_of(outputs.begin(), outputs.end(), [](const Output& o) { return o.figure; }))
        commitPredictions();
    const Json facts = command.name == "set" ? command.args["value"] : Json();
    const bool goesOn = command.gesture != 0 && course_.change.key == key && !log_.empty() &&
                        log_.back().what == "edit" && log_.back().about == key;
    if (goesOn)
        log_.back().facts = facts;
    else
        record("edit", key, facts);
    course_.change = {command.gesture, key};
    if (command.gesture == 0) flushChange();
}

void LessonRun::flushChange() {
    if (course_.change.key.empty()) return;
    const std::string key = std::exchange(course_.change, {}).key;
    happen("change", key);
}

// From now on the input is the pupil's: the lesson goes on from that value.
void LessonRun::handTook(const std::string& key) {
    course_.given.erase(key);
    const Param* param = session_.schema().findParam(key);
    const double added = addedTo(key);
    for (LessonCourse::Active& each : course_.disturbances)
        if (param && each.what.input == key) each.base = *param->value - added;
}

// An edit in the past of a run drops what lay beyond.
void LessonRun::forgetFuture() {
    if (session_.reached() >= course_.farthest) return;
    course_.dropAfter(session_.reached(), session_.dt());
    course_.seen = std::min(course_.seen, session_.recording().events().size());
    pastStep_ = -1;
}

void LessonRun::rewound() {
    pastStep_ = -1;
    ++revision_;
}

void LessonRun::stepped() {
    const Acting acting(*this);
    flushChange();
    pastStep_ = -1;
    const bool first = !course_.begun;
    course_.begun = true;
    course_.farthest = session_.step();
    if (first) {
        commitPredictions();
        record("run");
        happen("run_start");
    }
    labEvents();
    keepDisturbing();
    observeWatches();
    timedEvents();
    if (script_) script_->stepped();
    drain();
    settle();
    takeScriptErrors();
}

void LessonRun::restarted() {
    const Acting acting(*this);
    course_.restart();
    pastStep_ = -1;
    // A run that undo brought back: what happened in it so far is no news.
    course_.farthest = session_.reached();
    course_.begun = session_.reached() > 0;
    course_.seen = course_.begun ? session_.recording().events().size() : 0;
    if (!course_.begun) giveBack();
    holdVaried();
    keepDisturbing();
    if (script_ && course_.begun)
        script_->rewound();
    else if (script_)
        script_->happened("new_run", "", Json::object());
    observeWatches();
}

void LessonRun::finished() {
    const Acting acting(*this);
    const int run = session_.runs().back().number;
    knowFigures(true);  // the session finished the background work for its record
    const Observation& seen = observe(true, run);
    record("run_end", std::to_string(run), seen.number);
    fillTables(seen);
    happen("run_end", std::to_string(run));
    judgePredictions();
    drain();
    settle();
    takeScriptErrors();
}

void LessonRun::labEvents() {
    const std::vector<TimedEvent>& events = session_.recording().events();
    for (; course_.seen < events.size(); ++course_.seen) {
        const Event event = events[course_.seen].event;
        happen(event.key, "", event.args);
    }
}

void LessonRun::observeWatches() {
    for (LessonCourse::Watched& each : course_.watched)
        each.watch.observe(*each.expression, *values_, session_.step());
    for (const auto& [id, from] : course_.taskFrom) {
        const LessonItem* item = lesson().findItem(id);
        const auto* task = item ? std::get_if<TaskItem>(&item->body) : nullptr;
        if (task && task->keep && task->keep->truth(*values_, watch("keep", id)) == Truth::no)
            course_.broken.insert(id);
    }
}

// What the lesson did to an input during a run is not there in the next one.
void LessonRun::giveBack() {
    const std::map<std::string, LessonCourse::Given> given = course_.given;
    for (const auto& [key, each] : given)
        if (valueNow(session_.schema(), key) == each.last) automatic(setting(key, each.before));
}

// Undo may bring back a run from before the pupil's own numbers; those that are locked stay.
void LessonRun::holdVaried() {
    if (state_.pupil == 0) return;
    for (const Command& command : variedFor(lesson(), session_.setup().seed, state_.pupil)) {
        const Setting* setting = session_.setting(command.args["key"].text());
        if (setting && setting->locked) automatic(command);
    }
}

void LessonRun::settle() {
    values_->forget();
    conditions();
    settleTasks();
    drain();
}

// A task is done at the moment at which its goal is reached.
void LessonRun::settleTasks() {
    const LessonStep* now = step();
    if (!now) return;
    for (const LessonItem& item : now->items) {
        const auto* task = std::get_if<TaskItem>(&item.body);
        if (!task || !isHere(item.levels) || this->item(item.id).done) continue;
        if (!task->goal.empty() && task->goal.truth(*values_, watch("goal", item.id)) != Truth::yes)
            continue;
        const Verdict verdict = judge(item, {}, context(item));
        if (verdict.state != Verdict::State::ok) continue;
        state_.items[item.id].verdict = verdict;
        finishItem(item);
    }
}

}  // namespace pt
