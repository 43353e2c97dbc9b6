#include "engine/web/gl_stage.h"

#include <emscripten/html5.h>
#include <imgui.h>
#include <imgui_impl_opengl3.h>
#include <imgui_internal.h>

#include "engine/gfx/imgui_brush.h"
#include "engine/view/paint.h"

namespace pt {
namespace {

constexpr const char* canvas = "#canvas";
constexpr const char* glsl = "#version 300 es";

EMSCRIPTEN_WEBGL_CONTEXT_HANDLE makeContext() {
    EmscriptenWebGLContextAttributes wanted;
    emscripten_webgl_init_context_attributes(&wanted);
    wanted.majorVersion = 2;
    wanted.alpha = false;
    wanted.depth = false;
    wanted.antialias = false;  // ImGui softens its own edges
    wanted.powerPreference = EM_WEBGL_POWER_PREFERENCE_LOW_POWER;
    return emscripten_webgl_create_context(canvas, &wanted);
}

// What ImGui::NewFrame sets before it draws windows. There are none here, and without it they
// stay out of the wasm.
void prepareLists(ImDrawListSharedData& shared, const ImFontAtlas& atlas, ImVec2 pixels) {
    const ImGuiStyle& style = ImGui::GetStyle();
    shared.TexUvWhitePixel = atlas.TexUvWhitePixel;
    shared.TexUvLines = atlas.TexUvLines;
    shared.Font = ImGui::GetIO().FontDefault;
    shared.FontSize = shared.Font->FontSize;
    shared.CurveTessellationTol = style.CurveTessellationTol;
    shared.SetCircleTessellationMaxError(style.CircleTessellationMaxError);
    shared.ClipRectFullscreen = {0, 0, pixels.x, pixels.y};
    shared.InitialFlags = ImDrawListFlags_AntiAliasedLines |
                          ImDrawListFlags_AntiAliasedLinesUseTex | ImDrawListFlags_AntiAliasedFill |
                          ImDrawListFlags_AllowVtxOffset;
}

}  // namespace

GlStage::~GlStage() {
    if (context_) ImGui::DestroyContext(context_);
}

bool GlStage::start() {
    if (context_) {
        ImGui_ImplOpenGL3_Shutdown();  // forgets names that the new context never gave
    } else {
        const EMSCRIPTEN_WEBGL_CONTEXT_HANDLE context = makeContext();
        if (context <= 0) return false;
        emscripten_webgl_make_context_current(context);
        context_ = ImGui::CreateContext();
        ImGui::GetIO().IniFilename = nullptr;
    }
    alive_ = ImGui_ImplOpenGL3_Init(glsl);
    if (fonts_.font(15, false)) uploadFonts();
    return alive_;
}

void GlStage::uploadFonts() {
    if (fonts_.scale() != ratio_ || !fonts_.font(15, false))
        fonts_.build(*ImGui::GetIO().Fonts, ratio_, FontSet::stage);
    ImGui_ImplOpenGL3_DestroyFontsTexture();
    ImGui_ImplOpenGL3_CreateFontsTexture();
}

void GlStage::resize(Vec size, double ratio) {
    const bool sharper = ratio != ratio_ || !fonts_.font(15, false);
    size_ = size;
    ratio_ = ratio;
    if (alive_ && sharper) uploadFonts();
}

void GlStage::draw(const Scene& scene, const Camera& camera, int card) {
    if (!alive_) return;
    const ImVec2 pixels(static_cast<float>(size_.x * ratio_), static_cast<float>(size_.y * ratio_));
    prepareLists(*ImGui::GetDrawListSharedData(), *ImGui::GetIO().Fonts, pixels);
    ImDrawList list(ImGui::GetDrawListSharedData());
    list._ResetForNewFrame();
    list.PushTextureID(ImGui::GetIO().Fonts->TexID);
    list.PushClipRectFullScreen();
    paintStage(scene, camera, list, fonts_, {0, 0});
    if (card >= 0) {
        ImGuiBrush brush(list, fonts_, {0, 0});
        paintCard(scene, card, camera, brush);
    }
    ImDrawData data;
    data.Valid = true;
    data.DisplaySize = pixels;
    data.FramebufferScale = {1, 1};
    data.AddDrawList(&list);
    ImGui_ImplOpenGL3_NewFrame();
    ImGui_ImplOpenGL3_RenderDrawData(&data);
}

}  // namespace pt
