// Time, runs and what a session refuses.
#include <gtest/gtest.h>

#include "tests/run/fake_lab.h"

namespace pt {
namespace {

using namespace fake;

double now = 0;
double stopped() { return now; }
double ticking() { return now += 0.001; }

TEST(SessionOpen, AppliesTheSetup) {
    pt::Setup wanted = setup();
    Setting push, ground;
    push.key = "push";
    push.range = Range{6, 8, 0};
    ground.key = "ground";
    ground.options = {"sand"};
    wanted.settings = {push, ground};
    wanted.documents = {{"track", Json::parse("{\"walls\":[1]}").value()}};
    auto session = open(wanted);
    ASSERT_TRUE(session);
    EXPECT_EQ(value(*session, "push"), 6) << "the lab's own start is moved into the range";
    EXPECT_EQ(*session->schema().findChoice("ground")->value, 1);
    EXPECT_EQ(session->range(*session->schema().findParam("push")).max, 8);
    EXPECT_EQ(session->setting("push")->range->min, 6);
    EXPECT_EQ(session->setting("mass"), nullptr);
    EXPECT_EQ(session->step(), 0);
    EXPECT_EQ(session->recording().rows(), 1u);
}

TEST(SessionOpen, NamesWhatIsWrongWithASetup) {
    const auto fail = [](auto change) {
        pt::Setup wanted = setup();
        change(wanted);
        const auto session = Session::open(wanted, table);
        return session.ok() ? Error{"opened", "", {}} : session.error();
    };
    const auto setting = [](std::string key) {
        Setting one;
        one.key = std::move(key);
        one.where = "a.lab.yaml:3:5";
        return one;
    };
    EXPECT_EQ(fail([](pt::Setup& s) { s.lab = "volcano"; }).key, "session.unknown_lab");
    Error error = fail([&](pt::Setup& s) { s.settings = {setting("pusch")}; });
    EXPECT_EQ(error.key, "session.unknown_key_near");
    EXPECT_EQ(error.where, "a.lab.yaml:3:5");
    EXPECT_EQ(error.args[1].value, "push");
    EXPECT_EQ(fail([&](pt::Setup& s) { s.settings = {setting("zzz")}; }).key,
              "session.unknown_key");
    error = fail([&](pt::Setup& s) {
        s.settings = {setting("mass")};
        s.settings[0].number = 11;
    });
    EXPECT_EQ(error.key, "session.range");
    EXPECT_EQ(error.where, "a.lab.yaml:3:5");
    EXPECT_EQ(error.args[0].value, "@sledge.mass") << "words show the label";
    EXPECT_EQ(error.args[1].value, "#11000 g") << "and the quantity in their own way";
    EXPECT_EQ(fail([&](pt::Setup& s) {
                  s.settings = {setting("push")};
                  s.settings[0].range = Range{20, 30, 0};
              }).key,
              "session.empty_range");
    EXPECT_EQ(fail([&](pt::Setup& s) {
                  s.settings = {setting("parts")};
                  s.settings[0].number = 2.5;
              }).key,
              "session.whole");
    EXPECT_EQ(fail([&](pt::Setup& s) {
                  s.settings = {setting("ground")};
                  s.settings[0].option = "mud";
              }).key,
              "session.option");
    EXPECT_EQ(fail([&](pt::Setup& s) {
                  s.settings = {setting("ground")};
                  s.settings[0].options = {"ice", "mud"};
              }).key,
              "session.option");
    error = fail([](pt::Setup& s) {
        s.documents = {{"track", Json::parse("{\"walls\":[1,-1]}").value()}};
    });
    EXPECT_EQ(error.key, "fake.wall");
    EXPECT_EQ(error.where, "track.walls[1]");
}

TEST(SessionTime, StepsAreFixedAndRateScalesWallTime) {
    auto session = open();
    EXPECT_EQ(session->advance(0.05, stopped).steps, 0) << "paused";
    session->play();
    EXPECT_EQ(session->advance(0.0249, stopped).steps, 2);
    EXPECT_EQ(session->advance(0.0052, stopped).steps, 1) << "the remainder was kept";
    session->rate(0.5);
    EXPECT_EQ(session->advance(0.04, stopped).steps, 2);
    session->rate(2);
    EXPECT_EQ(session->advance(0.04, stopped).steps, 8);
    EXPECT_EQ(session->step(), 13);
    EXPECT_DOUBLE_EQ(session->time(), 0.13);
    session->rate(0);
    EXPECT_EQ(session->rate(), 1.0 / 64);
    session->rate(std::nan(""));
    EXPECT_EQ(session->rate(), 1.0 / 64);
    session->rate(1e12);
    EXPECT_EQ(session->rate(), 1e8);
}

TEST(SessionTime, WallTimeIsClampedAndLagReported) {
    auto session = open();
    session->play();
    EXPECT_EQ(session->advance(100, stopped).steps, 10) << "at most 0.1 s of wall time";
    EXPECT_EQ(session->advance(-1, stopped).steps, 0);
    EXPECT_EQ(session->advance(std::nan(""), stopped).steps, 0);
    session->rate(100);
    const auto advance = session->advance(0.1, ticking, 0.012);  // asks 1000 steps of 1 ms
    EXPECT_EQ(advance.steps, 12);
    EXPECT_NEAR(advance.lag, 9.88, 1e-9);
    session->rate(1);
    EXPECT_EQ(session->advance(0.02, stopped).steps, 2) << "what lagged is not caught up later";
    session->rate(100);
    EXPECT_EQ(session->advance(0.1, ticking, 0).steps, 1) << "always goes on";
}

TEST(SessionTime, StopsAtTheEndAndCountsTheRunOnce) {
    auto session = open();
    session->rate(1e8);
    session->play();
    const auto advance = session->advance(0.1, stopped);
    EXPECT_GT(advance.steps, 100);
    EXPECT_EQ(advance.lag, 0) << "nothing is behind when the run is over";
    EXPECT_TRUE(session->finished());
    EXPECT_FALSE(session->playing());
    EXPECT_EQ(keyOf(session->stepOnce()), "session.finished");
    EXPECT_EQ(session->runToEnd(100).value(), 0);
    session->play();
    EXPECT_FALSE(session->playing());
    ASSERT_EQ(session->runs().size(), 1u);
    const RunRecord& run = session->runs()[0];
    EXPECT_EQ(run.number, 1);
    EXPECT_EQ(run.seed, 7u);
    EXPECT_EQ(run.settings["push"].number(), 5);
    EXPECT_EQ(run.settings["ground"].text(), "ice");
    EXPECT_GE(run.outputs["place"].number(), trackLength);
    EXPECT_EQ(run.outputs["arrival"].number(), session->time());
    EXPECT_EQ(run.outputs["where"].text(), "end");
    EXPECT_EQ(run.design["track"]["walls"].items().size(), 3u);

    const int64_t end = session->step();
    ASSERT_TRUE(session->rewindTo(end / 2).ok());
    ASSERT_TRUE(session->runToEnd(1'000'000).ok());
    EXPECT_EQ(session->step(), end);
    EXPECT_EQ(session->runs().size(), 1u) << "the same run again is the same result";
    ASSERT_TRUE(session->rewindTo(end / 2).ok());
    ASSERT_TRUE(session->post(setCommand("push", 6)).ok());
    ASSERT_TRUE(session->runToEnd(1'000'000).ok());
    ASSERT_EQ(session->runs().size(), 2u) << "another past is another run";
    EXPECT_EQ(session->runs()[1].settings["push"].number(), 6);
    ASSERT_TRUE(session->post(command("reset")).ok());
    EXPECT_EQ(session->step(), 0);
    ASSERT_TRUE(session->runToEnd(1'000'000).ok());
    EXPECT_EQ(session->runs().size(), 3u);
}

TEST(SessionTime, RunToEndStopsAtItsLimit) {
    auto session = open();
    EXPECT_EQ(session->runToEnd(50).value(), 50);
    EXPECT_EQ(session->step(), 50);
    EXPECT_FALSE(session->finished());
}

TEST(SessionTrouble, ARefusedStartCanBeRepaired) {
    auto session = open();
    session->play();
    session->advance(0.1, stopped);
    ASSERT_TRUE(session->post(chooseCommand("ground", "glue")).ok()) << "the edit is accepted";
    ASSERT_TRUE(session->trouble());
    EXPECT_EQ(session->trouble()->key, "fake.glued");
    EXPECT_EQ(session->step(), 0);
    EXPECT_FALSE(session->playing());
    EXPECT_FALSE(session->finished());
    EXPECT_EQ(session->recording().rows(), 0u);
    session->play();
    EXPECT_FALSE(session->playing());
    EXPECT_EQ(keyOf(session->stepOnce()), "fake.glued");
    ASSERT_TRUE(session->post(setCommand("push", 3)).ok());
    EXPECT_TRUE(session->trouble()) << "a live edit that repairs nothing";
    ASSERT_TRUE(session->post(chooseCommand("ground", "sand")).ok());
    EXPECT_FALSE(session->trouble());
    EXPECT_TRUE(session->stepOnce().ok());
    for (int i = 0; i < 3; ++i) ASSERT_TRUE(session->post(undo()).ok());
    EXPECT_FALSE(session->trouble());
    EXPECT_EQ(session->step(), 10) << "the run from before is back";
    EXPECT_EQ(value(*session, "push"), 5);
    ASSERT_TRUE(session->post(redo()).ok());
    EXPECT_EQ(session->trouble()->key, "fake.glued");
}

TEST(SessionTrouble, OpensARefusedStart) {
    pt::Setup wanted = setup();
    Setting ground;
    ground.key = "ground";
    ground.option = "glue";
    wanted.settings = {ground};
    auto session = open(wanted);
    ASSERT_TRUE(session);
    EXPECT_EQ(session->trouble()->key, "fake.glued");
}

TEST(SessionTrouble, DivergencePausesAtTheLastGoodMoment) {
    for (const double push : {9.85, 9.95}) {
        auto session = open();
        session->runToEnd(100).value();
        session->play();
        ASSERT_TRUE(session->post(setCommand("push", push)).ok());
        const uint64_t good = session->hash();
        const Snapshot before = session->snapshot();
        EXPECT_EQ(session->advance(0.1, stopped).steps, 0);
        EXPECT_FALSE(session->playing());
        ASSERT_TRUE(session->trouble());
        EXPECT_EQ(session->trouble()->key, push < 9.9 ? "session.diverged" : "fake.broken");
        EXPECT_EQ(session->step(), 100);
        EXPECT_EQ(session->snapshot(), before);
        EXPECT_EQ(session->hash(), good);
        EXPECT_EQ(session->recording().steps().back(), 100);
        EXPECT_FALSE(session->stepOnce().ok());
        EXPECT_FALSE(session->runToEnd(10).ok());
        ASSERT_TRUE(session->post(setCommand("push", 2)).ok());
        EXPECT_FALSE(session->trouble());
        EXPECT_TRUE(session->stepOnce().ok());
    }
}

TEST(SessionRefuses, WhatDoesNotFit) {
    pt::Setup wanted = setup();
    Setting mass, wall, gait;
    mass.key = "mass";
    mass.number = 2;
    mass.locked = true;
    wall.key = "wall";
    wall.locked = true;
    gait.key = "gait";
    gait.options = {"calm"};
    wanted.settings = {mass, wall, gait};
    auto session = open(wanted);
    ASSERT_TRUE(session);
    session->runToEnd(20).value();
    const uint64_t before = session->hash();
    const auto refused = [&](const Command& wrong) { return keyOf(session->post(wrong)); };
    const auto json = [](const char* text) { return Json::parse(text).value(); };

    EXPECT_EQ(refused(setCommand("mass", 3)), "session.locked");
    EXPECT_EQ(refused(setCommand("push", 10.1)), "session.range");
    EXPECT_EQ(refused(setCommand("push", std::nan(""))), "session.range");
    EXPECT_EQ(refused(setCommand("push", INFINITY)), "session.range");
    EXPECT_EQ(refused(setCommand("parts", 1.5)), "session.whole");
    EXPECT_EQ(refused(setCommand("pusj", 1)), "session.unknown_key_near");
    EXPECT_EQ(refused(chooseCommand("push", "hard")), "session.argument");
    EXPECT_EQ(refused(setCommand("ground", 1)), "session.argument");
    EXPECT_EQ(refused(chooseCommand("ground", "mud")), "session.option");
    EXPECT_EQ(refused(chooseCommand("gait", "brisk")), "session.option");
    EXPECT_EQ(refused(command("set")), "session.unknown_key");
    EXPECT_EQ(refused(command("explode")), "session.unknown_command");
    EXPECT_EQ(refused(command("")), "session.unknown_command");
    EXPECT_EQ(refused(command("wall", json("{\"name\":\"a\",\"at\":1}"))), "session.locked");
    EXPECT_EQ(refused(command("shove")), "session.argument");
    EXPECT_EQ(refused(command("shove", json("{\"impulse\":\"hard\"}"))), "session.argument");
    EXPECT_EQ(refused(command("shove", json("{\"impulse\":6}"))), "session.range");
    EXPECT_EQ(refused(command("shove", json("{\"impulse\":1,\"implse\":1}"))),
              "session.argument_unknown_near");
    EXPECT_EQ(refused(command("shove", json("{\"impulse\":4.5}"))), "fake.tired");
    EXPECT_EQ(refused(command("shove", Json(3.0))), "session.argument");
    EXPECT_EQ(refused(documentCommand("trac", Json())), "session.unknown_key_near");
    EXPECT_EQ(refused(documentCommand("track", json("{\"walls\":[-1]}"))), "fake.wall");
    EXPECT_EQ(refused(command("rewind")), "session.beyond");
    EXPECT_EQ(refused(command("rewind", json("{\"step\":1.5}"))), "session.argument");
    EXPECT_EQ(refused(command("rewind", json("{\"step\":1e300}"))), "session.argument");
    EXPECT_EQ(refused(command("rewind", json("{\"step\":21}"))), "session.beyond");
    EXPECT_EQ(refused(undo()), "session.nothing_to_undo");
    EXPECT_EQ(refused(redo()), "session.nothing_to_redo");

    EXPECT_EQ(session->hash(), before);
    EXPECT_EQ(session->step(), 20);
    EXPECT_TRUE(session->journal().empty());
    EXPECT_FALSE(session->canUndo());
}

TEST(SessionRefuses, ALabCommandThatFailsHalfWay) {
    auto session = open();
    ASSERT_TRUE(session->post(chooseCommand("layout", "free")).ok());
    session->runToEnd(20).value();
    const uint64_t before = session->hash();
    const Json bad = Json::parse("{\"name\":\"bad\",\"at\":1}").value();
    EXPECT_EQ(keyOf(session->post(command("wall", bad))), "fake.wall");
    EXPECT_EQ(session->hash(), before);
    EXPECT_EQ(session->recording().rows(), 21u);
    EXPECT_TRUE(session->stepOnce().ok());
}

TEST(SessionJournal, LeavesOutWhatChangesNothing) {
    auto session = open();
    EXPECT_TRUE(session->post(setCommand("push", 5)).ok());
    EXPECT_TRUE(session->post(chooseCommand("ground", "ice")).ok());
    EXPECT_TRUE(session->post(documentCommand("track", session->snapshot().documents[0])).ok());
    EXPECT_TRUE(session->journal().empty());
    EXPECT_FALSE(session->canUndo());
    session->runToEnd(3).value();
    EXPECT_TRUE(session->post(setCommand("push", 4)).ok());
    ASSERT_EQ(session->journal().size(), 1u);
    EXPECT_EQ(session->journal()[0].stepsBefore, 3);
    EXPECT_EQ(session->stepsSinceJournal(), 0);
}

TEST(SessionJournal, AScrubIsOneEntry) {
    auto session = open();
    session->runToEnd(100).value();
    for (const int step : {90, 40, 70, 20}) ASSERT_TRUE(session->rewindTo(step).ok());
    ASSERT_EQ(session->journal().size(), 1u);
    EXPECT_EQ(session->journal()[0].stepsBefore, 100);
    EXPECT_EQ(session->journal()[0].command.args["step"].number(), 20);
}

TEST(SessionRevision, CountsVisibleChanges) {
    auto session = open();
    uint64_t last = session->revision();
    const auto changed = [&] { return std::exchange(last, session->revision()) != last; };
    EXPECT_FALSE(changed());
    session->play();
    EXPECT_TRUE(changed());
    session->advance(0.1, stopped);
    EXPECT_TRUE(changed());
    session->pause();
    EXPECT_TRUE(changed());
    session->advance(0.1, stopped);
    EXPECT_FALSE(changed()) << "a paused session stands still";
    ASSERT_TRUE(session->post(setCommand("push", 4)).ok());
    EXPECT_TRUE(changed());
    ASSERT_TRUE(session->post(undo()).ok());
    EXPECT_TRUE(changed());
    ASSERT_TRUE(session->rewindTo(2).ok());
    EXPECT_TRUE(changed());
    session->rate(2);
    EXPECT_TRUE(changed());
}

}  // namespace
}  // namespace pt
