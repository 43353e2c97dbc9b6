// The largest eigenvalues of A φ = μ B φ, A symmetric, B positive definite and factored. Buckling
// and vibration both ask for them. Internal to numerics.
#pragma once

#include "engine/numerics/frame_system.h"

namespace pt::frame {

struct EigenPairs {
    Vector values;            // largest first
    Eigen::MatrixXd vectors;  // φ, a column each
    bool converged = false;
    int iterations = 0;
};

// At most `count` pairs. B is given by its factors, without shift; `matrix` is B itself for small
// systems, where a dense solver is faster and finds every pair.
EigenPairs largestPairs(const Matrix& A, const Matrix& B, const Factors& factors, int count);

// |A φ - μ B φ| / |μ B φ|.
double eigenResidual(const Matrix& A, const Matrix& B, double mu, const Vector& vector);

}  // namespace pt::frame
