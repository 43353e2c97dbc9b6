#include "engine/numerics/frame_corotated.h"

#include <algorithm>
#include <cmath>

#include "engine/core/math.h"

namespace pt::frame {
namespace {

// The same direction between minus and plus half a turn.
double withinHalfTurn(double angle) {
    return angle - 2 * math::pi * std::floor((angle + math::pi) / (2 * math::pi));
}

// Moments at the two ends for turns from the chord; the springs are within.
struct Bending {
    double near = 0, cross = 0, far = 0;

    explicit Bending(const Element& element) {
        const double r = element.fixFrom, s = element.fixTo;
        const double k = 12 * element.bending / element.length / (4 - r * s);
        near = k * r;
        cross = k * r * s / 2;
        far = k * s;
    }
};

}  // namespace

Corotated corotated(const Element& element, const Ends& ends) {
    const double L = element.length;
    const double dx = ends[3] - ends[0], dy = ends[4] - ends[1];
    const double along = element.cos * dx + element.sin * dy;  // in the axes before loading
    const double across = element.cos * dy - element.sin * dx;
    const double x = L + along;
    Corotated state;
    state.length = std::sqrt(x * x + across * across);
    state.cos = (x * element.cos - across * element.sin) / state.length;
    state.sin = (x * element.sin + across * element.cos) / state.length;
    // l - L without the difference of two nearly equal lengths.
    const double stretch = (along * (L + x) + across * across) / (state.length + L);
    state.axial = element.axial * stretch;
    state.energy = state.axial * stretch / 2;
    if (element.bending == 0) return state;

    const double turn = math::atan2(across, x);
    const double from = withinHalfTurn(ends[2] - turn), to = withinHalfTurn(ends[5] - turn);
    if (element.fixFrom > 0) state.bent = std::fabs(from);
    if (element.fixTo > 0) state.bent = std::max(state.bent, std::fabs(to));
    const Bending k(element);
    state.momentFrom = k.near * from + k.cross * to;
    state.momentTo = k.cross * from + k.far * to;
    state.energy += (state.momentFrom * from + state.momentTo * to) / 2;
    return state;
}

Ends endForces(const Corotated& state) {
    const double shear = (state.momentFrom + state.momentTo) / state.length;
    const double c = state.cos, s = state.sin, N = state.axial;
    const double fx = N * c + shear * s, fy = N * s - shear * c;
    return {-fx, -fy, state.momentFrom, fx, fy, state.momentTo};
}

Block tangent(const Element& element, const Corotated& state) {
    const double c = state.cos, s = state.sin, l = state.length;
    const Bending k(element);
    const Ends along{-c, -s, 0, c, s, 0};                   // derivative of the length
    const Ends across{s / l, -c / l, 0, -s / l, c / l, 0};  // of the chord's turn
    // Forces change with the turns a = θ_from - chord and b = θ_to - chord ...
    const double a = k.near + k.cross, b = k.cross + k.far;
    // ... and with the chord itself: it carries N sideways and the shear along.
    const double turned = a + b + state.axial * l;
    const double shear = (state.momentFrom + state.momentTo) / l;
    Block block;
    for (size_t i = 0; i < 6; ++i)
        for (size_t j = 0; j < 6; ++j)
            block[i][j] = element.axial * along[i] * along[j] + turned * across[i] * across[j] +
                          shear * (along[i] * across[j] + across[i] * along[j]);
    for (size_t i = 0; i < 6; ++i) {
        block[2][i] -= a * across[i];
        block[i][2] -= a * across[i];
        block[5][i] -= b * across[i];
        block[i][5] -= b * across[i];
    }
    block[2][2] += k.near;
    block[5][5] += k.far;
    block[2][5] += k.cross;
    block[5][2] += k.cross;
    return block;
}

}  // namespace pt::frame
