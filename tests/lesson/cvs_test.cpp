#include "engine/lesson/cvs.h"

#include <cmath>
#include <sstream>

#include <gtest/gtest.h>

namespace pt {
namespace {

using Finding = CvsReport::Finding;

// A bridge: height 3 … 20 cm in steps of 1, strands 1 … 9, three types; the load is measured.
const std::vector<SettingScale> scales{
    {"height", 1, 17, false}, {"strands", 1, 8, false}, {"type", 1, 2, true}};

// A log of measurements, "|" between them: "h5 s3 t1" and then, where it is not an ordinary run
// that finished and whose load is in the table:
//   unfinished, unwritten, empty (no load), mass (that is in the table instead), auto (by the
//   lesson), noted (without a run), again (the same run or moment as before), fixed (the pupil
//   cannot change the strands), quick (within a second, nothing read), d2 (drawn by hand)
void apply(const std::string& word, Observation& o, const Observation* before) {
    const char first = word[0];
    if (word == "unfinished") {
        o.finished = false;
    } else if (word == "unwritten") {
        o.recorded.clear();
    } else if (word == "empty") {
        o.outputs["load"] = std::nan("");
    } else if (word == "text") {
        o.outputs.erase("load");
        o.texts["load"] = "S7";
    } else if (word == "mass") {
        o.recorded = {"mass"};
    } else if (word == "auto") {
        o.automatic = true;
    } else if (word == "noted") {
        o.run = 0;
        o.finished = false;
    } else if (word == "again") {
        if (o.run > 0) o.run = before->run;
        o.step = before->step;
    } else if (word == "fixed") {
        o.changeable = {"height", "type"};
    } else if (word == "quick") {
        o.gap = 1;
        o.recorded.clear();
    } else if (first == 'd') {
        o.design = word.substr(1);
    } else {
        ASSERT_TRUE(first == 'h' || first == 's' || first == 't') << word;
        const char* key = first == 'h' ? "height" : first == 's' ? "strands" : "type";
        o.settings[key] = std::stod(word.substr(1));
    }
}

std::vector<Observation> logOf(const std::string& text) {
    std::vector<Observation> log;
    std::istringstream measurements(text);
    for (std::string each; std::getline(measurements, each, '|');) {
        Observation o;
        o.number = static_cast<int>(log.size()) + 1;
        o.run = o.number;
        o.step = o.number;
        o.finished = true;
        o.gap = 30;
        o.settings = {{"height", 10}, {"strands", 3}, {"type", 0}};
        o.outputs = {{"load", 12.5}, {"mass", 0.08}};
        o.changeable = {"height", "strands", "type"};
        o.recorded = {"load"};
        std::istringstream words(each);
        for (std::string word; words >> word;) {
            apply(word, o, log.empty() ? nullptr : &log.back());
        }
        log.push_back(std::move(o));
    }
    return log;
}

CvsReport reportOf(const std::vector<Observation>& log, const CvsQuestion& question) {
    std::vector<const Observation*> all;
    for (const Observation& o : log) all.push_back(&o);
    return controlOfVariables(all, scales, question);
}

struct Case {
    const char* name;
    const char* log;
    Finding finding;
    CvsQuestion question = {"height", "load"};
    std::vector<std::string> confounds = {};
    int pairs = -1, adjacent = -1;  // -1: not looked at
};

CvsQuestion pairs(int count) { return {"height", "load", false, count}; }
CvsQuestion values(int count) { return {"height", "load", false, 1, count}; }
CvsQuestion spread(double share) { return {"height", "load", false, 2, 0, share}; }
CvsQuestion repeats(int count) { return {"height", "load", false, 1, 0, 0, count}; }
CvsQuestion varied(const char* key) { return {key, "load"}; }
const CvsQuestion figure{"height", "load", true};

const Case cases[] = {
    {"NothingMeasured_TooFewRuns", "", Finding::tooFewRuns},
    {"OneMeasurement_TooFewRuns", "h5", Finding::tooFewRuns},
    {"NeitherRunFinished_TooFewRuns", "h5 unfinished | h10 unfinished", Finding::tooFewRuns},
    {"OneOfTwoMadeByTheLesson_TooFewRuns", "h5 auto | h10", Finding::tooFewRuns},
    {"OneRunNotedTwice_TooFewRuns", "h5 | h5 again", Finding::tooFewRuns},
    {"NotedHalfwayWhereTheOutcomeNeedsARun_TooFewRuns", "h5 noted | h10 noted",
     Finding::tooFewRuns},
    {"NothingWrittenDown_NotRecorded", "h5 unwritten | h10 unwritten", Finding::notRecorded},
    {"OneOfThreeWrittenDown_NotRecorded", "h5 unwritten | h10 | h15 unwritten",
     Finding::notRecorded},
    {"WrittenDownWithoutAValue_NotRecorded", "h5 empty | h10 empty", Finding::notRecorded},
    {"SomethingElseWrittenDown_NotRecorded", "h5 mass | h10 mass", Finding::notRecorded},
    {"OnlyRepeats_NotVaried", "h5 | h5 | h5", Finding::notVaried},
    {"OnlyAnotherSettingVaried_NotVaried", "s3 | s4 | s5", Finding::notVaried},
    {"LessThanAStep_NotVaried", "h5 | h5.4", Finding::notVaried},
    {"TwoHeights_Fair", "h5 | h10", Finding::fair, pairs(1), {}, 1, 1},
    {"ThreeHeights_Fair", "h5 | h10 | h15", Finding::fair, pairs(2), {}, 2, 2},
    {"OneStepApart_Fair", "h5 | h6", Finding::fair, pairs(1), {}, 1, 1},
    {"StrandsMoveEachTime_Confounded",
     "h5 s3 | h10 s4 | h15 s5",
     Finding::confounded,
     pairs(1),
     {"strands"},
     0,
     0},
    {"StrandsAndTypeMoveEachTime_ConfoundedByBoth",
     "h5 s3 t0 | h10 s4 t1 | h15 s5 t2",
     Finding::confounded,
     pairs(1),
     {"strands", "type"},
     0,
     0},
    {"TypeMovesMoreOften_ConfoundedByTypeFirst",
     "h5 s3 t0 | h10 s4 t1 | h15 s4 t2 | h20 s4 t0",
     Finding::confounded,
     pairs(2),
     {"type", "strands"}},
    {"AStepInStrands_Confounded", "h5 s3 | h10 s4", Finding::confounded, pairs(1), {"strands"}, 0},
    {"EnoughHeightsButInTwoGroups_Confounded",
     "h5 s3 | h10 s3 | h15 s4 | h20 s4",
     Finding::confounded,
     pairs(2),
     {"strands"},
     1,
     2},
    {"OnePairOfTwoAndOneConfounded_Confounded",
     "h5 s3 | h10 s3 | h15 s4",
     Finding::confounded,
     pairs(2),
     {"strands"},
     1,
     1},
    {"OneConfoundedInBetween_Fair",
     "h5 s3 | h15 s3 | h12 s5 | h10 s3",
     Finding::fair,
     pairs(2),
     {"strands"},
     2,
     1},
    {"TheRestPutBackEachTime_FairWithoutNeighbours",
     "h5 s3 | s5 | h15 s3 | s6 | h20 s3",
     Finding::fair,
     pairs(2),
     {"strands"},
     2,
     0},
    {"OtherThingTriedAfterwards_Fair",
     "h5 s3 | h10 s3 | h10 s4 | h10 s5",
     Finding::fair,
     pairs(1),
     {},
     1,
     1},
    {"TwoHeightsWhereThreeAreAsked_TooFewValues",
     "h5 | h10",
     Finding::tooFewValues,
     pairs(2),
     {},
     1,
     1},
    {"RepeatsAreNoNewHeights_TooFewValues",
     "h5 | h5 | h10 | h10",
     Finding::tooFewValues,
     pairs(2),
     {},
     1,
     1},
    {"ThreeHeightsWhereFourAreAsked_TooFewValues",
     "h5 | h10 | h15",
     Finding::tooFewValues,
     values(4),
     {},
     2},
    {"TheSameTwoHeightsInTwoGroups_TooFewValues",
     "h5 s3 | h10 s3 | h10 s4 | h5 s4",
     Finding::tooFewValues,
     pairs(2),
     {},
     1,
     2},
    {"CloseTogether_TooNarrow", "h10 | h11 | h12", Finding::tooNarrow, spread(0.5), {}, 2, 2},
    {"WideApart_Fair", "h3 | h10 | h20", Finding::fair, spread(0.9), {}, 2, 2},
    {"JustWideEnough_Fair", "h3 | h10 | h11.5", Finding::fair, spread(0.5), {}, 2},
    {"WideOnlyByAConfoundedRun_TooNarrow",
     "h10 | h11 | h12 | h20 s4",
     Finding::tooNarrow,
     spread(0.5),
     {"strands"},
     2},
    {"EachMeasuredOnce_TooFewRepeats", "h5 | h10", Finding::tooFewRepeats, repeats(2), {}, 1},
    {"EachMeasuredTwice_Fair", "h5 | h5 | h10 | h10", Finding::fair, repeats(2), {}, 1, 1},
    {"OneMoreHeightMeasuredOnce_Fair",
     "h5 | h5 | h10 | h10 | h15",
     Finding::fair,
     repeats(2),
     {},
     2},
    {"TheLastBitOfAConversion_Fair",
     "h5 s3 | h10 s3.0000000000000004",
     Finding::fair,
     pairs(1),
     {},
     1,
     1},
    {"AQuarterStepInStrands_Fair", "h5 s3 | h10 s3.25", Finding::fair, pairs(1), {}, 1, 1},
    {"StrandsThatThePupilCannotChange_Fair",
     "h5 s3 fixed | h10 s4 fixed",
     Finding::fair,
     pairs(1),
     {},
     1,
     1},
    {"FiguresNotedWithoutARun_Fair", "h5 noted | h10 noted", Finding::fair, figure, {}, 1, 1},
    {"OneMomentNotedTwice_TooFewRuns", "h5 noted | h5 noted again", Finding::tooFewRuns, figure},
    {"FiguresNotedWithStrandsMoved_Confounded",
     "h5 s3 noted | h10 s4 noted",
     Finding::confounded,
     figure,
     {"strands"},
     0},
    {"FiguresAndRunsMixed_Fair", "h5 noted | h10", Finding::fair, figure, {}, 1, 1},
    {"AChoiceVaried_Fair", "t0 | t1", Finding::fair, varied("type"), {}, 1, 1},
    {"AChoiceVariedWithStrands_Confounded",
     "t0 s3 | t1 s4",
     Finding::confounded,
     varied("type"),
     {"strands"},
     0},
    {"DesignDrawnInBetween_ConfoundedByTheDesign",
     "h5 | h10 d1",
     Finding::confounded,
     pairs(1),
     {designKey},
     0},
    {"DesignDrawnBefore_Fair", "h5 d1 | h10 d1", Finding::fair, pairs(1), {}, 1, 1},
    {"OutcomeInWords_Fair", "h5 text | h10 text", Finding::fair, pairs(1), {}, 1, 1},
    {"ASettingNobodyHas_NotVaried", "h5 | h10", Finding::notVaried, varied("gone")},
};

class RunLog : public testing::TestWithParam<Case> {};

TEST_P(RunLog, IsJudged) {
    const Case& c = GetParam();
    const std::vector<Observation> log = logOf(c.log);
    const CvsReport report = reportOf(log, c.question);
    EXPECT_EQ(report.finding, c.finding);
    EXPECT_EQ(report.confounds, c.confounds);
    if (c.pairs >= 0) {
        EXPECT_EQ(report.pairs, c.pairs);
    }
    if (c.adjacent >= 0) {
        EXPECT_EQ(report.adjacent, c.adjacent);
    }
}

INSTANTIATE_TEST_SUITE_P(ControlOfVariables, RunLog, testing::ValuesIn(cases),
                         [](const auto& each) { return std::string(each.param.name); });

TEST(ControlOfVariables, TheGroupRunsFromLowToHigh) {
    const std::vector<Observation> log = logOf("h15 | h5 | h10 s4 | h10 | h5");
    const CvsReport report = reportOf(log, pairs(2));
    std::vector<int> numbers;
    for (const Observation* o : report.group) numbers.push_back(o->number);
    EXPECT_EQ(numbers, (std::vector<int>{2, 5, 4, 1}));
    EXPECT_EQ(report.values, 3);
    EXPECT_EQ(report.repeats, 1);
    EXPECT_DOUBLE_EQ(report.spread, 10.0 / 17);
}

TEST(ControlOfVariables, OfEqualGroupsTheWidestAndThenTheLatest) {
    const std::vector<Observation> wide = logOf("h5 s3 | h6 s3 | h5 s4 | h9 s4");
    EXPECT_EQ(reportOf(wide, pairs(1)).group[1]->number, 4);
    const std::vector<Observation> late = logOf("h5 s3 | h6 s3 | h5 s2 | h6 s2");
    EXPECT_EQ(reportOf(late, pairs(1)).group[1]->number, 4);
}

TEST(ControlOfVariables, SaysWhatWasVariedFairlyInstead) {
    EXPECT_EQ(reportOf(logOf("s3 | s4"), pairs(1)).fairFor, "strands");
    EXPECT_EQ(reportOf(logOf("s3 | s4"), pairs(2)).fairFor, "");
    EXPECT_EQ(reportOf(logOf("s3 t0 | s4 t1"), pairs(1)).fairFor, "");
}

TEST(ControlOfVariables, HastyRunsAreCountedForTheTeacher) {
    const CvsReport report = reportOf(logOf("h5 | h6 quick | h7 quick | h10"), pairs(1));
    EXPECT_EQ(report.hasty, 2);
    EXPECT_EQ(report.finding, Finding::fair);
    std::vector<Observation> noClock = logOf("h5 | h6 quick");
    noClock[1].gap = std::nan("");
    EXPECT_EQ(reportOf(noClock, pairs(1)).hasty, 0);
}

// Five hundred rows of two groups: whatever the order, the same pairs.
TEST(ControlOfVariables, ManyMeasurements) {
    std::vector<Observation> log;
    for (int i = 0; i < 1000; ++i) {
        Observation o = logOf("h5")[0];
        o.number = o.run = i + 1;
        o.settings["height"] = 3 + (i * 7) % 18;
        o.settings["strands"] = 1 + i % 2;
        log.push_back(std::move(o));
    }
    const CvsReport report = reportOf(log, pairs(2));
    EXPECT_EQ(report.finding, Finding::fair);
    EXPECT_EQ(report.values, 9);  // 7 i mod 18 is even or odd with i
    EXPECT_EQ(report.valid, 1000);
    EXPECT_EQ(report.confounds, std::vector<std::string>{"strands"});
}

}  // namespace
}  // namespace pt
