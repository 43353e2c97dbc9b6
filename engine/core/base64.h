// Base64 (RFC 4648, with padding): bytes inside a text file.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace pt {

std::string base64(std::string_view bytes);
// Nothing for what base64() would not have written.
std::optional<std::string> fromBase64(std::string_view text);

}  // namespace pt
