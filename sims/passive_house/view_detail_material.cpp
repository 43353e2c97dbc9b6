// What a junction is built of: fills and hatches as on a building drawing,
// names and sizes.
#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

#include "sims/passive_house/detail_edit.h"
#include "sims/passive_house/view_detail_picture.h"

namespace pt {
namespace {

enum class Hatch : uint8_t { insulation, masonry, concrete, wood, soil, metal, glass, plain };

struct MaterialLook {
    Hatch hatch;
    Ink fill;
};

MaterialLook lookOf(const DetailRectangle& rectangle) {
    const std::string& key = rectangle.material;
    const auto has = [&key](const char* part) { return key.find(part) != std::string::npos; };
    if (has("soil")) return {Hatch::soil, Ink::ground};
    if (has("brick") || has("masonry")) return {Hatch::masonry, Ink::brick};
    if (key == "aerated_concrete") return {Hatch::masonry, Ink::concrete};
    if (has("concrete") || has("screed")) return {Hatch::concrete, Ink::concrete};
    if (has("wood_fibre") || key == "straw") return {Hatch::insulation, Ink::insulation};
    if (has("wood") || key == "osb" || key == "frame") return {Hatch::wood, Ink::wood};
    if (key == "glass" || key == "glazing" || key == "water") return {Hatch::glass, Ink::glass};
    if (key == "aluminium" || has("steel")) return {Hatch::metal, Ink::inkSoft};
    if (key == "air") return {Hatch::plain, Ink::sheet};
    if (materialOf(rectangle).conductivity < 0.065) return {Hatch::insulation, Ink::insulation};
    return {Hatch::plain, Ink::line};
}

// Draws hatches inside one box; lengths in points come to metres by the scale.
class Hatcher {
public:
    Hatcher(Scene& scene, const DetailBox& box, double scale)
        : scene_(scene), box_(box), point_(1 / scale) {
        style_.stroke = Ink::ink;
        style_.strokeAlpha = 0.35;
    }

    void draw(Hatch hatch) {
        switch (hatch) {
        case Hatch::insulation: return zigzag();
        case Hatch::masonry: return courses();
        case Hatch::concrete: return grains();
        case Hatch::wood: return stripes(5);
        case Hatch::soil: return dashes();
        case Hatch::glass: return stripes(4);
        case Hatch::metal:
        case Hatch::plain: return;
        }
    }

private:
    double width() const { return box_.x1 - box_.x0; }
    double height() const { return box_.y1 - box_.y0; }
    bool upright() const { return height() > width(); }
    // `along` the longer side, `across` the shorter one, from the lower left
    // corner.
    Vec at(double along, double across) const {
        return upright() ? Vec(box_.x0 + across, box_.y0 + along)
                         : Vec(box_.x0 + along, box_.y0 + across);
    }
    double longer() const { return std::max(width(), height()); }
    double shorter() const { return std::min(width(), height()); }

    // From face to face, as soft insulation is drawn.
    void zigzag() {
        const double step = std::max(shorter() * 0.3, 5 * point_);
        std::vector<Vec> line;
        bool over = false;
        for (double along = 0; along <= longer() && line.size() < 400; along += step) {
            line.push_back(at(along, over ? shorter() : 0));
            over = !over;
        }
        if (line.size() > 1) scene_.polyline(std::move(line), style_);
    }
    // Lying courses of bricks with their joints broken.
    void courses() {
        const double course = std::max(0.065, 9 * point_), brick = 3.2 * course;
        int row = 0;
        for (double y = box_.y0; y < box_.y1 && row < 80; y += course, ++row) {
            if (row > 0) scene_.line({box_.x0, y}, {box_.x1, y}, style_);
            const double top = std::min(y + course, box_.y1);
            for (double x = box_.x0 + (row % 2 ? brick : brick / 2); x < box_.x1; x += brick)
                scene_.line({x, y}, {x, top}, style_);
        }
    }
    // Pebbles, scattered as by dice that always fall alike.
    void grains() {
        const double step = 16 * point_, size = 1.6 * point_;
        uint32_t dice = 12345;
        const auto next = [&dice] {
            dice = dice * 1664525u + 1013904223u;
            return static_cast<double>(dice >> 8) / (1 << 24);
        };
        Style dot = style_;
        dot.width = 0;
        dot.fill = Ink::ink;
        dot.fillAlpha = 0.35;
        int count = 0;
        for (double y = box_.y0; y < box_.y1 && count < 600; y += step)
            for (double x = box_.x0; x < box_.x1 && count < 600; x += step, ++count) {
                const Vec center(x + step * next(), y + step * next());
                const double radius = size * (0.5 + next());
                if (center.x + radius < box_.x1 && center.y + radius < box_.y1 &&
                    center.x - radius > box_.x0 && center.y - radius > box_.y0)
                    scene_.circle(center, radius, dot);
            }
    }
    void stripes(double points) {
        const double step = std::max(points * point_, shorter() / 12);
        for (double across = step; across < shorter() - step / 2; across += step)
            scene_.line(at(0, across), at(longer(), across), style_);
    }
    void dashes() {
        const double step = 22 * point_, length = 9 * point_;
        int row = 0;
        for (double y = box_.y0 + step / 2; y + length < box_.y1 && row < 80; y += step, ++row)
            for (double x = box_.x0 + (row % 2 ? step : step / 2); x + length < box_.x1;
                 x += 1.6 * step)
                scene_.line({x, y}, {x + length, y + length}, style_);
    }

    Scene& scene_;
    DetailBox box_;
    double point_;  // m
    Style style_;
};

// "9 cm", "6,5 cm", "1,25 m".
std::string lengthText(const Words& words, double metres) {
    if (metres >= 1) return words.quantity(metres, unit("m"), 3);
    const double centimetres = metres * 100, whole = std::floor(centimetres + 0.5);
    const int digits = centimetres >= 9.95 ? 2 : 1;
    const bool isWhole = std::fabs(centimetres - whole) < 0.05;
    return words.quantity(metres, unit("cm"), isWhole ? digits : digits + 1);
}

// A line with ticks at both ends and its length in the middle.
void drawSize(Scene& scene, Vec from, Vec to, const std::string& text, double point) {
    Style style;
    style.stroke = Ink::inkSoft;
    const Vec along = glm::normalize(to - from), side(-along.y, along.x);
    scene.line(from, to, style);
    for (const Vec end : {from, to})
        scene.line(end - side * 4.0 * point, end + side * 4.0 * point, style);
    Shape& label = scene.text((from + to) / 2.0, text, 13, Ink::inkSoft);
    label.plate = true;
    label.priority = 45;
}

}  // namespace

DetailBox clipped(const DetailBox& box, const DetailBox& to) {
    return {std::max(box.x0, to.x0), std::max(box.y0, to.y0), std::min(box.x1, to.x1),
            std::min(box.y1, to.y1)};
}

std::string materialName(const Words& words, const DetailRectangle& rectangle) {
    const bool known = rectangle.material != "own" && !isWindowPart(rectangle.material);
    return words((known ? "passive_house.material." : "passive_house.detail.material.") +
                 rectangle.material);
}

void drawDetailMaterials(Scene& scene, const DetailPicture& picture) {
    for (const DetailRectangle& each : picture.detail.rectangles) {
        const DetailBox box = clipped(boxOf(each), picture.detail.look);
        if (box.x1 <= box.x0 || box.y1 <= box.y0) continue;
        const MaterialLook look = lookOf(each);
        Style style;
        style.width = 0;
        style.fill = look.fill;
        style.fillAlpha = 1;
        scene.rect({box.x0, box.y0}, {box.x1, box.y1}, style);
        Hatcher(scene, box, picture.scale).draw(look.hatch);
    }
}

void drawDetailSeams(Scene& scene, const DetailPicture& picture) {
    if (!picture.shape) return;
    Style style;
    style.width = picture.look == DetailLook::material ? 1.5 : 1;
    style.strokeAlpha = picture.look == DetailLook::material ? 1 : 0.45;
    if (picture.look == DetailLook::camera) style.stroke = Ink::inkSoft;
    for (const DetailBox& seam : picture.shape->seams) {
        const DetailBox box = clipped(seam, picture.detail.look);
        if (box.x1 >= box.x0 && box.y1 >= box.y0)
            scene.line({box.x0, box.y0}, {box.x1, box.y1}, style);
    }
}

// Neighbours in a row have their names at different heights.
void drawDetailNames(Scene& scene, const DetailPicture& picture, const ViewState& state) {
    constexpr int steps = 5;
    constexpr double rise = 21;  // points
    int place = 0;
    for (const DetailRectangle& each : picture.detail.rectangles) {
        const std::string item = "rect." + each.id;
        const bool marked = state.hovered == item || state.isSelected(item);
        if (picture.look != DetailLook::material && !marked) continue;
        const DetailBox box = clipped(boxOf(each), picture.detail.look);
        if (box.x1 <= box.x0 || box.y1 <= box.y0) continue;
        const double thin = std::min(each.x1 - each.x0, each.y1 - each.y0);
        const Vec middle((box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2);
        std::string name = materialName(scene.words(), each);
        if (lookOf(each).hatch != Hatch::soil) name += " " + lengthText(scene.words(), thin);
        Shape& text = scene.text(middle, std::move(name), 13);
        const bool upright = box.y1 - box.y0 > box.x1 - box.x0;
        text.offset = {0, upright ? rise * (place++ % steps - steps / 2) : 0};
        text.plate = true;
        text.bold = marked;
        text.priority = marked ? 90 : 20 + static_cast<int>(20 * std::min(1.0, thin / 0.3));
    }
}

void drawDetailSizes(Scene& scene, const DetailPicture& picture) {
    if (!picture.result) return;
    const double point = 1 / picture.scale, away = 16 * point;
    const DetailBox& look = picture.detail.look;
    for (const DetailPart& part : picture.result->parts) {
        if (!(part.length > 0)) continue;
        Vec from(std::clamp(part.fromX, look.x0, look.x1),
                 std::clamp(part.fromY, look.y0, look.y1));
        Vec to(std::clamp(part.toX, look.x0, look.x1), std::clamp(part.toY, look.y0, look.y1));
        if (glm::distance(from, to) < 4 * point) continue;
        const bool upright = part.fromX == part.toX;
        const bool below = part.fromY < (look.y0 + look.y1) / 2;  // a floor, else a roof
        Vec shift(-away, 0);
        if (!upright) shift = {0, below && part.kind != DetailPart::Kind::ground ? -away : away};
        drawSize(scene, from + shift, to + shift, scene.words().quantity(part.length, unit("m"), 3),
                 point);
    }
}

}  // namespace pt
