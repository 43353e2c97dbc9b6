#include "engine/units/likely.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace pt {
namespace {

constexpr double standardGravity = 9.80665;  // m/s2 (CGPM, 1901)

Unit weightOf(std::string_view mass) {
    Unit weight = unit(mass);
    weight.dimension = unit("N").dimension;
    weight.factor *= standardGravity;
    weight.inverse = 1 / weight.factor;
    return weight;
}

// How many times too large or too small; infinity across zero.
double mismatch(double si, double expected) {
    const double ratio = si / expected;
    if (!(ratio > 0) || !std::isfinite(ratio)) return INFINITY;
    return std::max(ratio, 1 / ratio);
}

}  // namespace

std::optional<Unit> likelyUnit(double typed, double expectedSi, std::span<const Unit> units,
                               double near) {
    std::optional<Unit> likely;
    double least = near;
    for (const Unit& each : units) {
        const double off = mismatch(each.toSi(typed), expectedSi);
        if (off > least || (likely && off == least)) continue;
        likely = each;
        least = off;
    }
    return likely;
}

std::span<const Unit> everydayUnits(const Dimension& dimension) {
    static const std::vector<Unit> kinds[] = {
        {unit("N"), weightOf("kg"), weightOf("g"), unit("kN")},
        {unit("cm"), unit("mm"), unit("m")},
        {unit("g"), unit("kg"), unit("mg")},
        {unit("s"), unit("min"), unit("h")},
        {unit("GPa"), unit("MPa"), unit("Pa")},
    };
    for (const std::vector<Unit>& kind : kinds)
        if (kind.front().dimension == dimension) return kind;
    return {};
}

}  // namespace pt
