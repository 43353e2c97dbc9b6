// What must hold for any frame: equilibrium, symmetry, superposition, no preferred direction.
#include <gtest/gtest.h>

#include <cmath>

#include "engine/core/math.h"
#include "engine/core/rng.h"
#include "tests/numerics/frame_fixtures.h"

namespace pt {
namespace {

// Triangles in a row with shaken nodes; bars, beams and hinges mixed; loads everywhere.
Frame shaken(uint64_t seed) {
    Rng random(seed, "shaken");
    Frame frame;
    for (int i = 0; i < 9; ++i)
        frame.nodes.push_back({i * 0.5 + 0.1 * random.uniform(), (i % 2) + 0.1 * random.uniform()});
    for (int i = 0; i < 9; ++i)
        for (int reach = 1; reach <= 2; ++reach) {
            if (i + reach > 8) continue;
            FrameMember member = beam(i, i + reach, 1 + random.uniform(), 1, 0.01);
            member.truss = (i + reach) % 4 == 3;
            member.hingeFrom = !member.truss && i == 4;
            if (i % 3 == 0) member.springTo = 0.05 * random.uniform();
            member.qx = random.normal();
            member.qy = random.normal();
            frame.members.push_back(member);
        }
    for (int i = 0; i < 9; ++i) frame.loads.push_back({i, random.normal(), random.normal(), 0});
    frame.loads[4].m = random.normal();
    fix(frame.nodes[0], true, true, false);
    fix(frame.nodes[8], false, true, false);
    return frame;
}

FrameSolution solved(const Frame& frame) {
    FrameSolver solver;
    Result<FrameSolution> result = solver.solve(frame);
    EXPECT_TRUE(result.ok());
    return result.value();
}

TEST(FrameProperty, ReactionsBalanceTheLoads) {
    for (uint64_t seed = 1; seed <= 20; ++seed) {
        const Frame frame = shaken(seed);
        const FrameSolution s = solved(frame);
        EXPECT_LT(s.residual, 1e-9);
        double x = 0, y = 0, moment = 0;
        const auto add = [&](double px, double py, double fx, double fy, double m) {
            x += fx;
            y += fy;
            moment += px * fy - py * fx + m;
        };
        for (size_t n = 0; n < frame.nodes.size(); ++n)
            add(frame.nodes[n].x, frame.nodes[n].y, s.reactions[n][0], s.reactions[n][1],
                s.reactions[n][2]);
        for (const FrameLoad& load : frame.loads)
            add(frame.nodes[load.node].x, frame.nodes[load.node].y, load.fx, load.fy, load.m);
        for (const FrameMember& member : frame.members) {
            const FrameNode a = frame.nodes[member.from], b = frame.nodes[member.to];
            const double length = math::hypot(b.x - a.x, b.y - a.y);
            add((a.x + b.x) / 2, (a.y + b.y) / 2, member.qx * length, member.qy * length, 0);
        }
        EXPECT_NEAR(x, 0, 1e-9);
        EXPECT_NEAR(y, 0, 1e-9);
        EXPECT_NEAR(moment, 0, 1e-9);
    }
}

TEST(FrameProperty, TurningEverythingTurnsTheAnswer) {
    Frame frame = shaken(3);
    fix(frame.nodes[8], true, true, false);  // a roller would have to turn along
    const FrameSolution straight = solved(frame);
    for (const double angle : {0.3, 1.234, math::pi / 2, 2.9}) {
        const double c = math::cos(angle), s = math::sin(angle);
        const auto turn = [&](double& a, double& b) {
            const double old = a;
            a = c * old - s * b;
            b = s * old + c * b;
        };
        Frame turned = frame;
        for (FrameNode& node : turned.nodes) turn(node.x, node.y);
        for (FrameLoad& load : turned.loads) turn(load.fx, load.fy);
        for (FrameMember& member : turned.members) turn(member.qx, member.qy);
        const FrameSolution other = solved(turned);
        for (size_t n = 0; n < frame.nodes.size(); ++n) {
            auto expected = straight.displacements[n];
            turn(expected[0], expected[1]);
            for (size_t d = 0; d < 3; ++d)
                EXPECT_NEAR(other.displacements[n][d], expected[d], 1e-8);
        }
        for (size_t m = 0; m < frame.members.size(); ++m) {
            EXPECT_NEAR(other.forces[m].axial, straight.forces[m].axial, 1e-9);
            EXPECT_NEAR(other.forces[m].largestMoment, straight.forces[m].largestMoment, 1e-9);
        }
    }
}

TEST(FrameProperty, TwoLoadCasesAddUp) {
    Frame one = shaken(5), two = shaken(5), both = shaken(5);
    for (size_t i = 0; i < one.loads.size(); ++i) {
        one.loads[i].fx = 0;
        two.loads[i].fy = 0;
        two.loads[i].m = 0;
    }
    for (FrameMember& member : two.members) member.qx = member.qy = 0;
    FrameSolver solver;
    const FrameSolution a = solver.solve(one).value();
    const FrameSolution b = solver.solveLoads(two).value();
    const FrameSolution c = solver.solveLoads(both).value();
    for (size_t n = 0; n < one.nodes.size(); ++n)
        for (size_t d = 0; d < 3; ++d)
            EXPECT_NEAR(a.displacements[n][d] + b.displacements[n][d], c.displacements[n][d], 1e-9);
}

TEST(FrameProperty, AMirroredBridgeAnswersMirrored) {
    Frame frame;
    for (int i = 0; i <= 4; ++i) frame.nodes.push_back({1.0 * i, 0});
    for (int i = 0; i < 4; ++i) frame.nodes.push_back({i + 0.5, 1});
    for (int i = 0; i < 4; ++i) {
        frame.members.push_back(beam(i, i + 1, 10, 1, 0.01));
        frame.members.push_back(beam(i, 5 + i, 10, 1, 0.01));
        frame.members.push_back(beam(5 + i, i + 1, 10, 1, 0.01));
        if (i < 3) frame.members.push_back(beam(5 + i, 6 + i, 10, 1, 0.01));
    }
    fix(frame.nodes[0], true, true, false);
    fix(frame.nodes[4], true, true, false);
    frame.loads = {{2, 0, -1, 0}};
    const FrameSolution s = solved(frame);
    for (size_t i = 0; i <= 4; ++i) {
        EXPECT_NEAR(s.displacements[i][0], -s.displacements[4 - i][0], 1e-12);
        EXPECT_NEAR(s.displacements[i][1], s.displacements[4 - i][1], 1e-12);
    }
    EXPECT_NEAR(s.reactions[0][1], 0.5, 1e-12);
}

TEST(FrameProperty, KeepingTheFactorisationPatternChangesNoBit) {
    FrameSolver kept;
    for (uint64_t seed = 1; seed <= 5; ++seed) {
        const FrameSolution a = kept.solve(shaken(seed)).value(), b = solved(shaken(seed));
        EXPECT_EQ(a.displacements, b.displacements);
    }
    Frame fewer = shaken(6);
    fewer.nodes[8].fixX = true;  // another numbering after the kept one
    EXPECT_EQ(kept.solve(fewer).value().displacements, solved(fewer).displacements);
}

}  // namespace
}  // namespace pt
