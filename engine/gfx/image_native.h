// Pictures from PNG and JPEG files, in the native programs; a browser reads them itself.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/core/result.h"

namespace pt {

inline constexpr int largestImage = 4096;  // pixels a side

struct Image {
    int width = 0, height = 0;
    std::vector<uint8_t> rgba;  // 8 bits a channel, not premultiplied, top row first
};

// Errors: gfx.image for bytes that are no PNG or JPEG, are damaged or too large.
Result<Image> readImage(std::string_view bytes);

}  // namespace pt
