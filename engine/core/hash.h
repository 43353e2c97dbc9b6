// FNV-1a, 64 bit: the state hash that must be equal on every device.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace pt {

class Hash {
public:
    void add(std::string_view bytes);
    void add(uint64_t value);  // little-endian bytes
    void add(double value);    // bits; every NaN counts as one, -0 as +0
    void add(std::span<const double> values);
    uint64_t value() const { return value_; }

private:
    uint64_t value_ = 0xcbf29ce484222325u;
};

// 16 lower-case hexadecimal digits.
std::string hex(uint64_t value);

}  // namespace pt
