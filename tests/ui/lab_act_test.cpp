#include <gtest/gtest.h>

#include "engine/ui/lab_ui.h"
#include "tests/ui/fake_lab.h"

namespace pt {
namespace {

double height(const Session& session) { return *session.schema().findParam("height")->value; }

TEST(Act, ReadsWhatPeopleType) {
    const auto session = openFake();
    for (const auto& [text, si] : {std::pair{"7,5", 0.075},
                                   {"7.5", 0.075},
                                   {"75 mm", 0.075},
                                   {"0,12 m", 0.12},
                                   {" 20 cm ", 0.2},
                                   {"3", 0.03}}) {
        ASSERT_TRUE(act(*session, "param.height", text).ok()) << text;
        EXPECT_EQ(height(*session), si) << text;
    }
}

TEST(Act, GoesToTheNearestStep) {
    const auto session = openFake();
    ASSERT_TRUE(act(*session, "param.height", "7.26").ok());
    EXPECT_EQ(height(*session), 0.075);
    ASSERT_TRUE(act(*session, "param.height", "19.9").ok());
    EXPECT_EQ(height(*session), 0.2);
    ASSERT_TRUE(act(*session, "param.strands", "4.4").ok());
    EXPECT_EQ(*session->schema().findParam("strands")->value, 4);
}

TEST(Act, AContinuousSettingKeepsEveryDigit) {
    const auto session = openFake();
    ASSERT_TRUE(act(*session, "param.load_rate", "1.23456789").ok());
    EXPECT_EQ(*session->schema().findParam("load_rate")->value, 1.23456789);
}

TEST(Act, OutOfRangeNamesTheRangeInTheReadersLanguage) {
    const auto session = openFake();
    for (const char* text : {"2.9", "21", "-8", "3 m"}) {
        const Status status = act(*session, "param.height", text);
        ASSERT_FALSE(status.ok()) << text;
        EXPECT_EQ(status.error().key, "ui.range") << text;
    }
    EXPECT_EQ(height(*session), 0.08);
    const Error error = act(*session, "param.load_rate", "1000").error();
    EXPECT_EQ(fakeWords(Language::nl).sentence(error), "Kies een waarde van 0,1 N/s tot 100 N/s.");
    EXPECT_EQ(fakeWords(Language::en).sentence(error), "Choose a value from 0.1 N/s to 100 N/s.");
}

TEST(Act, RefusesWhatIsNoQuantity) {
    const auto session = openFake();
    for (const char* text : {"", "abc", "nan", "inf", "1e999", "8 kg", "8 parsec", "8 cm cm"}) {
        EXPECT_FALSE(act(*session, "param.height", text).ok()) << text;
    }
    EXPECT_EQ(height(*session), 0.08);
    EXPECT_FALSE(session->canUndo());
}

TEST(Act, UnknownControls) {
    const auto session = openFake();
    for (const char* id : {"", "param.", "param.hight", "run.fly", "output.bucket", "message.x"}) {
        EXPECT_EQ(act(*session, id, "1").error().key, "ui.unknown_control") << id;
    }
}

TEST(Act, StepsBackAndForth) {
    const auto session = openFake();
    ASSERT_TRUE(act(*session, "run.back", "").ok());
    EXPECT_EQ(session->step(), 0);
    for (int i = 0; i < 3; ++i) ASSERT_TRUE(act(*session, "run.step", "").ok());
    ASSERT_TRUE(act(*session, "run.back", "").ok());
    EXPECT_EQ(session->step(), 2);
    ASSERT_TRUE(act(*session, "run.rewind", "").ok());
    EXPECT_EQ(session->step(), 0);
    EXPECT_EQ(session->reached(), 3);
}

TEST(Act, ScrubbingStaysWithinWhatTheRunHasReached) {
    const auto session = openFake();
    for (int i = 0; i < 5; ++i) ASSERT_TRUE(session->stepOnce().ok());
    session->play();
    ASSERT_TRUE(act(*session, "run.time", "0,25").ok());
    EXPECT_EQ(session->step(), 2);
    EXPECT_FALSE(session->playing());
    ASSERT_TRUE(act(*session, "run.time", "99").ok());
    EXPECT_EQ(session->step(), 5);
    ASSERT_TRUE(act(*session, "run.time", "-1").ok());
    EXPECT_EQ(session->step(), 0);
    EXPECT_FALSE(act(*session, "run.time", "soon").ok());
}

TEST(Act, SpeedDoublesAndStopsAtItsLimits) {
    const auto session = openFake();
    const Words words = fakeWords(Language::nl);
    ASSERT_TRUE(act(*session, "run.faster", "").ok());
    EXPECT_EQ(findNode(buildUi(*session, words), "run.speed")->valueText, "2×");
    ASSERT_TRUE(act(*session, "run.slower", "").ok());
    ASSERT_TRUE(act(*session, "run.slower", "").ok());
    EXPECT_EQ(findNode(buildUi(*session, words), "run.speed")->valueText, "0,5×");
    for (int i = 0; i < 40; ++i) ASSERT_TRUE(act(*session, "run.slower", "").ok());
    EXPECT_EQ(session->rate(), 1.0 / 64);
    EXPECT_FALSE(findNode(buildUi(*session, words), "run.slower")->enabled);
    for (int i = 0; i < 60; ++i) ASSERT_TRUE(act(*session, "run.faster", "").ok());
    EXPECT_EQ(session->rate(), 1e8);
    EXPECT_FALSE(findNode(buildUi(*session, words), "run.faster")->enabled);
}

TEST(Act, UndoRedoAndReset) {
    const auto session = openFake();
    EXPECT_EQ(act(*session, "edit.undo", "").error().key, "session.nothing_to_undo");
    ASSERT_TRUE(act(*session, "param.height", "12").ok());
    ASSERT_TRUE(act(*session, "param.kind", "howe").ok());
    ASSERT_TRUE(act(*session, "edit.undo", "").ok());
    EXPECT_EQ(findNode(buildUi(*session, fakeWords(Language::nl)), "param.kind")->selected,
              "warren");
    ASSERT_TRUE(act(*session, "edit.undo", "").ok());
    EXPECT_EQ(height(*session), 0.08);
    ASSERT_TRUE(act(*session, "edit.redo", "").ok());
    EXPECT_EQ(height(*session), 0.12);
    ASSERT_TRUE(session->stepOnce().ok());
    ASSERT_TRUE(act(*session, "edit.reset", "").ok());
    EXPECT_EQ(session->step(), 0);
    EXPECT_EQ(height(*session), 0.12);
}

TEST(Act, OneGestureIsOneUndo) {
    const auto session = openFake();
    for (const char* text : {"9", "10", "11"}) {
        ASSERT_TRUE(act(*session, "param.height", text, 7).ok());
    }
    ASSERT_TRUE(act(*session, "edit.undo", "").ok());
    EXPECT_EQ(height(*session), 0.08);
}

}  // namespace
}  // namespace pt
