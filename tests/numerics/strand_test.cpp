// Sections of strands against closed forms, and the material file.
#include <gtest/gtest.h>

#include <cmath>
#include <set>

#include "engine/core/math.h"
#include "engine/numerics/strand.h"

namespace pt {
namespace {

constexpr double pi = math::pi;

TEST(StrandSection, RoundTubeAndRectangle) {
    const Section round = section({StrandShape::round, 0.002, 0});
    EXPECT_NEAR(round.area, pi * 1e-6, 1e-20);
    EXPECT_NEAR(round.inertia, pi * 1e-12 / 4, 1e-26);
    EXPECT_NEAR(round.modulus, pi * 1e-9 / 4, 1e-23);
    // D = 6 mm, wall 0.5 mm: π (6⁴ - 5⁴) / 64 mm⁴.
    const Section tube = section({StrandShape::tube, 0.006, 0.0005});
    EXPECT_NEAR(tube.area, pi * (36 - 25) / 4 * 1e-6, 1e-18);
    EXPECT_NEAR(tube.inertia, pi * (1296 - 625) / 64 * 1e-12, 1e-24);
    const Section strip = section({StrandShape::rectangle, 0.010, 0.002});
    EXPECT_NEAR(strip.area, 20e-6, 1e-20);
    EXPECT_NEAR(strip.inertia, 10 * 8 / 12.0 * 1e-12, 1e-26);
    EXPECT_NEAR(strip.modulus, 10 * 4 / 6.0 * 1e-9, 1e-23);
    EXPECT_NEAR(strip.width, std::sqrt(104.0) * 1e-3, 1e-15);
}

TEST(StrandSection, TubesBundleLikeRoundStrandsWithAHole) {
    const StrandOutline tube{StrandShape::tube, 0.006, 0.0005};
    const Section one = section(tube), seven = bundle(tube, 7, true);
    EXPECT_NEAR(seven.area, 7 * one.area, 1e-18);
    // Six neighbours at one diameter: Σ d² = 3 D² about any axis.
    EXPECT_NEAR(seven.inertia, 7 * one.inertia + one.area * 3 * 36e-6, 1e-20);
    EXPECT_NEAR(bundle(tube, 7, false).inertia, 7 * one.inertia, 1e-22);
    EXPECT_NEAR(seven.width, 3 * 0.006, 1e-12);
}

// Slats on each other: glued they are one thick slat, until the pile is higher than it is broad.
TEST(StrandSection, RectanglesLieOnEachOther) {
    const StrandOutline slat{StrandShape::rectangle, 0.010, 0.002};
    EXPECT_NEAR(bundle(slat, 3, true).inertia, 10 * 216 / 12.0 * 1e-12, 1e-24);
    EXPECT_NEAR(bundle(slat, 3, false).inertia, 3 * 10 * 8 / 12.0 * 1e-12, 1e-24);
    EXPECT_NEAR(bundle(slat, 10, true).inertia, 20 * 1000 / 12.0 * 1e-12, 1e-22);
    EXPECT_NEAR(bundle(slat, 10, true).modulus, 20 * 100 / 6.0 * 1e-9, 1e-20);
}

TEST(StrandSection, LooseBundlesAreNeverStiffer) {
    for (const StrandMaterial& material : strandMaterials())
        for (int n = 2; n <= maxStrands; ++n) {
            const Section bonded = bundle(material.outline, n, true);
            const Section loose = bundle(material.outline, n, false);
            EXPECT_NEAR(bonded.area, loose.area, 1e-12 * loose.area);
            EXPECT_GE(bonded.inertia, loose.inertia * (1 - 1e-12)) << material.key << n;
            EXPECT_GE(bonded.width, section(material.outline).width * (1 - 1e-12));
        }
}

TEST(StrandSection, WhatIsNoOutline) {
    EXPECT_FALSE(isOutline({StrandShape::round, 0, 0}));
    EXPECT_FALSE(isOutline({StrandShape::round, std::nan(""), 0}));
    EXPECT_FALSE(isOutline({StrandShape::tube, 0.002, 0.001}));
    EXPECT_FALSE(isOutline({StrandShape::tube, 0.002, 0}));
    EXPECT_FALSE(isOutline({StrandShape::rectangle, 0.001, 0.002}));
    EXPECT_TRUE(isOutline({StrandShape::rectangle, 0.002, 0.002}));
}

TEST(StrandMaterials, EachNumberLiesInItsRangeAndHasASource) {
    ASSERT_GE(strandMaterials().size(), 10u);
    std::set<std::string> keys;
    for (const StrandMaterial& m : strandMaterials()) {
        SCOPED_TRACE(m.key);
        EXPECT_TRUE(keys.insert(m.key).second);
        for (const Sourced* s : {&m.density, &m.E, &m.strength, &m.weibullModulus, &m.crushing,
                                 &m.widthScatter, &m.stiffnessScatter, &m.moisture.slope}) {
            EXPECT_GT(s->low, 0);
            EXPECT_LE(s->low, s->value);
            EXPECT_LE(s->value, s->high);
            EXPECT_FALSE(s->source.empty());
        }
        EXPECT_GT(m.length, 0.1);
        EXPECT_GE(m.length, m.strengthLength * 0.9);
        EXPECT_GT(m.lengthScatter, 0);
        EXPECT_GT(m.moisture.reference, 0.05);
        EXPECT_EQ(findStrandMaterial(m.key), &m);
    }
    for (const char* key :
         {"spaghetti_125", "spaghetti_145", "spaghetti_165", "spaghetti_180", "spaghetti_185",
          "spaghetti_205", "balsa", "paper_straw", "cardboard", "popsicle"})
        EXPECT_TRUE(keys.count(key)) << key;
    EXPECT_EQ(findStrandMaterial("steel"), nullptr);
}

// The masses that were weighed: IYPT 2011 problem 4, Croatia, strands of 255 mm.
TEST(StrandMaterials, SpaghettiWeighsWhatWasWeighed) {
    const std::pair<const char*, double> weighed[] = {{"spaghetti_125", 0.474e-3},
                                                      {"spaghetti_145", 0.627e-3},
                                                      {"spaghetti_165", 0.810e-3},
                                                      {"spaghetti_185", 0.980e-3},
                                                      {"spaghetti_205", 1.177e-3}};
    for (const auto& [key, mass] : weighed) {
        const StrandMaterial& m = *findStrandMaterial(key);
        EXPECT_NEAR(m.density.value * section(m.outline).area * m.length, mass, 0.002 * mass)
            << key;
    }
}

TEST(StrandMaterials, MoistureSoftens) {
    const MoistureLaw& law = findStrandMaterial("spaghetti_180")->moisture;
    EXPECT_DOUBLE_EQ(law.factor(law.reference), 1);
    EXPECT_NEAR(law.factor(0.16), 0.501, 0.001);  // k = 5: about half at 16 %
    EXPECT_GT(law.factor(0.05), 1.7);
}

}  // namespace
}  // namespace pt
