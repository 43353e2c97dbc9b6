// Cutting lists against optimal ones, the budget by hand, and the contest rules.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "engine/core/rng.h"
#include "sims/spaghetti_bridge/budget.h"
#include "sims/spaghetti_bridge/rules.h"

namespace pt {
namespace {

CuttingPlan plan(std::vector<double> lengths, double strand) {
    std::vector<CutPiece> pieces;
    for (const double length : lengths) pieces.push_back({"S", length, 1});
    return planCuts(pieces, strand);
}

// All pieces are there, no strand is longer than it can be, and the waste adds up.
void expectSound(const CuttingPlan& plan, std::vector<double> lengths, double strand) {
    std::vector<double> cut;
    int count = 0;
    double waste = 0;
    for (const CutStrand& one : plan.strands) {
        double used = 0;
        for (const double piece : one.pieces) used += piece;
        EXPECT_LE(used, strand + 1e-8);
        EXPECT_NEAR(one.waste, strand - used, 1e-8);
        for (int i = 0; i < one.count; ++i)
            cut.insert(cut.end(), one.pieces.begin(), one.pieces.end());
        count += one.count;
        waste += one.waste * one.count;
    }
    EXPECT_EQ(count, plan.total);
    EXPECT_NEAR(waste, plan.waste, 1e-7);
    std::sort(cut.begin(), cut.end());
    std::sort(lengths.begin(), lengths.end());
    ASSERT_EQ(cut.size(), lengths.size());
    for (size_t i = 0; i < cut.size(); ++i) EXPECT_NEAR(cut[i], lengths[i], 1e-8);
}

// The fewest strands, by trying everything.
int fewest(const std::vector<double>& lengths, std::vector<double>& rooms, size_t next, int best) {
    if (static_cast<int>(rooms.size()) >= best) return best;
    if (next == lengths.size()) return static_cast<int>(rooms.size());
    for (size_t i = 0; i < rooms.size(); ++i) {
        if (rooms[i] + 1e-9 < lengths[next]) continue;
        rooms[i] -= lengths[next];
        best = fewest(lengths, rooms, next + 1, best);
        rooms[i] += lengths[next];
    }
    rooms.push_back(1 - lengths[next]);
    best = fewest(lengths, rooms, next + 1, best);
    rooms.pop_back();
    return best;
}

TEST(Cutting, IsWithinElevenNinthsOfTheBestAndMostlyTheBest) {
    Rng random(1, "cuts");
    int best = 0, ours = 0;
    for (int i = 0; i < 60; ++i) {
        std::vector<double> lengths;
        for (int k = 0; k < 8; ++k) lengths.push_back(0.1 + 0.6 * random.uniform());
        std::sort(lengths.begin(), lengths.end(), std::greater<>());
        const CuttingPlan cuts = plan(lengths, 1);
        expectSound(cuts, lengths, 1);
        std::vector<double> rooms;
        const int optimum = fewest(lengths, rooms, 0, 9);
        EXPECT_GE(cuts.total, optimum);
        EXPECT_LE(9 * cuts.total, 11 * optimum + 9);
        best += optimum;
        ours += cuts.total;
    }
    EXPECT_LE(ours, best + 2);
}

TEST(Cutting, LongMembersAreMadeOfWholeStrandsAndARest) {
    const CuttingPlan cuts = planCuts({{"S1", 0.6, 2}, {"S2", 0.25, 1}}, 0.25);
    EXPECT_EQ(cuts.tooLong, std::vector<std::string>{"S1"});
    EXPECT_EQ(cuts.total, 6);  // 2 x (two whole and 10 cm), one whole: the rests share a strand
    EXPECT_NEAR(cuts.waste, 6 * 0.25 - 1.45, 1e-9);
}

TEST(Cutting, NothingNeedsNothing) {
    EXPECT_EQ(planCuts({}, 0.25).total, 0);
    EXPECT_EQ(planCuts({}, 0.25).waste, 0);
}

BridgeInput warren(int planes, Bracing bracing) {
    BridgeInput input;
    input.bridge = makeBridge(BridgeType::warren, 0.96, 0.16, 4);  // 7 x 24 cm, 8 x 20 cm
    input.strands.assign(15, 2);
    input.material.planes = planes;
    input.material.bracing = bracing;
    input.material.width = 0.1;
    return input;
}

BridgeBudget budget(const BridgeInput& input) {
    BridgeStatics statics;
    statics.measure(input);
    const BridgeBudget found = budgetOf(
        input, statics, planCuts(piecesOf(input, statics.lengths()), 0.25), {0.25, 0.05, 1.5, 20});
    EXPECT_NEAR(found.mass(), statics.mass(), 1e-9);
    return found;
}

TEST(Budget, CountsMatterGlueAndMoney) {
    const BridgeBudget one = budget(warren(1, Bracing::none));
    EXPECT_NEAR(one.strandLength, 2 * 3.28, 1e-9);
    EXPECT_NEAR(one.strandMass, 2 * 3.28 * 1500 * 3.14159265358979 * 0.9e-3 * 0.9e-3, 1e-9);
    EXPECT_NEAR(one.glueMass, 9 * 0.5e-3, 1e-12);
    EXPECT_EQ(one.strands, 30);  // no two pieces fit in one strand
    EXPECT_EQ(one.packets, 1);   // 28.6 g in a packet of 50 g
    EXPECT_NEAR(one.cost, 1.5 + 4.5e-3 * 20, 1e-9);
    EXPECT_EQ(one.joints, 9);
}

TEST(Budget, TwoPlanesAreTwiceOneAndTheBarsBetweenThem) {
    const BridgeBudget one = budget(warren(1, Bracing::none));
    const BridgeBudget two = budget(warren(2, Bracing::none));
    EXPECT_NEAR(two.mass(), 2 * one.mass(), 1e-12);
    const BridgeBudget ladder = budget(warren(2, Bracing::ladder));
    EXPECT_NEAR(ladder.strandLength - two.strandLength, 9 * 0.1, 1e-12);
    EXPECT_NEAR(ladder.glueMass - two.glueMass, 18 * 0.5e-3, 1e-12);
    const BridgeBudget cross = budget(warren(2, Bracing::cross));
    EXPECT_NEAR(cross.strandLength - ladder.strandLength, 14 * 0.26, 1e-9);
}

// -- rules

std::vector<CheckRow> check(RuleSet set, const BridgeInput& input, double forecast = 100) {
    BridgeStatics statics;
    statics.measure(input);
    return checkRules(set, input, statics, forecast);
}

const CheckRow& row(const std::vector<CheckRow>& rows, const std::string& key) {
    static const CheckRow none;
    for (const CheckRow& one : rows)
        if (one.key == key) return one;
    ADD_FAILURE() << key;
    return none;
}

BridgeInput contest(double span, double height) {
    BridgeInput input;
    input.bridge = makeBridge(BridgeType::warren, span, height, 10);
    input.strands.assign(input.bridge.members.size(), 10);
    input.material.bonded = false;
    input.material.planes = 2;
    input.material.width = 0.1;
    input.material.bracing = Bracing::ladder;
    return input;
}

TEST(Rules, FreeAsksNothing) { EXPECT_TRUE(check(RuleSet::free, contest(1, 0.2)).empty()); }

TEST(Rules, ReccsIsMetByASoundBridgeAndSeesEachFault) {
    for (const CheckRow& one : check(RuleSet::reccs, contest(1, 0.2)))
        EXPECT_TRUE(one.met) << one.key;
    EXPECT_FALSE(row(check(RuleSet::reccs, contest(0.9, 0.2)), "span").met);
    EXPECT_FALSE(row(check(RuleSet::reccs, contest(1, 0.61)), "total_height").met);
    BridgeInput input = contest(1, 0.2);
    input.strands.assign(input.strands.size(), 37);
    EXPECT_FALSE(row(check(RuleSet::reccs, input), "mass").met);
    input = contest(1, 0.2);
    input.bridge.members[3].bond = Bond::bonded;
    const CheckRow glue = row(check(RuleSet::reccs, input), "loose_bundles");
    EXPECT_FALSE(glue.met);
    EXPECT_EQ(glue.items, std::vector<std::string>{"member.S4"});
    input.strands[3] = 1;  // one strand is no bundle
    EXPECT_TRUE(row(check(RuleSet::reccs, input), "loose_bundles").met);
    input.material.width = 0.04;
    EXPECT_FALSE(row(check(RuleSet::reccs, input), "vehicle").met);
    input = contest(1, 0.03);  // bars across at 3 cm stop the block
    EXPECT_FALSE(row(check(RuleSet::reccs, input), "vehicle").met);
    input = contest(1, 0.2);
    for (BridgeNode& node : input.bridge.nodes)
        if (node.y > 0.1) node.y = -0.2;
    const CheckRow below = row(check(RuleSet::reccs, input), "below");
    EXPECT_FALSE(below.met);
    EXPECT_EQ(below.items.size(), 10u);
}

TEST(Rules, OnlyTheTestTellsWhatABridgeBears) {
    const CheckRow bears = row(check(RuleSet::classroom, contest(0.6, 0.1), 10), "bears");
    EXPECT_FALSE(bears.known);
    EXPECT_FALSE(bears.met);
    EXPECT_TRUE(row(check(RuleSet::classroom, contest(0.6, 0.1), 30), "bears").met);
}

TEST(Rules, OkanaganTakesALongerSpan) {
    EXPECT_TRUE(row(check(RuleSet::okanagan, contest(1.2, 0.2)), "span_least").met);
    EXPECT_FALSE(row(check(RuleSet::okanagan, contest(0.98, 0.2)), "span_least").met);
    EXPECT_FALSE(row(check(RuleSet::delft, contest(1.2, 0.2)), "span").met);
}

TEST(Rules, AnEmptyDrawingIsChecked) {
    BridgeInput input;
    for (const RuleSet set : {RuleSet::classroom, RuleSet::reccs, RuleSet::hopkins})
        EXPECT_FALSE(row(check(set, input, 0), "span").met);
}

}  // namespace
}  // namespace pt
