// xoshiro256** and splitmix64 after Blackman and Vigna, "Scrambled linear pseudorandom number
// generators" (ACM TOMS 47, 2021), written from the recurrences in the paper.
#include "engine/core/rng.h"

#include <bit>
#include <cmath>

#include "engine/core/assert.h"
#include "engine/core/hash.h"
#include "engine/core/math.h"

namespace pt {
namespace {

uint64_t splitmix64(uint64_t& state) {
    state += 0x9e3779b97f4a7c15u;
    uint64_t z = state;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

uint64_t hashOf(std::string_view name) {
    Hash hash;
    hash.add(name);
    return hash.value();
}

}  // namespace

Rng::Rng(uint64_t seed, std::string_view stream) {
    uint64_t state = seed ^ hashOf(stream);
    for (uint64_t& word : state_) word = splitmix64(state);
}

uint64_t Rng::next() {
    const uint64_t result = std::rotl(state_[1] * 5, 7) * 9;
    const uint64_t shifted = state_[1] << 17;
    state_[2] ^= state_[0];
    state_[3] ^= state_[1];
    state_[1] ^= state_[2];
    state_[0] ^= state_[3];
    state_[2] ^= shifted;
    state_[3] = std::rotl(state_[3], 45);
    return result;
}

double Rng::uniform() { return static_cast<double>(next() >> 11) * 0x1p-53; }

// Marsaglia's polar method makes two numbers at once; the second is dropped so that the
// generator's whole state stays the four words.
double Rng::normal() {
    while (true) {
        const double u = 2 * uniform() - 1;
        const double v = 2 * uniform() - 1;
        const double s = u * u + v * v;
        if (s > 0 && s < 1) return u * std::sqrt(-2 * math::log(s) / s);
    }
}

double Rng::weibull(double shape, double scale) {
    PT_ASSERT(shape > 0 && scale > 0);
    const double survival = 1 - uniform();  // (0, 1], so the logarithm is finite
    return scale * math::pow(-math::log(survival), 1 / shape);
}

// Numbers below the remainder of 2^64 / width would be drawn once more often: draw again.
int64_t Rng::integer(int64_t low, int64_t high) {
    PT_ASSERT(low <= high);
    const uint64_t width = static_cast<uint64_t>(high) - static_cast<uint64_t>(low) + 1;
    if (width == 0) return static_cast<int64_t>(next());
    const uint64_t biased = (0 - width) % width;
    uint64_t drawn = next();
    while (drawn < biased) drawn = next();
    return static_cast<int64_t>(static_cast<uint64_t>(low) + drawn % width);
}

}  // namespace pt
