#include "engine/lesson/lesson_run.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/core/hash.h"
#include "engine/lesson/lesson_replay.h"
#include "engine/lesson/lesson_values.h"

namespace pt {
namespace {

constexpr size_t mostLog = 20'000;
constexpr size_t longestSaid = 4096;      // of one message in a save file, which may be hostile
constexpr int64_t mostRelived = 100'000;  // steps, while someone waits for the work to open
constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

Json toJson(const std::vector<LessonRun::Said>& said) {
    Json list = Json::list();
    for (const auto& [text, plain] : said)
        list.add(plain.empty() ? Json::object().set("nl", text.nl).set("en", text.en)
                               : Json(plain));
    return list;
}

}  // namespace

LessonRun::LessonRun(std::shared_ptr<const Scenario> scenario, Session& session,
                     const MakeScript& makeScript)
    : scenario_(std::move(scenario)), session_(session), makeScript_(makeScript),
      lastWall_(unknown) {
    values_ = std::make_unique<LessonValues>(
        session_, lesson(), state_,
        [this](std::string_view id) { return script_ ? script_->measure(id) : unknown; },
        [this](std::string_view id) { return watch("requirement", id); });
    knowFigures(!session_.schema().background());
    watchExpressions();
    session_.accompany(*this);
    const Json saved = session_.savedLesson();
    if (saved.isObject()) {
        restore(saved);
        takeUpScript(saved["script"]);
    } else {
        startScript();
        begin();
    }
    takeScriptErrors();
}

LessonRun::~LessonRun() { session_.leave(); }

void LessonRun::startScript() {
    if (!lesson().script || !makeScript_) return;
    Result<std::unique_ptr<LessonScript>> made = makeScript_(*lesson().script, *this);
    if (!made.ok()) {
        scriptErrors_.push_back(made.error());
        return;
    }
    script_ = std::move(made.value());
    values_->addMeasures(script_->names());
}

// What a script waits for and keeps in its variables stands in no file: living through the work
// again brings it back. Where that takes too long, or comes out otherwise under a newer form of
// the lesson, the script begins anew with its memory; a replay finds that in the journal.
void LessonRun::takeUpScript(const Json& memory) {
    if (!lesson().script || !makeScript_ || reliveScript()) return;
    startScript();
    if (!script_) return;
    script_->restore(memory);
    static_cast<void>(act(Json::object().set("do", "resume")));
}

bool LessonRun::reliveScript() {
    const auto again = replayLesson(session_, scenario_, makeScript_, mostRelived);
    if (!again.ok() || !again.value().same) return false;
    LessonRun& run = *again.value().run;
    if (!run.script_ || toJson(run.course_).write() != toJson(course_).write()) return false;
    script_ = std::move(run.script_);
    script_->moveTo(*this);
    values_->addMeasures(script_->names());
    console_ = std::move(run.console_);
    scriptErrors_ = std::move(run.scriptErrors_);
    return true;
}

Status LessonRun::resumeScript(const Json&) {
    if (!script_) return Ok{};
    const Json memory = script_->save();
    startScript();
    script_->restore(memory);
    return Ok{};
}

// The mark in the journal tells a replay where the lesson came in.
void LessonRun::begin() {
    const Acting acting(*this);
    automatic({"lesson", Json::object().set("do", "begin"), 0});
    if (!lesson().levels.empty()) {
        state_.level = lesson().levels.front().id;
        applySettings(lesson().levels.front().start);
    }
    observeWatches();
    happen("start");
    if (const auto open = steps(); !open.empty()) enter(*open.front());
    drain();
    settle();
}

void LessonRun::restore(const Json& saved) {
    state_ = stateFrom(saved["state"], lesson());
    pt::restore(course_, saved["course"]);
    for (const Json& line : saved["log"].items())
        if (log_.size() < mostLog) log_.push_back(recordFrom(line));
    const auto words = [](const Json& json) { return json.text().substr(0, longestSaid); };
    for (const Json& said : saved["said"].items())
        sayText({{words(said["nl"]), words(said["en"])}, words(said)});
    knowFigures(figuresKnown_ || saved["figures"].boolean());
    if (state_.level.empty() && !lesson().levels.empty()) state_.level = lesson().levels.front().id;
    const std::vector<const LessonStep*> here = steps();
    if (std::find(here.begin(), here.end(), step()) == here.end())
        state_.step = here.empty() ? "" : here.front()->id;
    if (step()) state_.visited.try_emplace(state_.step, state_.observed);
}

Json LessonRun::save() const {
    Json lines = Json::list();
    for (const LessonRecord& line : log_) lines.add(toJson(line));
    Json json = Json::object().set("id", scenario_->id).set("state", toJson(state_));
    json.set("course", toJson(course_)).set("figures", figuresKnown_);
    if (!said_.empty()) json.set("said", toJson(said_));
    if (script_) json.set("script", script_->save());
    return json.set("log", std::move(lines));
}

// One Watch for each place where temporal parts can be used, in file order.
void LessonRun::watchExpressions() {
    const auto add = [this](std::string key, const Expression& expression) {
        if (expression.temporal()) course_.watched.push_back({std::move(key), &expression, {}});
    };
    for (const Requirement& requirement : lesson().requirements)
        add("requirement/" + requirement.id, requirement.holds);
    for (size_t i = 0; i < lesson().events.size(); ++i)
        if (lesson().events[i].when) add("event/" + std::to_string(i), *lesson().events[i].when);
    for (const LessonStep& step : lesson().steps) {
        if (step.needsExpression) add("needs/" + step.id, *step.needsExpression);
        for (const LessonItem& item : step.items) {
            if (item.needsExpression) add("needs/" + item.id, *item.needsExpression);
            const auto* task = std::get_if<TaskItem>(&item.body);
            if (task) add("goal/" + item.id, task->goal);
            if (task && task->keep) add("keep/" + item.id, *task->keep);
        }
    }
    course_.held.assign(lesson().events.size(), false);
}

const Watch* LessonRun::watch(std::string_view kind, std::string_view id) const {
    const std::string key = std::string(kind) + "/" + std::string(id);
    if (session_.step() >= course_.farthest) return course_.watch(key);
    if (pastStep_ != session_.step()) {
        pastStep_ = session_.step();
        past_ = course_.watched;
        for (LessonCourse::Watched& each : past_) each.watch.rewind(pastStep_);
    }
    for (const LessonCourse::Watched& each : past_)
        if (each.key == key) return &each.watch;
    return nullptr;
}

const ItemState& LessonRun::item(std::string_view id) const {
    static const ItemState nothing;
    const auto found = state_.items.find(id);
    return found == state_.items.end() ? nothing : found->second;
}

const Json& LessonRun::answer(std::string_view id) const { return item(id).answer; }

const std::vector<LessonRow>& LessonRun::rows(std::string_view table) const {
    static const std::vector<LessonRow> none;
    const auto found = state_.tables.find(table);
    return found == state_.tables.end() ? none : found->second;
}

const Values& LessonRun::values() const { return *values_; }

std::vector<RequirementState> LessonRun::requirements() const {
    std::vector<RequirementState> states;
    for (const Requirement& requirement : lesson().requirements)
        states.push_back({&requirement, values_->truth(requirement.id)});
    return states;
}

Help LessonRun::help(std::optional<Help> own) const {
    if (own) return *own;
    const LessonLevel* level = lesson().findLevel(state_.level);
    return level ? level->help : Help::some;
}

std::vector<std::string> LessonRun::strayIds() const {
    std::set<std::string> ids;
    for (const auto& [kind, entries] : state_.stray.entries())
        for (const auto& [id, saved] : entries.entries()) ids.insert(id);
    return {ids.begin(), ids.end()};
}

uint64_t LessonRun::hash() const { return hashOf(state_); }

LessonRun::Acting::Acting(LessonRun& run) : run_(run) {
    ++run_.acting_;
    run_.knowFigures(run_.figuresKnown_);
}

LessonRun::Acting::~Acting() {
    --run_.acting_;
    run_.knowFigures(run_.figuresKnown_);
}

void LessonRun::knowFigures(bool known) {
    figuresKnown_ = known;
    values_->withoutFigures(acting_ > 0 && !known);
}

void LessonRun::finishFigures() {
    session_.finishBackground();
    knowFigures(true);
    values_->forget();
}

void LessonRun::record(std::string_view what, std::string_view about, Json facts) {
    ++revision_;
    values_->forget();
    if (log_.size() >= mostLog) return;
    log_.push_back({static_cast<int64_t>(session_.journal().size()), session_.step(),
                    wall_ ? wall_() : unknown, std::string(what), std::string(about),
                    std::move(facts)});
}

void LessonRun::takeScriptErrors() {
    if (!script_) return;
    for (Error& error : script_->takeErrors()) {
        scriptErrors_.push_back(std::move(error));
        ++revision_;
    }
}

}  // namespace pt
