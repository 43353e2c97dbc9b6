// Glass against Fresnel's tables for two kinds of clear glass, the standard U of ten glazings
// (EN 673), published g, and what must hold for any glazing.
#include "engine/numerics/glazing.h"

#include <gtest/gtest.h>

#include <cmath>

#include "engine/core/math.h"
#include "engine/core/rng.h"

namespace pt {
namespace {

constexpr double degree = math::pi / 180, upright = math::pi / 2;

Pane clearPane() {
    Pane pane;
    pane.emissivityFront = pane.emissivityBack = 0.837;
    return pane;
}
Pane coatedOutside() {  // the face towards the gap on its outer side
    Pane pane = clearPane();
    pane.emissivityFront = 0.03;
    return pane;
}
Pane coatedInside() {
    Pane pane = clearPane();
    pane.emissivityBack = 0.03;
    return pane;
}
Gap gap(double width, GapGas gas) {
    Gap made;
    made.width = width;
    made.gas = gas;
    return made;
}
Glazing glazing(std::vector<Pane> panes, std::vector<Gap> gaps) {
    return {std::move(panes), std::move(gaps)};
}
Pane standard2020() { return {0.003048, 1, 0.834, 0.075, 0.075, 0.84, 0.84}; }
// Index 1.526 and 0.0196 1/mm.
Pane standard2017() { return {0.003175, 1.06, 0.861371, 0.078459, 0.078459, 0.84, 0.84}; }
Glazing lowE660() {
    Pane outer{0.00318, 1, 0.452, 0.359, 0.397, 0.84, 0.047};
    return glazing({outer, standard2020()}, {gap(0.012, GapGas::argon)});
}

struct AngleRow {
    double single, through, outer, inner;
};

void expectTable(const Pane& pane, const std::vector<AngleRow>& rows, const AngleRow& diffuse) {
    const Glazing one = glazing({pane}, {});
    const Glazing two = glazing({pane, pane}, {Gap{}});
    for (size_t i = 0; i < rows.size(); ++i) {
        const double angle = static_cast<double>(i) * 10 * degree;
        const GlazingOptics single = opticsAt(one, angle), both = opticsAt(two, angle);
        EXPECT_NEAR(single.transmittance, rows[i].single, 1.5e-4) << i;
        EXPECT_NEAR(both.transmittance, rows[i].through, 1.5e-4) << i;
        EXPECT_NEAR(both.absorbed[0], rows[i].outer, 1.5e-4) << i;
        EXPECT_NEAR(both.absorbed[1], rows[i].inner, 1.5e-4) << i;
    }
    const GlazingOptics hemi = opticsDiffuse(two);
    EXPECT_NEAR(opticsDiffuse(one).transmittance, diffuse.single, 2e-4);
    EXPECT_NEAR(hemi.transmittance, diffuse.through, 2e-4);
    EXPECT_NEAR(hemi.absorbed[0], diffuse.outer, 2e-4);
    EXPECT_NEAR(hemi.absorbed[1], diffuse.inner, 2e-4);
}

TEST(GlazingOptics, OfTheGlassOfStandard140In2020) {
    expectTable(standard2020(),
                {{0.8340, 0.6995, 0.0967, 0.0763},
                 {0.8334, 0.6986, 0.0973, 0.0767},
                 {0.8315, 0.6956, 0.0991, 0.0780},
                 {0.8271, 0.6894, 0.1021, 0.0800},
                 {0.8176, 0.6773, 0.1063, 0.0824},
                 {0.7965, 0.6523, 0.1118, 0.0845},
                 {0.7483, 0.5955, 0.1189, 0.0844},
                 {0.6361, 0.4623, 0.1283, 0.0775},
                 {0.3874, 0.2144, 0.1352, 0.0566}},
                {0.7572, 0.6105, 0.1112, 0.0794});
}

TEST(GlazingOptics, OfTheGlassOfStandard140In2017) {
    expectTable(standard2017(),
                {{0.8614, 0.7466, 0.0643, 0.0521},
                 {0.8610, 0.7459, 0.0647, 0.0525},
                 {0.8596, 0.7437, 0.0659, 0.0534},
                 {0.8560, 0.7388, 0.0679, 0.0548},
                 {0.8474, 0.7283, 0.0708, 0.0566},
                 {0.8272, 0.7047, 0.0746, 0.0582},
                 {0.7792, 0.6474, 0.0796, 0.0585},
                 {0.6648, 0.5072, 0.0868, 0.0544},
                 {0.4091, 0.2422, 0.0940, 0.0414}},
                {0.7861, 0.6588, 0.0745, 0.0549});
}

TEST(GlazingOptics, LetsNothingInAlongTheGlass) {
    const GlazingOptics along = opticsAt(glazing({clearPane(), clearPane()}, {Gap{}}), upright);
    EXPECT_NEAR(along.transmittance, 0, 1e-4);
    EXPECT_NEAR(along.reflectance, 1, 1e-4);
}

TEST(GlazingOptics, NothingIsLostOrMade) {
    Rng rng(5, "glazing");
    for (int round = 0; round < 200; ++round) {
        Glazing any;
        const int64_t panes = rng.integer(1, 4);
        for (int64_t i = 0; i < panes; ++i) {
            Pane pane;
            pane.transmittance = rng.uniform();
            pane.reflectanceFront = rng.uniform() * (1 - pane.transmittance);
            pane.reflectanceBack = rng.uniform() < 0.5 ? pane.reflectanceFront
                                                       : rng.uniform() * (1 - pane.transmittance);
            any.panes.push_back(pane);
            if (i > 0) any.gaps.push_back(Gap{});
        }
        ASSERT_TRUE(checkGlazing(any).ok());
        for (double angle = 0; angle < 90; angle += 9) {
            const GlazingOptics at = opticsAt(any, angle * degree);
            double sum = at.transmittance + at.reflectance;
            for (const double absorbed : at.absorbed) {
                EXPECT_GE(absorbed, -1e-12);
                sum += absorbed;
            }
            EXPECT_NEAR(sum, 1, 1e-9) << round << " " << angle;
            EXPECT_GE(at.transmittance, 0);
        }
    }
}

TEST(GlazingOptics, EveryPaneIsAsToldAtNormalIncidence) {
    for (const double t : {0.0, 0.3, 0.834, 0.91}) {
        Pane pane;
        pane.transmittance = t;
        pane.reflectanceFront = pane.reflectanceBack = 0.08;
        const GlazingOptics at = opticsAt(glazing({pane}, {}), 0);
        EXPECT_NEAR(at.transmittance, t, 1e-9);
        EXPECT_NEAR(at.reflectance, 0.08, 1e-9);
    }
    const GlazingOptics coated = opticsAt(glazing({lowE660().panes[0]}, {}), 0);
    EXPECT_NEAR(coated.transmittance, 0.452, 1e-9);
    EXPECT_NEAR(coated.reflectance, 0.359, 1e-9);
}

TEST(GlazingHeat, TheStandardUOfTenGlazings) {
    const Pane clear = clearPane(), out = coatedOutside(), in = coatedInside();
    const GapGas air = GapGas::air, argon = GapGas::argon, krypton = GapGas::krypton;
    const auto triple = [&](double width, GapGas gas) {
        return glazing({in, clear, out}, {gap(width, gas), gap(width, gas)});
    };
    EXPECT_NEAR(uValueOf(glazing({clear}, {})), 5.747, 0.002);
    EXPECT_NEAR(uValueOf(glazing({clear, clear}, {gap(0.012, air)})), 2.849, 0.002);
    EXPECT_NEAR(uValueOf(glazing({clear, clear}, {gap(0.016, air)})), 2.731, 0.002);
    EXPECT_NEAR(uValueOf(glazing({clear, out}, {gap(0.016, argon)})), 1.064, 0.002);
    EXPECT_NEAR(uValueOf(glazing({clear, out}, {gap(0.016, air)})), 1.344, 0.002);
    EXPECT_NEAR(uValueOf(triple(0.012, argon)), 0.682, 0.002);
    EXPECT_NEAR(uValueOf(triple(0.018, argon)), 0.495, 0.002);
    EXPECT_NEAR(uValueOf(triple(0.012, krypton)), 0.417, 0.002);
    EXPECT_NEAR(uValueOf(glazing({standard2020(), standard2020()}, {gap(0.012, air)})), 2.870,
                0.002);
    EXPECT_NEAR(uValueOf(lowE660()), 1.274, 0.002);
}

// Case 600 of Standard 140-2004: U 3.0 and a solar heat gain coefficient of 0.789, with its own
// fixed coefficients; by the films of EN 410 the difference is small.
TEST(GlazingHeat, GIsNearThePublishedOne) {
    Gap fixed;
    fixed.conductance = 6.297;
    EXPECT_NEAR(gValueOf(glazing({standard2017(), standard2017()}, {fixed})), 0.789, 0.01);
    // EN 410's own order of size: clear single 4 mm 0.86 … 0.88, clear double 0.76 … 0.80.
    EXPECT_NEAR(gValueOf(glazing({clearPane()}, {})), 0.865, 0.015);
    EXPECT_NEAR(gValueOf(glazing({clearPane(), clearPane()}, {gap(0.012, GapGas::air)})), 0.77,
                0.015);
}

TEST(GlazingHeat, StillGasConductsAndRadiates) {
    const Gap air = gap(0.012, GapGas::air);
    const double radiation = 4 * 5.670374419e-8 * 283 * 283 * 283.0 / (2 / 0.84 - 1);
    const double still = (2.873e-3 + 7.760e-5 * 283) / 0.012;
    for (const double tilt : {0.0, 0.6, 1.2, upright, math::pi})
        EXPECT_NEAR(gapConductance(air, 0.84, 0.84, 283, 283, tilt, 2), still + radiation, 1e-6);
    Gap fixed;
    fixed.conductance = 6.297;
    EXPECT_EQ(gapConductance(fixed, 0.84, 0.84, 260, 300, 1, 2), 6.297);
}

TEST(GlazingHeat, AGapHeatedFromBelowStirs) {
    const Gap air = gap(0.02, GapGas::air);
    const auto h = [&air](double t1, double t2, double tilt) {
        return gapConductance(air, 0.84, 0.84, t1, t2, tilt, 1);
    };
    const double wall = h(273, 293, upright);
    EXPECT_GT(h(273, 293, 0), wall);                // a roof in winter
    EXPECT_LT(h(293, 273, 0), wall);                // a roof in summer
    EXPECT_NEAR(h(293, 273, upright), wall, 1e-9);  // upright both ways alike
    EXPECT_NEAR(h(273, 293, math::pi), h(293, 273, 0), 1e-9);
    for (double tilt = 0; tilt < math::pi; tilt += 0.01)  // no jumps where formulas meet
        EXPECT_NEAR(h(273, 293, tilt), h(273, 293, tilt + 0.01), 0.25) << tilt;
}

TEST(GlazingHeat, ImpossibleGlassIsNamed) {
    EXPECT_EQ(checkGlazing({}).error().key, "glazing.panes");
    EXPECT_EQ(checkGlazing(glazing({clearPane()}, {Gap{}})).error().key, "glazing.panes");
    EXPECT_EQ(
        checkGlazing(glazing(std::vector<Pane>(5, clearPane()), std::vector<Gap>(4))).error().key,
        "glazing.panes");
    const auto broken = [](auto change) {
        Glazing made = glazing({clearPane(), clearPane()}, {Gap{}});
        change(made);
        const Status status = checkGlazing(made);
        return status ? std::string("ok") : status.error().args.at(0).value;
    };
    EXPECT_EQ(broken([](Glazing&) {}), "ok");
    EXPECT_EQ(broken([](Glazing& g) { g.panes[1].conductivity = 0; }), "conductivity");
    EXPECT_EQ(broken([](Glazing& g) { g.panes[0].transmittance = 0.95; }), "reflectance");
    EXPECT_EQ(broken([](Glazing& g) { g.panes[0].emissivityBack = 0; }), "emissivity");
    EXPECT_EQ(broken([](Glazing& g) { g.panes[0].thickness = std::nan(""); }), "thickness");
    EXPECT_EQ(broken([](Glazing& g) { g.gaps[0].width = 0; }), "width");
    EXPECT_EQ(broken([](Glazing& g) { g.gaps[0].fill = 1.5; }), "fill");
}

}  // namespace
}  // namespace pt
