// Instruments: what a reading says about the true value. A reading has an error of the hand and
// of the device, and is rounded to the instrument's smallest division.
#pragma once

#include <cstdint>
#include <string_view>

namespace pt {

struct Gauge {
    double division = 0;  // SI, the smallest step it shows
    double noise = 0;     // SI, standard deviation of a reading before rounding
};

inline constexpr Gauge ruler{1e-3, 0.3e-3};         // m
inline constexpr Gauge calliper{0.05e-3, 0.02e-3};  // m
inline constexpr Gauge kitchenScale{1e-3, 0.4e-3};  // kg
inline constexpr Gauge hangingScale{5e-3, 2e-3};    // kg

// The reading of one true value, >= 0. `reading` names what is read ("width.7"): the same value
// read again under the same name gives the same reading, so that a stand at rest shows no flicker.
double readOff(const Gauge& instrument, double truth, uint64_t seed, std::string_view reading);

}  // namespace pt
