#include <algorithm>
#include <cmath>
#include <imgui_internal.h>

#include "engine/desktop/widgets.h"

namespace pt {
namespace {

double snapped(double value, double min, double max, double step) {
    if (step > 0) value = min + std::round((value - min) / step) * step;
    return std::clamp(value, min, max);
}

// Left and right, ten steps with Shift; the keys belong to the slider while it has the focus.
bool moveByKeys(ImGuiID id, double& value, double min, double max, double step) {
    double steps = 0;
    for (auto [key, sign] : {std::pair{ImGuiKey_LeftArrow, -1.0}, {ImGuiKey_RightArrow, 1.0}}) {
        ImGui::SetKeyOwner(key, id);
        if (ImGui::IsKeyPressed(key, id, ImGuiInputFlags_Repeat)) steps += sign;
    }
    if (steps == 0) return false;
    if (ImGui::GetIO().KeyShift) steps *= 10;
    double next = snapped(value + steps * step, min, max, step);
    bool changed = next != value;
    value = next;
    return changed;
}

void drawSlider(const Look& look, ImVec2 low, ImVec2 high, float t, const Press& press,
                bool enabled) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    float knob = look.px(press.held || press.hovered ? 9 : 8), half = look.px(2);
    float y = std::round((low.y + high.y) / 2);
    float left = low.x + look.px(8), right = high.x - look.px(8);
    float x = left + (right - left) * t;
    double alpha = enabled ? 1 : 0.4;
    list.AddRectFilled({low.x, y - half}, {high.x, y + half},
                       look.contrast() ? look.color(Ink::line) : look.color(Ink::inkSoft, 0.28),
                       half);
    list.AddRectFilled({low.x, y - half}, {x, y + half}, look.color(Ink::accent, alpha), half);
    if (!look.contrast()) {
        list.AddCircleFilled({x, y + look.px(1)}, knob + 1, look.color(Ink::shadow, 0.14), 32);
    }
    list.AddCircleFilled({x, y}, knob, look.color(Ink::sheet), 32);
    list.AddCircle({x, y}, knob - look.px(1), look.color(Ink::accent, alpha), 32, look.px(2));
    if (press.focused) {
        drawFocus(look, {x - knob, y - knob}, {x + knob, y + knob}, knob / look.scale);
    }
}

}  // namespace

double niceStep(double min, double max, double count) {
    double raw = (max - min) / count;
    if (!(raw > 0)) return 0;
    double ten = std::pow(10, std::floor(std::log10(raw)));
    for (double factor : {1., 2., 5.}) {
        if (factor * ten >= raw * 0.999) return factor * ten;
    }
    return 10 * ten;
}

SliderMove slider(const Look& look, const char* id, double& value, double min, double max,
                  double step, float width, bool enabled) {
    SliderMove move;
    double before = value;
    ImVec2 low = ImGui::GetCursorScreenPos();
    ImVec2 size{width, look.px(std::max(look.target - 4, 28.f))};
    ImVec2 high{low.x + size.x, low.y + size.y};
    Press press = pressableHere(id, size, enabled);
    ImGuiID key = ImGui::GetID(id);
    if (step <= 0) step = niceStep(min, max);
    bool mouse = press.held && ImGui::GetCurrentContext()->ActiveIdSource == ImGuiInputSource_Mouse;
    if (mouse && max > min) {
        float left = low.x + look.px(8), right = high.x - look.px(8);
        double t = std::clamp((ImGui::GetIO().MousePos.x - left) / (right - left), 0.f, 1.f);
        value = snapped(min + t * (max - min), min, max, step);
    } else if (press.focused && enabled) {
        move.began = moveByKeys(key, value, min, max, step);
    }
    move.changed = value != before;
    if (mouse && ImGui::IsItemActivated()) move.began = true;
    double t = max > min ? (std::clamp(value, min, max) - min) / (max - min) : 0;
    drawSlider(look, low, high, static_cast<float>(t), press, enabled);
    return move;
}

}  // namespace pt
