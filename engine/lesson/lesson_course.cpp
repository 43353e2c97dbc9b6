#include "engine/lesson/lesson_course.h"

#include <algorithm>
#include <cmath>

namespace pt {
namespace {

constexpr const char* shapeNames[] = {"pulse", "step", "ramp", "sine", "noise"};
constexpr size_t mostDisturbances = 100;

int64_t stepFrom(const Json& json) {
    const double number = json.number();
    return number >= 0 && number < 1e15 ? static_cast<int64_t>(number) : 0;
}

double finiteFrom(const Json& json) { return std::fabs(json.number()) < 1e15 ? json.number() : 0; }

}  // namespace

const Watch* LessonCourse::watch(std::string_view key) const {
    for (const Watched& each : watched)
        if (each.key == key) return &each.watch;
    return nullptr;
}

void LessonCourse::restart() {
    begun = byScript = false;
    farthest = 0;
    seen = 0;
    std::fill(held.begin(), held.end(), false);
    const auto ofRun = [](const Active& each) { return each.during.empty(); };
    disturbances.erase(std::remove_if(disturbances.begin(), disturbances.end(), ofRun),
                       disturbances.end());
    for (auto& [task, from] : taskFrom) from = 0;
    broken.clear();
    for (Watched& each : watched) each.watch.clear();
}

void LessonCourse::dropAfter(int64_t step, double dt) {
    farthest = step;
    const auto later = [step](const Active& each) { return each.begin > step; };
    disturbances.erase(std::remove_if(disturbances.begin(), disturbances.end(), later),
                       disturbances.end());
    for (auto& [task, from] : taskFrom) from = std::min(from, static_cast<double>(step) * dt);
    for (Watched& each : watched) each.watch.rewind(step);
}

Json toJson(const Disturbance& disturbance) {
    Json json = Json::object().set("input", disturbance.input);
    json.set("shape", shapeNames[static_cast<size_t>(disturbance.shape)]);
    json.set("value", disturbance.value).set("after", disturbance.after);
    return json.set("last", disturbance.last).set("period", disturbance.period);
}

Disturbance disturbanceFrom(const Json& json) {
    Disturbance disturbance;
    disturbance.input = json["input"].text();
    for (size_t i = 0; i < std::size(shapeNames); ++i)
        if (json["shape"].text() == shapeNames[i])
            disturbance.shape = static_cast<Disturbance::Shape>(i);
    disturbance.value = finiteFrom(json["value"]);
    disturbance.after = std::max(0.0, finiteFrom(json["after"]));
    disturbance.last = std::max(0.0, finiteFrom(json["last"]));
    disturbance.period = std::max(0.0, finiteFrom(json["period"]));
    return disturbance;
}

Json toJson(const LessonCourse& course) {
    Json held = Json::list(), disturbances = Json::list(), given = Json::object();
    Json tasks = Json::object(), broken = Json::list(), watched = Json::object();
    for (const bool each : course.held) held.add(each);
    for (const LessonCourse::Active& each : course.disturbances) {
        Json json = toJson(each.what);
        json.set("begin", static_cast<double>(each.begin)).set("base", each.base);
        disturbances.add(json.set("during", each.during));
    }
    for (const auto& [key, each] : course.given)
        given.set(key, Json::object().set("before", each.before).set("last", each.last));
    for (const auto& [task, from] : course.taskFrom) tasks.set(task, from);
    for (const std::string& task : course.broken) broken.add(task);
    for (const LessonCourse::Watched& each : course.watched)
        watched.set(each.key, each.watch.save());
    Json json = Json::object().set("begun", course.begun).set("by_script", course.byScript);
    json.set("farthest", static_cast<double>(course.farthest));
    json.set("seen", static_cast<double>(course.seen)).set("held", std::move(held));
    json.set("disturbances", std::move(disturbances)).set("given", std::move(given));
    if (!course.change.key.empty()) json.set("change", course.change.key);
    json.set("tasks", std::move(tasks)).set("broken", std::move(broken));
    return json.set("watched", std::move(watched));
}

void restore(LessonCourse& course, const Json& json) {
    course.begun = json["begun"].boolean();
    course.byScript = json["by_script"].boolean();
    course.farthest = stepFrom(json["farthest"]);
    course.seen = static_cast<size_t>(stepFrom(json["seen"]));
    // The host's gestures begin anew: none goes on from here.
    course.change = {-1, json["change"].text()};
    for (size_t i = 0; i < course.held.size(); ++i) course.held[i] = json["held"][i].boolean();
    for (const Json& each : json["disturbances"].items())
        if (course.disturbances.size() < mostDisturbances)
            course.disturbances.push_back({disturbanceFrom(each), stepFrom(each["begin"]),
                                           finiteFrom(each["base"]), each["during"].text()});
    for (const auto& [key, each] : json["given"].entries())
        course.given[key] = {each["before"], each["last"]};
    for (const auto& [task, from] : json["tasks"].entries())
        course.taskFrom[task] = std::max(0.0, finiteFrom(from));
    for (const Json& task : json["broken"].items()) course.broken.insert(task.text());
    for (LessonCourse::Watched& each : course.watched)
        each.watch.restore(json["watched"][each.key]);
}

}  // namespace pt
