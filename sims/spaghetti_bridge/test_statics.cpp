// Breaking loads against hand calculation, and the scatter of strength against Weibull's theory.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "engine/core/math.h"
#include "engine/core/rng.h"
#include "sims/spaghetti_bridge/statics.h"

namespace pt {
namespace {

// Case T05: a Warren bridge of 3-4-5 triangles under P at midspan. By the method of sections the
// bars carry whole multiples of P/8: bottom 3, 9, 9, 3; top -6, -12, -6; web ∓5, inwards ±5.
struct ThreeFourFive {
    Bridge bridge = makeBridge(BridgeType::warren, 0.96, 0.16, 4);
    BridgeMaterial material;
    std::vector<int> strands = std::vector<int>(15, 7);
    std::vector<double> eighths{3, 9, 9, 3, -6, -12, -6, -5, 5, -5, 5, 5, -5, 5, -5};

    ThreeFourFive() {
        material.density = 1e-9;  // the weight is looked at by itself
        material.glueMass = 0;
    }
};

TEST(Statics, BarForcesAreEighthsOfTheLoad) {
    const ThreeFourFive t;
    BridgeStatics statics;
    ASSERT_TRUE(statics.build(t.bridge, t.material, t.strands, 1).ok());
    const std::vector<MemberState> states = statics.members(80);
    for (size_t i = 0; i < 15; ++i)
        EXPECT_NEAR(states[i].axial, 10 * t.eighths[i], 1e-6) << t.bridge.members[i].id;
    const std::vector<NodeState> nodes = statics.nodes(80);
    EXPECT_NEAR(nodes[0].reactionY, 40, 1e-6);
    EXPECT_NEAR(nodes[4].reactionY, 40, 1e-6);
    EXPECT_NEAR(nodes[0].reactionX, 0, 1e-6);
    EXPECT_EQ(nodes[1].reactionY, 0);
}

TEST(Statics, SagIsThatOfVirtualWork) {
    const ThreeFourFive t;
    BridgeStatics statics;
    ASSERT_TRUE(statics.build(t.bridge, t.material, t.strands, 1).ok());
    double sag = 0;  // Σ N n L / EA with n = N / P
    for (size_t i = 0; i < 15; ++i)
        sag += t.eighths[i] / 8 * t.eighths[i] / 8 * statics.lengths()[i] /
               (t.material.E * statics.sections()[i].area);
    EXPECT_NEAR(statics.sag(100), 100 * sag, 1e-9);
}

// The smallest load at which one bar reaches its own limit, worked out bar by bar.
TEST(Statics, BreakingLoadIsTheLeastOfAllBars) {
    for (const bool bonded : {true, false})
        for (const int strands : {1, 2, 7, 19}) {
            ThreeFourFive t;
            t.material.bonded = bonded;
            t.strands.assign(15, strands);
            BridgeStatics statics;
            ASSERT_TRUE(statics.build(t.bridge, t.material, t.strands, 3).ok());
            const double r = t.material.strandDiameter / 2, area = math::pi * r * r * strands;
            const double hexagons = strands == 7 ? 55 : strands == 19 ? 403 : strands;
            const double I = math::pi * r * r * r * r / 4 * (bonded ? hexagons : strands);
            double least = 1e9;
            for (size_t i = 0; i < 15; ++i) {
                const double L = i < 7 ? 0.24 : 0.2, part = std::fabs(t.eighths[i]) / 8;
                const double euler = math::pi * math::pi * t.material.E * I / (L * L);
                const double limit = t.eighths[i] > 0
                                         ? statics.strengths()[i] * area
                                         : std::min(euler, t.material.crushingStrength * area);
                least = std::min(least, limit / part);
            }
            EXPECT_NEAR(statics.breakingLoad(), least, 1e-6 * least) << strands << bonded;
        }
}

TEST(Statics, ShortThickBarsCrush) {
    Bridge bridge = makeBridge(BridgeType::warren, 0.1, 0.05, 2);
    BridgeMaterial material;
    material.tensileStrength = 80e6;
    material.crushingStrength = 10e6;
    BridgeStatics statics;
    ASSERT_TRUE(statics.build(bridge, material, std::vector<int>(7, 37), 1).ok());
    EXPECT_EQ(statics.breakingMode(), FailureMode::crushing);
}

TEST(Statics, UtilisationIsOneAtTheBreakingLoadAndNowhereMore) {
    for (const bool rigid : {false, true})
        for (uint64_t seed = 1; seed <= 5; ++seed) {
            BridgeMaterial material;
            material.joints = rigid ? Joints::rigid : Joints::pinned;
            const Bridge bridge = makeBridge(BridgeType::pratt, 0.6, 0.1, 6);
            BridgeStatics statics;
            const std::vector<int> strands(bridge.members.size(), 2);
            ASSERT_TRUE(statics.build(bridge, material, strands, seed).ok());
            const std::vector<MemberState> states = statics.members(statics.breakingLoad());
            for (const MemberState& state : states) EXPECT_LE(state.utilisation, 1 + 1e-8);
            const MemberState& failed = states[statics.breakingMember()];
            EXPECT_NEAR(failed.utilisation, 1, 1e-9);
            EXPECT_EQ(failed.mode, statics.breakingMode());
        }
}

// One beam of two rigid members, P in the middle, supports hinged: M = P L / 4.
TEST(Statics, RigidJointsFailByBending) {
    Bridge beam;
    beam.nodes = {
        {"A", 0, 0, Support::pin}, {"B", 0.1, 0, Support::none}, {"C", 0.2, 0, Support::roller}};
    beam.members = {{"a", 0, 1, 0}, {"b", 1, 2, 0}};
    beam.loads = {1};
    BridgeMaterial material;
    material.joints = Joints::rigid;
    material.density = 1e-9;
    material.glueMass = 0;
    BridgeStatics statics;
    ASSERT_TRUE(statics.build(beam, material, {1, 1}, 1).ok());
    const double r = material.strandDiameter / 2, W = math::pi * r * r * r / 4;
    const double weakest =
        std::min({statics.strengths()[0], statics.strengths()[1], material.crushingStrength});
    EXPECT_NEAR(statics.breakingLoad(), 4 * W * weakest / 0.2, 1e-9);
    EXPECT_EQ(statics.breakingMode(), FailureMode::bending);
    const double I = math::pi * r * r * r * r / 4, P = 0.1;
    EXPECT_NEAR(statics.sag(P), P * 0.2 * 0.2 * 0.2 / (48 * material.E * I), 1e-9);
}

TEST(Statics, MassIsStrandsAndGlue) {
    const ThreeFourFive t;
    BridgeMaterial material;
    material.glueMass = 1e-3;
    BridgeStatics statics;
    ASSERT_TRUE(statics.build(t.bridge, material, t.strands, 1).ok());
    const double r = material.strandDiameter / 2, length = 7 * 0.24 + 8 * 0.2;
    EXPECT_NEAR(statics.mass(), 7 * math::pi * r * r * length * 1500 + 9e-3, 1e-12);
    const std::vector<NodeState> nodes = statics.nodes(0);
    EXPECT_NEAR(nodes[0].reactionY + nodes[4].reactionY, statics.mass() * gravity, 1e-12);
}

TEST(Statics, AMechanismNamesItsNode) {
    Bridge square;
    square.nodes = {{"K1", 0, 0, Support::pin},
                    {"K2", 0.1, 0, Support::roller},
                    {"K3", 0.1, 0.1, Support::none},
                    {"K4", 0, 0.1, Support::none}};
    square.members = {{"a", 0, 1, 0}, {"b", 1, 2, 0}, {"c", 2, 3, 0}, {"d", 3, 0, 0}};
    square.loads = {2};
    BridgeStatics statics;
    const Status status = statics.build(square, {}, {1, 1, 1, 1}, 1);
    ASSERT_FALSE(status.ok());
    EXPECT_EQ(status.error().key, "bridge.mechanism");
    EXPECT_EQ(status.error().args[0], (Arg{"node", "K3"}));
    EXPECT_GT(statics.mass(), 0);
    BridgeMaterial rigid;
    rigid.joints = Joints::rigid;
    EXPECT_TRUE(statics.build(square, rigid, {1, 1, 1, 1}, 1).ok());
}

// -- strength

struct Sample {
    double mean, deviation;
};

// Of bundles whose strands have strength 1 on average.
Sample sample(double modulus, int strands) {
    constexpr int draws = 20000;
    double sum = 0, squares = 0;
    for (uint64_t seed = 0; seed < draws; ++seed) {
        const double value = drawBundle(modulus, strands, seed, "S1");
        sum += value;
        squares += value * value;
    }
    const double mean = sum / draws;
    return {mean, std::sqrt(squares / draws - mean * mean)};
}

// W01: deviation / mean of one strand.
TEST(Strength, OneStrandFollowsWeibull) {
    for (const auto& [modulus, variation] : {std::pair(5.0, 0.229051), std::pair(8.0, 0.148369)}) {
        const Sample one = sample(modulus, 1);
        EXPECT_NEAR(one.mean, 1, 0.005) << modulus;
        EXPECT_NEAR(one.deviation / one.mean, variation, 0.004) << modulus;
    }
}

// W01, m = 8: ten times the volume has 0.749894 of the strength.
TEST(Strength, LongStrandsAreWeaker) {
    BridgeMaterial material;
    material.weibullModulus = 8;
    EXPECT_NEAR(meanStrength(material, 0.25), material.tensileStrength, 1e-3);
    EXPECT_NEAR(meanStrength(material, 2.5) / material.tensileStrength, 0.7498942093, 1e-9);
}

// W01, m = 8: a large bundle with equal sharing has 0.680498 s0, one strand 0.941743 s0 on average.
TEST(Strength, LargeBundleTendsToDaniels) {
    double sum = 0;
    for (uint64_t seed = 0; seed < 20; ++seed) sum += drawBundle(8, 4000, seed, "S1") / 20;
    EXPECT_NEAR(sum, 0.680498 / 0.941743, 0.01);
}

// Two strands, by hand: the weaker one breaks first, then the stronger must carry all.
TEST(Strength, TwoStrandsShareUntilTheWeakerBreaks) {
    Rng random(5, "strength S1");
    const double first = random.weibull(9, 1), second = random.weibull(9, 1);
    const double scale = 1.0560048488;  // 1/Γ(1 + 1/9)
    const double both = std::max(std::min(first, second), std::max(first, second) / 2);
    EXPECT_NEAR(drawBundle(9, 2, 5, "S1"), both * scale, 1e-9);
}

TEST(Strength, BelongsToTheSeedAndTheMember) {
    const double one = drawBundle(9, 3, 1, "S1");
    EXPECT_EQ(one, drawBundle(9, 3, 1, "S1"));
    EXPECT_NE(one, drawBundle(9, 3, 2, "S1"));
    EXPECT_NE(one, drawBundle(9, 3, 1, "S2"));
}

TEST(Strength, KeptDrawsAreThoseOfAFreshBridge) {
    const Bridge bridge = makeBridge(BridgeType::warren, 0.6, 0.1, 4);
    BridgeStatics kept;
    for (const uint64_t seed : {1, 2, 1})
        for (const double modulus : {9.0, 5.0})
            for (const int strands : {3, 4, 3}) {
                BridgeMaterial material;
                material.weibullModulus = modulus;
                const std::vector<int> counts(bridge.members.size(), strands);
                BridgeStatics fresh;
                ASSERT_TRUE(kept.build(bridge, material, counts, seed).ok());
                ASSERT_TRUE(fresh.build(bridge, material, counts, seed).ok());
                EXPECT_EQ(kept.strengths(), fresh.strengths());
            }
}

}  // namespace
}  // namespace pt
