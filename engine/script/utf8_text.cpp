#include "engine/script/utf8_text.h"

#include <cstdint>

namespace pt::script {

namespace {

// Bytes of the character at the front; 0 when there is none.
size_t characterSize(std::string_view bytes) {
    const auto byte = [&](size_t at) { return static_cast<uint8_t>(bytes[at]); };
    const uint8_t first = byte(0);
    if (first < 0x80) return 1;
    const size_t size = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
    if (first < 0xc2 || first > 0xf4 || bytes.size() < size) return 0;
    for (size_t i = 1; i < size; ++i)
        if ((byte(i) & 0xc0) != 0x80) return 0;
    // Longer than needed, a surrogate, or beyond the last code point.
    const uint8_t second = byte(1);
    if ((first == 0xe0 && second < 0xa0) || (first == 0xed && second > 0x9f)) return 0;
    if ((first == 0xf0 && second < 0x90) || (first == 0xf4 && second > 0x8f)) return 0;
    return size;
}

}  // namespace

std::string validUtf8(std::string_view bytes) {
    std::string text;
    while (!bytes.empty()) {
        const size_t size = characterSize(bytes);
        text += size == 0 ? std::string_view("\xef\xbf\xbd") : bytes.substr(0, size);
        bytes.remove_prefix(size == 0 ? 1 : size);
    }
    return text;
}

std::optional<size_t> utf8Length(std::string_view bytes) {
    size_t count = 0;
    for (; !bytes.empty(); ++count) {
        const size_t size = characterSize(bytes);
        if (size == 0) return {};
        bytes.remove_prefix(size);
    }
    return count;
}

}  // namespace pt::script
