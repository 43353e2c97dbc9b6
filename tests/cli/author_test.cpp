// labrun for who writes lessons: check in its forms, new, upgrade, extract, schema --lesson.
#include <regex>

#include "engine/core/json.h"
#include "engine/model/model.h"
#include "tests/cli/harness.h"

namespace pt {
namespace {

class CliAuthor : public CliTest {
protected:
    static bool has(const std::string& text, const std::string& part) {
        return text.find(part) != std::string::npos;
    }
    std::string lessonIn(const std::string& folder, const std::string& bytes) {
        std::filesystem::create_directories(folder_ / folder);
        file(folder + "/lesson.lab.yaml", bytes);
        return path(folder);
    }
};

TEST_F(CliAuthor, ANewLessonOfEveryLabIsRightAndRuns) {
    for (const LabEntry& lab : labs()) {
        for (const char* lang : {"nl", "en"}) {
            const std::string folder = path(std::string(lab.id) + lang);
            const Ran made = labrun({"new", std::string(lab.id), folder, "--lang", lang});
            ASSERT_EQ(made.code, 0) << made.err;
            const Ran checked = labrun({"check", folder, "--lang", lang});
            EXPECT_EQ(checked.code, 0) << checked.err;
            EXPECT_EQ(checked.err, "") << "a starter without remarks";
            EXPECT_EQ(labrun({"hash", folder, "--steps", "3"}).code, 0);
        }
    }
}

TEST_F(CliAuthor, ANewLessonBringsWhatAnEditorWants) {
    const std::string folder = path("les");
    ASSERT_EQ(labrun({"new", "spaghetti-bridge", folder, "--lang", "nl"}).code, 0);
    for (const char* name : {"settings.json", "extensions.json", "tasks.json",
                             "lesson.code-snippets", "lab-1.schema.json"}) {
        const std::string bytes = read(path("les/.vscode/" + std::string(name)));
        EXPECT_TRUE(Json::parse(bytes).ok()) << name;
    }
    EXPECT_TRUE(has(read(path("les/.vscode/lab-api.lua")), "---@meta"));
    EXPECT_EQ(read(path("les/.vscode/lab-1.schema.json")),
              labrun({"schema", "--lesson", "--lang", "nl"}).out);
    const Ran again = labrun({"new", "spaghetti-bridge", folder, "--lang", "nl"});
    EXPECT_EQ(again.code, 1) << "what is there is not written over";
    EXPECT_EQ(labrun({"new", "spagetti-bridge"}).code, 2);
}

// The task's own pattern must find the place in what `check` writes.
TEST_F(CliAuthor, TheEditorFindsEveryRemark) {
    ASSERT_EQ(labrun({"new", "spaghetti-bridge", path("les")}).code, 0);
    const Json tasks = Json::parse(read(path("les/.vscode/tasks.json"))).value();
    const Json& matcher = tasks["tasks"][size_t{0}]["problemMatcher"]["pattern"];
    const std::regex pattern(matcher["regexp"].text());
    const std::string folder = lessonIn(
        "stuk",
        "lab: 1\nid: les\ntitle.nl: Brug\nsim: spaghetti-bridge\nhight: 3\nsetup:\n  span: 5 kg\n");
    file("stuk/film.mp4", "x");
    const Ran ran = labrun({"check", folder, "--format", "gnu"});
    EXPECT_EQ(ran.code, 1);
    EXPECT_EQ(ran.err, "");
    std::vector<std::string> found;
    std::istringstream lines(ran.out);
    for (std::string line; std::getline(lines, line);) {
        std::smatch match;
        ASSERT_TRUE(std::regex_match(line, match, pattern)) << line;
        found.push_back(match[1].str() + " " + match[2].str() + " " + match[4].str());
    }
    const std::string lesson = folder + "/lesson.lab.yaml";
    EXPECT_EQ(found, (std::vector<std::string>{lesson + " 5 error", lesson + " 7 error",
                                               "stuk 1 warning", lesson + " 3 warning"}));
}

TEST_F(CliAuthor, AFolderAZipAndAFileGiveTheSameAnswers) {
    const std::string folder = lessonIn("les", fastBridge);
    const std::string one = labrun({"hash", file("testbrug.lab.yaml", fastBridge)}).out;
    EXPECT_EQ(labrun({"hash", folder}).out, one);
    EXPECT_EQ(labrun({"hash", folder + "/lesson.lab.yaml"}).out, one);
    // A stored entry named lesson.lab.yaml, as tests/scenario/zip_test.cpp takes apart.
    const Ran damaged = labrun({"check", file("les.zip", "PK\3\4 and no more"), "--lang", "nl"});
    EXPECT_EQ(damaged.code, 1);
    EXPECT_TRUE(has(damaged.err, "les.zip: Dit zip-bestand is beschadigd")) << damaged.err;
    const Ran zip = labrun(
        {"check", PROEFTUIN_ROOT "/tests/scenario/zips/deflated.zip", "--lang", "nl", "--json"});
    EXPECT_EQ(zip.code, 0) << zip.out;
}

TEST_F(CliAuthor, ALanguageCanBeDemanded) {
    const std::string both =
        "lab: 1\nid: les\ntitle: {nl: Brug, en: Bridge}\nabout: {languages: [nl, en]}\n"
        "sim: spaghetti-bridge\n";
    EXPECT_EQ(labrun({"check", file("b.lab.yaml", both), "--lang", "en"}).code, 0);
    std::string half = both;
    half.replace(half.find(", en: Bridge"), 12, "");
    const std::string name = file("h.lab.yaml", half);
    EXPECT_EQ(labrun({"check", name}).code, 0) << "only a warning";
    EXPECT_EQ(labrun({"check", name, "--lang", "nl"}).code, 0);
    const Ran english = labrun({"check", name, "--lang", "en"});
    EXPECT_EQ(english.code, 1);
    EXPECT_TRUE(has(english.err, "'title.en' is missing")) << english.err;
    const std::string dutch = "lab: 1\nid: les\ntitle: Brug\nsim: spaghetti-bridge\n";
    EXPECT_EQ(labrun({"check", file("d.lab.yaml", dutch), "--lang", "nl"}).code, 0);
    EXPECT_EQ(labrun({"check", file("d.lab.yaml", dutch), "--lang", "en"}).code, 1);
}

TEST_F(CliAuthor, UpgradeLeavesANewLessonAlone) {
    const std::string name = bridge();
    const std::string before = read(name);
    const Ran ran = labrun({"upgrade", name, "--lang", "nl"});
    EXPECT_EQ(ran.code, 0);
    EXPECT_TRUE(has(ran.out, "al versie 1")) << ran.out;
    EXPECT_EQ(read(name), before);
    EXPECT_EQ(labrun({"upgrade", lessonIn("les", fastBridge)}).code, 0);
    const Ran newer = labrun({"upgrade", file("n.lab.yaml", "lab: 2\nid: x\n"), "--lang", "en"});
    EXPECT_EQ(newer.code, 1);
    EXPECT_TRUE(has(newer.err, "n.lab.yaml:1:6")) << newer.err;
    EXPECT_EQ(labrun({"upgrade", PROEFTUIN_ROOT "/tests/scenario/zips/folder.zip"}).code, 1);
    EXPECT_EQ(labrun({"upgrade", path("nergens")}).code, 4);
}

TEST_F(CliAuthor, ExtractGivesTheTextsOfALesson) {
    const Ran ran = labrun({"extract", bridge(), "en", "--lang", "en"});
    EXPECT_EQ(ran.code, 0) << ran.err;
    EXPECT_TRUE(has(ran.out, "# Testbrug\ntitle: \"Test bridge\"\n")) << ran.out;
    EXPECT_EQ(labrun({"extract", bridge(), "xx"}).code, 2);
    EXPECT_EQ(labrun({"extract", file("x.lab.yaml", "lab: 1\n"), "en"}).code, 1);
}

}  // namespace
}  // namespace pt
