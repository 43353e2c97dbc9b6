// Space trusses: statics by hand, equilibrium of any of them, and what cannot stand.
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "engine/core/rng.h"
#include "engine/numerics/truss3d.h"

namespace pt {
namespace {

constexpr std::array<bool, 3> held{true, true, true};

// Three feet on a circle, one apex.
Truss tripod() {
    Truss truss;
    truss.nodes = {{{0, 0, 4}, {}, {}},
                   {{3, 0, 0}, held, {}},
                   {{-1.5, 2.598076211353316, 0}, held, {}},
                   {{-1.5, -2.598076211353316, 0}, held, {}}};
    for (int foot = 1; foot <= 3; ++foot) truss.bars.push_back({foot, 0, 36, 10, {}});
    truss.loads = {{0, {1, 0, -30}}};
    return truss;
}

TrussSolution solved(const Truss& truss) {
    Result<TrussSolution> result = solveTruss(truss);
    EXPECT_TRUE(result.ok()) << (result.ok() ? "" : result.error().key);
    return result.ok() ? result.value() : TrussSolution{};
}

TEST(SpaceTruss, TripodByHand) {
    const TrussSolution s = solved(tripod());
    // 3-4-5 triangles: the weight gives 10/0.8 in each leg, the push 2/3·(5/3) and half of it.
    EXPECT_NEAR(s.axial[0], -12.5 - 10.0 / 9, 1e-12);
    EXPECT_NEAR(s.axial[1], -12.5 + 5.0 / 9, 1e-12);
    EXPECT_NEAR(s.axial[2], -12.5 + 5.0 / 9, 1e-12);
    EXPECT_NEAR(s.displacements[0][2], -30 * 5 / (3 * 360 * 0.64), 1e-12);
    EXPECT_LT(s.residual, 1e-12);
}

// Two layers of shaken nodes, all pairs between neighbours joined.
Truss shaken(uint64_t seed) {
    Rng random(seed, "space");
    Truss truss;
    for (int i = 0; i < 12; ++i) {
        const double x = i / 4, y = i / 2 % 2, z = i % 2;
        truss.nodes.push_back(
            {{x + 0.2 * random.uniform(), y + 0.2 * random.uniform(), z + 0.2 * random.uniform()},
             {},
             {}});
        truss.loads.push_back({i, {random.normal(), random.normal(), random.normal()}});
    }
    for (int i = 0; i < 12; ++i)
        for (int j = i + 1; j < std::min(12, i + 8); ++j)
            truss.bars.push_back(
                {i, j, 1 + random.uniform(), 1, {random.normal(), random.normal(), 0.3}});
    truss.nodes[0].fixed = held;
    truss.nodes[1].fixed = {true, true, false};
    truss.nodes[11].fixed = {false, true, true};
    truss.nodes[10].fixed = {false, false, true};
    truss.nodes[11].move = {0, 0.1, -0.2};
    return truss;
}

TEST(SpaceTruss, ReactionsBalanceTheLoads) {
    for (uint64_t seed = 1; seed <= 20; ++seed) {
        const Truss truss = shaken(seed);
        const TrussSolution s = solved(truss);
        EXPECT_LT(s.residual, 1e-9);
        Triple force{}, moment{};
        const auto add = [&](const Triple& at, const Triple& f) {
            for (size_t d = 0; d < 3; ++d) {
                force[d] += f[d];
                moment[d] += at[(d + 1) % 3] * f[(d + 2) % 3] - at[(d + 2) % 3] * f[(d + 1) % 3];
            }
        };
        for (const TrussLoad& load : truss.loads) add(truss.nodes[load.node].at, load.force);
        for (size_t n = 0; n < truss.nodes.size(); ++n) add(truss.nodes[n].at, s.reactions[n]);
        for (const TrussBar& bar : truss.bars) {
            const Triple &a = truss.nodes[bar.from].at, &b = truss.nodes[bar.to].at;
            double length = 0;
            for (size_t d = 0; d < 3; ++d) length += (b[d] - a[d]) * (b[d] - a[d]);
            Triple middle, f;
            for (size_t d = 0; d < 3; ++d) {
                middle[d] = (a[d] + b[d]) / 2;
                f[d] = bar.q[d] * std::sqrt(length);
            }
            add(middle, f);
        }
        for (size_t d = 0; d < 3; ++d) {
            EXPECT_NEAR(force[d], 0, 1e-8);
            EXPECT_NEAR(moment[d], 0, 1e-8);
        }
    }
}

TEST(SpaceTruss, HasNoPreferredAxis) {
    const auto turned = [](Truss truss) {
        const auto turn = [](auto& v) { v = {v[2], v[0], v[1]}; };
        for (TrussNode& node : truss.nodes) {
            turn(node.at);
            turn(node.fixed);
            turn(node.move);
        }
        for (TrussLoad& load : truss.loads) turn(load.force);
        for (TrussBar& bar : truss.bars) turn(bar.q);
        return truss;
    };
    const TrussSolution a = solved(shaken(3)), b = solved(turned(shaken(3)));
    for (size_t m = 0; m < a.axial.size(); ++m) EXPECT_NEAR(a.axial[m], b.axial[m], 1e-9);
}

TEST(SpaceTruss, SettlementOfADeterminateOneGivesNoForce) {
    Truss truss = tripod();
    truss.loads.clear();
    truss.nodes[1].move = {0.01, -0.02, 0.03};
    const TrussSolution s = solved(truss);
    for (const double axial : s.axial) EXPECT_NEAR(axial, 0, 1e-12);
    EXPECT_EQ(s.displacements[1], (Triple{0.01, -0.02, 0.03}));
}

TEST(SpaceTruss, MechanismsNameTheNode) {
    Truss flat = tripod();  // feet and apex in one plane
    flat.nodes[0].at[2] = 0;
    EXPECT_EQ(solveTruss(flat).error(),
              (Error{"frame.mechanism", "", {{"node", "0"}, {"direction", "z"}}}));
    Truss free = tripod();
    free.nodes[3].fixed = {true, true, false};
    EXPECT_EQ(solveTruss(free).error().key, "frame.mechanism");
    Truss loose = tripod();
    loose.nodes.push_back({{9, 9, 9}, {}, {}});
    EXPECT_EQ(solveTruss(loose).error(),
              (Error{"frame.mechanism", "", {{"node", "4"}, {"direction", "x"}}}));
}

TEST(SpaceTruss, RefusesWhatIsNotATruss) {
    const auto error = [](auto change) {
        Truss truss = tripod();
        change(truss);
        return solveTruss(truss).error();
    };
    EXPECT_EQ(solveTruss({}).error().key, "frame.empty");
    const Error bar{"frame.bad_number", "", {{"member", "1"}}};
    EXPECT_EQ(error([](Truss& t) { t.bars[1].E = 0; }), bar);
    EXPECT_EQ(error([](Truss& t) { t.bars[1].A = std::nan(""); }), bar);
    EXPECT_EQ(error([](Truss& t) { t.nodes[2].at[1] = std::numeric_limits<double>::infinity(); }),
              (Error{"frame.bad_number", "", {{"node", "2"}}}));
    EXPECT_EQ(error([](Truss& t) { t.loads[0].node = 9; }).key, "frame.bad_load");
    EXPECT_EQ(error([](Truss& t) { t.bars[0].to = -1; }).key, "frame.bad_node");
    EXPECT_EQ(error([](Truss& t) { t.bars[0].to = t.bars[0].from; }).key, "frame.zero_length");
    EXPECT_EQ(error([](Truss& t) {
                  t.bars.push_back({0, 2, 1, 1, {}});
              }),
              (Error{"frame.duplicate", "", {{"member", "3"}, {"other", "1"}}}));
}

TEST(SpaceTruss, AllNodesHeldCarriesAll) {
    Truss truss = tripod();
    truss.nodes[0].fixed = held;
    const TrussSolution s = solved(truss);
    EXPECT_EQ(s.reactions[0], (Triple{-1, 0, 30}));
    EXPECT_EQ(s.axial[0], 0);
}

}  // namespace
}  // namespace pt
