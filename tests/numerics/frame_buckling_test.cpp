// Linearised buckling against Euler's columns and the convergence that cubic elements promise.
#include <gtest/gtest.h>

#include <cmath>

#include "engine/core/math.h"
#include "tests/numerics/frame_fixtures.h"

namespace pt {
namespace {

constexpr double height = 1.7, EI = 2.3;

enum class End { free, pinned, clamped };

// A column that stands upright with 1 N on top.
Frame column(End foot, End top) {
    Frame frame;
    frame.nodes = {{0, 0}, {0, height}};
    fix(frame.nodes[0], true, true, foot == End::clamped);
    fix(frame.nodes[1], top != End::free, false, top == End::clamped);
    frame.members = {beam(0, 1, EI, 1e7, 1)};
    frame.loads = {{1, 0, -1, 0}};
    return frame;
}

BucklingMode mode(const Frame& frame, int parts) {
    FrameSolver solver;
    Result<BucklingMode> result = solver.buckling(frame, parts);
    EXPECT_TRUE(result.ok());
    return result.value();
}

struct Euler {
    End foot, top;
    double K;
};

void PrintTo(const Euler& value, std::ostream* out) { *out << "K = " << value.K; }
class EulerColumn : public testing::TestWithParam<Euler> {};

TEST_P(EulerColumn, ConvergesToEulerWithTheFourthPowerOfTheElementSize) {
    const Frame frame = column(GetParam().foot, GetParam().top);
    const double exact = eulerLoad(EI, 1, height, GetParam().K);
    double previous = 0;
    for (const int parts : {4, 8, 16}) {
        const double error = mode(frame, parts).factor / exact - 1;
        EXPECT_GT(error, 0) << "a displacement method comes from above";
        if (parts > 4) {
            EXPECT_NEAR(std::log2(previous / error), 4, 0.3) << parts;
        }
        previous = error;
    }
    EXPECT_LT(previous, 1e-4);
}

INSTANTIATE_TEST_SUITE_P(Cases, EulerColumn,
                         testing::Values(Euler{End::pinned, End::pinned, 1},
                                         Euler{End::clamped, End::free, 2},
                                         Euler{End::clamped, End::pinned, 0.699155660},
                                         Euler{End::clamped, End::clamped, 0.5}));

TEST(Buckling, ShapeOfACantileverIsLargestAtItsTip) {
    const BucklingMode found = mode(column(End::clamped, End::free), 8);
    EXPECT_TRUE(found.converged);
    EXPECT_NEAR(std::fabs(found.shape[1][0]), 1, 1e-12);
    EXPECT_NEAR(std::fabs(found.shape[1][2]), math::pi / 2 / height, 1e-4);
    EXPECT_EQ(found.shape[0][0], 0);
    EXPECT_LT(found.residual, 1e-7);
}

TEST(Buckling, PullingDoesNotBuckle) {
    Frame frame = column(End::pinned, End::pinned);
    frame.loads[0].fy = 1;
    EXPECT_TRUE(std::isinf(mode(frame, 4).factor));
    frame.loads[0].fy = 0;
    EXPECT_TRUE(std::isinf(mode(frame, 4).factor));
}

// Two columns of which the pulled one would buckle first if the load changed sign.
TEST(Buckling, TheFactorIsThatOfTheLoadAsItActs) {
    Frame frame;
    frame.nodes = {{0, 0}, {0, 1}, {5, 0}, {5, 2}};
    for (const int foot : {0, 2}) {
        fix(frame.nodes[foot], true, true, false);
        fix(frame.nodes[foot + 1], true, false, false);
        frame.members.push_back(beam(foot, foot + 1, 1, 1e7, 1));
    }
    frame.loads = {{1, 0, -1, 0}, {3, 0, 1, 0}};
    for (const int parts : {4, 16})  // the dense and the iterative solver
        EXPECT_NEAR(mode(frame, parts).factor, math::pi * math::pi, 0.01) << parts;
}

TEST(Buckling, AFrameMemberHingedAtBothEndsIsAPinnedColumn) {
    Frame frame = column(End::clamped, End::clamped);
    frame.members[0].hingeFrom = frame.members[0].hingeTo = true;
    EXPECT_NEAR(mode(frame, 8).factor / eulerLoad(EI, 1, height, 1), 1, 1e-4);
}

// An upright bar held sideways at its top by a lying bar of stiffness k tips over at P = k h.
TEST(Buckling, AHeldMastTipsOver) {
    constexpr double k = 0.5, h = 2;
    Frame frame;
    frame.nodes = {{0, 0}, {0, h}, {1, h}};
    fix(frame.nodes[0], true, true, false);
    fix(frame.nodes[2], true, true, false);
    frame.members = {bar(0, 1, 1e9), bar(1, 2, k)};
    frame.loads = {{1, 0, -1, 0}};
    EXPECT_NEAR(mode(frame, 4).factor, k * h, 1e-6);
}

TEST(Buckling, TheSameBitsEachTime) {
    Frame frame = column(End::clamped, End::pinned);
    const BucklingMode a = mode(frame, 32), b = mode(frame, 32);
    EXPECT_EQ(a.factor, b.factor);
    EXPECT_EQ(a.shape, b.shape);
    EXPECT_EQ(a.iterations, b.iterations);
}

TEST(Buckling, AMechanismIsRefused) {
    Frame frame = column(End::pinned, End::free);
    FrameSolver solver;
    EXPECT_EQ(solver.buckling(frame).error().key, "frame.mechanism");
}

}  // namespace
}  // namespace pt
