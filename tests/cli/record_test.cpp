// labrun record and labrun answers.
#include <gmock/gmock.h>

#include "engine/lesson/lesson_run.h"
#include "engine/run/save.h"
#include "engine/script/script.h"
#include "tests/cli/harness.h"

namespace pt {
namespace {

using testing::HasSubstr;
using RecordCommand = CliTest;
using AnswersCommand = CliTest;

const char* const lesson = R"(lab: 1
id: eigen_getallen
title: {nl: Eigen getallen, en: Numbers of your own}
sim: spaghetti-bridge
setup:
  span: {vary: [40 cm, 60 cm]}
  height: {start: 8 cm, min: 3 cm, max: 20 cm}
steps:
  - step: vraag
    title: {nl: Vraag, en: Question}
    do:
      - number: half
        ask: {nl: "Hoever is het midden?", en: "How far is the middle?"}
        answer: span / 2
        not_yet: {nl: Deel door twee., en: Divide by two.}
)";

// Work of a pupil who answered wrong and then right.
std::string work(bool withLesson = true) {
    ScenarioRead read = readLesson(lesson, "les.lab.yaml");
    EXPECT_TRUE(read.ok());
    read.scenario.setup.source = lesson;
    const auto scenario = std::make_shared<const Scenario>(std::move(read.scenario));
    auto session = Session::open(scenario->setup);
    if (!session) return "";
    if (!withLesson) return SaveFile::write(*session.value());
    LessonRun run(scenario, *session.value());
    for (const char* typed : {"3 cm", "20 cm"}) {
        const Json answer = Json::object().set("do", "answer").set("item", "half");
        EXPECT_TRUE(run.act(Json(answer).set("value", typed)).ok());
        EXPECT_TRUE(run.act(Json::object().set("do", "check").set("item", "half")).ok());
    }
    return SaveFile::write(*session.value());
}

TEST_F(RecordCommand, WritesTheLinesOfTheWork) {
    const Ran ran = labrun({"record", file("werk.proeftuin", work())});
    EXPECT_EQ(ran.code, 0) << ran.err;
    EXPECT_THAT(ran.out, HasSubstr("\"lesson\":\"eigen_getallen\""));
    EXPECT_THAT(ran.out, HasSubstr("\"what\":\"answer\",\"about\":\"half\",\"facts\":\"3 cm\""));
    EXPECT_THAT(ran.out, HasSubstr("\"ok\":true"));
}

TEST_F(RecordCommand, SaysItInWordsAndAsStatements) {
    const std::string name = file("werk.proeftuin", work());
    const Ran words = labrun({"record", name, "--as", "summary", "--lang", "en"});
    EXPECT_EQ(words.code, 0) << words.err;
    EXPECT_THAT(words.out, HasSubstr("You did the whole lesson.\n"));
    const Ran xapi =
        labrun({"record", name, "--as=xapi", "--actor=klas3-07", "--out", path("werk.json")});
    EXPECT_EQ(xapi.code, 0) << xapi.err;
    const auto statements = Json::parse(read(path("werk.json")));
    ASSERT_TRUE(statements.ok());
    EXPECT_GE(statements.value().items().size(), 4u);
    EXPECT_EQ(statements.value()[size_t{0}]["actor"]["account"]["name"].text(), "klas3-07");
}

TEST_F(RecordCommand, TakesTheLessonThatIsNamed) {
    const Ran ran = labrun({"record", file("werk.proeftuin", work()), file("les.lab.yaml", lesson),
                            "--as", "summary"});
    EXPECT_EQ(ran.code, 0) << ran.err;
    EXPECT_THAT(ran.out, HasSubstr("Je hebt de hele les gedaan."));
}

TEST_F(RecordCommand, SaysWhatIsWrong) {
    const Ran none = labrun({"record", file("leeg.proeftuin", work(false))});
    EXPECT_EQ(none.code, 1);
    EXPECT_THAT(none.err, HasSubstr("In dit werk is geen les gevolgd."));
    EXPECT_EQ(labrun({"record", path("weg.proeftuin")}).code, 4);
    EXPECT_EQ(labrun({"record", file("stuk.proeftuin", "{")}).code, 1);
    const Ran form = labrun({"record", file("werk.proeftuin", work()), "--as", "pdf"});
    EXPECT_EQ(form.code, 2);
    EXPECT_THAT(form.err, HasSubstr("pdf"));
}

TEST_F(AnswersCommand, ListsEachPupilsNumbersAndAnswers) {
    const std::string name = file("les.lab.yaml", lesson);
    const Json json = labrun({"answers", name, "--pupils", "12", "--json"}).json();
    ASSERT_EQ(json["rows"].items().size(), 12u);
    EXPECT_EQ(json["questions"][size_t{0}].text(), "half");
    for (const Json& row : json["rows"].items()) {
        const std::string& span = row["values"][size_t{0}].text();
        const std::string& half = row["answers"][size_t{0}].text();
        EXPECT_EQ(half.substr(0, 2), span.substr(0, 2) == "40" ? "20" : "30") << span;
    }
    const Ran table = labrun({"answers", name, "--csv", path("lijst.csv"), "--csv-style=dutch"});
    EXPECT_EQ(table.code, 0) << table.err;
    EXPECT_THAT(table.out, HasSubstr("LEERLING"));
    const std::string csv = read(path("lijst.csv"));
    EXPECT_EQ(std::count(csv.begin(), csv.end(), '\n'), 31) << "a head and thirty pupils";
}

TEST_F(AnswersCommand, SaysWhatIsWrong) {
    const Ran none = labrun({"answers", bridge()});
    EXPECT_EQ(none.code, 1);
    EXPECT_THAT(none.err, HasSubstr("vary"));
    EXPECT_EQ(labrun({"answers", file("les.lab.yaml", lesson), "--pupils", "0"}).code, 2);
    EXPECT_EQ(labrun({"answers", file("les.lab.yaml", lesson), "--pupils", "10000"}).code, 2);
}

}  // namespace
}  // namespace pt
