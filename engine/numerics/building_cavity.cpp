#include "engine/numerics/building_cavity.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace pt {
namespace {

// Faces that look the same way, taken together.
struct Sides {
    std::vector<size_t> of;     // by face
    std::vector<double> areas;  // by side
    double area = 0;
};

bool sameWay(const CavityFace& a, const CavityFace& b) {
    double cosine = 0;
    for (size_t i = 0; i < 3; ++i) cosine += a.normal[i] * b.normal[i];
    return cosine > 0.999;
}

Sides sidesOf(const std::vector<CavityFace>& faces) {
    Sides sides;
    std::vector<size_t> first;
    for (size_t i = 0; i < faces.size(); ++i) {
        size_t side = 0;
        while (side < first.size() && !sameWay(faces[first[side]], faces[i])) ++side;
        if (side == first.size()) {
            first.push_back(i);
            sides.areas.push_back(0);
        }
        sides.of.push_back(side);
        sides.areas[side] += faces[i].area;
        sides.area += faces[i].area;
    }
    return sides;
}

// Carroll's F of each side: F = 1 / (1 − A F / Σ A F), above 1 since a flat side does not see
// itself. A side that is half of all or more (no closed room has one) counts as just below half.
std::vector<double> viewFactors(const Sides& sides) {
    std::vector<double> factors(sides.areas.size(), 1.0);
    for (int round = 0; round < 60; ++round) {
        double sum = 0;
        for (size_t i = 0; i < factors.size(); ++i) sum += sides.areas[i] * factors[i];
        for (size_t i = 0; i < factors.size(); ++i) {
            const double share = std::min(0.49, sides.areas[i] * factors[i] / sum);
            factors[i] = 1 / (1 - share);
        }
    }
    return factors;
}

}  // namespace

std::vector<double> radiantFactors(const std::vector<CavityFace>& faces) {
    const Sides sides = sidesOf(faces);
    const std::vector<double> views = viewFactors(sides);
    std::vector<double> factors;
    for (size_t i = 0; i < faces.size(); ++i) {
        const double emissivity = faces[i].emissivity;
        factors.push_back(
            emissivity > 0 ? 1 / ((1 - emissivity) / emissivity + 1 / views[sides.of[i]]) : 0);
    }
    return factors;
}

std::vector<double> sharesFrom(const std::vector<CavityFace>& faces,
                               const std::vector<double>& from) {
    constexpr int mostRounds = 2000;
    const Sides sides = sidesOf(faces);
    std::vector<double> shares(faces.size(), 0.0), thrown(sides.areas.size(), 0.0);
    double left = 0;
    for (size_t i = 0; i < faces.size(); ++i) {
        thrown[sides.of[i]] += from[i];
        left += from[i];
    }
    if (!(left > 0)) return shares;
    for (double& value : thrown) value /= left;
    left = 1;
    for (int round = 0; round < mostRounds && left > 1e-12; ++round) {
        // Per m² of each side, what the other sides throw on it.
        double all = 0;
        std::vector<double> perArea(sides.areas.size());
        for (size_t s = 0; s < thrown.size(); ++s) {
            const double others = sides.area - sides.areas[s];
            perArea[s] = thrown[s] / (others > 0 ? others : sides.area);
            all += perArea[s];
        }
        std::vector<double> next(thrown.size(), 0.0);
        for (size_t i = 0; i < faces.size(); ++i) {
            const size_t side = sides.of[i];
            const bool alone = thrown.size() == 1;
            const double landing = faces[i].area * (alone ? all : all - perArea[side]);
            shares[i] += landing * faces[i].solarAbsorptance;
            next[side] += landing * (1 - faces[i].solarAbsorptance);
        }
        thrown = next;
        left = 0;
        for (double value : thrown) left += value;
    }
    // What still goes round (all faces white) is spread by area.
    for (size_t i = 0; i < faces.size(); ++i) shares[i] += left * faces[i].area / sides.area;
    return shares;
}

std::vector<double> sharesOfBeam(const std::vector<CavityFace>& faces) {
    std::vector<double> onFloor(faces.size(), 0.0);
    double area = 0;
    const bool any = std::any_of(faces.begin(), faces.end(),
                                 [](const CavityFace& face) { return face.floor(); });
    for (size_t i = 0; i < faces.size(); ++i) {
        if (any && !faces[i].floor()) continue;
        onFloor[i] = faces[i].area;
        area += faces[i].area;
    }
    std::vector<double> shares(faces.size(), 0.0), thrown(faces.size(), 0.0);
    double reflected = 0;
    for (size_t i = 0; i < faces.size(); ++i) {
        const double landing = onFloor[i] / area;
        shares[i] = landing * faces[i].solarAbsorptance;
        thrown[i] = landing - shares[i];
        reflected += thrown[i];
    }
    const std::vector<double> rest = sharesFrom(faces, thrown);
    for (size_t i = 0; i < faces.size(); ++i) shares[i] += reflected * rest[i];
    return shares;
}

}  // namespace pt
