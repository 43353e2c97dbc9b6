#include "engine/desktop/app.h"

#include <algorithm>
#include <chrono>
#include <cstring>
#include <imgui_internal.h>

#include "engine/desktop/dialogs.h"
#include "engine/desktop/panel_data.h"
#include "engine/desktop/panel_lower.h"

namespace pt {
namespace {

constexpr double noticeLife = 6;  // wall seconds that a notice of success stays
constexpr double largestBudget = 0.012, jobBudget = 0.008;
constexpr double lookEach = 0.3;  // wall seconds between looks at a lesson's file

// s since 1970.
double wallClock() {
    using namespace std::chrono;
    return duration<double>(system_clock::now().time_since_epoch()).count();
}

}  // namespace

double steadySeconds() {
    using namespace std::chrono;
    return duration<double>(steady_clock::now().time_since_epoch()).count();
}

App::App(const Options& options, Store& store, Hooks hooks)
    : options_(options), store_(store), hooks_(std::move(hooks)), autosave_(store, "autosave"),
      left_(store) {
    desk_.speaks = static_cast<bool>(hooks_.speak);
    desk_.prefs = readPrefs(store_);
    if (options.theme) desk_.prefs.theme = *options.theme;
    if (options.language) desk_.prefs.language = *options.language;
    if (options.scale) desk_.prefs.scale = *options.scale;
    if (options.reducedMotion) desk_.prefs.reducedMotion = true;
    desk_.words = Words::builtin(desk_.prefs.language);
}

Status App::start() {
    std::string wanted = options_.file.empty() ? std::string(defaultScenario) : options_.file;
    Status opened = desk_.work.open(wanted, std::string(defaultScenario));
    if (!desk_.work.isOpen()) return opened;
    if (!opened && !desk_.work.broken()) desk_.complain(opened.error());
    if (!options_.select.empty()) select({options_.select});
    if (!options_.offscreen() && options_.file.empty() && autosave_.recover()) {
        desk_.sheet = Sheet::recover;
    }
    refreshUi();
    if (!options_.show.empty()) show(options_.show);
    return Ok{};
}

void App::show(const std::string& what) {
    desk_.sheet = Sheet::none;
    if (ImGui::GetCurrentContext() && !ImGui::GetCurrentContext()->OpenPopupStack.empty()) {
        ImGui::ClosePopupToLevel(0, false);
    }
    if (what == "help") desk_.sheet = Sheet::help;
    if (what == "open") showOpenSheet();
    if (what == "save") openSaveSheet(desk_, Writing::work);
    if (what == "export") desk_.exportMenu = true;
    if (what == "view") desk_.viewMenu = true;
    if (what == "looks") desk_.lookMenu = true;
    if (what == "runs") openDrawer(desk_, "designs");
    if (what == "compare") compareLast();
    if (what == "summary") desk_.sheet = Sheet::summary;
    if (what == "lesson") desk_.lesson.menu = true;
    if (what == "real") enterReal();
    if (what == "recover") desk_.sheet = Sheet::recover;
}

// The last two designs side by side, the last one in the real world: where most want to be.
void App::compareLast() {
    size_t runs = desk_.work.session().runs().size();
    if (runs < 2) return;
    desk_.drawer.picked = {static_cast<int>(runs) - 1, static_cast<int>(runs)};
    desk_.sheet = Sheet::compare;
}

void App::enterReal() {
    if (desk_.work.session().runs().empty()) return;
    desk_.realRun = desk_.work.session().runs().back().number;
    desk_.sheet = Sheet::real;
}

void App::advance(double wallSeconds) {
    Session& session = desk_.work.session();
    double wall = std::min(wallSeconds, 0.1);
    if (!desk_.prefs.reducedMotion) wall = desk_.failure.wallFor(session, wall);
    if (session.playing()) desk_.stage.kept = false;
    if (session.playing() && wall > 0) session.advance(wall, steadySeconds, largestBudget);
    if (!desk_.notice.error && !desk_.notice.sentence.empty()) {
        desk_.notice.shownFor += wallSeconds;
        if (desk_.notice.shownFor > noticeLife) desk_.notice = {};
    }
    if (session.working()) session.advanceJobs(steadySeconds, jobBudget);
    if (moves()) desk_.looking().clock += wallSeconds;
    watchLesson(wallSeconds);
    keepSafe();
}

// The drawing moves although the run stands still.
bool App::moves() const {
    return !desk_.prefs.reducedMotion && desk_.stage.scene && desk_.stage.scene->animated();
}

double App::idleFor() const {
    const Session& session = desk_.work.session();
    if (session.playing() || session.working() || moves()) return 0;
    if (!desk_.notice.error && !desk_.notice.sentence.empty()) {
        return std::max(0.05, noticeLife - desk_.notice.shownFor);
    }
    return desk_.work.watches() ? lookEach : 10;
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
        desk_.stage.moved = desk_.stage.kept = desk_.stage.panning = false;
        desk_.stage.scene.reset();
        desk_.drawer = {};
        desk_.selected = {};
        desk_.plotChosen = false;
        desk_.failure = {};
        desk_.typed = {};
        dropPictures();
        desk_.lesson = {};
        if (LessonRun* lesson = desk_.work.bench().lesson()) lesson->setClock(wallClock);
    }
    if (LessonRun* lesson = desk_.work.bench().lesson())
        lesson->setLanguage(desk_.words.language());
    uint64_t revision = desk_.work.bench().revision();
    std::vector<std::string> inFull = shownInFull(desk_);
    if (shownRevision_ == revision && inFull == inFull_) return;
    shownRevision_ = revision;
    inFull_ = std::move(inFull);
    desk_.ui = desk_.work.bench().ui(desk_.words, inFull_);
    if (!session.finished()) desk_.resultDismissed = false;
    showPictures();
}

// Those of the step that lies open.
void App::showPictures() {
    const UiNode* tree = desk_.node("lesson");
    const LessonRun* lesson = desk_.work.bench().lesson();
    if (!tree || !lesson || !hooks_.texture) return;
    const std::shared_ptr<const Bundle>& bundle = lesson->scenario().bundle;
    for (const UiNode& item : tree->children) {
        for (const UiNode& node : item.children) {
            if (node.role != UiRole::picture || desk_.lesson.pictures.contains(node.selected))
                continue;
            LessonPicture& picture = desk_.lesson.pictures[node.selected];
            if (!bundle) continue;
            const auto file = bundle->files.find(node.selected);
            if (file == bundle->files.end()) continue;
            const Result<Image> image = readImage(file->second);
            if (!image) continue;  // its words stand in for it
            picture = {hooks_.texture(image.value()), image.value().width, image.value().height};
        }
    }
}

void App::dropPictures() {
    for (const auto& [file, picture] : desk_.lesson.pictures)
        if (picture.texture && hooks_.dropTexture) hooks_.dropTexture(picture.texture);
    desk_.lesson.pictures.clear();
}

void App::watchLesson(double wallSeconds) {
    sinceLook_ += wallSeconds;
    if (sinceLook_ < lookEach || !desk_.work.watches()) return;
    sinceLook_ = 0;
    const std::string piece = desk_.lesson.piece;
    switch (desk_.work.reload()) {
    case Workspace::Reload::none: return;
    case Workspace::Reload::broken: desk_.lesson.settings = false; return;
    case Workspace::Reload::mended: openMended(); return;
    case Workspace::Reload::lesson:
    case Workspace::Reload::restarted: break;
    }
    refreshUi();
    desk_.lesson.piece = piece;
    dropPictures();
    shownRevision_ = ~uint64_t{0};
}

// A lesson whose mistakes are gone opens by itself; what lay open waits, as with any other opening.
void App::openMended() {
    const bool waits = desk_.work.changed();
    const Args args{{"lab", desk_.work.title(desk_.words)}};
    const std::string path = desk_.work.watched();
    if (open(path) && waits)
        desk_.say(desk_.words("desktop.mended"), desk_.words("desktop.left", args));
}

void App::carryOut() {
    Asked asked = std::move(desk_.asked);
    desk_.asked.clear();
    for (const HandDeed& deed : asked.hands) perform(deed);
    if (asked.highlight) select(*asked.highlight);
    for (const UiDeed& deed : asked.deeds) perform(deed);
    for (const Command& command : asked.commands) {
        Status done = desk_.work.bench().post(command);
        if (!done) desk_.complain(done.error());
    }
    for (Act act : asked.acts) perform(act);
    if (!asked.link.empty() && !(hooks_.openPage && hooks_.openPage(asked.link))) {
        desk_.complain({"desktop.no_browser", "", {{"url", asked.link}}});
    }
    if (!asked.open.empty()) open(asked.open);
    if (!asked.goOn.empty()) goOn(asked.goOn);
    if (!asked.write.empty()) write(asked.write, asked.writing, asked.exported);
    if (asked.restyle) savePrefs();
    if (asked.recover) recover();
    if (asked.forget) forget();
}

void App::perform(const UiDeed& deed) {
    constexpr std::string_view handover = "handover.";
    if (deed.id.starts_with(handover)) return handOver(deed.id.substr(handover.size()));
    if (deed.id == desk_.typed.problemNode) desk_.typed.problemNode.clear();
    Status done = desk_.work.bench().act(deed.id, deed.value, deed.gesture);
    followLesson(deed.id);
    if (done) return;
    const UiNode* node = desk_.node(deed.id);
    const bool cell = deed.id.starts_with("item.") && deed.id.find('/') != deed.id.npos;
    if (cell || (node && (node->role == UiRole::slider || node->role == UiRole::field))) {
        refuse(deed, done.error());
    } else {
        desk_.complain(done.error());
    }
}

// The page with what was touched stays open; another step begins at its first page.
void App::followLesson(std::string_view id) {
    const size_t point = id.find('.', std::string_view("item.").size());
    const std::string_view item = id.substr(0, point);
    const std::string& open = desk_.lesson.piece;
    const bool there = std::string_view(open).substr(0, open.find('/')) == item;
    if (id.starts_with("item.") && !there) desk_.lesson.piece = item;
    const bool turns =
        id == "lesson.step" || id == "lesson.next" || id == "lesson.back" || id == "lesson.level";
    if (turns) desk_.lesson.piece.clear();
}

// Said at the control, with what was probably meant.
void App::refuse(const UiDeed& deed, const Error& error) {
    TypedEntry& typed = desk_.typed;
    typed.problem = desk_.words.sentence(error);
    typed.problemNode = deed.id;
    std::strncpy(typed.text, deed.value.c_str(), sizeof typed.text - 1);
    typed.offer.clear();
    if (error.key != "ui.likely") return;
    for (const Arg& arg : error.args) {
        if (arg.name != "suggestion" || !arg.value.starts_with('#')) continue;
        typed.offer = arg.value.substr(1);
        typed.offerText = desk_.words("desktop.take", Args{{"value", arg.value}});
    }
}

void App::perform(const HandDeed& deed) {
    if (!desk_.stage.scene) return;
    uint64_t before = desk_.work.session().revision();
    Status done = desk_.work.bench().touch(deed.hand, deed.at, deed.reach, *desk_.stage.scene,
                                           desk_.stage.camera, deed.add, deed.free);
    if (desk_.work.session().revision() != before) desk_.stage.kept = true;
    if (!done) desk_.complain(done.error());
}

void App::select(const Highlight& items) {
    desk_.looking().selection = items;
    desk_.looking().selected = items.empty() ? "" : items.back();
    shownRevision_ = ~uint64_t{0};  // what can be done to it changes too
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

}  // namespace pt
