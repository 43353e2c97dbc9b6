#include <algorithm>
#include <cmath>

#include "engine/desktop/bars.h"
#include "engine/desktop/widgets.h"

namespace pt {
namespace {

constexpr TextLook labelLook{.type = Type::small, .ink = Ink::inkSoft};
constexpr TextLook valueLook{.type = Type::title, .bold = true};

void drawOne(const Look& look, const UiNode& node, ImVec2 at, float width) {
    float line = textSize(look, "X", labelLook).y;
    drawElided(look, at, width, node.label, labelLook);
    drawText(look, {at.x, at.y + line + look.px(2)}, node.valueText, valueLook);
    ImVec2 high{at.x + width, at.y + look.px(44)};
    if (ImGui::IsMouseHoveringRect(at, high) && ImGui::IsWindowHovered()) {
        tooltip(look, node.help);
    }
}

}  // namespace

ReadoutPlan planReadouts(const Look& look, const Desk& desk, float width) {
    ReadoutPlan plan;
    const UiNode* outputs = desk.node("outputs");
    if (!outputs) return plan;
    // What has no value yet keeps its place, and widths move in steps, so that nothing jumps.
    float x = 0, row = look.px(48), step = look.px(24);
    for (const UiNode& node : outputs->children) {
        if (!node.id.starts_with("output.")) continue;  // what is fixed stands in the panel
        float need = std::max(textSize(look, node.label, labelLook).x,
                              textSize(look, node.valueText, valueLook).x);
        need = std::ceil(need / step) * step;
        if (x > 0 && x + need > width) break;  // the panel lists them all
        plan.places.push_back({&node, {x, look.px(12)}, need});
        x += need + look.px(16);
    }
    plan.height = plan.places.empty() ? 0 : look.px(12) + row;
    return plan;
}

void drawReadouts(const Look& look, const ReadoutPlan& plan, ImVec2 low) {
    for (const ReadoutPlan::Place& place : plan.places) {
        if (!place.node->enabled) continue;
        drawOne(look, *place.node, {low.x + place.at.x, low.y + place.at.y}, place.width);
    }
}

}  // namespace pt
