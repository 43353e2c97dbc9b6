// Window: SDL window, OpenGL context and Dear ImGui's back ends. ImGui's unit is one pixel of the
// drawable, also where the system counts windows in larger units.
#pragma once

#include <SDL.h>
#include <cstdint>
#include <imgui.h>
#include <memory>
#include <string>
#include <vector>

#include "engine/core/result.h"
#include "engine/gfx/fonts.h"
#include "engine/gfx/image_native.h"
#include "engine/view/theme.h"

struct ImDrawData;

namespace pt {

class Window {
public:
    // Errors: desktop.no_display {reason}, desktop.no_gl {reason}.
    static Result<std::unique_ptr<Window>> open(const std::string& title, int width, int height,
                                                bool hidden);
    ~Window();
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;

    void title(const std::string& text);
    void toggleFullscreen();
    // Feeds ImGui; the caller sees the event as well.
    void process(const SDL_Event& event);
    // Pixels a window unit: 1, or 2 on dense screens of some systems.
    float density() const;
    int pixelWidth() const;
    int pixelHeight() const;

    // Bakes the fonts at so many pixels a point, when that changed.
    void useScale(float pixelsPerPoint);
    const Fonts& fonts() const { return fonts_; }

    // ImGui::NewFrame included. seconds > 0 stand for the time since the last frame, in pictures
    // and measurements; otherwise a clock tells.
    void beginFrame(double seconds = 0);
    void draw(ImDrawData& data, Color paper);
    void present();
    // A picture for ImGui's draw lists, until it is dropped or the window closes.
    ImTextureID texture(const Image& image);
    void dropTexture(ImTextureID texture);
    // What `data` looks like, as rgba rows from the top, drawn apart from the window.
    std::vector<uint8_t> capture(ImDrawData& data, int width, int height, Color paper);

private:
    Window() = default;

    SDL_Window* window_ = nullptr;
    SDL_GLContext context_ = nullptr;
    bool backends_ = false;
    Fonts fonts_;
    float scale_ = 0;
};

}  // namespace pt
