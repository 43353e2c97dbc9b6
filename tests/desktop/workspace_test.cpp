#include "engine/desktop/workspace.h"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <unistd.h>

#include "engine/store/store.h"

namespace pt {
namespace {

namespace fs = std::filesystem;

struct Folder {
    fs::path path = fs::temp_directory_path() /
                    ("proeftuin-desktop-" + std::to_string(getpid()) +
                     std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
    Folder() { fs::create_directories(path); }
    ~Folder() { fs::remove_all(path); }
    std::string write(const std::string& name, const std::string& bytes) const {
        std::ofstream(path / name, std::ios::binary) << bytes;
        return (path / name).string();
    }
};

TEST(Workspace, TheDefaultScenarioIsBuiltInAndFirst) {
    auto known = builtinScenarios();
    ASSERT_FALSE(known.empty());
    EXPECT_EQ(known.front().name, defaultScenario);
    for (const ShelfScenario& scenario : known) {
        Workspace work;
        EXPECT_TRUE(work.open(scenario.name).ok()) << scenario.name;
        EXPECT_TRUE(work.open(scenario.path).ok()) << scenario.path;
    }
}

TEST(Workspace, AnUnknownNameGetsTheNearest) {
    Workspace work;
    Status opened = work.open("spagetibrug");
    ASSERT_FALSE(opened.ok());
    EXPECT_EQ(opened.error().key, "desktop.no_file");
    EXPECT_EQ(opened.error().args[1].value, "spaghettibrug");
    EXPECT_FALSE(work.isOpen());
}

TEST(Workspace, ABrokenScenarioLeavesTheOpenWork) {
    Folder folder;
    Workspace work;
    ASSERT_TRUE(work.open(std::string(defaultScenario)).ok());
    uint64_t before = work.session().hash();
    int generation = work.generation();
    for (const char* bytes :
         {"", "lab: 1\n", "\x01\x02", "lab: 1\nid: x\nsim: nothing\n", "{\"proeftuin\": 1}", "{"}) {
        std::string path = folder.write("stuk.lab.yaml", bytes);
        EXPECT_FALSE(work.open(path).ok()) << bytes;
        EXPECT_FALSE(work.open(folder.write("stuk.proeftuin", bytes)).ok()) << bytes;
    }
    EXPECT_FALSE(work.open(folder.path.string()).ok()) << "a folder is no file";
    EXPECT_EQ(work.session().hash(), before);
    EXPECT_EQ(work.generation(), generation);
}

TEST(Workspace, SavedWorkOpensWhereItWas) {
    Folder folder;
    Workspace work;
    ASSERT_TRUE(work.open(std::string(defaultScenario)).ok());
    EXPECT_FALSE(work.changed());
    ASSERT_TRUE(work.session().post(setCommand("height", 0.12)).ok());
    ASSERT_TRUE(work.session().runToEnd(480).ok());
    EXPECT_TRUE(work.changed());
    std::string path = (folder.path / "mijn brug.proeftuin").string();
    ASSERT_TRUE(work.save(path).ok());
    EXPECT_FALSE(work.changed());
    EXPECT_EQ(work.path(), path);
    EXPECT_EQ(work.fileStem(), "mijn brug");

    Workspace again;
    ASSERT_TRUE(again.open(path).ok());
    EXPECT_EQ(again.session().hash(), work.session().hash());
    EXPECT_EQ(again.title(Words::builtin(Language::en)), work.title(Words::builtin(Language::en)));
    EXPECT_EQ(again.path(), path);
    EXPECT_FALSE(again.changed());
}

TEST(Workspace, AFailedSaveLeavesTheWorkUnsaved) {
    Workspace work;
    ASSERT_TRUE(work.open(std::string(defaultScenario)).ok());
    ASSERT_TRUE(work.session().post(setCommand("height", 0.12)).ok());
    EXPECT_FALSE(work.save("/nowhere/at/all/brug.proeftuin").ok());
    EXPECT_TRUE(work.changed());
    EXPECT_EQ(work.path(), "");
}

}  // namespace
}  // namespace pt
