#include "engine/desktop/prefs.h"

#include <gtest/gtest.h>

namespace pt {
namespace {

TEST(Prefs, ComeBackAsTheyWere) {
    auto store = memoryStore();
    Prefs prefs;
    prefs.language = Language::en;
    prefs.theme = ThemeId::contrast;
    prefs.scale = 1.75;
    prefs.reducedMotion = true;
    prefs.dutchCsv = false;
    prefs.folder = "/home/anna/\"lab\"";
    prefs.remember("/a.proeftuin");
    prefs.remember("/b.proeftuin");
    ASSERT_TRUE(writePrefs(*store, prefs).ok());
    EXPECT_EQ(readPrefs(*store), prefs);
}

TEST(Prefs, ANewStoreGivesTheDefaults) { EXPECT_EQ(readPrefs(*memoryStore()), Prefs{}); }

TEST(Prefs, DamageLeavesTheDefaults) {
    for (const char* bytes :
         {"", "{", "null", "[]", "{\"language\": 3}", "\xff\xfe", "{\"scale\": \"big\"}",
          "{\"theme\": \"pink\", \"recent\": {\"a\": 1}}"}) {
        auto store = memoryStore();
        ASSERT_TRUE(store->put("preferences.json", bytes).ok());
        EXPECT_EQ(readPrefs(*store), Prefs{}) << bytes;
    }
}

TEST(Prefs, GoodPartsOfADamagedFileCount) {
    auto store = memoryStore();
    ASSERT_TRUE(
        store->put("preferences.json", "{\"theme\": \"dark\", \"language\": \"xx\", \"scale\": 40}")
            .ok());
    Prefs prefs = readPrefs(*store);
    EXPECT_EQ(prefs.theme, ThemeId::dark);
    EXPECT_EQ(prefs.language, Language::nl);
    EXPECT_EQ(prefs.scale, Prefs::largest);
}

TEST(Prefs, RecentFilesAreNewestFirstOnceAndFew) {
    Prefs prefs;
    for (int i = 0; i < 20; ++i) prefs.remember("/" + std::to_string(i));
    prefs.remember("/15");
    ASSERT_EQ(prefs.recent.size(), 8u);
    EXPECT_EQ(prefs.recent[0], "/15");
    EXPECT_EQ(prefs.recent[1], "/19");
    EXPECT_EQ(std::count(prefs.recent.begin(), prefs.recent.end(), "/15"), 1);
}

}  // namespace
}  // namespace pt
