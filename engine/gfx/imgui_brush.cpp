#include "engine/gfx/imgui_brush.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>

#include "engine/view/cells.h"

namespace pt {
namespace {

ImU32 packed(Color color) { return IM_COL32(color.r, color.g, color.b, color.a); }

// Twice the signed area; positive when the corners run clockwise on a screen.
double turn(const std::vector<Vec>& points) {
    double sum = 0;
    for (size_t i = 0; i < points.size(); ++i) {
        const Vec a = points[i], b = points[(i + 1) % points.size()];
        sum += a.x * b.y - b.x * a.y;
    }
    return sum;
}

}  // namespace

ImGuiBrush::ImGuiBrush(ImDrawList& list, const Fonts& fonts, Vec origin)
    : list_(list), fonts_(fonts), origin_(origin) {}

ImVec2 ImGuiBrush::toPixels(Vec point) const {
    // Far outside any screen floats lose the direction of a line.
    const Vec pixel = glm::clamp(origin_ + point * fonts_.scale(), Vec(-1e6), Vec(1e6));
    return {static_cast<float>(pixel.x), static_cast<float>(pixel.y)};
}

void ImGuiBrush::fill(const std::vector<Vec>& convex, Color color) {
    scratch_.clear();
    for (const Vec& point : convex) scratch_.push_back(toPixels(point));
    // ImGui softens edges outwards only when the corners run clockwise.
    if (turn(convex) < 0) std::reverse(scratch_.begin(), scratch_.end());
    list_.AddConvexPolyFilled(scratch_.data(), static_cast<int>(scratch_.size()), packed(color));
}

void ImGuiBrush::stroke(const std::vector<Vec>& points, bool closed, double width, Color color) {
    scratch_.clear();
    for (const Vec& point : points) scratch_.push_back(toPixels(point));
    const auto pixels = static_cast<float>(std::max(1.0, width * fonts_.scale()));
    // An upright or level hairline between two pixel rows would be blurred over both.
    if (scratch_.size() == 2 && pixels < 1.5f) {
        ImVec2 &a = scratch_[0], &b = scratch_[1];
        if (a.x == b.x) a.x = b.x = std::floor(a.x) + 0.5f;
        if (a.y == b.y) a.y = b.y = std::floor(a.y) + 0.5f;
    }
    list_.AddPolyline(scratch_.data(), static_cast<int>(scratch_.size()), packed(color),
                      closed ? ImDrawFlags_Closed : ImDrawFlags_None, pixels);
}

void ImGuiBrush::text(Vec baseline, std::string_view text, const Lettering& style) {
    if (text.empty()) return;
    ImFont* font = fonts_.font(style.size, style.bold);
    const float size = fonts_.pixels(style.size);
    const double width = textWidth(text, style.size, style.bold);
    const double before = style.align == Align::left     ? 0
                          : style.align == Align::center ? width / 2
                                                         : width;
    ImVec2 at = toPixels(baseline - Vec(before, 0));
    at.x = std::round(at.x);
    at.y = std::round(at.y - font->Ascent * size / font->FontSize);
    const auto draw = [&](float dx, float dy, Color color) {
        list_.AddText(font, size, {at.x + dx, at.y + dy}, packed(color), text.data(),
                      text.data() + text.size());
    };
    if (style.halo.a > 0) {
        const auto far = static_cast<float>(1.5 * fonts_.scale()), near = far * 0.7f;
        for (const auto& [dx, dy] :
             {ImVec2(far, 0), ImVec2(-far, 0), ImVec2(0, far), ImVec2(0, -far), ImVec2(near, near),
              ImVec2(-near, near), ImVec2(near, -near), ImVec2(-near, -near)})
            draw(dx, dy, style.halo);
    }
    draw(0, 0, style.color);
}

double ImGuiBrush::textWidth(std::string_view text, double size, bool bold) const {
    const ImVec2 extent =
        fonts_.font(size, bold)
            ->CalcTextSizeA(fonts_.pixels(size), 1e9f, 0, text.data(), text.data() + text.size());
    return extent.x / fonts_.scale();
}

// Neighbours share their border to the bit, without the soft edges that would show as seams.
void ImGuiBrush::cells(const Cells& cells) {
    if (!cells.corners.empty()) return smoothCells(cells);
    const std::vector<Patch> even = patches(cells);
    list_.PrimReserve(static_cast<int>(even.size()) * 6, static_cast<int>(even.size()) * 4);
    for (const Patch& patch : even)
        list_.PrimRect(toPixels(patch.low), toPixels(patch.high), packed(patch.color));
}

// Four triangles a cell, around its middle.
void ImGuiBrush::smoothCells(const Cells& cells) {
    const int across = cells.columns + 1, corners = across * (cells.rows + 1);
    const auto filled = static_cast<int>(
        std::count_if(cells.colors.begin(), cells.colors.end(), [](Color c) { return c.a > 0; }));
    list_.PrimReserve(filled * 12, corners + filled);
    const ImVec2 white = ImGui::GetFontTexUvWhitePixel();
    const ImDrawIdx first = list_._VtxCurrentIdx;
    for (int row = 0; row <= cells.rows; ++row)
        for (int column = 0; column < across; ++column) {
            const Vec at(cells.xs[static_cast<size_t>(column)], cells.ys[static_cast<size_t>(row)]);
            const Color color = cells.corners[static_cast<size_t>(row * across + column)];
            list_.PrimWriteVtx(toPixels(at), white, packed(color));
        }
    for (int row = 0; row < cells.rows; ++row)
        for (int column = 0; column < cells.columns; ++column) {
            const Color color = cells.colors[static_cast<size_t>(row * cells.columns + column)];
            if (color.a == 0) continue;
            const auto i = static_cast<size_t>(column), j = static_cast<size_t>(row);
            const Vec middle((cells.xs[i] + cells.xs[i + 1]) / 2,
                             (cells.ys[j] + cells.ys[j + 1]) / 2);
            const ImDrawIdx center = list_._VtxCurrentIdx;
            list_.PrimWriteVtx(toPixels(middle), white, packed(color));
            const ImDrawIdx low = first + static_cast<ImDrawIdx>(row * across + column);
            const ImDrawIdx high = low + static_cast<ImDrawIdx>(across);
            const ImDrawIdx around[] = {low, low + 1, high + 1, high, low};
            for (size_t k = 0; k < 4; ++k) {
                list_.PrimWriteIdx(center);
                list_.PrimWriteIdx(around[k]);
                list_.PrimWriteIdx(around[k + 1]);
            }
        }
}

void paintStage(const Scene& scene, const Camera& camera, ImDrawList& list, const Fonts& fonts,
                Vec origin) {
    const Vec end = origin + camera.size * fonts.scale();
    const ImVec2 low(static_cast<float>(origin.x), static_cast<float>(origin.y));
    const ImVec2 high(static_cast<float>(end.x), static_cast<float>(end.y));
    list.PushClipRect(low, high, true);
    list.AddRectFilled(low, high, packed(scene.theme()[Ink::paper]));
    ImGuiBrush brush(list, fonts, origin);
    paint(scene, camera, brush);
    list.PopClipRect();
}

}  // namespace pt
