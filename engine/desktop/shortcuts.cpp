#include "engine/desktop/shortcuts.h"

#include <imgui.h>

#include "engine/core/assert.h"

namespace pt {
namespace {

constexpr int ctrl = ImGuiMod_Shortcut;
constexpr const char* minus = "\u2212";
constexpr int shifted = ImGuiMod_Shift;

// act, group, chord, alternative, label, key, control, shift, repeats, typed
constexpr Shortcut table[] = {
    {Act::playPause, KeyGroup::run, ImGuiKey_Space, 0, "desktop.do.play_pause",
     "desktop.key.space"},
    {Act::step, KeyGroup::run, 0, 0, "desktop.do.step", ".", false, false, true, '.'},
    {Act::stepBack, KeyGroup::run, 0, 0, "desktop.do.step_back", ",", false, false, true, ','},
    {Act::rewind, KeyGroup::run, ImGuiKey_Home, 0, "desktop.do.rewind", "Home"},
    {Act::replay, KeyGroup::run, ImGuiKey_R, 0, "desktop.do.replay", "R"},
    {Act::faster, KeyGroup::run, 0, 0, "desktop.do.faster", "+", false, false, false, '+'},
    {Act::slower, KeyGroup::run, 0, 0, "desktop.do.slower", minus, false, false, false, '-'},
    {Act::undo, KeyGroup::work, ctrl | ImGuiKey_Z, 0, "desktop.do.undo", "Z", true, false, true},
    {Act::redo, KeyGroup::work, ctrl | ImGuiKey_Y, ctrl | shifted | ImGuiKey_Z, "desktop.do.redo",
     "Y", true, false, true},
    {Act::reset, KeyGroup::work, ctrl | ImGuiKey_R, 0, "desktop.do.reset", "R", true},
    {Act::open, KeyGroup::work, ctrl | ImGuiKey_O, 0, "desktop.do.open", "O", true},
    {Act::save, KeyGroup::work, ctrl | ImGuiKey_S, 0, "desktop.do.save", "S", true},
    {Act::saveAs, KeyGroup::work, ctrl | shifted | ImGuiKey_S, 0, "desktop.do.save_as", "S", true,
     true},
    {Act::paste, KeyGroup::work, ctrl | ImGuiKey_V, 0, "desktop.do.paste", "V", true},
    {Act::exportMenu, KeyGroup::work, ctrl | ImGuiKey_E, 0, "desktop.do.export", "E", true},
    {Act::drawer, KeyGroup::look, ImGuiKey_F4, 0, "desktop.do.drawer", "F4"},
    {Act::fitStage, KeyGroup::look, ImGuiKey_F, 0, "desktop.do.fit", "F"},
    {Act::zoomIn, KeyGroup::look, ImGuiKey_I, 0, "desktop.do.zoom_in", "I", false, false, true},
    {Act::zoomOut, KeyGroup::look, ImGuiKey_O, 0, "desktop.do.zoom_out", "O", false, false, true},
    {Act::pageOn, KeyGroup::lesson, ImGuiKey_PageDown, 0, "desktop.do.page_on", "PgDn"},
    {Act::pageBack, KeyGroup::lesson, ImGuiKey_PageUp, 0, "desktop.do.page_back", "PgUp"},
    {Act::speak, KeyGroup::lesson, ImGuiKey_F9, 0, "desktop.do.speak", "F9"},
    {Act::teacher, KeyGroup::lesson, ctrl | ImGuiKey_T, 0, "desktop.do.teacher", "T", true},
    {Act::larger, KeyGroup::look, ctrl | ImGuiKey_Equal, ctrl | ImGuiKey_KeypadAdd,
     "desktop.do.larger", "+", true},
    {Act::smaller, KeyGroup::look, ctrl | ImGuiKey_Minus, ctrl | ImGuiKey_KeypadSubtract,
     "desktop.do.smaller", minus, true},
    {Act::normalSize, KeyGroup::look, ctrl | ImGuiKey_0, ctrl | ImGuiKey_Keypad0,
     "desktop.do.normal_size", "0", true},
    {Act::theme, KeyGroup::look, ImGuiKey_F6, 0, "desktop.do.theme", "F6"},
    {Act::language, KeyGroup::look, ImGuiKey_F7, 0, "desktop.do.language", "F7"},
    {Act::viewMenu, KeyGroup::look, ImGuiKey_F8, 0, "desktop.do.view", "F8"},
    {Act::help, KeyGroup::program, ImGuiKey_F1, 0, "desktop.do.help", "F1"},
    {Act::fullscreen, KeyGroup::program, ImGuiKey_F11, 0, "desktop.do.fullscreen", "F11"},
    {Act::close, KeyGroup::program, ImGuiKey_Escape, 0, "desktop.do.close", "Esc"},
    {Act::quit, KeyGroup::program, ctrl | ImGuiKey_Q, 0, "desktop.do.quit", "Q", true},
};

constexpr KeyHint hints[] = {
    {"desktop.key.tab", "desktop.hint.tab"},     {"desktop.key.arrows", "desktop.hint.arrows"},
    {"desktop.key.enter", "desktop.hint.enter"}, {"desktop.key.wheel", "desktop.hint.wheel"},
    {"desktop.key.drag", "desktop.hint.drag"},
};

}  // namespace

std::span<const Shortcut> shortcuts() { return table; }

std::span<const KeyHint> keyHints() { return hints; }

const Shortcut& shortcut(Act act) {
    for (const Shortcut& row : table) {
        if (row.act == act) return row;
    }
    PT_ASSERT(false);  // every Act has a row
    return table[0];
}

std::string keyText(const Shortcut& row, const Words& words) {
    std::string text;
    if (row.control) text += "Ctrl+";
    if (row.shift) text += "Shift+";
    std::string_view key = row.key;
    text += key.starts_with("desktop.") ? words(key) : std::string(key);
    return text;
}

}  // namespace pt
