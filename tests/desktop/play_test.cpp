#include "engine/desktop/play.h"

#include "tests/desktop/fixture.h"

namespace pt {
namespace {

struct Host : PlayHost {
    Running& running;
    std::vector<std::string> pictures;
    explicit Host(Running& app) : running(app) {}
    void frame() override {
        running.app.advance(0);
        running.app.beginFrame();
        running.desk().stage.camera.size = {900, 500};
        running.desk().stage.scene.emplace(running.desk().words, theme(ThemeId::light));
        running.desk().work.bench().draw(*running.desk().stage.scene);
        running.desk().stage.camera.fit(running.desk().stage.scene->low(),
                                        running.desk().stage.scene->high(), 20);
        running.app.carryOut();
    }
    Status picture(const std::string& path) override {
        pictures.push_back(path);
        return Ok{};
    }
};

// A null window for the keys that the app reads in each frame.
struct Playing : testing::Test {
    NullBackend backend{1280, 720, 1};
    Running running;
    Host host{running};

    Status play(std::string_view text) {
        backend.beginFrame();
        auto acts = parsePlay(text, "les.txt");
        Status done =
            acts ? pt::play(running.app, host, acts.value(), "les.txt") : Status(acts.error());
        backend.endFrame();
        return done;
    }
};

TEST(Play, ReadsEveryActAndSkipsTheRest) {
    auto acts =
        parsePlay("# les\n\n param.height = 12 cm \r\nrun.play\npointer drag 0.1 -5cm free\n"
                  "run 8 s\nselect a b\nwait\npicture x.png",
                  "les.txt");
    ASSERT_TRUE(acts.ok());
    ASSERT_EQ(acts.value().size(), 7u);
    EXPECT_EQ(acts.value()[0].what, "param.height");
    EXPECT_EQ(acts.value()[0].value, "12 cm");
    EXPECT_EQ(acts.value()[0].line, 3);
    EXPECT_EQ(acts.value()[1].kind, PlayAct::Kind::control);
    EXPECT_DOUBLE_EQ(acts.value()[2].y, -0.05);
    EXPECT_EQ(acts.value()[4].words, (std::vector<std::string>{"a", "b"}));
}

TEST(Play, WhatItDoesNotKnowIsNamedWithItsPlace) {
    for (const char* bad : {"dance", "pointer fly 0 0", "pointer down 0", "pointer down here there",
                            "run", "picture", "wait long", "knop die niet bestaat"}) {
        auto acts = parsePlay(std::string("# les\n") + bad, "les.txt");
        ASSERT_FALSE(acts.ok()) << bad;
        EXPECT_EQ(acts.error().where, "les.txt:2") << bad;
    }
}

TEST_F(Playing, ActsReachTheSession) {
    ASSERT_TRUE(play("param.height = 12 cm\nrun failure\npicture a.png\n").ok());
    EXPECT_DOUBLE_EQ(*running.session().schema().findParam("height")->value, 0.12);
    EXPECT_TRUE(failureTime(running.session()));
    EXPECT_FALSE(running.session().playing());
    EXPECT_EQ(host.pictures, std::vector<std::string>{"a.png"});
}

TEST_F(Playing, ARefusedActEndsItWithItsPlace) {
    Status done = play("param.height = 12 cm\nparam.height = 900 cm\nrun end\n");
    ASSERT_FALSE(done.ok());
    EXPECT_EQ(done.error().where, "les.txt:2");
    EXPECT_EQ(running.session().step(), 0);
    EXPECT_FALSE(play("param.no_such_thing = 1\n").ok());
    EXPECT_FALSE(play("key F12\n").ok());
}

TEST_F(Playing, ThePointerSelectsOnTheStage) {
    ASSERT_TRUE(play("select member.S7\n").ok());
    ASSERT_EQ(running.desk().looking().selected, "member.S7");
    Vec far = running.desk().stage.scene->high() + Vec(1, 1);
    std::string click = "pointer click " + std::to_string(far.x) + " " + std::to_string(far.y);
    ASSERT_TRUE(play(click).ok());
    EXPECT_EQ(running.desk().looking().selected, "") << "a click on nothing lets go";
}

TEST_F(Playing, TabsAndSheetsOpenAndClose) {
    ASSERT_TRUE(play("tab designs\nshow help\n").ok());
    EXPECT_TRUE(running.desk().prefs.drawer);
    EXPECT_EQ(running.desk().drawer.tab, "designs");
    EXPECT_EQ(running.desk().sheet, Sheet::help);
    ASSERT_TRUE(play("tab\nshow\n").ok());
    EXPECT_FALSE(running.desk().prefs.drawer);
    EXPECT_EQ(running.desk().sheet, Sheet::none);
}

}  // namespace
}  // namespace pt
