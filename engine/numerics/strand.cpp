// Cross-sections of strands and of bundles of strands.
#include "engine/numerics/strand.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/core/assert.h"
#include "engine/core/math.h"

namespace pt {
namespace {

// A place in the hexagonal grid: a steps along x and b steps at 60°, each of one diameter.
struct Place {
    int a, b;
};

// n Σ|p|² - |Σp|² in squared steps: n times the polar moment, in whole numbers, so that equal
// arrangements are equal.
int64_t spread(const std::vector<Place>& places) {
    int64_t squares = 0, a = 0, b = 0;
    for (const Place& p : places) {
        squares += p.a * p.a + p.a * p.b + p.b * p.b;
        a += p.a;
        b += p.b;
    }
    return static_cast<int64_t>(places.size()) * squares - (a * a + a * b + b * b);
}

// The place of the next strand.
Place nextPlace(std::vector<Place> places) {
    const int reach = 1 + static_cast<int>(std::sqrt(static_cast<double>(places.size())));
    const auto taken = [&](int a, int b) {
        return std::any_of(places.begin(), places.end(),
                           [&](const Place& p) { return p.a == a && p.b == b; });
    };
    Place best{};
    int64_t least = INT64_MAX;
    for (int a = -reach; a <= reach; ++a)
        for (int b = -reach; b <= reach; ++b) {
            if (taken(a, b)) continue;
            places.push_back({a, b});
            const int64_t now = spread(places);
            places.pop_back();
            if (now >= least) continue;
            least = now;
            best = {a, b};
        }
    return best;
}

// A bundle is the beginning of every larger one.
std::span<const Place> pack(int strands) {
    static const std::vector<Place> places = [] {
        std::vector<Place> all{{0, 0}};
        while (all.size() < static_cast<size_t>(maxStrands)) all.push_back(nextPlace(all));
        return all;
    }();
    return std::span(places).first(static_cast<size_t>(strands));
}

struct Point {
    double x, y;
};

std::vector<Point> centred(std::span<const Place> places, double diameter) {
    std::vector<Point> points;
    Point mean{0, 0};
    for (const Place& p : places) {
        points.push_back({diameter * (p.a + 0.5 * p.b), diameter * std::sqrt(0.75) * p.b});
        mean.x += points.back().x / static_cast<double>(places.size());
        mean.y += points.back().y / static_cast<double>(places.size());
    }
    for (Point& p : points) p = {p.x - mean.x, p.y - mean.y};
    return points;
}

double power4(double x) { return x * x * x * x; }

Section loose(const Section& one, int strands) {
    return {strands * one.area, strands * one.inertia, strands * one.modulus, one.width};
}

// Round strands or tubes, which lie in the hexagonal grid.
Section packed(const StrandOutline& outline, int strands, bool bonded) {
    const Section one = section(outline);
    const double r = outline.width / 2;
    const std::vector<Point> points = centred(pack(strands), outline.width);
    double xx = 0, yy = 0, xy = 0, farthest = 0;
    for (const Point& p : points) {
        xx += p.x * p.x;
        yy += p.y * p.y;
        xy += p.x * p.y;
        farthest = std::max(farthest, p.x * p.x + p.y * p.y);
    }
    Section all = loose(one, strands);
    all.width = 2 * (std::sqrt(farthest) + r);
    if (!bonded) return all;
    // Principal axes of Σ d²: the smaller root is the weak direction, along (cos, sin).
    const double half = (xx - yy) / 2, radius = std::sqrt(half * half + xy * xy);
    all.inertia += one.area * ((xx + yy) / 2 - radius);
    double cos = 1, sin = 0;  // any axis is as weak in a symmetric bundle
    if (radius > 1e-9 * (xx + yy)) {
        const double angle = math::atan2(-xy, -half) / 2;
        cos = math::cos(angle);
        sin = math::sin(angle);
    }
    double edge = 0;
    for (const Point& p : points) edge = std::max(edge, std::fabs(p.x * cos + p.y * sin));
    all.modulus = all.inertia / (edge + r);
    return all;
}

Section rectangle(double a, double b) {
    const double broad = std::max(a, b), narrow = std::min(a, b);
    const double inertia = broad * narrow * narrow * narrow / 12;
    return {broad * narrow, inertia, inertia / (narrow / 2),
            std::sqrt(broad * broad + narrow * narrow)};
}

Section stacked(const StrandOutline& outline, int strands, bool bonded) {
    const Section whole = rectangle(outline.width, strands * outline.thickness);
    if (bonded) return whole;
    Section all = loose(section(outline), strands);
    all.width = whole.width;
    return all;
}

}  // namespace

bool isOutline(const StrandOutline& outline) {
    const double width = outline.width, thickness = outline.thickness;
    if (!(width > 0) || !(width < 1)) return false;
    switch (outline.shape) {
    case StrandShape::round: return true;
    case StrandShape::tube: return thickness > 0 && thickness < width / 2;
    case StrandShape::rectangle: return thickness > 0 && thickness <= width;
    }
    return false;
}

Section section(const StrandOutline& one) {
    PT_ASSERT(isOutline(one));
    if (one.shape == StrandShape::rectangle) return rectangle(one.width, one.thickness);
    const double r = one.width / 2;
    const double hole = one.shape == StrandShape::tube ? r - one.thickness : 0;
    const double inertia = math::pi * (power4(r) - power4(hole)) / 4;
    return {math::pi * (r * r - hole * hole), inertia, inertia / r, one.width};
}

Section bundle(const StrandOutline& one, int strands, bool bonded) {
    PT_ASSERT(strands >= 1 && strands <= maxStrands && isOutline(one));
    return one.shape == StrandShape::rectangle ? stacked(one, strands, bonded)
                                               : packed(one, strands, bonded);
}

Section bundle(int strands, double diameter, bool bonded) {
    return bundle({StrandShape::round, diameter, 0}, strands, bonded);
}

}  // namespace pt
