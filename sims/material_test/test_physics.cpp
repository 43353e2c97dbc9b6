// The stands, the specimens and the instruments against closed forms.
#include <gtest/gtest.h>

#include <cmath>
#include <set>

#include "engine/core/math.h"
#include "engine/numerics/weibull.h"
#include "sims/material_test/instrument.h"
#include "sims/material_test/options.h"
#include "sims/material_test/stand.h"

namespace pt {
namespace {

constexpr double pi = math::pi;

// A rod as the book has it: 1.8 mm, 3.6 GPa.
Specimen rod() {
    Specimen piece;
    piece.outline = {StrandShape::round, 1.8e-3, 0};
    piece.one = piece.section = section(piece.outline);
    piece.length = 0.255;
    piece.E = 3.6e9;
    piece.tension = 30e6;
    piece.bending = 60e6;
    piece.crushing = 50e6;
    piece.bow = 1e-4;
    return piece;
}

Box boxOf(const char* key) { return {*findStrandMaterial(key), 0.1, 1, true}; }

TEST(Stand, PullsByHooke) {
    const StandPoint point = pull(rod(), 0.2, 10);
    const double area = pi * 0.9e-3 * 0.9e-3;
    EXPECT_NEAR(point.stress, 10 / area, 1e-3);
    EXPECT_NEAR(point.deflection, 10 * 0.2 / (3.6e9 * area), 1e-15);
    EXPECT_EQ(point.outcome, Outcome::none);
    EXPECT_EQ(pull(rod(), 0.2, 30e6 * area * 1.0001).outcome, Outcome::broken);
    EXPECT_EQ(pull(rod(), 0.2, 30e6 * area * 0.9999).outcome, Outcome::none);
}

TEST(Stand, BendsLikeABeamOnTwoSupports) {
    const double inertia = pi * std::pow(0.9e-3, 4) / 4;
    const StandPoint point = bend(rod(), 0.06, 1);
    EXPECT_NEAR(point.deflection, 0.06 * 0.06 * 0.06 / (48 * 3.6e9 * inertia), 1e-12);
    EXPECT_NEAR(point.stress, 0.06 / 4 * 0.9e-3 / inertia, 1);
    // Long spans slip before they break.
    EXPECT_EQ(bend(rod(), 0.06, 3).outcome, Outcome::broken);
    EXPECT_EQ(bend(rod(), 0.2, 0.6).outcome, Outcome::slipped);
}

// The post-buckling table of the elastica (angle at the hinge; load, remaining distance of the
// ends and deflection of the half column, Timoshenko and Gere table 2-6).
TEST(Stand, ElasticaOfThePublishedTable) {
    const struct {
        double angle, load, distance, deflection;
    } rows[] = {{20, 1.015397, 0.969731, 0.219413},
                {40, 1.063663, 0.881204, 0.422240},
                {60, 1.151720, 0.741020, 0.593208},
                {100, 1.518389, 0.348989, 0.791539},
                {140, 2.542258, -0.106923, 0.750388}};
    for (const auto& row : rows) {
        const Elastica now = elastica(math::sin(row.angle / 2 * pi / 180));
        EXPECT_NEAR(now.load, row.load, 1e-6) << row.angle;
        EXPECT_NEAR(1 - now.shortening, row.distance, 1e-6) << row.angle;
        EXPECT_NEAR(now.deflection, row.deflection / 2, 1e-6) << row.angle;
    }
    EXPECT_NEAR(elasticaLoad(0), 1, 1e-12);
    EXPECT_NEAR(elasticaLoad(0.593208 / 2), 1.151720, 1e-5);
}

// The drawn curve ends at the other hinge, as far from the first as the closed form says.
TEST(Stand, ElasticaCurve) {
    for (const double deflection : {0.0, 0.01, 0.2, 0.35}) {
        const std::vector<CurvePoint> curve = elasticaCurve(deflection, 40);
        ASSERT_EQ(curve.size(), 41u);
        EXPECT_NEAR(curve.back().aside, 0, 2e-4);
        EXPECT_NEAR(curve[20].aside, deflection, 2e-4);
        EXPECT_NEAR(curve[20].along, curve.back().along / 2, 2e-4);
    }
    EXPECT_NEAR(elasticaCurve(0.593208 / 2, 40).back().along, 0.741020, 5e-4);
}

// Southwell: with a small bow, w = w0 / (1 - P/Pcr) while deflections stay small.
TEST(Stand, SmallBowsFollowSouthwell) {
    const Specimen piece = rod();
    const double span = 0.15, critical = eulerLoad(piece, span);
    EXPECT_NEAR(critical, pi * pi * 3.6e9 * piece.section.inertia / (span * span), 1e-12);
    for (const double shortening : {1e-7, 3e-7, 1e-6, 1e-5}) {
        const StandPoint point = press(piece, span, shortening);
        EXPECT_NEAR(point.force, critical * (1 - piece.bow / point.deflection), 3e-4 * critical)
            << shortening;
        EXPECT_GE(point.deflection, piece.bow);
    }
}

TEST(Stand, PressingFartherBowsMoreUntilItBreaks) {
    const Specimen piece = rod();
    double last = 0;
    StandPoint point;
    for (double shortening = 0; point.outcome == Outcome::none; shortening += 1e-4) {
        ASSERT_LT(shortening, 0.15);
        point = press(piece, 0.15, shortening);
        EXPECT_GE(point.deflection, last);
        last = point.deflection;
    }
    EXPECT_EQ(point.outcome, Outcome::broken);
    EXPECT_GT(point.force, eulerLoad(piece, 0.15) * 0.99);
    Specimen tough = rod();
    tough.bending = 1e12;
    EXPECT_EQ(press(tough, 0.15, 0.14).outcome, Outcome::folded);
}

TEST(Stand, ABowedColumnHoldsEulersLoadAndTwiceTheLengthAQuarter) {
    Specimen piece = rod();
    piece.bow = 0;
    for (const double span : {0.1, 0.2}) {
        const double force = forceAtBow(piece, span, buckledBow * span);
        EXPECT_NEAR(force / eulerLoad(piece, span), elasticaLoad(buckledBow), 1e-9);
        EXPECT_NEAR(force / eulerLoad(piece, span), 1.0124, 1e-3) << "1 + (pi w / L)² / 8";
    }
    piece.bow = 0.004 * 0.1;
    const double crooked = forceAtBow(piece, 0.1, 0.01);
    EXPECT_NEAR(crooked / (eulerLoad(piece, 0.1) * elasticaLoad(0.1)), 1 - 0.04, 1e-3);
}

TEST(Stand, StubbyColumnsAreCrushed) {
    Specimen piece = rod();
    piece.bow = 1e-6;
    double shortening = 0;
    while (press(piece, 0.01, shortening).outcome == Outcome::none) shortening += 1e-7;
    const StandPoint point = press(piece, 0.01, shortening);
    EXPECT_EQ(point.outcome, Outcome::crushed);
    EXPECT_NEAR(point.force / piece.section.area, 50e6, 0.1e6);
}

TEST(Specimens, AreTheSameForTheSameSeedAndDifferFromEachOther) {
    const Box box = boxOf("spaghetti_180");
    std::set<double> widths, strengths;
    for (int number = 1; number <= 20; ++number) {
        const Specimen one = drawSpecimen(box, 5, number, 0.2);
        const Specimen again = drawSpecimen(box, 5, number, 0.2);
        EXPECT_EQ(one.tension, again.tension);
        EXPECT_EQ(one.E, again.E);
        EXPECT_EQ(one.boxMass, drawSpecimen(box, 5, 1, 0.2).boxMass);
        widths.insert(one.outline.width);
        strengths.insert(one.tension);
    }
    EXPECT_EQ(widths.size(), 20u);
    EXPECT_EQ(strengths.size(), 20u);
    EXPECT_NE(drawSpecimen(box, 5, 1, 0.2).boxMass, drawSpecimen(box, 5, 21, 0.2).boxMass);
}

struct Sample {
    double mean = 0, deviation = 0;
};
template <class F>
Sample sample(int count, const F& value) {
    double sum = 0, squares = 0;
    for (int i = 1; i <= count; ++i) {
        const double x = value(i);
        sum += x;
        squares += x * x;
    }
    const double mean = sum / count;
    return {mean, std::sqrt(squares / count - mean * mean)};
}

// 4000 strands: mean and spread of Weibull's law, and what W01 gives for bending of the same rod:
// 2.064 times the strength in tension at m = 8, 1.875 at m = 10.
TEST(Specimens, StrengthFollowsWeibull) {
    for (const auto& [modulus, ratio] : {std::pair{8.0, 2.064}, std::pair{10.0, 1.875}}) {
        Box box = boxOf("spaghetti_180");
        box.material.weibullModulus.value = modulus;
        box.material.widthScatter.value = 1e-9;
        const auto tension =
            sample(4000, [&](int i) { return drawSpecimen(box, 1, i, 0.25).tension; });
        const auto bending =
            sample(4000, [&](int i) { return drawSpecimen(box, 1, i, 0.25).bending; });
        EXPECT_NEAR(tension.mean, 30e6, 0.01 * 30e6);
        EXPECT_NEAR(tension.deviation / tension.mean, (Weibull{1, modulus}.variation()), 0.004);
        EXPECT_NEAR(bending.mean / tension.mean, ratio, 1e-3);
        // Size effect: a tenth of the length is 10^(1/m) times as strong, flaw by flaw.
        const Specimen whole = drawSpecimen(box, 1, 3, 0.25),
                       tenth = drawSpecimen(box, 1, 3, 0.025);
        EXPECT_NEAR(tenth.tension / whole.tension, std::pow(10, 1 / modulus), 1e-9);
    }
}

// A rectangle's effective volume in three-point bending, by summing (stress / largest)^m over it.
TEST(Specimens, EffectiveVolumesAgreeWithASum) {
    constexpr int n = 400;
    constexpr double m = 7;
    double strip = 0, tube = 0;
    for (int i = 0; i < n; ++i)
        for (int j = 0; j < n; ++j) {
            const double along = (i + 0.5) / n;           // 0 at the support, 1 at mid-span
            const double height = 2 * (j + 0.5) / n - 1;  // of the edge
            const double angle = 2 * pi * (j + 0.5) / n;
            if (height > 0) strip += std::pow(along * height, m);
            if (std::sin(angle) > 0) tube += std::pow(along * std::sin(angle), m);
        }
    EXPECT_NEAR(bendingVolumeOf(StrandShape::rectangle, m), strip / (n * n), 1e-5);
    EXPECT_NEAR(bendingVolumeOf(StrandShape::tube, m), tube / (n * n), 1e-5);
    EXPECT_NEAR(bendingVolumeOf(StrandShape::round, m), bendingVolume(m), 1e-15);
}

TEST(Specimens, BundlesShareTheForce) {
    EXPECT_EQ(sharedStrength({5}), 5);
    EXPECT_EQ(sharedStrength({1, 10}), 5);      // the weak one breaks, the other holds half
    EXPECT_EQ(sharedStrength({9, 10, 11}), 9);  // all together
    EXPECT_EQ(sharedStrength({3, 9, 9}), 6);    // two hold two thirds of 9
    Box box = boxOf("spaghetti_180");
    box.strands = 7;
    const double m = box.material.weibullModulus.value;
    const auto seven = sample(2000, [&](int i) { return drawSpecimen(box, 2, i, 0.25).tension; });
    EXPECT_LT(seven.mean, 30e6);
    EXPECT_GT(seven.mean, Weibull::ofMean(30e6, m).scale * bundleStrength(m));
}

TEST(Specimens, MoistureWeakensAndSoftens) {
    Box box = boxOf("spaghetti_180");
    const Specimen dry = drawSpecimen(box, 4, 1, 0.2);
    box.moisture = 0.16;
    const Specimen moist = drawSpecimen(box, 4, 1, 0.2);
    EXPECT_NEAR(moist.E / dry.E, std::pow(10, -0.3), 1e-12);
    EXPECT_NEAR(moist.tension / dry.tension, std::pow(10, -0.3), 1e-12);
}

TEST(Specimens, TheChoiceOffersEveryMaterial) {
    std::set<std::string> offered(std::begin(materialKeys), std::end(materialKeys));
    EXPECT_EQ(offered.size(), strandMaterials().size() + 1);
    for (const StrandMaterial& material : strandMaterials())
        EXPECT_TRUE(offered.count(material.key)) << material.key;
}

// Readings stand on the instrument's divisions, scatter as stated, and are right on average.
TEST(Instruments, ReadInDivisionsWithTheirNoise) {
    for (const Gauge& instrument : {ruler, calliper, kitchenScale, hangingScale}) {
        const double truth = 4.3 * instrument.division;
        const auto seen = sample(4000, [&](int i) {
            const double value = readOff(instrument, truth, 9, "a." + std::to_string(i));
            const double steps = value / instrument.division;
            EXPECT_NEAR(steps, std::round(steps), 1e-9);
            return value - truth;
        });
        // Rounding adds division²/12, exactly so only for noise of half a division or more.
        const double expected = std::sqrt(instrument.noise * instrument.noise +
                                          instrument.division * instrument.division / 12);
        EXPECT_NEAR(seen.mean, 0, 0.12 * instrument.division);
        EXPECT_NEAR(seen.deviation, expected, 0.12 * instrument.division);
    }
}

TEST(Instruments, TheSameReadingAgainIsTheSame) {
    const double first = readOff(ruler, 0.0123, 1, "x");
    for (int i = 0; i < 5; ++i) EXPECT_EQ(readOff(ruler, 0.0123, 1, "x"), first);
    EXPECT_EQ(readOff(ruler, 0, 1, "x"), 0);
    EXPECT_GE(readOff(ruler, 1e-6, 1, "y"), 0);
}

}  // namespace
}  // namespace pt
