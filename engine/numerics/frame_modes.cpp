#include "engine/numerics/frame_modes.h"

#include <algorithm>
#include <cmath>

#include "engine/core/assert.h"
#include "engine/core/math.h"
#include "engine/numerics/frame_buckling.h"
#include "engine/numerics/frame_check.h"
#include "engine/numerics/frame_eigen.h"

namespace pt {
namespace {

using namespace frame;

// Of the stiffness' diagonal, 1 after scaling: above rounding, which is worse in a frame that
// floats, and below any structure's own stiffness.
constexpr double smallestShift = 1e-12, largestShift = 1e-6;

double bendingShare(const Mesh& mesh, const Vector& shape) {
    double bending = 0, all = 0;
    for (const Element& element : mesh.elements) {
        const Ends local = toLocal(element, freeDisplacements(element, shape));
        const double stretch = local[3] - local[0];
        const double energy = strainEnergy(element, local);
        all += energy;
        bending += energy - element.axial * stretch * stretch;
    }
    for (const Joint& joint : mesh.joints) {
        all += jointEnergy(joint, shape);
        bending += jointEnergy(joint, shape);
    }
    return all > 0 ? bending / all : 0;
}

double unbalance(const Matrix& masses, const Matrix& shifted, double mu, const Vector& shape) {
    const Vector carried = shifted.selfadjointView<Eigen::Lower>() * shape;
    const Vector swung = masses.selfadjointView<Eigen::Lower>() * shape;
    return (carried - swung / mu).norm() / shape.norm();
}

}  // namespace

// With the shift, B = K + σ M is positive definite even for a frame that floats, and the largest
// μ of M φ = μ B φ is the lowest ω² = 1/μ - σ.
Result<FrameModes> naturalModes(const Frame& frame, int count) {
    PT_ASSERT(count > 0);
    if (Status status = frame::check(frame); !status.ok()) return status.error();
    const bool heavy = std::any_of(frame.members.begin(), frame.members.end(),
                                   [](const FrameMember& member) { return member.rhoA > 0; });
    if (!heavy) return Error{"frame.no_mass", "", {}};
    FrameModes result;
    result.converged = true;
    const Mesh mesh = makeMesh(frame, Joints::own);
    if (mesh.size == 0) return result;

    const Assembler assembler(mesh);
    Matrix shifted = assembler.pattern(), masses = assembler.pattern();
    for (size_t e = 0; e < mesh.elements.size(); ++e) {
        const Element& element = mesh.elements[e];
        assembler.add(shifted, e, stiffness(element));
        assembler.add(masses, e, mass(element, frame.members[element.member].rhoA));
    }
    assembler.addJoints(shifted, mesh);
    const Vector unit =
        shifted.diagonal().unaryExpr([](double k) { return k > 0 ? 1 / std::sqrt(k) : 1.0; });
    scale(shifted, unit);
    scale(masses, unit);
    const double heaviest = masses.diagonal().maxCoeff();
    if (!(heaviest > 0)) return result;
    double shift = smallestShift / heaviest;
    Factors factors;
    for (const Matrix bare = shifted;; shift *= 100) {
        shifted = bare + shift * masses;
        factors.compute(shifted);
        if (factors.info() == Eigen::Success && factors.vectorD().minCoeff() > 0) break;
        if (!(shift < largestShift / heaviest)) return Error{"frame.bad_number", "", {}};
    }

    const EigenPairs pairs = largestPairs(masses, shifted, factors, count);
    result.converged = pairs.converged;
    result.iterations = pairs.iterations;
    for (Eigen::Index i = 0; i < pairs.values.size(); ++i) {
        const double mu = pairs.values[i];
        if (!(mu > 1e-14 / shift)) break;  // without mass: no vibration
        const Vector vector = pairs.vectors.col(i);
        const double square = 1 / mu - shift;
        result.residual = std::max(result.residual, unbalance(masses, shifted, mu, vector));
        FrameMode mode;
        if (square > 0.1 * shift) mode.frequency = std::sqrt(square) / (2 * math::pi);
        const Vector shape = vector.cwiseProduct(unit);
        if (mode.frequency > 0) mode.bending = bendingShare(mesh, shape);
        mode.shape = nodeShape(mesh, shape, frame.nodes.size());
        result.modes.push_back(std::move(mode));
    }
    return result;
}

}  // namespace pt
