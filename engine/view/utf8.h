// UTF-8 read one character at a time.
#pragma once

#include <cstddef>
#include <string_view>

namespace pt {

// The code point at text[at]; at < text.size(), and moves past it. A malformed byte gives U+FFFD
// and is skipped alone.
char32_t nextCodePoint(std::string_view text, size_t& at);

}  // namespace pt
