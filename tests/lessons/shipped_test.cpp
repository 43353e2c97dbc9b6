// Every shipped lesson, walked from start to end by an automatic pupil at each level: who knows
// everything gets there, who errs is told why and gets there too, who does nothing is told what a
// step waits for. And what all their texts have in common.
#include <algorithm>
#include <map>
#include <set>

#include <gmock/gmock.h>

#include "engine/core/assets.h"
#include "engine/lesson/pupil_answers.h"
#include "engine/run/replay.h"
#include "engine/run/save.h"
#include "tests/lessons/walk.h"

namespace pt {
namespace {

struct Case {
    std::string lesson, level;
    friend void PrintTo(const Case& c, std::ostream* out) { *out << c.lesson << " " << c.level; }
};

const Asset* assetOf(const std::string& id) {
    for (const Asset& asset : assets())
        if (asset.path.ends_with("/" + id + ".lab.yaml")) return &asset;
    return nullptr;
}

constexpr const char* shipped[] = {"spaghettibrug",   "materiaal_testen", "knikken",
                                   "wedstrijd_reccs", "passiefhuis",      "maquette",
                                   "koudebrug",       "zonder_verwarming"};

std::vector<Case> cases() {
    std::vector<Case> all;
    for (const char* lesson : shipped)
        for (const char* level : {"basis", "plus"}) all.push_back({lesson, level});
    return all;
}

std::string nameOf(const testing::TestParamInfo<Case>& info) {
    return info.param.lesson + "_" + info.param.level;
}

class ShippedLesson : public testing::TestWithParam<Case> {
protected:
    void SetUp() override {
        const Asset* asset = assetOf(GetParam().lesson);
        ASSERT_NE(asset, nullptr);
        open = std::make_unique<OpenLesson>(asset->bytes, asset->path, GetParam().level);
        ASSERT_NE(open->run, nullptr);
        deeds = deedsFor(GetParam().lesson);
    }

    std::vector<std::string> stepIds() const {
        std::vector<std::string> ids;
        for (const LessonStep* step : open->run->steps()) ids.push_back(step->id);
        return ids;
    }
    // Every item of the level that can be done.
    std::vector<const LessonItem*> items() const {
        std::vector<const LessonItem*> all;
        for (const LessonStep* step : open->run->steps())
            for (const LessonItem* item : open->run->items(*step)) all.push_back(item);
        return all;
    }
    void expectAllDone(const PupilWalk& walk) {
        EXPECT_THAT(walk.stuck, testing::IsEmpty()) << testing::PrintToString(walk.told);
        EXPECT_EQ(walk.path, stepIds());
        EXPECT_EQ(open->run->progress(), 1) << testing::PrintToString(walk.done);
        EXPECT_THAT(open->run->scriptErrors(), testing::IsEmpty());
    }
    // The journal alone gives the same lesson again, and so does the save file.
    void expectLasting() {
        const Asset* asset = assetOf(GetParam().lesson);
        const OpenLesson again(asset->bytes, asset->path);
        const Result<bool> played = playJournal(*again.session, open->session->journal(),
                                                open->session->stepsSinceJournal());
        EXPECT_TRUE(played.ok() && played.value());
        EXPECT_EQ(again.run->hash(), open->run->hash());
        EXPECT_EQ(again.session->hash(), open->session->hash());
        auto saved = SaveFile::open(SaveFile::write(*open->session));
        ASSERT_TRUE(saved.ok());
        const LessonRun taken(open->scenario, *saved.value(), startScript);
        EXPECT_EQ(taken.hash(), open->run->hash());
    }

    std::unique_ptr<OpenLesson> open;
    Json deeds;
};

TEST_P(ShippedLesson, WhoKnowsEverythingDoesItAll) {
    const PupilWalk walk = open->walked(PupilStyle::right, deeds);
    expectAllDone(walk);
    EXPECT_THAT(walk.told, testing::IsEmpty()) << "no right answer was refused";
    EXPECT_NE(walk.hash, 0u);
    expectLasting();
}

TEST_P(ShippedLesson, WhoErrsIsToldWhyAndGetsThereToo) {
    const PupilWalk walk = open->walked(PupilStyle::wrong, deeds);
    expectAllDone(walk);
    expectLasting();
    std::map<std::string, int> told;
    for (const std::string& line : walk.told) {
        const size_t colon = line.find(": ");
        ++told[line.substr(0, colon)];
        const std::string words = line.substr(colon + 2);
        EXPECT_GE(std::count(words.begin(), words.end(), ' '), 3) << "elaborated: " << line;
        EXPECT_EQ(words.find("$("), std::string::npos) << line;
        EXPECT_EQ(words.find("‹"), std::string::npos) << line;
    }
    const Words words = Words::builtin(Language::nl);
    for (const LessonItem* item : items()) {
        const auto wrong = static_cast<int>(
            pupil::wrongAnswers(*item, {*open->run, *open->session, words}).size());
        const bool question = item->kind() == ItemKind::number || item->kind() == ItemKind::choice;
        if (question) {
            EXPECT_EQ(told[item->id], wrong) << item->id << ": each wrong answer";
        }
        const bool looks = item->kind() == ItemKind::task || item->kind() == ItemKind::check;
        if (looks || wrong > 0) {
            EXPECT_GE(told[item->id], 1) << item->id;
        }
        EXPECT_EQ(open->run->item(item->id).hints, static_cast<int>(item->hints.size()));
    }
}

TEST_P(ShippedLesson, WhoDoesNothingIsToldWhatAStepWaitsFor) {
    const PupilWalk walk = open->walked(PupilStyle::silent, deeds);
    EXPECT_THAT(walk.done, testing::IsEmpty());
    ASSERT_FALSE(walk.path.empty());
    EXPECT_EQ(walk.stuck.size(), 1u) << "a gate stops who did nothing";
    ASSERT_EQ(walk.told.size(), 1u);
    const LessonStep* shut = open->run->lesson().findStep(walk.stuck.front());
    ASSERT_NE(shut, nullptr);
    EXPECT_FALSE(open->run->missingFor(*shut).empty());
    EXPECT_GE(walk.told.front().size(), 30u) << walk.told.front();
    for (const std::string& step : walk.path)
        EXPECT_TRUE(open->act(Json::object().set("do", "go").set("step", step)).ok())
            << "the way back stays open";
}

INSTANTIATE_TEST_SUITE_P(All, ShippedLesson, testing::ValuesIn(cases()), nameOf);

// ---------------------------------------------------------------------------- texts

size_t sentences(const std::string& text) {
    size_t count = 0;
    for (size_t i = 0; i < text.size(); ++i) {
        const bool mark = text[i] == '.' || text[i] == '?' || text[i] == '!';
        if (mark && (i + 1 == text.size() || text[i + 1] == ' ')) ++count;
    }
    return count;
}

void expectShort(const Text& text, const std::string& where) {
    for (const std::string& words : {text.nl, text.en}) {
        EXPECT_LE(sentences(words), 2u) << where << ": " << words;
        EXPECT_LE(words.size(), 200u) << where << ": " << words;
    }
}

void expectBoth(const Text& text, const std::string& where) {
    EXPECT_EQ(text.nl.empty(), text.en.empty()) << where << ": " << text.nl << text.en;
    expectShort(text, where);
}

void expectTexts(const LessonItem& item) {
    expectBoth(item.ask, item.id);
    expectBoth(item.ok, item.id);
    expectBoth(item.notYet, item.id);
    for (const Text& hint : item.hints) expectBoth(hint, item.id);
    if (const auto* choice = std::get_if<ChoiceItem>(&item.body))
        for (const AnswerOption& option : choice->options) {
            expectBoth(option.text, item.id);
            expectBoth(option.say, item.id);
            EXPECT_TRUE(option.right || !option.say.empty()) << item.id << ": " << option.text.nl;
        }
    if (const auto* number = std::get_if<NumberItem>(&item.body)) {
        EXPECT_FALSE(item.notYet.empty()) << item.id << ": what to do when it is not right";
        for (const WrongValue& wrong : number->wrong) expectBoth(wrong.say, item.id);
    }
    if (const auto* task = std::get_if<TaskItem>(&item.body)) {
        EXPECT_FALSE(task->notYet.empty() && item.notYet.empty()) << item.id;
        for (const TaskItem::NotYet& each : task->notYet) expectBoth(each.say, item.id);
    }
}

TEST(ShippedLessons, TextsAreShortInBothLanguagesAndExplainMistakes) {
    for (const char* id : shipped) {
        SCOPED_TRACE(id);
        const Asset* asset = assetOf(id);
        ASSERT_NE(asset, nullptr);
        const OpenLesson open(asset->bytes, asset->path);
        ASSERT_NE(open.scenario, nullptr);
        const Lesson& lesson = open.scenario->lesson;
        int minutes = 0;
        std::set<ItemKind> kinds;
        for (const LessonStep& step : lesson.steps) {
            expectBoth(step.title, step.id);
            expectBoth(step.text, step.id);
            minutes += step.minutes;
            for (const LessonItem& item : step.items) {
                expectTexts(item);
                kinds.insert(item.kind());
            }
        }
        EXPECT_EQ(minutes, open.scenario->about.minutes);
        EXPECT_TRUE(kinds.count(ItemKind::predict) || kinds.count(ItemKind::hypothesis))
            << "predict before you observe";
        EXPECT_EQ(lesson.levels.size(), 2u);
        EXPECT_NE(lesson.cycle, Cycle::none);
        EXPECT_FALSE(open.scenario->about.goals.empty());
    }
}

}  // namespace
}  // namespace pt
