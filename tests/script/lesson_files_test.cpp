// Saved work keeps its whole lesson: what lay beside the text in a folder or
// zip too.
#include <fstream>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/core/base64.h"
#include "engine/lesson/lesson_replay.h"
#include "engine/run/save.h"
#include "engine/script/script.h"

namespace pt {
namespace {

using testing::ElementsAre;
using testing::SizeIs;

constexpr std::string_view text = R"(lab: 1
id: map
title: {nl: Een map}
sim: spaghetti-bridge
about: {languages: [nl, en]}
script: script.lua
steps:
  - step: een
    do:
      - {show: foto, file: fotos/brug.png, alt.nl: Een brug}
      - {open: vraag, ask.nl: Waarom, rubric.nl: [Omdat]}
)";

std::string png(uint8_t width, uint8_t height) {
    std::string bytes("\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\0w\0\0\0h\x08\2\0\0\0", 29);
    bytes[19] = static_cast<char>(width);
    bytes[23] = static_cast<char>(height);
    return bytes;
}

std::shared_ptr<const Bundle> folder() {
    auto bundle = std::make_shared<Bundle>();
    bundle->name = "map";
    const std::pair<const char*, std::string> files[] = {
        {"lesson.lab.yaml", std::string(text)},
        {"script.lua", "on('answer', 'vraag', function() memory.n = 1 say('Dank je') end)\n"},
        {"fotos/brug.png", png(40, 30)},
        {"i18n/en.yaml", "title: A folder\neen.foto.alt: A bridge\neen.vraag:\n  "
                         "ask: Why\n  rubric.1: Because\n"},
    };
    for (const auto& [path, bytes] : files) EXPECT_TRUE(addToBundle(*bundle, path, bytes).ok());
    EXPECT_TRUE(finishBundle(*bundle).ok());
    return bundle;
}

std::string firstOf(const std::vector<Error>& errors) {
    return errors.empty() ? "" : errors.front().where + " " + errors.front().key;
}

// Work in the lesson of the folder, as its save file has it.
std::string work() {
    ScenarioRead read = readLesson(folder());
    EXPECT_TRUE(read.ok()) << firstOf(read.errors);
    const auto scenario = std::make_shared<const Scenario>(std::move(read.scenario));
    const auto session = std::move(Session::open(scenario->setup).value());
    LessonRun run(scenario, *session, startScript);
    const Json answer = Json::object().set("do", "answer").set("item", "vraag");
    EXPECT_TRUE(run.act(Json(answer).set("value", "daarom")).ok());
    EXPECT_TRUE(run.act(Json::object().set("do", "check").set("item", "vraag")).ok());
    EXPECT_TRUE(session->runToEnd(30).ok());
    return SaveFile::write(*session);
}

// The same with other files, as somebody could have written it.
ScenarioRead with(const SetupFiles& files) {
    Setup setup;
    setup.source = text;
    setup.files = std::make_shared<const SetupFiles>(files);
    return readLesson(setup);
}

void expectWhole(const Session& session) {
    const ScenarioRead read = readLesson(session.setup());
    ASSERT_TRUE(read.ok()) << firstOf(read.errors);
    EXPECT_THAT(read.warnings, SizeIs(0)) << firstOf(read.warnings);
    const Scenario& scenario = read.scenario;
    EXPECT_EQ(scenario.title, (Text{"Een map", "A folder"}));
    ASSERT_TRUE(scenario.bundle && scenario.lesson.script);
    EXPECT_EQ(scenario.bundle->files, folder()->files);
    EXPECT_EQ(scenario.lesson.script->name, "script.lua");
    EXPECT_EQ(scenario.lesson.findItem("vraag")->ask.en, "Why");
}

TEST(LessonFiles, AreInTheSavedWork) {
    const std::string bytes = work();
    EXPECT_NE(bytes.find("\n\"fotos/brug.png\":\"" + base64(png(40, 30)) + "\""), std::string::npos)
        << "a line each";
    const auto opened = SaveFile::open(bytes);
    ASSERT_TRUE(opened.ok()) << opened.error().key;
    EXPECT_TRUE(SaveFile::write(*opened.value()) == bytes);
    expectWhole(*opened.value());
    ScenarioRead read = readLesson(opened.value()->setup());
    const auto scenario = std::make_shared<const Scenario>(std::move(read.scenario));
    const auto replay = replayLesson(*opened.value(), scenario, startScript);
    ASSERT_TRUE(replay.ok());
    EXPECT_TRUE(replay.value().same);
    const LessonRun run(scenario, *opened.value(), startScript);
    EXPECT_EQ(run.item("vraag").answer.text(), "daarom");
    ASSERT_THAT(run.said(), SizeIs(1));
    EXPECT_EQ(run.said()[0].plain, "Dank je");
}

TEST(LessonFiles, OfALessonOfOneFileThereAreNone) {
    const std::string one(R"(lab: 1
id: los
title: Los
sim: spaghetti-bridge
)");
    ScenarioRead read = readLesson(one, "los.lab.yaml");
    ASSERT_TRUE(read.ok());
    EXPECT_EQ(read.scenario.setup.files, nullptr);
    const auto session = std::move(Session::open(read.scenario.setup).value());
    const std::string bytes = SaveFile::write(*session);
    EXPECT_EQ(bytes.find("\"files\""), std::string::npos);
    EXPECT_TRUE(readLesson(SaveFile::open(bytes).value()->setup()).ok());
}

// A save file may come from anywhere: its files are held to what a zip is.
TEST(LessonFiles, AreHeldToTheLimits) {
    const SetupFiles good = folder()->files;
    EXPECT_EQ(firstOf(with(good).errors), "");
    SetupFiles files = good;
    files["fotos/brug.png"] = "GIF89a";
    EXPECT_EQ(firstOf(with(files).errors), "lesson.lab.yaml bundle.picture");
    files["fotos/brug.png"] = png(40, 30).replace(18, 1, "\x7F");
    EXPECT_EQ(firstOf(with(files).errors), "lesson.lab.yaml bundle.picture_too_big");
    files = good;
    files["../../buiten.csv"] = "1";
    files["C:\\buiten.csv"] = "1";
    const ScenarioRead outside = with(files);
    EXPECT_EQ(firstOf(outside.errors), "");
    EXPECT_EQ(outside.scenario.bundle->files, good);
    files = good;
    for (size_t i = 0; i < maxBundleFiles; ++i) files["x" + std::to_string(i) + ".csv"] = "1";
    EXPECT_EQ(firstOf(with(files).errors), "lesson.lab.yaml bundle.too_many_files");
    files = good;
    files["groot.csv"] = std::string(maxBundleFile + 1, '1');
    EXPECT_EQ(firstOf(with(files).errors), "lesson.lab.yaml bundle.file_too_big");
    files = good;
    files["lesson.lab.yaml"] = "lab: 1\n";
    EXPECT_EQ(with(files).scenario.id, "map") << "the text is that of the setup";
    files = good;
    files.erase("script.lua");
    EXPECT_EQ(firstOf(with(files).errors), "lesson.lab.yaml:6:9 scenario.no_file_none");
}

std::string fixture(const std::string& name) {
    std::ifstream in(std::string(PROEFTUIN_ROOT) + "/tests/script/data/" + name, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

// Written when lessons were new and never to be changed: every later program
// has to open it.
TEST(LessonFiles, TheWorkOfVersion1StaysReadable) {
    for (const char* name : {"lesson-folder-1.proeftuin", "lesson-1.proeftuin"}) {
        auto opened = SaveFile::open(fixture(name));
        ASSERT_TRUE(opened.ok()) << name << opened.error().key;
        ScenarioRead read = readLesson(opened.value()->setup());
        ASSERT_TRUE(read.ok()) << name << firstOf(read.errors);
        const auto scenario = std::make_shared<const Scenario>(std::move(read.scenario));
        const LessonRun run(scenario, *opened.value(), startScript);
        if (std::string_view(name) == "lesson-folder-1.proeftuin") {
            expectWhole(*opened.value());
            EXPECT_EQ(opened.value()->step(), 30);
            EXPECT_EQ(run.item("vraag").answer.text(), "daarom");
            continue;
        }
        EXPECT_EQ(run.step()->id, "twee");
        EXPECT_EQ(run.level(), "plus");
        EXPECT_EQ(run.pupil(), 4);
        EXPECT_TRUE(run.item("half").done);
        EXPECT_EQ(run.item("half").tries, 2);
        EXPECT_EQ(run.item("half").hints, 1);
        EXPECT_EQ(run.item("gok").answer["value"].text(), "30 N");
        ASSERT_THAT(run.rows("tabel"), SizeIs(2));
        EXPECT_GT(run.rows("tabel")[1].cells.at("load"), 0);
        EXPECT_EQ(opened.value()->journal().front().command.args["do"].text(), "begin");
    }
}

}  // namespace
}  // namespace pt
