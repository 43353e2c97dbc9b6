// P-delta against the exact beam-column solutions.
#include <gtest/gtest.h>

#include <cmath>

#include "engine/core/math.h"
#include "engine/numerics/frame_subdivide.h"
#include "tests/numerics/frame_fixtures.h"

namespace pt {
namespace {

constexpr double L = 1.4, EI = 2.2;

SecondOrderSolution solved(const Frame& frame, int parts) {
    FrameSolver solver;
    Result<SecondOrderSolution> result = solver.secondOrder(subdivided(frame, parts));
    EXPECT_TRUE(result.ok());
    if (!result.ok()) return {};
    EXPECT_TRUE(result.value().converged);
    EXPECT_GT(result.value().iterations, 0);
    EXPECT_LT(result.value().residual, 1e-8);
    return result.value();
}

Frame cantilever(double push, double sideways) {
    Frame frame;
    frame.nodes = {{0, 0}, {0, L}};
    fix(frame.nodes[0], true, true, true);
    frame.members = {beam(0, 1, EI, 1e8, 1)};
    frame.loads = {{1, sideways, -push, 0}};
    return frame;
}

// u = H L³/3EI · 3 (tan κ - κ)/κ³ with κ² = P L²/EI; pulled: tanh.
TEST(FrameSecondOrder, AmplifiesACantilever) {
    const double plain = 0.01 * L * L * L / (3 * EI);
    for (const double part : {0.1, 0.4, 0.8, 0.95}) {
        const double P = part * eulerLoad(EI, 1, L, 2), k = std::sqrt(P / EI) * L;
        const SecondOrderSolution s = solved(cantilever(P, 0.01), 16);
        const double exact = plain * 3 * (math::tan(k) - k) / (k * k * k);
        EXPECT_NEAR(s.state.displacements[1][0] / exact, 1, 1e-5) << part;
        EXPECT_NEAR(s.state.reactions[0][2], 0.01 * L + P * s.state.displacements[1][0], 1e-10 * P)
            << "the moment at the foot is that of the displaced load";
        EXPECT_NEAR(s.state.reactions[0][0], -0.01, 1e-10 * P);
    }
    const double P = 3, k = std::sqrt(P / EI) * L;
    const SecondOrderSolution pulled = solved(cantilever(-P, 0.01), 16);
    EXPECT_NEAR(pulled.state.displacements[1][0] / plain, 3 * (k - math::tanh(k)) / (k * k * k),
                1e-5);
}

// M = w/κ² (sec(κL/2) - 1) in the middle of a pressed beam.
TEST(FrameSecondOrder, AmplifiesAPressedBeamUnderUniformLoad) {
    Frame frame = beamLine(L, 1, EI, 0.3);
    frame.members[0].A = 1e7;
    fix(frame.nodes[0], true, true, false);
    fix(frame.nodes[1], false, true, false);
    const double P = 0.6 * eulerLoad(EI, 1, L, 1), k2 = P / EI;
    frame.loads = {{1, -P, 0, 0}};
    double largest = 0;
    for (const MemberForces& forces : solved(frame, 32).state.forces)
        largest = std::max(largest, forces.largestMoment);
    EXPECT_NEAR(largest / (0.3 / k2 * (1 / math::cos(std::sqrt(k2) * L / 2) - 1)), 1, 1e-3);
}

TEST(FrameSecondOrder, WithoutAxialForceIsLinear) {
    Frame frame = cantilever(0, 1);
    FrameSolver solver;
    const SecondOrderSolution second = solver.secondOrder(frame).value();
    const FrameSolution first = solver.solve(frame).value();
    EXPECT_NEAR(second.state.displacements[1][0], first.displacements[1][0], 1e-14);
    frame.loads.clear();
    EXPECT_TRUE(solver.secondOrder(frame).value().converged);
}

TEST(FrameSecondOrder, RefusesWhatIsAboveTheCriticalLoad) {
    const double critical = eulerLoad(EI, 1, L, 2);
    FrameSolver solver;
    const auto at = [&](double part) {
        return solver.secondOrder(subdivided(cantilever(part * critical, 0.01), 8));
    };
    EXPECT_TRUE(at(0.999).ok());
    for (const double part : {1.001, 2.0, 9.5, 30.0}) {
        const auto result = at(part);
        ASSERT_FALSE(result.ok()) << part;
        EXPECT_EQ(result.error().key, "frame.beyond_critical");
    }
    EXPECT_TRUE(at(0.5).ok()) << "and goes on afterwards";
}

TEST(FrameSecondOrder, HoldsABridgeInEquilibriumThroughItsSprings) {
    Frame frame;
    frame.nodes = {{0, 0}, {1, 0}, {2, 0}, {0.5, 0.8}, {1.5, 0.8}};
    fix(frame.nodes[0], true, true, false);
    fix(frame.nodes[2], false, true, false);
    frame.nodes[2].moveY = -0.01;
    for (const auto& [from, to] :
         {std::pair(0, 1), {1, 2}, {0, 3}, {3, 1}, {1, 4}, {4, 2}, {3, 4}}) {
        FrameMember member = beam(from, to, 50, 1, 0.01);
        member.springFrom = 0.7;
        member.springTo = 2;
        frame.members.push_back(member);
    }
    frame.loads = {{1, 0.1, -2, 0}};
    const SecondOrderSolution s = solved(frame, 4);
    EXPECT_NEAR(s.state.reactions[0][1] + s.state.reactions[2][1], 2, 1e-9);
    EXPECT_NEAR(s.state.reactions[0][0], -0.1, 1e-9);
}

TEST(FrameSecondOrder, PassesErrorsOn) {
    Frame frame = cantilever(1, 1);
    frame.nodes[0].fixR = false;
    FrameSolver solver;
    EXPECT_EQ(solver.secondOrder(frame).error().key, "frame.mechanism");
    EXPECT_EQ(solver.secondOrder(Frame{}).error().key, "frame.empty");
}

}  // namespace
}  // namespace pt
