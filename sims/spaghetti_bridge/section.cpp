#include "sims/spaghetti_bridge/section.h"

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

}  // namespace

Section bundle(int strands, double diameter, bool bonded) {
    PT_ASSERT(strands >= 1 && strands <= maxStrands && diameter > 0);
    const double r = diameter / 2, one = math::pi * r * r;
    const std::vector<Point> points = centred(pack(strands), diameter);
    double xx = 0, yy = 0, xy = 0, farthest = 0;
    for (const Point& p : points) {
        xx += p.x * p.x;
        yy += p.y * p.y;
        xy += p.x * p.y;
        farthest = std::max(farthest, p.x * p.x + p.y * p.y);
    }
    Section section;
    section.area = strands * one;
    section.width = 2 * (std::sqrt(farthest) + r);
    const double own = strands * one * r * r / 4;
    if (!bonded) {
        section.inertia = own;
        section.modulus = own / r;
        return section;
    }
    // Principal axes of Σ d²: the smaller root is the weak direction, along (cos, sin).
    const double half = (xx - yy) / 2, radius = std::sqrt(half * half + xy * xy);
    section.inertia = own + one * ((xx + yy) / 2 - radius);
    double cos = 1, sin = 0;  // any axis is as weak in a symmetric bundle
    if (radius > 1e-9 * (xx + yy)) {
        const double angle = math::atan2(-xy, -half) / 2;
        cos = math::cos(angle);
        sin = math::sin(angle);
    }
    double edge = 0;
    for (const Point& p : points) edge = std::max(edge, std::fabs(p.x * cos + p.y * sin));
    section.modulus = section.inertia / (edge + r);
    return section;
}

}  // namespace pt
