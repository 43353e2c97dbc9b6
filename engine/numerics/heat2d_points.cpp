#include "engine/numerics/heat2d_points.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace pt::heat {
namespace {

// The interval of `borders` that holds `at`; -1: none.
int intervalOf(const std::vector<double>& borders, double at) {
    if (!(at >= borders.front() && at <= borders.back())) return -1;
    const auto above = std::upper_bound(borders.begin(), borders.end(), at);
    return std::min(static_cast<int>(above - borders.begin()),
                    static_cast<int>(borders.size()) - 1) -
           1;
}

// The cell at a point; on the edge of the material the one that has it.
int cellAt(const Grid& grid, double x, double y) {
    const int column = intervalOf(grid.xs, x), row = intervalOf(grid.ys, y);
    if (column < 0 || row < 0) return -1;
    for (const int r : {row, row - 1}) {
        if (r < 0 || (r < row && y > grid.ys[row])) continue;
        for (const int c : {column, column - 1}) {
            if (c < 0 || (c < column && x > grid.xs[column])) continue;
            if (grid.material[grid.cell(c, r)] != empty) return grid.cell(c, r);
        }
    }
    return -1;
}

// W/m through that side out of the cell.
double flowOut(const Field& field, int cell, Side side) {
    const int at = field.mesh.faceOf[cell][static_cast<size_t>(side)];
    if (at >= 0) {
        const Face& face = field.mesh.faces[at];
        return -flowInto(face, field.section.boundaries[face.boundary], field.cells[cell]);
    }
    const int next = field.mesh.neighbour(cell, side);
    if (next < 0) return 0;
    return field.mesh.between(cell, side) * (field.cells[cell] - field.cells[next]);
}

double sideTemperature(const Field& field, int cell, Side side) {
    return field.cells[cell] -
           flowOut(field, cell, side) / field.mesh.half(field.section, cell, side);
}

// What the cell thinks of its corner: its own plane.
double cornerOf(const Field& field, int cell, Side across, Side up) {
    return sideTemperature(field, cell, across) + sideTemperature(field, cell, up) -
           field.cells[cell];
}

Side opposite(Side side) {
    if (side == Side::left) return Side::right;
    if (side == Side::right) return Side::left;
    return side == Side::below ? Side::above : Side::below;
}

// The mean of all cells around the corner that touch each other there, those that conduct best
// counting most.
double cornerTemperature(const Field& field, int cell, Side across, Side up) {
    double sum = 0, weights = 0;
    const auto add = [&](int at, Side x, Side y) {
        const double weight = field.section.materials[field.mesh.grid.material[at]].conductivity;
        sum += weight * cornerOf(field, at, x, y);
        weights += weight;
    };
    add(cell, across, up);
    const int beside = field.mesh.neighbour(cell, across);
    const int over = field.mesh.neighbour(cell, up);
    if (beside >= 0) add(beside, opposite(across), up);
    if (over >= 0) add(over, across, opposite(up));
    const int far = beside >= 0 ? field.mesh.neighbour(beside, up)
                    : over >= 0 ? field.mesh.neighbour(over, across)
                                : -1;
    if (far >= 0) add(far, opposite(across), opposite(up));
    return sum / weights;
}

}  // namespace

double temperatureAt(const Field& field, double x, double y) {
    const Grid& grid = field.mesh.grid;
    const int cell = cellAt(grid, x, y);
    if (cell < 0) return std::numeric_limits<double>::quiet_NaN();
    const int column = cell % grid.columns(), row = cell / grid.columns();
    // From the middle, in halves of the cell.
    const double u = 2 * (x - grid.xs[column]) / grid.width(column) - 1;
    const double v = 2 * (y - grid.ys[row]) / grid.height(row) - 1;
    const Side across = u < 0 ? Side::left : Side::right;
    const Side up = v < 0 ? Side::below : Side::above;
    const double a = std::fabs(u), b = std::fabs(v);
    return (1 - a) * (1 - b) * field.cells[cell] +
           a * (1 - b) * sideTemperature(field, cell, across) +
           (1 - a) * b * sideTemperature(field, cell, up) +
           a * b * cornerTemperature(field, cell, across, up);
}

Heat2d::Flux fluxAt(const Field& field, double x, double y) {
    const Grid& grid = field.mesh.grid;
    const int cell = cellAt(grid, x, y);
    if (cell < 0) return {};
    const int column = cell % grid.columns(), row = cell / grid.columns();
    const double width = grid.width(column), height = grid.height(row);
    const double u = (x - grid.xs[column]) / width, v = (y - grid.ys[row]) / height;
    return {(u * flowOut(field, cell, Side::right) - (1 - u) * flowOut(field, cell, Side::left)) /
                height,
            (v * flowOut(field, cell, Side::above) - (1 - v) * flowOut(field, cell, Side::below)) /
                width};
}

}  // namespace pt::heat
