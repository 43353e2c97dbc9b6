#include "tests/golden/picture.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <gtest/gtest.h>
#include <imgui.h>
#include <png.h>

#include "engine/gfx/imgui_brush.h"
#include "engine/gfx/null_backend.h"
#include "engine/gfx/png_native.h"

namespace pt {
namespace {

constexpr int alike = 56;  // of 255, a channel

struct Rgba {
    float r = 0, g = 0, b = 0, a = 0;
};

Rgba unpacked(ImU32 color) {
    const auto channel = [&](int shift) { return static_cast<float>(color >> shift & 0xFF) / 255; };
    return {channel(IM_COL32_R_SHIFT), channel(IM_COL32_G_SHIFT), channel(IM_COL32_B_SHIFT),
            channel(IM_COL32_A_SHIFT)};
}

// ImGui's font atlas: coverage of its glyphs, and a white pixel for everything else.
struct Atlas {
    unsigned char* alpha = nullptr;
    int width = 0, height = 0;

    Atlas() { ImGui::GetIO().Fonts->GetTexDataAsAlpha8(&alpha, &width, &height); }
    float texel(int x, int y) const {
        x = std::clamp(x, 0, width - 1);
        y = std::clamp(y, 0, height - 1);
        return static_cast<float>(alpha[y * width + x]) / 255;
    }
    // Between the four nearest.
    float coverage(ImVec2 uv) const {
        const float x = uv.x * static_cast<float>(width) - 0.5f,
                    y = uv.y * static_cast<float>(height) - 0.5f;
        const int left = static_cast<int>(std::floor(x)), top = static_cast<int>(std::floor(y));
        const float dx = x - static_cast<float>(left), dy = y - static_cast<float>(top);
        return (texel(left, top) * (1 - dx) + texel(left + 1, top) * dx) * (1 - dy) +
               (texel(left, top + 1) * (1 - dx) + texel(left + 1, top + 1) * dx) * dy;
    }
};

class Canvas {
public:
    Canvas(int width, int height, Color paper) {
        picture.width = width;
        picture.height = height;
        for (int i = 0; i < width * height; ++i)
            picture.rgba.insert(picture.rgba.end(), {paper.r, paper.g, paper.b, 255});
    }

    void draw(const ImDrawList& list) {
        for (const ImDrawCmd& command : list.CmdBuffer)
            for (unsigned i = 0; i + 2 < command.ElemCount; i += 3) {
                const ImDrawIdx* index = &list.IdxBuffer[static_cast<int>(command.IdxOffset + i)];
                const auto vertex = [&](int k) -> const ImDrawVert& {
                    return list.VtxBuffer[static_cast<int>(command.VtxOffset + index[k])];
                };
                triangle(vertex(0), vertex(1), vertex(2), command.ClipRect);
            }
    }

    Picture picture;

private:
    // Twice the signed area.
    static float turn(ImVec2 a, ImVec2 b, ImVec2 c) {
        return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
    }

    // A pixel on an edge belongs to one of the two triangles that share it.
    static bool inside(float weight, ImVec2 from, ImVec2 to, float area) {
        if (weight != 0) return weight > 0;
        const float dx = (to.x - from.x) * area, dy = (to.y - from.y) * area;
        return dy < 0 || (dy == 0 && dx > 0);
    }

    void triangle(const ImDrawVert& a, const ImDrawVert& b, const ImDrawVert& c, ImVec4 clip) {
        const float area = turn(a.pos, b.pos, c.pos);
        if (area == 0) return;
        const auto lowest = [](float p, float q, float r) { return std::min({p, q, r}); };
        const int left = from(std::max(lowest(a.pos.x, b.pos.x, c.pos.x), clip.x));
        const int top = from(std::max(lowest(a.pos.y, b.pos.y, c.pos.y), clip.y));
        const int right =
            std::min(until(std::min(std::max({a.pos.x, b.pos.x, c.pos.x}), clip.z)), picture.width);
        const int bottom = std::min(until(std::min(std::max({a.pos.y, b.pos.y, c.pos.y}), clip.w)),
                                    picture.height);
        for (int y = top; y < bottom; ++y)
            for (int x = left; x < right; ++x) {
                const ImVec2 at(static_cast<float>(x) + 0.5f, static_cast<float>(y) + 0.5f);
                const float u = turn(b.pos, c.pos, at) / area, v = turn(c.pos, a.pos, at) / area,
                            w = turn(a.pos, b.pos, at) / area;
                if (inside(u, b.pos, c.pos, area) && inside(v, c.pos, a.pos, area) &&
                    inside(w, a.pos, b.pos, area))
                    shade(x, y, a, b, c, {u, v, w});
            }
    }

    static int from(float low) { return std::max(0, static_cast<int>(std::floor(low))); }
    static int until(float high) { return static_cast<int>(std::ceil(high)); }

    struct Weights {
        float a, b, c;
        float mix(float p, float q, float r) const { return a * p + b * q + c * r; }
    };

    void shade(int x, int y, const ImDrawVert& a, const ImDrawVert& b, const ImDrawVert& c,
               Weights weights) {
        const Rgba p = unpacked(a.col), q = unpacked(b.col), r = unpacked(c.col);
        const ImVec2 uv(weights.mix(a.uv.x, b.uv.x, c.uv.x), weights.mix(a.uv.y, b.uv.y, c.uv.y));
        const float alpha = weights.mix(p.a, q.a, r.a) * atlas_.coverage(uv);
        uint8_t* pixel = const_cast<uint8_t*>(picture.at(x, y));
        const auto blend = [&](int channel, float source) {
            const float under = static_cast<float>(pixel[channel]);
            pixel[channel] =
                static_cast<uint8_t>(std::lround(under + (source * 255 - under) * alpha));
        };
        blend(0, weights.mix(p.r, q.r, r.r));
        blend(1, weights.mix(p.g, q.g, r.g));
        blend(2, weights.mix(p.b, q.b, r.b));
    }

    Atlas atlas_;
};

bool similar(const uint8_t* a, const uint8_t* b) {
    for (int channel = 0; channel < 3; ++channel)
        if (std::abs(a[channel] - b[channel]) > alike) return false;
    return true;
}

bool foundNear(const Picture& in, const uint8_t* pixel, int x, int y) {
    for (int ny = std::max(0, y - 1); ny <= std::min(in.height - 1, y + 1); ++ny)
        for (int nx = std::max(0, x - 1); nx <= std::min(in.width - 1, x + 1); ++nx)
            if (similar(pixel, in.at(nx, ny))) return true;
    return false;
}

int missing(const Picture& from, const Picture& in) {
    int count = 0;
    for (int y = 0; y < from.height; ++y)
        for (int x = 0; x < from.width; ++x)
            if (!foundNear(in, from.at(x, y), x, y)) ++count;
    return count;
}

}  // namespace

Picture render(int width, int height, Color paper, const std::function<void(Brush&)>& draw) {
    NullBackend backend(width, height, 1);
    backend.beginFrame();
    ImGuiBrush brush(*ImGui::GetForegroundDrawList(), backend.fonts(), {0, 0});
    draw(brush);
    const ImDrawData& data = backend.endFrame();
    Canvas canvas(width, height, paper);
    for (const ImDrawList* list : data.CmdLists) canvas.draw(*list);
    return std::move(canvas.picture);
}

Picture readPng(const std::string& path) {
    Picture picture;
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    if (!png_image_begin_read_from_file(&image, path.c_str())) return picture;
    image.format = PNG_FORMAT_RGBA;
    picture.rgba.resize(PNG_IMAGE_SIZE(image));
    if (!png_image_finish_read(&image, nullptr, picture.rgba.data(), 0, nullptr)) return {};
    picture.width = static_cast<int>(image.width);
    picture.height = static_cast<int>(image.height);
    return picture;
}

bool writePng(const std::string& path, const Picture& picture) {
    return writePng(path, picture.rgba, picture.width, picture.height).ok();
}

int difference(const Picture& a, const Picture& b) {
    if (a.width != b.width || a.height != b.height) return a.width * a.height + b.width * b.height;
    return missing(a, b) + missing(b, a);
}

void expectPicture(const std::string& name, const Picture& now, int rounding) {
    const std::string path = PROEFTUIN_ROOT "/tests/golden/pictures/" + name + ".png";
    const char* mode = std::getenv("PROEFTUIN_GOLDEN");
    if (mode && std::string_view(mode) == "write") {
        ASSERT_TRUE(writePng(path, now)) << path;
        return;
    }
    const Picture wanted = readPng(path);
    ASSERT_GT(wanted.width, 0) << "no picture " << path;
    const int differing = difference(wanted, now);
    if (differing <= rounding) return;
    const std::string seen = (std::filesystem::temp_directory_path() / (name + ".png")).string();
    writePng(seen, now);
    ADD_FAILURE() << differing << " pixels differ; see " << seen;
}

}  // namespace pt
