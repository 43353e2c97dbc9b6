#include "engine/numerics/frame_large.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "engine/numerics/frame_subdivide.h"

namespace pt::frame {
namespace {

constexpr int mostParts = 1000, mostSteps = 10000;
constexpr size_t mostElements = 100000;

Error badOption(const char* option) { return {"frame.bad_option", "", {{"option", option}}}; }

Result<std::vector<int>> partsOf(const Frame& frame, const LargeOptions& options) {
    std::vector<int> parts = options.parts;
    if (parts.empty()) parts.assign(frame.members.size(), options.subdivide);
    if (parts.size() != frame.members.size()) return badOption("parts");
    size_t elements = 0;
    for (size_t m = 0; m < parts.size(); ++m) {
        if (parts[m] < 1 || parts[m] > mostParts)
            return badOption(options.parts.empty() ? "subdivide" : "parts");
        if (frame.members[m].truss) parts[m] = 1;
        elements += static_cast<size_t>(parts[m]);
    }
    if (elements > mostElements) return badOption("subdivide");
    return parts;
}

double boxSize(const Frame& frame) {
    const auto [left, right] =
        std::minmax_element(frame.nodes.begin(), frame.nodes.end(),
                            [](const FrameNode& a, const FrameNode& b) { return a.x < b.x; });
    const auto [low, high] =
        std::minmax_element(frame.nodes.begin(), frame.nodes.end(),
                            [](const FrameNode& a, const FrameNode& b) { return a.y < b.y; });
    return std::max(right->x - left->x, high->y - low->y);
}

}  // namespace

Result<std::unique_ptr<Large>> Large::open(const Frame& frame, const LargeOptions& options) {
    if (options.steps < 1 || options.steps > mostSteps) return badOption("steps");
    Frame loaded = frame;
    loaded.loads.insert(loaded.loads.end(), options.kept.begin(), options.kept.end());
    FrameSolver linear;
    if (const Result<FrameSolution> small = linear.solve(loaded); !small.ok()) return small.error();
    Result<std::vector<int>> parts = partsOf(frame, options);
    if (!parts.ok()) return parts.error();
    return std::unique_ptr<Large>(new Large(frame, std::move(parts.value()), options.kept));
}

Large::Large(const Frame& frame, std::vector<int> parts, const std::vector<FrameLoad>& kept)
    : frame_(frame), fine_(subdivided(frame, parts)), parts_(std::move(parts)), kept_(kept),
      size_(boxSize(frame)), equilibrium_(fine_, kept) {}

Place Large::start() const { return {Vector::Zero(equilibrium_.mesh().size), 0}; }

bool Large::settleKept(Place& place, int steps) {
    if (kept_.empty()) return true;
    equilibrium_.growKept(true);
    int iterations = 0;
    const bool there = stepLoads(place, steps, iterations);
    equilibrium_.growKept(false);
    place.factor = 0;
    return there;
}

// Along the slope of the last balance, then Newton; half the step where that fails.
bool Large::stepLoads(Place& place, int steps, int& iterations) {
    constexpr int mostIterations = 20;
    const double whole = 1.0 / steps;
    const Vector free = Vector::Zero(place.u.size());
    const auto balance = [&](Place& at, double factor) {
        const Newton newton = equilibrium_.solve(at, {free, 1, factor}, mostIterations);
        iterations += newton.iterations;
        return newton.converged;
    };
    if (!balance(place, place.factor)) return false;
    for (double step = whole; place.factor < 1 && step >= 1e-3 * whole;) {
        // The last step may be a little longer, so that no crumb is left.
        const double next = place.factor + 1.001 * step < 1 ? place.factor + step : 1;
        Place trial{place.u + (next - place.factor) * equilibrium_.slope(), next};
        if (balance(trial, next)) {
            place = std::move(trial);
            place.factor = next;
            step = std::min(whole, 2 * step);
        } else {
            step /= 2;
            balance(place, place.factor);  // the slope there once more
        }
    }
    return place.factor >= 1;
}

std::array<double, 3> Large::displacement(size_t node, const Place& place) const {
    const FrameNode& at = frame_.nodes[node];
    const bool held[3] = {at.fixX, at.fixY, at.fixR};
    const double moves[3] = {at.moveX, at.moveY, at.turn};
    std::array<double, 3> values{};
    for (size_t d = 0; d < 3; ++d) {
        const int dof = equilibrium_.mesh().nodeDofs[node][d];
        if (dof >= 0) values[d] = place.u[dof];
        if (held[d]) values[d] = place.factor * moves[d];
    }
    return values;
}

// Forces on the ends of an element, along and across its chord.
Ends Large::elementForces(size_t element, double factor) const {
    const Corotated& state = equilibrium_.elements()[element];
    const Ends clamps = clampForces(equilibrium_.mesh().elements[element], fine_.members[element]);
    const double shear = (state.momentFrom + state.momentTo) / state.length;
    Ends forces{-state.axial, shear, state.momentFrom, state.axial, -shear, state.momentTo};
    for (size_t i = 0; i < 6; ++i) forces[i] += factor * clamps[i];
    return forces;
}

MemberForces Large::memberForces(size_t first, size_t parts, double factor) const {
    MemberForces member;
    for (size_t e = first; e < first + parts; ++e) {
        const Ends forces = elementForces(e, factor);
        member.axial += (forces[3] - forces[0]) / 2 / static_cast<double>(parts);
        if (e == first) {
            member.shearFrom = forces[1];
            member.momentFrom = forces[2];
        }
        member.shearTo = forces[4];
        member.momentTo = forces[5];
        member.largestMoment =
            std::max({member.largestMoment, std::fabs(forces[2]), std::fabs(forces[5])});
    }
    return member;
}

// What the members pull at the supports, less the loads that act there.
void Large::addReactions(PathPoint& point) const {
    auto& reactions = point.state.reactions;
    reactions.assign(frame_.nodes.size(), {0, 0, 0});
    const auto subtract = [&](const std::vector<FrameLoad>& loads, double factor) {
        for (const FrameLoad& load : loads) {
            auto& at = reactions[static_cast<size_t>(load.node)];
            at = {at[0] - factor * load.fx, at[1] - factor * load.fy, at[2] - factor * load.m};
        }
    };
    subtract(frame_.loads, point.factor);
    subtract(kept_, 1);
    for (size_t e = 0; e < fine_.members.size(); ++e) {
        const FrameMember& member = fine_.members[e];
        const Element& element = equilibrium_.mesh().elements[e];
        const Ends forces = endForces(equilibrium_.elements()[e]);
        const Ends clamps = toGlobal(element, clampForces(element, member));
        for (size_t i = 0; i < 6; ++i) {
            const size_t node = static_cast<size_t>(i < 3 ? member.from : member.to);
            if (node < reactions.size())
                reactions[node][i % 3] += forces[i] + point.factor * clamps[i];
        }
    }
    for (size_t n = 0; n < frame_.nodes.size(); ++n) {
        const FrameNode& node = frame_.nodes[n];
        const bool held[3] = {node.fixX, node.fixY, node.fixR};
        for (size_t d = 0; d < 3; ++d)
            if (!held[d]) reactions[n][d] = 0;
    }
}

PathPoint Large::read(const Place& place, int iterations) const {
    PathPoint point;
    point.factor = place.factor;
    point.unstable = equilibrium_.unstable();
    point.iterations = iterations;
    point.state.residual = equilibrium_.residual();
    for (const Corotated& element : equilibrium_.elements()) point.energy += element.energy;
    for (size_t n = 0; n < frame_.nodes.size(); ++n)
        point.state.displacements.push_back(displacement(n, place));
    size_t first = 0;
    for (const int count : parts_) {
        const size_t parts = static_cast<size_t>(count);
        point.state.forces.push_back(memberForces(first, parts, place.factor));
        first += parts;
    }
    addReactions(point);
    return point;
}

}  // namespace pt::frame
