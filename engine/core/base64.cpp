#include "engine/core/base64.h"

#include <array>
#include <cstdint>

namespace pt {
namespace {

constexpr std::string_view signs =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr char padding = '=';
constexpr uint8_t noSign = 64;

constexpr std::array<uint8_t, 256> makeValues() {
    std::array<uint8_t, 256> values{};
    for (uint8_t& value : values) value = noSign;
    for (size_t i = 0; i < signs.size(); ++i)
        values[static_cast<uint8_t>(signs[i])] = static_cast<uint8_t>(i);
    return values;
}
constexpr std::array<uint8_t, 256> values = makeValues();

}  // namespace

std::string base64(std::string_view bytes) {
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    for (size_t i = 0; i < bytes.size(); i += 3) {
        uint32_t three = 0;
        for (size_t k = 0; k < 3; ++k)
            three = three << 8 | (i + k < bytes.size() ? static_cast<uint8_t>(bytes[i + k]) : 0u);
        for (size_t k = 0; k < 4; ++k)
            text += i + k <= bytes.size() ? signs[three >> (18 - 6 * k) & 63] : padding;
    }
    return text;
}

std::optional<std::string> fromBase64(std::string_view text) {
    if (text.size() % 4 != 0) return std::nullopt;
    size_t padded = 0;
    while (padded < 2 && padded < text.size() && text[text.size() - 1 - padded] == padding)
        ++padded;
    std::string bytes;
    bytes.reserve(text.size() / 4 * 3);
    for (size_t i = 0; i < text.size(); i += 4) {
        const size_t lacking = i + 4 == text.size() ? padded : 0;
        uint32_t three = 0;
        for (size_t k = 0; k < 4; ++k) {
            const uint8_t value = k < 4 - lacking ? values[static_cast<uint8_t>(text[i + k])] : 0;
            if (value == noSign) return std::nullopt;
            three = three << 6 | value;
        }
        // Bits that belong to no byte are zero, so that each text stands for other bytes.
        if ((three & ((1u << (8 * lacking)) - 1)) != 0) return std::nullopt;
        for (size_t k = 0; k < 3 - lacking; ++k)
            bytes += static_cast<char>(three >> (16 - 8 * k) & 255);
    }
    return bytes;
}

}  // namespace pt
