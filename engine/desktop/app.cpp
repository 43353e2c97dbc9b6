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

}  // namespace

double steadySeconds() {
    using namespace std::chrono;
    return duration<double>(steady_clock::now().time_since_epoch()).count();
}

App::App(const Options& options, Store& store, Hooks hooks)
    : options_(options), store_(store), hooks_(std::move(hooks)), autosave_(store, "autosave"),
      left_(store) {
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
        desk_.stage.moved = desk_.stage.kept = desk_.stage.panning = false;
        desk_.stage.scene.reset();
        desk_.drawer = {};
        desk_.selected = {};
        desk_.plotChosen = false;
        desk_.failure = {};
        desk_.typed = {};
    }
    uint64_t revision = desk_.work.bench().revision();
    std::vector<std::string> inFull = shownInFull(desk_);
    if (shownRevision_ == revision && inFull == inFull_) return;
    shownRevision_ = revision;
    inFull_ = std::move(inFull);
    desk_.ui = desk_.work.bench().ui(desk_.words, inFull_);
    if (!session.finished()) desk_.resultDismissed = false;
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
    if (done) return;
    const UiNode* node = desk_.node(deed.id);
    if (node && (node->role == UiRole::slider || node->role == UiRole::field)) {
        refuse(deed, done.error());
    } else {
        desk_.complain(done.error());
    }
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
