#include "sims/spaghetti_bridge/buckling.h"

#include <cmath>
#include <initializer_list>
#include <limits>
#include <utility>

namespace pt {
namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();
constexpr double clamped = 0.5;

// Part of its Euler load that the worst member uses, and the load at which one uses all of it.
double largestUse(const FrameSolution& own, const FrameSolution& unit,
                  const std::vector<double>& euler, double load) {
    double largest = 0;
    for (size_t i = 0; i < euler.size(); ++i)
        largest =
            std::max(largest, -(own.forces[i].axial + load * unit.forces[i].axial) / euler[i]);
    return largest;
}

double firstEuler(const FrameSolution& own, const FrameSolution& unit,
                  const std::vector<double>& euler) {
    double first = infinite;
    for (size_t i = 0; i < euler.size(); ++i)
        if (unit.forces[i].axial < 0)
            first = std::min(first, (euler[i] + own.forces[i].axial) / -unit.forces[i].axial);
    return first;
}

constexpr size_t mostKnown = 512;  // some kB each

// All that the critical load follows from; the forces and Euler loads follow from it too.
std::vector<double> numbersOf(const Frame& structure, const std::vector<FrameLoad>& ownLoads,
                              const std::vector<FrameLoad>& unitLoads) {
    std::vector<double> numbers;
    for (const size_t count : {structure.nodes.size(), structure.members.size(), ownLoads.size()})
        numbers.push_back(static_cast<double>(count));
    const auto add = [&](std::initializer_list<double> some) {
        numbers.insert(numbers.end(), some);
    };
    for (const FrameNode& node : structure.nodes)
        add({node.x, node.y, 1.0 * node.fixX, 1.0 * node.fixY, 1.0 * node.fixR});
    for (const FrameMember& member : structure.members)
        add({1.0 * member.from, 1.0 * member.to, member.E, member.A, member.I, 1.0 * member.truss,
             member.springFrom, member.springTo});
    for (const auto* loads : {&ownLoads, &unitLoads})
        for (const FrameLoad& load : *loads) add({1.0 * load.node, load.fx, load.fy, load.m});
    return numbers;
}

}  // namespace

CriticalLoad CriticalLoads::of(FrameSolver& solver, const Frame& structure,
                               const std::vector<FrameLoad>& ownLoads,
                               const std::vector<FrameLoad>& unitLoads, const FrameSolution& own,
                               const FrameSolution& unit, const std::vector<double>& euler) {
    if (known_.size() >= mostKnown) known_.clear();
    const auto [entry, isNew] =
        known_.try_emplace(numbersOf(structure, ownLoads, unitLoads), CriticalLoad());
    if (isNew)
        entry->second = criticalLoad(solver, structure, ownLoads, unitLoads, own, unit, euler);
    return entry->second;
}

CriticalLoad criticalLoad(FrameSolver& solver, const Frame& structure,
                          const std::vector<FrameLoad>& ownLoads,
                          const std::vector<FrameLoad>& unitLoads, const FrameSolution& own,
                          const FrameSolution& unit, const std::vector<double>& euler) {
    Frame frame = structure;
    // The lowest multiplier of own weight and this load together; infinity: none.
    const auto factor = [&](double load) {
        frame.loads = ownLoads;
        for (FrameLoad part : unitLoads)
            frame.loads.push_back({part.node, load * part.fx, load * part.fy, load * part.m});
        const Result<BucklingMode> mode = solver.buckling(frame);
        return mode.ok() && mode.value().factor > 0 ? mode.value().factor : infinite;
    };
    const double guess = firstEuler(own, unit, euler);
    if (!(guess > 0) || guess == infinite) return {infinite, guess > 0 ? clamped : 1};
    const double first = factor(guess);
    if (first == infinite) return {infinite, clamped};
    // λ (w + F) is nearly constant, the own weight acting like a load w: two values of λ give both.
    double load = guess * first;
    const double second = factor(load);
    if (second != infinite && std::fabs(first - second) > 1e-9) {
        const double weight = (second * load - first * guess) / (first - second);
        const double next = second * (weight + load) - weight;
        if (next > 0) load = next;
    }
    const double use = largestUse(own, unit, euler, load);
    return {load, use > 0 ? 1 / std::sqrt(use) : clamped};
}

}  // namespace pt
