// PNG files, in the native programs; a browser has its own encoder.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "engine/core/result.h"

namespace pt {

// rgba: width * height * 4 bytes, 8 bits a channel, not premultiplied, top row first.
// Writes a file beside `path` first and renames it. Error: gfx.png; where is the path.
Status writePng(const std::string& path, std::span<const uint8_t> rgba, int width, int height);

}  // namespace pt
