#include "engine/scenario/source.h"

#include <algorithm>
#include <cstdint>

namespace pt::scenario {
namespace {

constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
constexpr int excerptWidth = 100;  // characters shown of a longer line
constexpr int excerptBefore = 60;  // of them before the caret

// Code point of a character that characterSize() accepted.
uint32_t codePoint(std::string_view character) {
    const auto byte = [&](size_t i) { return static_cast<uint8_t>(character[i]); };
    switch (character.size()) {
    case 1: return byte(0);
    case 2: return (byte(0) & 0x1Fu) << 6 | (byte(1) & 0x3Fu);
    case 3: return (byte(0) & 0x0Fu) << 12 | (byte(1) & 0x3Fu) << 6 | (byte(2) & 0x3Fu);
    default:
        return (byte(0) & 0x07u) << 18 | (byte(1) & 0x3Fu) << 12 | (byte(2) & 0x3Fu) << 6 |
               (byte(3) & 0x3Fu);
    }
}

bool isControl(uint32_t code) {
    if (code >= 0x20 && code < 0x7F) return false;
    if (code == '\t' || code == '\n' || code == '\r') return false;
    const bool directional =
        (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
    return code < 0x20 || (code >= 0x7F && code < 0xA0) || code == 0x2028 || code == 0x2029 ||
           code == 0xFEFF || code == 0xFFFE || code == 0xFFFF || directional;
}

struct Interval {
    uint32_t first, last;
};
// Columns of a terminal: the blocks of combining marks, and the blocks of wide characters.
constexpr Interval combining[] = {
    {0x0300, 0x036F}, {0x0483, 0x0489}, {0x0591, 0x05BD}, {0x064B, 0x065F}, {0x1AB0, 0x1AFF},
    {0x1DC0, 0x1DFF}, {0x200B, 0x200F}, {0x20D0, 0x20FF}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}};
constexpr Interval wide[] = {{0x1100, 0x115F},   {0x2E80, 0x303E},   {0x3041, 0xA4CF},
                             {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},   {0xFE30, 0xFE6F},
                             {0xFF00, 0xFF60},   {0xFFE0, 0xFFE6},   {0x1F300, 0x1F64F},
                             {0x1F680, 0x1F6FF}, {0x1F900, 0x1FAFF}, {0x20000, 0x3FFFD}};

template <size_t N>
bool isIn(uint32_t code, const Interval (&intervals)[N]) {
    return std::any_of(std::begin(intervals), std::end(intervals), [&](const Interval& interval) {
        return code >= interval.first && code <= interval.last;
    });
}

}  // namespace

bool before(const Place& a, const Place& b) {
    return a.line != b.line ? a.line < b.line : a.column < b.column;
}

std::optional<Place> placeOf(std::string_view where) {
    int numbers[2];
    for (int& number : numbers) {
        const size_t colon = where.rfind(':');
        if (colon == std::string_view::npos) return std::nullopt;
        const std::string_view digits = where.substr(colon + 1);
        constexpr size_t longest = 8;
        if (digits.empty() || digits.size() > longest) return std::nullopt;
        number = 0;
        for (char c : digits) {
            if (c < '0' || c > '9') return std::nullopt;
            number = number * 10 + (c - '0');
        }
        where = where.substr(0, colon);
    }
    return Place{numbers[1], numbers[0]};
}

size_t characterSize(std::string_view text) {
    if (text.empty()) return 0;
    const auto first = static_cast<uint8_t>(text[0]);
    if (first < 0x80) return 1;
    const size_t size = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || text.size() < size) return 0;
    for (size_t i = 1; i < size; ++i) {
        if ((static_cast<uint8_t>(text[i]) & 0xC0) != 0x80) return 0;
    }
    const uint32_t code = codePoint(text.substr(0, size));
    const bool overlong = (size == 3 && code < 0x800) || (size == 4 && code < 0x10000);
    const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
    return overlong || surrogate || code > 0x10FFFF ? 0 : size;
}

int countCharacters(std::string_view text) {
    int count = 0;
    for (; !text.empty(); ++count) text.remove_prefix(std::max<size_t>(characterSize(text), 1));
    return count;
}

bool hasControl(std::string_view text) {
    while (!text.empty()) {
        const size_t size = characterSize(text);
        if (size == 0 || isControl(codePoint(text.substr(0, size)))) return true;
        text.remove_prefix(size);
    }
    return false;
}

Source::Source(std::string_view bytes) : text_(bytes) {
    if (text_.substr(0, byteOrderMark.size()) == byteOrderMark)
        text_.remove_prefix(byteOrderMark.size());
    starts_.push_back(0);
    for (size_t i = 0; i < text_.size(); ++i) {
        if (text_[i] != '\n' && text_[i] != '\r') continue;
        ends_.push_back(i);
        if (text_.substr(i, 2) == "\r\n") ++i;
        starts_.push_back(i + 1);
    }
    ends_.push_back(text_.size());
}

size_t Source::offsetOfLine(int number) const {
    if (number < 1) return 0;
    return number > lines() ? text_.size() : starts_[number - 1];
}

std::string_view Source::line(int number) const {
    if (number < 1 || number > lines()) return {};
    return text_.substr(starts_[number - 1], ends_[number - 1] - starts_[number - 1]);
}

std::optional<Source::Flaw> Source::flaw() const {
    for (int number = 1; number <= lines(); ++number) {
        std::string_view rest = line(number);
        for (int column = 1; !rest.empty(); ++column) {
            const size_t size = characterSize(rest);
            if (size == 0) return Flaw{{number, column}, false};
            if (isControl(codePoint(rest.substr(0, size)))) return Flaw{{number, column}, true};
            rest.remove_prefix(size);
        }
    }
    return std::nullopt;
}

size_t Source::offsetInLine(const Place& place) const {
    const std::string_view text = line(place.line);
    if (place.line != near_.place.line || place.column < near_.place.column)
        near_ = {{place.line, 1}, 0};
    while (near_.place.column < place.column && near_.offset < text.size()) {
        near_.offset += std::max<size_t>(characterSize(text.substr(near_.offset)), 1);
        ++near_.place.column;
    }
    return near_.offset;
}

std::string caretExcerpt(const Source& source, const Place& place) {
    if (place.line < 1 || place.line > source.lines()) return "";
    const std::string_view line = source.line(place.line);
    const bool cut = place.column > excerptBefore && countCharacters(line) > excerptWidth;
    const int first = cut ? place.column - excerptBefore : 1;
    std::string shown = first > 1 ? "  …" : "  ";
    std::string blank = first > 1 ? "   " : "  ";
    std::string_view rest = line.substr(source.offsetInLine({place.line, first}));
    int column = first;
    for (; !rest.empty() && column < first + excerptWidth; ++column) {
        const size_t size = characterSize(rest);
        const uint32_t code = size > 0 ? codePoint(rest.substr(0, size)) : 0;
        const bool flawed = size == 0 || isControl(code);
        shown += flawed ? "�" : std::string(rest.substr(0, size));
        if (column < place.column) {
            if (code == '\t')
                blank += '\t';
            else if (flawed || !isIn(code, combining))
                blank += isIn(code, wide) ? "  " : " ";
        }
        rest.remove_prefix(std::max<size_t>(size, 1));
    }
    return shown + (rest.empty() ? "" : "…") + "\n" + blank + "^";
}

}  // namespace pt::scenario
