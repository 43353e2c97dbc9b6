// The stage "Detail" put together.
#include <algorithm>
#include <cmath>
#include <utility>

#include "sims/passive_house/detail_edit.h"
#include "sims/passive_house/view_detail_picture.h"

namespace pt {
namespace {

constexpr double textColumn = 290;  // points beside the drawing
constexpr double usualWidth = 900, usualHeight = 560;

double widthOf(const ViewState& state) { return state.width > 0 ? state.width : usualWidth; }

struct Layout {
    double scale = 1;  // points a metre
    Vec low, high;
};

// Bounds for a drawing with so many points free at each of its sides, on a stage that keeps
// `margin` points around the bounds.
struct Borders {
    double margin = 24, left = margin + textColumn, right = margin, top = margin, below = 70;
};

// The words stand above and the legend below: the scale of the colours and, with isotherms,
// what the marked one means. The drawing may come nearer to the sides than other scenes do.
Borders narrowBorders(const DetailPicture& picture) {
    constexpr double row = 20, edge = 20;  // points
    const bool lines = picture.look == DetailLook::field && picture.isotherms;
    const int rows = picture.look == DetailLook::material ? 0 : lines ? 2 : 1;
    return {.margin = 44,
            .left = edge,
            .right = edge,
            .top = edge + 2 * row,
            .below = edge + rows * row};
}

Layout layoutOf(const DetailPicture& picture, const ViewState& state) {
    const DetailBox& look = picture.detail.look;
    const double width = widthOf(state);
    const double height = state.height > 0 ? state.height : usualHeight;
    const Borders free = picture.narrow ? narrowBorders(picture) : Borders();
    Layout layout;
    layout.scale = std::max(20.0, std::min((width - free.left - free.right) / (look.x1 - look.x0),
                                           (height - free.top - free.below) / (look.y1 - look.y0)));
    const double point = 1 / layout.scale;
    layout.low = {look.x0 - (free.left - free.margin) * point,
                  look.y0 - (free.below - free.margin) * point};
    layout.high = {look.x1 + (free.right - free.margin) * point,
                   look.y1 + (free.top - free.margin) * point};
    return layout;
}

// λ and size of a rectangle, and its warmest and coldest place.
std::vector<std::string> factsOf(const Words& words, const DetailRectangle& rectangle) {
    const auto side = [&words](double metres) {
        return words.quantity(metres, unit(metres < 1 ? "cm" : "m"), 3);
    };
    return {"λ = " + words.quantity(materialOf(rectangle).conductivity, unit("W/(m K)")),
            side(rectangle.x1 - rectangle.x0) + " × " + side(rectangle.y1 - rectangle.y0)};
}

// Invisible areas that make each rectangle something to point at.
void addItems(Scene& scene, const DetailPicture& picture, const ViewState& state) {
    for (const DetailRectangle& each : picture.detail.rectangles) {
        const DetailBox box = clipped(boxOf(each), picture.detail.look);
        if (box.x1 <= box.x0 || box.y1 <= box.y0) continue;
        Item item;
        item.id = "rect." + each.id;
        item.name = materialName(scene.words(), each);
        item.lines = factsOf(scene.words(), each);
        item.center = {(box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2};
        const bool chosen = state.isSelected(item.id), near = state.hovered == item.id;
        Style style;
        style.stroke = Ink::accent;
        style.width = chosen ? 3 : near ? 2 : 0;
        const int index = scene.item(std::move(item));
        scene.rect({box.x0, box.y0}, {box.x1, box.y1}, style, index);
    }
}

// Where air meets the material, with its film.
void addEdgeItems(Scene& scene, const DetailPicture& picture) {
    if (!picture.shape || !picture.field) return;
    const Words& words = scene.words();
    Style unseen;
    unseen.width = 0;
    for (size_t i = 0; i < picture.shape->edges.size(); ++i) {
        const DetailEdge& edge = picture.shape->edges[i];
        const DetailBox box = clipped({edge.x0, edge.y0, edge.x1, edge.y1}, picture.detail.look);
        if (box.x1 < box.x0 || box.y1 < box.y0) continue;
        const bool in = edge.air == Climate::inside;
        Item item;
        item.id = "edge." + std::to_string(i + 1);
        item.name = detailWord(words, in ? "face_inside" : "face_outside");
        const auto index = static_cast<int>(i);
        const double low = picture.field->lowest(index), high = picture.field->highest(index);
        item.lines = {
            detailWord(words, "face_range",
                       {{"low", celsiusText(words, low)}, {"high", celsiusText(words, high)}}),
            detailWord(words, "face_film",
                       {{"film", words.quantity(edge.resistance, unit("m2 K/W"), 2)}})};
        item.center = {(box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2};
        const int made = scene.item(std::move(item));
        scene.line({box.x0, box.y0}, {box.x1, box.y1}, unseen, made);
    }
}

// "binnen 20 °C" and "buiten 0 °C" where the airs are.
void nameAirs(Scene& scene, const DetailPicture& picture) {
    bool named[2] = {false, false};
    const DetailBox& look = picture.detail.look;
    for (const DetailAir& air : picture.detail.airs) {
        const bool in = air.climate == Climate::inside;
        if (std::exchange(named[in ? 1 : 0], true)) continue;
        const Vec at(std::clamp(air.x, look.x0, look.x1), std::clamp(air.y, look.y0, look.y1));
        const bool left = at.x < (look.x0 + look.x1) / 2, low = at.y < (look.y0 + look.y1) / 2;
        Shape& text = scene.text(
            at,
            detailWord(scene.words(), in ? "inside" : "outside",
                       {{"temperature",
                         wholeCelsius(scene.words(), in ? picture.inside : picture.outside)}}),
            15, Ink::inkSoft);
        text.align = left ? Align::left : Align::right;
        const double aside = picture.narrow ? 6 : -14;  // beside the sheet, clear of a wall
        text.offset = {left ? aside : -aside, low ? 14.0 : -14.0};
        text.bold = true;
        text.plate = picture.narrow;  // there it may lie over a wall
        text.priority = 70;
    }
}

void markColdest(Scene& scene, const DetailPicture& picture) {
    if (!picture.result) return;
    const double point = 1 / picture.scale;
    const Vec at(picture.result->coldestX, picture.result->coldestY);
    Style style;
    style.stroke = Ink::tension;
    style.width = 2.5;
    scene.circle(at, 6 * point, style);
    Shape& text = scene.text(at, detailWord(scene.words(), "coldest_here"), 13);
    text.align = Align::left;
    text.offset = {14, -26};
    text.plate = true;
    text.priority = 50;
}

}  // namespace

std::string detailWord(const Words& words, std::string_view key, const Args& args) {
    return words("passive_house.detail." + std::string(key), args);
}

void drawDetailPicture(Scene& scene, DetailPicture picture, const ViewState& state) {
    picture.narrow = widthOf(state) < 2.1 * textColumn;
    const Layout layout = layoutOf(picture, state);
    picture.scale = layout.scale;
    scene.bounds(layout.low, layout.high);
    scene.grid(picture.look == DetailLook::material);
    const Result<DetailShape> shape = shapeOf(picture.detail);
    if (shape.ok()) picture.shape = &shape.value();
    const bool coloured = picture.field && picture.shape && picture.look != DetailLook::material;
    if (coloured)
        drawDetailField(scene, picture);
    else
        drawDetailMaterials(scene, picture);
    drawDetailSeams(scene, picture);
    addItems(scene, picture, state);
    addEdgeItems(scene, picture);
    if (coloured && picture.look == DetailLook::field) drawDetailLines(scene, picture);
    nameAirs(scene, picture);
    // The lengths are there to check the sum of ψ, which a narrow stage leaves out.
    if (picture.look != DetailLook::camera && !picture.narrow) drawDetailSizes(scene, picture);
    drawDetailNames(scene, picture, state);
    if (picture.look != DetailLook::camera) markColdest(scene, picture);
    drawDetailSpot(scene, picture, state);
    if (shape.ok()) {
        noteDetail(scene, picture);
    } else {
        Note note;
        note.text = scene.words().sentence(shape.error());
        note.strong = note.warns = true;
        scene.note(std::move(note));
    }
}

}  // namespace pt
