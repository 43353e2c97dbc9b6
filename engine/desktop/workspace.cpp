#include "engine/desktop/workspace.h"

#include <algorithm>
#include <set>

#include "engine/core/assets.h"
#include "engine/run/save.h"
#include "engine/script/script.h"
#include "engine/store/store.h"

namespace pt {
namespace {

namespace fs = std::filesystem;

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

// The settings that a person changed, as they are now.
std::vector<Command> changesOf(const Session& session) {
    std::set<std::string> changed;
    for (const JournalEntry& entry : session.journal())
        if (!entry.automatic && entry.command.name == "set")
            changed.insert(entry.command.args["key"].text());
    std::vector<Command> changes;
    for (const std::string& key : changed) {
        if (const Param* param = session.schema().findParam(key))
            changes.push_back(setCommand(key, *param->value));
        if (const Choice* choice = session.schema().findChoice(key))
            changes.push_back(
                chooseCommand(key, choice->options[static_cast<size_t>(*choice->value)]));
    }
    return changes;
}

}  // namespace

std::vector<ShelfScenario> builtinScenarios() {
    std::vector<ShelfScenario> list;
    for (const Asset& asset : assets()) {
        if (!asset.path.ends_with(scenarioSuffix)) continue;
        std::string path(asset.path);
        std::string file = path.substr(path.rfind('/') + 1);
        ScenarioRead read = readLesson(asset.bytes, file);
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
        if (isLessonPath(fileOrName)) return openLessonPath(fileOrName);
        auto bytes = readFile(fs::path(fileOrName), SaveFile::mostBytes);
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

Status Workspace::open(const std::string& fileOrName, const std::string& otherwise) {
    Status opened = open(fileOrName);
    if (opened) return opened;
    std::optional<BrokenLesson> broken = std::move(broken_);
    const Watched wanted = std::move(wanted_);
    if (Status other = open(otherwise); !other) return opened;
    broken_ = std::move(broken);
    wanted_ = wanted;
    return opened;
}

Status Workspace::openBytes(std::string_view bytes, const std::string& name,
                            const std::string& path) {
    // A save file is JSON: its first sign is a brace. Anything else is read as a scenario.
    size_t first = bytes.find_first_not_of(" \t\r\n");
    bool isSave = name.ends_with(saveSuffix) || (first != bytes.npos && bytes[first] == '{');
    if (!isSave) {
        Status opened = openLesson({readLesson(bytes, name), std::string(bytes), name});
        if (opened) own_ = {};
        return opened;
    }
    auto session = SaveFile::open(bytes);
    if (!session) {
        Error error = session.error();
        if (error.where.empty()) error.where = name;
        return error;
    }
    const Setup& setup = session.value()->setup();
    ScenarioRead read = setup.source.empty() ? ScenarioRead{} : readLesson(setup);
    const bool known = !setup.source.empty() && read.ok();
    adopt(std::move(session.value()),
          known ? std::make_shared<const Scenario>(std::move(read.scenario)) : nullptr, path);
    own_ = {};
    dismissBroken();
    if (path.empty()) savedJournal_ = nowhere;
    return Ok{};
}

// A lesson that cannot be read yet is watched too: its author is at work on it.
Status Workspace::openLessonPath(const std::string& path) {
    const uint64_t stamp = stampOf(path);
    Result<LessonFile> file = readLessonFile(path);
    Status opened = file ? openLesson(std::move(file.value())) : Status(file.error());
    if (opened) own_ = {path, stamp};
    if (!opened && broken_) (path == own_.path ? own_ : wanted_) = {path, stamp};
    return opened;
}

Status Workspace::openLesson(LessonFile file) {
    dismissBroken();
    ScenarioRead& read = file.read;
    if (!read.ok()) {
        broken_ = {file.name, std::move(file.source), std::move(read.errors),
                   std::move(read.warnings)};
        return broken_->errors.front();
    }
    read.scenario.setup.source = std::move(file.source);
    auto session = Session::open(read.scenario.setup);
    if (!session) return session.error();
    adopt(std::move(session.value()), std::make_shared<const Scenario>(std::move(read.scenario)),
          "");
    return Ok{};
}

void Workspace::adopt(std::unique_ptr<Session> session, Shared scenario, const std::string& path) {
    scenario_ = std::move(scenario);
    bench_ = std::make_unique<Workbench>(std::move(session), scenario_);
    path_ = path;
    const Session& now = this->session();
    savedJournal_ = now.journal().size();
    savedStep_ = now.step();
    ++generation_;
}

void Workspace::dismissBroken() {
    broken_.reset();
    wanted_ = {};
}

Workspace::Reload Workspace::reload() {
    Watched& watched = wanted_.path.empty() ? own_ : wanted_;
    if (watched.path.empty()) return Reload::none;
    const uint64_t stamp = stampOf(watched.path);
    // An editor may take the file away before it puts the new one in its place.
    if (stamp == 0 || stamp == watched.stamp) return Reload::none;
    watched.stamp = stamp;
    Result<LessonFile> file = readLessonFile(watched.path);
    if (!file || !file.value().read.ok()) {
        broken_ = file ? BrokenLesson{file.value().name, file.value().source,
                                      file.value().read.errors, file.value().read.warnings}
                       : BrokenLesson{watched.path, "", {file.error()}, {}};
        return Reload::broken;
    }
    if (&watched == &wanted_) return Reload::mended;
    Scenario& scenario = file.value().read.scenario;
    scenario.setup.source = file.value().source;
    const auto shared = std::make_shared<const Scenario>(std::move(scenario));
    broken_.reset();
    if (scenario_ && isOpen() && sameLab(*scenario_, *shared)) {
        scenario_ = shared;
        bench_->takeLesson(shared);
        return Reload::lesson;
    }
    auto session = Session::open(shared->setup);
    if (!session) {
        broken_ = BrokenLesson{file.value().name, file.value().source, {session.error()}, {}};
        return Reload::broken;
    }
    restart(std::move(session.value()), shared);
    return Reload::restarted;
}

// Another lab, with what the pupil did and set in the old one as far as the new one has it.
void Workspace::restart(std::unique_ptr<Session> session, Shared scenario) {
    const bool sameLesson = scenario_ && scenario_->id == scenario->id;
    if (sameLesson) {
        bench_->takeLesson(nullptr);
        const Session& old = this->session();
        session->resumeLesson(old.savedLesson());
        if (old.lab().id == session->lab().id)
            for (const Command& command : changesOf(old)) (void)session->post(command);
    }
    adopt(std::move(session), std::move(scenario), path_);
    if (sameLesson) savedJournal_ = nowhere;
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
    const std::string own = scenario_ ? scenario_->title.in(words.language()) : "";
    return own.empty() ? words(std::string(session().lab().id) + ".title") : own;
}

std::string Workspace::fileStem() const {
    if (!path_.empty()) return withoutSuffix(fs::path(path_).filename().string());
    const std::string& scenario = session().setup().scenario;
    return scenario.empty() ? std::string(session().lab().id) : scenario;
}

}  // namespace pt
