#include "engine/view/xml.h"

#include <cmath>
#include <fmt/format.h>

#include "engine/view/utf8.h"

namespace pt {

std::string xmlEscaped(std::string_view text) {
    std::string out;
    for (size_t at = 0; at < text.size();) {
        const size_t start = at;
        const char32_t c = nextCodePoint(text, at);
        const bool forbidden = (c < 0x20 && c != U'\n') || c >= 0xFFFD;
        if (c == U'&')
            out += "&amp;";
        else if (c == U'<')
            out += "&lt;";
        else if (c == U'>')
            out += "&gt;";
        else if (c == U'"')
            out += "&quot;";
        else if (forbidden && c <= 0xFFFF)
            out += "\xEF\xBF\xBD";
        else
            out += text.substr(start, at - start);
    }
    return out;
}

std::string xmlNumber(double value) {
    const double rounded = std::floor(value * 100 + 0.5) / 100;
    std::string text = fmt::format("{:.2f}", rounded == 0 ? 0.0 : rounded);
    while (text.back() == '0') text.pop_back();
    if (text.back() == '.') text.pop_back();
    return text;
}

}  // namespace pt
