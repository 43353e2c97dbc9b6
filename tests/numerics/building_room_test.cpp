// Films, long waves and sunlight inside a room, and the shared tables of the sun.
#include <gtest/gtest.h>

#include <numeric>

#include "engine/numerics/building_cavity.h"
#include "engine/numerics/building_glass.h"
#include "tests/numerics/building_fixtures.h"

namespace pt {
namespace {

// 8 × 6 × 2.7 m: south, east, north, west, ceiling, floor.
std::vector<CavityFace> room(double absorptance, double emissivity = 0.9) {
    std::vector<CavityFace> faces = {{21.6, {0, 1, 0}}, {16.2, {-1, 0, 0}}, {21.6, {0, -1, 0}},
                                     {16.2, {1, 0, 0}}, {48, {0, 0, -1}},   {48, {0, 0, 1}}};
    for (CavityFace& face : faces) {
        face.solarAbsorptance = absorptance;
        face.emissivity = emissivity;
    }
    return faces;
}
double sum(const std::vector<double>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0);
}

TEST(BuildingFilm, NaturalConvection) {
    const NaturalFilm upright(0), ceiling(-1), floor(1);
    for (const double dt : {0.3, 2.0, 11.0}) {
        EXPECT_NEAR(upright.at(dt), 1.31 * math::cbrt(dt), 1e-3);
        EXPECT_NEAR(upright.at(-dt), upright.at(dt), 2e-3);
        // ASHRAE: 1.52 rising off a floor or falling off a ceiling, 0.76 lying still.
        EXPECT_NEAR(floor.at(dt), 1.52 * math::cbrt(dt), 2e-3);
        EXPECT_NEAR(ceiling.at(-dt), 1.52 * math::cbrt(dt), 2e-3);
        EXPECT_NEAR(ceiling.at(dt), 0.76 * math::cbrt(dt), 2e-3);
    }
    EXPECT_EQ(upright.at(0), 0.1);
}

TEST(BuildingFilm, RadiationAndWind) {
    // 4 σ T³ of two nearly equal temperatures; exact for far apart ones.
    EXPECT_NEAR(radiantFilm(20, 20), 4 * stefanBoltzmann * std::pow(293.15, 3), 1e-12);
    EXPECT_NEAR(radiantFilm(300, 10) * 290,
                stefanBoltzmann * (std::pow(573.15, 4) - std::pow(283.15, 4)), 1e-9);
    EXPECT_EQ(windPowers(0).windward, 0);
    const WindPowers ten = windFactorsAt(10), low = windFactorsAt(1.35);
    EXPECT_NEAR(forcedFilm(windPowers(4), ten),
                0.5 * (3.26 * std::pow(4, 0.89) + 3.55 * std::pow(4, 0.617)), 1e-9);
    EXPECT_LT(forcedFilm(windPowers(4), low), forcedFilm(windPowers(4), ten));
    EXPECT_NEAR(outsideFilm(2, 0, 1.5), 2, 1e-12);
    // A wall sees half a sky, √½ of it as sky; a roof all of it, a ceiling none.
    EXPECT_NEAR(outsideView(math::pi / 2).sky, 0.5 * std::sqrt(0.5), 1e-12);
    EXPECT_NEAR(outsideView(0).sky, 1, 1e-12);
    EXPECT_NEAR(outsideView(math::pi).air, 1, 1e-12);
}

TEST(BuildingCavity, SunIsDividedWhole) {
    for (const double absorptance : {0.0, 0.1, 0.6, 0.9, 1.0}) {
        const auto faces = room(absorptance);
        EXPECT_NEAR(sum(sharesOfBeam(faces)), 1, 1e-9) << absorptance;
        EXPECT_NEAR(sum(sharesFrom(faces, {6, 0, 0, 0, 0, 0})), 1, 1e-9) << absorptance;
    }
    // A black floor takes the whole beam; a black room nothing onto the side the light comes from.
    EXPECT_NEAR(sharesOfBeam(room(1))[5], 1, 1e-12);
    EXPECT_EQ(sharesFrom(room(1), {6, 0, 0, 0, 0, 0})[0], 0);
    EXPECT_EQ(sum(sharesFrom(room(1), {0, 0, 0, 0, 0, 0})), 0);
    // Without a floor a beam falls on all alike; one face takes all.
    EXPECT_NEAR(sum(sharesOfBeam({{10, {0, 1, 0}}, {10, {0, -1, 0}}})), 1, 1e-12);
    EXPECT_NEAR(sharesOfBeam({{10, {0, 1, 0}, 0.9, 0.2}})[0], 1, 1e-9);
}

// ASHRAE 140-2017, annex B7, walls that take 0.6 and windows in the south: the published shares
// come from view factors; ours from areas, within 5 % of the sun.
TEST(BuildingCavity, NearThePublishedDistribution) {
    auto faces = room(0.6);
    faces[0].area -= 12;
    faces.push_back({12, {0, 1, 0}, 0.84, 0.83});
    const std::vector<double> shares = sharesOfBeam(faces);
    EXPECT_NEAR(shares[5], 0.642, 0.03);
    EXPECT_NEAR(shares[4], 0.168, 0.05);
    for (const size_t wall : {1, 3}) EXPECT_NEAR(shares[wall], 0.038, 0.03);
    EXPECT_NEAR(shares[2], 0.053, 0.03);
    EXPECT_NEAR(shares[0], 0.026, 0.03);
}

// A cube: each side is 1/6 of all, F = 6/5; two such sides exchange as over two resistances.
TEST(BuildingCavity, RadiantFactorsOfACube) {
    std::vector<CavityFace> cube = room(0.6, 1.0);
    for (CavityFace& face : cube) face.area = 4;
    for (const double factor : radiantFactors(cube)) EXPECT_NEAR(factor, 1.2, 1e-9);
    for (CavityFace& face : cube) face.emissivity = 0.5;
    for (const double factor : radiantFactors(cube)) EXPECT_NEAR(factor, 1 / (1 + 1 / 1.2), 1e-9);
    cube[2].emissivity = 0;
    EXPECT_EQ(radiantFactors(cube)[2], 0);
    // A room that does not close stays finite.
    for (const double factor : radiantFactors({{50, {0, 0, 1}}, {1, {0, 1, 0}}})) {
        EXPECT_GT(factor, 0);
        EXPECT_LT(factor, 2);
    }
}

TEST(BuildingGlass, TablesAgreeWithTheOptics) {
    const Glazing glazing = doubleGlazing();
    const GlassTable table(glazing);
    for (double degrees = 0; degrees < 89; degrees += 3.7) {
        const double angle = degrees * math::pi / 180;
        const GlazingOptics exact = opticsAt(glazing, angle), read = table.beam(math::cos(angle));
        EXPECT_NEAR(read.transmittance, exact.transmittance, 1e-3) << degrees;
        EXPECT_NEAR(read.absorbed[1], exact.absorbed[1], 1e-3) << degrees;
        double all = read.transmittance + read.reflectance;
        for (const double absorbed : read.absorbed) all += absorbed;
        EXPECT_NEAR(all, 1, 1e-9);
    }
    EXPECT_NEAR(table.beam(-0.2).transmittance, 0, 1e-9);
    EXPECT_NEAR(table.fromInside().transmittance, table.diffuse().transmittance, 1e-9);
}

// A fixed gap: the chain's conductance, and absorbed heat goes to the nearer face.
TEST(BuildingGlass, ChainOfPanes) {
    Glazing glazing = doubleGlazing();
    glazing.gaps[0].conductance = 5;
    GlassChain chain(glazing, math::pi / 2, 1);
    chain.update(0, 20, {});
    EXPECT_NEAR(1 / chain.conductance(), 0.2 + 0.008, 1e-12);
    EXPECT_NEAR(chain.inward(0), 0.002 / 0.208, 1e-12);
    EXPECT_NEAR(chain.inward(1), 0.206 / 0.208, 1e-12);
}

TEST(BuildingSun, SharedAndBounded) {
    auto weather = std::make_shared<const Weather>(*stillWeather(10));
    WeatherCache cache(weather);
    const auto year = cache.year(600);
    EXPECT_EQ(cache.year(600), year);
    const auto first = year->plane({0.1, 1.5, 0.2});
    EXPECT_EQ(year->plane({0.1, 1.5, 0.2}), first);
    for (int i = 0; i < 100; ++i) (void)year->plane({0.01 * i, 1.2, 0.2});
    EXPECT_NE(year->plane({0.1, 1.5, 0.2}), first);  // long not asked for: made anew
    EXPECT_EQ(first->at(0, *year).beam, 0);          // who holds it keeps it
    EXPECT_EQ(year->stepAt(0), 0U);
    EXPECT_EQ(year->stepAt(-600), 52559U);
    EXPECT_EQ(year->stepAt(365 * 86400.0 + 1200), 2U);
}

// Short steps: the table starts over when it is full, with the same values.
TEST(BuildingSun, ShortStepsStayWithinBounds) {
    auto weather = std::make_shared<const Weather>(*stillWeather(10));
    OutsideYear year(weather, 1);
    for (size_t day = 0; day < 3; ++day) EXPECT_NEAR(year.at(day * 86400 + 7).air, 10, 1e-9);
    EXPECT_NEAR(year.at(7).air, 10, 1e-9);
}

}  // namespace
}  // namespace pt
