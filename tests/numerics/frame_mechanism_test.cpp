// Structures that cannot stand, and input that is none.
#include <gtest/gtest.h>

#include <limits>

#include "engine/core/math.h"
#include "tests/numerics/frame_fixtures.h"

namespace pt {
namespace {

// "key node/member direction" of the refusal, or "stands".
std::string verdict(const Frame& frame) {
    FrameSolver solver;
    const Result<FrameSolution> result = solver.solve(frame);
    if (result.ok()) return "stands";
    std::string text = result.error().key;
    for (const Arg& arg : result.error().args) text += " " + arg.value;
    return text;
}

Frame square() {
    Frame frame;
    frame.nodes = {{0, 0}, {1, 0}, {1, 1}, {0, 1}};
    frame.members = {bar(0, 1), bar(1, 2), bar(2, 3), bar(3, 0)};
    fix(frame.nodes[0], true, true, false);
    fix(frame.nodes[1], false, true, false);
    frame.loads = {{2, 0, -1, 0}};
    return frame;
}

TEST(Mechanism, SquareWithoutDiagonalLeansOver) {
    Frame frame = square();
    EXPECT_EQ(verdict(frame), "frame.mechanism 2 x");
    frame.members.push_back(bar(0, 2));
    EXPECT_EQ(verdict(frame), "stands");
}

TEST(Mechanism, WithoutSupports) {
    Frame frame = square();
    frame.members.push_back(bar(0, 2));
    for (FrameNode& node : frame.nodes) fix(node, false, false, false);
    EXPECT_EQ(verdict(frame).substr(0, 15), "frame.mechanism");
}

TEST(Mechanism, OnRollersAloneItRollsAway) {
    Frame frame = square();
    frame.members.push_back(bar(0, 2));
    frame.nodes[0].fixX = false;
    const std::string said = verdict(frame);
    EXPECT_EQ(said.substr(0, 15), "frame.mechanism");
    EXPECT_EQ(said.back(), 'x');
}

TEST(Mechanism, ANodeOnAStraightLineBetweenTwoBars) {
    for (const double angle : {0.0, 0.1, 0.7, 1.2}) {
        const double c = math::cos(angle), s = math::sin(angle);
        Frame frame;
        frame.nodes = {{0, 0}, {0.3 * c, 0.3 * s}, {c, s}};
        frame.members = {bar(0, 1), bar(1, 2)};
        fix(frame.nodes[0], true, true, false);
        fix(frame.nodes[2], true, true, false);
        EXPECT_EQ(verdict(frame),
                  angle < math::pi / 4 ? "frame.mechanism 1 y" : "frame.mechanism 1 x")
            << angle;
    }
}

TEST(Mechanism, AFlatArchStandsHoweverFlat) {
    for (const double rise : {1e-1, 1e-3, 1e-5, 1e-7}) {
        Frame frame;
        frame.nodes = {{0, 0}, {1, rise}, {2, 0}};
        frame.members = {bar(0, 1), bar(1, 2)};
        fix(frame.nodes[0], true, true, false);
        fix(frame.nodes[2], true, true, false);
        EXPECT_EQ(verdict(frame), "stands") << rise;
    }
}

TEST(Mechanism, ALongSlenderCantileverStands) {
    Frame frame = beamLine(100, 400, 1e-6, 1e-9);
    fix(frame.nodes.front(), true, true, true);
    EXPECT_EQ(verdict(frame), "stands");
    fix(frame.nodes.front(), true, true, false);
    EXPECT_EQ(verdict(frame), "frame.mechanism 400 y");
}

TEST(Mechanism, ThreeHingesInOneBeam) {
    Frame frame = beamLine(3, 3, 1, 1);
    fix(frame.nodes.front(), true, true, true);
    fix(frame.nodes.back(), true, true, true);
    frame.members[0].hingeTo = true;
    EXPECT_EQ(verdict(frame), "stands");
    frame.members[2].hingeFrom = true;
    EXPECT_EQ(verdict(frame), "stands");
    frame.members[0].hingeFrom = true;
    EXPECT_EQ(verdict(frame).substr(0, 15), "frame.mechanism");
}

TEST(Mechanism, ALooseNodeAndALoosePart) {
    Frame frame = square();
    frame.members.push_back(bar(0, 2));
    frame.nodes.push_back({5, 5});
    EXPECT_EQ(verdict(frame).substr(0, 17), "frame.mechanism 4");
    frame.nodes.push_back({6, 5});
    frame.members.push_back(beam(4, 5));
    EXPECT_EQ(verdict(frame).substr(0, 15), "frame.mechanism");
}

TEST(Mechanism, ATrussPanelWithoutDiagonalFarFromItsSupports) {
    Frame frame;
    for (int i = 0; i <= 10; ++i) frame.nodes.push_back({0.1 * i, 0});
    for (int i = 0; i <= 10; ++i) frame.nodes.push_back({0.1 * i, 0.07});
    for (int i = 0; i <= 10; ++i) {
        frame.members.push_back(bar(i, 11 + i, 9000));
        if (i == 10) continue;
        frame.members.push_back(bar(i, i + 1, 9000));
        frame.members.push_back(bar(11 + i, 12 + i, 9000));
        if (i != 6) frame.members.push_back(bar(i, 12 + i, 9000));
    }
    fix(frame.nodes[0], true, true, false);
    fix(frame.nodes[10], false, true, false);
    const std::string said = verdict(frame);
    EXPECT_EQ(said.substr(0, 15), "frame.mechanism");
    frame.members.push_back(bar(6, 18, 9000));
    EXPECT_EQ(verdict(frame), "stands");
}

TEST(Mechanism, BarsGiveNoFalseAlarmForTheRotationOfTheirNodes) {
    Frame frame = square();
    frame.members.push_back(bar(0, 2));
    frame.members[0].truss = false;  // one beam among bars
    frame.members[0].I = 1;
    EXPECT_EQ(verdict(frame), "stands");
}

TEST(Mechanism, AMomentOnANodeOfBars) {
    Frame frame = square();
    frame.members.push_back(bar(0, 2));
    frame.loads.push_back({3, 0, 0, 1});
    EXPECT_EQ(verdict(frame), "frame.mechanism 3 r");
}

TEST(Mechanism, UnitsDoNotMatter) {
    for (const double size : {1e-6, 1.0, 1e6})
        for (const double stiffness : {1e-6, 1.0, 1e12}) {
            Frame frame = square();
            for (FrameNode& node : frame.nodes) {
                node.x *= size;
                node.y *= size;
            }
            for (FrameMember& member : frame.members) member.E = stiffness;
            EXPECT_EQ(verdict(frame), "frame.mechanism 2 x") << size << " " << stiffness;
            frame.members.push_back(bar(0, 2, stiffness));
            EXPECT_EQ(verdict(frame), "stands") << size << " " << stiffness;
        }
}

TEST(Refusal, NamesTheMemberOrNode) {
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    constexpr double infinity = std::numeric_limits<double>::infinity();
    EXPECT_EQ(verdict({}), "frame.empty");
    const auto with = [](auto change) {
        Frame frame = square();
        frame.members.push_back(bar(0, 2));
        change(frame);
        return verdict(frame);
    };
    EXPECT_EQ(with([](Frame& f) { f.members[3].to = 4; }), "frame.bad_node 3");
    EXPECT_EQ(with([](Frame& f) { f.members[3].from = -1; }), "frame.bad_node 3");
    EXPECT_EQ(with([](Frame& f) { f.members[1].to = 1; }), "frame.zero_length 1");
    EXPECT_EQ(with([](Frame& f) { f.nodes[2].x = 0, f.nodes[2].y = 1; }), "frame.zero_length 2");
    EXPECT_EQ(with([](Frame& f) { f.members.push_back(bar(2, 0)); }), "frame.duplicate 5 4");
    EXPECT_EQ(with([](Frame& f) { f.nodes[1].x = nan; }), "frame.bad_number 1");
    EXPECT_EQ(with([](Frame& f) { f.members[2].E = infinity; }), "frame.bad_number 2");
    EXPECT_EQ(with([](Frame& f) { f.members[2].A = 0; }), "frame.bad_number 2");
    EXPECT_EQ(with([](Frame& f) { f.members[2].truss = false; }), "frame.bad_number 2");
    EXPECT_EQ(with([](Frame& f) { f.members[2].qy = nan; }), "frame.bad_number 2");
    EXPECT_EQ(with([](Frame& f) { f.loads[0].fy = nan; }), "frame.bad_number 2");
    EXPECT_EQ(with([](Frame& f) { f.loads[0].node = 9; }), "frame.bad_load 9");
}

TEST(Refusal, ASolverIsGoodAgainAfterIt) {
    FrameSolver solver;
    Frame frame = square();
    EXPECT_FALSE(solver.solve(frame).ok());
    frame.members.push_back(bar(0, 2));
    EXPECT_TRUE(solver.solve(frame).ok());
    Frame bad = frame;
    bad.loads[0].fy = std::numeric_limits<double>::quiet_NaN();
    EXPECT_FALSE(solver.solveLoads(bad).ok());
    EXPECT_TRUE(solver.solveLoads(frame).ok());
}

}  // namespace
}  // namespace pt
