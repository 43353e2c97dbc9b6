#include "engine/core/math.h"

#include <cmath>

#include "engine/core/bits.h"
#include "engine/core/hash.h"
#include "engine/core/rng.h"

namespace pt::math {
namespace {

constexpr int points = 4000;

using Unary = double (*)(double);
using Binary = double (*)(double, double);

constexpr Unary unary[] = {sin, cos, tan, asin, acos, atan, exp, log, tanh, sinh, cosh, cbrt};
constexpr Binary binary[] = {atan2, pow, hypot};

// The sign of zero counts here, so the bits are hashed; a NaN has no bits to compare.
void addBits(Hash& hash, double value) {
    hash.add(std::isnan(value) ? uint64_t{0} : bitCast<uint64_t>(value));
}

double anyDouble(Rng& rng) { return bitCast<double>(rng.next()); }
double between(Rng& rng, double low, double high) { return low + (high - low) * rng.uniform(); }

// Everyday sizes, and every bit pattern there is.
void sweep(Hash& hash, Rng& rng, Unary f) {
    for (int i = 0; i < points; ++i) {
        addBits(hash, f(between(rng, -1, 1)));
        addBits(hash, f(between(rng, -50, 50)));
        addBits(hash, f(anyDouble(rng)));
    }
}

// The draws have names: C++ leaves the order open in which arguments are evaluated.
void sweep(Hash& hash, Rng& rng, Binary f) {
    for (int i = 0; i < points; ++i) {
        const double small = between(rng, -1, 1), small2 = between(rng, -1, 1);
        addBits(hash, f(small, small2));
        const double positive = between(rng, 0, 50), power = between(rng, -50, 50);
        addBits(hash, f(positive, power));
        const double any = anyDouble(rng), any2 = anyDouble(rng);
        addBits(hash, f(any, any2));
    }
}

}  // namespace

uint64_t fingerprint() {
    Hash hash;
    Rng rng(1, "math");
    for (const Unary f : unary) sweep(hash, rng, f);
    for (const Binary f : binary) sweep(hash, rng, f);
    return hash.value();
}

}  // namespace pt::math
