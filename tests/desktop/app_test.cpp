#include "engine/desktop/app.h"

#include <filesystem>
#include <fstream>

#include "engine/run/save.h"
#include "engine/store/autosave.h"
#include "tests/desktop/fixture.h"

namespace pt {
namespace {

namespace fs = std::filesystem;

TEST(App, ABadFileFallsBackToTheDefaultAndSaysWhy) {
    Options options;
    options.file = "bestaat-niet";
    Running running(options);
    EXPECT_TRUE(running.desk().work.isOpen());
    EXPECT_TRUE(running.desk().notice.error);
    EXPECT_NE(running.desk().notice.sentence.find("bestaat-niet"), std::string::npos);
}

TEST(App, OpeningABrokenFileKeepsTheWork) {
    WholeScreen screen;
    Running& running = screen.running;
    uint64_t before = running.session().hash();
    std::string title = running.desk().work.title(running.desk().words);
    fs::path path =
        fs::temp_directory_path() / ("app-stuk-" + std::to_string(getpid()) + ".lab.yaml");
    std::ofstream(path) << "lab: 1\nid: x\ntitle: {nl: x, en: x}\nsim: spaghetti-bridge\n"
                           "setup: {hoogte: 3 cm}\n";
    running.app.open(path.string());
    fs::remove(path);
    EXPECT_EQ(running.session().hash(), before);
    EXPECT_EQ(running.desk().work.title(running.desk().words), title);
    screen.show();
    std::string words = screen.show();
    EXPECT_TRUE(holds(words, path.filename().string() + " heeft nog fouten")) << words;
    EXPECT_TRUE(holds(words, path.filename().string() + ":5:")) << words;
    EXPECT_TRUE(holds(words, "setup: {hoogte: 3 cm}")) << words;
    EXPECT_TRUE(holds(words, "Belast de brug")) << "the old work is still there";
    EXPECT_FALSE(running.desk().notice.error) << "said once";
}

TEST(App, ARefusedValueIsSaidAtItsControl) {
    Running running;
    running.app.desk().ask("param.height", "300");
    running.app.carryOut();
    EXPECT_EQ(running.desk().typed.problemNode, "param.height");
    EXPECT_FALSE(running.desk().typed.problem.empty());
    running.app.desk().ask("param.height", "12,5");
    running.app.carryOut();
    EXPECT_EQ(running.desk().typed.problemNode, "");
    EXPECT_DOUBLE_EQ(*running.session().schema().findParam("height")->value, 0.125);
}

TEST(App, TimePassesOnlyWhilePlaying) {
    Running running;
    running.app.advance(0.05);
    EXPECT_EQ(running.session().step(), 0);
    EXPECT_GT(running.app.idleFor(), 1);
    running.app.desk().ask(Act::playPause);
    running.app.carryOut();
    EXPECT_EQ(running.app.idleFor(), 0);
    running.app.advance(0.05);
    EXPECT_EQ(running.session().step(), 12);
}

TEST(App, LanguageSwitchesEveryWord) {
    Running running;
    EXPECT_EQ(running.desk().words("desktop.open.title"), "Open");
    std::string before = running.desk().words("desktop.tab.runs");
    running.desk().ask(Act::language);
    running.app.carryOut();
    EXPECT_NE(running.desk().words("desktop.tab.runs"), before);
    EXPECT_EQ(readPrefs(*running.store).language, Language::en);
}

TEST(App, TheSizeStaysWithinItsLimits) {
    Running running;
    for (int i = 0; i < 9; ++i) running.desk().ask(Act::larger);
    running.app.carryOut();
    EXPECT_EQ(running.app.scale(), Prefs::largest);
    for (int i = 0; i < 9; ++i) running.desk().ask(Act::smaller);
    running.app.carryOut();
    EXPECT_EQ(running.app.scale(), Prefs::smallest);
}

TEST(App, ExportsAreWrittenAndFailuresAreSaid) {
    Running running;
    ASSERT_TRUE(running.session().runToEnd(100000).ok());
    fs::path folder =
        fs::temp_directory_path() / ("proeftuin-app-export-" + std::to_string(getpid()));
    fs::create_directories(folder);
    for (auto [writing, name] : {std::pair{Writing::samples, "m.csv"},
                                 {Writing::runs, "p.csv"},
                                 {Writing::svg, "t.svg"},
                                 {Writing::work, "w.proeftuin"}}) {
        running.desk().asked.write = (folder / name).string();
        running.desk().asked.writing = writing;
        running.app.carryOut();
        EXPECT_FALSE(running.desk().notice.error) << running.desk().notice.sentence;
        EXPECT_GT(fs::file_size(folder / name), 100u) << name;
    }
    fs::remove_all(folder);
    running.desk().asked.write = (folder / "m.csv").string();
    running.desk().asked.writing = Writing::samples;
    running.app.carryOut();
    EXPECT_TRUE(running.desk().notice.error);
}

TEST(App, UnsavedWorkWaitsForTheNextTime) {
    auto store = memoryStore();
    {
        App app({}, *store, {});
        ASSERT_TRUE(app.start().ok());
        app.desk().ask("param.height", "12,5");
        app.carryOut();
        app.finish();
    }
    App next({}, *store, {});
    ASSERT_TRUE(next.start().ok());
    EXPECT_EQ(next.desk().sheet, Sheet::recover);
    next.desk().asked.recover = true;
    next.carryOut();
    EXPECT_DOUBLE_EQ(*next.desk().work.session().schema().findParam("height")->value, 0.125);
    EXPECT_TRUE(next.desk().work.changed()) << "recovered work is in no file yet";
}

TEST(App, SavedWorkLeavesNothingToRecover) {
    auto store = memoryStore();
    {
        App app({}, *store, {});
        ASSERT_TRUE(app.start().ok());
        app.finish();
    }
    App next({}, *store, {});
    ASSERT_TRUE(next.start().ok());
    EXPECT_EQ(next.desk().sheet, Sheet::none);
}

TEST(FailureMoment, TimeStandsStillThenGoesSlowly) {
    Running running;
    Session& session = running.session();
    FailureMoment moment;
    while (!failureTime(session)) ASSERT_TRUE(session.stepOnce().ok());
    ASSERT_TRUE(session.rewindTo(session.step() - 1).ok());
    session.play();
    EXPECT_EQ(moment.wallFor(session, 0.01), 0.01);
    ASSERT_TRUE(session.stepOnce().ok());
    session.play();
    EXPECT_EQ(moment.wallFor(session, 0.15), 0);
    EXPECT_TRUE(moment.still());
    EXPECT_EQ(moment.wallFor(session, 0.15), 0);
    EXPECT_DOUBLE_EQ(moment.wallFor(session, 0.08), 0.01) << "an eighth";
    ASSERT_TRUE(session.runToEnd(240).ok());
    session.play();
    EXPECT_DOUBLE_EQ(moment.wallFor(session, 0.08), 0.08) << "back at full speed";
}

TEST(FailureMoment, AlsoWhenGlueLetsGoFirst) {
    Running running;
    running.desk().asked.open = "klaswedstrijd";
    running.app.carryOut();
    Session& session = running.session();
    running.desk().ask("param.joints", "glued");
    running.desk().ask("param.joint_strength", "20 N");
    running.app.carryOut();
    ASSERT_FALSE(failureTime(session));
    while (!session.finished()) ASSERT_TRUE(session.stepOnce().ok());
    const auto& events = session.recording().events();
    ASSERT_FALSE(events.empty());
    ASSERT_EQ(events.front().event.key, "joint_failed");
    EXPECT_EQ(failureTime(session), events.front().time);
}

}  // namespace
}  // namespace pt
