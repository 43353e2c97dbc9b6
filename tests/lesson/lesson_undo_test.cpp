// Undo and redo are about the lab: they pass what was done in the lesson by, and take none of it
// back.
#include "tests/lesson/lesson_fixture.h"

namespace pt {
namespace {

using namespace fake;

const std::string body = R"yaml(levels:
  basis: {title: {nl: Basis, en: Basic}, help: full}
  plus: {title: {nl: Plus, en: Plus}, help: none}
steps:
  - step: eerst
    do:
      - {open: een, ask: {nl: "Een?", en: "One?"}, rubric: [Ja], hints: [A, B]}
      - {table: tabel, columns: [push, pace], min_rows: 2}
      - {task: hard, ask: {nl: Duw., en: Push.}, goal: push > 6 N, not_yet: {nl: Harder., en: Harder.}}
  - step: tweede
    needs: [hard]
    do:
      - {open: twee, ask: {nl: "Twee?", en: "Two?"}, rubric: [Ja]}
)yaml";

std::string turn(Ride& ride, const Command& command) { return keyOf(ride.session->post(command)); }

TEST(LessonUndoTest, TakesBackTheEditBeforeWhatWasDoneInTheLesson) {
    Ride ride(body);
    EXPECT_EQ(ride.set("push", 4), "");
    EXPECT_EQ(ride.answer("een", "ja"), "");
    EXPECT_EQ(ride.act(deed("hint", "item", "een")), "");
    EXPECT_EQ(ride.act(deed("row", "table", "tabel")), "");
    EXPECT_EQ(ride.act(deed("level", "level", "plus")), "");
    const uint64_t lesson = ride.run->hash();
    EXPECT_EQ(turn(ride, undo()), "");
    EXPECT_EQ(value(*ride.session, "push"), 5);
    EXPECT_EQ(ride.run->hash(), lesson) << "answer, hint, row and level stay";
    EXPECT_EQ(ride.run->rows("tabel")[0].cells.at("push"), 4) << "what was measured was measured";
    EXPECT_EQ(turn(ride, undo()), "session.nothing_to_undo");
    expectLasting(ride);
}

TEST(LessonUndoTest, RedoWaitsWhileTheLessonGoesOn) {
    Ride ride(body);
    EXPECT_EQ(ride.set("push", 4), "");
    EXPECT_EQ(ride.set("mass", 2), "");
    EXPECT_EQ(turn(ride, undo()), "");
    EXPECT_EQ(turn(ride, undo()), "");
    EXPECT_EQ(ride.answer("een", "ja"), "");
    EXPECT_EQ(ride.act(deed("row", "table", "tabel")), "");
    ride = reopened(ride);
    EXPECT_EQ(ride.act(deed("hint", "item", "een")), "");
    EXPECT_EQ(turn(ride, redo()), "");
    EXPECT_EQ(turn(ride, redo()), "");
    EXPECT_EQ(value(*ride.session, "push"), 4);
    EXPECT_EQ(value(*ride.session, "mass"), 2);
    EXPECT_EQ(turn(ride, redo()), "session.nothing_to_redo");
    EXPECT_EQ(ride.run->item("een").answer.text(), "ja");
    EXPECT_EQ(ride.run->item("een").hints, 1);
    expectLasting(ride);
}

TEST(LessonUndoTest, WhatWasReachedStaysReached) {
    Ride ride(body);
    EXPECT_EQ(ride.go("tweede"), "lesson.locked_step");
    EXPECT_EQ(ride.set("push", 7), "");
    EXPECT_TRUE(ride.done("hard"));
    EXPECT_EQ(turn(ride, undo()), "");
    EXPECT_EQ(value(*ride.session, "push"), 5);
    EXPECT_TRUE(ride.done("hard"));
    EXPECT_EQ(ride.go("tweede"), "");
    EXPECT_EQ(turn(ride, redo()), "");
    EXPECT_EQ(ride.at(), "tweede") << "no way back to an earlier step either";
    expectLasting(ride);
}

TEST(LessonUndoTest, ALessonAloneLeavesNothingToUndo) {
    Ride ride(body);
    EXPECT_EQ(ride.answer("een", "ja"), "");
    EXPECT_EQ(ride.act(deed("row", "table", "tabel")), "");
    EXPECT_FALSE(ride.session->canUndo());
    const std::vector<JournalEntry> before = ride.session->journal();
    EXPECT_EQ(turn(ride, undo()), "session.nothing_to_undo");
    EXPECT_EQ(turn(ride, redo()), "session.nothing_to_redo");
    EXPECT_TRUE(ride.session->journal() == before) << "nothing happened";
    expectLasting(ride);
}

TEST(LessonUndoTest, ANewEditEndsRedoAlsoAfterWorkInTheLesson) {
    Ride ride(body);
    EXPECT_EQ(ride.set("push", 4), "");
    EXPECT_EQ(turn(ride, undo()), "");
    EXPECT_EQ(ride.answer("een", "ja"), "");
    EXPECT_EQ(ride.set("mass", 2), "");
    EXPECT_FALSE(ride.session->canRedo());
    EXPECT_EQ(turn(ride, undo()), "");
    EXPECT_EQ(value(*ride.session, "mass"), 1);
    EXPECT_EQ(ride.run->item("een").answer.text(), "ja");
    expectLasting(ride);
}

}  // namespace
}  // namespace pt
