#include "engine/numerics/frame_equilibrium.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/core/math.h"

namespace pt::frame {
namespace {

Vector nodeLoads(const Mesh& mesh, const std::vector<FrameLoad>& loads) {
    Vector vector = Vector::Zero(mesh.size);
    for (const FrameLoad& load : loads) {
        const auto& dofs = mesh.nodeDofs[static_cast<size_t>(load.node)];
        const double values[3] = {load.fx, load.fy, load.m};
        for (size_t d = 0; d < 3; ++d)
            if (dofs[d] >= 0) vector[dofs[d]] += values[d];
    }
    return vector;
}

// As the undisturbed member hands them to its nodes; dead loads do not turn along.
void addMemberLoads(Vector& vector, const Mesh& mesh, const Frame& frame) {
    for (const Element& element : mesh.elements) {
        const FrameMember& member = frame.members[static_cast<size_t>(element.member)];
        if (member.qx == 0 && member.qy == 0) continue;
        const Ends clamps = toGlobal(element, clampForces(element, member));
        for (size_t i = 0; i < 6; ++i)
            if (element.dof[i] >= 0) vector[element.dof[i]] -= clamps[i];
    }
}

bool settles(const Element& element) {
    return std::any_of(element.held.begin(), element.held.end(), [](double x) { return x != 0; });
}

// What the last bits of the displacements are worth in forces.
double rounding(const Element& element, const Ends& ends) {
    constexpr double lastBit = 2.3e-16;
    const double L = element.length;
    const double shift =
        std::max({std::fabs(ends[0]), std::fabs(ends[1]), std::fabs(ends[3]), std::fabs(ends[4])});
    const double turn = std::max(std::fabs(ends[2]), std::fabs(ends[5]));
    const double shear = 12 * element.bending / (L * L);
    return lastBit * ((element.axial + shear / L) * shift + shear * turn);
}

bool acts(const Vector& loads) { return loads.size() > 0 && !loads.isZero(0); }

double largest(const Vector& vector) {
    return vector.size() == 0 ? 0 : vector.cwiseAbs().maxCoeff();
}

}  // namespace

Equilibrium::Equilibrium(const Frame& frame, const std::vector<FrameLoad>& kept)
    : mesh_(makeMesh(frame)), assembler_(mesh_), stiffness_(assembler_.pattern()),
      states_(mesh_.elements.size()), keptLoads_(nodeLoads(mesh_, kept)),
      frameLoads_(nodeLoads(mesh_, frame.loads)) {
    addMemberLoads(frameLoads_, mesh_, frame);
    for (const Element& element : mesh_.elements) stiffest_ = std::max(stiffest_, element.axial);
    if (mesh_.size > 0) factors_.analyzePattern(stiffness_);
}

bool Equilibrium::loaded() const {
    return mesh_.size > 0 && (acts(frameLoads_) ||
                              std::any_of(mesh_.elements.begin(), mesh_.elements.end(), settles));
}

void Equilibrium::growKept(bool only) { onlyKept_ = only; }

Ends Equilibrium::ends(size_t element, const Place& place) const {
    const Element& at = mesh_.elements[element];
    Ends ends = freeDisplacements(at, place.u);
    if (!onlyKept_)
        for (size_t i = 0; i < 6; ++i) ends[i] += place.factor * at.held[i];
    return ends;
}

void Equilibrium::evaluate(const Place& place) {
    growing_ = onlyKept_ ? keptLoads_ : frameLoads_;
    missing_ = place.factor * growing_;
    if (!onlyKept_) missing_ += keptLoads_;
    largestForce_ = largest(missing_);
    rounding_ = 0;
    assembler_.clear(stiffness_);
    for (size_t e = 0; e < mesh_.elements.size(); ++e) {
        const Element& element = mesh_.elements[e];
        const Ends at = ends(e, place);
        states_[e] = corotated(element, at);
        rounding_ = std::max(rounding_, rounding(element, at));
        const Ends forces = endForces(states_[e]);
        const Block block = tangent(element, states_[e]);
        assembler_.add(stiffness_, e, block);
        for (size_t i = 0; i < 6; ++i) {
            largestForce_ = std::max(largestForce_, std::fabs(forces[i]));
            if (element.dof[i] >= 0) missing_[element.dof[i]] -= forces[i];
        }
        if (onlyKept_ || !settles(element)) continue;
        for (size_t i = 0; i < 6; ++i)
            for (size_t j = 0; j < 6; ++j)
                if (element.dof[i] >= 0) growing_[element.dof[i]] -= block[i][j] * element.held[j];
    }
}

// At a bifurcation or a limit point a pivot may be 0; a small shift keeps Newton going there.
bool Equilibrium::factor() {
    if (mesh_.size == 0) return true;
    factors_.setShift(0);
    factors_.factorize(stiffness_);
    if (factors_.info() == Eigen::Success) return true;
    factors_.setShift(1e-14 * stiffest_);
    factors_.factorize(stiffness_);
    return factors_.info() == Eigen::Success;
}

bool Equilibrium::overbent() const {
    return std::any_of(states_.begin(), states_.end(),
                       [](const Corotated& state) { return state.bent > math::pi / 2; });
}

double Equilibrium::residual() const {
    return largestForce_ > 0 ? largest(missing_) / largestForce_ : 0;
}

Vector Equilibrium::slope() const {
    return mesh_.size > 0 ? Vector(factors_.solve(growing_)) : Vector();
}

int Equilibrium::unstable() const {
    return mesh_.size > 0 ? static_cast<int>((factors_.vectorD().array() < 0).count()) : 0;
}

// Newton on balance and condition together. It ends where rounding keeps it from coming closer.
Newton Equilibrium::solve(Place& place, const Condition& condition, int mostIterations) {
    constexpr double exact = 1e-12, close = 1e-7;
    Newton newton;
    double before = std::numeric_limits<double>::infinity();
    for (; newton.iterations <= mostIterations; ++newton.iterations) {
        evaluate(place);
        if (!factor()) return newton;
        const double now = residual();
        if (!std::isfinite(now)) return newton;
        const double open =
            condition.value - condition.along.dot(place.u) - condition.factor * place.factor;
        const bool settled =
            now * largestForce_ <= std::max(exact * largestForce_, 2 * rounding_) ||
            (now <= close && now > before / 4);
        if (settled && newton.iterations > 0) {
            newton.converged = !overbent();
            return newton;
        }
        before = now;
        Vector step = mesh_.size > 0 ? Vector(factors_.solve(missing_)) : Vector();
        const Vector rate = slope();
        const double grow =
            (open - condition.along.dot(step)) / (condition.along.dot(rate) + condition.factor);
        if (!std::isfinite(grow)) return newton;
        step += grow * rate;
        place.u += step;
        place.factor += grow;
    }
    return newton;
}

}  // namespace pt::frame
