// The fit against curves whose UA and C are known, with the noise and rounding of a logger.
#include <gtest/gtest.h>

#include <cmath>

#include "engine/core/rng.h"
#include "sims/cardboard_house/fit.h"

namespace pt {
namespace {

constexpr double room = 293.15, ua = 1.4, capacity = 2100;
constexpr LampTime lamp{25, 3600};

double exact(double t) {
    const double tau = capacity / ua, rise = lamp.power / ua;
    if (t <= lamp.until) return room + rise * (1 - std::exp(-t / tau));
    return room + rise * (1 - std::exp(-lamp.until / tau)) * std::exp(-(t - lamp.until) / tau);
}

std::vector<ReadPoint> read(uint64_t seed, double noise, double division, double from = 0,
                            double to = 7200, double every = 30) {
    Rng random(seed, "logger");
    std::vector<ReadPoint> points;
    for (double t = from; t <= to; t += every) {
        double kelvin = exact(t) + noise * random.normal();
        if (division > 0) kelvin = division * std::floor(kelvin / division + 0.5);
        points.push_back({t, kelvin, room});
    }
    return points;
}

TEST(Fit, ExactCurvesGiveTheirNumbersBack) {
    const BoxFit fit = fitBox(read(1, 0, 0), lamp);
    ASSERT_TRUE(fit.known());
    EXPECT_NEAR(fit.ua.value, ua, 1e-6 * ua);
    EXPECT_NEAR(fit.capacity.value, capacity, 1e-5 * capacity);
    EXPECT_NEAR(fit.timeConstant.value, capacity / ua, 1e-5 * capacity / ua);
    EXPECT_NEAR(fit.start, room, 1e-5);
    EXPECT_LT(fit.deviation, 1e-5);
    const std::vector<ReadPoint> points = read(1, 0, 0);
    const std::vector<double> curve = fittedCurve(fit, points, lamp);
    for (size_t i = 0; i < points.size(); ++i) EXPECT_NEAR(curve[i], points[i].temperature, 1e-4);
}

// Two of three within one standard error, nineteen of twenty within two.
TEST(Fit, ItsSpreadIsTheSpreadOfItsErrors) {
    int inOneUa = 0, inTwoUa = 0, inOneC = 0, inTwoC = 0;
    const int repeats = 200;
    for (int i = 0; i < repeats; ++i) {
        const BoxFit fit = fitBox(read(static_cast<uint64_t>(i), 0.2, 0.0625), lamp);
        ASSERT_TRUE(fit.known());
        const double a = std::fabs(fit.ua.value - ua) / fit.ua.error;
        const double c = std::fabs(fit.capacity.value - capacity) / fit.capacity.error;
        inOneUa += a < 1;
        inTwoUa += a < 2;
        inOneC += c < 1;
        inTwoC += c < 2;
    }
    for (const int one : {inOneUa, inOneC}) EXPECT_NEAR(one, 0.68 * repeats, 0.12 * repeats);
    for (const int two : {inTwoUa, inTwoC}) EXPECT_GE(two, 0.9 * repeats);
}

TEST(Fit, CoolingAloneTellsTheTimeConstant) {
    const BoxFit fit = fitBox(read(3, 0.1, 0.0625, 3630), lamp);
    ASSERT_TRUE(fit.known());
    EXPECT_FALSE(fit.ua.known());
    EXPECT_FALSE(fit.capacity.known());
    EXPECT_NEAR(fit.timeConstant.value, capacity / ua, 3 * fit.timeConstant.error);
    EXPECT_LT(fit.timeConstant.error, 0.03 * fit.timeConstant.value);
}

TEST(Fit, WarmingAloneTellsBothIfItBends) {
    const BoxFit fit = fitBox(read(4, 0.1, 0, 0, 3600), lamp);
    ASSERT_TRUE(fit.ua.known());
    EXPECT_NEAR(fit.ua.value, ua, 4 * fit.ua.error);
}

TEST(Fit, ADriftingRoomIsFollowed) {
    // dT/dt = (room(t) - T)/τ with room = r0 + b t: T = r0 + b (t - τ) + c e^(-t/τ).
    const double tau = 1500, slope = 1.0 / 3600;
    std::vector<ReadPoint> points;
    for (double t = 0; t <= 7200; t += 20)
        points.push_back({t, room + slope * (t - tau) + 30 * std::exp(-t / tau), room + slope * t});
    const BoxFit fit = fitBox(points, {0, 0});
    ASSERT_TRUE(fit.known());
    EXPECT_NEAR(fit.timeConstant.value, tau, 1);
}

TEST(Fit, GapsAreNoTrouble) {
    std::vector<ReadPoint> points = read(5, 0.1, 0.0625);
    points.erase(points.begin() + 50, points.begin() + 90);
    const BoxFit fit = fitBox(points, lamp);
    ASSERT_TRUE(fit.known());
    EXPECT_NEAR(fit.ua.value, ua, 4 * fit.ua.error);
}

TEST(Fit, NothingIsKnownFromNothing) {
    EXPECT_FALSE(fitBox({}, lamp).known());
    std::vector<ReadPoint> points = read(6, 0, 0);
    points.resize(5);
    EXPECT_FALSE(fitBox(points, lamp).known());
    std::vector<ReadPoint> flat, line;
    Rng random(7, "flat");
    for (int i = 0; i < 100; ++i) {
        flat.push_back({30.0 * i, room + 0.05 * random.normal(), room});
        line.push_back({30.0 * i, room + 0.1 * i, room});
    }
    EXPECT_FALSE(fitBox(flat, lamp).known());
    EXPECT_FALSE(fitBox(line, lamp).known());
    EXPECT_TRUE(fittedCurve({}, flat, lamp).empty());
}

}  // namespace
}  // namespace pt
