#include "engine/numerics/frame_buckling.h"

#include <Eigen/Dense>
#include <Eigen/SparseCholesky>
#include <Spectra/MatOp/SparseCholesky.h>
#include <Spectra/MatOp/SparseSymMatProd.h>
#include <Spectra/SymGEigsSolver.h>
#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/numerics/frame_mesh.h"

namespace pt::frame {
namespace {

// (-Kg) φ = μ K φ with K positive definite: the largest μ gives the lowest positive λ = 1/μ,
// and loads that would have to change sign (μ < 0) lie at the other end of the spectrum.
struct Largest {
    double mu = 0;
    Vector vector;
    bool converged = false;
    int iterations = 0;
};

Largest dense(const Matrix& drop, const Matrix& stiffness) {
    const Eigen::MatrixXd a = Eigen::MatrixXd(drop).selfadjointView<Eigen::Lower>();
    const Eigen::MatrixXd b = Eigen::MatrixXd(stiffness).selfadjointView<Eigen::Lower>();
    const Eigen::GeneralizedSelfAdjointEigenSolver<Eigen::MatrixXd> solver(a, b);
    if (solver.info() != Eigen::Success) return {};
    const Eigen::Index last = a.rows() - 1;
    return {solver.eigenvalues()[last], solver.eigenvectors().col(last), true, 1};
}

Largest iterative(const Matrix& drop, const Matrix& stiffness) {
    using Product = Spectra::SparseSymMatProd<double>;
    using Cholesky = Spectra::SparseCholesky<double>;
    constexpr int wanted = 2, basis = 24, most = 2000;
    Product product(drop);
    Cholesky cholesky(stiffness);
    if (cholesky.info() != Spectra::CompInfo::Successful) return {};
    Spectra::SymGEigsSolver<Product, Cholesky, Spectra::GEigsMode::Cholesky> solver(
        product, cholesky, wanted, basis);
    Vector start(drop.rows());
    for (Eigen::Index i = 0; i < start.size(); ++i)
        start[i] = 1 + 0.37 * static_cast<double>((i * 7) % 11);  // fixed, and without symmetry
    solver.init(start.data());
    const bool found = solver.compute(Spectra::SortRule::LargestAlge, most, 1e-10) > 0;
    if (!found) return {0, {}, false, static_cast<int>(solver.num_iterations())};
    return {solver.eigenvalues()[0], solver.eigenvectors(1).col(0),
            solver.info() == Spectra::CompInfo::Successful,
            static_cast<int>(solver.num_iterations())};
}

}  // namespace

BucklingMode lowestMode(const Frame& frame, size_t nodes, const std::vector<double>& axial) {
    BucklingMode mode;
    mode.factor = std::numeric_limits<double>::infinity();
    mode.shape.assign(nodes, {0, 0, 0});
    mode.converged = true;
    if (std::none_of(axial.begin(), axial.end(), [](double N) { return N < 0; })) return mode;

    const Mesh mesh = makeMesh(frame);
    const Assembler assembler(mesh);
    Matrix stiff = assembler.pattern(), drop = assembler.pattern();
    for (size_t e = 0; e < mesh.elements.size(); ++e) {
        assembler.add(stiff, e, stiffness(mesh.elements[e]));
        assembler.add(drop, e, geometricStiffness(mesh.elements[e], -axial[e]));
    }
    const Vector factors = scales(mesh, stiff);
    scale(stiff, factors);
    scale(drop, factors);

    // The iteration wants a space well above its basis; below that the dense solver is faster too.
    const Largest found = mesh.size <= 48 ? dense(drop, stiff) : iterative(drop, stiff);
    mode.converged = found.converged;
    mode.iterations = found.iterations;
    if (!found.converged || found.mu <= 0) return mode;
    mode.factor = 1 / found.mu;
    const Vector left = stiff.selfadjointView<Eigen::Lower>() * found.vector;
    const Vector right = drop.selfadjointView<Eigen::Lower>() * found.vector;
    mode.residual = (left * found.mu - right).norm() / (left * found.mu).norm();

    const Vector shape = found.vector.cwiseProduct(factors);
    double largest = 0;
    for (size_t n = 0; n < nodes; ++n)
        for (size_t d = 0; d < 3; ++d) {
            if (mesh.nodeDofs[n][d] < 0) continue;
            mode.shape[n][d] = shape[mesh.nodeDofs[n][d]];
            if (d < 2) largest = std::max(largest, std::fabs(mode.shape[n][d]));
        }
    if (largest > 0)
        for (auto& values : mode.shape)
            for (double& value : values) value /= largest;
    return mode;
}

}  // namespace pt::frame
