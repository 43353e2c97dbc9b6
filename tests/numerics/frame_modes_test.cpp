// Natural frequencies against those of exact beams and bars.
#include <gtest/gtest.h>

#include <cmath>

#include "engine/core/math.h"
#include "engine/numerics/frame_modes.h"
#include "engine/numerics/frame_subdivide.h"
#include "tests/numerics/frame_fixtures.h"

namespace pt {
namespace {

constexpr double L = 1.6, EI = 2.7, mass = 0.35;

Frame strand(bool clampedLeft, bool heldRight, bool clampedRight) {
    Frame frame;
    frame.nodes = {{0, 0}, {L, 0}};
    fix(frame.nodes[0], true, true, clampedLeft);
    fix(frame.nodes[1], clampedRight, heldRight, clampedRight);
    frame.members = {beam(0, 1, EI, 1e5, 1)};
    frame.members[0].rhoA = mass;
    return frame;
}

double exact(double betaL) { return betaL * betaL / (2 * math::pi * L * L) * std::sqrt(EI / mass); }

FrameModes modes(const Frame& frame, int count) {
    Result<FrameModes> result = naturalModes(frame, count);
    EXPECT_TRUE(result.ok());
    if (!result.ok()) return {};
    EXPECT_TRUE(result.value().converged);
    EXPECT_LT(result.value().residual, 1e-6);
    return result.value();
}

struct Beam {
    Frame frame;
    double betaL[3];
};

TEST(FrameModes, OfBeamsConvergeWithTheFourthPowerOfTheElementSize) {
    const Beam beams[] = {{strand(false, true, false), {math::pi, 2 * math::pi, 3 * math::pi}},
                          {strand(true, false, false), {1.875104069, 4.694091133, 7.854757438}},
                          {strand(true, true, true), {4.730040745, 7.853204624, 10.995607838}},
                          {strand(true, true, false), {3.926602312, 7.068582746, 10.210176123}}};
    for (const Beam& item : beams) {
        double previous[3] = {};
        for (const int parts : {6, 12, 24}) {
            const FrameModes found = modes(subdivided(item.frame, parts), 3);
            ASSERT_EQ(found.modes.size(), 3u);
            for (size_t i = 0; i < 3; ++i) {
                const double error = found.modes[i].frequency / exact(item.betaL[i]) - 1;
                EXPECT_GT(error, 0) << "a displacement method comes from above";
                EXPECT_GT(found.modes[i].bending, 0.999);
                if (parts > 6) {
                    EXPECT_NEAR(std::log2(previous[i] / error), 4, 0.4) << parts;
                }
                previous[i] = error;
            }
        }
        EXPECT_LT(previous[0], 2e-6);
    }
}

TEST(FrameModes, AlongABarAreThoseOfARod) {
    Frame frame;
    const int parts = 40;
    for (int i = 0; i <= parts; ++i) frame.nodes.push_back({L * i / parts, 0});
    for (int i = 0; i <= parts; ++i) fix(frame.nodes[i], i == 0, true, false);
    for (int i = 0; i < parts; ++i) {
        frame.members.push_back(bar(i, i + 1, 30));
        frame.members.back().rhoA = mass;
    }
    const FrameModes found = modes(frame, 2);
    const double first = std::sqrt(30 / mass) / (4 * L);
    EXPECT_NEAR(found.modes[0].frequency / first, 1, 1e-4);
    EXPECT_NEAR(found.modes[1].frequency / first, 3, 3e-3);
    EXPECT_EQ(found.modes[0].bending, 0);
}

TEST(FrameModes, OfAFloatingBeamBeginWithItsThreeFreeMotions) {
    Frame frame = strand(false, false, false);
    fix(frame.nodes[0], false, false, false);
    const FrameModes found = modes(subdivided(frame, 16), 5);
    for (size_t i = 0; i < 3; ++i) EXPECT_EQ(found.modes[i].frequency, 0);
    EXPECT_NEAR(found.modes[3].frequency / exact(4.730040745), 1, 1e-4);
    EXPECT_NEAR(found.modes[4].frequency / exact(7.853204624), 1, 1e-4);
}

TEST(FrameModes, ShapesAndTheirScale) {
    const FrameModes found = modes(subdivided(strand(false, true, false), 8), 2);
    double middle = 0, largest = 0;
    for (const auto& node : found.modes[0].shape) {
        largest = std::max(largest, std::fabs(node[1]));
        middle = std::max(middle, std::fabs(node[1]));
    }
    EXPECT_NEAR(largest, 1, 1e-12);
    EXPECT_NEAR(std::fabs(found.modes[0].shape[5][1]), 1, 1e-9) << "the node half-way";
    EXPECT_NEAR(found.modes[1].shape[5][1], 0, 1e-6);
}

TEST(FrameModes, SpringsLieBetweenHingedAndClamped) {
    Frame frame = strand(true, true, true);
    double previous = exact(math::pi);
    for (const double ratio : {1e-9, 1.0, 10.0, 1e9}) {
        frame.members[0].springFrom = frame.members[0].springTo = ratio * EI / L;
        const double now = modes(subdivided(frame, 16), 1).modes[0].frequency;
        EXPECT_GE(now, previous * (1 - 1e-6));
        previous = now;
    }
    EXPECT_NEAR(previous / exact(4.730040745), 1, 1e-5);
}

TEST(FrameModes, NeedMassAndSense) {
    Frame frame = strand(true, true, true);
    frame.members[0].rhoA = 0;
    EXPECT_EQ(naturalModes(frame, 1).error().key, "frame.no_mass");
    frame.members[0].rhoA = -1;
    EXPECT_EQ(naturalModes(frame, 1).error().key, "frame.bad_number");
    frame.members[0].rhoA = std::nan("");
    EXPECT_EQ(naturalModes(frame, 1).error().key, "frame.bad_number");
    EXPECT_EQ(naturalModes(Frame{}, 1).error().key, "frame.empty");
    EXPECT_TRUE(modes(strand(true, true, true), 3).modes.empty()) << "nothing can move";
}

// A heavy stub on a light cantilever: ω² = 3EI/(L³ m).
TEST(FrameModes, MembersWithoutMassOnlySpring) {
    Frame frame = strand(true, false, false);
    frame.nodes.push_back({L + 0.01, 0});
    frame.members.push_back(beam(1, 2, EI, 1e5, 1));
    frame.members[0].rhoA = 0;
    frame.members[1].rhoA = 1000;
    const double tip = std::sqrt(3 * EI / (L * L * L * 10)) / (2 * math::pi);
    EXPECT_NEAR(modes(frame, 1).modes[0].frequency / tip, 1, 0.02);
}

}  // namespace
}  // namespace pt
