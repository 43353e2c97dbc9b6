// The record as statements of the Experience API: actor, verb, object, result.
#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <map>
#include <set>

#include "engine/lesson/record.h"

namespace pt {
namespace {

// The last part of an IRI is also the string "record.verb.<it>".
constexpr std::string_view initialized = "http://adlnet.gov/expapi/verbs/initialized";
constexpr std::string_view completed = "http://adlnet.gov/expapi/verbs/completed";
constexpr std::string_view progressed = "http://adlnet.gov/expapi/verbs/progressed";
constexpr std::string_view interacted = "http://adlnet.gov/expapi/verbs/interacted";
constexpr std::string_view answered = "http://adlnet.gov/expapi/verbs/answered";
constexpr std::string_view scored = "http://adlnet.gov/expapi/verbs/scored";
constexpr std::string_view started = "http://activitystrea.ms/schema/1.0/start";
constexpr std::string_view ended = "http://activitystrea.ms/schema/1.0/complete";
constexpr std::string_view created = "http://activitystrea.ms/schema/1.0/create";
constexpr std::string_view updated = "http://activitystrea.ms/schema/1.0/update";
constexpr std::string_view accessed = "https://w3id.org/xapi/seriousgames/verbs/accessed";
constexpr std::string_view unlocked = "https://w3id.org/xapi/seriousgames/verbs/unlocked";
constexpr std::string_view selected = "https://w3id.org/xapi/adb/verbs/selected";

constexpr const char* progressExtension = "https://w3id.org/xapi/seriousgames/extensions/progress";
constexpr const char* account = "urn:proeftuin:account";

std::string extension(std::string_view name) { return fmt::format("urn:proeftuin:{}", name); }

const char* interactionOf(ItemKind kind) {
    switch (kind) {
    case ItemKind::number: return "numeric";
    case ItemKind::choice: return "choice";
    case ItemKind::order: return "sequencing";
    case ItemKind::match: return "matching";
    case ItemKind::open: return "long-fill-in";
    default: return "other";
    }
}

bool isQuestion(ItemKind kind) {
    return kind == ItemKind::number || kind == ItemKind::choice || kind == ItemKind::order ||
           kind == ItemKind::match;
}
bool isTool(ItemKind kind) {
    return kind == ItemKind::hypothesis || kind == ItemKind::plan || kind == ItemKind::conclusion;
}

// "a[,]b" of a list, "1[.]2[,]2[.]1" of pairs, as the standard writes them.
std::string responseText(const Json& answer) {
    if (answer.isText()) return answer.text();
    std::string out;
    for (const Json& part : answer.items()) out += (out.empty() ? "" : "[,]") + part.text();
    for (const auto& [key, value] : answer.entries())
        out += (out.empty() ? "" : "[,]") + key + "[.]" +
               (value.isText() ? value.text() : value.write());
    return out;
}

// Seconds since 1970 as "2026-03-31T08:05:09Z".
std::string timestamp(double wall) {
    constexpr double year9999 = 253402300799;
    if (!(wall >= 0 && wall <= year9999)) return "";
    const auto seconds = static_cast<int64_t>(std::floor(wall));
    int64_t day = seconds / 86400;
    const auto isLeap = [](int year) {
        return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    };
    int year = 1970;
    for (int length = 365; day >= length; length = isLeap(year) ? 366 : 365) {
        day -= length;
        ++year;
    }
    const int february = isLeap(year) ? 29 : 28;
    const int lengths[] = {31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    int month = 0;
    while (day >= lengths[month]) day -= lengths[month++];
    const int64_t rest = seconds % 86400;
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", year, month + 1, day + 1,
                       rest / 3600, rest / 60 % 60, rest % 60);
}

class Statements {
public:
    Statements(const LessonRun& run, const std::string& actor, const Words& words)
        : run_(run), words_(words) {
        std::string name = actor.empty() ? "leerling" : actor;
        if (actor.empty() && run.pupil() != 0) name += fmt::format("-{}", run.pupil());
        actor_ = Json::object().set("objectType", "Agent");
        actor_.set("account", Json::object().set("homePage", account).set("name", name));
    }

    Json all() {
        std::vector<LessonRecord> log = run_.log();
        if (log.empty()) return Json::list();
        // What happened before the clock was known happened just before what came next.
        for (size_t i = log.size() - 1; i-- > 0;)
            if (std::isnan(log[i].wall)) log[i].wall = log[i + 1].wall;
        for (size_t i = 0; i < log.size(); ++i)
            if (log[i].what == "check") lastCheck_[log[i].about] = i;
        add(log.front(), initialized, lessonObject());
        for (size_t i = 0; i < log.size(); ++i) statement(log[i], i);
        if (run_.progress() >= 1)
            add(log.back(), completed, lessonObject(), Json::object().set("completion", true));
        return statements_;
    }

private:
    // ------------------------------------------------------------------------ objects

    std::string lessonId() const { return "urn:proeftuin:lesson:" + run_.scenario().id; }

    static Json texts(const Text& text) {
        Json map = Json::object();
        if (!text.nl.empty()) map.set("nl", plain(text.nl));
        if (!text.en.empty()) map.set("en", plain(text.en));
        return map;
    }

    // The text of a string-table key in both languages.
    Json label(const std::string& key) const {
        Json map = Json::object();
        for (Language language : {Language::nl, Language::en}) {
            const auto found = words_.table(language).find(key);
            if (found != words_.table(language).end()) map.set(code(language), found->second);
        }
        return map;
    }

    static Json object(const std::string& id, Json name, const std::string& type) {
        Json definition = Json::object();
        if (!name.entries().empty()) definition.set("name", std::move(name));
        definition.set("type", type);
        return Json::object()
            .set("objectType", "Activity")
            .set("id", id)
            .set("definition", definition);
    }
    Json lessonObject() const {
        return object(lessonId(), texts(run_.scenario().title),
                      "http://adlnet.gov/expapi/activities/lesson");
    }
    Json labObject() const {
        const std::string lab(run_.lab());
        return object("urn:proeftuin:lab:" + lab, label(lab + ".title"),
                      "http://adlnet.gov/expapi/activities/simulation");
    }
    Json keyObject(const std::string& key) const {
        const std::string lab(run_.lab());
        return object("urn:proeftuin:lab:" + lab + ":" + key, label(lab + "." + key),
                      "http://adlnet.gov/expapi/activities/interaction");
    }
    Json stepObject(const LessonStep& step) const {
        return object(lessonId() + ":" + step.id, texts(step.title),
                      "http://adlnet.gov/expapi/activities/module");
    }
    Json itemObject(const LessonItem& item) const {
        const bool asks = isQuestion(item.kind()) || item.kind() == ItemKind::open;
        Json activity = object(lessonId() + ":" + item.id, texts(item.ask),
                               asks ? "http://adlnet.gov/expapi/activities/cmi.interaction"
                                    : "http://adlnet.gov/expapi/activities/interaction");
        if (!asks) return activity;
        Json definition = activity["definition"];
        definition.set("interactionType", interactionOf(item.kind()));
        return activity.set("definition", definition);
    }

    // ------------------------------------------------------------------------ statements

    void add(const LessonRecord& record, std::string_view verb, Json object, Json result = {}) {
        Json statement = Json::object();
        statement.set("actor", actor_);
        const std::string_view name = verb.substr(verb.rfind('/') + 1);
        statement.set("verb", Json::object()
                                  .set("id", verb)
                                  .set("display", label(fmt::format("record.verb.{}", name))));
        statement.set("object", std::move(object));
        if (!(result == Json())) statement.set("result", std::move(result));
        Json extensions = Json::object();
        extensions.set(extension("step"), static_cast<double>(record.step));
        Json context = Json::object();
        context.set("platform", "Proeftuin").set("language", code(words_.language()));
        Json parent = Json::object().set("objectType", "Activity").set("id", lessonId());
        context.set("contextActivities", Json::object().set("parent", Json::list().add(parent)));
        statement.set("context", context.set("extensions", extensions));
        const std::string when = timestamp(record.wall);
        if (!when.empty()) statement.set("timestamp", when);
        statements_.add(std::move(statement));
    }

    static Json extended(std::string_view name, Json value) {
        return Json::object().set("extensions",
                                  Json::object().set(extension(name), std::move(value)));
    }

    void statement(const LessonRecord& record, size_t index) {
        const std::string& what = record.what;
        if (what == "step") return step(record);
        if (what == "edit")
            return add(record, interacted, keyObject(record.about),
                       extended("value", record.facts));
        if (what == "run") return add(record, started, labObject());
        if (what == "run_end") return add(record, ended, labObject(), runResult(record));
        if (what == "level") return level(record);
        const LessonItem* item = run_.lesson().findItem(record.about);
        if (!item) return;
        if (what == "answer") answer(record, *item);
        if (what == "check") check(record, index, *item);
        if (what == "hint")
            add(record, accessed, itemObject(*item), extended("hint", record.facts));
        if (what == "done" && item->kind() == ItemKind::task)
            add(record, completed, itemObject(*item), Json::object().set("completion", true));
    }

    void step(const LessonRecord& record) {
        const LessonStep* step = run_.lesson().findStep(record.about);
        if (!step) return;
        const bool first = visited_.insert(step->id).second;
        const double share = std::min(1.0, static_cast<double>(visited_.size()) /
                                               static_cast<double>(run_.lesson().steps.size()));
        const Json progress = Json::object().set(progressExtension, share);
        add(record, progressed, stepObject(*step), Json::object().set("extensions", progress));
        if (!first) return;
        for (const std::string& key : step->unlock) add(record, unlocked, keyObject(key));
    }

    void level(const LessonRecord& record) {
        const LessonLevel* level = run_.lesson().findLevel(record.about);
        if (!level) return;
        add(record, selected,
            object(lessonId() + ":" + level->id, texts(level->title),
                   "https://w3id.org/xapi/seriousgames/activity-types/alternative"),
            Json::object().set("response", level->id));
    }

    // The settings of a run and what came of it.
    Json runResult(const LessonRecord& record) const {
        const auto& all = run_.observations();
        const auto seen = std::find_if(all.begin(), all.end(), [&](const Observation& each) {
            return each.number == static_cast<int>(record.facts.number());
        });
        if (seen == all.end()) return {};
        Json settings = Json::object(), outputs = Json::object();
        for (const auto& [key, value] : seen->settings) settings.set(key, value);
        for (const auto& [key, value] : seen->outputs) outputs.set(key, value);
        Json extensions = Json::object();
        extensions.set(extension("params"), settings).set(extension("outputs"), outputs);
        return Json::object().set("extensions", extensions);
    }

    // A question is answered when it is checked; tools are made and changed.
    void answer(const LessonRecord& record, const LessonItem& item) {
        const bool first = answers_.count(item.id) == 0;
        answers_[item.id] = record.facts;
        if (isQuestion(item.kind()) || record.facts == Json()) return;
        Json result = Json::object().set("response", responseText(record.facts));
        const std::string_view tool = first ? created : updated;
        add(record, isTool(item.kind()) ? tool : answered, itemObject(item), std::move(result));
    }

    void check(const LessonRecord& record, size_t index, const LessonItem& item) {
        const bool ok = record.facts["ok"].boolean();
        Json result = Json::object();
        if (isQuestion(item.kind())) {
            result.set("success", ok).set("response", response(item));
            return add(record, answered, itemObject(item), std::move(result));
        }
        const std::string& reason = record.facts["reason"].text();
        Json extensions = Json::object();
        extensions.set(extension("verdict"), ok ? "ok" : reason.empty() ? "not_yet" : reason);
        // What the verdict is about is kept of the last check of an item alone.
        const auto last = lastCheck_.find(item.id);
        if (last != lastCheck_.end() && last->second == index) places(item, extensions);
        result.set("success", ok).set("extensions", extensions);
        add(record, scored, itemObject(item), std::move(result));
    }

    void places(const LessonItem& item, Json& extensions) const {
        const Verdict& verdict = run_.item(item.id).verdict;
        if (verdict.places.empty()) return;
        Json list = Json::list();
        for (const std::string& place : verdict.places) list.add(place);
        const bool confounded = verdict.reason == "confounded";
        extensions.set(extension(confounded ? "confounds" : "places"), list);
    }

    // A number in the unit that was asked, with a decimal point.
    std::string response(const LessonItem& item) const {
        const auto found = answers_.find(item.id);
        if (found == answers_.end()) return "";
        const auto* number = std::get_if<NumberItem>(&item.body);
        if (!number) return responseText(found->second);
        const Unit& unit = number->answer ? number->answer->unit : number->unit;
        const auto typed = parseInput(found->second.text(), unit);
        return typed ? fmt::format("{}", unit.fromSi(typed.value())) : found->second.text();
    }

    const LessonRun& run_;
    const Words& words_;
    Json actor_;
    Json statements_ = Json::list();
    std::set<std::string> visited_;
    std::map<std::string, Json> answers_;      // by item, as last filled in
    std::map<std::string, size_t> lastCheck_;  // by item: its place in the log
};

}  // namespace

std::string xapi(const LessonRun& run, const std::string& actor, const Words& words) {
    return Statements(run, actor, words).all().write(1) + '\n';
}

}  // namespace pt
