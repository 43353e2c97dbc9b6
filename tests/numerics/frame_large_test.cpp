// Large displacements against closed forms: the elastica, coiling, springs, settlements; and the
// element itself: no force from rigid motion, forces from an energy, tangent from those forces.
#include "engine/numerics/frame_corotational.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <string>

#include "engine/core/math.h"
#include "engine/core/rng.h"
#include "engine/numerics/frame_corotated.h"
#include "tests/numerics/frame_fixtures.h"

namespace pt {
namespace {

// Clamped at the origin, length 1 along x, E I = 1.
Frame cantilever(double EA) {
    Frame frame;
    frame.nodes = {{0, 0}, {1, 0}};
    fix(frame.nodes[0], true, true, true);
    frame.members = {beam(0, 1, 1, EA, 1)};
    return frame;
}

struct Elastica {
    double load, down, back, turn;  // P L² / E I, w / L, u / L, radians
};

// Bisshopp and Drucker 1945, from elliptic integrals.
class ElasticaTable : public testing::TestWithParam<Elastica> {};

TEST_P(ElasticaTable, FollowsFromLoadSteps) {
    const Elastica& exact = GetParam();
    for (const double EA : {1e6, 1e8}) {
        Frame frame = cantilever(EA);
        frame.loads = {{1, 0, exact.load, 0}};
        LargeOptions options;
        options.subdivide = 40;
        const auto solved = solveLarge(frame, options);
        ASSERT_TRUE(solved.ok()) << solved.error().key;
        ASSERT_TRUE(solved.value().converged) << EA;
        EXPECT_FALSE(solved.value().snapped);
        EXPECT_EQ(solved.value().point.factor, 1);
        EXPECT_LT(solved.value().point.state.residual, 1e-6);
        const auto& tip = solved.value().point.state.displacements[1];
        EXPECT_NEAR(tip[0], -exact.back, 3e-4 * exact.back);
        EXPECT_NEAR(tip[1], exact.down, 3e-4 * exact.down);
        EXPECT_NEAR(tip[2], exact.turn, 3e-4 * exact.turn);
        // The clamp carries the load and its moment about the displaced tip.
        const auto& clamp = solved.value().point.state.reactions[0];
        EXPECT_NEAR(clamp[0], 0, 1e-5 * exact.load);
        EXPECT_NEAR(clamp[1], -exact.load, 1e-5 * exact.load);
        EXPECT_NEAR(clamp[2], -exact.load * (1 + tip[0]), 1e-5 * exact.load);
        EXPECT_NEAR(solved.value().point.state.forces[0].momentTo, 0, 1e-5 * exact.load);
    }
}

INSTANTIATE_TEST_SUITE_P(Frame, ElasticaTable,
                         testing::Values(Elastica{1, 0.3017208, 0.0564332, 0.4613519},
                                         Elastica{2, 0.4934575, 0.1606417, 0.7817498},
                                         Elastica{5, 0.7137915, 0.3876284, 1.2153681},
                                         Elastica{10, 0.8106090, 0.5549956, 1.4302855}));

TEST(FrameLarge, AMomentRollsABeamIntoACircle) {
    Frame frame = cantilever(1e4);
    for (const double turns : {0.5, 1.0, 2.0}) {
        frame.loads = {{1, 0, 0, 2 * math::pi * turns}};
        LargeOptions options;
        options.subdivide = 24;
        const auto solved = solveLarge(frame, options);
        ASSERT_TRUE(solved.ok() && solved.value().converged) << turns;
        const auto& tip = solved.value().point.state.displacements[1];
        const double height = turns == 0.5 ? 2 / math::pi : 0;
        EXPECT_NEAR(tip[0], -1, 1e-9);
        EXPECT_NEAR(tip[1], height, 2e-3) << turns;
        EXPECT_NEAR(tip[2], 2 * math::pi * turns, 1e-9);
        EXPECT_NEAR(solved.value().point.state.forces[0].largestMoment, 2 * math::pi * turns, 1e-8);
    }
}

// Five elements cannot roll up four times; that is told, and no other answer given.
TEST(FrameLarge, TooFewElementsForTheBendingDoNotConverge) {
    Frame frame = cantilever(1e5);
    frame.loads = {{1, 0, 0, 8 * math::pi}};
    LargeOptions options;
    options.subdivide = 5;
    const auto solved = solveLarge(frame, options);
    ASSERT_TRUE(solved.ok());
    EXPECT_FALSE(solved.value().converged);
    EXPECT_LT(solved.value().point.factor, 1);
    options.subdivide = 20;
    EXPECT_TRUE(solveLarge(frame, options).value().converged);
}

// A stiff rod on a torsion spring: k θ = P L cos θ.
TEST(FrameLarge, ARodOnASpringTurnsFar) {
    Frame frame = cantilever(1e7);
    frame.members[0].E = 1e3;
    frame.members[0].springFrom = 2;
    frame.loads = {{1, 0, 3, 0}};
    LargeOptions options;
    options.subdivide = 1;
    const auto solved = solveLarge(frame, options);
    ASSERT_TRUE(solved.ok() && solved.value().converged);
    double turn = 0;
    for (int i = 0; i < 200; ++i)
        turn -= (2 * turn - 3 * math::cos(turn)) / (2 + 3 * math::sin(turn));
    EXPECT_GT(turn, 0.9);
    const auto& tip = solved.value().point.state.displacements[1];
    EXPECT_NEAR(tip[1], math::sin(turn), 2e-3);
    EXPECT_NEAR(tip[0], math::cos(turn) - 1, 2e-3);
    EXPECT_NEAR(solved.value().point.state.forces[0].momentFrom, -2 * turn, 5e-3);
}

// An apex pushed down by a settlement gives back the closed form of the two-bar truss.
TEST(FrameLarge, SettlementsAreFollowedFar) {
    const double half = 1, rise = 0.5, EA = 100;
    Frame frame;
    frame.nodes = {{-half, 0}, {0, rise}, {half, 0}, {0, 2}};
    for (FrameNode& node : frame.nodes) fix(node, true, true, true);
    frame.nodes[3].fixY = false;  // carried along by a bar that has nothing to carry
    frame.members = {bar(0, 1, EA), bar(1, 2, EA), bar(1, 3, EA)};
    for (const double down : {0.1, 0.5, 0.8, 1.4}) {
        frame.nodes[1].moveY = -down;
        const auto solved = solveLarge(frame);
        ASSERT_TRUE(solved.ok() && solved.value().converged) << down;
        const double h = rise - down, before = std::sqrt(half * half + rise * rise);
        const double now = std::sqrt(half * half + h * h);
        const double force = EA * (now - before) / before;
        EXPECT_NEAR(solved.value().point.state.forces[0].axial, force, 1e-9 * EA);
        EXPECT_NEAR(solved.value().point.state.reactions[1][1], 2 * force * h / now, 1e-9 * EA);
        EXPECT_NEAR(solved.value().point.state.displacements[3][1], -down, 1e-9);
    }
}

TEST(FrameLarge, TheOrderOfLoadingDoesNotMatter) {
    Frame first = cantilever(1e4), second = first;
    const std::vector<FrameLoad> side{{1, 0, 3, 0}}, turn{{1, -1, 0, 2}};
    LargeOptions sideKept, turnKept;
    first.loads = turn;
    sideKept.kept = side;
    second.loads = side;
    turnKept.kept = turn;
    const auto a = solveLarge(first, sideKept), b = solveLarge(second, turnKept);
    ASSERT_TRUE(a.ok() && b.ok() && a.value().converged && b.value().converged);
    for (size_t d = 0; d < 3; ++d)
        EXPECT_NEAR(a.value().point.state.displacements[1][d],
                    b.value().point.state.displacements[1][d], 1e-9);
    EXPECT_NEAR(a.value().point.state.reactions[0][1], -3, 1e-7);
}

TEST(FrameLarge, SmallLoadsGiveTheLinearAnswer) {
    Frame frame = beamLine(3, 3, 2e3, 1e-6);
    fix(frame.nodes[0], true, true, false);
    fix(frame.nodes[3], false, true, false);
    frame.members[1].hingeTo = false;
    FrameSolver solver;
    const auto linear = solver.solve(frame);
    const auto large = solveLarge(frame);
    ASSERT_TRUE(linear.ok() && large.ok() && large.value().converged);
    for (size_t n = 0; n < frame.nodes.size(); ++n) {
        const auto& a = linear.value().displacements[n];
        const auto& b = large.value().point.state.displacements[n];
        EXPECT_NEAR(a[1], b[1], 1e-15);
        EXPECT_NEAR(a[2], b[2], 1e-15);
        EXPECT_NEAR(linear.value().reactions[n][1], large.value().point.state.reactions[n][1],
                    1e-14);
    }
    for (size_t m = 0; m < frame.members.size(); ++m)
        EXPECT_NEAR(linear.value().forces[m].momentFrom,
                    large.value().point.state.forces[m].momentFrom, 1e-13);
}

// Above its limit load a shallow truss hangs below its supports: 3.81 < 5.
TEST(FrameLarge, ALoadAboveTheLimitSnapsThrough) {
    const double half = 1, rise = 0.1, EA = 1e4;
    Frame frame;
    frame.nodes = {{-half, 0}, {0, rise}, {half, 0}};
    fix(frame.nodes[0], true, true, true);
    fix(frame.nodes[2], true, true, true);
    fix(frame.nodes[1], true, false, true);
    frame.members = {bar(0, 1, EA), bar(1, 2, EA)};
    frame.loads = {{1, 0, -5, 0}};
    const auto solved = solveLarge(frame);
    ASSERT_TRUE(solved.ok() && solved.value().converged);
    const double h = rise + solved.value().point.state.displacements[1][1];
    EXPECT_LT(h, -rise);
    const double before = std::sqrt(half * half + rise * rise),
                 now = std::sqrt(half * half + h * h);
    EXPECT_NEAR(-2 * EA * h * (1 / before - 1 / now), 5, 1e-6);
    EXPECT_EQ(solved.value().point.unstable, 0);
}

// Straight up is an equilibrium at 1.52 Euler loads too, but not the one that stands.
TEST(FrameLarge, AColumnAboveItsBucklingLoadLeansOver) {
    Frame frame = cantilever(1e6);
    const double load = 1.518389 * math::pi * math::pi / 4;
    frame.loads = {{1, -load, 1e-5 * load, 0}};
    LargeOptions options;
    options.subdivide = 40;
    const auto solved = solveLarge(frame, options);
    ASSERT_TRUE(solved.ok() && solved.value().converged);
    EXPECT_EQ(solved.value().point.unstable, 0);
    EXPECT_NEAR(solved.value().point.state.displacements[1][1], 0.791539, 1e-3);
    EXPECT_NEAR(solved.value().point.state.displacements[1][2], 100 * math::pi / 180, 2e-3);
}

// --- the element --------------------------------------------------------------------------------

frame::Element element(double springFrom, double springTo) {
    Frame one;
    one.nodes = {{1, 2}, {2.5, 3}};
    one.members = {beam(0, 1, 7, 3, 2)};
    one.members[0].springFrom = springFrom;
    one.members[0].springTo = springTo;
    return frame::makeMesh(one).elements[0];
}

frame::Ends randomEnds(Rng& rng, double size) {
    frame::Ends ends;
    for (double& end : ends) end = size * (2 * rng.uniform() - 1);
    return ends;
}

TEST(CorotatedElement, FeelsNothingOfARigidMotion) {
    const frame::Element at = element(rigidJoint, 5);
    const double x = at.length * at.cos, y = at.length * at.sin;
    for (const double turn : {0.0, 1e-6, 0.3, -1.7, 3.1, 6.0, 100.0}) {
        const double c = math::cos(turn) - 1, s = math::sin(turn);
        const frame::Ends ends{40, -3, turn, 40 + c * x - s * y, -3 + s * x + c * y, turn};
        for (const double force : frame::endForces(frame::corotated(at, ends)))
            EXPECT_NEAR(force, 0, 1e-11) << turn;
    }
}

TEST(CorotatedElement, ForcesAreTheGradientOfTheEnergy) {
    Rng rng(3, "ends");
    for (const double spring : {rigidJoint, 4.0, 0.0}) {
        const frame::Element at = element(spring, rigidJoint);
        const frame::Ends ends = randomEnds(rng, 0.6);
        const frame::Ends forces = frame::endForces(frame::corotated(at, ends));
        constexpr double h = 1e-5;
        for (size_t i = 0; i < 6; ++i) {
            frame::Ends up = ends, down = ends;
            up[i] += h;
            down[i] -= h;
            const double slope =
                (frame::corotated(at, up).energy - frame::corotated(at, down).energy) / (2 * h);
            EXPECT_NEAR(forces[i], slope, 1e-7) << spring << " " << i;
        }
    }
}

TEST(CorotatedElement, TangentIsSymmetricAndTheDerivativeOfTheForces) {
    Rng rng(4, "ends");
    for (const double spring : {rigidJoint, 4.0, 0.0}) {
        const frame::Element at = element(rigidJoint, spring);
        const frame::Ends ends = randomEnds(rng, 0.6);
        const frame::Block block = frame::tangent(at, frame::corotated(at, ends));
        constexpr double h = 1e-5;
        for (size_t j = 0; j < 6; ++j) {
            frame::Ends up = ends, down = ends;
            up[j] += h;
            down[j] -= h;
            const frame::Ends above = frame::endForces(frame::corotated(at, up));
            const frame::Ends below = frame::endForces(frame::corotated(at, down));
            for (size_t i = 0; i < 6; ++i) {
                EXPECT_NEAR(block[i][j], (above[i] - below[i]) / (2 * h), 1e-6) << i << j;
                EXPECT_NEAR(block[i][j], block[j][i], 1e-13);
            }
        }
    }
}

// Round a closed way of its ends the element gives back all the work.
TEST(CorotatedElement, ALoopCostsNoWork) {
    const frame::Element at = element(6, rigidJoint);
    Rng rng(5, "loop");
    const frame::Ends a = randomEnds(rng, 0.5), b = randomEnds(rng, 0.5);
    constexpr int steps = 400;  // the rule is exact to rounding for a periodic function
    double work = 0, most = 0;
    for (int k = 0; k < steps; ++k) {
        const double t = 2 * math::pi * k / steps, c = math::cos(t), s = math::sin(t);
        frame::Ends ends;
        for (size_t i = 0; i < 6; ++i) ends[i] = a[i] * c + b[i] * s;
        const frame::Ends forces = frame::endForces(frame::corotated(at, ends));
        for (size_t i = 0; i < 6; ++i)
            work += forces[i] * (b[i] * c - a[i] * s) * 2 * math::pi / steps;
        most = std::max(most, frame::corotated(at, ends).energy);
    }
    EXPECT_GT(most, 0.1);
    EXPECT_NEAR(work, 0, 1e-10 * most);
}

// --- bad input ----------------------------------------------------------------------------------

TEST(FrameLarge, RefusesWhatItCannotWorkOut) {
    const Frame good = [] {
        Frame frame = cantilever(1e4);
        frame.loads = {{1, 0, 1, 0}};
        return frame;
    }();
    const auto key = [](const Frame& frame, const LargeOptions& options) {
        const auto solved = solveLarge(frame, options);
        return solved.ok() ? std::string("fine") : solved.error().key;
    };
    EXPECT_EQ(key(good, {}), "fine");
    EXPECT_EQ(key({}, {}), "frame.empty");

    Frame loose = good;
    fix(loose.nodes[0], true, true, false);
    EXPECT_EQ(key(loose, {}), "frame.mechanism");
    Frame nothing = good;
    nothing.loads[0].fy = std::numeric_limits<double>::quiet_NaN();
    EXPECT_EQ(key(nothing, {}), "frame.bad_number");

    LargeOptions options;
    options.kept = {{7, 0, 1, 0}};
    EXPECT_EQ(key(good, options), "frame.bad_load");
    options = {};
    for (const int steps : {0, -3, 1 << 30}) {
        options.steps = steps;
        EXPECT_EQ(key(good, options), "frame.bad_option") << steps;
    }
    options = {};
    for (const int parts : {0, -1, 1 << 30}) {
        options.subdivide = parts;
        EXPECT_EQ(key(good, options), "frame.bad_option") << parts;
    }
    options = {};
    options.parts = {2, 2};
    EXPECT_EQ(key(good, options), "frame.bad_option");
    options.parts = {0};
    EXPECT_EQ(key(good, options), "frame.bad_option");
}

// A load far beyond all sense: it ends, and never calls a bad state good.
TEST(FrameLarge, GivesUpOnAbsurdLoads) {
    for (const double load : {1e6, 1e12, 1e20}) {
        Frame frame = cantilever(1e4);
        frame.loads = {{1, -load, load / 3, 0}};
        LargeOptions options;
        options.subdivide = 4;
        const auto solved = solveLarge(frame, options);
        ASSERT_TRUE(solved.ok());
        EXPECT_TRUE(std::isfinite(solved.value().point.factor));
        if (solved.value().converged) {
            EXPECT_LT(solved.value().point.state.residual, 1e-6);
        }
    }
}

TEST(FrameLarge, AFrameThatCannotMoveStaysWhereItIs) {
    Frame frame = cantilever(1e4);
    fix(frame.nodes[1], true, true, true);
    frame.loads = {{1, 0, 1, 0}};
    LargeOptions options;
    options.subdivide = 1;
    const auto solved = solveLarge(frame, options);
    ASSERT_TRUE(solved.ok() && solved.value().converged);
    EXPECT_EQ(solved.value().point.state.displacements[1][1], 0);
    EXPECT_EQ(solved.value().point.state.reactions[1][1], -1);
}

}  // namespace
}  // namespace pt
