// The automatic pupil itself: it notices what is wrong with a lesson.
#include <gmock/gmock.h>

#include "tests/lessons/walk.h"

namespace pt {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr const char* head = R"(lab: 1
id: proef
title: Proef
sim: spaghetti-bridge
setup:
  height: {start: 10 cm, min: 6 cm, max: 14 cm, step: 1 cm}
steps:
)";

std::string gated(const std::string& items) {
    return head + std::string("  - step: eerst\n    do:\n") + items +
           "  - step: dan\n    needs: [vraag]\n    text: Klaar.\n";
}

const std::string choice = gated(R"(      - choice: vraag
        ask: Wat nu?
        options:
          - {text: Dit, right: true}
          - {text: Dat, say: Dat is het niet want het is te lang.}
)");

TEST(AutomaticPupil, SaysWhichStepStopsWhoDoesNothing) {
    OpenLesson open(choice, "proef.lab.yaml");
    const PupilWalk walk = open.walked(PupilStyle::silent);
    EXPECT_THAT(walk.path, ElementsAre("eerst"));
    EXPECT_THAT(walk.stuck, ElementsAre("dan"));
    EXPECT_THAT(walk.told, ElementsAre(testing::HasSubstr("Wat nu?")));
}

TEST(AutomaticPupil, WhoErrsReadsTheAuthorsWordsAndGoesOn) {
    OpenLesson open(choice, "proef.lab.yaml");
    const PupilWalk walk = open.walked(PupilStyle::wrong);
    EXPECT_THAT(walk.told, ElementsAre("vraag: Dat is het niet want het is te lang."));
    EXPECT_THAT(walk.path, ElementsAre("eerst", "dan"));
    EXPECT_THAT(walk.done, ElementsAre("vraag"));
}

TEST(AutomaticPupil, GetsStuckOnATaskThatNobodyTellsItHowToDo) {
    const std::string task = gated(R"(      - task: vraag
        ask: Draag 80 N.
        goal: breaking_load >= 80 N
        not_yet: Nog niet.
)");
    OpenLesson open(task, "proef.lab.yaml");
    const PupilWalk walk = open.walked(PupilStyle::right);
    EXPECT_THAT(walk.stuck, ElementsAre("vraag", "eerst", "dan"));
    const Result<Json> deeds =
        Json::parse(R"({"vraag": [{"set": "height", "value": 0.12}, {"run": "end"}]})");
    OpenLesson again(task, "proef.lab.yaml");
    EXPECT_THAT(again.walked(PupilStyle::right, deeds.value()).stuck, IsEmpty());
}

TEST(AutomaticPupil, ADeedThatIsRefusedHasItsPlace) {
    const Result<Json> deeds = Json::parse(R"({"vraag": [{"set": "height", "value": 9}]})");
    OpenLesson open(choice, "proef.lab.yaml");
    const Result<PupilWalk> walked =
        walk(*open.run, *open.session, PupilStyle::right, deeds.value());
    ASSERT_FALSE(walked.ok());
    EXPECT_EQ(walked.error().key, "pupil.deed");
    EXPECT_EQ(walked.error().where, "vraag");
}

// An answer that the lesson itself gives as right but does not take would be a trap for pupils.
TEST(AutomaticPupil, TypesTheRightAnswerAsItIsShown) {
    OpenLesson open(gated(R"(      - number: vraag
        ask: Hoeveel is een derde van 1 N?
        answer: 0.3333 N +- 0.01 %
        not_yet: Deel door drie.
)"),
                    "proef.lab.yaml");
    EXPECT_THAT(open.walked(PupilStyle::right).stuck, Contains("vraag"))
        << "three digits are shown, more are asked";
}

TEST(AutomaticPupil, TheSameWalkHasTheSameFingerprintAndAnotherOneHasNot) {
    OpenLesson one(choice, "proef.lab.yaml"), two(choice, "proef.lab.yaml"),
        other(choice, "proef.lab.yaml");
    const uint64_t hash = one.walked(PupilStyle::right).hash;
    EXPECT_EQ(two.walked(PupilStyle::right).hash, hash);
    EXPECT_NE(other.walked(PupilStyle::wrong).hash, hash) << "tries count";
}

TEST(AutomaticPupil, KnowsItsStyles) {
    EXPECT_EQ(pupilStyle("wrong"), PupilStyle::wrong);
    EXPECT_EQ(pupilStyle("lazy"), std::nullopt);
}

}  // namespace
}  // namespace pt
