// Accuracy of every function over the stated ranges. `ctest -V -R Ulp` prints the figures of
// docs/determinism.md.
#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "engine/core/bits.h"
#include "engine/core/math.h"
#include "engine/core/rng.h"
#include "tests/core/ulp.h"

namespace pt {
namespace {

constexpr int points = 200'000;
constexpr double bound = 1;

using Reference = long double (*)(long double);
using Reference2 = long double (*)(long double, long double);

// Uniform over [low, high], or over the exponents of [2^low, 2^high] with either sign.
enum class Spread { uniform, exponents };

struct Range {
    Spread spread;
    double low, high;

    double draw(Rng& rng) const {
        const double x = low + (high - low) * rng.uniform();
        if (spread == Spread::uniform) return x;
        const double size = std::ldexp(1 + rng.uniform(), static_cast<int>(std::floor(x)));
        return rng.uniform() < 0.5 ? -size : size;
    }
};

struct Worst {
    double ulp = 0, x = 0, y = 0;

    void look(double error, double atX, double atY = 0) {
        if (error > ulp) *this = {error, atX, atY};
    }
    void report(const char* name, const Range& range) const {
        fmt::print("{:6} {:9} {:>6} .. {:<6} {:.3f} ulp at {}, {}\n", name,
                   range.spread == Spread::uniform ? "uniform" : "exponents", range.low, range.high,
                   ulp, x, y);
        EXPECT_LE(ulp, bound) << name;
    }
};

void sweep(const char* name, double (*f)(double), Reference exact,
           std::initializer_list<Range> ranges) {
    if (!has_reference) GTEST_SKIP() << "long double is no wider than double here";
    Rng rng(7, name);
    for (const Range& range : ranges) {
        Worst worst;
        for (int i = 0; i < points; ++i) {
            const double x = range.draw(rng);
            worst.look(ulpError(f(x), exact(x)), x);
        }
        worst.report(name, range);
    }
}

struct Range2 {
    Range x, y;
};

void sweep(const char* name, double (*f)(double, double), Reference2 exact,
           std::initializer_list<Range2> ranges) {
    if (!has_reference) GTEST_SKIP() << "long double is no wider than double here";
    Rng rng(7, name);
    for (const Range2& range : ranges) {
        Worst worst;
        for (int i = 0; i < points; ++i) {
            const double x = range.x.draw(rng), y = range.y.draw(rng);
            worst.look(ulpError(f(x, y), exact(x, y)), x, y);
        }
        worst.report(name, range.x);
    }
}

constexpr auto uniform = Spread::uniform;
constexpr auto exponents = Spread::exponents;

TEST(Ulp, Sin) {
    sweep(
        "sin", math::sin, std::sin,
        {{uniform, -0.8, 0.8}, {uniform, -10, 10}, {uniform, -2e5, 2e5}, {exponents, -1074, 1024}});
}
TEST(Ulp, Cos) {
    sweep(
        "cos", math::cos, std::cos,
        {{uniform, -0.8, 0.8}, {uniform, -10, 10}, {uniform, -2e5, 2e5}, {exponents, -1074, 1024}});
}
TEST(Ulp, Tan) {
    sweep(
        "tan", math::tan, std::tan,
        {{uniform, -0.8, 0.8}, {uniform, -10, 10}, {uniform, -2e5, 2e5}, {exponents, -1074, 1024}});
}
TEST(Ulp, Asin) { sweep("asin", math::asin, std::asin, {{uniform, -1, 1}, {exponents, -1074, 0}}); }
TEST(Ulp, Acos) { sweep("acos", math::acos, std::acos, {{uniform, -1, 1}, {exponents, -1074, 0}}); }
TEST(Ulp, Atan) {
    sweep("atan", math::atan, std::atan,
          {{uniform, -1.1, 1.1}, {uniform, -40, 40}, {exponents, -1074, 1024}});
}
TEST(Ulp, Exp) {
    sweep("exp", math::exp, std::exp,
          {{uniform, -1, 1}, {uniform, -750, 720}, {uniform, -746, -707}, {exponents, -1074, 10}});
}
TEST(Ulp, Log) {
    sweep(
        "log", math::log, std::log,
        {{uniform, 0.5, 2}, {uniform, 0, 100}, {uniform, 0.999, 1.001}, {exponents, -1074, 1024}});
}
TEST(Ulp, Tanh) {
    sweep("tanh", math::tanh, std::tanh,
          {{uniform, -0.6, 0.6}, {uniform, -25, 25}, {exponents, -1074, 1024}});
}
TEST(Ulp, Sinh) {
    sweep("sinh", math::sinh, std::sinh,
          {{uniform, -1.1, 1.1}, {uniform, -30, 30}, {uniform, -712, 712}, {exponents, -1074, 10}});
}
TEST(Ulp, Cosh) {
    sweep("cosh", math::cosh, std::cosh,
          {{uniform, -1.1, 1.1}, {uniform, -30, 30}, {uniform, -712, 712}, {exponents, -1074, 10}});
}
TEST(Ulp, Cbrt) {
    sweep("cbrt", math::cbrt, std::cbrt, {{uniform, 1, 8}, {exponents, -1074, 1024}});
}
TEST(Ulp, Atan2) {
    sweep("atan2", math::atan2, std::atan2,
          {{{uniform, -1, 1}, {uniform, -1, 1}},
           {{uniform, -1, 1}, {exponents, -70, 70}},
           {{exponents, -1074, 1024}, {exponents, -1074, 1024}}});
}
TEST(Ulp, Hypot) {
    sweep("hypot", math::hypot, std::hypot,
          {{{uniform, -1, 1}, {uniform, -1, 1}},
           {{exponents, -30, 30}, {exponents, -30, 30}},
           {{exponents, 980, 1024}, {exponents, 980, 1024}},
           {{exponents, -1074, -1000}, {exponents, -1074, -1000}},
           {{exponents, -1074, 1024}, {exponents, -1074, 1024}}});
}
TEST(Ulp, Pow) {
    sweep("pow", math::pow, std::pow,
          {{{uniform, 0, 10}, {uniform, -300, 300}},
           {{uniform, 0.99, 1.01}, {uniform, -7e4, 7e4}},
           {{uniform, 0.5, 2}, {uniform, -1070, 1070}},
           {{exponents, -1074, 1024}, {uniform, -1.1, 1.1}},
           {{exponents, -1074, 1024}, {exponents, -60, 10}}});
}

// Near the ends of the range a result is rounded once more, or to infinity or zero.
TEST(Ulp, PowAtTheEndsOfTheRange) {
    if (!has_reference) GTEST_SKIP() << "long double is no wider than double here";
    Rng rng(11, "pow");
    Worst worst;
    for (int i = 0; i < points; ++i) {
        const double x = 1 + 9 * rng.uniform();
        const double target = rng.uniform() < 0.5 ? 709 + rng.uniform() : -746 + 40 * rng.uniform();
        const double y = target / math::log(x);
        worst.look(ulpError(math::pow(x, y), std::pow(static_cast<long double>(x), y)), x, y);
    }
    worst.report("pow", {uniform, 1, 10});
}

}  // namespace
}  // namespace pt
