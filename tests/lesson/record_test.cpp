// The record of a lesson: lines, the pupil's summary, xAPI statements and the teacher's answers.
#include <algorithm>
#include <set>

#include <gmock/gmock.h>

#include "engine/lesson/record.h"
#include "tests/lesson/lesson_fixture.h"

namespace pt {
namespace {

using namespace fake;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;

const std::string lesson = R"(setup:
  push: {start: 5 N, min: 1 N, max: 9 N}
levels:
  basis: {title: {nl: Basis, en: Basic}, help: full}
  plus: {title: {nl: Plus, en: Plus}, help: none}
requirements:
  - {id: snel, must: arrival <= 60 s, nl: Binnen een minuut, en: Within a minute}
steps:
  - step: vraag
    title: {nl: De vraag, en: The question}
    do:
      - number: snelheid
        ask: {nl: "Hoe snel?", en: "How fast?"}
        answer: 2 m/s +- 5 %
        not_yet: {nl: Deel de weg door de tijd., en: Divide the way by the time.}
        hints: [Meet de weg., Meet de tijd.]
      - choice: richting
        ask: {nl: "Waarheen?", en: "Where to?"}
        options:
          - {nl: Links, en: Left, right: true}
          - {nl: Rechts, en: Right, say: {nl: Kijk nog eens., en: Look again.}}
      - hypothesis: h
        ask: {nl: "Wat denk je?", en: "What do you think?"}
        if: [push]
        then: [arrival]
        how: [increases, decreases]
  - step: rit
    title: {nl: "De **rit**", en: "The **ride**"}
    unlock: [push]
    do:
      - {table: metingen, columns: [push, arrival], min_rows: 3}
      - {open: waarom, min_words: 2, ask: {nl: "Waarom?", en: "Why?"}, rubric: [Ja]}
)";

// A pupil who errs once, asks a hint, makes a run and looks around.
struct Played : Ride {
    Played() : Ride(lesson) {
        run->setClock([this] { return clock += 20; });
        EXPECT_EQ(answer("snelheid", "3 m/s"), "");
        EXPECT_EQ(check("snelheid"), "");
        EXPECT_EQ(act(deed("hint", "item", "snelheid")), "");
        EXPECT_EQ(answer("snelheid", "2,0 m/s"), "");
        EXPECT_EQ(check("snelheid"), "");
        EXPECT_EQ(answer("richting", "1"), "");
        EXPECT_EQ(check("richting"), "");
        EXPECT_EQ(answer("h", guess("increases")), "");
        EXPECT_EQ(answer("h", guess("decreases")), "");
        EXPECT_EQ(check("h"), "");
        EXPECT_EQ(go("rit"), "");
        EXPECT_EQ(set("push", 6), "");
        toEnd();
        EXPECT_EQ(answer("waarom", "Harder duwen helpt"), "");
    }
    static Json guess(const char* how) {
        return Json::object().set("if", "push").set("how", how).set("then", "arrival");
    }
    double clock = 1774944000;  // 31 March 2026, 8:00
};

std::vector<std::string> linesOf(const std::string& text) {
    std::vector<std::string> lines;
    size_t begin = 0;
    for (size_t end; (end = text.find('\n', begin)) != text.npos; begin = end + 1)
        lines.push_back(text.substr(begin, end - begin));
    EXPECT_EQ(begin, text.size()) << "every line has its end";
    return lines;
}

std::string xapiOf(const LessonRun& run, const std::string& actor = "") {
    return xapi(run, actor, Words::builtin(Language::nl));
}

std::vector<Json> statementsOf(const LessonRun& run, const std::string& actor = "") {
    const auto parsed = Json::parse(xapiOf(run, actor));
    EXPECT_TRUE(parsed.ok());
    return parsed ? parsed.value().items() : std::vector<Json>();
}

std::string lastPart(const std::string& id) { return id.substr(id.find_last_of("/:") + 1); }

// "answered snelheid"
std::vector<std::string> deedsOf(const std::vector<Json>& statements) {
    std::vector<std::string> deeds;
    for (const Json& each : statements)
        deeds.push_back(lastPart(each["verb"]["id"].text()) + " " +
                        lastPart(each["object"]["id"].text()));
    return deeds;
}

const Json& statement(const std::vector<Json>& all, const std::string& deed, size_t nth = 0) {
    static const Json none;
    const std::vector<std::string> deeds = deedsOf(all);
    for (size_t i = 0; i < all.size(); ++i)
        if (deeds[i] == deed && nth-- == 0) return all[i];
    ADD_FAILURE() << "no " << deed;
    return none;
}

// ---------------------------------------------------------------------------- lines

TEST(Record, LinesAreJsonWithoutAName) {
    Played ride;
    EXPECT_EQ(ride.act(deed("pupil", "number", 12)), "");
    const std::vector<std::string> lines = linesOf(recordLines(*ride.run));
    ASSERT_EQ(lines.size(), ride.run->log().size() + 1);
    const auto head = Json::parse(lines[0]);
    ASSERT_TRUE(head.ok());
    EXPECT_EQ(head.value()["lesson"].text(), "ride");
    EXPECT_EQ(head.value()["lab"].text(), "sledge");
    EXPECT_EQ(head.value()["level"].text(), "basis");
    EXPECT_EQ(head.value()["pupil"].number(), 12);
    std::set<std::string> what;
    int64_t journal = 0;
    for (size_t i = 1; i < lines.size(); ++i) {
        const auto line = Json::parse(lines[i]);
        ASSERT_TRUE(line.ok()) << lines[i];
        what.insert(line.value()["what"].text());
        EXPECT_GE(line.value()["journal"].number(), static_cast<double>(journal));
        journal = static_cast<int64_t>(line.value()["journal"].number());
    }
    for (const char* each : {"step", "answer", "check", "hint", "edit", "run", "run_end", "pupil"})
        EXPECT_TRUE(what.count(each)) << each;
}

TEST(Record, ALessonThatWasNotTouchedHasItsHeadAndItsFirstStep) {
    Ride ride(lesson);
    const std::vector<std::string> lines = linesOf(recordLines(*ride.run));
    ASSERT_GE(lines.size(), 1u);
    for (const Json& each : statementsOf(*ride.run)) EXPECT_FALSE(each.has("timestamp"));
}

// ---------------------------------------------------------------------------- summary

TEST(Summary, SaysWhatWasDoneInBothLanguages) {
    Played ride;
    const auto nl = summary(*ride.run, Words::builtin(Language::nl));
    EXPECT_THAT(nl, Contains("Je rondde 1 van de 2 stappen af."));
    EXPECT_THAT(nl, Contains("Je ontwerp haalt 1 van de 1 eisen en wensen."));
    EXPECT_THAT(nl, Contains("Van 2 vragen had je er 1 in één keer goed."));
    EXPECT_THAT(nl, Contains("Je deed 1 proef."));
    EXPECT_THAT(nl, Contains("Je noteerde 1 meting."));
    EXPECT_THAT(nl, Contains("Je bekeek 1 hint."));
    EXPECT_THAT(nl, Contains("Nog te doen: De rit"));
    const auto en = summary(*ride.run, Words::builtin(Language::en));
    EXPECT_EQ(en.size(), nl.size());
    EXPECT_THAT(en, Contains("Of 2 questions you had 1 right at the first try."));
    EXPECT_THAT(en, Contains("Still to do: The ride"));
    for (const auto* sentences : {&nl, &en})
        for (const std::string& sentence : *sentences) {
            EXPECT_EQ(sentence.find_first_of("{}"), sentence.npos) << sentence;
            EXPECT_EQ(sentence.find("‹"), sentence.npos) << sentence;
        }
}

TEST(Summary, TimeDoesNotCountWhoWasAway) {
    Ride ride(lesson);
    double clock = 0;
    ride.run->setClock([&] { return clock; });
    for (double pause : {60.0, 60.0, 86'400.0, 120.0}) {
        ride.answer("snelheid", std::to_string(static_cast<int>(clock)) + " m/s");
        clock += pause;
    }
    ride.answer("snelheid", "2 m/s");
    EXPECT_THAT(summary(*ride.run, Words::builtin(Language::nl)), Contains("Je werkte 4 minuten."));
}

TEST(Summary, AWholeLessonIsSaidFirst) {
    Played ride;
    for (double push : {7.0, 8.0}) {
        EXPECT_EQ(keyOf(ride.session->post({"reset", Json::object(), 0})), "");
        EXPECT_EQ(ride.set("push", push), "");
        ride.toEnd();
    }
    EXPECT_EQ(ride.check("metingen"), "");
    ASSERT_EQ(ride.run->progress(), 1) << ride.run->verdictText(
        *ride.run->lesson().findItem("metingen"), Words::builtin(Language::nl));
    const auto sentences = summary(*ride.run, Words::builtin(Language::nl));
    EXPECT_EQ(sentences.front(), "Je hebt de hele les gedaan.");
    EXPECT_EQ(deedsOf(statementsOf(*ride.run)).back(), "completed ride");
}

// ---------------------------------------------------------------------------- xAPI

TEST(Xapi, TellsWhatHappenedInOrder) {
    Played ride;
    EXPECT_THAT(deedsOf(statementsOf(*ride.run)),
                ElementsAre("initialized ride", "progressed vraag", "answered snelheid",
                            "accessed snelheid", "answered snelheid", "answered richting",
                            "create h", "update h", "scored h", "progressed rit", "unlocked push",
                            "interacted push", "start sledge", "complete sledge",
                            "answered waarom"));
}

TEST(Xapi, AnswersHaveTheirResponseAndSuccess) {
    Played ride;
    const std::vector<Json> all = statementsOf(*ride.run);
    const Json& wrong = statement(all, "answered snelheid");
    EXPECT_EQ(wrong["result"]["success"], Json(false));
    EXPECT_EQ(wrong["result"]["response"].text(), "3");
    EXPECT_EQ(wrong["object"]["definition"]["interactionType"].text(), "numeric");
    const Json& right = statement(all, "answered snelheid", 1);
    EXPECT_EQ(right["result"]["success"], Json(true));
    EXPECT_EQ(right["result"]["response"].text(), "2");
    EXPECT_EQ(statement(all, "answered richting")["result"]["response"].text(), "1");
    EXPECT_EQ(statement(all, "answered richting")["object"]["definition"]["interactionType"].text(),
              "choice");
    const Json& open = statement(all, "answered waarom");
    EXPECT_EQ(open["result"]["response"].text(), "Harder duwen helpt");
    EXPECT_FALSE(open["result"].has("success")) << "nobody has judged it";
    EXPECT_EQ(statement(all, "update h")["result"]["response"].text(),
              "if[.]push[,]how[.]decreases[,]then[.]arrival");
}

TEST(Xapi, RunsHaveTheirSettingsAndOutcome) {
    Played ride;
    const std::vector<Json> all = statementsOf(*ride.run);
    const Json& ended = statement(all, "complete sledge")["result"]["extensions"];
    EXPECT_EQ(ended["urn:proeftuin:params"]["push"].number(), 6);
    EXPECT_GT(ended["urn:proeftuin:outputs"]["arrival"].number(), 0);
    EXPECT_EQ(
        statement(all, "interacted push")["result"]["extensions"]["urn:proeftuin:value"].number(),
        6);
    EXPECT_EQ(
        statement(all, "progressed rit")["result"]["extensions"]
                                        ["https://w3id.org/xapi/seriousgames/extensions/progress"]
                                            .number(),
        1);
}

// What a learning record store refuses a statement for.
TEST(Xapi, EveryStatementIsWhole) {
    Played ride;
    for (const Json& each : statementsOf(*ride.run, "klas3b-07")) {
        EXPECT_EQ(each["actor"]["objectType"].text(), "Agent");
        EXPECT_EQ(each["actor"]["account"]["name"].text(), "klas3b-07");
        EXPECT_NE(each["actor"]["account"]["homePage"].text(), "");
        EXPECT_THAT(each["verb"]["id"].text(), testing::MatchesRegex("https?://[a-z0-9./]+"));
        for (const char* language : {"nl", "en"})
            EXPECT_NE(each["verb"]["display"][language].text(), "") << each.write();
        EXPECT_EQ(each["object"]["objectType"].text(), "Activity");
        EXPECT_THAT(each["object"]["id"].text(),
                    testing::MatchesRegex("urn:proeftuin:[a-zA-Z0-9_:]+"));
        EXPECT_NE(each["object"]["definition"]["type"].text(), "");
        EXPECT_EQ(each["context"]["contextActivities"]["parent"][size_t{0}]["id"].text(),
                  "urn:proeftuin:lesson:ride");
        EXPECT_THAT(each["timestamp"].text(), HasSubstr("2026-03-31T08:"));
    }
}

TEST(Xapi, AnAccountIsANumberUnlessTheSchoolGivesOne) {
    Played ride;
    EXPECT_EQ(statementsOf(*ride.run)[0]["actor"]["account"]["name"].text(), "leerling");
    EXPECT_EQ(ride.act(deed("pupil", "number", 7)), "");
    EXPECT_EQ(statementsOf(*ride.run)[0]["actor"]["account"]["name"].text(), "leerling-7");
}

TEST(Xapi, TimestampsKnowTheCalendar) {
    const std::pair<double, const char*> moments[] = {
        {0, "1970-01-01T00:00:00Z"},
        {951'782'400, "2000-02-29T00:00:00Z"},
        {951'868'799, "2000-02-29T23:59:59Z"},
        {1'709'251'200, "2024-03-01T00:00:00Z"},
        {1'798'761'599.9, "2026-12-31T23:59:59Z"},
        {4'107'542'400, "2100-03-01T00:00:00Z"},
    };
    for (const auto& [wall, text] : moments) {
        Ride ride(lesson);
        ride.run->setClock([wall = wall] { return wall; });
        ride.answer("waarom", "Zomaar een zin");
        EXPECT_EQ(statementsOf(*ride.run).back()["timestamp"].text(), text);
    }
    for (double wall : {-1.0, 1e300, std::nan("")}) {
        Ride ride(lesson);
        ride.run->setClock([wall] { return wall; });
        ride.answer("waarom", "Zomaar een zin");
        EXPECT_FALSE(statementsOf(*ride.run).back().has("timestamp"));
    }
}

// ---------------------------------------------------------------------------- answers

const std::string varied = R"(setup:
  mass: {vary: [1 kg, 2 kg, 4 kg]}
  push: {start: 5 N, min: 1 N, max: 9 N}
steps:
  - step: vraag
    do:
      - number: versnelling
        ask: {nl: "Hoe groot?", en: "How large?"}
        answer: 8 N / mass
      - number: later
        ask: {nl: "Wanneer?", en: "When?"}
        answer: arrival
)";

Result<AnswerList> answersOf(const std::string& text, int pupils, const Words& words) {
    const auto scenario = lessonOf(text);
    const auto session = open(scenario->setup);
    return answerList(scenario, *session, pupils, words);
}

TEST(AnswerList, GivesEachPupilTheirNumbersAndTheAnswerToThem) {
    const Words words = Words::builtin(Language::nl);
    const auto list = answersOf(varied, 20, words);
    ASSERT_TRUE(list.ok()) << list.error().key;
    EXPECT_THAT(list.value().questions, ElementsAre("versnelling", "later"));
    ASSERT_EQ(list.value().rows.size(), 20u);
    std::set<std::string> masses;
    for (const AnswerList::Row& row : list.value().rows) {
        ASSERT_EQ(row.values.size(), 1u);
        ASSERT_EQ(row.answers.size(), 2u);
        masses.insert(row.values[0]);
        const std::string mass = row.values[0].substr(0, 1);
        const std::string expected = mass == "1" ? "0,00800" : mass == "2" ? "0,00400" : "0,00200";
        EXPECT_EQ(row.answers[0], expected + "\u202FN/g") << row.values[0];
        EXPECT_EQ(row.answers[1], "–") << "only an experiment can tell";
    }
    EXPECT_EQ(masses.size(), 3u);
    EXPECT_EQ(list.value().rows[19].pupil, 20);
}

// What a pupil sees who types that number.
TEST(AnswerList, IsWhatThePupilGets) {
    const auto scenario = lessonOf(varied);
    const Words words = Words::builtin(Language::en);
    const auto list = answersOf(varied, 5, words);
    ASSERT_TRUE(list.ok());
    for (const AnswerList::Row& row : list.value().rows) {
        Ride ride(scenario);
        EXPECT_EQ(ride.act(deed("pupil", "number", row.pupil)), "");
        EXPECT_EQ(ride.answer("versnelling", row.answers[0]), "");
        EXPECT_EQ(ride.check("versnelling"), "");
        EXPECT_TRUE(ride.done("versnelling")) << row.answers[0];
    }
}

TEST(AnswerList, SaysWhenThereIsNothingToList) {
    const Words words = Words::builtin(Language::nl);
    const auto none = answersOf(lesson, 5, words);
    ASSERT_FALSE(none.ok());
    EXPECT_EQ(none.error().key, "record.no_vary");
    for (int pupils : {0, -1, 10'000}) {
        const auto bad = answersOf(varied, pupils, words);
        ASSERT_FALSE(bad.ok());
        EXPECT_EQ(bad.error().key, "record.pupils");
    }
}

}  // namespace
}  // namespace pt
