#include "engine/numerics/frame_buckling.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>

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

namespace {

// -Kg of the frame's own axial forces, scaled; nothing when no member is pressed.
std::optional<Matrix> loss(const System& system, const Frame& frame) {
    const Mesh& mesh = system.mesh();
    const Vector u = system.solve(system.factors(), system.stiffness(), system.loads(frame));
    Matrix matrix = system.assembler().pattern();
    bool pressed = false;
    for (size_t e = 0; e < mesh.elements.size(); ++e) {
        const Element& element = mesh.elements[e];
        const Axial axial = axialForce(element, frame.members[element.member],
                                       toLocal(element, endDisplacements(element, u)));
        pressed = pressed || axial.mean < std::fabs(axial.rise) / 2;
        system.assembler().add(matrix, e, geometricStiffness(element, {-axial.mean, -axial.rise}));
    }
    if (!pressed) return std::nullopt;
    scale(matrix, system.scales());
    return matrix;
}

}  // namespace

// (-Kg) φ = μ K φ with K positive definite: the largest μ give the lowest positive λ = 1/μ, and
// loads that would have to change sign (μ < 0) lie at the other end of the spectrum.
std::vector<BucklingMode> lowestModes(const System& system, const Frame& frame, size_t nodes,
                                      int count) {
    BucklingMode none;
    none.factor = std::numeric_limits<double>::infinity();
    none.shape.assign(nodes, {0, 0, 0});
    none.converged = true;
    if (system.mesh().size == 0) return {none};
    const std::optional<Matrix> drop = loss(system, frame);
    if (!drop) return {none};

    const EigenPairs found = largestPairs(*drop, system.stiffness(), system.factors(), count);
    none.converged = found.converged;
    none.iterations = found.iterations;
    std::vector<BucklingMode> modes;
    for (Eigen::Index i = 0; i < found.values.size() && found.values[i] > 0; ++i) {
        const Vector vector = found.vectors.col(i);
        BucklingMode mode = none;
        mode.factor = 1 / found.values[i];
        mode.residual = eigenResidual(*drop, system.stiffness(), found.values[i], vector);
        mode.shape = nodeShape(system.mesh(), vector.cwiseProduct(system.scales()), nodes);
        modes.push_back(std::move(mode));
    }
    if (modes.empty()) modes.push_back(none);
    return modes;
}

}  // namespace pt::frame
