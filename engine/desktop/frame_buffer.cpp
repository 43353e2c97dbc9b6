#include "engine/desktop/frame_buffer.h"

#include <SDL.h>
#include <SDL_opengl.h>
#include <algorithm>

namespace pt {
namespace {

// OpenGL 3 functions by name: no loader library is needed for these few.
template <class F>
F load(const char* name) {
    return reinterpret_cast<F>(SDL_GL_GetProcAddress(name));
}

struct Functions {
    PFNGLGENFRAMEBUFFERSPROC genFramebuffers;
    PFNGLDELETEFRAMEBUFFERSPROC deleteFramebuffers;
    PFNGLBINDFRAMEBUFFERPROC bindFramebuffer;
    PFNGLGENRENDERBUFFERSPROC genRenderbuffers;
    PFNGLDELETERENDERBUFFERSPROC deleteRenderbuffers;
    PFNGLBINDRENDERBUFFERPROC bindRenderbuffer;
    PFNGLRENDERBUFFERSTORAGEPROC renderbufferStorage;
    PFNGLFRAMEBUFFERRENDERBUFFERPROC framebufferRenderbuffer;
    PFNGLCHECKFRAMEBUFFERSTATUSPROC checkFramebufferStatus;
};

const Functions& gl() {
    static const Functions functions{
        load<PFNGLGENFRAMEBUFFERSPROC>("glGenFramebuffers"),
        load<PFNGLDELETEFRAMEBUFFERSPROC>("glDeleteFramebuffers"),
        load<PFNGLBINDFRAMEBUFFERPROC>("glBindFramebuffer"),
        load<PFNGLGENRENDERBUFFERSPROC>("glGenRenderbuffers"),
        load<PFNGLDELETERENDERBUFFERSPROC>("glDeleteRenderbuffers"),
        load<PFNGLBINDRENDERBUFFERPROC>("glBindRenderbuffer"),
        load<PFNGLRENDERBUFFERSTORAGEPROC>("glRenderbufferStorage"),
        load<PFNGLFRAMEBUFFERRENDERBUFFERPROC>("glFramebufferRenderbuffer"),
        load<PFNGLCHECKFRAMEBUFFERSTATUSPROC>("glCheckFramebufferStatus"),
    };
    return functions;
}

}  // namespace

FrameBuffer::FrameBuffer(int width, int height) : width_(width), height_(height) {
    if (!gl().genFramebuffers || !gl().checkFramebufferStatus) return;
    gl().genFramebuffers(1, &buffer_);
    gl().bindFramebuffer(GL_FRAMEBUFFER, buffer_);
    gl().genRenderbuffers(1, &color_);
    gl().bindRenderbuffer(GL_RENDERBUFFER, color_);
    gl().renderbufferStorage(GL_RENDERBUFFER, GL_RGBA8, width, height);
    gl().framebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, color_);
    ready_ = gl().checkFramebufferStatus(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE;
}

FrameBuffer::~FrameBuffer() {
    if (!buffer_) return;
    gl().bindFramebuffer(GL_FRAMEBUFFER, 0);
    gl().deleteRenderbuffers(1, &color_);
    gl().deleteFramebuffers(1, &buffer_);
}

std::vector<uint8_t> FrameBuffer::pixels() const {
    size_t row = static_cast<size_t>(width_) * 4;
    std::vector<uint8_t> rows(row * static_cast<size_t>(height_));
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(0, 0, width_, height_, GL_RGBA, GL_UNSIGNED_BYTE, rows.data());
    for (int y = 0; y < height_ / 2; ++y) {
        auto top = rows.begin() + static_cast<std::ptrdiff_t>(row) * y;
        auto bottom = rows.begin() + static_cast<std::ptrdiff_t>(row) * (height_ - 1 - y);
        std::swap_ranges(top, top + static_cast<std::ptrdiff_t>(row), bottom);
    }
    // What lies behind the window is no part of the picture.
    for (size_t i = 3; i < rows.size(); i += 4) rows[i] = 255;
    return rows;
}

}  // namespace pt
