// The forecast and repeated tests against Weibull's closed form; why a bridge broke; the gap.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "engine/numerics/weibull.h"
#include "sims/spaghetti_bridge/forecast.h"
#include "sims/spaghetti_bridge/gap.h"
#include "sims/spaghetti_bridge/why.h"

namespace pt {
namespace {

// Two bars hang a node from two supports; so weak in tension that nothing else fails.
BridgeInput hanger(double modulus, double length, int strands) {
    BridgeInput input;
    input.bridge.nodes = {{"A", -0.1, length, Support::pin},
                          {"B", 0.1, length, Support::pin},
                          {"C", 0, 0, Support::none}};
    input.bridge.members = {{"a", 0, 2, strands}, {"b", 1, 2, 37}};
    input.bridge.loads = {2};
    input.strands = {strands, 37};
    input.material.weibullModulus = modulus;
    input.material.density = 1e-9;
    input.material.glueMass = 0;
    return input;
}

BridgeInput warren(int strands) {
    BridgeInput input;
    input.bridge = makeBridge(BridgeType::warren, 0.6, 0.1, 6);
    input.strands.assign(input.bridge.members.size(), strands);
    return input;
}

std::vector<Repeat> repeated(const BridgeInput& input, int count) {
    std::vector<Repeat> repeats;
    const auto job = repeatJob(input, count, repeats);
    double before = 0;
    while (job->advance()) {
        EXPECT_GT(job->progress(), before);
        before = job->progress();
    }
    EXPECT_EQ(job->progress(), 1);
    return repeats;
}

// W01: mean and variation of one strand; 2000 tests leave 1.6 % of the variation as error.
TEST(Repeats, OfOneStrandFollowWeibull) {
    for (const double modulus : {5.0, 10.0}) {
        const BridgeInput input = hanger(modulus, 0.25, 1);
        const std::vector<Repeat> repeats = repeated(input, 2000);
        ASSERT_EQ(repeats.size(), 2000u);
        const Spread spread = spreadOf(repeats);
        const double r = input.material.strandDiameter / 2;
        const double length = std::sqrt(0.01 + 0.0625), lean = 0.25 / length;
        const double strand =
            30e6 * 3.14159265358979 * r * r * std::pow(0.25 / length, 1 / modulus);
        const double mean = 2 * strand * lean;
        const double variation = Weibull::ofMean(1, modulus).variation();
        EXPECT_NEAR(spread.mean, mean, 4 * mean * variation / std::sqrt(2000.0));
        EXPECT_NEAR(spread.deviation / spread.mean, variation, 0.08 * variation);
        for (const Repeat& repeat : repeats) EXPECT_EQ(repeat.member, 0);
    }
}

TEST(Repeats, AreTheTestsWithTheFollowingSeeds) {
    BridgeInput input = warren(2);
    input.material.tensileStrength = 5e6;
    const std::vector<Repeat> repeats = repeated(input, 5);
    for (size_t i = 0; i < repeats.size(); ++i) {
        input.seed = 2 + i;
        BridgeStatics statics;
        ASSERT_TRUE(statics.build(input).ok());
        EXPECT_EQ(repeats[i].seed, input.seed);
        EXPECT_EQ(repeats[i].load, statics.breakingLoad());
    }
}

// What is kept between the tests of stiff bridges is what solving each anew gives, bit for bit.
TEST(Repeats, KeptCriticalLoadsChangeNothing) {
    for (const Joints joints : {Joints::rigid, Joints::glued})
        for (const double scatter : {0.0, 0.03}) {
            BridgeInput input = warren(3);
            input.material.joints = joints;
            input.material.diameterScatter = scatter;
            const std::vector<Repeat> repeats = repeated(input, 12);
            ASSERT_EQ(repeats.size(), 12u);
            for (size_t i = 0; i < repeats.size(); ++i) {
                input.seed = 2 + i;
                BridgeStatics statics;
                ASSERT_TRUE(statics.build(input).ok());
                const BrokenBridge broken = breakBridge(input, statics);
                EXPECT_EQ(repeats[i].load, broken.load);
                EXPECT_EQ(repeats[i].member, broken.failures.front().member);
            }
        }
}

// One critical load for all seeds while only the strengths differ; another one for another shape.
TEST(Repeats, CriticalLoadsAreSolvedOncePerStructure) {
    BridgeInput input = warren(3);
    input.material.joints = Joints::rigid;
    const auto known = std::make_shared<CriticalLoads>();
    BridgeStatics statics;
    statics.share(known);
    for (const uint64_t seed : {1, 2, 3}) {
        input.seed = seed;
        ASSERT_TRUE(statics.build(input).ok());
        EXPECT_EQ(known->size(), 1u);
    }
    const double before = statics.wholeBuckling().load;
    input.bridge.nodes.back().y += 0.01;
    ASSERT_TRUE(statics.build(input).ok());
    EXPECT_EQ(known->size(), 2u);
    EXPECT_NE(statics.wholeBuckling().load, before);
    input.bridge.nodes.back().y -= 0.01;
    input.material.diameterScatter = 0.03;
    ASSERT_TRUE(statics.build(input).ok());
    EXPECT_EQ(known->size(), 3u);
}

// The band against the fractiles of the closed form; its own seeds, so 200 draws of error.
TEST(Forecast, BandIsThatOfWeibull) {
    const BridgeInput input = hanger(8, 0.25, 1);
    BridgeStatics statics;
    ASSERT_TRUE(statics.build(input).ok());
    ForecastDraws draws;
    const Forecast forecast = forecastOf(input, statics, draws);
    EXPECT_EQ(forecast.draws, forecastDraws);
    const double mean = statics.breakingLoad() / statics.strengths()[0] *
                        meanStrength(input.material, statics.lengths()[0]);
    const Weibull strand = Weibull::ofMean(mean, 8);
    EXPECT_NEAR(forecast.low, strand.fractile(0.1), 0.06 * mean);
    EXPECT_NEAR(forecast.middle, strand.fractile(0.5), 0.04 * mean);
    EXPECT_NEAR(forecast.high, strand.fractile(0.9), 0.04 * mean);
}

// But for the weight of thicker strands.
TEST(Forecast, DoesNotDependOnTheSeedOfTheTest) {
    BridgeInput input = warren(3);
    input.material.diameterScatter = 0.05;
    Forecast first;
    for (const uint64_t seed : {1, 2, 3}) {
        input.seed = seed;
        BridgeStatics statics;
        ASSERT_TRUE(statics.build(input).ok());
        ForecastDraws draws;
        const Forecast forecast = forecastOf(input, statics, draws);
        if (seed == 1) first = forecast;
        EXPECT_NEAR(forecast.middle, first.middle, 2e-3 * first.middle);
        EXPECT_LT(forecast.low, forecast.middle);
        EXPECT_LT(forecast.middle, forecast.high);
    }
}

TEST(Forecast, BucklingAloneHasNoSpread) {
    const BridgeInput input = warren(7);
    BridgeStatics statics;
    ASSERT_TRUE(statics.build(input).ok());
    ForecastDraws draws;
    const Forecast forecast = forecastOf(input, statics, draws);
    EXPECT_NEAR(forecast.low, statics.breakingLoad(), 1e-9);
    EXPECT_NEAR(forecast.high, statics.breakingLoad(), 1e-9);
}

TEST(Forecast, QuantilesLieBetweenTheirNeighbours) {
    EXPECT_EQ(quantile({1, 2, 3}, 0.5), 2);
    EXPECT_EQ(quantile({1, 2, 3}, 0), 1);
    EXPECT_EQ(quantile({1, 2, 3}, 1), 3);
    EXPECT_NEAR(quantile({1, 2, 3, 4}, 0.5), 2.5, 1e-12);
}

// -- why

// The flat bridge fails in the middle of its top; a high one in an end member, whose mirror image
// was as near to failing and is strengthened with it.
class Remedies : public testing::TestWithParam<std::pair<double, size_t>> {};

TEST_P(Remedies, AreTheLeastThatMovesTheFailureElsewhere) {
    const auto [height, alike] = GetParam();
    BridgeInput input = warren(7);
    input.bridge = makeBridge(BridgeType::warren, 0.6, height, 6);
    BridgeStatics statics;
    ASSERT_TRUE(statics.build(input).ok());
    const BrokenBridge broken = breakBridge(input, statics);
    const Why why = whyBroken(input, statics, broken.failures.front());
    ASSERT_GT(why.remedy.extraStrands, 0);
    EXPECT_LT(why.axial, 0);
    const std::vector<int>& members = why.remedy.members;
    EXPECT_GE(members.size(), alike);
    EXPECT_GT(why.remedy.load, 1.05 * why.load) << "it must help";
    BridgeInput changed = input;
    for (int extra = 1; extra <= why.remedy.extraStrands; ++extra) {
        for (const int member : members) changed.strands[static_cast<size_t>(member)] = 7 + extra;
        ASSERT_TRUE(statics.build(changed).ok());
        const bool elsewhere =
            std::find(members.begin(), members.end(), statics.breakingMember()) == members.end();
        EXPECT_EQ(elsewhere, extra == why.remedy.extraStrands);
    }
    EXPECT_EQ(statics.breakingMember(), why.remedy.nextMember);
    EXPECT_EQ(statics.breakingLoad(), why.remedy.load);
}

INSTANTIATE_TEST_SUITE_P(Why, Remedies, testing::Values(std::pair(0.1, 1u), std::pair(0.14, 2u)));

TEST(Why, ALooseJointAsksForBetterGlue) {
    BridgeInput input = warren(7);
    input.material.joints = Joints::glued;
    input.material.jointStrength = 10;
    BridgeStatics statics;
    ASSERT_TRUE(statics.build(input).ok());
    EXPECT_EQ(statics.breakingMode(), FailureMode::joint);
    const Why why = whyBroken(input, statics, breakBridge(input, statics).failures.front());
    EXPECT_EQ(why.remedy.extraStrands, 0);
    EXPECT_GE(why.remedy.nextMember, 0);
    EXPECT_GT(why.remedy.load, why.load);
}

// -- gap

TEST(Gap, WeakGlueExplainsABridgeThatFailedEarly) {
    const BridgeInput input = warren(7);
    BridgeStatics statics;
    ASSERT_TRUE(statics.build(input).ok());
    ForecastDraws draws;
    std::vector<Reason> reasons;
    const double real = 0.5 * statics.breakingLoad();
    const auto job = gapJob(input, forecastOf(input, statics, draws), {real, 0}, reasons);
    while (job->advance()) {
    }
    ASSERT_FALSE(reasons.empty());
    EXPECT_EQ(reasons.front().key, "joint_strength");
    EXPECT_NEAR(reasons.front().load, real, 0.05 * real);
    for (size_t i = 0; i < reasons.size(); ++i) {
        EXPECT_LT(reasons[i].load, statics.breakingLoad()) << reasons[i].key;
        EXPECT_LE(reasons[i].explained, 1);
        if (i > 0) {
            EXPECT_LE(reasons[i].explained, reasons[i - 1].explained);
        }
    }
}

}  // namespace
}  // namespace pt
