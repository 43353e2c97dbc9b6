#include <algorithm>
#include <cmath>

#include "engine/desktop/bars.h"
#include "engine/desktop/widgets.h"

namespace pt {
namespace {

constexpr TextLook labelLook{.type = Type::small, .ink = Ink::inkSoft};
constexpr TextLook valueLook{.type = Type::title, .bold = true};
constexpr TextLook beforeLook{.type = Type::title, .ink = Ink::inkSoft};

std::string beforeText(const UiNode& node) { return node.before + " → "; }

TextLook trendLook(const UiNode& node) {
    return {
        .type = Type::small, .ink = node.trend == "better" ? Ink::ok : Ink::error, .bold = true};
}

// "31 → 24 kWh/(m²·a)  beter"
float needOf(const Look& look, const UiNode& node) {
    float value = textSize(look, node.valueText, valueLook).x;
    if (!node.before.empty()) value += textSize(look, beforeText(node), beforeLook).x;
    if (!node.trend.empty())
        value += look.px(8) + textSize(look, node.trendText, trendLook(node)).x;
    return std::max(textSize(look, node.label, labelLook).x, value);
}

void drawOne(const Look& look, const UiNode& node, ImVec2 at, float width) {
    float line = textSize(look, "X", labelLook).y;
    drawElided(look, at, width, node.label, labelLook);
    float x = at.x, y = at.y + line + look.px(2);
    if (!node.before.empty()) {
        drawText(look, {x, y}, beforeText(node), beforeLook);
        x += textSize(look, beforeText(node), beforeLook).x;
    }
    drawText(look, {x, y}, node.valueText, valueLook);
    if (!node.trend.empty()) {
        x += textSize(look, node.valueText, valueLook).x + look.px(8);
        drawText(look, {x, y + look.px(4)}, node.trendText, trendLook(node));
    }
    ImVec2 high{at.x + width, at.y + look.px(44)};
    if (ImGui::IsMouseHoveringRect(at, high) && ImGui::IsWindowHovered()) {
        tooltip(look, node.help);
    }
}

// A few figures that the last edit changed come first. What is fixed stands in the panel.
std::vector<const UiNode*> inOrder(const std::vector<UiNode>& outputs) {
    constexpr size_t most = 3;
    std::vector<const UiNode*> nodes;
    for (const UiNode& node : outputs) {
        if (node.id.starts_with("output.")) nodes.push_back(&node);
    }
    auto changed = [](const UiNode* node) { return !node->before.empty(); };
    std::vector<const UiNode*> first;
    for (const UiNode* node : nodes) {
        if (changed(node) && first.size() < most) first.push_back(node);
    }
    for (const UiNode* node : nodes) {
        if (std::count(first.begin(), first.end(), node) == 0) first.push_back(node);
    }
    return first;
}

}  // namespace

ReadoutPlan planReadouts(const Look& look, const Desk& desk, float width) {
    ReadoutPlan plan;
    const UiNode* outputs = desk.node("outputs");
    if (!outputs) return plan;
    // What has no value yet keeps its place, and widths move in steps, so that nothing jumps.
    float x = 0, row = look.px(48), step = look.px(24);
    for (const UiNode* node : inOrder(outputs->children)) {
        float need = std::ceil(needOf(look, *node) / step) * step;
        if (x > 0 && x + need > width) break;  // the panel lists them all
        plan.places.push_back({node, {x, look.px(12)}, need});
        x += need + look.px(16);
    }
    plan.height = plan.places.empty() ? 0 : look.px(12) + row;
    return plan;
}

void drawReadouts(const Look& look, const ReadoutPlan& plan, ImVec2 low) {
    for (const ReadoutPlan::Place& place : plan.places) {
        if (!place.node->enabled && !place.node->busy) continue;
        // A drawing that fills the stage lies under them.
        ImVec2 at{low.x + place.at.x, low.y + place.at.y};
        float pad = look.px(6);
        ImGui::GetWindowDrawList()->AddRectFilled(
            {at.x - pad, at.y - pad / 2}, {at.x + place.width + pad, at.y + look.px(46)},
            look.color(Ink::paper, 0.94), look.px(cornerSize));
        drawOne(look, *place.node, at, place.width);
    }
}

}  // namespace pt
