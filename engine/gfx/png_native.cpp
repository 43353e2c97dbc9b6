#include "engine/gfx/png_native.h"

#include <cstdio>
#include <png.h>

#include "engine/core/assert.h"

namespace pt {

Status writePng(const std::string& path, std::span<const uint8_t> rgba, int width, int height) {
    PT_ASSERT(width > 0 && height > 0);
    PT_ASSERT(rgba.size() == static_cast<size_t>(width) * static_cast<size_t>(height) * 4);
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = static_cast<png_uint_32>(width);
    image.height = static_cast<png_uint_32>(height);
    image.format = PNG_FORMAT_RGBA;
    const std::string part = path + ".part";
    const bool written =
        png_image_write_to_file(&image, part.c_str(), 0, rgba.data(), 0, nullptr) != 0;
    if (written && std::rename(part.c_str(), path.c_str()) == 0) return Ok{};
    std::remove(part.c_str());
    return Error{"gfx.png", path, {}};
}

}  // namespace pt
