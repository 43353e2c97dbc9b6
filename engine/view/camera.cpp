#include "engine/view/camera.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <glm/geometric.hpp>

#include "engine/view/cells.h"

namespace pt {
namespace {

constexpr double min_scale = 1, max_scale = 1e7;
constexpr double far = std::numeric_limits<double>::infinity();

double distanceToSegment(Vec point, Vec from, Vec to) {
    const Vec along = to - from;
    const double length2 = glm::dot(along, along);
    const double t =
        length2 > 0 ? std::clamp(glm::dot(point - from, along) / length2, 0.0, 1.0) : 0;
    return glm::distance(point, from + t * along);
}

// Distance to a chain of segments; `closed` joins the last point to the first.
double distanceToChain(Vec point, const std::vector<Vec>& chain, bool closed) {
    double best = far;
    const size_t n = chain.size();
    for (size_t i = 0; i + (closed ? 0 : 1) < n; ++i)
        best = std::min(best, distanceToSegment(point, chain[i], chain[(i + 1) % n]));
    return best;
}

bool insideConvex(Vec point, const std::vector<Vec>& corners) {
    bool left = false, right = false;
    for (size_t i = 0; i < corners.size(); ++i) {
        const Vec a = corners[i], b = corners[(i + 1) % corners.size()];
        const double side = (b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x);
        left = left || side > 0;
        right = right || side < 0;
    }
    return corners.size() >= 3 && !(left && right);
}

// Points between the screen point and what the shape covers; infinite for shapes without area.
double distanceTo(const Shape& shape, const Camera& camera, Vec screen) {
    std::vector<Vec> points;
    for (const Vec& point : shape.points) {
        points.push_back(camera.toScreen(point));
        if (!std::isfinite(points.back().x + points.back().y)) return far;
    }
    switch (shape.kind) {
    case ShapeKind::line:
    case ShapeKind::polyline:
    case ShapeKind::arrow: {
        const double half = std::max(shape.bodyWidth * camera.scale, shape.style.width) / 2;
        return std::max(0.0, distanceToChain(screen, points, false) - half);
    }
    case ShapeKind::polygon:
        return insideConvex(screen, points) ? 0 : distanceToChain(screen, points, true);
    case ShapeKind::circle:
        return std::max(0.0, glm::distance(screen, points[0]) - shape.radius * camera.scale);
    case ShapeKind::raster: {
        const Vec share = (screen - points[0]) / (points[1] - points[0]);
        return std::isnan(valueAt(*shape.raster, share)) ? far : 0;
    }
    case ShapeKind::text: break;
    }
    return far;
}

}  // namespace

Vec Camera::toScreen(Vec world) const {
    return {size.x / 2 + (world.x - center.x) * scale, size.y / 2 - (world.y - center.y) * scale};
}

Vec Camera::toWorld(Vec screen) const {
    return {center.x + (screen.x - size.x / 2) / scale, center.y - (screen.y - size.y / 2) / scale};
}

void Camera::fit(Vec low, Vec high, double margin) {
    const Vec room = glm::max(size - Vec(2 * margin) - Vec(0, top + bottom), Vec(1));
    const Vec extent = glm::max(high - low, Vec(1e-9));
    center = (low + high) / 2.0;
    scale = std::clamp(std::min(room.x / extent.x, room.y / extent.y), min_scale, max_scale);
    center.y += (top - bottom) / 2 / scale;
}

void Camera::pan(Vec screenDelta) { center += Vec(-screenDelta.x, screenDelta.y) / scale; }

void Camera::zoom(double factor, Vec aroundScreen) {
    const Vec kept = toWorld(aroundScreen);
    scale = std::clamp(scale * factor, min_scale, max_scale);
    center += kept - toWorld(aroundScreen);
}

int pick(const Scene& scene, const Camera& camera, Vec screen, double reach) {
    int best = -1;
    double nearest = reach;
    for (const Shape& shape : scene.shapes()) {
        if (shape.item < 0) continue;
        const double distance = distanceTo(shape, camera, screen);
        if (distance > nearest) continue;
        nearest = distance;
        best = shape.item;
    }
    return best;
}

}  // namespace pt
