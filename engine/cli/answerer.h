// A request line in, an answer line out: what `labrun sweep` does with each run.
#pragma once

#include <map>
#include <string>

#include "engine/cli/run_request.h"
#include "engine/core/json.h"
#include "engine/i18n/words.h"

namespace pt {

class Answerer {
public:
    explicit Answerer(const Words& words) : words_(words) {}

    // A line of docs/labrun.md's request format. The answer is that of `labrun run --json` after
    // the request's own "id" and "set", or {"id","set","error":{"key","where","sentence"}}.
    std::string answer(const std::string& line);
    // The answer to a line that could not be run.
    std::string failure(const std::string& line, const Error& error) const;

    // Read once: a scenario that changes during a sweep does not change the sweep.
    const Result<Loaded>& load(const std::string& file);

private:
    Result<Json> run(const Json& request);

    const Words& words_;
    std::map<std::string, Result<Loaded>> files_;
};

}  // namespace pt
