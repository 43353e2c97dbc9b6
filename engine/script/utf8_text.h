// Texts of scripts are bytes; what leaves them is UTF-8.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace pt::script {

// With U+FFFD for each byte that is part of no character.
std::string validUtf8(std::string_view bytes);
// The number of characters; nothing when the bytes are not UTF-8.
std::optional<size_t> utf8Length(std::string_view bytes);

}  // namespace pt::script
