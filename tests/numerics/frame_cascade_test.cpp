// Brittle cascades with closed forms.
#include "engine/numerics/frame_cascade.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "engine/core/math.h"
#include "tests/numerics/frame_fixtures.h"

namespace pt {
namespace {

constexpr double never = std::numeric_limits<double>::infinity();

// A rigid beam that can only move up and down hangs from bars; the load pulls it down.
Frame hangingBars(const std::vector<double>& stiffness) {
    Frame frame;
    const int count = static_cast<int>(stiffness.size());
    frame.nodes.push_back({0, 0, true, false, true});
    for (int i = 0; i < count; ++i) {
        const double x = i - (count - 1) / 2.0;
        frame.nodes.push_back({x, 1 + x * x, true, true, true});
        // All bars reach the same node; equal stiffness against its movement down.
        const double length = std::sqrt(x * x + (1 + x * x) * (1 + x * x));
        const double slope = (1 + x * x) / length;
        frame.members.push_back(
            bar(0, i + 1, stiffness[static_cast<size_t>(i)] * length / (slope * slope)));
    }
    frame.loads = {{0, 0, -1, 0}};
    return frame;
}

std::vector<BrittleStrength> all(size_t count, double tension) {
    return std::vector<BrittleStrength>(count, BrittleStrength{tension, never, never});
}

BrittleCascade run(const Frame& frame, const std::vector<BrittleStrength>& strengths) {
    auto solved = brittleCascade(frame, strengths);
    if (!solved.ok()) ADD_FAILURE() << solved.error().key;
    return solved.ok() ? solved.value() : BrittleCascade();
}

// Case C01: three bars at 30 degrees from the vertical, A = 10, strength 30 N/mm².
TEST(BrittleCascade, ThreeBarTruss) {
    Frame frame;
    const double side = 100 / std::sqrt(3.0);
    for (const double x : {0.0, side, 2 * side}) frame.nodes.push_back({x, 0, true, true, true});
    frame.nodes.push_back({side, -100});
    for (int i = 0; i < 3; ++i) {
        frame.members.push_back(bar(i, 3, 3600));
        frame.members.back().A = 10;
    }
    frame.loads = {{3, 0, -1, 0}};
    const BrittleCascade cascade = run(frame, all(3, 300));

    // Equilibrium and one displacement: N_outer = N_middle cos² 30°.
    const double c = std::sqrt(0.75);
    const double first = 300 * (1 + 2 * c * c * c), after = first / (2 * c);
    EXPECT_NEAR(cascade.firstFailure, first, 1e-9 * first);
    ASSERT_EQ(cascade.stages.size(), 2u);
    const BrittleStage& stage = cascade.stages[0];
    ASSERT_EQ(stage.failed.size(), 1u);
    EXPECT_EQ(stage.failed[0].member, 1u);
    EXPECT_EQ(stage.failed[0].mode, BrittleMode::tension);
    EXPECT_NEAR(stage.failed[0].force, 300, 1e-9 * 300);
    EXPECT_NEAR(stage.before[0] / 10, 22.5, 1e-9 * 22.5);
    EXPECT_NEAR(stage.after[0] / 10, after / 10, 1e-9 * after);
    EXPECT_NEAR(stage.after[0] / 10, 39.82050807568877, 1e-9 * 40);
    EXPECT_EQ(stage.after[1], 0);
    EXPECT_NEAR(stage.capacity, 2 * c * 300, 1e-9 * 520);
    // The outer two break together, and nothing is left.
    ASSERT_EQ(cascade.stages[1].failed.size(), 2u);
    EXPECT_EQ(cascade.stages[1].capacity, 0);
    EXPECT_TRUE(cascade.collapse);
    EXPECT_EQ(cascade.left, std::vector<bool>(3, false));
}

TEST(BrittleCascade, EqualPartsBreakAtOnce) {
    for (const size_t count : {2u, 5u, 9u}) {
        Frame frame;
        frame.nodes = {{0, 0, true, false, true}, {0, 1, true, true, true}};
        for (size_t i = 0; i < count; ++i) {
            // Equal bars on a circle, so that each shares the pull alike when they stand in pairs.
            const double angle = math::pi / 3 * (i % 2 == 0 ? 1 : -1);
            const double length = 1 + static_cast<double>(i / 2);
            frame.nodes.push_back(
                {length * math::sin(angle), length * math::cos(angle), true, true, true});
            frame.members.push_back(bar(0, static_cast<int>(i) + 2, length));
        }
        frame.loads = {{0, 0, -1, 0}};
        const BrittleCascade cascade = run(frame, all(count, 7));
        EXPECT_NEAR(cascade.firstFailure, 7.0 * static_cast<double>(count) / 2, 1e-9);
        ASSERT_EQ(cascade.stages.size(), 1u);
        EXPECT_EQ(cascade.stages[0].failed.size(), count);
        EXPECT_TRUE(cascade.collapse);
    }
}

// Parallel springs k_i, each breaking at force s_i: with the weak ones gone the others share.
TEST(BrittleCascade, StopsWhereTheRestHolds) {
    const std::vector<double> stiffness{1, 2, 1};
    const Frame frame = hangingBars(stiffness);
    std::vector<double> slope;
    for (const FrameMember& member : frame.members) {
        const FrameNode& top = frame.nodes[static_cast<size_t>(member.to)];
        slope.push_back(top.y / std::sqrt(top.x * top.x + top.y * top.y));
    }
    // Vertical parts k_i / Σk: 1/4, 1/2, 1/4. The middle one breaks first, at 0.1 of vertical
    // force.
    std::vector<BrittleStrength> strengths = all(3, 1e3);
    strengths[1].tension = 0.1 / slope[1];
    strengths[2].tension = 2 / slope[2];
    const BrittleCascade cascade = run(frame, strengths);
    EXPECT_NEAR(cascade.firstFailure, 0.2, 1e-12);
    ASSERT_EQ(cascade.stages.size(), 1u);
    EXPECT_FALSE(cascade.collapse);
    EXPECT_EQ(cascade.left, (std::vector<bool>{true, false, true}));
    EXPECT_NEAR(cascade.stages[0].after[0], 0.1 / slope[0], 1e-12);
    EXPECT_NEAR(cascade.stages[0].capacity, 4, 1e-9);  // half of it each
}

TEST(BrittleCascade, AChainBreaksAtItsWeakestLinkAndFalls) {
    Frame frame;
    for (int i = 0; i <= 4; ++i) frame.nodes.push_back({0, -static_cast<double>(i), true});
    frame.nodes[0].fixY = true;
    for (int i = 0; i < 4; ++i) frame.members.push_back(bar(i, i + 1, 10));
    frame.loads = {{4, 0, -2, 0}};
    std::vector<BrittleStrength> strengths = all(4, 9);
    strengths[2].tension = 5;
    const BrittleCascade cascade = run(frame, strengths);
    EXPECT_NEAR(cascade.firstFailure, 2.5, 1e-12);
    ASSERT_EQ(cascade.stages.size(), 1u);
    EXPECT_EQ(cascade.stages[0].failed[0].member, 2u);
    EXPECT_EQ(cascade.stages[0].after, std::vector<double>(4, 0));
    EXPECT_TRUE(cascade.collapse);
}

TEST(BrittleCascade, PressedMembersCrushOrBuckle) {
    Frame frame;
    frame.nodes = {{0, 0, true, true, true}, {0, 1, true, false, true}};
    frame.members = {bar(0, 1, 10)};
    frame.loads = {{1, 0, -1, 0}};
    const auto mode = [&](double crushing, double critical) {
        const BrittleCascade cascade = run(frame, {{0.1, crushing, critical}});
        EXPECT_NEAR(cascade.firstFailure, std::min(crushing, critical), 1e-12);
        return cascade.stages.at(0).failed.at(0).mode;
    };
    EXPECT_EQ(mode(3, 4), BrittleMode::compression);
    EXPECT_EQ(mode(4, 3), BrittleMode::buckling);
    EXPECT_LT(run(frame, {{0.1, 4, 3}}).stages[0].failed[0].force, 0);
}

// Two hangers that meet at an unloaded knee: with one gone the other dangles, and the rest holds.
TEST(BrittleCascade, WhatDanglesTakesNoPart) {
    Frame frame;
    frame.nodes = {{0, 0, true, true, true}, {2, 0, true, true, true}, {1, -1}, {1, -3},
                   {3, 0, true, true, true}, {-1, 0, true, true, true}};
    frame.members = {bar(0, 3, 10), bar(1, 3, 10), bar(2, 3, 1e-3), bar(2, 4, 1e3), bar(2, 5, 1e3)};
    frame.loads = {{3, 0, -1, 0}};
    std::vector<BrittleStrength> strengths = all(5, 1e3);
    strengths[3].tension = strengths[4].tension = 1e-9;  // the two that hold the knee
    const BrittleCascade cascade = run(frame, strengths);
    ASSERT_EQ(cascade.stages.size(), 1u);
    EXPECT_EQ(cascade.stages[0].failed.size(), 2u);
    EXPECT_FALSE(cascade.collapse);
    EXPECT_TRUE(cascade.left[2]);
    EXPECT_EQ(cascade.stages[0].after[2], 0);
    const double slope = 3 / std::sqrt(10.0);
    EXPECT_NEAR(cascade.stages[0].after[0], cascade.firstFailure / 2 / slope, 1e-9);
}

TEST(BrittleCascade, NothingBreaksWithoutForceOrLimit) {
    Frame frame = hangingBars({1, 1, 1});
    EXPECT_EQ(run(frame, all(3, never)).firstFailure, never);
    EXPECT_TRUE(run(frame, all(3, never)).stages.empty());
    frame.loads.clear();
    EXPECT_EQ(run(frame, all(3, 1)).firstFailure, never);
    EXPECT_FALSE(run(frame, all(3, 1)).collapse);
}

TEST(BrittleCascade, RefusesWhatItCannotWorkOut) {
    const Frame good = hangingBars({1, 1, 1});
    const auto key = [](const Frame& frame, const std::vector<BrittleStrength>& strengths) {
        const auto solved = brittleCascade(frame, strengths);
        return solved.ok() ? std::string("fine") : solved.error().key;
    };
    EXPECT_EQ(key({}, {}), "frame.empty");
    EXPECT_EQ(key(good, all(2, 1)), "frame.bad_strength");
    for (const double bad : {0.0, -1.0, std::numeric_limits<double>::quiet_NaN()}) {
        std::vector<BrittleStrength> strengths = all(3, 1);
        strengths[1].critical = bad;
        const auto solved = brittleCascade(good, strengths);
        ASSERT_FALSE(solved.ok());
        EXPECT_EQ(solved.error(), (Error{"frame.bad_strength", "", {{"member", "1"}}}));
    }
    Frame loose = good;
    loose.nodes[0].fixX = false;
    loose.members.resize(1);
    EXPECT_EQ(key(loose, all(1, 1)), "frame.mechanism");
}

// A stress test: whatever is drawn, the cascade ends, each member breaks once, and never a member
// that could still carry its force.
TEST(BrittleCascade, EndsForEveryGrid) {
    for (int seed = 0; seed < 40; ++seed) {
        Frame frame;
        for (int i = 0; i < 12; ++i)
            frame.nodes.push_back({static_cast<double>(i / 2), static_cast<double>(i % 2)});
        for (const size_t n : {0u, 1u, 10u, 11u}) fix(frame.nodes[n], true, true, true);
        for (int i = 0; i < 12; ++i)
            for (int j = i + 1; j < std::min(12, i + 4); ++j)
                if ((j != i + 3 || i % 2 == 0) && (i + j * 3 + seed) % 7 != 0)
                    frame.members.push_back(bar(i, j, 100));
        frame.loads = {{4, 0, -1, 0}, {7, 0.3, -1, 0}};
        std::vector<BrittleStrength> strengths;
        for (size_t m = 0; m < frame.members.size(); ++m) {
            const double strength =
                1 + static_cast<double>((m * 7 + static_cast<size_t>(seed)) % 5);
            strengths.push_back({strength, strength, 0.8 * strength});
        }
        const auto solved = brittleCascade(frame, strengths);
        if (!solved.ok()) {
            EXPECT_EQ(solved.error().key, "frame.mechanism");
            continue;
        }
        std::vector<int> broken(frame.members.size(), 0);
        for (const BrittleStage& stage : solved.value().stages)
            for (const BrittleFailure& failure : stage.failed) {
                ++broken[failure.member];
                const double limit = failure.force > 0 ? strengths[failure.member].tension
                                                       : strengths[failure.member].critical;
                EXPECT_GE(std::fabs(failure.force), limit * (1 - 1e-8));
            }
        for (size_t m = 0; m < broken.size(); ++m)
            EXPECT_EQ(broken[m], solved.value().left[m] ? 0 : 1);
    }
}

}  // namespace
}  // namespace pt
