// What held, ever was and always was so in the present run.
#include <cmath>

#include <gtest/gtest.h>

#include "tests/scenario/expression_fixtures.h"

namespace pt {
namespace {

// A run of one step a second in which the sag is set.
struct Sagging {
    explicit Sagging(const char* text) {
        auto read = Expression::readTruth(text, FakeNames());
        EXPECT_TRUE(read.ok()) << text;
        if (read) expression = read.value();
    }
    void step(double millimetres) {
        values.numbers["sag"] = millimetres / 1000;
        values.now = static_cast<double>(at);
        watch.observe(expression, values, at++);
    }
    void rewind(int64_t to) {
        watch.rewind(to);
        at = to + 1;
        values.now = static_cast<double>(to);
    }
    Truth truth() const { return expression.truth(values, &watch); }

    Expression expression;
    FakeValues values;
    Watch watch;
    int64_t at = 0;
};

TEST(Watch, NothingIsKnownBeforeItIsObserved) {
    for (const char* text : {"ever(sag > 5 mm)", "always(sag < 5 mm)", "held(sag < 5 mm, 0 s)"}) {
        const Sagging run(text);
        EXPECT_EQ(run.truth(), Truth::unknown) << text;
        EXPECT_EQ(run.expression.truth(run.values), Truth::unknown) << text;
    }
}

TEST(Watch, EverStaysOnceItWas) {
    Sagging run("ever(sag > 5 mm)");
    run.step(1);
    EXPECT_EQ(run.truth(), Truth::no);
    run.step(6);
    EXPECT_EQ(run.truth(), Truth::yes);
    run.step(1);
    EXPECT_EQ(run.truth(), Truth::yes);
}

TEST(Watch, AlwaysIsLostForGood) {
    Sagging run("always(sag < 5 mm)");
    run.step(1);
    EXPECT_EQ(run.truth(), Truth::yes);
    run.step(6);
    EXPECT_EQ(run.truth(), Truth::no);
    run.step(1);
    EXPECT_EQ(run.truth(), Truth::no);
}

TEST(Watch, MomentsWithoutAValueArePassedOver) {
    Sagging ever("ever(sag > 5 mm)"), always("always(sag < 5 mm)");
    for (Sagging* run : {&ever, &always}) {
        run->step(NAN);
        EXPECT_EQ(run->truth(), Truth::unknown);
        run->step(1);
        run->step(NAN);
    }
    EXPECT_EQ(ever.truth(), Truth::no);
    EXPECT_EQ(always.truth(), Truth::yes);
}

TEST(Watch, HeldBeginsAnewAtEachBreak) {
    Sagging run("held(sag < 5 mm, 3 s)");
    for (double sag : {1, 1, 1}) run.step(sag);  // at 0, 1 and 2 s
    EXPECT_EQ(run.truth(), Truth::no);
    run.step(1);
    EXPECT_EQ(run.truth(), Truth::yes);
    run.step(6);
    EXPECT_EQ(run.truth(), Truth::no);
    for (double sag : {1, 1, 1}) run.step(sag);
    EXPECT_EQ(run.truth(), Truth::no);
    run.step(1);
    EXPECT_EQ(run.truth(), Truth::yes);
    run.step(NAN);
    EXPECT_EQ(run.truth(), Truth::unknown);
}

TEST(Watch, HeldForgivesTheRoundingOfSteps) {
    Sagging run("held(sag < 5 mm, 1 s)");
    double time = 0;
    for (int64_t step = 0; step <= 120; ++step, time += 1.0 / 120) {
        run.values.numbers["sag"] = 0.001;
        run.values.now = time;
        run.watch.observe(run.expression, run.values, step);
    }
    EXPECT_EQ(run.truth(), Truth::yes);
}

TEST(Watch, RewindingForgetsWhatCameAfter) {
    Sagging run("ever(sag > 5 mm)");
    for (double sag : {1, 1, 6, 1, 1}) run.step(sag);
    EXPECT_EQ(run.truth(), Truth::yes);
    run.rewind(2);  // the step itself stays
    EXPECT_EQ(run.truth(), Truth::yes);
    run.rewind(1);
    EXPECT_EQ(run.truth(), Truth::no);
    run.step(1);
    EXPECT_EQ(run.truth(), Truth::no);
}

TEST(Watch, RewindingGivesHeldItsOldBeginning) {
    Sagging run("held(sag < 5 mm, 3 s)");
    for (double sag : {1, 1, 1, 1, 6, 1}) run.step(sag);
    EXPECT_EQ(run.truth(), Truth::no);
    run.rewind(3);
    EXPECT_EQ(run.truth(), Truth::yes);
    run.rewind(2);
    EXPECT_EQ(run.truth(), Truth::no);
    run.step(1);
    EXPECT_EQ(run.truth(), Truth::yes);
}

TEST(Watch, AnotherRunBeginsEmpty) {
    Sagging run("ever(sag > 5 mm)");
    run.step(6);
    run.watch.clear();
    EXPECT_EQ(run.truth(), Truth::unknown);
    run.step(1);
    EXPECT_EQ(run.truth(), Truth::no);
}

TEST(Watch, SeveralPartsAndOneWithinAnother) {
    Sagging run("ever(held(sag < 5 mm, 2 s)) and not ever(sag > 8 mm)");
    for (double sag : {1, 1, 6}) run.step(sag);
    EXPECT_EQ(run.truth(), Truth::no);  // not long enough
    for (double sag : {1, 1, 1, 6}) run.step(sag);
    EXPECT_EQ(run.truth(), Truth::yes);
    run.step(9);
    EXPECT_EQ(run.truth(), Truth::no);
}

TEST(Watch, AtTheEndAsksTheLastMoment) {
    Sagging run("at_end(sag < 5 mm)");
    run.step(1);
    EXPECT_EQ(run.truth(), Truth::unknown);
    run.values.over = true;
    EXPECT_EQ(run.truth(), Truth::yes);
    run.step(6);
    EXPECT_EQ(run.truth(), Truth::no);
}

}  // namespace
}  // namespace pt
