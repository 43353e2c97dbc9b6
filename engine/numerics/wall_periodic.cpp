#include "engine/numerics/wall_periodic.h"

#include <cmath>
#include <complex>
#include <string>

#include "engine/core/math.h"

namespace pt {
namespace {

using Complex = std::complex<double>;

// Temperature and flow on one side from those on the other: this matrix times e^growth, since
// thick layers make the numbers themselves too large.
struct Transfer {
    Complex a = 1, b = 0, c = 0, d = 1;
    double growth = 0;

    // This one after `first`.
    Transfer after(const Transfer& first) const {
        return {a * first.a + b * first.c, a * first.b + b * first.d, c * first.a + d * first.c,
                c * first.b + d * first.d, growth + first.growth};
    }
};

Transfer resistance(double value) { return {1, -value, 0, 1, 0}; }

Transfer massive(const BuildingLayer& layer, double period) {
    // Penetration depth, and the thickness in it.
    const double depth =
        std::sqrt(layer.conductivity * period / (math::pi * layer.density * layer.heatCapacity));
    const double xi = layer.thickness / depth;
    const double fading = math::exp(-2 * xi);
    const double sinh = (1 - fading) / 2, cosh = (1 + fading) / 2;
    const double sin = math::sin(xi), cos = math::cos(xi);
    const double sum = sinh * cos + cosh * sin, difference = cosh * sin - sinh * cos;
    const Complex same{cosh * cos, sinh * sin};
    return {same, -depth / (2 * layer.conductivity) * Complex{sum, difference},
            -layer.conductivity / depth * Complex{-difference, sum}, same, xi};
}

bool usable(const BuildingLayer& layer) {
    const auto good = [](double value) { return value >= 0 && value <= 1e12; };
    if (layer.resistance != 0) return good(layer.resistance);
    return good(layer.thickness) && layer.conductivity >= 1e-9 && good(layer.conductivity) &&
           good(layer.density) && good(layer.heatCapacity);
}

double resistanceOf(const BuildingLayer& layer) {
    return layer.resistance > 0 ? layer.resistance : layer.thickness / layer.conductivity;
}

Transfer transferOf(const BuildingLayer& layer, double period) {
    const bool mass = layer.resistance == 0 && layer.density * layer.heatCapacity > 0;
    return mass ? massive(layer, period) : resistance(resistanceOf(layer));
}

Admittance admittance(Complex y, double period) {
    const double radians = math::atan2(y.imag(), y.real());
    return {math::hypot(y.real(), y.imag()), radians / (2 * math::pi) * period};
}

double size(Complex value) { return math::hypot(value.real(), value.imag()); }

}  // namespace

Result<PeriodicWall> periodicWall(std::span<const BuildingLayer> layers, double insideResistance,
                                  double outsideResistance, double period) {
    if (!(period > 0) || !std::isfinite(period)) return Error{"wall_periodic.period", "", {}};
    double total = insideResistance + outsideResistance;
    Transfer all = resistance(insideResistance);
    for (size_t i = layers.size(); i-- > 0;) {
        if (!usable(layers[i]))
            return Error{"wall_periodic.layer", "layers[" + std::to_string(i) + "]", {}};
        total += resistanceOf(layers[i]);
        all = transferOf(layers[i], period).after(all);
    }
    all = resistance(outsideResistance).after(all);
    if (!(insideResistance >= 0) || !(outsideResistance >= 0) || !(total > 0) ||
        !std::isfinite(total))
        return Error{"wall_periodic.no_resistance", "", {}};

    PeriodicWall wall;
    wall.uValue = 1 / total;
    const Complex through = math::exp(-all.growth) / all.b;
    wall.inside = admittance(-all.a / all.b, period);
    wall.outside = admittance(-all.d / all.b, period);
    wall.through = admittance(-through, period);
    if (wall.through.shift > 0) wall.through.shift -= period;
    wall.decrement = wall.through.size * total;
    const double seconds = period / (2 * math::pi);
    wall.insideCapacity = seconds * size(all.a / all.b - through);
    wall.outsideCapacity = seconds * size(all.d / all.b - through);
    return wall;
}

}  // namespace pt
