// Load paths through limit points, snap-back and bifurcations, against closed forms and published
// frames (../shared/references/structures.md, part B).
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "engine/core/math.h"
#include "engine/numerics/frame_corotational.h"
#include "tests/numerics/frame_fixtures.h"

namespace pt {
namespace {

// Two bars in a shallow roof, pushed down by 1 at the ridge.
struct Roof {
    double half, rise, EA;

    Frame frame() const {
        Frame roof;
        roof.nodes = {{-half, 0}, {0, rise}, {half, 0}};
        fix(roof.nodes[0], true, true, true);
        fix(roof.nodes[2], true, true, true);
        fix(roof.nodes[1], true, false, true);
        roof.members = {bar(0, 1, EA), bar(1, 2, EA)};
        roof.loads = {{1, 0, -1, 0}};
        return roof;
    }
    double length() const { return std::sqrt(half * half + rise * rise); }
    // Engineering strain: P = 2 EA h (1/l - 1/l0), stationary at l³ = l0 b².
    double limitHeight() const {
        const double length = math::cbrt(this->length() * half * half);
        return std::sqrt(length * length - half * half);
    }
    double load(double h) const {
        return 2 * EA * h * (1 / std::sqrt(half * half + h * h) - 1 / length());
    }
};

class VonMises : public testing::TestWithParam<Roof> {};

TEST_P(VonMises, LimitPointsAreTheClosedForm) {
    const Roof roof = GetParam();
    LoadPathOptions options;
    options.limits = 2;
    const auto traced = followLoad(roof.frame(), options);
    ASSERT_TRUE(traced.ok()) << traced.error().key;
    const LoadPath& path = traced.value();
    EXPECT_EQ(path.end, PathEnd::limits);
    ASSERT_EQ(path.limits.size(), 2u);
    const double h = roof.limitHeight(), load = roof.load(h);
    EXPECT_NEAR(path.limits[0].factor, load, 1e-11 * load);
    EXPECT_NEAR(path.limits[0].state.displacements[1][1], h - roof.rise, 1e-9 * roof.rise);
    EXPECT_NEAR(path.limits[1].factor, -load, 1e-11 * load);
    EXPECT_NEAR(path.limits[1].state.displacements[1][1], -h - roof.rise, 1e-9 * roof.rise);
    // Every point of the path is in balance, and unstable between the limits alone.
    for (const PathPoint& point : path.points) {
        const double height = roof.rise + point.state.displacements[1][1];
        EXPECT_NEAR(point.factor, roof.load(height), 1e-9 * load);
        EXPECT_NEAR(point.state.reactions[0][1], point.factor / 2, 1e-9 * load);
        const double share = std::fabs(height) / h;
        if (share < 0.99 || share > 1.01) {
            EXPECT_EQ(point.unstable, share < 1 ? 1 : 0) << height;
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Path, VonMises,
                         testing::Values(Roof{0.8452365234813989, 1.8126155740732999, 5.25e8},
                                         Roof{1, 0.1, 1e4}, Roof{10, 0.5, 1e3}, Roof{1, 1e-3, 1e6},
                                         Roof{1, 20, 1e-4}, Roof{1e-4, 1e-4, 3}));

TEST(LoadPath, KeptLoadsStayWhileOthersGrow) {
    const Roof roof{1, 0.1, 1e4};
    const double limit = roof.load(roof.limitHeight());
    LoadPathOptions options;
    options.kept = {{1, 0, -limit / 2, 0}};
    const auto traced = followLoad(roof.frame(), options);
    ASSERT_TRUE(traced.ok());
    ASSERT_EQ(traced.value().limits.size(), 1u);
    EXPECT_NEAR(traced.value().limits[0].factor, limit / 2, 1e-10 * limit);
    EXPECT_LT(traced.value().points[0].state.displacements[1][1], -0.005);
    EXPECT_EQ(traced.value().points[0].factor, 0);
}

TEST(LoadPath, EndsWhereTheMarginOrTheLoadEnds) {
    const Roof roof{10, 0.5, 1e3};
    const double limit = roof.load(roof.limitHeight());
    LoadPathOptions options;
    options.limits = 0;
    options.maxFactor = 0.7 * limit;
    auto traced = followLoad(roof.frame(), options);
    ASSERT_TRUE(traced.ok());
    EXPECT_EQ(traced.value().end, PathEnd::factor);
    EXPECT_NEAR(traced.value().points.back().factor, 0.7 * limit, 1e-11 * limit);

    // A bar that may be pressed to 0.3: its length is then l0 (1 - 0.3 / EA).
    options.maxFactor = std::numeric_limits<double>::infinity();
    options.margin = [](const PathPoint& point) { return 0.3 + point.state.forces[0].axial; };
    traced = followLoad(roof.frame(), options);
    ASSERT_TRUE(traced.ok());
    EXPECT_EQ(traced.value().end, PathEnd::margin);
    const double length = roof.length() * (1 - 0.3 / roof.EA);
    const double h = std::sqrt(length * length - roof.half * roof.half);
    const PathPoint& end = traced.value().points.back();
    EXPECT_NEAR(end.state.forces[0].axial, -0.3, 1e-9);
    EXPECT_NEAR(end.state.displacements[1][1], h - roof.rise, 1e-8);
    EXPECT_NEAR(end.factor, roof.load(h), 1e-8 * limit);

    options.margin = [](const PathPoint&) { return 0.0; };
    traced = followLoad(roof.frame(), options);
    ASSERT_TRUE(traced.ok());
    EXPECT_EQ(traced.value().end, PathEnd::margin);
    EXPECT_EQ(traced.value().points.size(), 1u);
}

// Clamped feet, quantities of Williams 1964; exact values from a boundary value problem.
Frame toggle() {
    Frame frame;
    frame.nodes = {{-12.943, 0}, {0, 0.386}, {12.943, 0}};
    fix(frame.nodes[0], true, true, true);
    fix(frame.nodes[2], true, true, true);
    frame.members = {beam(0, 1, 1, 1.885e6, 9270), beam(1, 2, 1, 1.885e6, 9270)};
    frame.loads = {{1, 0, -1, 0}};
    return frame;
}

// Lee et al. 1968: an angle of two bars of 120, hinged at its ends, loaded at 24 from the corner.
Frame leeFrame() {
    Frame frame;
    frame.nodes = {{0, 0}, {0, 120}, {24, 120}, {120, 120}};
    fix(frame.nodes[0], true, true, false);
    fix(frame.nodes[3], true, true, false);
    for (int m = 0; m < 3; ++m) frame.members.push_back(beam(m, m + 1, 7.2e6, 6, 2));
    frame.loads = {{2, 0, -1, 0}};
    return frame;
}

Frame turned(Frame frame, double angle) {
    const double c = math::cos(angle), s = math::sin(angle);
    for (FrameNode& node : frame.nodes) {
        const double x = node.x;
        node.x = c * x - s * node.y;
        node.y = s * x + c * node.y;
    }
    for (FrameLoad& load : frame.loads) {
        const double x = load.fx;
        load.fx = c * x - s * load.fy;
        load.fy = s * x + c * load.fy;
    }
    return frame;
}

LoadPath limitsOf(const Frame& frame, std::vector<int> parts, int limits) {
    LoadPathOptions options;
    options.parts = std::move(parts);
    options.limits = limits;
    auto traced = followLoad(frame, options);
    if (!traced.ok()) ADD_FAILURE() << traced.error().key;
    return traced.ok() ? traced.value() : LoadPath();
}

TEST(LoadPath, WilliamsToggle) {
    LoadPathOptions options;
    options.subdivide = 40;
    options.limits = 2;
    const double loads[] = {25.2013, 33.4919, 32.8336, 31.2836, 36.0726, 53.2853};
    for (int i = 1; i <= 6; ++i) options.targets.push_back({1, 1, -0.1 * i});
    const auto traced = followLoad(toggle(), options);
    ASSERT_TRUE(traced.ok());
    const LoadPath& path = traced.value();
    ASSERT_EQ(path.limits.size(), 2u);
    EXPECT_NEAR(path.limits[0].factor, 33.86123, 1e-3 * 33.86);
    EXPECT_NEAR(path.limits[0].state.displacements[1][1], -0.2320549, 1e-3 * 0.232);
    EXPECT_NEAR(path.limits[1].factor, 31.26258, 1e-3 * 31.26);
    EXPECT_NEAR(path.limits[1].state.displacements[1][1], -0.3916895, 1e-3 * 0.392);
    for (size_t i = 0; i < 6; ++i) {
        ASSERT_TRUE(path.met[i].has_value()) << i;
        EXPECT_NEAR(path.met[i]->factor, loads[i], 1e-3 * loads[i]);
        EXPECT_NEAR(path.met[i]->state.displacements[1][1], options.targets[i].value, 1e-11);
    }
}

TEST(LoadPath, LeeFrameSnapsBack) {
    const LoadPath path = limitsOf(leeFrame(), {40, 8, 32}, 2);
    ASSERT_EQ(path.limits.size(), 2u);
    const PathPoint &first = path.limits[0], &second = path.limits[1];
    EXPECT_NEAR(first.factor, 18556.73, 2e-3 * 18557);
    EXPECT_NEAR(first.state.displacements[2][1], -48.7351, 2e-3 * 48.7);
    EXPECT_NEAR(first.state.displacements[2][0], 26.8806, 2e-3 * 26.9);
    EXPECT_NEAR(second.factor, -9414.43, 2e-3 * 9414);
    EXPECT_NEAR(second.state.displacements[2][1], -58.2168, 2e-3 * 58.2);
    EXPECT_NEAR(second.state.displacements[2][0], 90.1957, 2e-3 * 90.2);
    // Between the limits the loaded point comes back up: no path in load or sag alone.
    double lowest = 0, back = -1000;
    for (const PathPoint& point : path.points) {
        const double sag = point.state.displacements[2][1];
        if (sag < lowest) back = lowest = sag;
        back = std::max(back, sag);
    }
    EXPECT_GT(back, lowest + 1);
}

// What the load gives on its way, forward and back, is what the frame holds; the trapezium rule
// over so few points is good to a percent.
TEST(LoadPath, TheWorkOfTheLoadIsTheStrainEnergy) {
    const LoadPath path = limitsOf(leeFrame(), {10, 2, 8}, 2);
    double work = 0, most = 0;
    for (size_t i = 1; i < path.points.size(); ++i) {
        const PathPoint &a = path.points[i - 1], &b = path.points[i];
        const double down = a.state.displacements[2][1] - b.state.displacements[2][1];
        work += (a.factor + b.factor) / 2 * down;
        most = std::max(most, b.energy);
        EXPECT_NEAR(work, b.energy, 0.02 * most) << i;
    }
    EXPECT_LT(path.points.back().energy, 0.9 * most);
}

TEST(LoadPath, TurningTheWholeFrameChangesNothing) {
    const LoadPath upright = limitsOf(leeFrame(), {10, 2, 8}, 2);
    for (const double angle : {0.6, 2.0, -3.0}) {
        const LoadPath path = limitsOf(turned(leeFrame(), angle), {10, 2, 8}, 2);
        ASSERT_EQ(path.limits.size(), 2u);
        for (size_t i = 0; i < 2; ++i)
            EXPECT_NEAR(path.limits[i].factor, upright.limits[i].factor, 1e-7 * 18557);
    }
}

// log2 of how the error shrinks when the elements are halved.
double order(double coarse, double fine, double exact) {
    return std::log2(std::fabs(coarse - exact) / std::fabs(fine - exact));
}

TEST(LoadPath, TheErrorFallsWithTheSquareOfTheElementLength) {
    std::vector<double> williams, lee;
    for (const int n : {10, 20, 40}) {
        williams.push_back(limitsOf(toggle(), {n, n}, 1).limits.at(0).factor);
        lee.push_back(limitsOf(leeFrame(), {n, n / 5, 4 * n / 5}, 1).limits.at(0).factor);
    }
    for (size_t i = 0; i < 2; ++i) {
        EXPECT_NEAR(order(williams[i], williams[i + 1], 33.86122), 2, 0.2) << i;
        EXPECT_NEAR(order(lee[i], lee[i + 1], 18556.73), 2, 0.2) << i;
    }
    // The same elements by the independent solver that made the references.
    EXPECT_NEAR(lee[0], 18658.8, 0.05);
    EXPECT_NEAR(lee[1], 18582.5, 0.05);
    EXPECT_NEAR(lee[2], 18563.2, 0.05);
    EXPECT_NEAR(williams[0], 34.141, 5e-4);
    EXPECT_NEAR(williams[1], 33.931, 5e-4);
    EXPECT_NEAR(williams[2], 33.879, 5e-4);
}

// DaDeppo and Schmidt 1975: an arch of 215 degrees, one foot clamped, the other hinged, E I = 1e6,
// R = 100, falls sideways at 897.
TEST(LoadPath, DeepArch) {
    const auto limit = [](int parts) {
        Frame arch;
        for (int i = 0; i <= parts; ++i) {
            const double angle = math::pi / 180 * (197.5 - 215.0 * i / parts);
            arch.nodes.push_back({100 * math::cos(angle), 100 * math::sin(angle)});
        }
        fix(arch.nodes.front(), true, true, true);
        fix(arch.nodes.back(), true, true, false);
        for (int i = 0; i < parts; ++i) arch.members.push_back(beam(i, i + 1, 1, 1e8, 1e6));
        arch.loads = {{parts / 2, 0, -1, 0}};
        return limitsOf(arch, std::vector<int>(static_cast<size_t>(parts), 1), 1)
            .limits.at(0)
            .factor;
    };
    const double coarse = limit(40), fine = limit(80);
    EXPECT_NEAR(fine, 897, 2e-3 * 897);
    EXPECT_NEAR(fine + (fine - coarse) / 3, 897, 1e-3 * 897);  // Richardson, second order
}

// A clamped column under a dead load on its top, length 1 along x, P in Euler loads.
Frame column(double sideways) {
    const double euler = math::pi * math::pi / 4;
    Frame frame;
    frame.nodes = {{0, 0}, {1, 0}};
    fix(frame.nodes[0], true, true, true);
    frame.members = {beam(0, 1, 1, 1e6, 1)};
    frame.loads = {{1, -euler, sideways * euler, 0}};
    return frame;
}

TEST(LoadPath, PostBucklingFollowsTheElastica) {
    struct Row {
        double degrees, load, along, across;
    };
    const Row rows[] = {{20, 1.015397, 0.969731, 0.219413},   {40, 1.063663, 0.881204, 0.422240},
                        {60, 1.151720, 0.741020, 0.593208},   {80, 1.293889, 0.559396, 0.719497},
                        {100, 1.518389, 0.348989, 0.791539},  {120, 1.884801, 0.123160, 0.803171},
                        {140, 2.542258, -0.106923, 0.750388}, {160, 4.030086, -0.340319, 0.624604},
                        {176, 9.116218, -0.577211, 0.421442}};
    LoadPathOptions options;
    options.subdivide = 80;
    options.limits = 0;
    for (const Row& row : rows) options.targets.push_back({1, 2, row.degrees * math::pi / 180});
    const auto traced = followLoad(column(1e-6), options);
    ASSERT_TRUE(traced.ok());
    EXPECT_TRUE(traced.value().limits.empty());
    for (size_t i = 0; i < std::size(rows); ++i) {
        ASSERT_TRUE(traced.value().met[i].has_value()) << rows[i].degrees;
        const PathPoint& point = *traced.value().met[i];
        EXPECT_NEAR(point.factor, rows[i].load, 3e-4 * rows[i].load) << rows[i].degrees;
        EXPECT_NEAR(1 + point.state.displacements[1][0], rows[i].along, 3e-4) << rows[i].degrees;
        EXPECT_NEAR(point.state.displacements[1][1], rows[i].across, 3e-4) << rows[i].degrees;
    }
}

TEST(LoadPath, APerfectColumnStaysStraightAndIsUnstableFromTheEulerLoad) {
    LoadPathOptions options;
    options.subdivide = 40;
    options.limits = 0;
    options.maxFactor = 3;
    auto traced = followLoad(column(0), options);
    ASSERT_TRUE(traced.ok());
    EXPECT_EQ(traced.value().end, PathEnd::factor);
    EXPECT_EQ(traced.value().points.back().unstable, 1);
    EXPECT_EQ(traced.value().points.back().state.displacements[1][1], 0);

    options.margin = [](const PathPoint& point) { return point.unstable > 0 ? -1.0 : 1.0; };
    traced = followLoad(column(0), options);
    ASSERT_TRUE(traced.ok());
    EXPECT_EQ(traced.value().end, PathEnd::margin);
    EXPECT_NEAR(traced.value().points.back().factor, 1, 5e-4);
}

TEST(LoadPath, RefusesWhatItCannotFollow) {
    const Frame good = Roof{1, 0.1, 1e4}.frame();
    const auto key = [](const Frame& frame, const LoadPathOptions& options) {
        const auto traced = followLoad(frame, options);
        return traced.ok() ? std::string("fine") : traced.error().key;
    };
    const double none = std::numeric_limits<double>::quiet_NaN();
    Frame frame = good;
    frame.loads.clear();
    EXPECT_EQ(key(frame, {}), "frame.no_load");
    frame.loads = {{0, 3, 3, 0}};
    EXPECT_EQ(key(frame, {}), "frame.no_load");  // it goes straight into a support
    frame.loads = {{1, 0, 0, 0}};
    EXPECT_EQ(key(frame, {}), "frame.no_load");
    frame = good;
    frame.members.pop_back();
    frame.nodes[1].fixX = false;
    EXPECT_EQ(key(frame, {}), "frame.mechanism");

    LoadPathOptions options;
    options.limits = -1;
    EXPECT_EQ(key(good, options), "frame.bad_option");
    options = {};
    options.steps = 0;
    EXPECT_EQ(key(good, options), "frame.bad_option");
    for (const double bad : {none, 0.0, -1.0}) {
        options = {};
        options.maxFactor = bad;
        EXPECT_EQ(key(good, options), "frame.bad_option") << bad;
    }
    for (const double bad : {none, -1.0, 2.0}) {
        options = {};
        options.firstStep = bad;
        EXPECT_EQ(key(good, options), "frame.bad_option") << bad;
    }
    for (const int bad : {0, 1, -5, 1 << 30}) {
        options = {};
        options.maxPoints = bad;
        EXPECT_EQ(key(good, options), "frame.bad_option") << bad;
    }
    for (const PathTarget bad :
         {PathTarget{9, 1, 1}, PathTarget{-1, 1, 1}, PathTarget{1, 3, 1}, PathTarget{1, 1, none}}) {
        options = {};
        options.targets = {bad};
        EXPECT_EQ(key(good, options), "frame.bad_target");
    }
}

TEST(LoadPath, EndsAtItsPointsWhenNothingElseEndsIt) {
    Frame pull = Roof{1, 0.1, 1e4}.frame();
    pull.loads[0].fy = 1;  // upwards it only stiffens
    LoadPathOptions options;
    options.maxPoints = 40;
    const auto traced = followLoad(pull, options);
    ASSERT_TRUE(traced.ok());
    EXPECT_EQ(traced.value().end, PathEnd::points);
    EXPECT_EQ(traced.value().points.size(), 40u);
    EXPECT_TRUE(traced.value().limits.empty());

    options.kept = {{1, 0, 1e19, 0}};  // no place on the path at all
    const auto lost = followLoad(pull, options);
    ASSERT_TRUE(lost.ok());
    EXPECT_TRUE(lost.value().end == PathEnd::lost || lost.value().end == PathEnd::points);
}

}  // namespace
}  // namespace pt
