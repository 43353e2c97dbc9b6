// labrun replay of work that was done in a lesson.
#include <gmock/gmock.h>

#include "engine/lesson/lesson_run.h"
#include "engine/run/save.h"
#include "engine/script/script.h"
#include "tests/cli/harness.h"

namespace pt {
namespace {

using testing::HasSubstr;

const char* const lesson = R"(lab: 1
id: eigen_getallen
title: {nl: Eigen getallen, en: Numbers of your own}
sim: spaghetti-bridge
setup:
  span: {vary: [40 cm, 60 cm]}
script: script.lua
steps:
  - step: vraag
    title: {nl: Vraag, en: Question}
    do:
      - number: half
        ask: {nl: "Hoever is het midden?", en: "How far is the middle?"}
        answer: span / 2
        not_yet: {nl: Deel door twee., en: Divide by two.}
        hints: [{nl: Deel., en: Divide.}]
)";
const char* const script = R"(spawn(function()
    wait(0.2)
    set("load_rate", 7, "N/s")
end)
)";

class CliReplay : public CliTest {
protected:
    // Work of a pupil in a lesson of a folder, which is thrown away then.
    std::string work() const {
        const std::filesystem::path folder = folder_ / "les";
        std::filesystem::create_directories(folder);
        file("les/lesson.lab.yaml", lesson);
        file("les/script.lua", script);
        auto bundle = readBundle(folder.string());
        EXPECT_TRUE(bundle.ok());
        std::filesystem::remove_all(folder);
        if (!bundle) return "";
        ScenarioRead read = readLesson(std::make_shared<const Bundle>(std::move(bundle.value())));
        EXPECT_TRUE(read.ok()) << read.errors.front().key;
        const auto scenario = std::make_shared<const Scenario>(std::move(read.scenario));
        const auto session = std::move(Session::open(scenario->setup).value());
        LessonRun run(scenario, *session, startScript);
        const auto half = [](const char* what) {
            return Json::object().set("do", what).set("item", "half");
        };
        EXPECT_TRUE(run.act(half("hint")).ok());
        for (const char* typed : {"3 cm", "20 cm"}) {
            EXPECT_TRUE(session->runToEnd(40).ok());
            EXPECT_TRUE(run.act(half("answer").set("value", typed)).ok());
            EXPECT_TRUE(run.act(half("check")).ok());
        }
        EXPECT_EQ(*session->schema().findParam("load_rate")->value, 7) << "the script took part";
        return SaveFile::write(*session);
    }
};

TEST_F(CliReplay, ProvesWhatThePupilDidInTheLesson) {
    const std::string name = file("werk.proeftuin", work());
    const Ran ran = labrun({"replay", name, "--json"});
    EXPECT_EQ(ran.code, 0) << ran.err;
    const Json json = ran.json();
    EXPECT_TRUE(json["same"].boolean());
    EXPECT_EQ(json["steps"].number(), 80);
    const Json& told = json["lesson"];
    EXPECT_EQ(told["id"].text(), "eigen_getallen");
    EXPECT_TRUE(told["same"].boolean());
    EXPECT_EQ(told["found"].text().size(), 16u);
    EXPECT_EQ(told["found"].text(), told["expected"].text());
    ASSERT_EQ(told["items"].items().size(), 1u);
    EXPECT_EQ(told["items"][size_t{0}].write(),
              R"({"item":"half","verdict":"ok","done":true,"tries":2,"hints":1})");
    const Ran dutch = labrun({"replay", name});
    EXPECT_THAT(dutch.out, HasSubstr("Ook de les 'eigen_getallen'"));
    EXPECT_THAT(dutch.out, HasSubstr("in orde"));
    const Ran english = labrun({"replay", name, "--lang", "en"});
    EXPECT_THAT(english.out, HasSubstr("comes out the same too"));
    EXPECT_THAT(english.out, HasSubstr("fine"));
}

TEST_F(CliReplay, NoticesAVerdictThatWasWrittenInTheFile) {
    std::string bytes = work();
    bytes = bytes.substr(0, bytes.rfind(",\n\"check\"")) + "}\n";
    const std::string tries = "\"tries\":2";
    const size_t at = bytes.find(tries, bytes.find("\n\"lesson\""));
    ASSERT_NE(at, std::string::npos);
    bytes.replace(at, tries.size(), "\"tries\":1");
    const std::string sly = file("knap.proeftuin", bytes);
    const Ran ran = labrun({"replay", sly, "--json"});
    EXPECT_EQ(ran.code, 3) << ran.err;
    EXPECT_TRUE(ran.json()["same"].boolean()) << "in the lab nothing was forged";
    EXPECT_FALSE(ran.json()["lesson"]["same"].boolean(true));
    EXPECT_EQ(ran.json()["lesson"]["items"][size_t{0}]["tries"].number(), 2) << "what was done";
    EXPECT_THAT(labrun({"replay", sly}).out, HasSubstr("komt anders uit"));
}

TEST_F(CliReplay, TakesTheLessonThatIsNamed) {
    const std::string name = file("werk.proeftuin", work());
    std::string other(lesson);
    other.replace(other.find("script: script.lua\n"), 19, "");
    EXPECT_EQ(labrun({"replay", name, file("les.lab.yaml", other)}).code, 3)
        << "without its script the lesson does not come to the same";
    EXPECT_EQ(labrun({"replay", name, path("weg.lab.yaml")}).code, 4);
    const Ran wrong = labrun({"replay", name, file("fout.lab.yaml", "lab: 1\n")});
    EXPECT_EQ(wrong.code, 1);
    EXPECT_THAT(wrong.err, HasSubstr("fout.lab.yaml"));
}

TEST_F(CliReplay, WithoutALessonTheLabAloneIsCompared) {
    const std::string save = path("werk.proeftuin");
    ASSERT_EQ(labrun({"run", bridge(), "--save", save}).code, 0);
    const Ran ran = labrun({"replay", save, "--json"});
    EXPECT_EQ(ran.code, 0) << ran.err;
    EXPECT_FALSE(ran.json().has("lesson"));
}

}  // namespace
}  // namespace pt
