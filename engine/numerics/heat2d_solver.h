// The symmetric equations of the cells of a grid, factored once for many right sides. Cells are
// numbered by nested dissection, which keeps the factor small: about 31/4 n log2 n numbers for n
// cells (George, "Nested dissection of a regular finite element mesh", SIAM J. Numer. Anal. 10,
// 1973). Internal to numerics.
#pragma once

#include <Eigen/SparseCholesky>
#include <vector>

#include "engine/numerics/heat2d_mesh.h"

namespace pt::heat {

class Solver {
public:
    explicit Solver(const Grid& grid);

    // Of the conduction of the mesh with `onDiagonal` (a cell) added. False: singular.
    bool factor(const Mesh& mesh, const std::vector<double>& onDiagonal);
    // Right sides in, temperatures out; empty cells stay as they are.
    void solve(std::vector<double>& cells);

private:
    using Matrix = Eigen::SparseMatrix<double>;

    std::vector<int> cells_;   // in the order of elimination
    std::vector<int> number_;  // of a cell in it
    Eigen::SimplicialLDLT<Matrix, Eigen::Lower, Eigen::NaturalOrdering<int>> factors_;
    bool analysed_ = false;
    Eigen::VectorXd work_;
};

}  // namespace pt::heat
