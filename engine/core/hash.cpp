// FNV-1a as published by Fowler, Noll and Vo (RFC 9923): xor a byte, multiply by the prime.
#include "engine/core/hash.h"

#include <cmath>
#include <fmt/format.h>

#include "engine/core/bits.h"

namespace pt {
namespace {

constexpr uint64_t prime = 0x00000100000001b3u;
constexpr uint64_t quietNan = 0x7ff8000000000000u;

// The sign and payload of a NaN differ between processors, so they may not count.
uint64_t comparableBits(double value) {
    if (std::isnan(value)) return quietNan;
    return bitCast<uint64_t>(value == 0 ? 0.0 : value);
}

}  // namespace

void Hash::add(std::string_view bytes) {
    for (const char byte : bytes) {
        value_ ^= static_cast<unsigned char>(byte);
        value_ *= prime;
    }
}

void Hash::add(uint64_t value) {
    for (int shift = 0; shift < 64; shift += 8) {
        value_ ^= (value >> shift) & 0xff;
        value_ *= prime;
    }
}

void Hash::add(double value) { add(comparableBits(value)); }

void Hash::add(std::span<const double> values) {
    for (const double value : values) add(value);
}

std::string hex(uint64_t value) { return fmt::format("{:016x}", value); }

}  // namespace pt
