// What a lesson does by itself: events, disturbances, values of its own, and ways back in time.
#include "engine/lesson/disturb.h"
#include "tests/lesson/lesson_fixture.h"

namespace pt {
namespace {

using namespace fake;

std::string withEvents(const std::string& events) {
    return "events:\n" + events + R"(
steps:
  - step: eerst
    do:
      - number: som
        ask: {nl: "Hoeveel?", en: "How many?"}
        answer: 2
        not_yet: {nl: Tel nog eens., en: Count again.}
        hints: [Tel.]
  - step: tweede
    do:
      - {open: slot, ask: {nl: "Klaar?", en: "Done?"}, rubric: [Ja]}
)";
}

size_t automaticEntries(const Ride& ride) {
    size_t count = 0;
    for (const JournalEntry& entry : ride.session->journal()) count += entry.automatic ? 1 : 0;
    return count - 1;  // the mark of its beginning
}

TEST(LessonEventTest, DoesAtATimeWhatItHasToOnceARun) {
    Ride ride(withEvents("  - {at: 0.5 s, set: {push: 8 N}, say: {nl: Harder!, en: Harder!}}\n"));
    ride.steps(49);
    EXPECT_EQ(value(*ride.session, "push"), 5);
    ride.steps(1);
    EXPECT_EQ(value(*ride.session, "push"), 8);
    ASSERT_EQ(ride.run->said().size(), 1u);
    EXPECT_EQ(ride.run->said()[0].text.nl, "Harder!");
    ride.steps(100);
    EXPECT_EQ(ride.run->said().size(), 1u);
    expectLasting(ride);
}

TEST(LessonEventTest, WhatItSetForARunIsNotThereInTheNext) {
    Ride ride(withEvents("  - {at: 0.1 s, set: {push: 8 N}}\n"));
    ride.steps(20);
    EXPECT_EQ(value(*ride.session, "push"), 8);
    EXPECT_EQ(keyOf(ride.session->post(command("reset"))), "");
    EXPECT_EQ(value(*ride.session, "push"), 5);
    ride.steps(20);
    EXPECT_EQ(value(*ride.session, "push"), 8) << "and there it happens again";
    EXPECT_EQ(ride.set("push", 3), "");
    EXPECT_EQ(keyOf(ride.session->post(command("reset"))), "");
    EXPECT_EQ(value(*ride.session, "push"), 3) << "what the pupil set last is the pupil's";
    expectLasting(ride);
}

TEST(LessonEventTest, DoesEverySoOften) {
    Ride ride(withEvents("  - {every: 0.2 s, say: {nl: Tik, en: Tick}}\n"));
    ride.steps(100);
    EXPECT_EQ(ride.run->said().size(), 5u);
}

TEST(LessonEventTest, DoesItAgainAfterAnotherWayFromAnEarlierMoment) {
    Ride ride(withEvents("  - {at: 0.5 s, set: {push: 8 N}, say: {nl: Harder!, en: Harder!}}\n"));
    ride.steps(80);
    ASSERT_TRUE(ride.session->rewindTo(30).ok());
    EXPECT_EQ(value(*ride.session, "push"), 5);
    ride.steps(40);
    EXPECT_EQ(ride.run->said().size(), 1u) << "the same way once more: nothing new";
    EXPECT_EQ(value(*ride.session, "push"), 8);
    ASSERT_TRUE(ride.session->rewindTo(30).ok());
    EXPECT_EQ(ride.set("push", 4), "");
    ride.steps(40);
    EXPECT_EQ(ride.run->said().size(), 2u) << "another way: it happens there too";
    EXPECT_EQ(value(*ride.session, "push"), 8);
    expectLasting(ride);
}

TEST(LessonEventTest, FiresEachTimeAConditionComesTrue) {
    Ride ride(withEvents("  - {when: push > 7 N, say: {nl: Te hard, en: Too hard}}\n"));
    EXPECT_EQ(ride.set("push", 8), "");
    EXPECT_EQ(ride.run->said().size(), 1u);
    EXPECT_EQ(ride.set("push", 9), "");
    EXPECT_EQ(ride.run->said().size(), 1u);
    EXPECT_EQ(ride.set("push", 5), "");
    EXPECT_EQ(ride.set("push", 8), "");
    EXPECT_EQ(ride.run->said().size(), 2u);
    expectLasting(ride);
}

TEST(LessonEventTest, AConditionOverTimeFollowsTheRun) {
    Ride ride(withEvents("  - {when: \"held(place > 50 cm, 0.2 s)\", say: {nl: Ver, en: Far}}\n"));
    while (ride.session->schema().findOutput("place")->number() <= 0.5) ride.steps(1);
    ride.steps(19);
    EXPECT_EQ(ride.run->said().size(), 0u);
    ride.steps(2);
    EXPECT_EQ(ride.run->said().size(), 1u);
    expectLasting(ride);
}

TEST(LessonEventTest, GoesOnAfterSavingInTheMiddleOfACondition) {
    Ride ride(withEvents("  - {when: \"held(place > 50 cm, 0.2 s)\", say: {nl: Ver, en: Far}}\n"));
    while (ride.session->schema().findOutput("place")->number() <= 0.5) ride.steps(1);
    ride.steps(10);
    Ride again = reopened(ride);
    again.steps(12);
    EXPECT_EQ(again.run->said().size(), 1u);
    ride.steps(12);
    EXPECT_EQ(again.run->hash(), ride.run->hash());
    expectLasting(again);
}

TEST(LessonEventTest, HearsWhatHappensInTheLesson) {
    Ride ride(withEvents("  - {on: answer, hint: som}\n"
                         "  - {on: step_enter, set: {mass: 2 kg}}\n"
                         "  - {on: hint, goto: tweede}\n"));
    EXPECT_EQ(value(*ride.session, "mass"), 2);
    EXPECT_EQ(ride.answer("som", "3"), "");
    EXPECT_EQ(ride.run->item("som").hints, 0);
    EXPECT_EQ(ride.check("som"), "");
    EXPECT_EQ(ride.run->item("som").hints, 1);
    EXPECT_EQ(ride.at(), "tweede");
    EXPECT_EQ(ride.run->values().count("hint"), 1);
    EXPECT_EQ(ride.run->values().count("step_enter"), 2);
    expectLasting(ride);
}

TEST(LessonEventTest, EventsThatCauseEachOtherEnd) {
    Ride ride(withEvents("  - {on: step_enter, goto: tweede}\n"
                         "  - {on: step_leave, goto: eerst}\n"));
    EXPECT_LE(ride.run->values().count("step_enter"), 500);
    EXPECT_EQ(ride.go("tweede"), "");
    expectLasting(ride);
}

TEST(LessonEventTest, SettingWhatRestartsTheRunDoesNotDoSoForEver) {
    Ride ride(withEvents("  - {at: 0.1 s, set: {mass: 3 kg}}\n"));
    ride.steps(50);
    EXPECT_EQ(value(*ride.session, "mass"), 3);
    EXPECT_EQ(ride.session->step(), 40) << "one run of ten steps, and then another";
    expectLasting(ride);
}

TEST(LessonEventTest, PausesTheRun) {
    Ride ride(withEvents("  - {at: 0.3 s, pause: true}\n"));
    ride.session->play();
    for (int i = 0; i < 100 && ride.session->playing(); ++i)
        ride.session->advance(0.1, [] { return 0.0; });
    EXPECT_EQ(ride.session->step(), 30);
}

TEST(LessonEventTest, ADragIsOneChange) {
    Ride ride(withEvents("  - {on: change, say: {nl: Zo, en: So}}\n"));
    for (const double push : {5.5, 6.0, 6.5, 7.0}) EXPECT_EQ(ride.set("push", push, 1), "");
    EXPECT_EQ(ride.run->values().count("change"), 0) << "it goes on";
    EXPECT_EQ(ride.set("push", 3, 2), "");
    EXPECT_EQ(ride.run->values().count("change"), 1);
    EXPECT_EQ(ride.set("mass", 2), "");
    EXPECT_EQ(ride.run->values().count("change"), 3);
    const Json track = Json::parse("{\"walls\":[3]}").value(),
               other = Json::parse("{\"walls\":[4]}").value();
    for (const Json& walls : {track, other, track, other}) {
        Command drag = documentCommand("track", walls);
        drag.gesture = 9;
        EXPECT_EQ(keyOf(ride.session->post(drag)), "");
    }
    ride.steps(1);
    EXPECT_EQ(ride.run->values().count("change"), 4);
    expectLasting(ride);
}

// -- disturbances

TEST(DisturbanceTest, APulseComesAndGoes) {
    Ride ride(
        withEvents("  - {at: 0.1 s, disturb: {input: push, shape: pulse, value: 2 N, after: 0.1 s, "
                   "last: 0.2 s}}\n"));
    ride.steps(15);
    EXPECT_EQ(value(*ride.session, "push"), 5);
    ride.steps(10);
    EXPECT_EQ(value(*ride.session, "push"), 7);
    ride.steps(30);
    EXPECT_EQ(value(*ride.session, "push"), 5);
    EXPECT_EQ(automaticEntries(ride), 2u) << "up and down are all the journal needs";
    expectLasting(ride);
}

TEST(DisturbanceTest, ThePupilsOwnChangeGoesOnBelowIt) {
    Ride ride(withEvents(
        "  - {at: 0.1 s, disturb: {input: push, shape: pulse, value: 2 N, last: 0.4 s}}\n"));
    ride.steps(20);
    EXPECT_EQ(ride.set("push", 4), "") << "that is 2 N and the disturbance";
    ride.steps(60);
    EXPECT_EQ(value(*ride.session, "push"), 2);
    expectLasting(ride);
}

TEST(DisturbanceTest, ANewRunBeginsWithoutIt) {
    Ride ride(withEvents("  - {at: 0.1 s, disturb: {input: push, shape: step, value: 2 N}}\n"));
    ride.steps(20);
    EXPECT_EQ(value(*ride.session, "push"), 7);
    EXPECT_EQ(keyOf(ride.session->post(command("reset"))), "");
    EXPECT_EQ(value(*ride.session, "push"), 5);
    EXPECT_EQ(keyOf(ride.session->post(setCommand("mass", 2))), "");
    ride.steps(5);
    EXPECT_EQ(keyOf(ride.session->post(undo())), "");
    ride.steps(20);
    EXPECT_EQ(value(*ride.session, "push"), 7);
    expectLasting(ride);
}

TEST(DisturbanceTest, OneGivenBeforeTheRunIsThereInEachRunOfTheStep) {
    Ride ride(withEvents(
        "  - {on: step_enter, disturb: {input: push, shape: pulse, value: 2 N, after: 0.2 s, "
        "last: 0.2 s}}\n"));
    for (int run = 0; run < 2; ++run) {
        ride.steps(30);
        EXPECT_EQ(value(*ride.session, "push"), 7) << run;
        EXPECT_EQ(keyOf(ride.session->post(command("reset"))), "");
        EXPECT_EQ(value(*ride.session, "push"), 5) << run;
    }
    expectLasting(ride);
}

TEST(DisturbanceTest, StaysWithinWhatTheLabCanHandle) {
    Ride ride(withEvents(
        "  - {at: 0.1 s, disturb: {input: push, shape: step, value: 200 N, last: 0.1 s}}\n"));
    ride.steps(10);
    EXPECT_EQ(value(*ride.session, "push"), 10);
}

TEST(DisturbanceTest, ShapesAreWhatTheySay) {
    const auto at = [](Disturbance::Shape shape, double time) {
        const Disturbance what{"push", shape, 4, 10, 20, 8};
        return Disturber(what, 0.01, 7, 0).at(time);
    };
    using Shape = Disturbance::Shape;
    for (const Shape shape : {Shape::pulse, Shape::step, Shape::ramp, Shape::sine, Shape::noise})
        EXPECT_EQ(at(shape, 9.9), 0) << "before";
    EXPECT_EQ(at(Shape::pulse, 10), 4);
    EXPECT_EQ(at(Shape::step, 29.9), 4);
    EXPECT_EQ(at(Shape::step, 30), 0);
    EXPECT_NEAR(at(Shape::ramp, 20), 2, 0.1);
    EXPECT_EQ(at(Shape::ramp, 30), 4) << "and stays";
    EXPECT_EQ(at(Shape::ramp, 300), 4);
    EXPECT_NEAR(at(Shape::sine, 12), 4, 0.02) << "a quarter of a period";
    EXPECT_NEAR(at(Shape::sine, 16), -4, 0.02);
    EXPECT_EQ(at(Shape::sine, 31), 0);
    EXPECT_NE(at(Shape::noise, 10), at(Shape::noise, 18));
    EXPECT_EQ(at(Shape::noise, 12), at(Shape::noise, 12));
}

TEST(DisturbanceTest, AWaveIsAFewDozenEntries) {
    Ride ride(withEvents(
        "  - {at: 0.1 s, disturb: {input: push, shape: sine, value: 2 N, period: 4 s}}\n"));
    ride.steps(250);
    EXPECT_LT(automaticEntries(ride), 24u);
    EXPECT_GT(automaticEntries(ride), 10u);
    expectLasting(ride);
}

// -- each pupil's own numbers

const std::string varied = R"(setup:
  push: {vary: {min: 3 N, max: 8 N, step: 0.5 N}}
  mass: {start: 1 kg, min: 0.5 kg, max: 4 kg, step: 0.1 kg}
  ground: {vary: [ice, sand]}
steps:
  - step: eerst
    do:
      - {number: kracht, ask: {nl: "Hoe hard?", en: "How hard?"}, answer: push, not_yet: {nl: Kijk., en: Look.}}
)";

TEST(VaryTest, EachPupilHasNumbersOfTheirOwn) {
    Ride ride(varied);
    const double own = value(*ride.session, "push");
    std::set<double> seen;
    for (int pupil = 1; pupil <= 30; ++pupil) {
        EXPECT_EQ(ride.act(deed("pupil", "number", pupil)), "");
        const double push = value(*ride.session, "push");
        EXPECT_GE(push, 3);
        EXPECT_LE(push, 8);
        EXPECT_EQ(push * 2, std::floor(push * 2));
        seen.insert(push);
    }
    EXPECT_GT(seen.size(), 6u);
    EXPECT_EQ(ride.act(deed("pupil", "number", 0)), "");
    EXPECT_EQ(value(*ride.session, "push"), own) << "without a number: the file's";
    expectLasting(ride);
}

TEST(VaryTest, TheRightAnswerIsThePupilsOwn) {
    Ride ride(varied);
    EXPECT_EQ(ride.act(deed("pupil", "number", 4)), "");
    const Words words(Language::nl);
    const LessonItem& item = *ride.run->lesson().findItem("kracht");
    const std::string right = words.quantity(value(*ride.session, "push"), unit("N"));
    EXPECT_EQ(ride.run->answerText(item, words), right);
    EXPECT_EQ(ride.answer("kracht", right), "");
    EXPECT_EQ(ride.check("kracht"), "");
    EXPECT_TRUE(ride.done("kracht"));
    expectLasting(ride);
}

TEST(VaryTest, UndoDoesNotBringOtherNumbersBack) {
    Ride ride(varied);
    EXPECT_EQ(ride.set("mass", 2), "");
    EXPECT_EQ(ride.act(deed("pupil", "number", 3)), "");
    const double own = value(*ride.session, "push");
    ASSERT_NE(own, 3);
    EXPECT_EQ(keyOf(ride.session->post(undo())), "");
    EXPECT_EQ(value(*ride.session, "mass"), 1);
    EXPECT_EQ(value(*ride.session, "push"), own);
    expectLasting(ride);
}

}  // namespace
}  // namespace pt
