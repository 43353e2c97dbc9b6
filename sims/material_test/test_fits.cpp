// The estimators: closed forms, published figures, and how often their intervals hold the truth.
#include <gtest/gtest.h>

#include <cmath>

#include "engine/core/math.h"
#include "engine/core/rng.h"
#include "sims/material_test/fits.h"

namespace pt {
namespace {

TEST(Estimate, OfNothingOneAndAlike) {
    EXPECT_FALSE(meanOf({}).known());
    EXPECT_EQ(meanOf({3}).value, 3);
    EXPECT_FALSE(meanOf({3}).half == meanOf({3}).half);
    EXPECT_EQ(meanOf({3, 3, 3}).half, 0);
    EXPECT_FALSE(slopeThroughOrigin({}).known());
    EXPECT_FALSE(slopeThroughOrigin({{0, 0}, {1, 2}}).known());
    EXPECT_FALSE(fitLine({{1, 2}, {1, 2}}).slope.known());
    EXPECT_FALSE(fitLine({{2, 2, 2}, {1, 2, 3}}).slope.known());
    EXPECT_FALSE(fitWeibull({}).known());
    EXPECT_FALSE(fitWeibull({5, 6}).known());
    EXPECT_FALSE(fitWeibull({5, 5, 5, 5}).known());
    EXPECT_FALSE(fitWeibull({0, 5, 6}).known());
    EXPECT_TRUE(std::isnan(countFor({4}, 0.05)));
}

// Student's t from any table; mean and interval of 1..5 by hand: s = 1.5811, t = 2.776.
TEST(Estimate, MeanWithItsInterval) {
    EXPECT_EQ(student95(4), 2.776);
    EXPECT_NEAR(student95(60), 2.000, 0.001);
    EXPECT_NEAR(student95(1000), 1.962, 0.001);
    const Estimate mean = meanOf({1, 2, 3, 4, 5});
    EXPECT_EQ(mean.value, 3);
    EXPECT_NEAR(mean.half, 2.776 * std::sqrt(2.5 / 5), 1e-12);
}

// Norris' data set is NIST's certified linear regression; here three points by hand:
// (1, 1), (2, 3), (3, 4): slope 1.5, intercept -1/3, residual squares 1/6.
TEST(Estimate, LineByHand) {
    const Line line = fitLine({{1, 2, 3}, {1, 3, 4}});
    EXPECT_NEAR(line.slope.value, 1.5, 1e-12);
    EXPECT_NEAR(line.intercept.value, -1.0 / 3, 1e-12);
    EXPECT_NEAR(line.slope.half, 12.706 * std::sqrt(1.0 / 6 / 2), 1e-9);
    const Estimate slope = slopeThroughOrigin({{1, 2}, {2, 4}});
    EXPECT_NEAR(slope.value, 2, 1e-12);
    EXPECT_NEAR(slope.half, 0, 1e-9);
}

// Thoman, Bain and Antle (Technometrics 11, 1969): the mean of the maximum-likelihood modulus is
// 1.163 times the truth for n = 10 and 1.078 for n = 20, so its median correction lies below.
TEST(Weibull, ModulusIsFreeOfBiasAndItsIntervalHolds) {
    for (const int n : {4, 7, 10, 20, 60, 150}) {
        constexpr double truth = 9;
        const int trials = n > 50 ? 600 : 2000;
        int below = 0, inside = 0;
        for (int trial = 0; trial < trials; ++trial) {
            Rng random(static_cast<uint64_t>(trial), "sample" + std::to_string(n));
            std::vector<double> strengths;
            for (int i = 0; i < n; ++i) strengths.push_back(random.weibull(truth, 30e6));
            const WeibullEstimate fit = fitWeibull(strengths);
            ASSERT_TRUE(fit.known());
            EXPECT_LT(fit.low, fit.modulus);
            EXPECT_LT(fit.modulus, fit.high);
            below += fit.modulus < truth ? 1 : 0;
            inside += fit.low <= truth && truth <= fit.high ? 1 : 0;
        }
        // Four binomial deviations.
        EXPECT_NEAR(below, 0.5 * trials, 4 * std::sqrt(0.25 * trials)) << n;
        EXPECT_NEAR(inside, 0.95 * trials, 4 * std::sqrt(0.0475 * trials)) << n;
    }
}

TEST(Weibull, MaximumLikelihoodOfALargeSample) {
    Rng random(7, "large");
    std::vector<double> strengths;
    for (int i = 0; i < 500; ++i) strengths.push_back(random.weibull(9, 30e6));
    const WeibullEstimate fit = fitWeibull(strengths);
    EXPECT_NEAR(fit.modulus, 9, 3 * 0.78 * 9 / std::sqrt(500.0));
    EXPECT_NEAR(fit.scale, 30e6, 3 * 30e6 / 9 * 1.053 / std::sqrt(500.0));
    // What is measured in other units has the same modulus.
    std::vector<double> scaled;
    for (const double s : strengths) scaled.push_back(s / 1e6);
    EXPECT_NEAR(fitWeibull(scaled).modulus, fit.modulus, 1e-9);
}

TEST(Estimate, IntervalsOfTheSlopeHoldTheTruth) {
    constexpr int trials = 3000;
    int inside = 0, intercepts = 0;
    for (int trial = 0; trial < trials; ++trial) {
        Rng random(static_cast<uint64_t>(trial), "line");
        Points through, free;
        for (int i = 1; i <= 6; ++i) {
            const double x = 0.1 * i;
            through.x.push_back(x);
            through.y.push_back(3.6 * x + 0.05 * random.normal());
            free.x.push_back(x);
            free.y.push_back(1 - 0.5 * x + 0.05 * random.normal());
        }
        const Estimate slope = slopeThroughOrigin(through);
        inside += std::fabs(slope.value - 3.6) <= slope.half ? 1 : 0;
        const Estimate intercept = fitLine(free).intercept;
        intercepts += std::fabs(intercept.value - 1) <= intercept.half ? 1 : 0;
    }
    const double deviation = std::sqrt(0.0475 * trials);
    EXPECT_NEAR(inside, 0.95 * trials, 4 * deviation);
    EXPECT_NEAR(intercepts, 0.95 * trials, 4 * deviation);
}

TEST(Estimate, HowManyTestsAreNeeded) {
    // Relative scatter of 13 %: (1.96 × 0.13 / 0.05)² is 26, and Student asks for two more.
    std::vector<double> values;
    Rng random(3, "needed");
    for (int i = 0; i < 400; ++i) values.push_back(1 + 0.13 * random.normal());
    EXPECT_NEAR(countFor(values, 0.05), 28, 3);
    EXPECT_EQ(countFor({5, 5, 5}, 0.05), 2);
}

// -- the table

Measurement row(TestKind test, double force, double deflection) {
    static int id = 0;
    Measurement m;
    m.id = ++id;
    m.material = "spaghetti_180";
    m.test = test;
    m.width = 1.8e-3;
    m.span = 0.1;
    m.force = force;
    m.deflection = deflection;
    return m;
}

constexpr double E = 3.6e9;
const Section strand = section({StrandShape::round, 1.8e-3, 0});

TEST(Fits, ReadingsWithoutErrorGiveTheMaterialBack) {
    std::vector<Measurement> rows;
    for (const double force : {5.0, 10.0, 20.0})
        rows.push_back(row(TestKind::tension, force, force * 0.1 / (E * strand.area)));
    for (const double force : {0.2, 0.4, 0.6})
        rows.push_back(row(TestKind::bending, force, force * 1e-3 / (48 * E * strand.inertia)));
    const double critical = math::pi * math::pi * E * strand.inertia / 0.01;
    for (const double w : {1e-3, 2e-3, 5e-3, 10e-3})  // a bow of 0.3 mm
        rows.push_back(
            row(TestKind::buckling, critical * elasticaLoad(w / 0.1) * (1 - 0.3e-3 / w), w));
    const Fits fits = fitRows(rows, "spaghetti_180", StrandShape::round);
    EXPECT_NEAR(fits.tensionE.value, E, 1e-6 * E);
    EXPECT_NEAR(fits.bendingE.value, E, 1e-6 * E);
    EXPECT_NEAR(fits.columnE.value, E, 1e-6 * E);
    EXPECT_NEAR(fits.columnLine.slope.value, -0.3e-3 * E, 1e-3 * E * 0.3e-3);
    EXPECT_FALSE(fits.density.known());
    EXPECT_TRUE(fits.tensionBreaks.empty());
}

TEST(Fits, BundlesAndOtherMaterials) {
    std::vector<Measurement> rows;
    Measurement bundled = row(TestKind::bending, 1, 0);
    bundled.strands = 7;
    bundled.deflection = 1e-3 / (48 * E * bundle(7, 1.8e-3, true).inertia);
    rows.push_back(bundled);
    Measurement other = row(TestKind::bending, 1, 1e-3);
    other.material = "balsa";
    rows.push_back(other);
    const Fits fits = fitRows(rows, "spaghetti_180", StrandShape::round);
    EXPECT_EQ(fits.bendingE.count, 1);
    EXPECT_NEAR(fits.bendingE.value, E, 1e-6 * E);
    EXPECT_FALSE(fits.bendingE.half == fits.bendingE.half);
    // A strip needs its thickness.
    EXPECT_FALSE(fitRows(rows, "balsa", StrandShape::rectangle).bendingE.known());
    rows.back().thickness = 1e-3;
    EXPECT_TRUE(fitRows(rows, "balsa", StrandShape::rectangle).bendingE.known());
}

TEST(Fits, StrengthAndDensity) {
    std::vector<Measurement> rows{row(TestKind::tension, 70, 1e-3),
                                  row(TestKind::tension, 76, 1e-3),
                                  row(TestKind::tension, 80, 1e-3)};
    for (Measurement& m : rows) m.broke = true;
    rows[0].mass = 0.973e-3;
    rows[0].strandLength = 0.255;
    rows.push_back(row(TestKind::tension, 40, 1e-3));  // still whole
    const Fits fits = fitRows(rows, "spaghetti_180", StrandShape::round);
    ASSERT_EQ(fits.tensionBreaks.size(), 3u);
    EXPECT_NEAR(fits.tensionBreaks[0], 70 / strand.area, 1);
    EXPECT_NEAR(fits.density.value, 0.973e-3 / (strand.area * 0.255), 1e-6);
    EXPECT_EQ(breaks(fits, TestKind::buckling).size(), 0u);
}

TEST(Fits, NothingMeasuredIsNothingKnown) {
    Measurement empty;
    empty.material = "spaghetti_180";
    const Fits fits = fitRows(std::vector<Measurement>{empty}, "spaghetti_180", StrandShape::round);
    EXPECT_FALSE(fits.tensionE.known() || fits.bendingE.known() || fits.columnE.known());
    EXPECT_FALSE(fitRows({}, "own", StrandShape::round).width.known());
}

}  // namespace
}  // namespace pt
