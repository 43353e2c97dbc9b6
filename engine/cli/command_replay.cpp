// replay: saved work played again from its journal, and what the pupil did in the lesson with it.
#include <ostream>

#include "engine/cli/commands.h"
#include "engine/cli/report.h"
#include "engine/cli/saved_work.h"
#include "engine/core/hash.h"
#include "engine/lesson/lesson_replay.h"
#include "engine/run/save.h"
#include "engine/script/script.h"

namespace pt {
namespace {

const char* nameOf(Verdict::State state) {
    constexpr const char* names[] = {"none", "ok", "notYet", "open"};
    return names[static_cast<size_t>(state)];
}

// What came out: for programs, for people, and whether all of it is as it was saved.
struct Outcome {
    Json json;
    std::string text;
    bool same = true;
};

Json lessonJson(const LessonReplay& replay) {
    Json items = Json::list();
    for (const auto& [id, item] : replay.run->state().items)
        items.add(Json::object()
                      .set("item", id)
                      .set("verdict", nameOf(item.verdict.state))
                      .set("done", item.done)
                      .set("tries", item.tries)
                      .set("hints", item.hints));
    Json json = Json::object();
    json.set("id", replay.run->scenario().id).set("same", replay.same);
    json.set("expected", hex(replay.expected)).set("found", hex(replay.found));
    return json.set("items", std::move(items));
}

std::string sentence(const char* what, const std::string& name, int64_t steps, uint64_t expected,
                     uint64_t found, bool same, const Words& words) {
    const Args args{{"name", name},
                    {"steps", std::to_string(steps)},
                    {"expected", hex(expected)},
                    {"found", hex(found)}};
    return words(std::string(what) + (same ? "same" : "differs"), args) + '\n';
}

// Every item that something was done with.
std::string itemTable(const LessonReplay& replay, const Words& words) {
    std::vector<std::vector<std::string>> rows{
        {words("cli.replay.item"), words("cli.replay.verdict"), words("cli.replay.tries"),
         words("cli.replay.hints")}};
    for (const auto& [id, item] : replay.run->state().items)
        rows.push_back({id, words(std::string("ui.lesson.state.") + nameOf(item.verdict.state)),
                        std::to_string(item.tries), std::to_string(item.hints)});
    return rows.size() > 1 ? alignedTable(rows) : "";
}

Result<Outcome> replayLab(const std::string& name, const SavedWork& work, const Words& words) {
    const Result<SaveFile::Replay> played = SaveFile::replay(work.bytes);
    if (!played) return inWork(name, played.error());
    const auto& [same, expected, found, steps] = played.value();
    Json json = Json::object().set("same", same).set("expected", hex(expected));
    json.set("found", hex(found)).set("steps", static_cast<double>(steps));
    return Outcome{std::move(json),
                   sentence("cli.replay.", name, steps, expected, found, same, words), same};
}

Status addLesson(Outcome& outcome, const std::string& name, const Session& saved,
                 std::shared_ptr<const Scenario> scenario, const Words& words) {
    const Result<LessonReplay> played = replayLesson(saved, scenario, startScript);
    if (!played) return inWork(name, played.error());
    const LessonReplay& replay = played.value();
    outcome.same = outcome.same && replay.same;
    outcome.json.set("lesson", lessonJson(replay));
    outcome.text += sentence("cli.replay.lesson_", scenario->id, replay.steps, replay.expected,
                             replay.found, replay.same, words);
    outcome.text += itemTable(replay, words);
    return Ok{};
}

}  // namespace

Exit replayCommand(Console& console, const Arguments& arguments) {
    const std::string& name = arguments.operands.front();
    const Result<SavedWork> work = readWork(name);
    if (!work) return fail(console, work.error());
    const Session& saved = *work.value().session;
    Result<Outcome> outcome = replayLab(name, work.value(), console.words);
    if (!outcome) return fail(console, outcome.error());
    if (saved.savedLesson() != Json()) {
        Result<Loaded> loaded = lessonOf(saved, arguments);
        if (!loaded) return fail(console, loaded.error());
        if (const Exit read = reportRead(console, loaded.value()); read != Exit::ok) return read;
        const Status added =
            addLesson(outcome.value(), name, saved,
                      std::make_shared<const Scenario>(std::move(loaded.value().read.scenario)),
                      console.words);
        if (!added) return fail(console, added.error());
    }
    const Outcome& told = outcome.value();
    console.out << (arguments.has("--json") ? told.json.write() + '\n' : told.text);
    return told.same ? Exit::ok : Exit::differs;
}

}  // namespace pt
