// Shortcuts: the one table of everything a key can do; the help overlay shows it, the program
// handles it, tooltips quote it.
#pragma once

#include <span>
#include <string>

#include "engine/i18n/words.h"

namespace pt {

enum class Act : uint8_t {
    playPause,
    step,
    stepBack,
    rewind,
    replay,
    slower,
    faster,
    undo,
    redo,
    reset,
    open,
    save,
    saveAs,
    paste,
    exportMenu,
    viewMenu,
    language,
    theme,
    larger,
    smaller,
    normalSize,
    drawer,
    fitStage,
    zoomIn,
    zoomOut,
    pageOn,
    pageBack,
    speak,
    teacher,
    help,
    fullscreen,
    close,
    quit,
};

enum class KeyGroup : uint8_t { run, work, look, lesson, program };

struct Shortcut {
    Act act;
    KeyGroup group;
    int chord;            // ImGuiKeyChord, or 0; ImGuiMod_Shortcut is Ctrl, or Cmd on a Mac
    int alternative = 0;  // a second chord, or 0
    const char* label;    // string key of what it does
    const char* key;      // string key, or the key itself, as shown: "desktop.key.space", "F1"
    bool control = false;
    bool shift = false;
    bool repeats = false;  // acts again while held
    char typed = 0;        // the character, wherever the keyboard has it (AZERTY, QWERTY), or 0
};

std::span<const Shortcut> shortcuts();
const Shortcut& shortcut(Act act);

// "Ctrl+Shift+S", "Spatie".
std::string keyText(const Shortcut& shortcut, const Words& words);
// Keys that are no Act: Tab, arrows, Enter, wheel. {string key of the key, string key of the text}.
struct KeyHint {
    const char* key;
    const char* label;
};
std::span<const KeyHint> keyHints();

}  // namespace pt
