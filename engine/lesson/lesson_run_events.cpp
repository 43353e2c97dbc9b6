// What the lesson does by itself: its events, disturbances, and values of levels and pupils.
#include <algorithm>
#include <cmath>

#include "engine/lesson/lesson_run.h"
#include "engine/lesson/lesson_values.h"
#include "engine/lesson/vary.h"
#include "engine/scenario/event_names.h"

namespace pt {
namespace {

constexpr int deepest = 8;           // what the lesson does because of what it did itself
constexpr int mostHappenings = 200;  // that follow from one another
constexpr size_t mostSaid = 20;
constexpr size_t mostConsole = 1000;
constexpr size_t mostDisturbances = 100;
constexpr double slack = 1e-9;  // s; times in steps do not add up to whole seconds exactly

// What is set then stays; what is set because of the run goes with the run.
bool isOfLesson(std::string_view event) {
    const auto names = lessonEventNames();
    return event != "run_start" && std::find(names.begin(), names.end(), event) != names.end();
}

}  // namespace

Status LessonRun::post(const Command& command) {
    if (depth_ >= deepest) return Error{"lesson.too_deep", "", {}};
    ++depth_;
    Status done = session_.postAutomatic(command);
    --depth_;
    ++revision_;
    values_->forget();
    return done;
}

// The author sees what the lab refuses.
void LessonRun::automatic(const Command& command) {
    if (Status done = post(command); !done.ok()) scriptErrors_.push_back(done.error());
}

void LessonRun::applySettings(const std::vector<Setting>& settings) {
    for (const Setting& setting : settings) {
        course_.given.erase(setting.key);
        if (setting.number) automatic(setCommand(setting.key, *setting.number));
        if (setting.option) automatic(chooseCommand(setting.key, *setting.option));
    }
}

// Without a number the lab goes back to what the lesson's file says.
void LessonRun::applyPupil() {
    if (state_.pupil > 0)
        for (const Command& command : variedFor(lesson(), session_.setup().seed, state_.pupil))
            automatic(command);
    else
        for (const Varied& varied : lesson().varied)
            if (const Setting* setting = session_.setting(varied.key)) applySettings({*setting});
}

void LessonRun::happen(std::string_view event, std::string_view about, Json facts) {
    state_.happened(event);
    values_->forget();
    happenings_.push_back({std::string(event), std::string(about), std::move(facts)});
}

void LessonRun::drain() {
    if (draining_) return;
    draining_ = true;
    for (int n = 0; n < mostHappenings && !happenings_.empty(); ++n) {
        const Happening now = std::move(happenings_.front());
        happenings_.pop_front();
        for (const LessonEvent& event : lesson().events)
            if (event.kind == LessonEvent::When::on && event.on == now.event) perform(event);
        if (script_) script_->happened(now.event, now.about, now.facts);
    }
    happenings_.clear();
    draining_ = false;
}

// Each step lies between two moments, so what has to be done at a time is done once a run; and
// again when the pupil went back and took another way.
void LessonRun::timedEvents() {
    const double now = session_.time() + slack;
    const double before = now - session_.dt();
    for (const LessonEvent& event : lesson().events) {
        using When = LessonEvent::When;
        const bool at = event.kind == When::at && before < event.seconds && event.seconds <= now;
        const bool every = event.kind == When::every && event.seconds > 0 &&
                           std::floor(now / event.seconds) > std::floor(before / event.seconds);
        if (at || every) perform(event);
    }
}

void LessonRun::conditions() {
    const std::vector<LessonEvent>& events = lesson().events;
    for (size_t i = 0; i < events.size(); ++i) {
        if (!events[i].when) continue;
        const bool holds =
            events[i].when->truth(*values_, watch("event", std::to_string(i))) == Truth::yes;
        const bool held = course_.held[i];
        course_.held[i] = holds;
        if (holds && !held) perform(events[i]);
    }
}

void LessonRun::perform(const LessonEvent& event) {
    if (!isHere(event.levels)) return;
    record("event", event.on, event.where);
    const bool ofLesson = event.kind == LessonEvent::When::on && isOfLesson(event.on);
    if (event.say) sayText({*event.say, ""});
    for (const Setting& setting : event.set)
        setInput(setting.key,
                 setting.number ? Json(*setting.number) : Json(setting.option.value_or("")),
                 !ofLesson);
    if (event.disturb) disturbNow(*event.disturb);
    if (!event.hint.empty()) hint(event.hint);
    if (!event.go.empty())
        if (const LessonStep* to = lesson().findStep(event.go); to && isHere(to->levels))
            enter(*to);
    if (event.pause) session_.pause();
}

// What is set for a run is given back when the next one begins.
void LessonRun::setInput(const std::string& key, const Json& value, bool forRun) {
    const Param* param = session_.schema().findParam(key);
    const bool live = param && param->effect == Effect::live;
    const Json before = param ? Json(*param->value) : Json();
    automatic({"set", Json::object().set("key", key).set("value", value), 0});
    if (!live || !forRun) return;
    LessonCourse::Given& given =
        course_.given.emplace(key, LessonCourse::Given{before, {}}).first->second;
    given.last = *param->value;
}

void LessonRun::disturbNow(const Disturbance& disturbance) {
    const Param* param = session_.schema().findParam(disturbance.input);
    if (!param || course_.disturbances.size() >= mostDisturbances) return;
    double base = *param->value;
    for (const LessonCourse::Active& each : course_.disturbances)
        if (each.what.input == disturbance.input) base = each.base;
    course_.disturbances.push_back(
        {disturbance, session_.step(), base, course_.begun ? "" : state_.step});
    record("disturb", disturbance.input, toJson(disturbance));
    keepDisturbing();
}

double LessonRun::addedNow(const LessonCourse::Active& active, bool* over) const {
    const Disturber disturber(active.what, session_.dt(), session_.setup().seed, active.begin);
    const double time = static_cast<double>(session_.step() - active.begin) * session_.dt();
    if (over) *over = disturber.over(time) && disturber.rest() == 0 && active.during.empty();
    return disturber.at(time);
}

double LessonRun::addedTo(std::string_view input) const {
    double sum = 0;
    for (const LessonCourse::Active& each : course_.disturbances)
        if (each.what.input == input) sum += addedNow(each);
    return sum;
}

// Of several on one input each adds to what the others leave.
void LessonRun::keepDisturbing() {
    std::map<std::string, double> wanted;
    std::vector<LessonCourse::Active> going;
    for (const LessonCourse::Active& each : course_.disturbances) {
        bool over = false;
        const double added = addedNow(each, &over);
        wanted.emplace(each.what.input, each.base).first->second += added;
        if (!over) going.push_back(each);
    }
    course_.disturbances = std::move(going);
    for (const auto& [input, value] : wanted) {
        const Param* param = session_.schema().findParam(input);
        if (!param) continue;
        const double held = std::clamp(value, param->range.min, param->range.max);
        if (held != *param->value) setInput(input, held, true);
    }
}

// What was there in each run of a step is gone when the pupil leaves it.
void LessonRun::endDisturbancesOf(const LessonStep& step) {
    std::vector<LessonCourse::Active> going;
    std::map<std::string, double> bases;
    for (const LessonCourse::Active& each : course_.disturbances) {
        if (each.during == step.id)
            bases[each.what.input] = each.base;
        else
            going.push_back(each);
    }
    course_.disturbances = std::move(going);
    for (const auto& [input, base] : bases) setInput(input, base, true);
    keepDisturbing();
}

void LessonRun::sayText(Said said) {
    if (said_.size() >= mostSaid) said_.erase(said_.begin());
    said_.push_back(std::move(said));
    ++revision_;
}

// -- what the script may do

Status LessonRun::set(std::string_view key, const Json& value) {
    if (!session_.schema().isInput(key))
        return Error{"lesson.not_an_input", "", {{"key", std::string(key)}}};
    const Param* param = session_.schema().findParam(key);
    const Json before = param ? Json(*param->value) : Json();
    Status done = post({"set", Json::object().set("key", std::string(key)).set("value", value), 0});
    if (!done.ok() || !param || param->effect != Effect::live || !course_.begun) return done;
    course_.given.emplace(std::string(key), LessonCourse::Given{before, {}}).first->second.last =
        *param->value;
    return done;
}

Status LessonRun::call(std::string_view command, const Json& args) {
    return post({std::string(command), args, 0});
}

Status LessonRun::disturb(const Disturbance& disturbance) {
    const Param* param = session_.schema().findParam(disturbance.input);
    if (!param || !session_.schema().isInput(disturbance.input) || param->effect != Effect::live)
        return Error{"lesson.not_an_input", "", {{"key", disturbance.input}}};
    disturbNow(disturbance);
    return Ok{};
}

void LessonRun::run() {
    course_.byScript = true;
    session_.play();
}

void LessonRun::reset() { automatic({"reset", Json::object(), 0}); }

void LessonRun::say(std::string_view text) { sayText({{}, std::string(text)}); }

void LessonRun::hint(std::string_view id) {
    const LessonItem* item = lesson().findItem(id);
    if (!item || this->item(id).hints >= static_cast<int>(item->hints.size())) return;
    record("hint", id, ++state_.items[item->id].hints);
    happen("hint", id);
}

void LessonRun::mark(std::string_view id, double score) {
    const LessonItem* item = lesson().findItem(id);
    if (!item || !std::isfinite(score)) return;
    Verdict verdict = score >= 1 ? verdictOk(item->ok) : verdictNotYet("", {}, item->notYet);
    verdict.score = std::clamp(score, 0.0, 1.0);
    state_.items[item->id].verdict = std::move(verdict);
    record("mark", id, score);
    if (score >= 1) finishItem(*item);
}

void LessonRun::log(std::string_view line) {
    if (console_.size() >= mostConsole) console_.erase(console_.begin());
    console_.emplace_back(line);
    ++revision_;
}

}  // namespace pt
