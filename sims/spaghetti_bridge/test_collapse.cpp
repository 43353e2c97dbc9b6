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
        while (!model.broken() && model.step(dt).ok()) {
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

TEST(Cascade, OfADeterminateBridgeIsItsFirstMember) {
    const Bridge bridge = makeBridge(BridgeType::warren, 0.6, 0.1, 6);
    const std::vector<int> strands(bridge.members.size(), 7);
    const std::vector<Failure> failures =
        cascade(bridge, {}, strands, 1, 60, 8, FailureMode::buckling);
    ASSERT_EQ(failures.size(), 1u);
    EXPECT_EQ(failures[0].member, 8);
}

// Two bars carry a load; a third beside them is spare. One spare bar less is no disaster.
TEST(Cascade, StopsWhereTheRestHolds) {
    Bridge fan;
    fan.nodes = {{"A", 0, 0.1, Support::pin},
                 {"B", 0.1, 0.1, Support::pin},
                 {"C", 0.2, 0.1, Support::pin},
                 {"D", 0.1, 0, Support::none}};
    fan.members = {{"a", 0, 3, 0}, {"b", 1, 3, 0}, {"c", 2, 3, 0}};
    fan.loads = {3};
    const std::vector<Failure> light = cascade(fan, {}, {3, 1, 3}, 1, 50, 1, FailureMode::tension);
    EXPECT_EQ(light.size(), 1u);
    const std::vector<Failure> heavy = cascade(fan, {}, {3, 1, 3}, 1, 1e4, 1, FailureMode::tension);
    EXPECT_EQ(heavy.size(), 2u);
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
