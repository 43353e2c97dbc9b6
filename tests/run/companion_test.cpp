// What goes along with a session: what it hears of, what it may do, and its part of the journal.
#include <gtest/gtest.h>

#include "engine/run/replay.h"
#include "engine/run/save.h"
#include "tests/run/fake_lab.h"

namespace pt {
namespace {

using namespace fake;

// Writes down what it hears. At `pushAt` it pushes harder by itself; it refuses answers but "yes".
struct Diary : Companion {
    explicit Diary(Session& with) : session(with) { session.accompany(*this); }
    ~Diary() override { session.leave(); }

    Status lesson(const Json& args) override {
        if (args["do"].text() != "yes") return Error{"diary.no", "", {}};
        ++answers;
        return Ok{};
    }
    void posted(const Command& command) override { heard.push_back(command.name); }
    void refused(const Command&, const Error& error) override { heard.push_back(error.key); }
    void stepped() override {
        ++steps;
        if (session.step() != pushAt) return;
        EXPECT_EQ(keyOf(session.postAutomatic(setCommand("push", 9))), "");
    }
    void restarted() override { heard.push_back("restarted"); }
    void rewound() override { heard.push_back("rewound"); }
    void finished() override { heard.push_back("finished"); }
    bool locks(std::string_view key) const override { return key == locked; }
    bool freezes() const override { return frozen; }
    Json save() const override { return Json::object().set("answers", answers); }

    Session& session;
    std::vector<std::string> heard;
    std::string locked;
    bool frozen = false;
    int64_t pushAt = -1;
    int steps = 0, answers = 0;
};

Command lesson(std::string_view what) {
    return command("lesson", Json::object().set("do", std::string(what)));
}

using Heard = std::vector<std::string>;

TEST(CompanionTest, HearsWhatIsDoneAfterTheFact) {
    auto session = open();
    Diary diary(*session);
    EXPECT_EQ(keyOf(session->post(setCommand("push", 6))), "");
    EXPECT_EQ(keyOf(session->post(setCommand("mass", 0.5))), "");
    EXPECT_EQ(keyOf(session->post(setCommand("push", 60))), "session.range");
    EXPECT_EQ(keyOf(session->post(setCommand("push", 6))), "") << "so already: not in the journal";
    EXPECT_EQ(keyOf(session->post(undo())), "");
    EXPECT_EQ(keyOf(session->post(undo())), "");
    EXPECT_EQ(diary.heard,
              (Heard{"set", "restarted", "set", "session.range", "restarted", "undo", "undo"}));
}

TEST(CompanionTest, HearsEachStepOfARunOnceAndItsEnd) {
    auto session = open();
    Diary diary(*session);
    ASSERT_TRUE(session->runToEnd(100'000).ok());
    const int64_t all = session->step();
    EXPECT_EQ(diary.steps, all);
    EXPECT_EQ(diary.heard, (Heard{"finished"}));
    ASSERT_TRUE(session->rewindTo(all - 5).ok());
    ASSERT_TRUE(session->runToEnd(100'000).ok());
    EXPECT_EQ(diary.steps, all);
    EXPECT_EQ(diary.heard, (Heard{"finished", "rewound", "rewind"}));
    ASSERT_TRUE(session->rewindTo(all - 5).ok());
    EXPECT_EQ(keyOf(session->post(setCommand("push", 1))), "");
    ASSERT_TRUE(session->stepOnce().ok());
    EXPECT_EQ(diary.steps, all + 1) << "what lay beyond is gone, so this step is new";
}

TEST(CompanionTest, AnswersTheCommandLesson) {
    auto session = open();
    EXPECT_EQ(keyOf(session->post(lesson("yes"))), "session.no_lesson");
    Diary diary(*session);
    EXPECT_EQ(keyOf(session->post(lesson("no"))), "diary.no");
    EXPECT_TRUE(session->journal().empty());
    EXPECT_EQ(keyOf(session->post(lesson("yes"))), "");
    ASSERT_EQ(session->journal().size(), 1u);
    EXPECT_FALSE(session->journal()[0].automatic);
    EXPECT_FALSE(session->canUndo()) << "undo passes the lesson by";
    EXPECT_EQ(diary.heard, (Heard{"diary.no", "lesson"}));
}

TEST(CompanionTest, WhatItDoesByItselfIsNoEditOfThePupil) {
    pt::Setup wanted = setup();
    Setting locked;
    locked.key = "push";
    locked.number = 5;
    locked.locked = true;
    wanted.settings = {locked};
    auto session = open(wanted);
    EXPECT_EQ(keyOf(session->post(setCommand("push", 6))), "session.locked");
    EXPECT_EQ(keyOf(session->postAutomatic(setCommand("push", 6))), "");
    EXPECT_EQ(value(*session, "push"), 6);
    EXPECT_FALSE(session->canUndo());
    ASSERT_EQ(session->journal().size(), 1u);
    EXPECT_TRUE(session->journal()[0].automatic);
    EXPECT_EQ(keyOf(session->postAutomatic(setCommand("push", 60))), "session.range")
        << "the lab's own range still holds";
}

TEST(CompanionTest, UndoTakesBackThePupilsEditBeforeIt) {
    auto session = open();
    EXPECT_EQ(keyOf(session->post(setCommand("push", 6))), "");
    EXPECT_EQ(keyOf(session->postAutomatic(setCommand("push", 8))), "");
    EXPECT_EQ(keyOf(session->post(undo())), "");
    EXPECT_EQ(value(*session, "push"), 5);
    EXPECT_FALSE(session->canUndo());
}

TEST(CompanionTest, LocksKeysAndFreezesTheLab) {
    auto session = open();
    Diary diary(*session);
    diary.locked = "mass";
    EXPECT_EQ(keyOf(session->post(setCommand("mass", 0.5))), "session.locked");
    EXPECT_EQ(keyOf(session->postAutomatic(setCommand("mass", 0.5))), "");
    ASSERT_TRUE(session->stepOnce().ok());
    diary.frozen = true;
    EXPECT_EQ(keyOf(session->post(setCommand("push", 6))), "session.frozen");
    EXPECT_EQ(keyOf(session->post(undo())), "session.frozen");
    EXPECT_EQ(keyOf(session->rewindTo(0)), "session.frozen");
    EXPECT_EQ(keyOf(session->stepOnce()), "session.frozen");
    EXPECT_EQ(keyOf(session->startJob("simulate", Json::object())), "session.frozen");
    session->play();
    EXPECT_FALSE(session->playing());
    EXPECT_EQ(session->step(), 1);
    EXPECT_EQ(keyOf(session->post(lesson("yes"))), "") << "the lesson goes on";
}

std::unique_ptr<Session> lived() {
    auto session = open();
    Diary diary(*session);
    diary.pushAt = 40;
    EXPECT_EQ(keyOf(session->post(lesson("yes"))), "");
    for (int i = 0; i < 60; ++i) EXPECT_TRUE(session->stepOnce().ok());
    EXPECT_EQ(keyOf(session->post(setCommand("push", 3))), "");
    for (int i = 0; i < 10; ++i) EXPECT_TRUE(session->stepOnce().ok());
    return session;
}

TEST(CompanionTest, TheJournalAloneGivesTheSessionAgain) {
    const auto session = lived();
    ASSERT_EQ(session->journal().size(), 3u);
    EXPECT_TRUE(session->journal()[1].automatic);
    EXPECT_EQ(session->journal()[1].stepsBefore, 40);
    const auto again = open();
    const Result<bool> played =
        playJournal(*again, session->journal(), session->stepsSinceJournal());
    ASSERT_TRUE(played.ok());
    EXPECT_TRUE(played.value());
    EXPECT_EQ(again->hash(), session->hash());
}

TEST(CompanionTest, ACompanionDoesItsPartAgainInAReplay) {
    const auto session = lived();
    const auto again = open();
    Diary diary(*again);
    diary.pushAt = 40;
    const Result<bool> played =
        playJournal(*again, session->journal(), session->stepsSinceJournal());
    ASSERT_TRUE(played.ok());
    EXPECT_TRUE(played.value());
    EXPECT_EQ(again->hash(), session->hash());
    EXPECT_EQ(again->journal(), session->journal());
    EXPECT_EQ(diary.answers, 1);
}

TEST(CompanionTest, WhatItSavesStaysWithTheSession) {
    const auto session = lived();
    EXPECT_EQ(session->savedLesson()["answers"].number(), 1);
    const std::string bytes = SaveFile::write(*session);
    const auto opened = SaveFile::open(bytes, table);
    ASSERT_TRUE(opened.ok());
    EXPECT_EQ(opened.value()->savedLesson()["answers"].number(), 1);
    EXPECT_EQ(opened.value()->journal(), session->journal());
    EXPECT_EQ(SaveFile::write(*opened.value()), bytes);
    const auto replayed = SaveFile::replay(bytes, table);
    ASSERT_TRUE(replayed.ok());
    EXPECT_TRUE(replayed.value().same);
    Diary diary(*opened.value());
    diary.answers = 5;
    const auto saved = SaveFile::open(SaveFile::write(*opened.value()), table);
    ASSERT_TRUE(saved.ok());
    EXPECT_EQ(saved.value()->savedLesson()["answers"].number(), 5) << "what goes on counts";
}

}  // namespace
}  // namespace pt
