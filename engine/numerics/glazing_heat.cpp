// Heat through glazing: the gap as it is (ISO 15099:2003) and the standard values that are printed
// on a pane (EN 673:2011, EN 410:2011).
#include <algorithm>
#include <cmath>
#include <cstddef>

#include "engine/core/math.h"
#include "engine/numerics/glazing.h"

namespace pt {
namespace {

constexpr double stefanBoltzmann = 5.670374419e-8, gravity = 9.81, gasConstant = 8314.46;
constexpr double atmosphere = 101325, degree = math::pi / 180;

// λ in W/(m K), μ in Pa s, c in J/(kg K), ρ in kg/m³.
struct GasState {
    double conductivity = 0, viscosity = 0, heatCapacity = 0, density = 0;
};

GasState blended(const GasState& gas, const GasState& air, double fill) {
    const auto mix = [fill](double a, double b) { return fill * a + (1 - fill) * b; };
    return {mix(gas.conductivity, air.conductivity), mix(gas.viscosity, air.viscosity),
            mix(gas.heatCapacity, air.heatCapacity), mix(gas.density, air.density)};
}

// ISO 15099, annex B: straight lines in K.
GasState pureGas(GapGas gas, double t) {
    const auto state = [t](double k0, double k1, double m0, double m1, double c0, double c1,
                           double molar) {
        return GasState{k0 + k1 * t, m0 + m1 * t, c0 + c1 * t,
                        atmosphere * molar / (gasConstant * t)};
    };
    switch (gas) {
    case GapGas::argon: return state(2.285e-3, 5.149e-5, 3.379e-6, 6.451e-8, 521.9285, 0, 39.948);
    case GapGas::krypton: return state(9.443e-4, 2.826e-5, 2.213e-6, 7.777e-8, 248.0907, 0, 83.80);
    case GapGas::air: break;
    }
    return state(2.873e-3, 7.760e-5, 3.723e-6, 4.940e-8, 1002.737, 1.2324e-2, 28.97);
}

// EN 673, table 1, at 10 °C.
GasState standardGas(GapGas gas) {
    switch (gas) {
    case GapGas::argon: return {1.684e-2, 2.164e-5, 519, 1.699};
    case GapGas::krypton: return {0.900e-2, 2.400e-5, 245, 3.560};
    case GapGas::air: break;
    }
    return {2.496e-2, 1.761e-5, 1008, 1.232};
}

double rayleigh(const GasState& gas, double width, double warmer, double mean) {
    return gas.density * gas.density * width * width * width * gravity * gas.heatCapacity * warmer /
           (mean * gas.viscosity * gas.conductivity);
}

double nusseltUpright(double ra, double slenderness) {
    double layer = 0.0673838 * math::cbrt(ra);
    if (ra <= 1e4)
        layer = 1 + 1.7596678e-10 * math::pow(ra, 2.2984755);
    else if (ra <= 5e4)
        layer = 0.028154 * math::pow(ra, 0.4134);
    return std::max(layer, 0.242 * math::pow(ra / slenderness, 0.272));
}

double nusseltSixty(double ra, double slenderness) {
    const double g = 0.5 / math::pow(1 + math::pow(ra / 3160, 20.6), 0.1);
    const double rolls = 0.0936 * math::pow(ra, 0.314) / (1 + g);
    return std::max(math::pow(1 + math::pow(rolls, 7), 1.0 / 7),
                    (0.104 + 0.175 / slenderness) * math::pow(ra, 0.283));
}

// Hollands and others: heated from below, tilted up to 60° from the horizontal.
double nusseltFlat(double ra, double tilt) {
    const double driven = ra * math::cos(tilt);
    const double spare = std::max(0.0, 1 - 1708 / driven);
    const double turned = 1 - 1708 * math::pow(std::max(0.0, math::sin(1.8 * tilt)), 1.6) / driven;
    return 1 + 1.44 * spare * turned + std::max(0.0, math::cbrt(driven / 5830) - 1);
}

// tilt: 0 flat and heated from below, π/2 upright, π flat and heated from above. Ra below the
// smallest moves no gas.
double nusselt(double ra, double tilt, double slenderness) {
    constexpr double sixty = 60 * degree, smallest = 1e-3;
    if (ra < smallest) return 1;
    if (tilt < sixty) return nusseltFlat(ra, tilt);
    const double upright = nusseltUpright(ra, slenderness);
    if (tilt > math::pi / 2) return 1 + (upright - 1) * math::sin(tilt);
    const double share = (tilt - sixty) / (math::pi / 2 - sixty);
    if (share >= 1) return upright;
    return nusseltSixty(ra, slenderness) * (1 - share) + upright * share;
}

double radiationFactor(double emissivity1, double emissivity2) {
    return 1 / (1 / emissivity1 + 1 / emissivity2 - 1);
}

// Standard conditions of EN 673; the surface resistances as the standard gives them.
constexpr double meanTemperature = 283.15, difference = 15;
constexpr double outsideResistance = 0.04, insideResistance = 0.13;

double standardGap(const Glazing& glazing, size_t i, double warmer) {
    const Gap& gap = glazing.gaps[i];
    if (gap.conductance > 0) return gap.conductance;
    const GasState gas = blended(standardGas(gap.gas), standardGas(GapGas::air), gap.fill);
    const double ra = rayleigh(gas, gap.width, warmer, meanTemperature);
    const double nu = std::max(1.0, 0.035 * math::pow(ra, 0.38));
    const double factor =
        radiationFactor(glazing.panes[i].emissivityBack, glazing.panes[i + 1].emissivityFront);
    const double cube = meanTemperature * meanTemperature * meanTemperature;
    return nu * gas.conductivity / gap.width + 4 * stefanBoltzmann * factor * cube;
}

double paneResistance(const Pane& pane) { return pane.thickness / pane.conductivity; }

// The conductance of each gap, the 15 K shared out as their resistances ask.
std::array<double, 3> standardGaps(const Glazing& glazing) {
    const size_t count = glazing.gaps.size();
    std::array<double, 3> conductance{}, warmer{};
    if (count == 0) return conductance;
    warmer.fill(difference / static_cast<double>(count));
    for (int round = 0; round < 50; ++round) {
        double sum = 0;
        for (size_t i = 0; i < count; ++i) {
            conductance[i] = standardGap(glazing, i, warmer[i]);
            sum += 1 / conductance[i];
        }
        for (size_t i = 0; i < count; ++i) warmer[i] = difference / conductance[i] / sum;
    }
    return conductance;
}

bool within(double value, double low, double high) { return value >= low && value <= high; }

Status outOfRange(const char* key) { return Error{"glazing.range", "", {{"key", key}}}; }

Status checkPane(const Pane& pane) {
    if (!within(pane.thickness, 1e-4, 0.1)) return outOfRange("thickness");
    if (!within(pane.conductivity, 1e-3, 1000)) return outOfRange("conductivity");
    if (!within(pane.transmittance, 0, 1)) return outOfRange("transmittance");
    for (const double reflectance : {pane.reflectanceFront, pane.reflectanceBack})
        if (!within(reflectance, 0, 1) || reflectance + pane.transmittance > 1)
            return outOfRange("reflectance");
    for (const double emissivity : {pane.emissivityFront, pane.emissivityBack})
        if (!within(emissivity, 1e-3, 1)) return outOfRange("emissivity");
    return Ok{};
}

Status checkGap(const Gap& gap) {
    if (!within(gap.width, 1e-3, 1)) return outOfRange("width");
    if (!within(gap.fill, 0, 1)) return outOfRange("fill");
    if (!within(gap.conductance, 0, 1e6)) return outOfRange("conductance");
    return Ok{};
}

}  // namespace

Status checkGlazing(const Glazing& glazing) {
    const size_t panes = glazing.panes.size();
    if (panes < 1 || panes > 4 || glazing.gaps.size() + 1 != panes)
        return Error{"glazing.panes", "", {}};
    for (const Pane& pane : glazing.panes)
        if (Status status = checkPane(pane); !status) return status;
    for (const Gap& gap : glazing.gaps)
        if (Status status = checkGap(gap); !status) return status;
    return Ok{};
}

double gapConductance(const Gap& gap, double emissivity1, double emissivity2, double t1, double t2,
                      double tilt, double height) {
    if (gap.conductance > 0) return gap.conductance;
    const double mean = (t1 + t2) / 2, warmer = std::fabs(t2 - t1);
    const GasState gas = blended(pureGas(gap.gas, mean), pureGas(GapGas::air, mean), gap.fill);
    // Pane 1 lies outside: with the outside up, a warm inside heats the gap from below.
    const double heated = t2 >= t1 ? tilt : math::pi - tilt;
    const double nu =
        nusselt(rayleigh(gas, gap.width, warmer, mean), heated, std::max(height / gap.width, 1.0));
    const double radiation = stefanBoltzmann * radiationFactor(emissivity1, emissivity2) *
                             (t1 * t1 + t2 * t2) * (t1 + t2);
    return nu * gas.conductivity / gap.width + radiation;
}

double uValueOf(const Glazing& glazing) {
    double resistance = outsideResistance + insideResistance;
    for (const Pane& pane : glazing.panes) resistance += paneResistance(pane);
    const std::array<double, 3> gaps = standardGaps(glazing);
    for (size_t i = 0; i < glazing.gaps.size(); ++i) resistance += 1 / gaps[i];
    return 1 / resistance;
}

// What each pane absorbs goes inward by the share of the resistance that lies outside it.
double gValueOf(const Glazing& glazing) {
    constexpr double outsideFilm = 23;
    const double insideFilm = 3.6 + 4.4 * glazing.panes.back().emissivityBack / 0.837;
    const GlazingOptics optics = opticsAt(glazing, 0);
    const std::array<double, 3> gaps = standardGaps(glazing);
    double before = 1 / outsideFilm, inward = 0;
    for (size_t i = 0; i < glazing.panes.size(); ++i) {
        const double pane = paneResistance(glazing.panes[i]);
        inward += optics.absorbed[i] * (before + pane / 2);
        before += pane + (i < glazing.gaps.size() ? 1 / gaps[i] : 0);
    }
    return optics.transmittance + inward / (before + 1 / insideFilm);
}

}  // namespace pt
