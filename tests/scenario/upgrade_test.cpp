// Bringing a lesson to a newer version of the format changes what it must and nothing else.
#include <gtest/gtest.h>

#include "engine/core/assets.h"
#include "engine/scenario/extract.h"
#include "engine/scenario/lesson_texts.h"
#include "engine/scenario/upgrade.h"

namespace pt::scenario {
namespace {

// As if version 2 called `title` "name" and gave each step a `label` instead of a `title`, and
// version 3 wrote `seed` as a text. No lesson has these versions.
const Migration renames{1, [](const Node& root) {
                            std::vector<Edit> edits;
                            const auto rename = [&](const Entry* entry, const char* name) {
                                if (!entry) return;
                                Place end = entry->place;
                                end.column += static_cast<int>(entry->key.size());
                                edits.push_back({entry->place, end, name});
                            };
                            rename(root.find("title"), "name");
                            if (const Entry* steps = root.find("steps")) {
                                for (const Node& step : steps->value.items)
                                    rename(step.find("title"), "label");
                            }
                            return edits;
                        }};
const Migration quotes{
    2, [](const Node& root) {
        std::vector<Edit> edits;
        if (const Entry* seed = root.find("seed"))
            edits.push_back({seed->value.place, seed->value.end, "'" + seed->value.text + "'"});
        return edits;
    }};
const Migration chain[] = {renames, quotes};

constexpr std::string_view old = "# Mijn les: vóór het examen\r\n"
                                 "lab:   1     # versie\r\n"
                                 "id: les\r\n"
                                 "title: Les   # de titel\r\n"
                                 "seed: 12   # toeval\r\n"
                                 "\r\n"
                                 "steps:\r\n"
                                 "  # de eerste stap\r\n"
                                 "  - {step: één, title: 'Titel', do: []}\r\n"
                                 "  - step: twee\r\n"
                                 "    title: Tweede  # nog een\r\n";

TEST(Upgrade, ChangesWhatItMustAndKeepsEveryComment) {
    const auto upgraded = upgradeLesson(old, "les.lab.yaml", chain, 3, lessonTable());
    ASSERT_TRUE(upgraded) << upgraded.error().key;
    EXPECT_TRUE(upgraded.value().changed);
    EXPECT_EQ(upgraded.value().from, 1);
    EXPECT_EQ(upgraded.value().to, 3);
    EXPECT_EQ(upgraded.value().text, "# Mijn les: vóór het examen\r\n"
                                     "lab:   3     # versie\r\n"
                                     "id: les\r\n"
                                     "name: Les   # de titel\r\n"
                                     "seed: '12'   # toeval\r\n"
                                     "\r\n"
                                     "steps:\r\n"
                                     "  # de eerste stap\r\n"
                                     "  - {step: één, label: 'Titel', do: []}\r\n"
                                     "  - step: twee\r\n"
                                     "    label: Tweede  # nog een\r\n");
}

TEST(Upgrade, AChainBeginsWhereTheLessonStands) {
    const auto second = upgradeLesson("lab: 2\nseed: 5\n", "x", chain, 3, lessonTable());
    ASSERT_TRUE(second);
    EXPECT_EQ(second.value().text, "lab: 3\nseed: '5'\n");
    const auto newest = upgradeLesson("lab: 3\nseed: 5\n", "x", chain, 3, lessonTable());
    ASSERT_TRUE(newest);
    EXPECT_FALSE(newest.value().changed);
}

TEST(Upgrade, AVersionThatItDoesNotKnowIsAnErrorAtItsPlace) {
    for (const char* text : {"id: x\nlab: 4\n", "id: x\nlab: twee\n", "id: x\nlab: 0\n"}) {
        const auto upgraded = upgradeLesson(text, "x.lab.yaml", chain, 3, lessonTable());
        ASSERT_FALSE(upgraded) << text;
        EXPECT_EQ(upgraded.error().key, "scenario.version");
        EXPECT_EQ(upgraded.error().where, "x.lab.yaml:2:6");
    }
    EXPECT_EQ(upgradeLesson("id: x\n", "x.lab.yaml").error().key, "scenario.missing");
    EXPECT_EQ(upgradeLesson("- a\n", "x.lab.yaml").error().key, "scenario.no_lesson");
    EXPECT_EQ(upgradeLesson("", "x.lab.yaml").error().key, "scenario.empty");
    EXPECT_EQ(upgradeLesson("lab: 1\n\tid: x\n", "x.lab.yaml").error().where, "x.lab.yaml:2:1");
}

// A format in which some keys came later.
constexpr Key laterStepKeys[] = {{"step", Kind::id},
                                 {"speed", Kind::line, Need::optional, nullptr, {}, {}, 1, 4}};
constexpr Table laterStep{"step", laterStepKeys};
constexpr Key laterKeys[] = {
    {"lab", Kind::version},
    {"needs", Kind::minor},
    {"id", Kind::id},
    {"title", Kind::text, Need::optional, nullptr, {}, {}, 1, 2},
    {"steps", Kind::list, Need::optional, &laterStep},
};
constexpr Table later{"lesson", laterKeys};

std::string withNeeds(std::string_view text) {
    const auto upgraded = upgradeLesson(text, "x", {}, 1, later);
    return upgraded ? upgraded.value().text : upgraded.error().key;
}

TEST(Upgrade, WritesTheLowestMinorVersionThatKnowsEveryKey) {
    EXPECT_EQ(withNeeds("lab: 1 # v\nid: x\n"), "lab: 1 # v\nid: x\n");
    EXPECT_EQ(withNeeds("lab: 1 # v\ntitle.nl: x\n"), "lab: 1 # v\nneeds: 1.2\ntitle.nl: x\n");
    EXPECT_EQ(withNeeds("lab: 1\r\ntitle: x\r\n"), "lab: 1\r\nneeds: 1.2\r\ntitle: x\r\n");
    EXPECT_EQ(withNeeds("lab: 1\nneeds: 1.3  # van mij\nsteps:\n  - {step: a, speed: 2}\n"),
              "lab: 1\nneeds: 1.4  # van mij\nsteps:\n  - {step: a, speed: 2}\n");
    EXPECT_EQ(withNeeds("lab: 1\nneeds: 1.9\ntitle: x\n"), "lab: 1\nneeds: 1.9\ntitle: x\n");
    EXPECT_EQ(withNeeds("title: x\nlab: 1"), "title: x\nlab: 1\nneeds: 1.2");
    EXPECT_EQ(withNeeds("{lab: 1, title: x}\n"), "{lab: 1, needs: 1.2, title: x}\n");
}

TEST(Upgrade, EveryShippedLessonIsNewAlready) {
    int lessons = 0;
    for (const Asset& asset : assets()) {
        if (!asset.path.ends_with(".lab.yaml")) continue;
        ++lessons;
        const auto upgraded = upgradeLesson(asset.bytes, asset.path);
        ASSERT_TRUE(upgraded) << asset.path;
        EXPECT_FALSE(upgraded.value().changed) << asset.path;
        EXPECT_EQ(upgraded.value().text, asset.bytes);
    }
    EXPECT_GE(lessons, 8);
}

// There and back again: the texts of one language out of a lesson and in from a file.
TEST(Extract, WhatComesOutGoesInAgain) {
    const Words words = Words::builtin(Language::nl);
    for (const Asset& asset : assets()) {
        if (!asset.path.ends_with(".lab.yaml")) continue;
        Scenario whole = readScenario(asset.bytes, asset.path, labs()).scenario;
        auto bundle = std::make_shared<Bundle>();
        bundle->files["i18n/en.yaml"] = languageSkeleton(whole, Language::en, words);
        ScenarioRead again = readScenario(asset.bytes, asset.path, ReadOptions{labs(), {}, bundle});
        EXPECT_TRUE(again.ok()) << words.sentence(again.errors[0]);
        for (const Error& warning : again.warnings)
            EXPECT_NE(warning.where.rfind("i18n/", 0), 0u) << words.sentence(warning);
        const auto before = textsOf(whole), after = textsOf(again.scenario);
        ASSERT_EQ(before.size(), after.size());
        for (size_t i = 0; i < before.size(); ++i)
            EXPECT_EQ(*before[i].text, *after[i].text) << asset.path << ' ' << before[i].path;
    }
}

TEST(Extract, ASkeletonShowsWhatIsToBeTranslated) {
    const Words words = Words::builtin(Language::en);
    Scenario scenario;
    scenario.id = "les";
    scenario.title = {"De \"hoge\" brug\nen de \\ rest", ""};
    const std::string skeleton = languageSkeleton(scenario, Language::en, words);
    EXPECT_NE(skeleton.find("\n# De \"hoge\" brug\n# en de \\ rest\ntitle: \"\"\n"),
              std::string::npos)
        << skeleton;
    const std::string dutch = languageSkeleton(scenario, Language::nl, words);
    EXPECT_NE(dutch.find("title: \"De \\\"hoge\\\" brug\\nen de \\\\ rest\"\n"), std::string::npos)
        << dutch;
}

}  // namespace
}  // namespace pt::scenario
