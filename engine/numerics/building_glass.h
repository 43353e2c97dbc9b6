// The glass of a window in the heat balance: its optics read from tables, and its panes and gaps as
// a chain of resistances without mass between the outer and the inner face.
#pragma once

#include <array>
#include <vector>

#include "engine/numerics/glazing.h"

namespace pt {

// opticsAt and opticsDiffuse of one glazing, computed once; the beam's by the cosine of incidence.
class GlassTable {
public:
    explicit GlassTable(const Glazing& glazing);
    GlazingOptics beam(double cosIncidence) const;
    const GlazingOptics& diffuse() const { return diffuse_; }
    // From a uniform half-space inside; `absorbed` still counts panes from outside.
    const GlazingOptics& fromInside() const { return fromInside_; }

private:
    std::vector<GlazingOptics> beam_;
    GlazingOptics diffuse_, fromInside_;
};

using PaneHeat = std::array<double, 4>;  // W or W/m², absorbed by each pane

// Per m². Temperatures in °C.
class GlassChain {
public:
    GlassChain() = default;
    GlassChain(const Glazing& glazing, double tilt, double height);

    // The gaps' conductances at these temperatures of the faces and this absorbed sun, W/m².
    void update(double outerFace, double innerFace, const PaneHeat& absorbed);
    double conductance() const { return 1 / total_; }
    // Of heat absorbed in the middle of a pane, the share that reaches the inner face when both
    // faces are held; the rest reaches the outer one.
    double inward(size_t pane) const { return middle_[pane] / total_; }

    // What a snapshot must hold.
    std::vector<double>& gaps() { return gaps_; }
    const std::vector<double>& gaps() const { return gaps_; }
    void rebuild();  // after gaps() were put back

private:
    double temperatureAt(double resistance, double outerFace, double innerFace,
                         const PaneHeat& absorbed) const;

    Glazing glazing_;
    double tilt_ = 0, height_ = 1;
    std::vector<double> gaps_;        // W/(m² K)
    double total_ = 1;                // m² K/W, face to face
    std::array<double, 4> middle_{};  // m² K/W from the outer face to the middle of each pane
};

}  // namespace pt
