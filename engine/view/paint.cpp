#include "engine/view/paint.h"

#include <algorithm>
#include <cmath>

#include <glm/geometric.hpp>

#include "engine/core/math.h"
#include "engine/view/cells.h"
#include "engine/view/labels.h"
#include "engine/view/nice.h"
#include "engine/view/notes.h"

namespace pt {
namespace {

constexpr double hatch_spacing = 6;  // points
constexpr double thinnest_bar = 1.5;
constexpr double grid_spacing = 24;  // points, at least
constexpr double longest_dashed = 10'000;

bool finite(const std::vector<Vec>& points) {
    return std::all_of(points.begin(), points.end(),
                       [](Vec p) { return std::isfinite(p.x) && std::isfinite(p.y); });
}

Vec turned(Vec v) { return {-v.y, v.x}; }

Vec direction(Vec from, Vec to) {
    const double length = glm::distance(from, to);
    return length > 0 ? (to - from) / length : Vec(1, 0);
}

// Keeps the part of the line origin + t * along, t in [low, high], on the inner side of one edge.
void clipToEdge(Vec origin, Vec along, Vec corner, Vec inward, double& low, double& high) {
    const double rate = glm::dot(along, inward);
    const double gap = glm::dot(corner - origin, inward);
    if (rate > 0) low = std::max(low, gap / rate);
    if (rate < 0) high = std::min(high, gap / rate);
    if (rate == 0 && gap > 0) high = low - 1;
}

std::vector<Vec> rectangle(Vec low, Vec high) {
    return {low, {high.x, low.y}, high, {low.x, high.y}};
}

// The ends of a line inside a convex polygon; empty when it misses.
std::vector<Vec> clipLine(Vec origin, Vec along, const std::vector<Vec>& convex, double low,
                          double high) {
    Vec middle(0);
    for (const Vec& corner : convex) middle += corner / static_cast<double>(convex.size());
    for (size_t i = 0; i < convex.size(); ++i) {
        const Vec a = convex[i];
        Vec inward = turned(convex[(i + 1) % convex.size()] - a);
        if (glm::dot(middle - a, inward) < 0) inward = -inward;
        clipToEdge(origin, along, a, inward, low, high);
    }
    if (low >= high) return {};
    return {origin + low * along, origin + high * along};
}

// Range of the polygon's projections on an axis.
std::pair<double, double> span(const std::vector<Vec>& points, Vec axis) {
    double low = INFINITY, high = -INFINITY;
    for (const Vec& point : points) {
        low = std::min(low, glm::dot(point, axis));
        high = std::max(high, glm::dot(point, axis));
    }
    return {low, high};
}

class Painter {
public:
    Painter(const Scene& scene, const Camera& camera, Brush& brush)
        : scene_(scene), camera_(camera), brush_(brush), stage_(rectangle({0, 0}, camera.size)) {}

    void paintGrid() {
        if (!scene_.grid()) return;
        const double step = niceStep(grid_spacing / camera_.scale);
        Style style;
        style.stroke = Ink::grid;
        const Vec low = camera_.toWorld({0, camera_.size.y}),
                  high = camera_.toWorld({camera_.size.x, 0});
        for (double k = std::ceil(low.x / step); k * step < high.x; ++k) {
            const double x = camera_.toScreen({k * step, 0}).x;
            outline({{x, 0}, {x, camera_.size.y}}, false, style);
        }
        for (double k = std::ceil(low.y / step); k * step < high.y; ++k) {
            const double y = camera_.toScreen({0, k * step}).y;
            outline({{0, y}, {camera_.size.x, y}}, false, style);
        }
    }

    void paintShapes() {
        for (const Shape& shape : scene_.shapes())
            if (shape.kind != ShapeKind::text && finite(shape.points)) paintShape(shape);
    }

    void paintLabels() {
        for (const PlacedLabel& label : placeLabels(scene_, camera_, brush_)) paintLabel(label);
    }

private:
    Color strokeColor(const Style& style) const {
        return withAlpha(scene_.theme()[style.stroke], style.strokeAlpha);
    }
    Color fillColor(const Style& style) const {
        const Color color = style.magnitude < 0 ? scene_.theme()[style.fill]
                                                : paletteColor(style.palette, style.magnitude);
        return withAlpha(color, style.fillAlpha);
    }

    void paintShape(const Shape& shape) {
        std::vector<Vec> points;
        for (const Vec& point : shape.points)
            points.push_back(camera_.toScreen(point) + Vec(shape.offset.x, -shape.offset.y));
        switch (shape.kind) {
        case ShapeKind::line:
        case ShapeKind::polyline:
            if (shape.bodyWidth > 0)
                paintBody(shape, points);
            else
                outline(points, false, shape.style);
            break;
        case ShapeKind::polygon: paintArea(points, shape.style, Vec(1, -1)); break;
        case ShapeKind::circle:
            paintArea(ring(points[0], shape.radius), shape.style, Vec(1, -1));
            break;
        case ShapeKind::arrow: paintArrow(shape, points[0], points[1]); break;
        case ShapeKind::raster:
            brush_.cells(cellsOf(*shape.raster, points[0], points[1], camera_.size));
            break;
        case ShapeKind::text: break;
        }
    }

    void outline(const std::vector<Vec>& points, bool closed, const Style& style) {
        if (style.width <= 0) return;
        strokeDashed(brush_, points, closed, style.width, strokeColor(style), style.dash);
    }

    void paintArea(const std::vector<Vec>& points, const Style& style, Vec hatchAlong) {
        if (style.fillAlpha > 0) brush_.fill(points, fillColor(style));
        if (style.hatch) hatch(points, style, glm::normalize(hatchAlong));
        outline(points, true, style);
    }

    // A bar along the points, with one outline around it.
    void paintBody(const Shape& shape, const std::vector<Vec>& points) {
        const Style& style = shape.style;
        const double half =
            std::max(shape.bodyWidth * camera_.scale, thinnest_bar) / 2 + shape.casing;
        std::vector<Vec> left, right;
        for (size_t i = 0; i < points.size(); ++i) {
            const Vec side = half * turned(direction(points[i == 0 ? 0 : i - 1],
                                                     points[std::min(i + 1, points.size() - 1)]));
            left.push_back(points[i] + side);
            right.push_back(points[i] - side);
        }
        if (style.fillAlpha > 0 && points.size() > 2)
            brush_.stroke(points, false, 2 * half, fillColor(style));
        for (size_t i = 0; i + 1 < points.size(); ++i) {
            const std::vector<Vec> piece{left[i], left[i + 1], right[i + 1], right[i]};
            const Vec along = direction(points[i], points[i + 1]);
            if (style.fillAlpha > 0 && points.size() == 2) brush_.fill(piece, fillColor(style));
            if (style.hatch) hatch(piece, style, glm::normalize(along + turned(along)));
        }
        left.insert(left.end(), right.rbegin(), right.rend());
        outline(left, true, style);
    }

    void hatch(const std::vector<Vec>& points, const Style& style, Vec along) {
        const Vec across = turned(along);
        const auto [low, high] = span(points, across);
        const auto [stageLow, stageHigh] = span(stage_, across);
        const double start = glm::dot(points[0], across);  // so that hatching moves with the shape
        const double first = std::ceil((std::max(low, stageLow) - start) / hatch_spacing);
        for (double k = first; start + k * hatch_spacing <= std::min(high, stageHigh); ++k) {
            const Vec origin = across * (start + k * hatch_spacing);
            const std::vector<Vec> line = clipLine(origin, along, points, -1e9, 1e9);
            if (!line.empty()) brush_.stroke(line, false, 1.5, strokeColor(style));
        }
    }

    std::vector<Vec> ring(Vec center, double radius) const {
        const double points = radius * camera_.scale;
        const int corners = static_cast<int>(std::clamp(4 * std::sqrt(points), 12.0, 96.0));
        std::vector<Vec> ring;
        for (int i = 0; i < corners; ++i) {
            const double angle = 2 * math::pi * i / corners;
            ring.push_back(center + points * Vec(math::cos(angle), math::sin(angle)));
        }
        return ring;
    }

    void paintArrow(const Shape& shape, Vec tail, Vec head) {
        const Vec along = direction(tail, head);
        const double length = std::min(shape.size, glm::distance(tail, head) * 0.6);
        const Vec neck = head - along * length, side = turned(along) * (length * 0.42);
        outline({tail, neck}, false, shape.style);
        brush_.fill({head, neck + side, neck - side}, strokeColor(shape.style));
    }

    void paintLabel(const PlacedLabel& label) {
        const Shape& shape = *label.shape;
        const LabelBox& box = label.box;
        if (shape.plate)
            fillRounded(brush_, box.low + Vec(-2, 1), box.high + Vec(2, -1), 3,
                        withAlpha(scene_.theme()[shape.halo], 0.92));
        Lettering style;
        style.size = shape.size;
        style.bold = shape.bold;
        style.color = strokeColor(shape.style);
        style.halo = withAlpha(scene_.theme()[shape.halo], 0.9);
        style.align = shape.align;
        const double x = shape.align == Align::left     ? box.low.x
                         : shape.align == Align::center ? (box.low.x + box.high.x) / 2
                                                        : box.high.x;
        const double baseline = (box.low.y + box.high.y) / 2 + shape.size * 0.36;
        brush_.text({x, baseline}, shape.text, style);
    }

    const Scene& scene_;
    const Camera& camera_;
    Brush& brush_;
    std::vector<Vec> stage_;
};

}  // namespace

void Brush::cells(const Cells& cells) {
    for (const Patch& patch : patches(cells))
        fill({patch.low, {patch.high.x, patch.low.y}, patch.high, {patch.low.x, patch.high.y}},
             patch.color);
}

Color withAlpha(Color color, double alpha) {
    color.a = static_cast<uint8_t>(std::floor(std::clamp(alpha, 0.0, 1.0) * color.a + 0.5));
    return color;
}

void strokeDashed(Brush& brush, const std::vector<Vec>& points, bool closed, double width,
                  Color color, Dash dash) {
    if (points.size() < 2) return;
    const size_t segments = points.size() - (closed ? 0 : 1);
    double total = 0;
    for (size_t i = 0; i < segments; ++i)
        total += glm::distance(points[i], points[(i + 1) % points.size()]);
    // Zoomed in deeply a line has millions of dashes, nearly all of them off the stage.
    if (dash == Dash::solid || !(total < longest_dashed))
        return brush.stroke(points, closed, width, color);

    const double on = dash == Dash::dashed ? 4 + 2 * width : 1 + width;
    const double period = on + (dash == Dash::dashed ? 3 + width : 2 + width);
    double phase = 0;
    for (size_t i = 0; i < segments; ++i) {
        const Vec from = points[i], to = points[(i + 1) % points.size()];
        const Vec along = direction(from, to);
        const double length = glm::distance(from, to);
        for (double at = -phase; at < length; at += period) {
            const double start = std::max(at, 0.0), end = std::min(at + on, length);
            if (end > start)
                brush.stroke({from + along * start, from + along * end}, false, width, color);
        }
        phase = std::fmod(phase + length, period);
    }
}

void fillRounded(Brush& brush, Vec low, Vec high, double radius, Color color) {
    brush.fill(roundedRect(low, high, radius), color);
}

std::vector<Vec> roundedRect(Vec low, Vec high, double radius) {
    const Vec centers[] = {{high.x - radius, high.y - radius},
                           {low.x + radius, high.y - radius},
                           {low.x + radius, low.y + radius},
                           {high.x - radius, low.y + radius}};
    constexpr int arc_steps = 6;
    std::vector<Vec> points;
    for (int corner = 0; corner < 4; ++corner)
        for (int step = 0; step <= arc_steps; ++step) {
            const double angle = math::pi / 2 * (corner + double{1} * step / arc_steps);
            points.push_back(centers[corner] + radius * Vec(math::cos(angle), math::sin(angle)));
        }
    return points;
}

void paint(const Scene& scene, const Camera& camera, Brush& brush) {
    Painter painter(scene, camera, brush);
    painter.paintGrid();
    painter.paintShapes();
    painter.paintLabels();
    paintNotes(scene, camera, brush);
}

}  // namespace pt
