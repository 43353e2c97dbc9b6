// Pictures of the stage without a window or a GPU: what ImGui's draw lists hold, filled in triangle
// by triangle, and compared with pictures on disk.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "engine/view/paint.h"

namespace pt {

struct Picture {
    int width = 0, height = 0;
    std::vector<uint8_t> rgba;  // 8 bits a channel, top row first

    const uint8_t* at(int x, int y) const {
        return &rgba[4 * (static_cast<size_t>(y) * static_cast<size_t>(width) +
                          static_cast<size_t>(x))];
    }
};

// On this paper, at one pixel a point.
Picture render(int width, int height, Color paper, const std::function<void(Brush&)>& draw);

Picture readPng(const std::string& path);  // empty when there is none
bool writePng(const std::string& path, const Picture& picture);

// How many pixels of one picture are nowhere to be found within a pixel of their place in the
// other, in either direction. Rounding moves an edge by less than that; a label that has moved by
// 3 points or a line of another colour is hundreds of them.
int difference(const Picture& a, const Picture& b);

// Inside a test: fails when the picture of this name in tests/golden/pictures differs in more
// pixels than `rounding` allows, and says where it wrote the one seen. With PROEFTUIN_GOLDEN=write
// it writes the picture instead.
void expectPicture(const std::string& name, const Picture& now, int rounding);

}  // namespace pt
