// The collapse is a picture, but a sane one: it starts from the standing bridge, falls, stays in
// the room and keeps its pieces.
#include <gtest/gtest.h>

#include <cmath>

#include "engine/core/math.h"
#include "sims/spaghetti_bridge/model.h"

namespace pt {
namespace {

constexpr double dt = 1.0 / 240;

struct Fall {
    SpaghettiBridge model;
    Schema schema;

    Fall(int type, int joints) {
        model.describe(schema);
        *schema.findChoice("type")->value = type;
        *schema.findChoice("joints")->value = joints;
        *schema.findParam("load_rate")->value = 50;
        EXPECT_TRUE(model.reset(1).ok());
        while (!model.falling() && model.step(dt).ok()) {
        }
    }
};

glm::dvec2 end(const BridgePiece& piece, double side) {
    return piece.center +
           side / 2 * piece.length * glm::dvec2(math::cos(piece.angle), math::sin(piece.angle));
}

class EachBridge : public testing::TestWithParam<std::tuple<int, int>> {};

TEST_P(EachBridge, StartsWhereTheStandingBridgeIs) {
    const Fall run(std::get<0>(GetParam()), std::get<1>(GetParam()));
    const Bridge& bridge = run.model.design();
    double total = 0;
    for (const BridgePiece& piece : run.model.pieces()) {
        const BridgeMember& member = bridge.members[piece.member];
        total += piece.length;
        const auto check = [&](int node, glm::dvec2 point) {
            const NodeState& state = run.model.nodes()[node];
            EXPECT_NEAR(point.x, bridge.nodes[node].x + state.ux, 1e-6);
            EXPECT_NEAR(point.y, bridge.nodes[node].y + state.uy, 1e-6);
        };
        if (!piece.cutFrom) check(member.from, end(piece, -1));
        if (!piece.cutTo) check(member.to, end(piece, 1));
    }
    double lengths = 0;
    for (size_t i = 0; i < bridge.members.size(); ++i)
        lengths += run.model.memberLength(static_cast<int>(i));
    EXPECT_NEAR(total, lengths, 0.01 * lengths);
    EXPECT_GT(run.model.pieces().size(), bridge.members.size());
}

TEST_P(EachBridge, TheBucketFallsToTheFloorAndNothingLeavesTheRoom) {
    Fall run(std::get<0>(GetParam()), std::get<1>(GetParam()));
    const double floor = run.model.ground().floor;
    const double top = run.model.bucket().center.y;
    while (!run.model.finished()) ASSERT_TRUE(run.model.step(dt).ok());
    const BridgeBucket bucket = run.model.bucket();
    EXPECT_LT(bucket.center.y, top - 0.05);
    EXPECT_NEAR(bucket.center.y - floor, bucket.height / 2, 0.35 * bucket.height);
    for (const BridgePiece& piece : run.model.pieces()) {
        for (const double side : {-1.0, 1.0}) {
            const glm::dvec2 point = end(piece, side);
            EXPECT_TRUE(std::isfinite(point.x) && std::isfinite(point.y));
            EXPECT_GT(point.y, floor - 0.003);
            EXPECT_LT(std::fabs(point.x - 0.3), 1.5);
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Cases, EachBridge,
                         testing::Combine(testing::Values(0, 1, 2), testing::Values(0, 1)));

TEST(Collapse, BeforeTheFailureTheBucketHangsFromItsNode) {
    SpaghettiBridge model;
    Schema schema;
    model.describe(schema);
    ASSERT_TRUE(model.reset(1).ok());
    for (int i = 0; i < 500; ++i) ASSERT_TRUE(model.step(dt).ok());
    EXPECT_TRUE(model.pieces().empty());
    const BridgeBucket bucket = model.bucket();
    EXPECT_NEAR(bucket.hook.x, 0.3 + model.nodes()[model.design().loads.front()].ux, 1e-12);
    EXPECT_NEAR(bucket.hook.y, -model.sag(), 1e-12);
    EXPECT_LT(bucket.center.y, bucket.hook.y);
}

BridgeInput inputOf(const Bridge& bridge, std::vector<int> strands) {
    return {bridge, {}, std::move(strands), 1, {}};
}

BrokenBridge broken(const BridgeInput& input) {
    BridgeStatics intact;
    EXPECT_TRUE(intact.build(input).ok());
    return breakBridge(input, intact);
}

TEST(Cascade, OfADeterminateBridgeIsItsFirstMember) {
    const Bridge bridge = makeBridge(BridgeType::warren, 0.6, 0.1, 6);
    const BridgeInput input = inputOf(bridge, std::vector<int>(bridge.members.size(), 7));
    BridgeStatics intact;
    ASSERT_TRUE(intact.build(input).ok());
    const BrokenBridge result = broken(input);
    ASSERT_EQ(result.failures.size(), 1u);
    EXPECT_EQ(result.failures[0].member, intact.breakingMember());
    EXPECT_EQ(result.load, intact.breakingLoad());
}

// Three bars hang side by side; the middle one is half as long, so it carries most and breaks
// first.
Bridge threeBars() {
    Bridge fan;
    fan.nodes = {{"A", 0, 0.1, Support::pin},
                 {"B", 0.1, 0.1, Support::pin},
                 {"C", 0.2, 0.1, Support::pin},
                 {"D", 0.1, 0, Support::none}};
    fan.members = {{"a", 0, 3, 0}, {"b", 1, 3, 0}, {"c", 2, 3, 0}};
    fan.loads = {3};
    return fan;
}

// The rest is solved anew: two bars at 45° carry F / (2 cos 45°) each, and the weaker one decides.
TEST(Cascade, GoesOnWhereTheRestHolds) {
    BridgeInput input = inputOf(threeBars(), {9, 1, 9});
    input.material.density = 1e-9;
    input.material.glueMass = 0;
    const BrokenBridge result = broken(input);
    ASSERT_EQ(result.failures.size(), 2u);
    EXPECT_EQ(result.failures[0].member, 1);
    EXPECT_GT(result.failures[1].load, result.failures[0].load);
    BridgeStatics intact;
    ASSERT_TRUE(intact.build(input).ok());
    const auto force = [&](size_t i) { return intact.strengths()[i] * intact.sections()[i].area; };
    EXPECT_NEAR(result.load, std::sqrt(2.0) * std::min(force(0), force(2)), 1e-6 * result.load);
    EXPECT_NEAR(result.failures[1].axial, result.load / std::sqrt(2.0), 1e-6 * result.load);
}

// What the first break overloads goes with it under the same load.
TEST(Cascade, TakesAlongWhatCannotBearTheRest) {
    const BrokenBridge result = broken(inputOf(threeBars(), {1, 9, 1}));
    ASSERT_GE(result.failures.size(), 2u);
    EXPECT_EQ(result.failures[0].load, result.failures[1].load);
    EXPECT_EQ(result.load, result.failures[0].load);
}

TEST(Cascade, EquilibriumIsLostWithoutAWayToTheSupports) {
    const Bridge bridge = makeBridge(BridgeType::warren, 0.6, 0.1, 6);
    DamagedBridge damaged(inputOf(bridge, std::vector<int>(bridge.members.size(), 7)));
    EXPECT_TRUE(damaged.holds(0));
    damaged.lose(bridge.findMember("S1"));
    EXPECT_FALSE(damaged.holds(0));
    DamagedBridge fan(inputOf(threeBars(), {1, 1, 1}));
    fan.lose(0);
    EXPECT_TRUE(fan.holds(0));
    EXPECT_EQ(fan.statics().members(1)[0].axial, 0);
    fan.lose(1);
    EXPECT_FALSE(fan.holds(0));
}

TEST(Ground, CarriesEverySupport) {
    const Bridge bridge = makeBridge(BridgeType::warren, 0.6, 0.1, 6);
    const BridgeGround ground = makeGround(bridge);
    ASSERT_EQ(ground.piers.size(), 2u);
    for (const BridgeGround::Box& pier : ground.piers) {
        EXPECT_LT(pier.low.x, pier.high.x);
        EXPECT_NEAR(pier.high.y, 0, 0.01);
        EXPECT_EQ(pier.low.y, ground.floor);
    }
    EXPECT_LT(ground.floor, makeBucket(bridge, {0, 0}).center.y);
}

}  // namespace
}  // namespace pt
