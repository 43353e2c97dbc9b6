#include "engine/core/rng.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <gtest/gtest.h>
#include <set>
#include <vector>

#include "engine/core/hash.h"

namespace pt {
namespace {

uint64_t hashOf(std::string_view text) {
    Hash hash;
    hash.add(text);
    return hash.value();
}

// A stream whose splitmix64 seed is `state`, whatever the hash of the name.
Rng seededWith(uint64_t state) { return Rng(state ^ hashOf("x"), "x"); }

// splitmix64 from 1234567 starts 6457827717110365317, 3203168211198807973, 9817491932198370423,
// 4593380528125082431 (Vigna's splitmix64.c, listed by Rosetta Code). xoshiro256** multiplies its
// second word: rotl(s1 * 5, 7) * 9.
TEST(Rng, IsSeededBySplitmix64) {
    const uint64_t s1 = 3203168211198807973u;
    const uint64_t times5 = s1 * 5;
    EXPECT_EQ(seededWith(1234567).next(), ((times5 << 7) | (times5 >> 57)) * 9);
}

// First outputs after splitmix64 of seed 0; the same five stand in the tests of xoshiro libraries
// for other languages (e.g. the Swift and C ones).
TEST(Rng, MatchesPublishedOutputs) {
    Rng rng = seededWith(0);
    for (const uint64_t expected :
         {11091344671253066420u, 13793997310169335082u, 1900383378846508768u, 7684712102626143532u,
          13521403990117723737u})
        EXPECT_EQ(rng.next(), expected);
}

TEST(Rng, StreamsOfOneSeedDiffer) {
    Rng first(42, "strength"), again(42, "strength"), other(42, "glue"), seed(43, "strength");
    const uint64_t value = first.next();
    EXPECT_EQ(again.next(), value);
    EXPECT_NE(other.next(), value);
    EXPECT_NE(seed.next(), value);
}

TEST(Rng, UniformStaysBelowOne) {
    Rng rng(1, "uniform");
    double low = 1, high = 0;
    for (int i = 0; i < 1'000'000; ++i) {
        const double u = rng.uniform();
        low = std::min(low, u);
        high = std::max(high, u);
    }
    EXPECT_GE(low, 0);
    EXPECT_LT(high, 1);
    EXPECT_LT(low, 1e-5);
    EXPECT_GT(high, 1 - 1e-5);
}

// Largest distance between the drawn and the exact distribution (Kolmogorov and Smirnov). At 1 %
// significance it stays below 1.63 / sqrt(n).
template <class Draw, class Cumulative>
double ksDistance(int n, Draw draw, Cumulative cumulative) {
    std::vector<double> values(n);
    for (double& value : values) value = draw();
    std::sort(values.begin(), values.end());
    double distance = 0;
    for (int i = 0; i < n; ++i) {
        const double exact = cumulative(values[i]);
        distance = std::max(
            {distance, exact - static_cast<double>(i) / n, static_cast<double>(i + 1) / n - exact});
    }
    return distance;
}

constexpr int many = 100'000;
const double limit = 1.63 / std::sqrt(many);

TEST(Rng, UniformIsUniform) {
    Rng rng(5, "uniform");
    EXPECT_LT(ksDistance(
                  many, [&] { return rng.uniform(); }, [](double x) { return x; }),
              limit);
}

TEST(Rng, NormalIsNormal) {
    Rng rng(5, "normal");
    const auto cumulative = [](double x) { return std::erfc(-x / std::sqrt(2.0)) / 2; };
    EXPECT_LT(ksDistance(
                  many, [&] { return rng.normal(); }, cumulative),
              limit);
}

TEST(Rng, WeibullIsWeibull) {
    for (const double shape : {0.7, 2.0, 9.0}) {
        Rng rng(5, "weibull");
        const auto cumulative = [&](double x) { return -std::expm1(-std::pow(x / 3.5, shape)); };
        EXPECT_LT(ksDistance(
                      many, [&] { return rng.weibull(shape, 3.5); }, cumulative),
                  limit)
            << shape;
    }
}

// Mean and variance within four standard errors of scale Γ(1 + 1/k) and of the normal's 0 and 1.
TEST(Rng, MomentsAreRight) {
    Rng rng(6, "moments");
    double sum = 0, squares = 0, weibull = 0;
    for (int i = 0; i < many; ++i) {
        const double x = rng.normal();
        sum += x;
        squares += x * x;
        weibull += rng.weibull(9, 2);
    }
    EXPECT_NEAR(sum / many, 0, 4 / std::sqrt(many));
    EXPECT_NEAR(squares / many, 1, 4 * std::sqrt(2.0 / many));
    EXPECT_NEAR(weibull / many, 2 * std::tgamma(1 + 1.0 / 9), 4 * 0.26 / std::sqrt(many));
}

TEST(Rng, IntegersCoverTheirRangeEvenly) {
    Rng rng(8, "dice");
    std::array<int, 6> counts{};
    for (int i = 0; i < 60'000; ++i) ++counts[rng.integer(-2, 3) + 2];
    double chi2 = 0;
    for (const int count : counts) chi2 += (count - 1e4) * (count - 1e4) / 1e4;
    EXPECT_LT(chi2, 15.09);  // 1 % significance, five degrees of freedom
}

TEST(Rng, IntegerAtTheEndsOfItsRange) {
    Rng rng(9, "ends");
    EXPECT_EQ(rng.integer(7, 7), 7);
    std::set<bool> signs;
    for (int i = 0; i < 100; ++i) {
        signs.insert(rng.integer(INT64_MIN, INT64_MAX) < 0);
        const int64_t near = rng.integer(INT64_MAX - 1, INT64_MAX);
        EXPECT_GE(near, INT64_MAX - 1);
    }
    EXPECT_EQ(signs.size(), 2u);
}

}  // namespace
}  // namespace pt
