// Characters that look like others. Internal to the scenario module.
#pragma once

#include <string_view>

namespace pt::scenario {

// Bytes of the no-break space (any width) at the front of `text`; 0 when there is none.
inline size_t noBreakSpaceSize(std::string_view text) {
    if (text.empty() || static_cast<unsigned char>(text[0]) < 0x80) return 0;
    for (std::string_view space : {"\u00A0", "\u2007", "\u202F", "\u3000"}) {
        if (text.substr(0, space.size()) == space) return space.size();
    }
    return 0;
}

inline bool startsWithCurlyQuote(std::string_view text) {
    for (std::string_view quote : {"“", "”", "„", "‘", "’", "‚", "«"}) {
        if (text.substr(0, quote.size()) == quote) return true;
    }
    return false;
}

}  // namespace pt::scenario
