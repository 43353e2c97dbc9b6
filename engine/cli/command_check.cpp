// check and replay: is a file right?
#include <ostream>

#include "engine/cli/commands.h"
#include "engine/cli/report.h"
#include "engine/cli/run_request.h"
#include "engine/core/hash.h"
#include "engine/run/save.h"
#include "engine/store/store.h"

namespace pt {
namespace {

constexpr size_t mostSaveBytes = size_t{64} << 20;

Json errorsJson(const std::vector<Error>& errors, const Words& words) {
    Json list = Json::list();
    for (const Error& error : errors) list.add(errorJson(error, words));
    return list;
}

Json replayJson(const SaveFile::Replay& replay) {
    Json json = Json::object();
    json.set("same", replay.same).set("expected", hex(replay.expected));
    json.set("found", hex(replay.found));
    return json.set("steps", static_cast<double>(replay.steps));
}

}  // namespace

// Reading finds what the text gets wrong; opening finds a design that cannot be built.
Exit checkCommand(Console& console, const Arguments& arguments) {
    Result<Loaded> loaded = loadScenario(arguments.operands.front());
    if (!loaded) return fail(console, loaded.error());
    ScenarioRead& read = loaded.value().read;
    if (read.ok()) {
        const auto session = openRun(read.scenario, RunRequest{});
        if (!session) read.errors.push_back(placedIn(loaded.value(), session.error()));
    }
    if (arguments.has("--json")) {
        Json json = Json::object();
        json.set("ok", read.ok()).set("errors", errorsJson(read.errors, console.words));
        json.set("warnings", errorsJson(read.warnings, console.words));
        console.out << json.write() << '\n';
        return read.ok() ? Exit::ok : Exit::content;
    }
    const Exit result = reportRead(console, loaded.value());
    if (result == Exit::ok) {
        console.out << console.words("cli.check.good", Args{{"name", loaded.value().name}}) << '\n';
    }
    return result;
}

Exit replayCommand(Console& console, const Arguments& arguments) {
    const std::string& name = arguments.operands.front();
    const Result<std::string> bytes = readFile(name, mostSaveBytes);
    if (!bytes) return fail(console, bytes.error());
    const Result<SaveFile::Replay> replay = SaveFile::replay(bytes.value());
    if (!replay) {
        Error error = replay.error();
        error.where = error.where.empty() ? name : name + ":" + error.where;
        return fail(console, error);
    }
    const SaveFile::Replay& result = replay.value();
    if (arguments.has("--json")) {
        console.out << replayJson(result).write() << '\n';
    } else {
        const Args args{{"name", name},
                        {"steps", std::to_string(result.steps)},
                        {"expected", hex(result.expected)},
                        {"found", hex(result.found)}};
        console.out << console.words(result.same ? "cli.replay.same" : "cli.replay.differs", args)
                    << '\n';
    }
    return result.same ? Exit::ok : Exit::differs;
}

}  // namespace pt
