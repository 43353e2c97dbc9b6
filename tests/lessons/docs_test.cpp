// The lessons in docs/first-lesson.md and docs/cookbook.md: each is read, and walked by a pupil who
// does it right and by one who errs.
#include <fstream>
#include <gmock/gmock.h>
#include <iterator>
#include <set>

#include "engine/core/assets.h"
#include "tests/lessons/walk.h"

namespace pt {
namespace {

// The blocks of a page that begin with ```<mark>.
std::vector<std::string> blocks(const char* page, const std::string& mark) {
    std::ifstream in(std::string(PROEFTUIN_ROOT "/docs/") + page);
    EXPECT_TRUE(in.good()) << page;
    std::vector<std::string> found;
    bool inside = false;
    for (std::string line; std::getline(in, line);) {
        if (!inside && line == "```" + mark) {
            found.emplace_back();
            inside = true;
        } else if (line == "```") {
            inside = false;
        } else if (inside) {
            found.back() += line + '\n';
        }
    }
    return found;
}

void expectWalks(const std::string& lesson, const Json& deeds) {
    SCOPED_TRACE(lesson);
    for (const PupilStyle style : {PupilStyle::right, PupilStyle::wrong}) {
        OpenLesson open(lesson, "recept.lab.yaml");
        ASSERT_NE(open.run, nullptr);
        const PupilWalk walk = open.walked(style, deeds);
        EXPECT_THAT(walk.stuck, testing::IsEmpty()) << testing::PrintToString(walk.told);
        EXPECT_EQ(walk.path.size(), open.run->steps().size());
        if (!open.run->steps().empty()) {
            EXPECT_EQ(open.run->progress(), 1);
        }
        EXPECT_THAT(open.run->scriptErrors(), testing::IsEmpty());
        for (const std::string& told : walk.told) EXPECT_FALSE(told.ends_with(": ")) << told;
    }
}

TEST(FirstLesson, EveryStageOfItIsALesson) {
    const std::vector<std::string> stages = blocks("first-lesson.md", "yaml");
    ASSERT_EQ(stages.size(), 4u);
    for (const std::string& stage : stages) expectWalks(stage, Json::object());
}

TEST(Cookbook, EveryRecipeIsRun) {
    const std::vector<std::string> head = blocks("cookbook.md", "yaml head");
    const std::vector<std::string> recipes = blocks("cookbook.md", "yaml recipe");
    ASSERT_EQ(head.size(), 1u);
    ASSERT_EQ(recipes.size(), 20u);
    const Json deeds = deedsFor("cookbook");
    for (const std::string& recipe : recipes) expectWalks(head[0] + recipe, deeds);
}

// What a recipe promises in words.
TEST(Cookbook, EachPupilGetsOwnNumbers) {
    const std::string lesson =
        blocks("cookbook.md", "yaml head")[0] + blocks("cookbook.md", "yaml recipe")[18];
    std::set<double> spans;
    for (int pupil = 1; pupil <= 12; ++pupil) {
        OpenLesson open(lesson, "recept.lab.yaml");
        ASSERT_TRUE(open.act(Json::object().set("do", "pupil").set("number", pupil)).ok());
        spans.insert(open.run->values().number("span"));
    }
    EXPECT_EQ(spans.size(), 3u);
}

// The page that tells teachers of the shipped lessons knows each of them, and how long it takes.
TEST(LessonsPage, TellsHowLongEachLessonTakes) {
    std::ifstream in(PROEFTUIN_ROOT "/docs/lessen.md");
    const std::string page{std::istreambuf_iterator<char>(in), {}};
    int told = 0;
    for (const Asset& asset : assets()) {
        if (!asset.path.ends_with(".lab.yaml")) continue;
        const ScenarioRead read = readLesson(asset.bytes, asset.path);
        if (!read.ok() || read.scenario.lesson.steps.empty()) continue;
        const std::string row =
            "`" + read.scenario.id + "` | " + std::to_string(read.scenario.about.minutes) + " | ";
        EXPECT_THAT(page, testing::HasSubstr(row)) << asset.path;
        ++told;
    }
    EXPECT_EQ(told, 8);
}

}  // namespace
}  // namespace pt
