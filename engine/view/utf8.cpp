#include "engine/view/utf8.h"

namespace pt {
namespace {

constexpr char32_t replacement = U'\uFFFD';

// Bytes of a sequence that starts with `lead`; 0 for a byte that cannot start one.
size_t sequenceLength(unsigned char lead) {
    if (lead < 0x80) return 1;
    if (lead >= 0xC2 && lead < 0xE0) return 2;
    if (lead >= 0xE0 && lead < 0xF0) return 3;
    if (lead >= 0xF0 && lead < 0xF5) return 4;
    return 0;
}

bool allowed(char32_t point, size_t length) {
    const bool surrogate = point >= 0xD800 && point < 0xE000;
    const bool overlong = (length == 3 && point < 0x800) || (length == 4 && point < 0x10000);
    return !surrogate && !overlong && point <= 0x10FFFF;
}

}  // namespace

char32_t nextCodePoint(std::string_view text, size_t& at) {
    const auto lead = static_cast<unsigned char>(text[at]);
    const size_t length = sequenceLength(lead);
    const size_t start = at++;
    if (length == 0 || start + length > text.size()) return replacement;
    if (length == 1) return lead;
    char32_t point = lead & (0xFFu >> (length + 1));
    for (size_t i = 1; i < length; ++i) {
        const auto next = static_cast<unsigned char>(text[start + i]);
        if ((next & 0xC0) != 0x80) return replacement;
        point = point << 6 | (next & 0x3F);
    }
    if (!allowed(point, length)) return replacement;
    at = start + length;
    return point;
}

}  // namespace pt
