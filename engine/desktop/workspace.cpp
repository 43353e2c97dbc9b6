#include "engine/desktop/workspace.h"

#include <algorithm>

#include "engine/core/assets.h"
#include "engine/run/save.h"
#include "engine/store/store.h"

namespace pt {
namespace {

namespace fs = std::filesystem;

constexpr size_t largestFile = size_t{16} << 20;
constexpr size_t nowhere = ~size_t{0};  // work that is in no file, from its first command on

std::string withoutSuffix(std::string name) {
    for (std::string_view suffix : {scenarioSuffix, saveSuffix}) {
        if (name.ends_with(suffix)) name.resize(name.size() - suffix.size());
    }
    return name;
}

bool exists(const std::string& path) {
    std::error_code problem;
    return fs::exists(fs::path(path), problem);
}

Error unknownName(const std::string& name, const std::vector<ShelfScenario>& known) {
    std::vector<std::string> names;
    for (const ShelfScenario& scenario : known) names.push_back(scenario.name);
    std::string close = nearest(name, names);
    return {"desktop.no_file",
            "",
            {{"name", name}, {"suggestion", close.empty() ? std::string(defaultScenario) : close}}};
}

}  // namespace

std::vector<ShelfScenario> builtinScenarios() {
    std::vector<ShelfScenario> list;
    for (const Asset& asset : assets()) {
        if (!asset.path.ends_with(scenarioSuffix)) continue;
        std::string path(asset.path);
        std::string file = path.substr(path.rfind('/') + 1);
        ScenarioRead read = readScenario(asset.bytes, file);
        if (!read.ok()) continue;
        list.push_back({path, withoutSuffix(file), read.scenario.title, read.scenario.setup.lab});
    }
    std::stable_partition(list.begin(), list.end(), [](const ShelfScenario& scenario) {
        return scenario.name == defaultScenario;
    });
    return list;
}

Status Workspace::open(const std::string& fileOrName) {
    if (exists(fileOrName)) {
        auto bytes = readFile(fs::path(fileOrName), largestFile);
        if (!bytes) return bytes.error();
        return openBytes(bytes.value(), fs::path(fileOrName).filename().string(), fileOrName);
    }
    std::vector<ShelfScenario> known = builtinScenarios();
    for (const ShelfScenario& scenario : known) {
        if (withoutSuffix(fileOrName) == scenario.name || fileOrName == scenario.path) {
            return openBytes(asset(scenario.path), scenario.name + std::string(scenarioSuffix), "");
        }
    }
    return unknownName(fileOrName, known);
}

Status Workspace::openBytes(std::string_view bytes, const std::string& name,
                            const std::string& path) {
    moreErrors_.clear();
    // A save file is JSON: its first sign is a brace. Anything else is read as a scenario.
    size_t first = bytes.find_first_not_of(" \t\r\n");
    bool isSave = name.ends_with(saveSuffix) || (first != bytes.npos && bytes[first] == '{');
    if (!isSave) return openScenario(bytes, name);
    auto session = SaveFile::open(bytes);
    if (!session) {
        Error error = session.error();
        if (error.where.empty()) error.where = name;
        return error;
    }
    adopt(std::move(session.value()), path);
    if (path.empty()) savedJournal_ = nowhere;
    return Ok{};
}

Status Workspace::openScenario(std::string_view bytes, const std::string& name) {
    ScenarioRead read = readScenario(bytes, name);
    if (!read.ok()) {
        moreErrors_.assign(read.errors.begin() + 1, read.errors.end());
        return read.errors.front();
    }
    read.scenario.setup.source = bytes;
    auto session = Session::open(read.scenario.setup);
    if (!session) return session.error();
    adopt(std::move(session.value()), "");
    return Ok{};
}

void Workspace::adopt(std::unique_ptr<Session> session, const std::string& path) {
    bench_ = std::make_unique<Workbench>(std::move(session));
    path_ = path;
    title_ = {};
    const Session& now = this->session();
    if (!now.setup().source.empty()) {
        title_ = readScenario(now.setup().source, "").scenario.title;
    }
    savedJournal_ = now.journal().size();
    savedStep_ = now.step();
    ++generation_;
}

Status Workspace::save(const fs::path& path) {
    Status written = writeFileAtomically(path, SaveFile::write(session()));
    if (!written) return written;
    path_ = path.string();
    savedJournal_ = session().journal().size();
    savedStep_ = session().step();
    return Ok{};
}

bool Workspace::changed() const {
    return isOpen() &&
           (session().journal().size() != savedJournal_ || session().step() != savedStep_);
}

std::string Workspace::title(const Words& words) const {
    const std::string& own = title_.in(words.language());
    return own.empty() ? words(std::string(session().lab().id) + ".title") : own;
}

std::string Workspace::fileStem() const {
    if (!path_.empty()) return withoutSuffix(fs::path(path_).filename().string());
    const std::string& scenario = session().setup().scenario;
    return scenario.empty() ? std::string(session().lab().id) : scenario;
}

}  // namespace pt
