// Named random streams: the same seed and name give the same numbers on every device.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace pt {

// xoshiro256** (Blackman and Vigna 2018), seeded by splitmix64 from seed xor hash(stream).
class Rng {
public:
    Rng(uint64_t seed, std::string_view stream);

    uint64_t next();
    double uniform();                            // [0, 1), 53 bits
    double normal();                             // mean 0, deviation 1 (Marsaglia's polar method)
    double weibull(double shape, double scale);  // by inversion; shape > 0, scale > 0
    int64_t integer(int64_t low, int64_t high);  // both ends included, without bias

private:
    std::array<uint64_t, 4> state_;
};

}  // namespace pt
