#include <algorithm>
#include <cmath>
#include <imgui_internal.h>

#include "engine/desktop/app.h"
#include "engine/desktop/dialogs.h"
#include "engine/desktop/panel_lesson.h"

namespace pt {
namespace {

constexpr double beforeFailure = 0.6;  // model seconds that a replay starts before the moment
constexpr double zoomStep = 1.25;

bool typedNow(char character) {
    for (ImWchar typed : ImGui::GetIO().InputQueueCharacters) {
        if (typed == static_cast<ImWchar>(character)) return true;
    }
    return false;
}

bool pressed(const Shortcut& row) {
    ImGuiInputFlags flags = row.repeats ? ImGuiInputFlags_Repeat : ImGuiInputFlags_None;
    for (int chord : {row.chord, row.alternative}) {
        if (chord != 0 && ImGui::IsKeyChordPressed(chord, ImGuiKeyOwner_Any, flags)) return true;
    }
    return row.typed != 0 && typedNow(row.typed);
}

// While something lies over the window, only what has to do with that.
bool allowedUnderSheet(Act act) {
    return act == Act::close || act == Act::help || act == Act::fullscreen || act == Act::quit;
}

// A button that has the keyboard answers to Space itself.
bool spaceIsTaken(const Desk& desk) {
    const ImGuiContext& g = *ImGui::GetCurrentContext();
    return g.NavId != 0 && !g.NavDisableHighlight && !desk.stage.focused;
}

// What the stage may want: names as Workbench::key() takes them.
struct StageKey {
    ImGuiKey key;
    const char* name;
    bool repeats = false;
};
constexpr StageKey stageKeys[] = {
    {ImGuiKey_LeftArrow, "Left", true}, {ImGuiKey_RightArrow, "Right", true},
    {ImGuiKey_UpArrow, "Up", true},     {ImGuiKey_DownArrow, "Down", true},
    {ImGuiKey_Delete, "Delete"},        {ImGuiKey_Backspace, "Delete"},
    {ImGuiKey_Escape, "Escape"},        {ImGuiKey_Enter, "Enter"},
    {ImGuiKey_KeypadEnter, "Enter"},
};

// The key that went down in this frame, "" for none.
std::string stageKey() {
    const ImGuiIO& io = ImGui::GetIO();
    auto pressed = [](ImGuiKey key, bool repeats) {
        return ImGui::IsKeyPressed(key, ImGuiKeyOwner_Any,
                                   repeats ? ImGuiInputFlags_Repeat : ImGuiInputFlags_None);
    };
    for (const StageKey& row : stageKeys) {
        if (pressed(row.key, row.repeats)) return row.name;
    }
    for (int i = 0; i < 26; ++i) {
        if (!pressed(static_cast<ImGuiKey>(ImGuiKey_A + i), false)) continue;
        std::string letter(1, static_cast<char>((io.KeyCtrl ? 'A' : 'a') + i));
        return io.KeyCtrl ? "Ctrl+" + letter : letter;
    }
    for (int i = 0; i < 10; ++i) {
        if (typedNow(static_cast<char>('0' + i))) return std::string(1, static_cast<char>('0' + i));
    }
    return {};
}

// A LabUi node that an act presses, or "".
std::string_view nodeOf(Act act) {
    switch (act) {
    case Act::playPause: return "run.play";
    case Act::step: return "run.step";
    case Act::stepBack: return "run.back";
    case Act::rewind: return "run.rewind";
    case Act::slower: return "run.slower";
    case Act::faster: return "run.faster";
    case Act::undo: return "edit.undo";
    case Act::redo: return "edit.redo";
    case Act::reset: return "edit.reset";
    default: return "";
    }
}

}  // namespace

void App::keys() {
    const ImGuiIO& io = ImGui::GetIO();
    bool popup = ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel);
    if (!io.WantTextInput && !popup && stageTakesKey()) return;
    for (const Shortcut& row : shortcuts()) {
        bool plain = !row.control && row.act != Act::close && row.group != KeyGroup::program;
        if (io.WantTextInput && (plain || row.act == Act::close)) continue;
        if (popup && !allowedUnderSheet(row.act)) continue;
        if (row.act == Act::playPause && spaceIsTaken(desk_)) continue;
        if (pressed(row)) desk_.ask(row.act);
    }
}

// The key goes to the stage first, unless a control has the keyboard.
bool App::stageTakesKey() {
    const ImGuiContext& g = *ImGui::GetCurrentContext();
    if (!g.NavDisableHighlight && !desk_.stage.focused) return false;
    std::string key = stageKey();
    if (key.empty()) return false;
    Workbench& bench = desk_.work.bench();
    // With the focus on an item Enter selects it.
    if (key == "Enter" && desk_.stage.focused && !bench.busy()) return false;
    Result<bool> taken = bench.key(key, ImGui::GetIO().KeyShift);
    if (!taken) desk_.complain(taken.error());
    return !taken || taken.value();
}

// Text from the clipboard into the table that lies open.
void App::paste() {
    const UiNode* table = desk_.prefs.drawer ? desk_.node(desk_.drawer.tab) : nullptr;
    const char* text = ImGui::GetClipboardText();
    if (table && table->role == UiRole::table && text && *text) {
        perform(UiDeed{table->id + "/paste", text, ++desk_.gesture});
    }
}

void App::perform(Act act) {
    if (std::string_view id = nodeOf(act); !id.empty()) {
        const UiNode* node = desk_.node(id);
        if (node && node->enabled) perform(UiDeed{std::string(id), "", 0});
        return;
    }
    StageLook& stage = desk_.stage;
    switch (act) {
    case Act::replay: replay(); break;
    case Act::open: showOpenSheet(); break;
    case Act::save:
        if (desk_.work.path().empty()) {
            openSaveSheet(desk_, Writing::work);
        } else {
            write(desk_.work.path(), Writing::work, {});
        }
        break;
    case Act::saveAs: openSaveSheet(desk_, Writing::work); break;
    case Act::exportMenu: desk_.exportMenu = true; break;
    case Act::viewMenu: desk_.viewMenu = true; break;
    case Act::paste: paste(); break;
    case Act::drawer:
        desk_.prefs.drawer = !desk_.prefs.drawer;
        savePrefs();
        break;
    case Act::language:
        desk_.prefs.language = desk_.prefs.language == Language::nl ? Language::en : Language::nl;
        savePrefs();
        break;
    case Act::theme:
        desk_.prefs.theme = static_cast<ThemeId>((static_cast<int>(desk_.prefs.theme) + 1) % 3);
        savePrefs();
        break;
    case Act::pageOn: turnLessonPage(desk_, 1); break;
    case Act::pageBack: turnLessonPage(desk_, -1); break;
    case Act::speak: speak(); break;
    case Act::teacher:
        if (const UiNode* node = desk_.node("lesson.teacher"))
            perform(UiDeed{node->id, node->selected == "on" ? "off" : "on", 0});
        break;
    case Act::larger: changeScale(1); break;
    case Act::smaller: changeScale(-1); break;
    case Act::normalSize: changeScale(0); break;
    case Act::fitStage: stage.moved = stage.kept = false; break;
    case Act::zoomIn:
    case Act::zoomOut:
        stage.camera.zoom(act == Act::zoomIn ? zoomStep : 1 / zoomStep, stage.camera.size / 2.0);
        stage.moved = true;
        break;
    case Act::help: desk_.sheet = desk_.sheet == Sheet::help ? Sheet::none : Sheet::help; break;
    case Act::fullscreen:
        if (hooks_.fullscreen) hooks_.fullscreen();
        break;
    case Act::close: close(); break;
    case Act::quit: quits_ = true; break;
    default: break;  // pressed as a node above
    }
}

// One thing at a time, what lies on top first.
void App::close() {
    if (desk_.sheet != Sheet::none) {
        desk_.sheet = Sheet::none;
    } else if (!desk_.notice.sentence.empty()) {
        desk_.notice = {};
    } else {
        select({});
    }
}

void App::replay() {
    Session& session = desk_.work.session();
    std::optional<double> failed = failureTime(session);
    if (!failed) return;
    double start = std::max(0.0, *failed - beforeFailure);
    Status back = session.rewindTo(static_cast<int64_t>(std::floor(start / session.dt())));
    if (!back) return desk_.complain(back.error());
    desk_.resultDismissed = false;
    session.play();
}

void App::speak() {
    const std::string text = lessonAloud(desk_);
    if (hooks_.speak && !text.empty()) hooks_.speak(text, desk_.words.language());
}

void App::changeScale(int way) {
    double scale = way == 0 ? 1 : desk_.prefs.scale + way * 0.25;
    desk_.prefs.scale = std::clamp(scale, Prefs::smallest, Prefs::largest);
    savePrefs();
}

}  // namespace pt
