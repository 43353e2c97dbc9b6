// Observations and rows, predictions, tasks, requirements and texts with values.
#include "engine/lesson/answer.h"
#include "tests/lesson/lesson_fixture.h"

namespace pt {
namespace {

using namespace fake;

const std::string measuring = R"(steps:
  - step: meten
    do:
      - predict: gok
        ask: {nl: "Hoe snel?", en: "How fast?"}
        of: pace
      - {table: metingen, columns: [push, ground, place, pace], min_rows: 2}
      - {table: zelf, columns: [push, pace], min_rows: 1, fill: by_hand}
  - step: besluit
    do:
      - conclusion: slot
        ask: {nl: "Waarom?", en: "Why?"}
        evidence: {from: metingen, rows: 2}
)";

Json row(const char* table) { return deed("row", "table", table); }

TEST(LessonRowTest, ARunThatIsOverBecomesARow) {
    Ride ride(measuring);
    ride.toEnd();
    ASSERT_EQ(ride.run->observations().size(), 1u);
    const Observation& seen = ride.run->observations()[0];
    EXPECT_TRUE(seen.finished);
    EXPECT_EQ(seen.run, 1);
    EXPECT_EQ(seen.settings.at("push"), 5);
    EXPECT_EQ(seen.texts.at("ground"), "ice");
    EXPECT_GT(seen.outputs.at("arrival"), 0);
    ASSERT_EQ(ride.run->rows("metingen").size(), 1u);
    EXPECT_EQ(ride.run->rows("metingen")[0].cells.at("push"), 5);
    EXPECT_EQ(ride.run->rows("metingen")[0].texts.at("ground"), "ice");
    EXPECT_FALSE(ride.done("metingen"));
    EXPECT_TRUE(ride.run->rows("zelf").empty()) << "the pupil fills that in";
    ride.set("push", 8);
    ride.toEnd();
    EXPECT_EQ(keyOf(ride.session->post(command("reset"))), "");
    ride.toEnd();
    EXPECT_EQ(ride.run->rows("metingen").size(), 2u);
    EXPECT_TRUE(ride.done("metingen"));
    expectLasting(ride);
}

// A drawing is a thing that changed, until it is taken back.
TEST(LessonRowTest, ADesignIsTheSameAgainAfterUndoAndRecall) {
    Ride ride(measuring);
    const auto tested = [&ride] {
        ride.toEnd();
        return ride.run->observations().back().design;
    };
    const auto wall = [&ride](double at) {
        const Json args = Json::object({{"name", "w"}, {"at", at}});
        EXPECT_EQ(keyOf(ride.session->post(command("wall", args))), "");
    };
    const auto turn = [&ride](const Command& back) {
        EXPECT_EQ(keyOf(ride.session->post(back)), "");
    };
    turn(chooseCommand("layout", "free"));
    const std::string none = tested();
    EXPECT_EQ(none, "");
    wall(3);
    const std::string first = tested();
    EXPECT_NE(first, none);
    turn(undo());
    ride.set("mass", 2);
    EXPECT_EQ(tested(), none) << "the drawing was taken back";
    turn(undo());
    turn(redo());
    ride.set("mass", 3);
    EXPECT_EQ(tested(), none) << "only the mass came back";
    wall(4);
    const std::string second = tested();
    EXPECT_NE(second, none);
    EXPECT_NE(second, first) << "another drawing";
    turn(command("recall", Json::object().set("run", 2)));
    EXPECT_EQ(tested(), first) << "back to a tested design";
    turn(undo());
    ride.set("mass", 4);
    EXPECT_EQ(tested(), second);
    expectLasting(ride);
}

TEST(LessonRowTest, ThePupilNotesAMomentOnce) {
    Ride ride(measuring);
    ride.steps(50);
    EXPECT_EQ(ride.act(row("metingen")), "");
    EXPECT_EQ(ride.act(row("metingen")), "");
    EXPECT_EQ(ride.run->rows("metingen").size(), 1u);
    EXPECT_EQ(ride.run->observations().size(), 1u);
    EXPECT_FALSE(ride.run->observations()[0].finished);
    const auto& recorded = ride.run->observations()[0].recorded;
    EXPECT_NE(std::find(recorded.begin(), recorded.end(), "pace"), recorded.end());
    ride.steps(50);
    EXPECT_EQ(ride.act(row("metingen")), "");
    EXPECT_EQ(ride.run->rows("metingen").size(), 2u);
    expectLasting(ride);
}

TEST(LessonRowTest, ThePupilTypesWhatWasRead) {
    Ride ride(measuring);
    ride.steps(50);
    EXPECT_EQ(ride.act(row("zelf")), "");
    const Json cell = deed("cell", "table", "zelf").set("row", 1).set("column", "pace");
    EXPECT_EQ(ride.run->rows("zelf")[0].cells.count("pace"), 0u);
    EXPECT_EQ(ride.act(Json(cell).set("value", "1,5")), "");
    EXPECT_EQ(ride.run->rows("zelf")[0].cells.at("pace"), 1.5);
    EXPECT_EQ(ride.act(Json(cell).set("value", "90 cm/s")), "");
    EXPECT_EQ(ride.run->rows("zelf")[0].cells.at("pace"), 0.9);
    EXPECT_EQ(ride.act(Json(cell).set("value", "3 kg")), "units.dimension");
    EXPECT_EQ(ride.act(Json(cell).set("value", "snel")), "units.number");
    EXPECT_EQ(ride.act(Json(cell).set("column", "x").set("value", "1")), "lesson.unknown_column");
    EXPECT_EQ(ride.act(Json(cell).set("row", 2).set("value", "1")), "lesson.unknown_row");
    EXPECT_EQ(ride.run->rows("zelf")[0].cells.at("pace"), 0.9);
    EXPECT_TRUE(ride.run->rows("zelf")[0].typed);
    Json cells = Json::object().set("push", "6 N").set("pace", "2 m/s");
    EXPECT_EQ(ride.act(row("zelf").set("cells", cells)), "");
    EXPECT_EQ(ride.run->rows("zelf")[1].cells.at("push"), 6);
    EXPECT_EQ(ride.run->rows("zelf")[1].observation, 0);
    expectLasting(ride);
}

TEST(LessonRowTest, EvidenceGoesOnNamingTheSameRows) {
    Ride ride(measuring);
    for (int i = 0; i < 3; ++i) {
        ride.steps(20);
        EXPECT_EQ(ride.act(row("metingen")), "");
    }
    const Json rows = Json::List{1, 3};
    EXPECT_EQ(ride.answer("slot", Json::object().set("claim", "agrees").set("rows", rows)), "");
    EXPECT_EQ(ride.act(deed("unrow", "table", "metingen").set("row", 2)), "");
    EXPECT_EQ(ride.run->item("slot").answer["rows"], Json(Json::List{1, 2}));
    EXPECT_EQ(ride.act(deed("unrow", "table", "metingen").set("row", 1)), "");
    EXPECT_EQ(ride.run->item("slot").answer["rows"], Json(Json::List{1}));
    EXPECT_EQ(ride.act(deed("unrow", "table", "metingen").set("row", 9)), "lesson.unknown_row");
    expectLasting(ride);
}

TEST(LessonRowTest, ATableHoldsFiveHundredRows) {
    Ride ride(measuring);
    const Json cells = Json::object().set("push", "6 N");
    for (int i = 0; i < 500; ++i) ASSERT_EQ(ride.act(row("zelf").set("cells", cells)), "") << i;
    EXPECT_EQ(ride.act(row("zelf").set("cells", cells)), "lesson.rows");
    EXPECT_EQ(ride.act(row("zelf")), "lesson.rows");
    EXPECT_EQ(ride.run->rows("zelf").size(), 500u);
}

TEST(LessonRowTest, APredictionClosesWhenTheFirstRunStarts) {
    Ride ride(measuring);
    const auto guess = [](const char* value) { return Json::object().set("value", value); };
    EXPECT_EQ(ride.answer("gok", guess("2 m/s")), "");
    EXPECT_EQ(ride.answer("gok", guess("3 m/s")), "");
    EXPECT_TRUE(ride.done("gok"));
    EXPECT_FALSE(ride.run->item("gok").committed);
    ride.steps(1);
    EXPECT_TRUE(ride.run->item("gok").committed);
    EXPECT_EQ(ride.answer("gok", guess("4 m/s")), "lesson.committed");
    EXPECT_FALSE(ride.run->item("gok").late);
    expectLasting(ride);
}

TEST(LessonRowTest, APredictionAfterTheOutcomeIsLate) {
    Ride ride(measuring);
    ride.steps(20);
    EXPECT_EQ(ride.act(row("metingen")), "");
    EXPECT_EQ(ride.answer("gok", Json::object().set("value", "2 m/s")), "");
    EXPECT_TRUE(ride.run->item("gok").late);
    expectLasting(ride);
}

// -- tasks

const std::string tasks = R"(requirements:
  - {id: snel, must: pace >= 1 m/s, nl: Snel genoeg, en: Fast enough}
  - {id: rustig, wish: push <= 6 N, nl: Zonder veel kracht, en: Without much force}
steps:
  - step: doen
    do:
      - task: ver
        ask: {nl: Ga ver., en: Go far.}
        goal: place >= 1 m
        keep: push <= 6 N
        ok: {nl: "Gelukt met $(push in N).", en: "Done with $(push in N)."}
        not_yet:
          - {when: push < 1 N, nl: Duw harder., en: Push harder.}
      - task: alles
        ask: {nl: Haal de eisen., en: Meet them all.}
        goal: requirements_met
)";

TEST(LessonTaskTest, IsDoneAtTheMomentTheGoalIsReached) {
    Ride ride(tasks);
    EXPECT_FALSE(ride.done("ver"));
    while (ride.session->schema().findOutput("place")->number() < 1) ride.steps(1);
    EXPECT_TRUE(ride.done("ver"));
    EXPECT_EQ(ride.run->values().count("task_done"), ride.done("alles") ? 2 : 1);
    const Words words = Words::builtin(Language::nl);
    EXPECT_EQ(ride.run->verdictText(*ride.run->lesson().findItem("ver"), words),
              "Gelukt met 5,00\u202fN.");
    expectLasting(ride);
}

TEST(LessonTaskTest, WhatHadToBeKeptCountsTheWholeRun) {
    Ride ride(tasks);
    ride.set("push", 7);
    ride.steps(3);
    ride.set("push", 5);
    while (ride.session->schema().findOutput("place")->number() < 1) ride.steps(1);
    EXPECT_FALSE(ride.done("ver")) << "there was too much push for a moment";
    EXPECT_EQ(ride.check("ver"), "");
    EXPECT_EQ(ride.run->item("ver").verdict.reason, "kept");
    EXPECT_EQ(keyOf(ride.session->post(command("reset"))), "");
    while (ride.session->schema().findOutput("place")->number() < 1) ride.steps(1);
    EXPECT_TRUE(ride.done("ver"));
    expectLasting(ride);
}

TEST(LessonTaskTest, RequirementsStandAsTheyAreNow) {
    Ride ride(tasks);
    EXPECT_EQ(ride.run->requirements()[0].met, Truth::no);
    EXPECT_EQ(ride.run->requirements()[1].met, Truth::yes);
    EXPECT_EQ(ride.run->values().truth("requirements_met"), Truth::no);
    while (ride.session->schema().findOutput("pace")->number() < 1) ride.steps(1);
    EXPECT_EQ(ride.run->values().truth("requirements_met"), Truth::yes);
    EXPECT_TRUE(ride.done("alles"));
}

// -- texts

TEST(LessonTextTest, ValuesStandInTheLanguageAndUnitOfTheReader) {
    Ride ride(tasks);
    const Words nl = Words::builtin(Language::nl), en = Words::builtin(Language::en);
    const auto filled = [&ride](const std::string& text, const Words& words) {
        return ride.run->fill(Text{text, text}, words);
    };
    ride.set("mass", 1.5);
    EXPECT_EQ(filled("$(mass in kg)", nl), "1,50\u202fkg");
    EXPECT_EQ(filled("$(mass in kg)", en), "1.50\u202fkg");
    EXPECT_EQ(filled("$(mass)", nl), "1500\u202fg") << "in the unit of the lab";
    EXPECT_EQ(filled("$(2 * mass in kg) $$", nl), "3,00\u202fkg $");
    EXPECT_EQ(filled("$(arrival)", nl), nl("lesson.unknown"));
    EXPECT_EQ(filled("$(snel)", nl), "nee");
    EXPECT_EQ(filled("$(rustig)", en), "yes");
    EXPECT_EQ(filled("$(ground)", nl), "ice") << "a lab without words";
    EXPECT_EQ(filled("$(nonsense)", nl), "$(nonsense)");
}

// -- shapes of answers

TEST(LessonAnswerTest, OnlyWhatHasTheShapeIsTaken) {
    const auto scenario = lessonOf(R"(steps:
  - step: een
    do:
      - {order: rij, ask: {nl: Zet op volgorde., en: Put in order.}, items: [A, B, C], not_yet: Kijk.}
      - {match: paar, ask: {nl: Zoek., en: Match.}, pairs: [{left: A, right: B}, {left: C, right: D}], not_yet: Kijk.}
      - {hypothesis: h, ask: {nl: Denk., en: Think.}, if: [push], then: [pace], how: [increases, decreases]}
      - {plan: p, tests: h, values: {min: 2}}
      - {rubric: r, ask: {nl: "Hoe ging het?", en: "How was it?"}, rows: [Goed, Snel]}
)");
    const auto fits = [&scenario](const char* item, const char* json) {
        return checkShape(*scenario->lesson.findItem(item), Json::parse(json).value()).ok();
    };
    EXPECT_TRUE(fits("rij", R"(["2","1","3"])"));
    EXPECT_TRUE(fits("rij", R"(["2"])"));
    EXPECT_TRUE(fits("rij", "null"));
    for (const char* bad : {R"(["2","2"])", R"(["0"])", R"(["4"])", R"([1])", R"(["01"])", R"("2")",
                            R"([""])", R"(["99999999999999999999"])"})
        EXPECT_FALSE(fits("rij", bad)) << bad;
    EXPECT_TRUE(fits("paar", R"({"1":"2"})"));
    EXPECT_FALSE(fits("paar", R"({"3":"1"})"));
    EXPECT_FALSE(fits("paar", R"({"1":3})"));
    EXPECT_TRUE(fits("h", R"({"if":"push","how":"increases"})"));
    EXPECT_FALSE(fits("h", R"({"if":5})"));
    EXPECT_FALSE(fits("h", R"({"waarom":"zo"})"));
    EXPECT_TRUE(fits("p", R"({"roles":{"push":"vary"},"values":["1 N"],"repeats":2})"));
    EXPECT_FALSE(fits("p", R"({"roles":{"push":"break"}})"));
    EXPECT_FALSE(fits("p", R"({"repeats":-1})"));
    EXPECT_FALSE(fits("p", R"({"repeats":1e9})"));
    EXPECT_TRUE(fits("r", R"({"1":3})"));
    EXPECT_FALSE(fits("r", R"({"1":4})"));
    EXPECT_FALSE(fits("r", R"({"3":1})"));
}

}  // namespace
}  // namespace pt
