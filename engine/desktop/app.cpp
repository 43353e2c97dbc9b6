#include "engine/desktop/app.h"

#include <algorithm>
#include <chrono>
#include <filesystem>

#include "engine/core/log.h"
#include "engine/desktop/dialogs.h"
#include "engine/desktop/panel_data.h"
#include "engine/desktop/stage.h"
#include "engine/run/save.h"
#include "engine/view/svg.h"

namespace pt {
namespace {

constexpr double noticeLife = 6;  // wall seconds that a notice of success stays
constexpr double largestBudget = 0.012;

void show(Desk& desk, const std::string& what) {
    if (what == "help") desk.sheet = Sheet::help;
    if (what == "open") openOpenSheet(desk);
    if (what == "save") openSaveSheet(desk, Writing::work);
    if (what == "export") desk.exportMenu = true;
    if (what == "view") desk.viewMenu = true;
    if (what == "runs") desk.lowerTab = LowerTab::runs;
    if (what == "recover") desk.sheet = Sheet::recover;
}

}  // namespace

double steadySeconds() {
    using namespace std::chrono;
    return duration<double>(steady_clock::now().time_since_epoch()).count();
}

App::App(const Options& options, Store& store, Hooks hooks)
    : options_(options), store_(store), hooks_(std::move(hooks)), autosave_(store, "autosave") {
    desk_.prefs = readPrefs(store_);
    if (options.theme) desk_.prefs.theme = *options.theme;
    if (options.language) desk_.prefs.language = *options.language;
    if (options.scale) desk_.prefs.scale = *options.scale;
    if (options.reducedMotion) desk_.prefs.reducedMotion = true;
    desk_.words = Words::builtin(desk_.prefs.language);
}

Status App::start() {
    std::string wanted = options_.file.empty() ? std::string(defaultScenario) : options_.file;
    Status opened = desk_.work.open(wanted);
    if (!opened) {
        Error error = opened.error();
        Status fallback = desk_.work.open(std::string(defaultScenario));
        if (!fallback) return error;
        desk_.complain(error);
    }
    desk_.looking.selected = options_.select;
    if (!options_.offscreen() && options_.file.empty() && autosave_.recover()) {
        desk_.sheet = Sheet::recover;
    }
    refreshUi();
    show(desk_, options_.show);
    return Ok{};
}

void App::advance(double wallSeconds) {
    Session& session = desk_.work.session();
    double wall = std::min(wallSeconds, 0.1);
    if (!desk_.prefs.reducedMotion) wall = desk_.failure.wallFor(session, wall);
    if (session.playing() && wall > 0) session.advance(wall, steadySeconds, largestBudget);
    if (!desk_.notice.error && !desk_.notice.sentence.empty()) {
        desk_.notice.shownFor += wallSeconds;
        if (desk_.notice.shownFor > noticeLife) desk_.notice = {};
    }
    keepSafe();
}

double App::idleFor() const {
    if (desk_.work.session().playing()) return 0;
    if (!desk_.notice.error && !desk_.notice.sentence.empty()) {
        return std::max(0.05, noticeLife - desk_.notice.shownFor);
    }
    return 10;
}

void App::beginFrame() {
    keys();
    refreshUi();
}

void App::refreshUi() {
    const Session& session = desk_.work.session();
    if (shownGeneration_ != desk_.work.generation()) {
        shownGeneration_ = desk_.work.generation();
        shownRevision_ = ~uint64_t{0};
        desk_.stage.moved = false;
        desk_.plot = firstPlot(session);
        desk_.failure = {};
        desk_.typed = {};
        if (options_.select.empty()) desk_.looking = {};
    }
    if (shownRevision_ == session.revision()) return;
    shownRevision_ = session.revision();
    desk_.ui = buildUi(session, desk_.words);
    if (!session.finished()) desk_.resultDismissed = false;
}

void App::carryOut() {
    Asked asked = std::move(desk_.asked);
    desk_.asked.clear();
    for (const UiDeed& deed : asked.deeds) perform(deed);
    for (const Command& command : asked.commands) {
        Status done = desk_.work.session().post(command);
        if (!done) desk_.complain(done.error());
    }
    for (Act act : asked.acts) perform(act);
    if (!asked.open.empty()) open(asked.open);
    if (!asked.write.empty()) write(asked.write, asked.writing);
    if (asked.restyle) savePrefs();
    if (asked.recover) recover();
    if (asked.forget) forget();
}

void App::perform(const UiDeed& deed) {
    if (deed.id == desk_.typed.problemNode) desk_.typed.problemNode.clear();
    Status done = act(desk_.work.session(), deed.id, deed.value, deed.gesture);
    if (done) return;
    const UiNode* node = desk_.node(deed.id);
    if (node && node->role == UiRole::slider) {
        desk_.typed.problem = desk_.words.sentence(done.error());
        desk_.typed.problemNode = deed.id;
    } else {
        desk_.complain(done.error());
    }
}

void App::open(const std::string& fileOrName) {
    Status opened = desk_.work.open(fileOrName);
    if (!opened) {
        size_t more = desk_.work.moreErrors().size();
        Args args{{"count", std::to_string(more)}};
        desk_.complain(opened.error(),
                       more > 0 ? desk_.words("desktop.more_errors", args) : std::string());
        return;
    }
    desk_.notice = {};
    std::error_code problem;
    std::filesystem::path path = std::filesystem::absolute(fileOrName, problem);
    if (problem || !std::filesystem::exists(path, problem)) return;
    desk_.prefs.folder = path.parent_path().string();
    desk_.prefs.remember(path.string());
    savePrefs();
}

Status App::writeFile(const std::string& path, Writing writing) {
    const Session& session = desk_.work.session();
    CsvStyle style = desk_.prefs.dutchCsv ? CsvStyle::dutch : CsvStyle::standard;
    switch (writing) {
    case Writing::work: return desk_.work.save(path);
    case Writing::samples: return writeFileAtomically(path, recordingCsv(session, style));
    case Writing::runs: return writeFileAtomically(path, runsCsv(session, style));
    case Writing::png: return hooks_.writeStagePng(path);
    case Writing::svg: {
        Scene scene = stageScene(desk_, desk_.prefs.theme);
        Camera camera = fittedCamera(scene, {960, 600});
        return writeFileAtomically(path, svg(scene, camera, desk_.work.title(desk_.words)));
    }
    }
    return Ok{};
}

void App::write(const std::string& path, Writing writing) {
    Status written = writeFile(path, writing);
    if (!written) {
        desk_.complain(written.error());
        return;
    }
    std::filesystem::path file(path);
    Args args{{"name", file.filename().string()}};
    desk_.say(desk_.words("desktop.written", args), file.parent_path().string());
    desk_.prefs.folder = file.parent_path().string();
    if (writing == Writing::work) desk_.prefs.remember(path);
    savePrefs();
}

void App::savePrefs() {
    if (desk_.words.language() != desk_.prefs.language) {
        desk_.words.language(desk_.prefs.language);
        shownRevision_ = ~uint64_t{0};
    }
    if (options_.offscreen()) return;
    Status written = writePrefs(store_, desk_.prefs);
    if (!written) desk_.complain(written.error());
}

// Only work that differs from its file is worth recovering.
void App::keepSafe() {
    if (options_.offscreen() || !desk_.work.changed()) return;
    const Session& session = desk_.work.session();
    if (!autosave_.due(session.revision(), steadySeconds())) return;
    Status written = autosave_.write(SaveFile::write(session));
    if (!written && !warnedAboutAutosave_) {
        warnedAboutAutosave_ = true;  // once; it tries again by itself
        desk_.complain(written.error());
    }
}

void App::recover() {
    std::optional<std::string> bytes = autosave_.recover();
    if (!bytes) return;
    Status opened = desk_.work.openBytes(*bytes, "autosave" + std::string(saveSuffix), "");
    if (!opened) desk_.complain(opened.error());
    forget();
}

void App::forget() {
    Status forgotten = autosave_.forget();
    if (!forgotten) desk_.complain(forgotten.error());
}

// What is not saved when the window closes waits for the next time.
void App::finish() {
    if (options_.offscreen()) return;
    Status kept = desk_.work.changed() ? autosave_.write(SaveFile::write(desk_.work.session()))
                                       : autosave_.clean();
    if (!kept) log(LogLevel::error, desk_.words.sentence(kept.error()));
}

}  // namespace pt
