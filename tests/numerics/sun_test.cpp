// The sun against NREL's SPA example and NOAA's positions for Ukkel; the sky against the
// published transposition of 24 June 2014 (pvlib's tests) and its own limits.
#include "engine/numerics/sun.h"

#include <gtest/gtest.h>

#include <cmath>

#include "engine/core/math.h"
#include "engine/numerics/climate.h"
#include "engine/numerics/sky.h"
#include "engine/numerics/weather.h"

namespace pt {
namespace {

constexpr double degree = math::pi / 180;

TEST(Sun, StandsWhereSpaSaysIt) {
    const double moment = daysSince2000(2003, 10, 17, 19 + 30.0 / 60 + 30.0 / 3600);
    EXPECT_NEAR(moment + 2451545, 2452930.312847, 1e-6);
    const SunPosition at = sunAt(moment, 39.742476 * degree, -105.1786 * degree);
    EXPECT_NEAR(at.elevation / degree, 39.872046, 0.01);
    EXPECT_NEAR(at.azimuth / degree, 194.340241, 0.01);
    const double lifted = at.elevation + refraction(at.elevation, 82000, 284.15);
    EXPECT_NEAR(lifted / degree, 39.888378, 0.01);
    const SunDate date = sunDate(moment);
    EXPECT_NEAR(date.declination / degree, -9.31434, 0.01);
    EXPECT_NEAR(date.distance, 0.9965422974, 1e-5);
    EXPECT_NEAR(date.equationOfTime / degree * 4, 14.641, 0.04);
}

TEST(Sun, StandsOverUkkelAsNoaaSays) {
    const struct {
        int month, day, hour;
        double elevation, azimuth;
    } expected[] = {{3, 20, 12, 39.195987, 183.245419},
                    {6, 21, 12, 62.473654, 187.747207},
                    {12, 21, 12, 15.643952, 184.582110},
                    {6, 21, 6, 20.348687, 77.498339}};
    for (const auto& one : expected) {
        const SunPosition at = sunAt(daysSince2000(2021, one.month, one.day, one.hour),
                                     50.7969 * degree, 4.3581 * degree);
        EXPECT_NEAR(at.elevation / degree, one.elevation, 0.01) << one.month;
        EXPECT_NEAR(at.azimuth / degree, one.azimuth, 0.01) << one.month;
    }
}

TEST(Sun, RefractionIsHalfADegreeAtTheHorizon) {
    EXPECT_NEAR(refraction(0, 101000, 283) / degree * 60, 28.98, 0.05);
    EXPECT_EQ(refraction(-2 * degree, 101000, 283), 0);
    EXPECT_LT(refraction(math::pi / 2, 101000, 283) / degree, 0.001);
}

TEST(Sun, TheDayIsAsLongAsTheLatitudeAsks) {
    EXPECT_NEAR(sunsetHourAngle(0, 50 * degree), math::pi / 2, 1e-12);
    EXPECT_NEAR(sunsetHourAngle(20 * degree, 0), math::pi / 2, 1e-12);
    EXPECT_NEAR(sunsetHourAngle(23 * degree, 80 * degree), math::pi, 1e-12);
    EXPECT_NEAR(sunsetHourAngle(-23 * degree, 80 * degree), 0, 1e-7);
}

TEST(Sun, TheYearsTableFollowsTheSeries) {
    const double start = daysSince2000(2022, 1, 1, 0);
    for (double day = 0.3; day < 365; day += 7.7) {
        const SunDate exact = sunDate(start + day), table = sunDateInYear(day * 86400);
        EXPECT_NEAR(table.declination / degree, exact.declination / degree, 0.001);
        EXPECT_NEAR(table.equationOfTime / degree, exact.equationOfTime / degree, 0.001);
        EXPECT_NEAR(table.distance, exact.distance, 1e-6);
    }
    EXPECT_EQ(sunDateInYear(-86400).declination, sunDateInYear(364 * 86400.0).declination);
}

Outdoors under(double beam, double diffuse, double zenith, double azimuth, double outside) {
    Outdoors out;
    out.beam = beam;
    out.diffuse = diffuse;
    out.sunElevation = math::pi / 2 - zenith;
    out.sunAzimuth = azimuth;
    out.sun = planeNormal(azimuth, zenith);
    const SkyBrightness sky = perezBrightness(diffuse, beam, outside, out.sunElevation);
    out.circumsolar = sky.circumsolar;
    out.horizon = sky.horizon;
    return out;
}

TEST(Sky, TransposesAsPublished) {
    const struct {
        double beam, diffuse, zenith, azimuth, mass, sky, onPlane, ground, incidence;
    } hours[] = {{316.1949056, 40.46149818, 82.85457044, 66.71410338, 7.58831596, 31.46046871, 0,
                  2.331912, 99.023874},
                 {939.95469881, 118.45831879, 10.56413562, 144.76567754, 1.01688136, 109.084332,
                  798.319393, 30.486758, 31.862553},
                 {646.22886049, 62.03376265, 72.41687122, 287.04104128, 3.27930443, 45.45539877,
                  33.501434, 7.521891, 87.028372}};
    for (const auto& hour : hours) {
        const Outdoors out = under(hour.beam, hour.diffuse, hour.zenith * degree,
                                   hour.azimuth * degree, 1321.1655834833);
        EXPECT_NEAR(relativeAirMass(out.sunElevation), hour.mass, 1e-6);
        const Irradiance on = irradiance(out, math::pi, 40 * degree, 0.25);
        EXPECT_NEAR(on.sky, hour.sky, 0.01);
        EXPECT_NEAR(on.beam, hour.onPlane, 1e-4);
        EXPECT_NEAR(on.ground, hour.ground, 0.01);
        EXPECT_NEAR(math::acos(on.cosIncidence) / degree, hour.incidence, 1e-4);
    }
}

TEST(Sky, AHorizontalPlaneGetsTheWholeSky) {
    const Outdoors out = under(700, 120, 50 * degree, 2, 1361);
    const Irradiance on = irradiance(out, 0, 0, 0.2);
    EXPECT_NEAR(on.sky, 120, 1e-9);  // ring and dome together
    EXPECT_NEAR(on.beam, 700 * math::cos(50 * degree), 1e-9);
    EXPECT_EQ(on.ground, 0);
}

TEST(Sky, GivesNothingAtNightAndNoBeamFromBehind) {
    const Outdoors night = under(0, 0, 120 * degree, 1, 1361);
    EXPECT_EQ(irradiance(night, 1, 1.5, 0.2).total(), 0);
    const Outdoors noon = under(800, 100, 60 * degree, math::pi, 1361);
    EXPECT_EQ(irradiance(noon, 0, math::pi / 2, 0.2).beam, 0);
}

TEST(Sky, WarmAndCloudySkiesRadiateMore) {
    const double clear = skyInfrared(283.15, 278.15, 0), covered = skyInfrared(283.15, 278.15, 1);
    EXPECT_NEAR(clear, 292.7, 1);  // (0.787 + 0.764 ln(278.15 / 273)) σ T⁴
    EXPECT_GT(covered, clear * 1.1);
    EXPECT_LE(covered, 5.670374419e-8 * 283.15 * 283.15 * 283.15 * 283.15);
    EXPECT_GT(skyInfrared(213.15, 200, 0), 0);
}

// Sums over steps of any length, all day and hour by hour.
TEST(Outdoors, KeepsEachHoursSunAtAnyStep) {
    const Weather weather = yearFrom(ukkelNormals(), ukkelSite(), 3);
    for (const int day : {5, 100, 172, 250, 355}) {
        for (int hour = 24 * day; hour < 24 * (day + 1); ++hour) {
            double beam = 0, diffuse = 0;
            for (int step = 0; step < 12; ++step) {
                const Outdoors out = outdoors(weather, hour * 3600.0 + step * 300.0, 300);
                beam += out.beam / 12;
                diffuse += out.diffuse / 12;
                EXPECT_LE(out.beam, out.extraterrestrial + 1e-9);
                EXPECT_TRUE(out.beam == 0 || out.sun.up > 0);
            }
            const WeatherHour& told = weather.hours[static_cast<size_t>(hour)];
            EXPECT_NEAR(diffuse, told.diffuse, 1e-9 * (1 + told.diffuse)) << hour;
            EXPECT_NEAR(beam, told.beam, 1e-9 * (1 + told.beam)) << hour;
        }
    }
}

TEST(Outdoors, RunsStraightBetweenStampsAndRoundTheYear) {
    Weather weather{ukkelSite(), std::vector<WeatherHour>(hoursAYear), 283};
    for (size_t hour = 0; hour < weather.hours.size(); ++hour)
        weather.hours[hour].temperature = 270 + static_cast<double>(hour % 24);
    // Hour 10 ends at 11 o'clock with 280, hour 9 at 10 o'clock with 279.
    EXPECT_NEAR(outdoors(weather, 10.25 * 3600, 1800).temperature, 279.5, 1e-9);
    const Outdoors first = outdoors(weather, 0, 3600);
    const Outdoors again = outdoors(weather, 8760 * 3600.0, 3600);
    EXPECT_EQ(first.temperature, again.temperature);
    EXPECT_NEAR(first.temperature, (293 + 270) / 2.0, 1e-9);
    EXPECT_NEAR(outdoors(weather, -3600, 3600).temperature, 292.5, 1e-9);
    const double t = first.skyTemperature;
    EXPECT_NEAR(5.670374419e-8 * t * t * t * t, 300, 1e-6);
}

TEST(Outdoors, TheSouthernSunStandsInTheNorth) {
    WeatherSite sydney{"Sydney", -33.87 * degree, 151.21 * degree, 10 * 3600, 40};
    Weather weather{sydney, std::vector<WeatherHour>(hoursAYear), 290};
    const Outdoors noon = outdoors(weather, (5 * 24 + 12) * 3600.0, 600);
    EXPECT_GT(noon.sun.north, -0.3);
    EXPECT_GT(noon.sunElevation / degree, 75);  // January is summer there
    const Outdoors july = outdoors(weather, (190 * 24 + 12) * 3600.0, 600);
    EXPECT_GT(july.sun.north, 0.7);
    EXPECT_LT(july.sunElevation / degree, 36);
}

TEST(Outdoors, PolarDaysAndNightsAreFinite) {
    WeatherSite pole{"Alert", 82.5 * degree, -62.3 * degree, -4 * 3600, 30};
    Weather weather{pole, std::vector<WeatherHour>(hoursAYear), 260};
    for (WeatherHour& hour : weather.hours) hour.beam = hour.diffuse = 100;
    for (int day = 0; day < 365; day += 13)
        for (int step = 0; step < 48; ++step) {
            const Outdoors out = outdoors(weather, day * 86400.0 + step * 1800.0, 1800);
            const Irradiance on = irradiance(out, 1, math::pi / 2, 0.6);
            EXPECT_TRUE(std::isfinite(on.total()) && on.total() >= 0);
            EXPECT_TRUE(std::isfinite(out.sunAzimuth));
        }
}

}  // namespace
}  // namespace pt
