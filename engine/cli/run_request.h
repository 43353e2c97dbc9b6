// One run as data: what is asked, the session that does it, and the answer. `labrun run`, `hash`
// and `sweep` are three fronts of this.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/cli/arguments.h"
#include "engine/core/json.h"
#include "engine/core/result.h"
#include "engine/run/session.h"
#include "engine/scenario/scenario.h"
#include "engine/ui/answer.h"

namespace pt {

// A scenario, read once.
struct Loaded {
    std::string name;   // of the lesson's file: a path, or the name of a built-in scenario
    std::string bytes;  // of that file, for excerpts
    ScenarioRead read;
};

// `file` is a path to a lesson, its folder or its zip, or the id of a built-in scenario
// ("spaghettibrug"). Errors: cli.no_file {name}, cli.no_file_near {name, suggestion}, cli.is_save
// {name}, and those of readBundle(). What is wrong inside the scenario is in Loaded::read.
Result<Loaded> loadScenario(const std::string& file);

// Errors: cli.usage.lab {name}, cli.usage.lab_near {name, suggestion}.
Result<const LabEntry*> findLabOrFail(const std::string& name);

struct BuiltinScenario {
    std::string id;  // what `labrun run` takes
    std::string_view path;
    std::string_view bytes;
};
std::vector<BuiltinScenario> builtinScenarios();  // sorted by id

struct RunRequest {
    std::string file;
    std::vector<std::pair<std::string, std::string>> set;  // key, text as a person types it
    std::optional<uint64_t> seed;
    std::string until = "end";     // or a time with its unit
    std::optional<int64_t> steps;  // instead of `until`
};

// A run without an end of its own stops here.
inline constexpr int64_t mostSteps = 10'000'000;
inline constexpr int64_t mostSeed = int64_t{1} << 53;  // what a JSON number holds exactly

// From --set, --seed, --until and --steps. Errors: cli.usage.set {text}, cli.usage.number.
Result<RunRequest> parseRequest(const Arguments& arguments);
// From {"file", "set": {key: text or number}, "seed", "until", "steps"}; errors:
// cli.request.key {key}, cli.request.file, cli.request.value {key}. "id" is left to the caller.
Result<RunRequest> parseRequest(const Json& json);

// The scenario with the request's settings in place of its own, also of those it locks. A bare
// number is in the unit that `labrun schema` shows. Errors: those of Session::open, parseInput
// and a design that cannot be built.
Result<std::unique_ptr<Session>> openRun(const Scenario& scenario, const RunRequest& request);

// The step to stop at. Errors: cli.until {text}, those of parseInput.
Result<int64_t> lastStep(const Session& session, const RunRequest& request);

// Runs to `last` or to the end of the run, whichever comes first; or to the first event.
Status runTo(Session& session, int64_t last);
Status runToFirstEvent(Session& session, int64_t last);

}  // namespace pt
