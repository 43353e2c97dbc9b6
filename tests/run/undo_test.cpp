// Undo and redo: nothing a person did is lost, whatever kind of edit it was.
#include <gtest/gtest.h>

#include "tests/run/fake_lab.h"

namespace pt {
namespace {

using namespace fake;

std::unique_ptr<Session> ridden(int64_t steps) {
    auto session = open();
    EXPECT_EQ(session->runToEnd(steps).value(), steps);
    return session;
}

TEST(Undo, OfALiveSetKeepsTheTime) {
    auto session = ridden(50);
    ASSERT_TRUE(session->post(setCommand("push", 8)).ok());
    EXPECT_EQ(session->step(), 50);
    session->runToEnd(30).value();
    ASSERT_TRUE(session->post(undo()).ok());
    EXPECT_EQ(session->step(), 80);
    EXPECT_EQ(value(*session, "push"), 5);
    ASSERT_TRUE(session->post(redo()).ok());
    EXPECT_EQ(session->step(), 80);
    EXPECT_EQ(value(*session, "push"), 8);
    EXPECT_FALSE(session->canRedo());
}

TEST(Undo, OfALiveChoiceToo) {
    auto session = ridden(50);
    ASSERT_TRUE(session->post(chooseCommand("gait", "brisk")).ok());
    EXPECT_EQ(session->step(), 50);
    ASSERT_TRUE(session->post(undo()).ok());
    EXPECT_EQ(*session->schema().findChoice("gait")->value, 0);
}

TEST(Undo, OfAResettingEditBringsTheRunBack) {
    auto session = open();
    session->runToEnd(1'000'000).value();
    const Snapshot before = session->snapshot();
    const size_t rows = session->recording().rows();
    const auto events = session->recording().events();
    ASSERT_FALSE(events.empty());
    for (const Command& edit :
         {setCommand("mass", 2), chooseCommand("ground", "sand"), command("reset"),
          documentCommand("track", Json::parse("{\"walls\":[5]}").value()),
          command("wall", Json::parse("{\"name\":\"w\",\"at\":3}").value()),
          command("shove", Json::parse("{\"impulse\":1}").value())}) {
        ASSERT_TRUE(session->post(edit).ok());
        const bool live = edit.name == "shove";
        EXPECT_EQ(session->step(), live ? before.step : 0);
        EXPECT_EQ(session->recording().rows(), live ? rows : 1u);
        ASSERT_TRUE(session->post(undo()).ok());
        EXPECT_EQ(session->snapshot(), before) << edit.name;
        EXPECT_EQ(session->recording().rows(), rows);
        EXPECT_EQ(session->recording().events(), events);
        EXPECT_TRUE(session->finished());
        EXPECT_EQ(session->runs().size(), 1u);
    }
    ASSERT_TRUE(session->rewindTo(10).ok());
    ASSERT_TRUE(session->rewindTo(before.step).ok());
    EXPECT_EQ(session->snapshot(), before) << "the run that came back can still be scrubbed";
}

TEST(Undo, OfAnEditInThePastBringsTheFutureBack) {
    auto session = ridden(100);
    const uint64_t end = session->hash();
    ASSERT_TRUE(session->rewindTo(40).ok());
    ASSERT_TRUE(session->post(setCommand("push", 8)).ok());
    EXPECT_EQ(session->reached(), 40) << "an edit in the past drops the future";
    session->runToEnd(20).value();
    ASSERT_TRUE(session->post(undo()).ok());
    EXPECT_EQ(session->step(), 40);
    EXPECT_EQ(session->reached(), 100);
    EXPECT_EQ(value(*session, "push"), 5);
    ASSERT_TRUE(session->rewindTo(100).ok());
    EXPECT_EQ(session->hash(), end);
    ASSERT_TRUE(session->post(redo()).ok());
    EXPECT_EQ(session->step(), 60);
    EXPECT_EQ(value(*session, "push"), 8);
}

TEST(Undo, InThePastDropsNothingForGood) {
    auto session = ridden(20);
    ASSERT_TRUE(session->post(setCommand("push", 8)).ok());
    session->runToEnd(80).value();
    const uint64_t end = session->hash();
    ASSERT_TRUE(session->rewindTo(60).ok());
    ASSERT_TRUE(session->post(undo()).ok());
    EXPECT_EQ(session->reached(), 60);
    EXPECT_EQ(value(*session, "push"), 5);
    ASSERT_TRUE(session->post(redo()).ok());
    EXPECT_EQ(session->reached(), 100);
    ASSERT_TRUE(session->rewindTo(100).ok());
    EXPECT_EQ(session->hash(), end);
}

TEST(Undo, AGestureIsOneEntry) {
    auto session = ridden(10);
    for (const double push : {6, 7, 8}) {
        ASSERT_TRUE(session->post(setCommand("push", push, 1)).ok());
        session->runToEnd(2).value();
    }
    for (const double mass : {2, 3, 4})
        ASSERT_TRUE(session->post(setCommand("mass", mass, 2)).ok());
    EXPECT_EQ(session->journal().size(), 6u);
    ASSERT_TRUE(session->post(undo()).ok());
    EXPECT_EQ(value(*session, "mass"), 1);
    EXPECT_EQ(value(*session, "push"), 8);
    EXPECT_EQ(session->step(), 16);
    ASSERT_TRUE(session->post(undo()).ok());
    EXPECT_EQ(value(*session, "push"), 5);
    EXPECT_FALSE(session->canUndo());
    ASSERT_TRUE(session->post(redo()).ok());
    ASSERT_TRUE(session->post(redo()).ok());
    EXPECT_EQ(value(*session, "mass"), 4);
    EXPECT_EQ(value(*session, "push"), 8);
}

TEST(Undo, AGestureOverSeveralKeys) {
    auto session = ridden(10);
    const uint64_t before = session->hash();
    ASSERT_TRUE(session->post(setCommand("push", 6, 1)).ok());
    ASSERT_TRUE(session->post({"set", chooseCommand("gait", "brisk").args, 1}).ok());
    ASSERT_TRUE(session->post(setCommand("push", 7, 1)).ok());
    ASSERT_TRUE(session->post(setCommand("mass", 3, 1)).ok());
    ASSERT_TRUE(session->post(setCommand("push", 8, 1)).ok());
    ASSERT_TRUE(session->post(undo()).ok());
    EXPECT_FALSE(session->canUndo());
    EXPECT_EQ(session->hash(), before);
}

TEST(Undo, GesturesWithTheSameNumberMayBeFarApart) {
    auto session = ridden(10);
    ASSERT_TRUE(session->post(setCommand("push", 6, 1)).ok());
    ASSERT_TRUE(session->post(setCommand("mass", 2)).ok());
    ASSERT_TRUE(session->post(setCommand("push", 7, 1)).ok());
    ASSERT_TRUE(session->post(undo()).ok());
    EXPECT_EQ(value(*session, "push"), 6);
    ASSERT_TRUE(session->post(redo()).ok());
    ASSERT_TRUE(session->post(setCommand("push", 8, 1)).ok());
    ASSERT_TRUE(session->post(undo()).ok());
    EXPECT_EQ(value(*session, "push"), 7) << "a gesture ends at an undo or redo";
}

TEST(Undo, ADragOfADocumentIsOneLineOfTheJournal) {
    auto session = open();
    ASSERT_TRUE(session->post(chooseCommand("layout", "free")).ok());
    for (const char* walls : {"{\"walls\":[1]}", "{\"walls\":[2]}", "{\"walls\":[3]}"})
        ASSERT_TRUE(
            session
                ->post({"document", documentCommand("track", Json::parse(walls).value()).args, 4})
                .ok());
    ASSERT_EQ(session->journal().size(), 2u);
    EXPECT_EQ(session->journal()[1].command.args["value"]["walls"][0].number(), 3);
    ASSERT_TRUE(session->post(undo()).ok());
    EXPECT_EQ(session->snapshot().documents[0]["walls"].items().size(), 3u);
}

TEST(Undo, ANewEditClearsRedo) {
    auto session = open();
    ASSERT_TRUE(session->post(setCommand("mass", 2)).ok());
    ASSERT_TRUE(session->post(undo()).ok());
    EXPECT_TRUE(session->canRedo());
    ASSERT_TRUE(session->post(setCommand("push", 2)).ok());
    EXPECT_FALSE(session->canRedo());
    EXPECT_EQ(keyOf(session->post(redo())), "session.nothing_to_redo");
}

TEST(Undo, HasNoLimit) {
    auto session = open();
    for (int i = 1; i <= 2000; ++i)
        ASSERT_TRUE(session->post(setCommand("mass", 1 + 0.001 * i)).ok());
    for (int i = 0; i < 2000; ++i) ASSERT_TRUE(session->post(undo()).ok());
    EXPECT_EQ(value(*session, "mass"), 1);
    EXPECT_FALSE(session->canUndo());
}

// Long runs fill the history's memory; the oldest are computed again when they are needed.
TEST(Undo, OfVeryManyLongRuns) {
    auto session = open();
    ASSERT_TRUE(session->post(setCommand("push", -1)).ok());
    std::vector<uint64_t> hashes;
    std::vector<size_t> rows;
    for (int i = 0; i < 30; ++i) {
        session->runToEnd(16'000).value();
        hashes.push_back(session->hash());
        rows.push_back(session->recording().rows());
        ASSERT_TRUE(session->post(setCommand("mass", 1 + 0.01 * (i + 1))).ok());
    }
    for (size_t i = hashes.size(); i-- > 0;) {
        ASSERT_TRUE(session->post(undo()).ok());
        ASSERT_EQ(session->hash(), hashes[i]);
        ASSERT_EQ(session->recording().rows(), rows[i]);
    }
}

}  // namespace
}  // namespace pt
