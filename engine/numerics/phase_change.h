// Heat in cells that may melt and freeze, by the enthalpy method: the unknown is the heat a cell
// holds, from which its temperature and its liquid share follow, so that the front needs no
// tracking and no heat is lost. Cells of any arrangement: a row, a cross-section, shells of a
// cylinder. SI units, temperatures in kelvin.
// Method: Voller and Cross, "Accurate solutions of moving boundary problems using the enthalpy
// method" (Int. J. Heat Mass Transfer 24, 1981), implicit, with Newton's method.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "engine/core/result.h"

namespace pt {

struct PhaseMaterial {
    double density = 1000;                                       // kg/m³ of both phases
    double solidConductivity = 1, liquidConductivity = 1;        // W/(m K)
    double solidHeatCapacity = 1000, liquidHeatCapacity = 1000;  // J/(kg K)
    double latentHeat = 0;                                       // J/kg; 0: never melts
    double meltingPoint = 273.15;                                // K, the middle of its range
    double meltingRange = 0;  // K from the first to the last crystal; at least leastMeltingRange
};
// A sharp melting point is smeared over this much, so that every heat has one temperature.
inline constexpr double leastMeltingRange = 1e-3;  // K

// J/m³ above the solid at its first melting, and back.
double enthalpyAt(const PhaseMaterial& material, double temperature);
double temperatureAt(const PhaseMaterial& material, double enthalpy);
double liquidShareAt(const PhaseMaterial& material, double enthalpy);

struct PhaseCell {
    int material = 0;
    double volume = 0;  // m³
};
// Two cells that touch: the touching area over the distance from it to the middle of each, m.
struct PhaseLink {
    int a = 0, b = 0;
    double shapeA = 0, shapeB = 0;
};
// Where a cell meets the outside.
struct PhaseEdge {
    int cell = 0;
    double area = 0;              // m²
    double shape = 0;             // m, as of a link
    double temperature = 293.15;  // K beyond it
    double resistance = 0;        // m² K/W in between; infinity: only the flux
    double flux = 0;              // W/m² into the cell besides
};
struct PhaseSystem {
    std::vector<PhaseMaterial> materials;
    std::vector<PhaseCell> cells;
    std::vector<PhaseLink> links;
    std::vector<PhaseEdge> edges;
};

// A wall of 1 m² as a row of equal cells, with these two edges (their cell, area and shape follow).
PhaseSystem phaseSlab(const PhaseMaterial& material, double thickness, int cells, PhaseEdge left,
                      PhaseEdge right);

class PhaseChange {
public:
    // Errors: phase.material, phase.cell, phase.link, phase.edge with the part as `where`;
    // phase.too_many {most}.
    static Result<PhaseChange> make(PhaseSystem system);
    PhaseChange(PhaseChange&&) noexcept;
    PhaseChange& operator=(PhaseChange&&) noexcept;
    ~PhaseChange();

    void start(double temperature);  // K everywhere
    // Implicit; where a long step does not settle it is taken in shorter ones. Errors: phase.step,
    // phase.not_converged (nothing has changed then).
    Status step(double dt);
    void edgeTemperature(int edge, double temperature);

    const PhaseSystem& system() const;
    std::span<const double> enthalpies() const;          // J/m³ a cell: the whole state
    Status restore(std::span<const double> enthalpies);  // phase.restore
    double temperature(int cell) const;
    double liquidShare(int cell) const;
    double flow(int edge) const;  // W into its cell, over the last step
    double heldHeat() const;      // J above the solid at its first melting
    double molten() const;        // m³

private:
    struct Parts;
    explicit PhaseChange(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

}  // namespace pt
