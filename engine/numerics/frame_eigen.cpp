#include "engine/numerics/frame_eigen.h"

#include <Eigen/Dense>
#include <Spectra/SymEigsSolver.h>
#include <algorithm>

namespace pt::frame {
namespace {

// With B = Pᵀ L D Lᵀ P: D^-½ L^-1 P A Pᵀ L^-T D^-½, an ordinary symmetric problem in y = D^½ Lᵀ P
// φ.
class Reduced {
public:
    using Scalar = double;

    Reduced(const Matrix& A, const Factors& factors)
        : A_(A), factors_(factors), roots_(factors.vectorD().cwiseSqrt().cwiseInverse()) {}

    Eigen::Index rows() const { return A_.rows(); }
    Eigen::Index cols() const { return A_.rows(); }

    void perform_op(const double* in, double* out) const {
        const Vector y = Eigen::Map<const Vector>(in, rows());
        original(y, work_);
        image_.noalias() = A_.selfadjointView<Eigen::Lower>() * work_;
        work_.noalias() = factors_.permutationP() * image_;
        factors_.matrixL().solveInPlace(work_);
        Eigen::Map<Vector>(out, rows()) = work_.cwiseProduct(roots_);
    }

    void original(const Vector& y, Vector& phi) const {
        phi = y.cwiseProduct(roots_);
        factors_.matrixU().solveInPlace(phi);
        phi = (factors_.permutationPinv() * phi).eval();
    }

private:
    const Matrix& A_;
    const Factors& factors_;
    Vector roots_;
    mutable Vector work_, image_;
};

EigenPairs dense(const Matrix& A, const Matrix& B, int count) {
    const Eigen::MatrixXd a = Eigen::MatrixXd(A).selfadjointView<Eigen::Lower>();
    const Eigen::MatrixXd b = Eigen::MatrixXd(B).selfadjointView<Eigen::Lower>();
    const Eigen::GeneralizedSelfAdjointEigenSolver<Eigen::MatrixXd> solver(a, b);
    if (solver.info() != Eigen::Success) return {};
    const Eigen::Index some = std::min<Eigen::Index>(count, a.rows());
    return {solver.eigenvalues().tail(some).reverse(),
            solver.eigenvectors().rightCols(some).rowwise().reverse(), true, 1};
}

}  // namespace

EigenPairs largestPairs(const Matrix& A, const Matrix& B, const Factors& factors, int count) {
    constexpr int small = 48, most = 2000;
    const int size = static_cast<int>(A.rows());
    const int basis = std::max(20, 2 * count + 8);
    if (size <= std::max(small, basis)) return dense(A, B, count);
    Reduced reduced(A, factors);
    Spectra::SymEigsSolver<Reduced> solver(reduced, count, basis);
    const Vector start = startVector(size);
    solver.init(start.data());
    EigenPairs pairs;
    const Eigen::Index found = solver.compute(Spectra::SortRule::LargestAlge, most, 1e-10);
    pairs.iterations = static_cast<int>(solver.num_iterations());
    pairs.converged = found == count;
    if (found == 0) return pairs;
    pairs.values = solver.eigenvalues();
    const Eigen::MatrixXd ys = solver.eigenvectors();
    pairs.vectors.resize(size, ys.cols());
    Vector phi;
    for (Eigen::Index i = 0; i < ys.cols(); ++i) {
        reduced.original(ys.col(i), phi);
        pairs.vectors.col(i) = phi;
    }
    return pairs;
}

double eigenResidual(const Matrix& A, const Matrix& B, double mu, const Vector& vector) {
    const Vector left = A.selfadjointView<Eigen::Lower>() * vector;
    const Vector right = B.selfadjointView<Eigen::Lower>() * vector * mu;
    return (left - right).norm() / right.norm();
}

}  // namespace pt::frame
