// What writing and reading a save file share.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "engine/core/json.h"

namespace pt {

// The last line holds the FNV-1a of all bytes before it. A file without that line is not checked.
inline constexpr std::string_view checkStart = ",\n\"check\":\"";
std::string checksum(std::string_view bytes);

// {"params": {}, "choices": {}, "documents": {}} with those of `unknown` after the known ones.
Json withUnknown(Json settings, const Json& unknown);

}  // namespace pt
