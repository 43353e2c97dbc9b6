#include "engine/desktop/window.h"

#include <SDL_opengl.h>
#include <cmath>
#include <imgui.h>
#include <imgui_impl_opengl3.h>
#include <imgui_impl_sdl2.h>

#include "engine/desktop/frame_buffer.h"

namespace pt {
namespace {

// The oldest that ImGui's back end takes with vertex offsets; a Mac gives core profiles only.
SDL_GLContext makeContext(SDL_Window* window, const char*& glsl) {
    struct Try {
        int major, minor, profile;
        const char* glsl;
    };
    constexpr Try tries[] = {{3, 2, SDL_GL_CONTEXT_PROFILE_CORE, "#version 150"},
                             {3, 0, 0, "#version 130"}};
    for (const Try& one : tries) {
        SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, one.profile);
        SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, one.major);
        SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, one.minor);
        glsl = one.glsl;
        if (SDL_GLContext context = SDL_GL_CreateContext(window)) return context;
    }
    return nullptr;
}

Error failure(const char* key) { return {key, "", {{"reason", SDL_GetError()}}}; }

void clear(Color paper) {
    glClearColor(paper.r / 255.f, paper.g / 255.f, paper.b / 255.f, 1);
    glClear(GL_COLOR_BUFFER_BIT);
}

}  // namespace

Result<std::unique_ptr<Window>> Window::open(const std::string& title, int width, int height,
                                             bool hidden) {
    std::unique_ptr<Window> out(new Window);
    SDL_SetHint(SDL_HINT_IME_SHOW_UI, "1");
    SDL_SetHint(SDL_HINT_APP_NAME, "Proeftuin");
    if (SDL_Init(SDL_INIT_VIDEO) != 0) return failure("desktop.no_display");
    SDL_GL_SetAttribute(SDL_GL_DOUBLEBUFFER, 1);
    Uint32 flags = SDL_WINDOW_OPENGL | SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI;
    if (hidden) flags |= SDL_WINDOW_HIDDEN;
    out->window_ = SDL_CreateWindow(title.c_str(), SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED,
                                    width, height, flags);
    if (!out->window_) return failure("desktop.no_gl");
    SDL_SetWindowMinimumSize(out->window_, 640, 400);
    const char* glsl = nullptr;
    out->context_ = makeContext(out->window_, glsl);
    if (!out->context_) return failure("desktop.no_gl");
    SDL_GL_SetSwapInterval(hidden ? 0 : 1);
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
    ImGui_ImplSDL2_InitForOpenGL(out->window_, out->context_);
    ImGui_ImplOpenGL3_Init(glsl);
    out->backends_ = true;
    return out;
}

Window::~Window() {
    if (backends_) {
        ImGui_ImplOpenGL3_Shutdown();
        ImGui_ImplSDL2_Shutdown();
        ImGui::DestroyContext();
    }
    if (context_) SDL_GL_DeleteContext(context_);
    if (window_) SDL_DestroyWindow(window_);
    SDL_Quit();
}

void Window::title(const std::string& text) { SDL_SetWindowTitle(window_, text.c_str()); }

void Window::toggleFullscreen() {
    bool full = (SDL_GetWindowFlags(window_) & SDL_WINDOW_FULLSCREEN_DESKTOP) != 0;
    SDL_SetWindowFullscreen(window_, full ? 0 : SDL_WINDOW_FULLSCREEN_DESKTOP);
}

void Window::process(const SDL_Event& event) { ImGui_ImplSDL2_ProcessEvent(&event); }

int Window::pixelWidth() const {
    int width = 0, height = 0;
    SDL_GL_GetDrawableSize(window_, &width, &height);
    return width;
}

int Window::pixelHeight() const {
    int width = 0, height = 0;
    SDL_GL_GetDrawableSize(window_, &width, &height);
    return height;
}

float Window::density() const {
    int width = 0, height = 0;
    SDL_GetWindowSize(window_, &width, &height);
    return width > 0 ? static_cast<float>(pixelWidth()) / static_cast<float>(width) : 1;
}

void Window::useScale(float pixelsPerPoint) {
    if (pixelsPerPoint == scale_) return;
    scale_ = pixelsPerPoint;
    fonts_.build(*ImGui::GetIO().Fonts, pixelsPerPoint);
    ImGui_ImplOpenGL3_DestroyFontsTexture();
    ImGui_ImplOpenGL3_CreateFontsTexture();
}

void Window::beginFrame(double seconds) {
    ImGui_ImplOpenGL3_NewFrame();
    ImGui_ImplSDL2_NewFrame();
    ImGuiIO& io = ImGui::GetIO();
    if (seconds > 0) io.DeltaTime = static_cast<float>(seconds);
    float pixels = density();
    io.DisplaySize = {static_cast<float>(pixelWidth()), static_cast<float>(pixelHeight())};
    io.DisplayFramebufferScale = {1, 1};
    // The back end adds where the pointer is on the whole desktop, in window units and at times
    // late; the last position counts.
    if (SDL_GetMouseFocus() == window_) {
        int x = 0, y = 0;
        SDL_GetMouseState(&x, &y);
        io.AddMousePosEvent(static_cast<float>(x) * pixels, static_cast<float>(y) * pixels);
    }
    ImGui::NewFrame();
}

void Window::draw(ImDrawData& data, Color paper) {
    glViewport(0, 0, pixelWidth(), pixelHeight());
    clear(paper);
    ImGui_ImplOpenGL3_RenderDrawData(&data);
}

void Window::present() { SDL_GL_SwapWindow(window_); }

ImTextureID Window::texture(const Image& image) {
    GLuint name = 0;
    glGenTextures(1, &name);
    glBindTexture(GL_TEXTURE_2D, name);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA, image.width, image.height, 0, GL_RGBA, GL_UNSIGNED_BYTE,
                 image.rgba.data());
    return reinterpret_cast<ImTextureID>(static_cast<uintptr_t>(name));
}

void Window::dropTexture(ImTextureID texture) {
    const auto name = static_cast<GLuint>(reinterpret_cast<uintptr_t>(texture));
    glDeleteTextures(1, &name);
}

std::vector<uint8_t> Window::capture(ImDrawData& data, int width, int height, Color paper) {
    FrameBuffer target(width, height);
    if (!target.ready()) return {};
    glViewport(0, 0, width, height);
    clear(paper);
    ImGui_ImplOpenGL3_RenderDrawData(&data);
    return target.pixels();
}

}  // namespace pt
