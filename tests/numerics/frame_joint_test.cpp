// Joints between hinged and rigid, and supports that settle.
#include <gtest/gtest.h>

#include <cmath>

#include "engine/core/math.h"
#include "engine/numerics/frame_subdivide.h"
#include "tests/numerics/frame_fixtures.h"

namespace pt {
namespace {

FrameSolution solved(const Frame& frame) {
    FrameSolver solver;
    Result<FrameSolution> result = solver.solve(frame);
    EXPECT_TRUE(result.ok());
    return result.ok() ? result.value() : FrameSolution{};
}

// A portal with a load on its beam and from aside; the joints of the beam have this stiffness.
Frame portal(double spring) {
    Frame frame;
    frame.nodes = {{0, 0}, {0, 2}, {3, 2.4}, {3, 0}};
    fix(frame.nodes[0], true, true, true);
    fix(frame.nodes[3], true, true, true);
    frame.members = {beam(0, 1, 5, 20, 0.3), beam(1, 2, 5, 20, 0.2), beam(2, 3, 5, 20, 0.3)};
    frame.members[1].springFrom = frame.members[1].springTo = spring;
    frame.members[1].qy = -0.7;
    frame.members[1].qx = 0.2;
    frame.loads = {{1, 0.5, 0, 0.1}};
    return frame;
}

void expectSame(const FrameSolution& a, const FrameSolution& b, double within) {
    ASSERT_EQ(a.displacements.size(), b.displacements.size());
    for (size_t n = 0; n < a.displacements.size(); ++n)
        for (size_t d = 0; d < 3; ++d) {
            EXPECT_NEAR(a.displacements[n][d], b.displacements[n][d], within);
            EXPECT_NEAR(a.reactions[n][d], b.reactions[n][d], within);
        }
    for (size_t m = 0; m < a.forces.size(); ++m) {
        EXPECT_NEAR(a.forces[m].axial, b.forces[m].axial, within);
        EXPECT_NEAR(a.forces[m].momentFrom, b.forces[m].momentFrom, within);
        EXPECT_NEAR(a.forces[m].momentTo, b.forces[m].momentTo, within);
        EXPECT_NEAR(a.forces[m].shearFrom, b.forces[m].shearFrom, within);
        EXPECT_NEAR(a.forces[m].largestMoment, b.forces[m].largestMoment, within);
    }
}

TEST(FrameJoint, WithoutStiffnessIsAHinge) {
    Frame hinged = portal(rigidJoint);
    hinged.members[1].hingeFrom = hinged.members[1].hingeTo = true;
    expectSame(solved(portal(0)), solved(hinged), 0);
    expectSame(solved(portal(1e-12)), solved(hinged), 1e-10);
}

TEST(FrameJoint, WithEndlessStiffnessIsRigid) {
    expectSame(solved(portal(1e14)), solved(portal(rigidJoint)), 1e-11);
    EXPECT_NE(solved(portal(1)).forces[1].momentFrom, solved(portal(2)).forces[1].momentFrom);
}

// wL²/12 / (1 + 2 EI/kL) at the ends, 5wL⁴/384EI less its part in the middle.
TEST(FrameJoint, SoftensTheEndsOfABeamAsTheClosedFormSays) {
    const double L = 3, EI = 7, w = 2;
    for (const double ratio : {0.1, 1.0, 5.0, 20.0, 1e3}) {
        Frame frame = beamLine(L, 2, EI, w);
        fix(frame.nodes[0], true, true, true);
        fix(frame.nodes[2], true, true, true);
        frame.members[0].springFrom = frame.members[1].springTo = ratio * EI / L;
        const FrameSolution s = solved(frame);
        const double end = w * L * L / 12 / (1 + 2 / ratio);
        EXPECT_NEAR(s.reactions[0][2], end, 1e-12);
        EXPECT_NEAR(s.reactions[2][2], -end, 1e-12);
        EXPECT_NEAR(s.displacements[1][1], -(5 * w * L * L * L * L / 384 - end * L * L / 8) / EI,
                    1e-12);
    }
}

TEST(FrameJoint, OfOneMemberLeavesTheOthersRigid) {
    // A cantilever whose tip carries a second beam through a spring: the spring's own turn adds.
    Frame frame;
    frame.nodes = {{0, 0}, {1, 0}, {2, 0}};
    fix(frame.nodes[0], true, true, true);
    frame.members = {beam(0, 1, 3), beam(1, 2, 3)};
    frame.members[1].springFrom = 4;
    frame.loads = {{2, 0, -1, 0}};
    EXPECT_NEAR(solved(frame).displacements[2][1], -(8.0 / 9 + 1.0 / 4), 1e-12);
}

TEST(FrameJoint, StiffnessMustBeZeroOrMore) {
    for (const double bad : {-1.0, -rigidJoint, std::nan(""), 1e-40}) {
        FrameSolver solver;
        const Result<FrameSolution> result = solver.solve(portal(bad));
        ASSERT_FALSE(result.ok()) << bad;
        EXPECT_EQ(result.error(), (Error{"frame.bad_spring", "", {{"member", "1"}}}));
    }
}

TEST(FrameJoint, ASliderKeepsTheSolverReady) {
    FrameSolver kept;
    for (const double spring : {0.0, 0.5, 3.0, rigidJoint, 0.0}) {
        FrameSolver fresh;
        expectSame(kept.solve(portal(spring)).value(), fresh.solve(portal(spring)).value(), 0);
    }
}

// tan(u/2) = -u/r of a column between two springs, u tan u = r of a cantilever on one: table B.0.
struct SpringColumn {
    double ratio, load;
    bool cantilever;
};

TEST(FrameJoint, BucklingLoadsBetweenHingedAndClamped) {
    const SpringColumn all[] = {
        {0.5, 11.7719, false}, {1, 13.4924, false},  {2, 16.4634, false},
        {5, 22.6699, false},   {10, 28.1677, false}, {20, 32.7819, false},
        {50, 36.5136, false},  {1, 0.740174, true},  {5, 1.726170, true},
        {10, 2.041670, true},  {0, 9.869604, false}, {1e12, 39.478418, false}};
    const double L = 1.3, EI = 2.1;
    for (const SpringColumn& item : all) {
        Frame frame;
        frame.nodes = {{0, 0}, {0, L}};
        fix(frame.nodes[0], true, true, true);
        fix(frame.nodes[1], !item.cantilever, false, !item.cantilever);
        frame.members = {beam(0, 1, EI, 1e6, 1)};
        frame.members[0].springFrom = item.ratio * EI / L;
        if (!item.cantilever) frame.members[0].springTo = item.ratio * EI / L;
        frame.loads = {{1, 0, -1, 0}};
        FrameSolver solver;
        double previous = 0;
        for (const int parts : {4, 8, 16}) {
            const Result<BucklingMode> mode = solver.buckling(frame, parts);
            ASSERT_TRUE(mode.ok());
            const double error = mode.value().factor * L * L / EI / item.load - 1;
            EXPECT_LT(std::fabs(error), parts == 4 ? 8e-3 : parts == 8 ? 6e-4 : 6e-5) << item.ratio;
            previous = error;
        }
        EXPECT_GT(previous, -2e-6) << "from above, but for the table's own digits";
    }
}

TEST(FrameSettlement, MovesAFrameThatIsNotHeldTwiceWithoutForce) {
    // Statically determinate: a settlement turns it as a whole.
    Frame frame = beamLine(4, 2, 3, 0);
    fix(frame.nodes[0], true, true, false);
    fix(frame.nodes[2], false, true, false);
    frame.nodes[2].moveY = -0.02;
    const FrameSolution s = solved(frame);
    EXPECT_NEAR(s.displacements[1][1], -0.01, 1e-15);
    EXPECT_NEAR(s.displacements[1][2], -0.005, 1e-15);
    EXPECT_EQ(s.displacements[2][1], -0.02);
    for (const auto& reaction : s.reactions)
        for (const double value : reaction) EXPECT_NEAR(value, 0, 1e-13);
}

// A clamped beam whose right end sinks by d and turns by t: 12EI d/L³ - 6EI t/L² and so on.
TEST(FrameSettlement, BendsAClampedBeam) {
    const double L = 2.5, EI = 4, d = -0.03, t = 0.01;
    Frame frame;
    frame.nodes = {{0, 0}, {L, 0}};
    fix(frame.nodes[0], true, true, true);
    fix(frame.nodes[1], true, true, true);
    frame.nodes[1].moveY = d;
    frame.nodes[1].turn = t;
    frame.nodes[1].moveX = 0.001;
    frame.members = {beam(0, 1, EI, 10, 1)};
    const FrameSolution s = solved(frame);
    EXPECT_NEAR(s.reactions[1][1], 12 * EI * d / (L * L * L) - 6 * EI * t / (L * L), 1e-13);
    EXPECT_NEAR(s.reactions[0][2], -6 * EI * d / (L * L) + 2 * EI * t / L, 1e-13);
    EXPECT_NEAR(s.reactions[1][0], 0.001 * EI * 10 / L, 1e-13);
    EXPECT_NEAR(s.forces[0].axial, 0.001 * EI * 10 / L, 1e-13);
}

TEST(FrameSettlement, CountsOnlyWhereTheNodeIsHeld) {
    Frame frame = portal(1);
    const FrameSolution before = solved(frame);
    frame.nodes[1].moveY = 5;
    frame.nodes[2].turn = 1;
    expectSame(solved(frame), before, 0);
    frame.nodes[3].moveX = std::nan("");
    FrameSolver solver;
    EXPECT_EQ(solver.solve(frame).error(), (Error{"frame.bad_number", "", {{"node", "3"}}}));
}

TEST(FrameSettlement, AndLoadsAddUp) {
    Frame both = portal(2), loads = both, moves = both;
    both.nodes[3].moveX = moves.nodes[3].moveX = 0.02;
    both.nodes[0].turn = moves.nodes[0].turn = -0.03;
    moves.loads.clear();
    moves.members[1].qx = moves.members[1].qy = 0;
    const FrameSolution a = solved(loads), b = solved(moves), sum = solved(both);
    EXPECT_LT(sum.residual, 1e-12);
    for (size_t n = 0; n < 4; ++n)
        for (size_t d = 0; d < 3; ++d) {
            EXPECT_NEAR(sum.displacements[n][d], a.displacements[n][d] + b.displacements[n][d],
                        1e-13);
            EXPECT_NEAR(sum.reactions[n][d], a.reactions[n][d] + b.reactions[n][d], 1e-12);
        }
}

TEST(FrameWeight, IsCarriedByTheSupports) {
    Frame frame = portal(0.3);
    frame.loads.clear();
    double weight = 0;
    for (FrameMember& member : frame.members) {
        member.qx = member.qy = 0;
        member.rhoA = 0.4;
    }
    const double lengths[3] = {2, math::hypot(3, 0.4), 2.4};
    for (const double length : lengths) weight += 0.4 * 9.81 * length;
    addSelfWeight(frame, 9.81);
    const FrameSolution s = solved(frame);
    EXPECT_NEAR(s.reactions[0][1] + s.reactions[3][1], weight, 1e-12);
    EXPECT_NEAR(s.reactions[0][0] + s.reactions[3][0], 0, 1e-12);
}

TEST(FrameSubdivision, KeepsJointsAtTheEndsAndTheStateAtTheNodes) {
    Frame frame = portal(1.5);
    frame.nodes[3].moveY = -0.01;
    frame.members.push_back(bar(0, 2, 3));
    const Frame fine = subdivided(frame, std::vector<int>{1, 3, 2, 5});
    ASSERT_EQ(fine.members.size(), 7u) << "a truss member stays whole";
    EXPECT_EQ(fine.members[1].springFrom, 1.5);
    EXPECT_EQ(fine.members[1].springTo, rigidJoint);
    EXPECT_EQ(fine.members[3].springTo, 1.5);
    const FrameSolution a = solved(frame), b = solved(fine);
    for (size_t n = 0; n < frame.nodes.size(); ++n)
        for (size_t d = 0; d < 3; ++d)
            EXPECT_NEAR(a.displacements[n][d], b.displacements[n][d], 1e-12);
}

// q L³ / EI = 7.837347: a cantilever under its own weight, whose axial force is not uniform.
TEST(FrameWeight, BucklesAColumnOfItsOwn) {
    Frame frame;
    frame.nodes = {{0, 0}, {0, 1}};
    fix(frame.nodes[0], true, true, true);
    frame.members = {beam(0, 1, 1, 1e6, 1)};
    frame.members[0].qy = -1;
    FrameSolver solver;
    EXPECT_NEAR(solver.buckling(frame, 4).value().factor, 7.837347, 3e-3);
    EXPECT_NEAR(solver.buckling(frame, 8).value().factor, 7.837347, 2e-4);
}

}  // namespace
}  // namespace pt
