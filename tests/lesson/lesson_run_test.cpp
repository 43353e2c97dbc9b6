// Steps, gates, answers, checks, hints, levels and what a teacher may do.
#include "tests/lesson/lesson_fixture.h"

namespace pt {
namespace {

using namespace fake;

const std::string questions = R"(levels:
  basis: {title: {nl: Basis, en: Basic}, help: full}
  plus: {title: {nl: Plus, en: Plus}, help: none, start: {mass: 2 kg}}
steps:
  - step: eerst
    do:
      - number: snelheid
        ask: {nl: "Hoe snel?", en: "How fast?"}
        answer: 2 m/s +- 5 %
        tries: 3
        not_yet: {nl: Deel de weg door de tijd., en: Divide the way by the time.}
        hints: [Meet de weg., Meet de tijd.]
      - {open: waarom, min_words: 2, ask: {nl: "Waarom?", en: "Why?"}, rubric: [Ja]}
  - step: tweede
    needs: [snelheid]
    do:
      - choice: richting
        ask: {nl: "Waarheen?", en: "Where to?"}
        options:
          - {nl: Links, en: Left, right: true}
          - {nl: Rechts, en: Right, say: {nl: Kijk nog eens., en: Look again.}}
  - step: extra
    for: [plus]
    do:
      - {open: meer, ask: {nl: "Wat nog?", en: "What else?"}, rubric: [Ja]}
  - step: slot
    do:
      - {open: einde, ask: {nl: "Klaar?", en: "Done?"}, rubric: [Ja]}
)";

TEST(LessonRunTest, BeginsAtTheFirstStepOfTheFirstLevel) {
    Ride ride(questions);
    EXPECT_EQ(ride.at(), "eerst");
    EXPECT_EQ(ride.run->level(), "basis");
    EXPECT_EQ(ride.run->help(), Help::full);
    EXPECT_EQ(ride.run->steps().size(), 3u) << "one is for the other level";
    EXPECT_EQ(ride.run->progress(), 0);
    ASSERT_EQ(ride.session->journal().size(), 1u);
    EXPECT_TRUE(ride.session->journal()[0].automatic);
    expectLasting(ride);
}

TEST(LessonRunTest, AGateOpensWhenWhatItNeedsIsDone) {
    Ride ride(questions);
    const LessonStep& second = *ride.run->lesson().findStep("tweede");
    EXPECT_FALSE(ride.run->isOpen(second));
    EXPECT_EQ(ride.run->missingFor(second), (std::vector<std::string>{"snelheid"}));
    EXPECT_EQ(ride.go("tweede"), "lesson.locked_step");
    EXPECT_EQ(ride.go("slot"), "lesson.locked_step") << "a gate is in the way of what comes after";
    EXPECT_EQ(ride.answer("snelheid", "2,0 m/s"), "");
    EXPECT_EQ(ride.go("tweede"), "lesson.locked_step") << "an answer has to be checked";
    EXPECT_EQ(ride.check("snelheid"), "");
    EXPECT_TRUE(ride.done("snelheid"));
    EXPECT_EQ(ride.go("tweede"), "");
    EXPECT_EQ(ride.at(), "tweede");
    EXPECT_EQ(ride.go("extra"), "lesson.unknown_step") << "of another level";
    EXPECT_EQ(ride.go("eerst"), "") << "back, always";
    EXPECT_EQ(ride.go("tweede"), "");
    expectLasting(ride);
}

TEST(LessonRunTest, SaysWhatIsNotRightYetAndCountsTries) {
    Ride ride(questions);
    EXPECT_EQ(ride.check("snelheid"), "lesson.not_answered");
    EXPECT_EQ(ride.answer("snelheid", "3 m/s"), "");
    EXPECT_EQ(ride.check("snelheid"), "");
    EXPECT_EQ(ride.run->item("snelheid").verdict.state, Verdict::State::notYet);
    EXPECT_EQ(ride.run->item("snelheid").tries, 1);
    EXPECT_EQ(ride.check("snelheid"), "");
    EXPECT_EQ(ride.run->item("snelheid").tries, 1) << "the same answer is no new try";
    const Words words = Words::builtin(Language::nl);
    const LessonItem& item = *ride.run->lesson().findItem("snelheid");
    EXPECT_EQ(ride.run->verdictText(item, words), "Deel de weg door de tijd.");
    for (const char* wrong : {"4 m/s", "5 m/s"}) {
        EXPECT_EQ(ride.answer("snelheid", wrong), "");
        EXPECT_EQ(ride.check("snelheid"), "");
    }
    EXPECT_TRUE(ride.run->item("snelheid").revealed) << "after the last try the answer is shown";
    EXPECT_FALSE(ride.done("snelheid"));
    EXPECT_EQ(ride.answer("snelheid", "2 m/s"), "lesson.no_tries");
    EXPECT_EQ(ride.run->answerText(item, words), "2,00\u202fm/s");
    EXPECT_EQ(ride.go("tweede"), "") << "who used all tries goes on";
    expectLasting(ride);
}

TEST(LessonRunTest, APlotsAnswerNamesTheAxesThatWereAskedFor) {
    Ride ride(R"(steps:
  - step: eerst
    do:
      - {table: ritten, columns: [push, arrival], min_rows: 2}
      - {plot: vrij, from: ritten, choose: true}
      - {plot: onder, from: ritten, choose: true, x: push}
      - {plot: beide, from: ritten, choose: true, x: push, y: arrival}
      - {plot: klaar, from: ritten, x: push, y: arrival}
)");
    const Words words(Language::nl);
    const auto answer = [&](const char* id) {
        return ride.run->answerText(*ride.run->lesson().findItem(id), words);
    };
    EXPECT_EQ(answer("vrij"), "");
    EXPECT_EQ(answer("onder"), "x: push");
    EXPECT_EQ(answer("beide"), "x: push; y: arrival");
    EXPECT_EQ(answer("klaar"), "");
}

TEST(LessonRunTest, HintsComeOneByOne) {
    Ride ride(questions);
    const Json hint = deed("hint", "item", "snelheid");
    EXPECT_EQ(ride.act(hint), "");
    EXPECT_EQ(ride.act(hint), "");
    EXPECT_EQ(ride.run->item("snelheid").hints, 2);
    EXPECT_EQ(ride.act(hint), "lesson.no_hints");
    expectLasting(ride);
}

TEST(LessonRunTest, AnOpenAnswerIsDoneWhenItIsGiven) {
    Ride ride(questions);
    EXPECT_EQ(ride.answer("waarom", "Omdat"), "");
    EXPECT_FALSE(ride.done("waarom")) << "too short";
    EXPECT_EQ(ride.answer("waarom", "Omdat het glad is"), "");
    EXPECT_TRUE(ride.done("waarom"));
    EXPECT_EQ(ride.answer("waarom", Json()), "") << "taken back";
    EXPECT_TRUE(ride.done("waarom")) << "what was done stays done";
    expectLasting(ride);
}

TEST(LessonRunTest, RefusesWhatItDoesNotKnow) {
    Ride ride(questions);
    EXPECT_EQ(ride.act(deed("dance")), "lesson.unknown_do");
    EXPECT_EQ(ride.act(Json()), "lesson.unknown_do");
    EXPECT_EQ(ride.go("nergens"), "lesson.unknown_step");
    EXPECT_EQ(ride.answer("niets", "1"), "lesson.unknown_item");
    EXPECT_EQ(ride.check("niets"), "lesson.unknown_item");
    EXPECT_EQ(ride.answer("snelheid", Json::list()), "lesson.answer_shape");
    EXPECT_EQ(ride.answer("richting", "3"), "lesson.answer_shape");
    EXPECT_EQ(ride.answer("waarom", std::string(5000, 'a')), "lesson.answer_shape");
    EXPECT_EQ(ride.act(deed("level", "level", "top")), "lesson.unknown_level");
    EXPECT_EQ(ride.act(deed("pupil", "number", -1)), "lesson.pupil_number");
    EXPECT_EQ(ride.act(deed("pupil", "number", 1e9)), "lesson.pupil_number");
    EXPECT_EQ(ride.act(deed("read", "output", "weight")), "lesson.unknown_output");
    EXPECT_EQ(ride.act(deed("row", "table", "snelheid")), "lesson.unknown_item");
    EXPECT_EQ(ride.act(deed("reveal", "item", "snelheid")), "lesson.teacher_only");
    EXPECT_EQ(ride.session->journal().size(), 1u);
    expectLasting(ride);
}

TEST(LessonRunTest, ALevelBringsItsStepsItsHelpAndItsStart) {
    Ride ride(questions);
    EXPECT_EQ(ride.act(deed("level", "level", "plus")), "");
    EXPECT_EQ(ride.run->help(), Help::none);
    EXPECT_EQ(value(*ride.session, "mass"), 2);
    EXPECT_EQ(ride.run->steps().size(), 4u);
    ride.act(deed("teacher", "on", true));
    EXPECT_EQ(ride.go("extra"), "");
    EXPECT_EQ(ride.act(deed("level", "level", "basis")), "");
    EXPECT_EQ(ride.at(), "tweede") << "the step before the one that this level lacks";
    expectLasting(ride);
}

TEST(LessonRunTest, ATeacherGoesAnywhereAndSeesAnswers) {
    Ride ride(questions);
    EXPECT_EQ(ride.act(deed("teacher", "on", true)), "");
    EXPECT_EQ(ride.go("slot"), "");
    EXPECT_EQ(ride.act(deed("reveal", "item", "richting")), "");
    EXPECT_TRUE(ride.run->item("richting").revealed);
    const Words words = Words::builtin(Language::en);
    EXPECT_EQ(ride.run->answerText(*ride.run->lesson().findItem("richting"), words), "Left");
    EXPECT_EQ(ride.act(deed("teacher", "on", false)), "");
    EXPECT_EQ(ride.go("tweede"), "lesson.locked_step");
    expectLasting(ride);
}

TEST(LessonRunTest, ProgressCountsWhatCanBeDone) {
    Ride ride(questions);
    EXPECT_EQ(ride.answer("waarom", "Het is glad"), "");
    EXPECT_EQ(ride.run->progress(), 0.25);
    EXPECT_FALSE(ride.run->isDone(*ride.run->step()));
    ride.answer("snelheid", "2 m/s");
    ride.check("snelheid");
    EXPECT_EQ(ride.run->progress(), 0.5);
    EXPECT_TRUE(ride.run->isDone(*ride.run->step()));
}

TEST(LessonRunTest, TheLogTellsWhatHappenedWithoutNames) {
    Ride ride(questions);
    ride.run->setClock([] { return 1e9; });
    ride.answer("snelheid", "3 m/s");
    ride.check("snelheid");
    ride.set("push", 6);
    ride.set("push", 60);
    std::vector<std::string> lines;
    for (const LessonRecord& line : ride.run->log()) lines.push_back(line.what + " " + line.about);
    EXPECT_EQ(lines, (std::vector<std::string>{"step eerst", "answer snelheid", "check snelheid",
                                               "edit push", "refused push"}));
    EXPECT_EQ(ride.run->log().back().wall, 1e9);
    EXPECT_EQ(ride.run->log()[2].facts["ok"].boolean(true), false);
}

const std::string recalled = R"(recall: [oud]
steps:
  - step: nieuw
    do:
      - {open: fris, ask: {nl: "Nieuw?", en: "New?"}, rubric: [Ja]}
  - step: later
    do:
      - {open: oud, ask: {nl: "Weet je nog?", en: "Remember?"}, rubric: [Ja]}
)";

TEST(LessonRunTest, RecalledQuestionsStandBeforeTheFirstStep) {
    Ride ride(recalled);
    const std::vector<const LessonItem*> items = ride.run->items(*ride.run->step());
    ASSERT_EQ(items.size(), 2u);
    EXPECT_EQ(items[0]->id, "oud");
    EXPECT_EQ(items[1]->id, "fris");
}

const std::string stages = R"(setup:
  push: {start: 5 N, min: 0 N, max: 9 N}
  mass: {start: 1 kg, min: 0.5 kg, max: 4 kg, step: 0.1 kg}
steps:
  - step: kijken
    do:
      - {show: tekst, caption: {nl: Kijk., en: Look.}}
  - step: duwen
    unlock: [push]
  - step: wegen
    unlock: [mass]
  - step: stil
    sim: frozen
)";

TEST(LessonRunTest, AStepUnlocksSettingsForGood) {
    Ride ride(stages);
    EXPECT_EQ(ride.set("push", 6), "session.locked");
    EXPECT_TRUE(ride.run->locks("push"));
    EXPECT_EQ(ride.go("duwen"), "");
    EXPECT_EQ(ride.set("push", 6), "");
    EXPECT_EQ(ride.set("mass", 2), "session.locked");
    EXPECT_EQ(ride.go("kijken"), "");
    EXPECT_EQ(ride.set("push", 7), "") << "the way back is never locked";
    ride.act(deed("teacher", "on", true));
    EXPECT_EQ(ride.set("mass", 2), "");
    expectLasting(ride);
}

TEST(LessonRunTest, AFrozenStepHoldsTheLabStill) {
    Ride ride(stages);
    ride.session->play();
    EXPECT_EQ(ride.go("stil"), "");
    EXPECT_FALSE(ride.session->playing());
    EXPECT_EQ(keyOf(ride.session->stepOnce()), "session.frozen");
    EXPECT_EQ(ride.set("push", 6), "session.frozen");
    EXPECT_EQ(ride.go("duwen"), "");
    EXPECT_EQ(keyOf(ride.session->stepOnce()), "");
    expectLasting(ride);
}

}  // namespace
}  // namespace pt
