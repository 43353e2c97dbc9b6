// labrun walk: what it shows, its exit codes, and what it makes of deeds that do not work.
#include "tests/cli/harness.h"

namespace pt {
namespace {

using CliWalk = CliTest;

Json walked(std::vector<std::string> args) {
    args.insert(args.begin(), "walk");
    args.push_back("--json");
    return labrun(args).json();
}

TEST_F(CliWalk, ARightPupilGetsToTheEnd) {
    const Json walk = walked({"knikken"});
    EXPECT_EQ(walk["path"].items().size(), 4u);
    EXPECT_TRUE(walk["stuck"].items().empty());
    EXPECT_EQ(walk["hash"].text().size(), 16u);
    EXPECT_EQ(walked({"knikken"}), walk) << "the same each time";
    EXPECT_FALSE(walked({"knikken", "--level", "plus"})["hash"] == walk["hash"]);
}

TEST_F(CliWalk, ShowsWhatAPupilWhoErrsWillRead) {
    const Ran run = labrun({"walk", "knikken", "--style", "wrong"});
    EXPECT_EQ(run.code, 0);
    EXPECT_NE(run.out.find("drie_keer: Je deelde door 3."), std::string::npos) << run.out;
}

TEST_F(CliWalk, ASilentPupilIsStoppedAndThatIsNoFailure) {
    const Ran run = labrun({"walk", "knikken", "--style", "silent"});
    EXPECT_EQ(run.code, 0);
    EXPECT_NE(run.out.find("Vastgelopen: meten"), std::string::npos) << run.out;
}

TEST_F(CliWalk, TellsTheAuthorWhatWentWrongInTheScript) {
    const std::string lesson = file("doos.lab.yaml", "lab: 1\nid: doos\n"
                                                     "title: {nl: Doos, en: Box}\n"
                                                     "sim: cardboard-house\nscript: |\n"
                                                     "  on(\"task_start\", function()\n"
                                                     "    error(\"oei\")\n  end)\n"
                                                     "steps:\n  - step: a\n    do:\n"
                                                     "      - {task: t, goal: lamp_power > 3 W}\n");
    const Ran run = labrun({"walk", lesson});
    EXPECT_EQ(run.code, 1);
    EXPECT_NE(run.err.find("doos.lab.yaml:7: script: oei"), std::string::npos) << run.err;
    EXPECT_NE(run.out.find("Gedaan: t"), std::string::npos) << run.out;
}

TEST_F(CliWalk, WhoNeedsDeedsIsStuckWithoutThem) {
    const Ran run = labrun({"walk", "koudebrug"});
    EXPECT_EQ(run.code, 1);
    EXPECT_NE(run.out.find("zoek"), std::string::npos) << run.out;
}

TEST_F(CliWalk, TellsWhatIsWrong) {
    EXPECT_EQ(labrun({"walk", "knikken", "--style", "lazy"}).code, 2);
    EXPECT_EQ(labrun({"walk", "knikken", "--level", "hard"}).code, 1);
    EXPECT_EQ(labrun({"walk", "knikken", "--deeds", "/nonexistent.json"}).code, 4);
    const std::string deeds =
        file("deeds.json", R"({"metingen": [{"set": "length", "value": 9}]})");
    const Ran refused = labrun({"walk", "knikken", "--deeds", deeds});
    EXPECT_EQ(refused.code, 1);
    EXPECT_NE(refused.err.find("metingen"), std::string::npos) << refused.err;
    const std::string strange = file("strange.json", R"({"metingen": [{"jump": 1}]})");
    EXPECT_NE(labrun({"walk", "knikken", "--deeds", strange}).err.find("run"), std::string::npos);
}

}  // namespace
}  // namespace pt
