#include "engine/view/scene.h"

#include <utility>

#include "engine/core/assert.h"

namespace pt {
namespace {

Shape shape(ShapeKind kind, std::vector<Vec> points, const Style& style, int item) {
    Shape made;
    made.kind = kind;
    made.style = style;
    made.points = std::move(points);
    made.item = item;
    return made;
}

}  // namespace

void Scene::line(Vec from, Vec to, const Style& style, int item) {
    shapes_.push_back(shape(ShapeKind::line, {from, to}, style, item));
}

Shape& Scene::bar(Vec from, Vec to, double bodyWidth, const Style& style, int item) {
    shapes_.push_back(shape(ShapeKind::line, {from, to}, style, item));
    shapes_.back().bodyWidth = bodyWidth;
    return shapes_.back();
}

Shape& Scene::polyline(std::vector<Vec> points, const Style& style, int item) {
    shapes_.push_back(shape(ShapeKind::polyline, std::move(points), style, item));
    return shapes_.back();
}

void Scene::polygon(std::vector<Vec> points, const Style& style, int item) {
    shapes_.push_back(shape(ShapeKind::polygon, std::move(points), style, item));
}

void Scene::rect(Vec low, Vec high, const Style& style, int item) {
    polygon({low, {high.x, low.y}, high, {low.x, high.y}}, style, item);
}

void Scene::circle(Vec center, double radius, const Style& style, int item) {
    shapes_.push_back(shape(ShapeKind::circle, {center}, style, item));
    shapes_.back().radius = radius;
}

Shape& Scene::arrow(Vec tail, Vec head, const Style& style, int item) {
    shapes_.push_back(shape(ShapeKind::arrow, {tail, head}, style, item));
    shapes_.back().size = 10;
    return shapes_.back();
}

Shape& Scene::text(Vec anchor, std::string text, double size, Ink ink) {
    Style style;
    style.stroke = ink;
    shapes_.push_back(shape(ShapeKind::text, {anchor}, style, -1));
    shapes_.back().size = size;
    shapes_.back().text = std::move(text);
    return shapes_.back();
}

void Scene::raster(Vec low, Vec high, Raster raster, int item) {
    PT_ASSERT(raster.columns > 0 && raster.rows > 0 &&
              raster.values.size() == static_cast<size_t>(raster.columns * raster.rows));
    PT_ASSERT(raster.xs.empty() || raster.xs.size() == static_cast<size_t>(raster.columns) + 1);
    PT_ASSERT(raster.ys.empty() || raster.ys.size() == static_cast<size_t>(raster.rows) + 1);
    shapes_.push_back(shape(ShapeKind::raster, {low, high}, {}, item));
    shapes_.back().raster = std::make_shared<const Raster>(std::move(raster));
}

int Scene::item(Item item) {
    items_.push_back(std::move(item));
    return static_cast<int>(items_.size()) - 1;
}

void Scene::bounds(Vec low, Vec high) {
    low_ = low;
    high_ = high;
}

}  // namespace pt
