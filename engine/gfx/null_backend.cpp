#include "engine/gfx/null_backend.h"

#include <imgui.h>

namespace pt {

NullBackend::NullBackend(int widthPixels, int heightPixels, double scale)
    : context_(ImGui::CreateContext()) {
    ImGui::SetCurrentContext(context_);
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {static_cast<float>(widthPixels), static_cast<float>(heightPixels)};
    io.IniFilename = nullptr;
    io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
    fonts_.build(*io.Fonts, scale);
}

NullBackend::~NullBackend() { ImGui::DestroyContext(context_); }

void NullBackend::beginFrame() {
    ImGui::SetCurrentContext(context_);
    ImGui::GetIO().DeltaTime = 1.0f / 60;
    ImGui::NewFrame();
}

const ImDrawData& NullBackend::endFrame() {
    ImGui::Render();
    return *ImGui::GetDrawData();
}

}  // namespace pt
