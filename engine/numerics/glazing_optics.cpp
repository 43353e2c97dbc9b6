// What glazing does with the sun: Fresnel's reflection and extinction in each pane, and the light
// that goes to and fro between them (ISO 15099, chapter 7), for both polarisations apart.
#include <algorithm>
#include <cmath>
#include <cstddef>

#include "engine/core/math.h"
#include "engine/numerics/glazing.h"

namespace pt {
namespace {

constexpr double glassIndex = 1.526, highestIndex = 2.5;

// A bare sheet: refractive index and what its material lets through at normal incidence.
struct Slab {
    double index = glassIndex;
    double internal = 1;
};
struct Faces {
    double transmittance = 0, front = 0, back = 0;  // reflectances
};

// The sheet that has these at normal incidence; its index is beyond `highestIndex` when no bare
// glass has them.
Slab slabOf(double transmittance, double reflectance) {
    const double t = transmittance, r = reflectance;
    const double beta = t * t - r * r + 2 * r + 1;
    const double root = std::sqrt(std::max(0.0, beta * beta - 4 * (2 - r) * r));
    const double face = (beta - root) / (2 * (2 - r));
    const double sine = std::sqrt(std::clamp(face, 0.0, 0.99));
    Slab slab;
    slab.index = (1 + sine) / (1 - sine);
    // From T = (1 - face)² τ / (1 - face² τ²), the root that stays within 0 .. 1.
    const double once = (1 - face) * (1 - face);
    slab.internal = t > 0 ? 2 * t / (once + std::sqrt(once * once + 4 * t * t * face * face)) : 0;
    return slab;
}

// One polarisation at a direction: 0 across the plane of incidence, 1 in it.
Faces slabAt(const Slab& slab, double cosine, int polarisation) {
    const double n = slab.index;
    const double inside = std::sqrt(std::max(0.0, 1 - (1 - cosine * cosine) / (n * n)));
    const double a = polarisation == 0 ? cosine : n * cosine;
    const double b = polarisation == 0 ? n * inside : inside;
    const double root = (a - b) / (a + b), face = root * root;
    const double through = slab.internal > 0 ? math::pow(slab.internal, 1 / inside) : 0;
    const double rest = 1 - face * face * through * through;
    if (rest <= 0) return {0, 1, 1};
    const double transmittance = (1 - face) * (1 - face) * through / rest;
    const double reflectance = face * (1 + through * transmittance);
    return {transmittance, reflectance, reflectance};
}

Faces meanAt(const Slab& slab, double cosine) {
    const Faces across = slabAt(slab, cosine, 0), along = slabAt(slab, cosine, 1);
    const double reflectance = (across.front + along.front) / 2;
    return {(across.transmittance + along.transmittance) / 2, reflectance, reflectance};
}

// A coated sheet follows the angles as clear glass does: its transmittance falls in the same
// proportion, its reflectances rise to 1 in the same proportion.
Faces coatedAt(const Pane& pane, double cosine) {
    static const Slab clear = slabOf(0.834, 0.075);
    static const Faces straight = meanAt(clear, 1);
    const Faces now = meanAt(clear, cosine);
    const double rise = (now.front - straight.front) / (1 - straight.front);
    Faces faces;
    faces.front = pane.reflectanceFront + (1 - pane.reflectanceFront) * rise;
    faces.back = pane.reflectanceBack + (1 - pane.reflectanceBack) * rise;
    faces.transmittance = std::min(pane.transmittance * now.transmittance / straight.transmittance,
                                   1 - std::max(faces.front, faces.back));
    return faces;
}

struct Sheet {
    const Pane* pane = nullptr;
    Slab slab;
    bool coated = false;
};

Sheet sheetOf(const Pane& pane) {
    Sheet sheet{&pane, slabOf(pane.transmittance, pane.reflectanceFront), false};
    sheet.coated = pane.reflectanceFront != pane.reflectanceBack || sheet.slab.index > highestIndex;
    return sheet;
}

using Sheets = std::array<Sheet, 4>;

GlazingOptics stackOf(const std::array<Faces, 4>& panes, size_t count) {
    std::array<double, 5> behind{};  // reflectance of a pane with all that lie behind it
    for (size_t i = count; i-- > 0;) {
        const double t = panes[i].transmittance;
        behind[i] = panes[i].front + t * t * behind[i + 1] / (1 - panes[i].back * behind[i + 1]);
    }
    GlazingOptics optics;
    optics.reflectance = behind[0];
    double inward = 1;
    for (size_t i = 0; i < count; ++i) {
        const Faces& pane = panes[i];
        const double onward = pane.transmittance * inward / (1 - pane.back * behind[i + 1]);
        const double backward = onward * behind[i + 1];
        optics.absorbed[i] = inward * (1 - pane.front - pane.transmittance) +
                             backward * (1 - pane.back - pane.transmittance);
        inward = onward;
    }
    optics.transmittance = inward;
    return optics;
}

GlazingOptics stackAt(const Sheets& sheets, size_t count, double cosine) {
    GlazingOptics mean;
    for (int polarisation = 0; polarisation < 2; ++polarisation) {
        std::array<Faces, 4> faces;
        for (size_t i = 0; i < count; ++i)
            faces[i] = sheets[i].coated ? coatedAt(*sheets[i].pane, cosine)
                                        : slabAt(sheets[i].slab, cosine, polarisation);
        const GlazingOptics one = stackOf(faces, count);
        mean.transmittance += one.transmittance / 2;
        mean.reflectance += one.reflectance / 2;
        for (size_t i = 0; i < count; ++i) mean.absorbed[i] += one.absorbed[i] / 2;
    }
    return mean;
}

Sheets sheetsOf(const Glazing& glazing) {
    Sheets sheets;
    for (size_t i = 0; i < glazing.panes.size(); ++i) sheets[i] = sheetOf(glazing.panes[i]);
    return sheets;
}

}  // namespace

GlazingOptics opticsAt(const Glazing& glazing, double incidence) {
    // At a right angle to the normal nothing enters; a hair before it, the limit is the same.
    const double cosine = std::clamp(math::cos(incidence), 1e-6, 1.0);
    return stackAt(sheetsOf(glazing), glazing.panes.size(), cosine);
}

// A uniform sky weighs each direction by sin 2θ; midpoints of even steps of the angle.
GlazingOptics opticsDiffuse(const Glazing& glazing) {
    constexpr int parts = 200;
    const Sheets sheets = sheetsOf(glazing);
    const size_t count = glazing.panes.size();
    GlazingOptics mean;
    for (int i = 0; i < parts; ++i) {
        const double angle = (i + 0.5) / parts * math::pi / 2;
        const double weight = math::sin(2 * angle) * math::pi / 2 / parts;
        const GlazingOptics at = stackAt(sheets, count, math::cos(angle));
        mean.transmittance += weight * at.transmittance;
        mean.reflectance += weight * at.reflectance;
        for (size_t p = 0; p < count; ++p) mean.absorbed[p] += weight * at.absorbed[p];
    }
    return mean;
}

}  // namespace pt
