#include "engine/cli/answerer.h"

#include "engine/cli/report.h"

namespace pt {
namespace {

// What lets the asker recognise the answer.
Json heading(const Json& request) {
    Json json = Json::object();
    for (const char* key : {"id", "set"}) {
        if (request.has(key)) json.set(key, request[key]);
    }
    return json;
}

}  // namespace

std::string Answerer::answer(const std::string& line) {
    const Result<Json> request = Json::parse(line);
    if (!request) return failure(line, request.error());
    const Result<Json> result = run(request.value());
    if (!result) return failure(line, result.error());
    Json json = heading(request.value());
    for (const auto& [key, value] : result.value().entries()) json.set(key, value);
    return json.write();
}

std::string Answerer::failure(const std::string& line, const Error& error) const {
    const Result<Json> request = Json::parse(line);
    Json json = request ? heading(request.value()) : Json::object();
    return json.set("error", errorJson(error, words_)).write();
}

const Result<Loaded>& Answerer::load(const std::string& file) {
    const auto found = files_.find(file);
    if (found != files_.end()) return found->second;
    return files_.emplace(file, loadScenario(file)).first->second;
}

Result<Json> Answerer::run(const Json& json) {
    const Result<RunRequest> request = parseRequest(json);
    if (!request) return request.error();
    const Result<Loaded>& loaded = load(request.value().file);
    if (!loaded) return loaded.error();
    if (!loaded.value().read.ok()) return loaded.value().read.errors.front();
    const auto session = openRun(loaded.value().read.scenario, request.value());
    if (!session) return placedIn(loaded.value(), session.error());
    const Result<int64_t> last = lastStep(*session.value(), request.value());
    if (!last) return last.error();
    if (Status ran = runTo(*session.value(), last.value()); !ran) {
        return placedIn(loaded.value(), ran.error());
    }
    return answerJson(*session.value());
}

}  // namespace pt
