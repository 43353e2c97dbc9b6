// Published and exact cases of ../shared/references/structures.json, at their own tolerances.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>
#include <string>

#include "engine/numerics/frame_case.h"

namespace pt {
namespace {

std::vector<CaseRead> references() {
    const char* shared = std::getenv("PROEFTUIN_SHARED");
    const std::string folder = shared ? shared : PROEFTUIN_ROOT "/../shared";
    std::ifstream stream(folder + "/references/structures.json");
    std::stringstream bytes;
    bytes << stream.rdbuf();
    const Result<Json> json = Json::parse(bytes.str());
    if (!json.ok()) return {};
    Result<std::vector<CaseRead>> cases = readFrameCases(json.value());
    return cases.ok() ? cases.value() : std::vector<CaseRead>{};
}

TEST(References, EveryCaseGivesEveryExpectedValue) {
    const std::vector<CaseRead> cases = references();
    if (cases.empty()) GTEST_SKIP() << "structures.json is not here";
    EXPECT_GE(cases.size(), 66u);
    std::map<CaseAnalysis, int> kinds;
    for (const CaseRead& item : cases) {
        SCOPED_TRACE(item.id);
        ASSERT_TRUE(item.read.ok()) << item.read.error().where << ' ' << item.read.error().key;
        const FrameCase& read = item.read.value();
        ++kinds[read.analysis];
        const Result<std::vector<CaseAnswer>> solved = solveFrameCase(read);
        ASSERT_TRUE(solved.ok()) << solved.error().key;
        ASSERT_FALSE(read.asks.empty());
        ASSERT_EQ(solved.value().size(), read.asks.size());
        for (size_t i = 0; i < read.asks.size(); ++i) {
            const CaseAsk& ask = read.asks[i];
            ASSERT_TRUE(ask.value);
            EXPECT_TRUE(solved.value()[i].good)
                << ask.quantity << ' ' << ask.at << ' ' << ask.component << ": "
                << solved.value()[i].value << " for " << *ask.value;
        }
    }
    EXPECT_EQ(kinds.size(), 9u) << "an analysis of the format has no case";
}

TEST(References, AValueBesideTheExpectedOneFails) {
    const std::vector<CaseRead> cases = references();
    if (cases.empty()) GTEST_SKIP() << "structures.json is not here";
    for (const CaseRead& item : cases) {
        ASSERT_TRUE(item.read.ok());
        FrameCase read = item.read.value();
        for (CaseAsk& ask : read.asks) ask.value = *ask.value * (1 + 3 * ask.tolerance);
        const Result<std::vector<CaseAnswer>> solved = solveFrameCase(read);
        ASSERT_TRUE(solved.ok());
        for (size_t i = 0; i < read.asks.size(); ++i)
            EXPECT_EQ(solved.value()[i].good, *read.asks[i].value == 0)
                << item.id << ' ' << read.asks[i].quantity;
    }
}

}  // namespace
}  // namespace pt
