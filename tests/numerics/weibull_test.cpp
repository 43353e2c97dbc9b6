// The gamma function's exact values, and Weibull's numbers against their integrals.
#include <gtest/gtest.h>

#include <cmath>

#include "engine/core/math.h"
#include "engine/core/rng.h"
#include "engine/numerics/weibull.h"

namespace pt {
namespace {

TEST(Gamma, OfWholeAndHalfNumbers) {
    double factorial = 1;
    for (int n = 1; n <= 20; ++n) {
        EXPECT_NEAR(gammaFunction(n) / factorial, 1, 1e-13) << n;
        factorial *= n;
    }
    double half = std::sqrt(math::pi);
    for (double x = 0.5; x < 20; x += 1) {
        EXPECT_NEAR(gammaFunction(x) / half, 1, 1e-13) << x;
        half *= x;
    }
    EXPECT_NEAR(gammaFunction(1e-3), 999.4237724845955, 1e-9);
    EXPECT_NEAR(betaFunction(2.5, 1.5), math::pi / 16, 1e-14);
    EXPECT_NEAR(logGamma(200), 857.9336698258574, 1e-10);
}

TEST(Gamma, KeepsItsReflection) {
    for (double x = 0.05; x < 1; x += 0.05)
        EXPECT_NEAR(gammaFunction(x) * gammaFunction(1 - x) * math::sin(math::pi * x) / math::pi, 1,
                    1e-12);
}

TEST(WeibullStrength, AgreesWithDraws) {
    const Weibull strength = Weibull::ofMean(30, 9);
    Rng random(11, "draws");
    const int count = 200'000;
    double sum = 0, squares = 0;
    int below = 0;
    const double tenth = strength.fractile(0.1);
    for (int i = 0; i < count; ++i) {
        const double s = random.weibull(strength.modulus, strength.scale);
        sum += s;
        squares += s * s;
        below += s < tenth;
    }
    const double mean = sum / count, deviation = std::sqrt(squares / count - mean * mean);
    EXPECT_NEAR(mean, 30, 0.05);
    EXPECT_NEAR(strength.mean(), 30, 1e-12);
    EXPECT_NEAR(deviation / mean, strength.variation(), 2e-3);
    EXPECT_NEAR(static_cast<double>(below) / count, 0.1, 3e-3);
}

TEST(WeibullStrength, FractilesInvertTheProbability) {
    const Weibull strength{12, 7};
    for (const double p : {1e-6, 0.05, 0.5, 0.632, 0.999})
        EXPECT_NEAR(strength.failureProbability(strength.fractile(p)), p, 1e-12);
    EXPECT_EQ(strength.fractile(0), 0);
    EXPECT_EQ(strength.failureProbability(-1), 0);
}

// (4/π) ∫∫ ((1 - 2x) sqrt(1 - y²) …)^m over the pulled half of the rod, by the midpoint rule.
TEST(WeibullStrength, BendingVolumeIsTheIntegralOverTheRod) {
    for (const double m : {3.0, 8.0, 15.0}) {
        const int steps = 4000;
        double section = 0, length = 0;
        for (int i = 0; i < steps; ++i) {
            const double t = (i + 0.5) / steps;  // height / radius; width of the rod there
            section += math::pow(t, m) * 2 * std::sqrt(1 - t * t) / steps / math::pi;
            length += math::pow(t, m) / steps;  // moment along the rod / its largest
        }
        EXPECT_NEAR(bendingVolume(m) / (section * length), 1, 1e-3) << m;
        EXPECT_NEAR(math::pow(bendingRatio(m), -m), bendingVolume(m), 1e-12);
    }
}

TEST(WeibullStrength, OfALargeBundleIsTheBestShareOfTheSurvivors) {
    for (const double m : {5.0, 10.0}) {
        const Weibull strength{1, m};
        double best = 0;
        for (double s = 0.2; s < 1.5; s += 1e-4)
            best = std::max(best, s * (1 - strength.failureProbability(s)));
        EXPECT_NEAR(bundleStrength(m), best, 1e-7);
        EXPECT_NEAR(sizeEffect(m, 10),
                    Weibull::ofMean(1, m).fractile(1 - std::exp(-0.1)) /
                        Weibull::ofMean(1, m).scale,
                    1e-12);
    }
}

}  // namespace
}  // namespace pt
