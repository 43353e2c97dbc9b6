#include "engine/numerics/building_glass.h"

#include <algorithm>

#include "engine/core/math.h"
#include "engine/numerics/building_film.h"

namespace pt {
namespace {

constexpr size_t intervals = 128;  // of the cosine

GlazingOptics between(const GlazingOptics& a, const GlazingOptics& b, double part) {
    GlazingOptics optics;
    optics.transmittance = a.transmittance + part * (b.transmittance - a.transmittance);
    optics.reflectance = a.reflectance + part * (b.reflectance - a.reflectance);
    for (size_t i = 0; i < optics.absorbed.size(); ++i)
        optics.absorbed[i] = a.absorbed[i] + part * (b.absorbed[i] - a.absorbed[i]);
    return optics;
}

// Seen from the other side.
Glazing reversed(const Glazing& glazing) {
    Glazing other = glazing;
    std::reverse(other.panes.begin(), other.panes.end());
    std::reverse(other.gaps.begin(), other.gaps.end());
    for (Pane& pane : other.panes) {
        std::swap(pane.reflectanceFront, pane.reflectanceBack);
        std::swap(pane.emissivityFront, pane.emissivityBack);
    }
    return other;
}

}  // namespace

GlassTable::GlassTable(const Glazing& glazing) : diffuse_(opticsDiffuse(glazing)) {
    for (size_t i = 0; i <= intervals; ++i)
        beam_.push_back(
            opticsAt(glazing, math::acos(static_cast<double>(i) / static_cast<double>(intervals))));
    fromInside_ = opticsDiffuse(reversed(glazing));
    std::reverse(fromInside_.absorbed.begin(),
                 fromInside_.absorbed.begin() + static_cast<std::ptrdiff_t>(glazing.panes.size()));
}

GlazingOptics GlassTable::beam(double cosIncidence) const {
    const double place = std::clamp(cosIncidence, 0.0, 1.0) * static_cast<double>(intervals);
    const size_t low = std::min(static_cast<size_t>(place), intervals - 1);
    return between(beam_[low], beam_[low + 1], place - static_cast<double>(low));
}

GlassChain::GlassChain(const Glazing& glazing, double tilt, double height)
    : glazing_(glazing), tilt_(tilt), height_(height) {
    gaps_.assign(glazing.gaps.size(), 6.0);
    rebuild();
}

void GlassChain::rebuild() {
    double sum = 0;
    for (size_t i = 0; i < glazing_.panes.size(); ++i) {
        const double pane = glazing_.panes[i].thickness / glazing_.panes[i].conductivity;
        middle_[i] = sum + pane / 2;
        sum += pane;
        if (i < gaps_.size()) sum += 1 / gaps_[i];
    }
    total_ = sum;
}

double GlassChain::temperatureAt(double resistance, double outerFace, double innerFace,
                                 const PaneHeat& absorbed) const {
    double temperature = outerFace + (innerFace - outerFace) * resistance / total_;
    for (size_t i = 0; i < glazing_.panes.size(); ++i) {
        const double near = std::min(resistance, middle_[i]);
        const double far = total_ - std::max(resistance, middle_[i]);
        temperature += absorbed[i] * near * far / total_;
    }
    return temperature;
}

void GlassChain::update(double outerFace, double innerFace, const PaneHeat& absorbed) {
    if (gaps_.empty()) return;
    std::array<double, 4> fresh{};
    for (size_t i = 0; i < gaps_.size(); ++i) {
        const Pane &before = glazing_.panes[i], &after = glazing_.panes[i + 1];
        const double left = middle_[i] + before.thickness / before.conductivity / 2;
        const double right = left + 1 / gaps_[i];
        fresh[i] = gapConductance(
            glazing_.gaps[i], before.emissivityBack, after.emissivityFront,
            zeroCelsius + temperatureAt(left, outerFace, innerFace, absorbed),
            zeroCelsius + temperatureAt(right, outerFace, innerFace, absorbed), tilt_, height_);
    }
    std::copy_n(fresh.begin(), gaps_.size(), gaps_.begin());
    rebuild();
}

}  // namespace pt
