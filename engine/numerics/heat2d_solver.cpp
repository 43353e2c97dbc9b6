#include "engine/numerics/heat2d_solver.h"

#include <cmath>

namespace pt::heat {
namespace {

constexpr int smallest = 8;  // cells wide and high: not cut any further

struct Box {
    int left, right, low, high;
};

// Both halves first, then the line of cells that keeps them apart.
void dissect(const Grid& grid, Box box, std::vector<int>& order) {
    const int width = box.right - box.left, height = box.high - box.low;
    if (width <= 0 || height <= 0) return;
    if (width <= smallest && height <= smallest) {
        for (int row = box.low; row < box.high; ++row)
            for (int column = box.left; column < box.right; ++column)
                if (grid.material[grid.cell(column, row)] != empty)
                    order.push_back(grid.cell(column, row));
        return;
    }
    if (width >= height) {
        const int cut = box.left + width / 2;
        dissect(grid, {box.left, cut, box.low, box.high}, order);
        dissect(grid, {cut + 1, box.right, box.low, box.high}, order);
        for (int row = box.low; row < box.high; ++row)
            if (grid.material[grid.cell(cut, row)] != empty) order.push_back(grid.cell(cut, row));
    } else {
        const int cut = box.low + height / 2;
        dissect(grid, {box.left, box.right, box.low, cut}, order);
        dissect(grid, {box.left, box.right, cut + 1, box.high}, order);
        for (int column = box.left; column < box.right; ++column)
            if (grid.material[grid.cell(column, cut)] != empty)
                order.push_back(grid.cell(column, cut));
    }
}

}  // namespace

Solver::Solver(const Grid& grid) : number_(grid.material.size(), empty) {
    dissect(grid, {0, grid.columns(), 0, grid.rows()}, cells_);
    for (size_t i = 0; i < cells_.size(); ++i) number_[cells_[i]] = static_cast<int>(i);
    work_.resize(static_cast<Eigen::Index>(cells_.size()));
}

bool Solver::factor(const Mesh& mesh, const std::vector<double>& onDiagonal) {
    std::vector<Eigen::Triplet<double>> entries;
    entries.reserve(3 * cells_.size());
    for (const int cell : cells_) {
        double diagonal = onDiagonal[cell];
        for (const Side side : sides) diagonal += mesh.between(cell, side);
        for (const int at : mesh.faceOf[cell])
            if (at >= 0) diagonal += mesh.faces[at].conductance;
        entries.emplace_back(number_[cell], number_[cell], diagonal);
        for (const Side side : {Side::right, Side::above}) {
            const int next = mesh.neighbour(cell, side);
            if (next < 0) continue;
            const auto [low, high] = std::minmax(number_[cell], number_[next]);
            entries.emplace_back(high, low, -mesh.between(cell, side));
        }
    }
    const auto size = static_cast<Eigen::Index>(cells_.size());
    Matrix matrix(size, size);
    matrix.setFromTriplets(entries.begin(), entries.end());
    if (!analysed_) factors_.analyzePattern(matrix);
    analysed_ = true;
    factors_.factorize(matrix);
    return factors_.info() == Eigen::Success && factors_.vectorD().minCoeff() > 0;
}

void Solver::solve(std::vector<double>& cells) {
    for (size_t i = 0; i < cells_.size(); ++i)
        work_[static_cast<Eigen::Index>(i)] = cells[cells_[i]];
    factors_.matrixL().solveInPlace(work_);
    work_.array() /= factors_.vectorD().array();
    factors_.matrixU().solveInPlace(work_);
    for (size_t i = 0; i < cells_.size(); ++i)
        cells[cells_[i]] = work_[static_cast<Eigen::Index>(i)];
}

}  // namespace pt::heat
