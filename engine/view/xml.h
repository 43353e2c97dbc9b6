// The letters and numbers of an SVG file.
#pragma once

#include <string>
#include <string_view>

namespace pt {

// Text content and attribute values. What XML forbids, control characters and malformed UTF-8,
// becomes U+FFFD.
std::string xmlEscaped(std::string_view text);
// At most two decimals, without trailing zeros or a negative zero.
std::string xmlNumber(double value);

}  // namespace pt
