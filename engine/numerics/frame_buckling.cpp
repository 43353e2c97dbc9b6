#include "engine/numerics/frame_buckling.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/numerics/frame_eigen.h"

namespace pt::frame {

std::vector<std::array<double, 3>> nodeShape(const Mesh& mesh, const Vector& shape, size_t nodes) {
    std::vector<std::array<double, 3>> all(nodes, {0, 0, 0});
    double farthest = 0;
    for (size_t n = 0; n < nodes; ++n)
        for (size_t d = 0; d < 3; ++d) {
            if (mesh.nodeDofs[n][d] < 0) continue;
            all[n][d] = shape[mesh.nodeDofs[n][d]];
            if (d < 2) farthest = std::max(farthest, std::fabs(all[n][d]));
        }
    if (farthest > 0)
        for (auto& values : all)
            for (double& value : values) value /= farthest;
    return all;
}

// (-Kg) φ = μ K φ with K positive definite: the largest μ gives the lowest positive λ = 1/μ, and
// loads that would have to change sign (μ < 0) lie at the other end of the spectrum.
BucklingMode lowestMode(const System& system, const Frame& frame, size_t nodes) {
    BucklingMode mode;
    mode.factor = std::numeric_limits<double>::infinity();
    mode.shape.assign(nodes, {0, 0, 0});
    mode.converged = true;
    const Mesh& mesh = system.mesh();
    if (mesh.size == 0) return mode;

    const Vector u = system.solve(system.factors(), system.stiffness(), system.loads(frame));
    Matrix drop = system.assembler().pattern();
    bool pressed = false;
    for (size_t e = 0; e < mesh.elements.size(); ++e) {
        const Element& element = mesh.elements[e];
        Axial axial = axialForce(element, frame.members[element.member],
                                 toLocal(element, endDisplacements(element, u)));
        pressed = pressed || axial.mean < std::fabs(axial.rise) / 2;
        axial = {-axial.mean, -axial.rise};
        system.assembler().add(drop, e, geometricStiffness(element, axial));
    }
    if (!pressed) return mode;
    scale(drop, system.scales());

    const EigenPairs found = largestPairs(drop, system.stiffness(), system.factors(), 1);
    mode.converged = found.converged;
    mode.iterations = found.iterations;
    if (!found.converged || found.values[0] <= 0) return mode;
    const Vector vector = found.vectors.col(0);
    mode.factor = 1 / found.values[0];
    mode.residual = eigenResidual(drop, system.stiffness(), found.values[0], vector);
    mode.shape = nodeShape(mesh, vector.cwiseProduct(system.scales()), nodes);
    return mode;
}

}  // namespace pt::frame
