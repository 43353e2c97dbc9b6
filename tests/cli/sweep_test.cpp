#include <csignal>
#include <unistd.h>

#include "engine/cli/sweep_grid.h"
#include "engine/cli/workers.h"
#include "tests/cli/harness.h"

namespace pt {
namespace {

using CliSweep = CliTest;

std::vector<std::string> linesOf(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

TEST_F(CliSweep, TheGridTurnsItsLastAxisFastest) {
    const Ran ran = labrun({"sweep", bridge(), "--vary", "height=6 cm:10 cm:3", "--vary",
                            "type=warren,pratt", "--repeat", "2", "--json", "--until", "0.1 s"});
    ASSERT_EQ(ran.code, 0) << ran.err;
    std::string order;
    for (const std::string& line : linesOf(ran.out)) {
        const Json json = Json::parse(line).value();
        order +=
            json["set"]["height"].write() + json["set"]["type"].text() + json["seed"].write() + ' ';
    }
    EXPECT_EQ(order, "6warren7 6warren8 6pratt7 6pratt8 8warren7 8warren8 8pratt7 8pratt8 "
                     "10warren7 10warren8 10pratt7 10pratt8 ");
}

TEST_F(CliSweep, ASweepAnswersWhatRunAnswers) {
    const std::string name = bridge();
    const Ran sweep = labrun({"sweep", name, "--vary", "height=6,9", "--json", "--seed", "3"});
    const std::vector<std::string> lines = linesOf(sweep.out);
    ASSERT_EQ(lines.size(), 2u) << sweep.err;
    const Ran run = labrun({"run", name, "--set", "height=9", "--json", "--seed", "3"});
    EXPECT_EQ(lines[1], R"({"set":{"height":9},)" + run.out.substr(1, run.out.size() - 2));
}

TEST_F(CliSweep, AnyNumberOfJobsGivesTheSameBytes) {
    const std::string name = bridge();
    std::vector<std::string> answers;
    for (const char* jobs : {"1", "2", "5", "16"}) {
        const Ran ran = labrun({"sweep", name, "--vary", "height=4:18:4", "--vary", "strands=2,3",
                                "--json", "--jobs", jobs, "--csv", path("s.csv")});
        ASSERT_EQ(ran.code, 0) << ran.err;
        answers.push_back(ran.out + read(path("s.csv")));
    }
    EXPECT_EQ(linesOf(answers[0]).size(), 8u + 9u);
    for (const std::string& answer : answers) EXPECT_EQ(answer, answers[0]);
}

TEST_F(CliSweep, TheTableHasARowForEachRun) {
    const Ran ran = labrun({"sweep", bridge(), "--vary", "height=6,9,12", "--csv", path("s.csv"),
                            "--csv-style", "dutch", "--until", "0.1 s"});
    ASSERT_EQ(ran.code, 0) << ran.err;
    EXPECT_EQ(linesOf(ran.out).size(), 4u) << ran.out;
    const std::vector<std::string> csv = linesOf(read(path("s.csv")));
    ASSERT_EQ(csv.size(), 4u);
    EXPECT_EQ(csv[0].rfind("\xEF\xBB\xBFheight (cm);seed;", 0), 0u) << csv[0];
    EXPECT_EQ(csv[2].rfind("9;7;", 0), 0u) << csv[2];
}

TEST_F(CliSweep, ARunThatFailsIsARowAndTheOthersGoOn) {
    const Ran ran = labrun({"sweep", bridge(), "--vary", "height=15,25,10", "--json", "--until",
                            "0.1 s", "--jobs", "2"});
    EXPECT_EQ(ran.code, 1);
    const std::vector<std::string> lines = linesOf(ran.out);
    ASSERT_EQ(lines.size(), 3u) << ran.err;
    EXPECT_FALSE(Json::parse(lines[0]).value().has("error"));
    EXPECT_EQ(Json::parse(lines[1]).value()["error"]["where"].text(), "--set height");
    EXPECT_FALSE(Json::parse(lines[2]).value().has("error"));
}

TEST_F(CliSweep, LinesInLinesOut) {
    const std::string name = bridge();
    const std::string good =
        R"({"id":"a","file":")" + name + R"(","set":{"height":"12 cm","strands":4},"seed":3})";
    const std::string input = good + "\n" +
                              R"({"id":2,"file":)"
                              "\n" +  // cut off
                              "\n" +  // blank: no answer
                              R"({"id":3,"file":"weg.lab.yaml"})"
                              "\n" +
                              R"({"id":4,"file":")" + name +
                              R"(","sed":1})"
                              "\n" +
                              R"([1,2])"
                              "\n" +
                              R"({"id":5,"file":")" + name +
                              R"(","set":{"height":true}})"
                              "\n" +
                              R"({"id":6,"file":")" + name + R"(","steps":24})";
    for (const char* jobs : {"1", "3"}) {
        const Ran ran = labrun({"sweep", "-", "--jobs", jobs, "--lang", "en"}, input);
        EXPECT_EQ(ran.code, 1);
        const std::vector<std::string> lines = linesOf(ran.out);
        ASSERT_EQ(lines.size(), 7u) << ran.out;
        const Ran run = labrun(
            {"run", name, "--set", "height=12 cm", "--set", "strands=4", "--seed", "3", "--json"});
        EXPECT_EQ(lines[0], R"({"id":"a","set":{"height":"12 cm","strands":4},)" +
                                run.out.substr(1, run.out.size() - 2));
        for (size_t i = 1; i <= 5; ++i) {
            const Json error = Json::parse(lines[i]).value()["error"];
            EXPECT_FALSE(error["key"].text().empty()) << lines[i];
            EXPECT_FALSE(error["sentence"].text().empty()) << lines[i];
            EXPECT_EQ(error["sentence"].text().find("‹"), std::string::npos) << lines[i];
        }
        EXPECT_EQ(Json::parse(lines[2]).value()["id"].number(), 3);
        EXPECT_EQ(Json::parse(lines[6]).value()["steps"].number(), 24);
    }
}

TEST_F(CliSweep, NoLinesNoAnswers) {
    const Ran ran = labrun({"sweep", "-", "--jobs", "4"}, "\n\n");
    EXPECT_EQ(ran.code, 0);
    EXPECT_EQ(ran.out, "");
}

// -- the workers alone

LineWork countingWork(int& asked, int count, std::vector<std::string>& got) {
    LineWork work;
    work.next = [&asked, count]() -> std::optional<std::string> {
        if (asked == count) return std::nullopt;
        return std::to_string(asked++);
    };
    work.answer = [](const std::string& line) { return "<" + line + ">"; };
    work.lost = [](const std::string& line) { return "lost " + line; };
    work.emit = [&got](const std::string& answer) { got.push_back(answer); };
    return work;
}

TEST(Workers, AnswersInOrder) {
    for (const int jobs : {1, 2, 7}) {
        int asked = 0;
        std::vector<std::string> got;
        spreadLines(jobs, countingWork(asked, 100, got));
        ASSERT_EQ(got.size(), 100u);
        for (size_t i = 0; i < got.size(); ++i) EXPECT_EQ(got[i], "<" + std::to_string(i) + ">");
    }
}

TEST(Workers, LongLinesPassBothWays) {
    int asked = 0;
    std::vector<std::string> got;
    LineWork work = countingWork(asked, 6, got);
    const auto count = work.next;
    work.next = [&]() -> std::optional<std::string> {
        const auto line = count();
        return line ? std::optional(*line + std::string(3'000'000, 'x')) : std::nullopt;
    };
    spreadLines(3, work);
    ASSERT_EQ(got.size(), 6u);
    for (const std::string& answer : got) EXPECT_EQ(answer.size(), 3'000'003u);
}

TEST(Workers, AWorkerThatDiesCostsOneAnswer) {
    int asked = 0;
    std::vector<std::string> got;
    LineWork work = countingWork(asked, 10, got);
    work.answer = [](const std::string& line) {
        if (line == "4") kill(getpid(), SIGKILL);
        return "<" + line + ">";
    };
    spreadLines(2, work);
    ASSERT_EQ(got.size(), 10u);
    EXPECT_EQ(got[4], "lost 4");
    EXPECT_EQ(got[6], "<6>");
    EXPECT_EQ(got[9], "<9>");
}

}  // namespace
}  // namespace pt
