// Linear statics against closed forms (any book on structural analysis).
#include <gtest/gtest.h>

#include <cmath>

#include "engine/core/math.h"
#include "tests/numerics/frame_fixtures.h"

namespace pt {
namespace {

constexpr double L = 2.5, EI = 7.0, q = 3.0;

FrameSolution solved(const Frame& frame) {
    FrameSolver solver;
    Result<FrameSolution> result = solver.solve(frame);
    EXPECT_TRUE(result.ok()) << (result.ok() ? "" : result.error().key);
    return result.ok() ? result.value() : FrameSolution();
}

TEST(ClosedForm, CantileverWithUniformLoad) {
    Frame frame = beamLine(L, 3, EI, q);
    fix(frame.nodes.front(), true, true, true);
    const FrameSolution s = solved(frame);
    EXPECT_NEAR(s.displacements.back()[1], -q * L * L * L * L / (8 * EI), 1e-10);
    EXPECT_NEAR(s.displacements.back()[2], -q * L * L * L / (6 * EI), 1e-10);
    EXPECT_NEAR(s.reactions[0][1], q * L, 1e-10);
    EXPECT_NEAR(s.reactions[0][2], q * L * L / 2, 1e-10);
    EXPECT_NEAR(s.forces[0].largestMoment, q * L * L / 2, 1e-10);
}

TEST(ClosedForm, FixedFixedBeam) {
    Frame frame = beamLine(L, 2, EI, q);
    fix(frame.nodes.front(), true, true, true);
    fix(frame.nodes.back(), true, true, true);
    const FrameSolution s = solved(frame);
    EXPECT_NEAR(s.displacements[1][1], -q * L * L * L * L / (384 * EI), 1e-12);
    EXPECT_NEAR(s.reactions[0][2], q * L * L / 12, 1e-12);
    EXPECT_NEAR(s.reactions[2][2], -q * L * L / 12, 1e-12);
    EXPECT_NEAR(std::fabs(s.forces[0].momentTo), q * L * L / 24, 1e-12);
}

TEST(ClosedForm, OneClampedElementCarriesItsLoadWithoutAnyUnknown) {
    Frame frame = beamLine(L, 1, EI, q);
    fix(frame.nodes.front(), true, true, true);
    fix(frame.nodes.back(), true, true, true);
    const FrameSolution s = solved(frame);
    EXPECT_NEAR(s.reactions[0][1], q * L / 2, 1e-12);
    EXPECT_NEAR(s.forces[0].largestMoment, q * L * L / 12, 1e-12);
}

TEST(ClosedForm, ProppedCantilever) {
    Frame frame = beamLine(L, 1, EI, q);
    fix(frame.nodes.front(), true, true, true);
    fix(frame.nodes.back(), false, true, false);
    const FrameSolution s = solved(frame);
    EXPECT_NEAR(s.reactions[0][2], q * L * L / 8, 1e-12);
    EXPECT_NEAR(s.reactions[1][1], 3 * q * L / 8, 1e-12);
    EXPECT_NEAR(s.displacements[1][2], q * L * L * L / (48 * EI), 1e-12);
}

TEST(ClosedForm, ProppedCantileverMadeWithAHingeInAFixedEnd) {
    Frame frame = beamLine(L, 1, EI, q);
    fix(frame.nodes.front(), true, true, true);
    fix(frame.nodes.back(), true, true, true);
    frame.members[0].hingeTo = true;
    const FrameSolution s = solved(frame);
    EXPECT_NEAR(s.reactions[0][2], q * L * L / 8, 1e-12);
    EXPECT_NEAR(s.forces[0].momentTo, 0, 1e-12);
}

TEST(ClosedForm, MomentBetweenTheEndsOfASimpleBeam) {
    Frame frame = beamLine(L, 1, EI, q);
    fix(frame.nodes.front(), true, true, false);
    fix(frame.nodes.back(), false, true, false);
    EXPECT_NEAR(solved(frame).forces[0].largestMoment, q * L * L / 8, 1e-12);
    frame.members[0].truss = true;  // the load of a hinged bar bends it just so
    EXPECT_NEAR(solved(frame).forces[0].largestMoment, q * L * L / 8, 1e-12);
}

TEST(ClosedForm, BarUnderItsOwnWeightStandsUpright) {
    Frame frame;
    frame.nodes = {{0, 0}, {0, L}};
    fix(frame.nodes[0], true, true, true);
    frame.members = {beam(0, 1, EI, 1, 1)};
    frame.members[0].qy = -q;
    const FrameSolution s = solved(frame);
    EXPECT_NEAR(s.displacements[1][1], -q * L * L / (2 * EI), 1e-12);
    EXPECT_NEAR(s.forces[0].axial, -q * L / 2, 1e-12);  // the mean: -qL at the foot, 0 on top
    EXPECT_NEAR(s.reactions[0][1], q * L, 1e-12);
}

// Square portal with clamped feet, a sideways force at the top, members that do not stretch:
// each foot holds M = P h (1 + 3k) / (2 (1 + 6k)), k = (I2/l)/(I1/h).
TEST(ClosedForm, PortalUnderASidewaysForce) {
    constexpr double P = 4, h = 2, k = 1;
    Frame frame;
    frame.nodes = {{0, 0}, {0, h}, {h, h}, {h, 0}};
    fix(frame.nodes[0], true, true, true);
    fix(frame.nodes[3], true, true, true);
    for (int i = 0; i < 3; ++i) frame.members.push_back(beam(i, i + 1, 1, 1e8, 1));
    frame.loads = {{1, P / 2, 0, 0}, {2, P / 2, 0, 0}};
    const FrameSolution s = solved(frame);
    const double foot = P * h / 2 * (1 + 3 * k) / (1 + 6 * k);
    EXPECT_NEAR(s.reactions[0][2], foot, 1e-6);
    EXPECT_NEAR(s.reactions[3][2], foot, 1e-6);
    EXPECT_NEAR(s.reactions[0][0], -P / 2, 1e-6);
}

// Gerber beam: clamped, hinge at a, roller at the end. The hinge passes half the load of the
// suspended part, its moment is zero.
TEST(ClosedForm, HingeInABeam) {
    constexpr double a = 1, b = 2;
    Frame frame;
    frame.nodes = {{0, 0}, {a, 0}, {a + b, 0}};
    fix(frame.nodes[0], true, true, true);
    fix(frame.nodes[2], false, true, false);
    frame.members = {beam(0, 1), beam(1, 2)};
    frame.members[1].hingeFrom = true;
    frame.members[1].qy = -q;
    const FrameSolution s = solved(frame);
    EXPECT_NEAR(s.reactions[2][1], q * b / 2, 1e-12);
    EXPECT_NEAR(s.reactions[0][2], q * b / 2 * a, 1e-12);
    EXPECT_NEAR(s.forces[1].momentFrom, 0, 1e-12);
    EXPECT_NEAR(s.forces[0].momentTo, 0, 1e-12);
}

TEST(ClosedForm, FrameMembersWithHingesAtBothEndsAreATruss) {
    Frame pinned;
    pinned.nodes = {{0, 0}, {3, 0}, {1, 2}};
    fix(pinned.nodes[0], true, true, false);
    fix(pinned.nodes[1], true, true, false);
    pinned.members = {bar(0, 2, 5), bar(2, 1, 5)};
    pinned.loads = {{2, 0.3, -1, 0}};
    Frame hinged = pinned;
    for (FrameMember& member : hinged.members) {
        member.truss = false;
        member.I = 2;
        member.hingeFrom = member.hingeTo = true;
    }
    const FrameSolution a = solved(pinned), b = solved(hinged);
    for (size_t m = 0; m < 2; ++m) EXPECT_NEAR(a.forces[m].axial, b.forces[m].axial, 1e-12);
    for (size_t d = 0; d < 2; ++d) EXPECT_NEAR(a.displacements[2][d], b.displacements[2][d], 1e-12);
}

TEST(ClosedForm, AForceOnASupportGoesIntoIt) {
    Frame frame = beamLine(L, 1, EI, 0);
    fix(frame.nodes.front(), true, true, false);
    fix(frame.nodes.back(), false, true, false);
    frame.loads = {{1, 0, -5, 0}};
    const FrameSolution s = solved(frame);
    EXPECT_NEAR(s.reactions[1][1], 5, 1e-12);
    EXPECT_EQ(s.residual, 0);
}

}  // namespace
}  // namespace pt
