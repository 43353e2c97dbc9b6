#include "engine/desktop/shortcuts.h"

#include <gtest/gtest.h>
#include <map>
#include <set>

namespace pt {
namespace {

TEST(Shortcuts, EveryActHasOneRow) {
    std::map<Act, int> rows;
    for (const Shortcut& row : shortcuts()) ++rows[row.act];
    for (int act = 0; act <= static_cast<int>(Act::quit); ++act) {
        EXPECT_EQ(rows[static_cast<Act>(act)], 1) << act;
        EXPECT_EQ(shortcut(static_cast<Act>(act)).act, static_cast<Act>(act));
    }
}

TEST(Shortcuts, NoKeyMeansTwoThings) {
    std::set<int> chords;
    std::set<char> characters;
    for (const Shortcut& row : shortcuts()) {
        EXPECT_TRUE(row.chord != 0 || row.typed != 0) << row.label;
        for (int chord : {row.chord, row.alternative}) {
            if (chord != 0) {
                EXPECT_TRUE(chords.insert(chord).second) << row.label;
            }
        }
        if (row.typed != 0) {
            EXPECT_TRUE(characters.insert(row.typed).second) << row.label;
        }
    }
}

TEST(Shortcuts, ShownKeysDifferAndSpeakBothLanguages) {
    for (Language language : {Language::nl, Language::en}) {
        Words words = Words::builtin(language);
        std::set<std::string> shown;
        for (const Shortcut& row : shortcuts()) {
            EXPECT_TRUE(words.has(row.label)) << row.label;
            std::string key = keyText(row, words);
            EXPECT_EQ(key.find("‹"), key.npos) << key;
            EXPECT_TRUE(shown.insert(key).second) << key;
        }
        for (const KeyHint& hint : keyHints()) {
            EXPECT_TRUE(words.has(hint.key)) << hint.key;
            EXPECT_TRUE(words.has(hint.label)) << hint.label;
        }
    }
}

TEST(Shortcuts, ModifiersAreShownInTheOrderOfTheKeyboard) {
    EXPECT_EQ(keyText(shortcut(Act::saveAs), Words::builtin(Language::en)), "Ctrl+Shift+S");
    EXPECT_EQ(keyText(shortcut(Act::playPause), Words::builtin(Language::nl)), "Spatie");
}

}  // namespace
}  // namespace pt
