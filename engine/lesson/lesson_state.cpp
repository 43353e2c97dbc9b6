#include "engine/lesson/lesson_state.h"

#include <algorithm>
#include <cmath>

#include "engine/core/hash.h"
#include "engine/lesson/answer.h"
#include "engine/lesson/vary.h"

namespace pt {
namespace {

using State = Verdict::State;

constexpr const char* stateNames[] = {"none", "ok", "notYet", "open"};
constexpr size_t mostStray = size_t{64} << 10;
constexpr size_t longestText = 4096;
constexpr int mostTries = 1'000'000;

template <class Words>
Json listOf(const Words& words) {
    Json list = Json::list();
    for (const std::string& word : words) list.add(word);
    return list;
}

std::string shortText(const Json& json) { return json.text().substr(0, longestText); }

int countFrom(const Json& json, int most) {
    const double number = json.number();
    return number >= 0 && number <= most ? static_cast<int>(number) : 0;
}

Json toJson(const Verdict& verdict) {
    Json json = Json::object().set("state", stateNames[static_cast<size_t>(verdict.state)]);
    Json args = Json::list();
    for (const Arg& arg : verdict.args)
        args.add(Json::object().set("name", arg.name).set("value", arg.value));
    if (!verdict.reason.empty()) json.set("reason", verdict.reason);
    if (!verdict.args.empty()) json.set("args", std::move(args));
    if (!verdict.say.empty())
        json.set("say", Json::object().set("nl", verdict.say.nl).set("en", verdict.say.en));
    if (verdict.both) json.set("both", true);
    if (!verdict.places.empty()) json.set("places", listOf(verdict.places));
    return json.set("score", verdict.score);
}

Verdict verdictFrom(const Json& json) {
    Verdict verdict;
    for (size_t i = 0; i < std::size(stateNames); ++i)
        if (json["state"].text() == stateNames[i]) verdict.state = static_cast<State>(i);
    verdict.reason = shortText(json["reason"]);
    for (const Json& arg : json["args"].items())
        if (verdict.args.size() < 20)
            verdict.args.push_back({shortText(arg["name"]), shortText(arg["value"])});
    verdict.say = {shortText(json["say"]["nl"]), shortText(json["say"]["en"])};
    verdict.both = json["both"].boolean();
    for (const Json& place : json["places"].items())
        if (verdict.places.size() < LessonState::mostRows)
            verdict.places.push_back(shortText(place));
    verdict.score = std::clamp(json["score"].number(), 0.0, 1.0);
    return verdict;
}

Json toJson(const ItemState& item) {
    Json json = Json::object();
    if (!(item.answer == Json())) json.set("answer", item.answer);
    if (item.verdict.state != State::none) json.set("verdict", toJson(item.verdict));
    if (item.tries > 0) json.set("tries", item.tries);
    if (item.hints > 0) json.set("hints", item.hints);
    const std::pair<const char*, bool> marks[] = {{"done", item.done},
                                                  {"committed", item.committed},
                                                  {"late", item.late},
                                                  {"revealed", item.revealed}};
    for (const auto& [name, is] : marks)
        if (is) json.set(name, true);
    return json;
}

ItemState itemFrom(const Json& json, const LessonItem& item) {
    ItemState state;
    state.answer = json["answer"];
    state.verdict = verdictFrom(json["verdict"]);
    state.tries = countFrom(json["tries"], mostTries);
    state.hints =
        std::min(countFrom(json["hints"], mostTries), static_cast<int>(item.hints.size()));
    state.done = json["done"].boolean();
    state.committed = json["committed"].boolean();
    state.late = json["late"].boolean();
    state.revealed = json["revealed"].boolean();
    return state;
}

void addStray(LessonState& state, std::string_view kind, const std::string& id, const Json& saved) {
    Json of = state.stray[kind];
    state.stray.set(kind, of.set(id, saved));
}

void itemsFrom(const Json& json, const Lesson& lesson, LessonState& state) {
    for (const auto& [id, saved] : json["items"].entries()) {
        const LessonItem* item = lesson.findItem(id);
        if (item && checkShape(*item, saved["answer"]).ok())
            state.items[id] = itemFrom(saved, *item);
        else
            addStray(state, "items", id, saved);
    }
}

void tablesFrom(const Json& json, const Lesson& lesson, LessonState& state) {
    for (const auto& [id, saved] : json["tables"].entries()) {
        const LessonItem* item = lesson.findItem(id);
        if (!item || item->kind() != ItemKind::table) {
            addStray(state, "tables", id, saved);
            continue;
        }
        std::vector<LessonRow>& rows = state.tables[id];
        for (const Json& row : saved.items())
            if (rows.size() < LessonState::mostRows) rows.push_back(rowFrom(row));
    }
}

// What was astray may fit once more; what the pupil has now goes before it.
void strayFrom(const Json& json, const Lesson& lesson, LessonState& state) {
    LessonState again;
    itemsFrom(json["stray"], lesson, again);
    tablesFrom(json["stray"], lesson, again);
    state.items.merge(again.items);
    state.tables.merge(again.tables);
    for (const auto& [kind, entries] : again.stray.entries())
        for (const auto& [id, saved] : entries.entries())
            if (!state.stray[kind].has(id)) addStray(state, kind, id, saved);
    if (state.stray.write().size() > mostStray) state.stray = Json::object();
}

void add(Hash& hash, const std::string& text) {
    hash.add(static_cast<uint64_t>(text.size()));
    hash.add(std::string_view(text));
}
void add(Hash& hash, const ItemState& item) {
    add(hash, item.answer.write());
    add(hash, item.verdict.reason);
    hash.add(static_cast<uint64_t>(item.verdict.state));
    hash.add(item.verdict.score);
    for (const std::string& place : item.verdict.places) add(hash, place);
    for (const int64_t number : {item.tries, item.hints}) hash.add(static_cast<uint64_t>(number));
    for (const bool mark : {item.done, item.committed, item.late, item.revealed})
        hash.add(static_cast<uint64_t>(mark));
}
void add(Hash& hash, const std::map<std::string, double>& numbers) {
    for (const auto& [key, value] : numbers) {
        add(hash, key);
        hash.add(value);
    }
}
void add(Hash& hash, const std::map<std::string, std::string>& texts) {
    for (const auto& [key, value] : texts) {
        add(hash, key);
        add(hash, value);
    }
}

}  // namespace

void LessonState::happened(std::string_view event) {
    if (events.size() >= mostEvents) return;
    events.emplace_back(event);
    ++counts[events.back()];
}

uint64_t hashOf(const LessonState& state) {
    Hash hash;
    add(hash, state.level);
    add(hash, state.step);
    for (const auto& [step, observed] : state.visited) {
        add(hash, step);
        hash.add(static_cast<uint64_t>(observed));
    }
    hash.add(static_cast<uint64_t>(state.pupil));
    hash.add(static_cast<uint64_t>(state.teacher));
    for (const auto& [id, item] : state.items) {
        add(hash, id);
        add(hash, item);
    }
    for (const auto& [id, rows] : state.tables) {
        add(hash, id);
        for (const LessonRow& row : rows) {
            add(hash, row.cells);
            add(hash, row.texts);
            hash.add(static_cast<uint64_t>(row.observation));
            hash.add(static_cast<uint64_t>(row.typed));
        }
    }
    for (const Observation& observation : state.observations) {
        add(hash, observation.settings);
        add(hash, observation.outputs);
        add(hash, observation.texts);
        hash.add(static_cast<uint64_t>(observation.step));
    }
    for (const std::string& event : state.events) add(hash, event);
    return hash.value();
}

Json toJson(const LessonState& state) {
    Json visited = Json::object(), items = Json::object(), tables = Json::object();
    Json observations = Json::list();
    for (const auto& [step, observed] : state.visited) visited.set(step, observed);
    for (const auto& [id, item] : state.items) items.set(id, toJson(item));
    for (const auto& [id, rows] : state.tables) {
        Json list = Json::list();
        for (const LessonRow& row : rows) list.add(toJson(row));
        tables.set(id, std::move(list));
    }
    for (const Observation& observation : state.observations) observations.add(toJson(observation));
    Json json = Json::object();
    json.set("level", state.level).set("step", state.step).set("visited", std::move(visited));
    json.set("pupil", state.pupil).set("teacher", state.teacher);
    json.set("items", std::move(items)).set("tables", std::move(tables));
    json.set("observations", std::move(observations)).set("observed", state.observed);
    json.set("events", listOf(state.events)).set("read", listOf(state.read));
    json.set("hypothesis", state.hypothesis);
    if (!state.stray.entries().empty()) json.set("stray", state.stray);
    return json;
}

LessonState stateFrom(const Json& json, const Lesson& lesson) {
    LessonState state;
    if (lesson.findLevel(json["level"].text())) state.level = json["level"].text();
    if (lesson.findStep(json["step"].text())) state.step = json["step"].text();
    for (const auto& [step, observed] : json["visited"].entries())
        if (lesson.findStep(step)) state.visited[step] = countFrom(observed, mostTries);
    state.pupil = countFrom(json["pupil"], mostPupils);
    state.teacher = json["teacher"].boolean();
    itemsFrom(json, lesson, state);
    tablesFrom(json, lesson, state);
    strayFrom(json, lesson, state);
    for (const Json& observation : json["observations"].items())
        if (state.observations.size() < LessonState::mostObservations)
            state.observations.push_back(observationFrom(observation));
    state.observed = std::max(countFrom(json["observed"], mostTries),
                              static_cast<int>(state.observations.size()));
    for (const Json& event : json["events"].items()) state.happened(shortText(event));
    for (const Json& output : json["read"].items())
        if (state.read.size() < LessonState::mostRows) state.read.insert(shortText(output));
    state.hypothesis = shortText(json["hypothesis"]);
    return state;
}

Json toJson(const LessonRecord& record) {
    Json json = Json::object();
    json.set("journal", static_cast<double>(record.journal));
    json.set("step", static_cast<double>(record.step));
    if (std::isfinite(record.wall)) json.set("wall", record.wall);
    json.set("what", record.what);
    if (!record.about.empty()) json.set("about", record.about);
    if (!(record.facts == Json())) json.set("facts", record.facts);
    return json;
}

LessonRecord recordFrom(const Json& json) {
    const auto whole = [](const Json& number) {
        return std::fabs(number.number()) < 1e15 ? static_cast<int64_t>(number.number()) : 0;
    };
    return {whole(json["journal"]),  whole(json["step"]),      json["wall"].number(std::nan("")),
            shortText(json["what"]), shortText(json["about"]), json["facts"]};
}

}  // namespace pt
