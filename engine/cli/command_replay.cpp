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

Json replayJson(const SaveFile::Replay& replay) {
    Json json = Json::object();
    json.set("same", replay.same).set("expected", hex(replay.expected));
    json.set("found", hex(replay.found));
    return json.set("steps", static_cast<double>(replay.steps));
}

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

}  // namespace

Exit replayCommand(Console& console, const Arguments& arguments) {
    const std::string& name = arguments.operands.front();
    const Result<SavedWork> work = readWork(name);
    if (!work) return fail(console, work.error());
    const Session& saved = *work.value().session;
    const Result<SaveFile::Replay> lab = SaveFile::replay(work.value().bytes);
    if (!lab) return fail(console, inWork(name, lab.error()));
    Json json = replayJson(lab.value());
    std::string text = sentence("cli.replay.", name, lab.value().steps, lab.value().expected,
                                lab.value().found, lab.value().same, console.words);
    bool same = lab.value().same;
    if (saved.savedLesson() != Json()) {
        Result<Loaded> loaded = lessonOf(saved, arguments);
        if (!loaded) return fail(console, loaded.error());
        if (const Exit read = reportRead(console, loaded.value()); read != Exit::ok) return read;
        const auto scenario =
            std::make_shared<const Scenario>(std::move(loaded.value().read.scenario));
        const Result<LessonReplay> lesson = replayLesson(saved, scenario, startScript);
        if (!lesson) return fail(console, inWork(name, lesson.error()));
        same = same && lesson.value().same;
        json.set("lesson", lessonJson(lesson.value()));
        text += sentence("cli.replay.lesson_", scenario->id, lesson.value().steps,
                         lesson.value().expected, lesson.value().found, lesson.value().same,
                         console.words);
        text += itemTable(lesson.value(), console.words);
    }
    console.out << (arguments.has("--json") ? json.write() + '\n' : text);
    return same ? Exit::ok : Exit::differs;
}

}  // namespace pt
