#include "engine/numerics/frame_second_order.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace pt::frame {
namespace {

constexpr double settledForces = 1e-13, settledForcesAtMost = 1e-9;
constexpr int mostIterations = 60;

std::vector<Axial> axialForces(const System& system, const Frame& frame, const Vector& u) {
    std::vector<Axial> all;
    for (const Element& element : system.mesh().elements)
        all.push_back(axialForce(element, frame.members[element.member],
                                 toLocal(element, endDisplacements(element, u))));
    return all;
}

double change(const std::vector<Axial>& before, const std::vector<Axial>& after) {
    double moved = 0, size = 0;
    for (size_t e = 0; e < after.size(); ++e) {
        moved = std::max(moved, std::fabs(after[e].mean - before[e].mean));
        size = std::max(size, std::fabs(after[e].mean));
    }
    return size > 0 ? moved / size : 0;
}

// What is left of the equilibrium when the axial forces are those of u itself.
double unbalance(const System& system, const Frame& frame, const Vector& u,
                 const std::vector<Axial>& axial) {
    Vector rest = Vector::Zero(system.mesh().size);
    const Vector loads = system.loads(frame, &axial);
    for (size_t e = 0; e < axial.size(); ++e) {
        const Element& element = system.mesh().elements[e];
        Ends local = toLocal(element, freeDisplacements(element, u));
        Ends ends = elasticForces(element, local);
        const Ends second = geometricForces(element, axial[e], local);
        for (size_t i = 0; i < 6; ++i) ends[i] += second[i];
        const Ends global = toGlobal(element, ends);
        for (size_t i = 0; i < 6; ++i)
            if (element.dof[i] >= 0) rest[element.dof[i]] += global[i];
    }
    return largest(loads) > 0 ? largest(rest - loads) / largest(loads) : 0;
}

}  // namespace

// Below the critical load the matrix has positive pivots alone.
Status SecondOrder::factor(const System& system, const std::vector<Axial>& axial) {
    const Assembler& assembler = system.assembler();
    if (numbering_ != system.numbering()) {
        numbering_ = system.numbering();
        matrix_ = assembler.pattern();
        factors_.analyzePattern(matrix_);
    }
    assembler.clear(matrix_);
    for (size_t e = 0; e < axial.size(); ++e)
        assembler.add(matrix_, e, geometricStiffness(system.mesh().elements[e], axial[e]));
    scale(matrix_, system.scales());
    for (Eigen::Index i = 0; i < matrix_.nonZeros(); ++i)
        matrix_.valuePtr()[i] += system.stiffness().valuePtr()[i];
    factors_.factorize(matrix_);
    if (factors_.info() != Eigen::Success || !(factors_.vectorD().minCoeff() > 0))
        return Error{"frame.beyond_critical", "", {}};
    return Ok{};
}

Result<SecondOrderSolution> SecondOrder::solve(const System& system, const Frame& frame) {
    if (Status held = system.checkMoments(frame); !held.ok()) return held.error();
    SecondOrderSolution result;
    result.converged = true;
    Vector u = Vector::Zero(system.mesh().size);
    std::vector<Axial> axial = axialForces(system, frame, u);
    if (u.size() > 0) {
        u = system.solve(system.factors(), system.stiffness(), system.loads(frame));
        axial = axialForces(system, frame, u);
        double moved = 1;
        while (moved > settledForces && result.iterations < mostIterations) {
            ++result.iterations;
            if (Status status = factor(system, axial); !status.ok()) return status.error();
            u = system.solve(factors_, matrix_, system.loads(frame, &axial));
            if (!u.allFinite()) return Error{"frame.bad_number", "", {}};
            std::vector<Axial> now = axialForces(system, frame, u);
            const double before = moved;
            moved = change(axial, now);
            axial = std::move(now);
            // Rounding keeps the forces from settling any further.
            if (moved >= before && moved < settledForcesAtMost) break;
        }
        result.converged = moved < settledForcesAtMost;
        result.residual = unbalance(system, frame, u, axial);
    }
    result.state = system.solution(frame, u, &axial);
    result.state.residual = result.residual;
    return result;
}

}  // namespace pt::frame
