#include "engine/numerics/phase_change.h"

#include <Eigen/SparseCholesky>
#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "engine/core/assert.h"

namespace pt {
namespace {

constexpr size_t mostCells = 200'000;
constexpr double most = 1e15, hottest = 1e5;
constexpr int mostIterations = 25;
constexpr int mostHalvings = 20;
constexpr double settled = 1e-9;  // K between two iterations

bool within(double value, double low, double high) { return value >= low && value <= high; }

double rangeOf(const PhaseMaterial& material) {
    return std::max(material.meltingRange, leastMeltingRange);
}
double firstMelting(const PhaseMaterial& material) {
    return material.meltingPoint - rangeOf(material) / 2;
}
double solidCapacity(const PhaseMaterial& material) {
    return material.density * material.solidHeatCapacity;
}
double liquidCapacity(const PhaseMaterial& material) {
    return material.density * material.liquidHeatCapacity;
}
// J/m³ from the first to the last crystal.
double meltingHeat(const PhaseMaterial& material) {
    return material.density * material.latentHeat +
           (solidCapacity(material) + liquidCapacity(material)) / 2 * rangeOf(material);
}
double conductivityAt(const PhaseMaterial& material, double enthalpy) {
    const double share = liquidShareAt(material, enthalpy);
    return (1 - share) * material.solidConductivity + share * material.liquidConductivity;
}
// K m³/J: what a bit of heat does to the temperature.
double warmingAt(const PhaseMaterial& material, double enthalpy) {
    if (enthalpy < 0) return 1 / solidCapacity(material);
    const double melting = meltingHeat(material);
    return enthalpy < melting ? rangeOf(material) / melting : 1 / liquidCapacity(material);
}

Error at(const char* key, const char* list, size_t index) {
    return {key, std::string(list) + '[' + std::to_string(index) + ']', {}};
}

bool usable(const PhaseMaterial& material) {
    for (const double value :
         {material.density, material.solidConductivity, material.liquidConductivity,
          material.solidHeatCapacity, material.liquidHeatCapacity})
        if (!within(value, 1e-12, most)) return false;
    return within(material.latentHeat, 0, most) && within(material.meltingPoint, 0, hottest) &&
           within(material.meltingRange, 0, hottest);
}

Status check(const PhaseSystem& system) {
    const size_t count = system.cells.size();
    if (std::max({count, system.materials.size(), system.links.size() / 4, system.edges.size()}) >
        mostCells)
        return Error{"phase.too_many", "", {{"most", std::to_string(mostCells)}}};
    const auto isCell = [&](int cell) { return cell >= 0 && static_cast<size_t>(cell) < count; };
    for (size_t i = 0; i < system.materials.size(); ++i)
        if (!usable(system.materials[i])) return at("phase.material", "materials", i);
    if (count == 0) return at("phase.cell", "cells", 0);
    for (size_t i = 0; i < count; ++i) {
        const PhaseCell& cell = system.cells[i];
        const bool known =
            cell.material >= 0 && static_cast<size_t>(cell.material) < system.materials.size();
        if (!known || !within(cell.volume, 1e-15, most)) return at("phase.cell", "cells", i);
    }
    for (size_t i = 0; i < system.links.size(); ++i) {
        const PhaseLink& link = system.links[i];
        if (!isCell(link.a) || !isCell(link.b) || link.a == link.b ||
            !within(link.shapeA, 1e-12, most) || !within(link.shapeB, 1e-12, most))
            return at("phase.link", "links", i);
    }
    for (size_t i = 0; i < system.edges.size(); ++i) {
        const PhaseEdge& edge = system.edges[i];
        if (!isCell(edge.cell) || !within(edge.area, 1e-12, most) ||
            !within(edge.shape, 1e-12, most) || !within(edge.temperature, 0, hottest) ||
            !(edge.resistance >= 0) || !within(edge.flux, -most, most))
            return at("phase.edge", "edges", i);
    }
    return Ok{};
}

}  // namespace

double enthalpyAt(const PhaseMaterial& material, double temperature) {
    const double above = temperature - firstMelting(material), range = rangeOf(material);
    if (above < 0) return solidCapacity(material) * above;
    if (above < range) return meltingHeat(material) * above / range;
    return meltingHeat(material) + liquidCapacity(material) * (above - range);
}

double temperatureAt(const PhaseMaterial& material, double enthalpy) {
    const double melting = meltingHeat(material), range = rangeOf(material);
    double above = enthalpy / solidCapacity(material);
    if (enthalpy >= 0) above = range * enthalpy / melting;
    if (enthalpy >= melting) above = range + (enthalpy - melting) / liquidCapacity(material);
    return firstMelting(material) + above;
}

double liquidShareAt(const PhaseMaterial& material, double enthalpy) {
    return std::clamp(enthalpy / meltingHeat(material), 0.0, 1.0);
}

PhaseSystem phaseSlab(const PhaseMaterial& material, double thickness, int cells, PhaseEdge left,
                      PhaseEdge right) {
    PT_ASSERT(cells > 0);
    const double width = thickness / cells;
    PhaseSystem system;
    system.materials = {material};
    for (int i = 0; i < cells; ++i) {
        system.cells.push_back({0, width});
        if (i > 0) system.links.push_back({i - 1, i, 2 / width, 2 / width});
    }
    left.cell = 0;
    right.cell = cells - 1;
    for (PhaseEdge edge : {left, right}) {
        edge.area = 1;
        edge.shape = 2 / width;
        system.edges.push_back(edge);
    }
    return system;
}

struct PhaseChange::Parts {
    using Matrix = Eigen::SparseMatrix<double>;

    PhaseSystem system;
    std::vector<double> now;    // J/m³ a cell
    std::vector<double> flows;  // J through each edge in the step
    // Of one implicit step: conductances at its start, and the iterates.
    std::vector<double> linkG, edgeG;
    std::vector<double> next, kelvin, gained;
    Eigen::SimplicialLDLT<Matrix, Eigen::Lower> factors;
    bool analysed = false;

    explicit Parts(PhaseSystem theSystem) : system(std::move(theSystem)) {
        now.assign(system.cells.size(), 0);
        flows.assign(system.edges.size(), 0);
    }

    const PhaseMaterial& material(size_t cell) const {
        return system.materials[system.cells[cell].material];
    }

    void conduct() {
        const auto conductivity = [&](int cell) {
            return conductivityAt(material(cell), now[cell]);
        };
        linkG.clear();
        for (const PhaseLink& link : system.links) {
            const double a = conductivity(link.a) * link.shapeA;
            const double b = conductivity(link.b) * link.shapeB;
            linkG.push_back(a * b / (a + b));
        }
        edgeG.clear();
        for (const PhaseEdge& edge : system.edges) {
            const double inner = conductivity(edge.cell) * edge.shape;
            edgeG.push_back(inner / (1 + inner * edge.resistance / edge.area));
        }
    }

    double edgeFlow(size_t i) const {
        const PhaseEdge& edge = system.edges[i];
        const double inner = conductivityAt(material(edge.cell), now[edge.cell]) * edge.shape;
        // Of the flux, what does not go off through the resistance.
        const double share =
            edge.resistance == std::numeric_limits<double>::infinity() ? 1 : 1 - edgeG[i] / inner;
        return edgeG[i] * (edge.temperature - kelvin[edge.cell]) + share * edge.flux * edge.area;
    }

    // W into each cell at the temperatures of the iterate.
    void gain() {
        for (size_t i = 0; i < next.size(); ++i) kelvin[i] = temperatureAt(material(i), next[i]);
        std::fill(gained.begin(), gained.end(), 0.0);
        for (size_t i = 0; i < system.links.size(); ++i) {
            const PhaseLink& link = system.links[i];
            const double flow = linkG[i] * (kelvin[link.a] - kelvin[link.b]);
            gained[link.a] -= flow;
            gained[link.b] += flow;
        }
        for (size_t i = 0; i < system.edges.size(); ++i)
            gained[system.edges[i].cell] += edgeFlow(i);
    }

    // One Newton step towards volume (next - now) = dt gained; the largest change, K.
    double improve(double dt) {
        const auto size = static_cast<Eigen::Index>(next.size());
        Eigen::VectorXd diagonal(size), right(size);
        for (size_t i = 0; i < next.size(); ++i) {
            const auto row = static_cast<Eigen::Index>(i);
            const double volume = system.cells[i].volume;
            diagonal[row] = volume / (dt * warmingAt(material(i), next[i]));
            right[row] = gained[i] - volume * (next[i] - now[i]) / dt;
        }
        std::vector<Eigen::Triplet<double>> entries;
        for (size_t i = 0; i < system.links.size(); ++i) {
            const auto [low, high] = std::minmax(system.links[i].a, system.links[i].b);
            diagonal[low] += linkG[i];
            diagonal[high] += linkG[i];
            entries.emplace_back(high, low, -linkG[i]);
        }
        for (size_t i = 0; i < system.edges.size(); ++i) diagonal[system.edges[i].cell] += edgeG[i];
        for (Eigen::Index row = 0; row < size; ++row) entries.emplace_back(row, row, diagonal[row]);
        Matrix matrix(size, size);
        matrix.setFromTriplets(entries.begin(), entries.end());
        if (!analysed) factors.analyzePattern(matrix);
        analysed = true;
        factors.factorize(matrix);
        const Eigen::VectorXd change = factors.solve(right);
        double largest = 0;
        for (size_t i = 0; i < next.size(); ++i) {
            const double kelvins = change[static_cast<Eigen::Index>(i)];
            next[i] += kelvins / warmingAt(material(i), next[i]);
            largest = std::max(largest, std::fabs(kelvins));
            if (!std::isfinite(next[i])) return std::numeric_limits<double>::infinity();
        }
        return largest;
    }

    bool settle(double dt) {
        conduct();
        next = now;
        kelvin.assign(now.size(), 0);
        gained.assign(now.size(), 0);
        for (int iteration = 0; iteration < mostIterations; ++iteration) {
            gain();
            const double change = improve(dt);
            if (change == std::numeric_limits<double>::infinity()) return false;
            if (change < settled) {
                gain();
                return true;
            }
        }
        return false;
    }

    bool advance(double dt, int halvings) {
        if (!settle(dt))
            return halvings > 0 && advance(dt / 2, halvings - 1) && advance(dt / 2, halvings - 1);
        for (size_t i = 0; i < flows.size(); ++i) flows[i] += dt * edgeFlow(i);
        // From the flows, so that the balance closes to rounding.
        for (size_t i = 0; i < now.size(); ++i) now[i] += dt * gained[i] / system.cells[i].volume;
        return true;
    }
};

PhaseChange::PhaseChange(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
PhaseChange::PhaseChange(PhaseChange&&) noexcept = default;
PhaseChange& PhaseChange::operator=(PhaseChange&&) noexcept = default;
PhaseChange::~PhaseChange() = default;

Result<PhaseChange> PhaseChange::make(PhaseSystem system) {
    if (const Status good = check(system); !good) return good.error();
    PhaseChange made(std::make_unique<Parts>(std::move(system)));
    made.start(293.15);
    return made;
}

void PhaseChange::start(double temperature) {
    for (size_t i = 0; i < parts_->now.size(); ++i)
        parts_->now[i] = enthalpyAt(parts_->material(i), temperature);
}

Status PhaseChange::step(double dt) {
    if (!(dt > 0) || !std::isfinite(dt)) return Error{"phase.step", "", {}};
    const std::vector<double> before = parts_->now;
    std::fill(parts_->flows.begin(), parts_->flows.end(), 0.0);
    if (!parts_->advance(dt, mostHalvings)) {
        parts_->now = before;
        return Error{"phase.not_converged", "", {}};
    }
    for (double& flow : parts_->flows) flow /= dt;
    return Ok{};
}

void PhaseChange::edgeTemperature(int edge, double temperature) {
    parts_->system.edges[edge].temperature = temperature;
}

const PhaseSystem& PhaseChange::system() const { return parts_->system; }
std::span<const double> PhaseChange::enthalpies() const { return parts_->now; }

Status PhaseChange::restore(std::span<const double> enthalpies) {
    const bool fits = enthalpies.size() == parts_->now.size() &&
                      std::all_of(enthalpies.begin(), enthalpies.end(),
                                  [](double value) { return std::isfinite(value); });
    if (!fits) return Error{"phase.restore", "", {}};
    parts_->now.assign(enthalpies.begin(), enthalpies.end());
    return Ok{};
}

double PhaseChange::temperature(int cell) const {
    return temperatureAt(parts_->material(cell), parts_->now[cell]);
}
double PhaseChange::liquidShare(int cell) const {
    return liquidShareAt(parts_->material(cell), parts_->now[cell]);
}
double PhaseChange::flow(int edge) const { return parts_->flows[edge]; }

double PhaseChange::heldHeat() const {
    double sum = 0;
    for (size_t i = 0; i < parts_->now.size(); ++i)
        sum += parts_->system.cells[i].volume * parts_->now[i];
    return sum;
}

double PhaseChange::molten() const {
    double sum = 0;
    for (size_t i = 0; i < parts_->now.size(); ++i)
        sum += parts_->system.cells[i].volume * liquidShare(static_cast<int>(i));
    return sum;
}

}  // namespace pt
