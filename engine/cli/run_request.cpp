#include "engine/cli/run_request.h"

#include <algorithm>
#include <cmath>

namespace pt {
namespace {

Result<std::pair<std::string, std::string>> parseSet(const std::string& text) {
    const size_t equals = text.find('=');
    if (equals == 0 || equals == std::string::npos) {
        return Error{"cli.usage.set", "", {{"text", text}}};
    }
    return std::pair{text.substr(0, equals), text.substr(equals + 1)};
}

Setting& settingFor(Setup& setup, const std::string& key) {
    for (Setting& setting : setup.settings) {
        if (setting.key == key) return setting;
    }
    setup.settings.emplace_back();
    setup.settings.back().key = key;
    return setup.settings.back();
}

Status applySet(Setup& setup, const Schema& schema, const std::string& key,
                const std::string& text) {
    const std::string where = "--set " + key;
    const Param* param = schema.findParam(key);
    Setting& setting = settingFor(setup, key);
    setting.where = where;
    if (!param) {  // a choice; an unknown key is refused when the session opens
        setting.option = text;
        return Ok{};
    }
    const Result<double> si = parseInput(text, param->unit);
    if (!si) return Error{si.error().key, where, si.error().args};
    setting.number = si.value();
    return Ok{};
}

Status applySets(Setup& setup, const RunRequest& request) {
    const LabEntry* lab = findLab(setup.lab);
    if (!lab || request.set.empty()) return Ok{};
    const std::unique_ptr<Model> model = lab->make();  // the schema points into it
    Schema schema;
    model->describe(schema);
    for (const auto& [key, text] : request.set) {
        if (Status applied = applySet(setup, schema, key, text); !applied) return applied;
    }
    return Ok{};
}

Result<int64_t> wholeNumber(const Json& value, std::string_view key, int64_t most) {
    const double number = value.number(-1);
    if (!(number >= 0 && number <= static_cast<double>(most)) || std::floor(number) != number) {
        return Error{"cli.request.value", "", {{"key", std::string(key)}}};
    }
    return static_cast<int64_t>(number);
}

Status readSets(const Json& sets, RunRequest& request) {
    if (!sets.isObject()) return Error{"cli.request.value", "", {{"key", "set"}}};
    for (const auto& [key, value] : sets.entries()) {
        if (!value.isText() && !value.isNumber()) {
            return Error{"cli.request.value", "", {{"key", "set." + key}}};
        }
        request.set.emplace_back(key, value.isText() ? value.text() : value.write());
    }
    return Ok{};
}

Status readEntry(const std::string& key, const Json& value, RunRequest& request) {
    const Error wrong{"cli.request.value", "", {{"key", key}}};
    if (key == "id") return Ok{};
    if (key == "set") return readSets(value, request);
    if (key == "file" || key == "until") {
        if (!value.isText()) return wrong;
        (key == "file" ? request.file : request.until) = value.text();
        return Ok{};
    }
    if (key != "seed" && key != "steps") return Error{"cli.request.key", "", {{"key", key}}};
    const Result<int64_t> number = wholeNumber(value, key, key == "seed" ? mostSeed : mostSteps);
    if (!number) return number.error();
    if (key == "seed") request.seed = static_cast<uint64_t>(number.value());
    if (key == "steps") request.steps = number.value();
    return Ok{};
}

}  // namespace

Result<RunRequest> parseRequest(const Arguments& arguments) {
    RunRequest request;
    request.file = arguments.operands.front();
    for (const std::string& text : arguments.values("--set")) {
        auto set = parseSet(text);
        if (!set) return set.error();
        request.set.push_back(std::move(set.value()));
    }
    if (const auto seed = arguments.value("--seed")) {
        const Result<int64_t> number = parseInteger("--seed", *seed, 0, mostSeed);
        if (!number) return number.error();
        request.seed = static_cast<uint64_t>(number.value());
    }
    if (const auto steps = arguments.value("--steps")) {
        const Result<int64_t> number = parseInteger("--steps", *steps, 0, mostSteps);
        if (!number) return number.error();
        request.steps = number.value();
    }
    request.until = arguments.value("--until").value_or("end");
    return request;
}

Result<RunRequest> parseRequest(const Json& json) {
    RunRequest request;
    for (const auto& [key, value] : json.entries()) {
        if (Status read = readEntry(key, value, request); !read) return read.error();
    }
    if (request.file.empty()) return Error{"cli.request.file", "", {}};
    return request;
}

Result<std::unique_ptr<Session>> openRun(const Scenario& scenario, const RunRequest& request) {
    Setup setup = scenario.setup;
    if (request.seed) setup.seed = *request.seed;
    if (Status applied = applySets(setup, request); !applied) return applied.error();
    Result<std::unique_ptr<Session>> session = Session::open(std::move(setup));
    if (session && session.value()->trouble()) return *session.value()->trouble();
    return session;
}

Result<int64_t> lastStep(const Session& session, const RunRequest& request) {
    if (request.steps) return *request.steps;
    if (request.until == "end") return mostSteps;
    const Result<double> time = parseInput(request.until, unit("s"));
    if (!time) return Error{time.error().key, "--until", time.error().args};
    const double steps = std::ceil(time.value() / session.dt() - 1e-6);
    if (!(steps >= 0 && steps <= static_cast<double>(mostSteps))) {
        return Error{"cli.until", "--until", {{"text", request.until}}};
    }
    return static_cast<int64_t>(steps);
}

Status runTo(Session& session, int64_t last) {
    const Result<int64_t> steps = session.runToEnd(std::max<int64_t>(last - session.step(), 0));
    session.finishBackground();
    return steps ? Status(Ok{}) : Status(steps.error());
}

Status runToFirstEvent(Session& session, int64_t last) {
    while (session.recording().events().empty() && !session.finished() && session.step() < last) {
        if (Status stepped = session.stepOnce(); !stepped) return stepped;
    }
    session.finishBackground();
    return Ok{};
}

}  // namespace pt
