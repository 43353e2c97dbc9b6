#include "engine/numerics/shading.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <vector>

#include "engine/core/math.h"

namespace pt {
namespace {

struct Point {
    double x = 0, z = 0;
};
// The shadow of a board: its edge at the wall, and that edge moved along the light.
using Shadow = std::array<Point, 4>;

Shadow shadowOf(Point from, Point to, double depth, const PlaneDirection& sun) {
    const double reach = depth / std::max(sun.out, 1e-6);  // grazing light: very far, not endless
    const double dx = -reach * sun.right, dz = -reach * sun.up;
    return {from, to, Point{to.x + dx, to.z + dz}, Point{from.x + dx, from.z + dz}};
}

struct Span {
    double low = 0, high = 0;
};

// Where a convex quadrilateral lies at one x; false: nowhere.
bool spanAt(const Shadow& shadow, double x, Span& span) {
    bool found = false;
    for (size_t i = 0; i < 4; ++i) {
        const Point &a = shadow[i], &b = shadow[(i + 1) % 4];
        if ((a.x < x) == (b.x < x)) continue;
        const double z = a.z + (x - a.x) / (b.x - a.x) * (b.z - a.z);
        span.low = found ? std::min(span.low, z) : z;
        span.high = found ? std::max(span.high, z) : z;
        found = true;
    }
    return found;
}

bool reaches(const Shadow& shadow, const PlaneRectangle& area) {
    Point low = shadow[0], high = shadow[0];
    for (const Point& p : shadow) {
        low = {std::min(low.x, p.x), std::min(low.z, p.z)};
        high = {std::max(high.x, p.x), std::max(high.z, p.z)};
    }
    return low.x < area.x1 && high.x > area.x0 && low.z < area.z1 && high.z > area.z0;
}

void cross(Point a, Point b, Point c, Point d, std::vector<double>& at) {
    const double det = (b.x - a.x) * (d.z - c.z) - (b.z - a.z) * (d.x - c.x);
    if (det == 0) return;
    const double s = ((c.x - a.x) * (d.z - c.z) - (c.z - a.z) * (d.x - c.x)) / det;
    const double x = a.x + s * (b.x - a.x);
    if (s >= 0 && s <= 1) at.push_back(x);
}

// Every x where an edge begins or two cross: between neighbours the covered length is linear in x.
std::vector<double> breaksOf(const std::vector<Shadow>& shadows, const PlaneRectangle& area) {
    std::vector<double> at{area.x0, area.x1};
    const Point sill0{area.x0, area.z0}, sill1{area.x1, area.z0};
    const Point head0{area.x0, area.z1}, head1{area.x1, area.z1};
    for (size_t i = 0; i < shadows.size(); ++i) {
        for (size_t e = 0; e < 4; ++e) {
            const Point &a = shadows[i][e], &b = shadows[i][(e + 1) % 4];
            at.push_back(a.x);
            cross(a, b, sill0, sill1, at);
            cross(a, b, head0, head1, at);
            for (size_t j = i + 1; j < shadows.size(); ++j)
                for (size_t f = 0; f < 4; ++f)
                    cross(a, b, shadows[j][f], shadows[j][(f + 1) % 4], at);
        }
    }
    at.erase(std::remove_if(at.begin(), at.end(),
                            [&](double x) { return !(x >= area.x0 && x <= area.x1); }),
             at.end());
    std::sort(at.begin(), at.end());
    return at;
}

double coveredAt(const std::vector<Shadow>& shadows, const PlaneRectangle& area, double x,
                 std::vector<Span>& spans) {
    spans.clear();
    for (const Shadow& shadow : shadows) {
        Span span;
        if (!spanAt(shadow, x, span)) continue;
        span = {std::max(span.low, area.z0), std::min(span.high, area.z1)};
        if (span.low < span.high) spans.push_back(span);
    }
    std::sort(spans.begin(), spans.end(), [](Span a, Span b) { return a.low < b.low; });
    double covered = 0, reached = area.z0;
    for (const Span& span : spans) {
        covered += std::max(0.0, span.high - std::max(span.low, reached));
        reached = std::max(reached, span.high);
    }
    return covered;
}

double coveredArea(const std::vector<Shadow>& shadows, const PlaneRectangle& area) {
    const std::vector<double> at = breaksOf(shadows, area);
    std::vector<Span> spans;
    double covered = 0;
    for (size_t i = 1; i < at.size(); ++i)
        if (at[i] > at[i - 1])
            covered +=
                (at[i] - at[i - 1]) * coveredAt(shadows, area, (at[i] + at[i - 1]) / 2, spans);
    return covered;
}

}  // namespace

PlaneDirection seenFrom(double azimuth, double tilt, const Direction& direction) {
    const double sinAz = math::sin(azimuth), cosAz = math::cos(azimuth);
    const double sinTilt = math::sin(tilt), cosTilt = math::cos(tilt);
    const double level = direction.east * sinAz + direction.north * cosAz;
    // Seen from outside, right of a wall that faces south is east.
    return {-direction.east * cosAz + direction.north * sinAz,
            direction.up * sinTilt - level * cosTilt, direction.up * cosTilt + level * sinTilt};
}

double sunlitShare(const PlaneRectangle& rectangle, std::span<const Overhang> overhangs,
                   std::span<const Fin> fins, const PlaneDirection& towardsSun) {
    if (towardsSun.out <= 0) return 0;
    const double area = (rectangle.x1 - rectangle.x0) * (rectangle.z1 - rectangle.z0);
    if (area <= 0 || (overhangs.empty() && fins.empty())) return 1;
    std::vector<Shadow> shadows;
    const auto add = [&](Point from, Point to, double depth) {
        const Shadow shadow = shadowOf(from, to, depth, towardsSun);
        if (reaches(shadow, rectangle)) shadows.push_back(shadow);
    };
    for (const Overhang& o : overhangs) add({o.x0, o.z}, {o.x1, o.z}, o.depth);
    for (const Fin& f : fins) add({f.x, f.z0}, {f.x, f.z1}, f.depth);
    if (shadows.empty()) return 1;
    return std::clamp(1 - coveredArea(shadows, rectangle) / area, 0.0, 1.0);
}

SkyLeft skyLeft(const PlaneRectangle& rectangle, std::span<const Overhang> overhangs,
                std::span<const Fin> fins, double tilt) {
    if (overhangs.empty() && fins.empty()) return {};
    constexpr int rings = 24, sectors = 96;
    double sky = 0, skyAll = 0, ground = 0, groundAll = 0;
    for (int ring = 0; ring < rings; ++ring) {
        // Even steps of sin² weigh each ring by its cosine to the plane.
        const double sine = std::sqrt((ring + 0.5) / rings), out = std::sqrt(1 - sine * sine);
        for (int sector = 0; sector < sectors; ++sector) {
            const double angle = (sector + 0.5) / sectors * 2 * math::pi;
            const PlaneDirection to{sine * math::cos(angle), sine * math::sin(angle), out};
            const double lit = sunlitShare(rectangle, overhangs, fins, to);
            const bool above = to.up * math::sin(tilt) + to.out * math::cos(tilt) > 0;
            (above ? sky : ground) += lit;
            (above ? skyAll : groundAll) += 1;
        }
    }
    return {skyAll > 0 ? sky / skyAll : 1, groundAll > 0 ? ground / groundAll : 1};
}

}  // namespace pt
