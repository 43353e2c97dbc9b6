// FrameBuffer: a picture that OpenGL draws into instead of the window, while this lives.
#pragma once

#include <cstdint>
#include <vector>

namespace pt {

class FrameBuffer {
public:
    FrameBuffer(int width, int height);  // pixels; bound from here on
    ~FrameBuffer();                      // the window is bound again
    FrameBuffer(const FrameBuffer&) = delete;
    FrameBuffer& operator=(const FrameBuffer&) = delete;

    bool ready() const { return ready_; }
    std::vector<uint8_t> pixels() const;  // rgba, opaque, top row first

private:
    int width_, height_;
    unsigned buffer_ = 0, color_ = 0;
    bool ready_ = false;
};

}  // namespace pt
