// walk: an automatic pupil goes through a lesson from start to end.
#include <fmt/format.h>
#include <ostream>

#include "engine/cli/commands.h"
#include "engine/cli/report.h"
#include "engine/cli/run_request.h"
#include "engine/core/hash.h"
#include "engine/lesson/pupil.h"
#include "engine/script/script.h"
#include "engine/store/store.h"

namespace pt {
namespace {

constexpr size_t mostDeedsBytes = size_t{1} << 20;

Json listOf(const std::vector<std::string>& texts) {
    Json list = Json::list();
    for (const std::string& text : texts) list.add(text);
    return list;
}

Json json(const PupilWalk& walk) {
    return Json::object()
        .set("path", listOf(walk.path))
        .set("done", listOf(walk.done))
        .set("stuck", listOf(walk.stuck))
        .set("told", listOf(walk.told))
        .set("hash", hex(walk.hash));
}

std::string lines(const PupilWalk& walk, const Words& words) {
    const auto line = [&words](const char* what, const std::vector<std::string>& ids) {
        std::string text = words(what);
        for (const std::string& id : ids) text += ' ' + id;
        return text + '\n';
    };
    std::string text = line("cli.walk.path", walk.path) + line("cli.walk.done", walk.done);
    if (!walk.stuck.empty()) text += line("cli.walk.stuck", walk.stuck);
    for (const std::string& told : walk.told) text += "  " + told + '\n';
    return text + words("cli.walk.hash", Args{{"hash", hex(walk.hash)}}) + '\n';
}

Result<Json> deedsOf(const Arguments& arguments) {
    const auto path = arguments.value("--deeds");
    if (!path) return Json::object();
    const Result<std::string> bytes = readFile(*path, mostDeedsBytes);
    if (!bytes) return bytes.error();
    return Json::parse(bytes.value());
}

// What went through the lesson, and what its script told the author meanwhile.
struct Walked {
    PupilWalk walk;
    std::vector<Error> scriptErrors;
};

Result<Walked> walkOf(const Scenario& scenario, PupilStyle style, const Json& deeds,
                      const Arguments& arguments, Language language) {
    Result<std::unique_ptr<Session>> session = Session::open(scenario.setup);
    if (!session) return session.error();
    LessonRun run(std::make_shared<const Scenario>(scenario), *session.value(), startScript);
    if (const auto level = arguments.value("--level")) {
        const Status chosen = run.act(Json::object().set("do", "level").set("level", *level));
        if (!chosen) return chosen.error();
    }
    Result<PupilWalk> walked = walk(run, *session.value(), style, deeds, language);
    if (!walked) return walked.error();
    return Walked{std::move(walked.value()), run.scriptErrors()};
}

}  // namespace

Exit walkCommand(Console& console, const Arguments& arguments) {
    const std::string word = arguments.value("--style").value_or("right");
    const std::optional<PupilStyle> style = pupilStyle(word);
    if (!style) return fail(console, Error{"cli.usage.style", "", {{"text", word}}});
    const Result<Loaded> loaded = loadScenario(arguments.operands.front());
    if (!loaded) return fail(console, loaded.error());
    if (const Exit read = reportRead(console, loaded.value()); read != Exit::ok) return read;
    const Result<Json> deeds = deedsOf(arguments);
    if (!deeds) return fail(console, deeds.error());
    const Result<Walked> result = walkOf(loaded.value().read.scenario, *style, deeds.value(),
                                         arguments, console.words.language());
    if (!result) return fail(console, result.error());
    const PupilWalk& walked = result.value().walk;
    const std::vector<Error>& scriptErrors = result.value().scriptErrors;
    for (const Error& error : scriptErrors) fail(console, error);
    if (arguments.has("--json"))
        console.out << json(walked).write() << '\n';
    else
        console.out << lines(walked, console.words);
    // Only who knows everything should reach the end.
    const bool failed = *style == PupilStyle::right && !walked.stuck.empty();
    return failed || !scriptErrors.empty() ? Exit::content : Exit::ok;
}

}  // namespace pt
