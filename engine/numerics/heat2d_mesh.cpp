#include "engine/numerics/heat2d_mesh.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace pt::heat {
namespace {

bool upright(Side side) { return side == Side::left || side == Side::right; }

void conduct(Mesh& mesh, const HeatSection& section) {
    const size_t cells = mesh.grid.material.size();
    mesh.toRight.assign(cells, 0);
    mesh.above.assign(cells, 0);
    mesh.capacity.assign(cells, 0);
    for (int cell = 0; cell < static_cast<int>(cells); ++cell) {
        if (mesh.grid.material[cell] == empty) continue;
        const HeatMaterial& material = section.materials[mesh.grid.material[cell]];
        mesh.capacity[cell] = material.density * material.heatCapacity *
                              mesh.grid.width(cell % mesh.grid.columns()) *
                              mesh.grid.height(cell / mesh.grid.columns());
        for (const Side side : {Side::right, Side::above}) {
            const int next = mesh.neighbour(cell, side);
            if (next < 0) continue;
            const double here = mesh.half(section, cell, side);
            const double there = mesh.half(section, next, side);
            (side == Side::right ? mesh.toRight : mesh.above)[cell] = here * there / (here + there);
        }
    }
}

// The faces of one boundary: a later one takes over what an earlier one had.
class Laying {
public:
    Laying(Mesh& mesh, const HeatSection& section) : mesh_(mesh), section_(section) {}

    bool lay(int boundary) {
        const HeatBoundary& edge = section_.boundaries[boundary];
        const Grid& grid = mesh_.grid;
        found_ = false;
        if (edge.x0 == edge.x1) {
            const int column = nearestBorder(grid.xs, edge.x0);
            if (!isBorder(grid.xs, column, edge.x0)) return false;
            const auto [low, high] = range(grid.ys, edge.y0, edge.y1);
            for (int row = low; row < high; ++row)
                face(boundary, cellAt(column - 1, row), cellAt(column, row), Side::right);
        } else {
            const int row = nearestBorder(grid.ys, edge.y0);
            if (!isBorder(grid.ys, row, edge.y0)) return false;
            const auto [low, high] = range(grid.xs, edge.x0, edge.x1);
            for (int column = low; column < high; ++column)
                face(boundary, cellAt(column, row - 1), cellAt(column, row), Side::above);
        }
        return found_;
    }

private:
    static std::pair<int, int> range(const std::vector<double>& all, double a, double b) {
        return {nearestBorder(all, std::min(a, b)), nearestBorder(all, std::max(a, b))};
    }
    bool isBorder(const std::vector<double>& all, int index, double at) const {
        const double size = std::max(mesh_.grid.xs.back() - mesh_.grid.xs.front(),
                                     mesh_.grid.ys.back() - mesh_.grid.ys.front());
        return std::fabs(all[index] - at) <= 2e-9 * size;
    }
    int cellAt(int column, int row) const {
        const Grid& grid = mesh_.grid;
        if (column < 0 || row < 0 || column >= grid.columns() || row >= grid.rows()) return -1;
        const int cell = grid.cell(column, row);
        return grid.material[cell] == empty ? -1 : cell;
    }
    void face(int boundary, int before, int behind, Side ofBefore) {
        if ((before < 0) == (behind < 0)) return;
        found_ = true;
        const Side side = before >= 0               ? ofBefore
                          : ofBefore == Side::right ? Side::left
                                                    : Side::below;
        const int cell = std::max(before, behind);
        const Grid& grid = mesh_.grid;
        Face made;
        made.cell = cell;
        made.boundary = boundary;
        made.length =
            upright(side) ? grid.height(cell / grid.columns()) : grid.width(cell % grid.columns());
        made.inner = mesh_.half(section_, cell, side);
        const double resistance = section_.boundaries[boundary].resistance;
        const double ratio = made.inner * resistance / made.length;
        made.conductance = made.inner / (1 + ratio);
        made.fluxShare =
            resistance == std::numeric_limits<double>::infinity() ? 1 : ratio / (1 + ratio);
        int& index = mesh_.faceOf[cell][static_cast<size_t>(side)];
        if (index >= 0) {
            mesh_.faces[index] = made;
            return;
        }
        index = static_cast<int>(mesh_.faces.size());
        mesh_.faces.push_back(made);
    }

    Mesh& mesh_;
    const HeatSection& section_;
    bool found_ = false;
};

}  // namespace

int Mesh::neighbour(int cell, Side side) const {
    const int column = cell % grid.columns(), row = cell / grid.columns();
    int next = -1;
    if (side == Side::left && column > 0) next = cell - 1;
    if (side == Side::right && column + 1 < grid.columns()) next = cell + 1;
    if (side == Side::below && row > 0) next = cell - grid.columns();
    if (side == Side::above && row + 1 < grid.rows()) next = cell + grid.columns();
    return next < 0 || grid.material[next] == empty ? -1 : next;
}

double Mesh::between(int cell, Side side) const {
    if (side == Side::right) return toRight[cell];
    if (side == Side::above) return above[cell];
    const int other = neighbour(cell, side);
    if (other < 0) return 0;
    return side == Side::left ? toRight[other] : above[other];
}

double Mesh::half(const HeatSection& section, int cell, Side side) const {
    const double width = grid.width(cell % grid.columns());
    const double height = grid.height(cell / grid.columns());
    const double shape = upright(side) ? height / width : width / height;
    return 2 * section.materials[grid.material[cell]].conductivity * shape;
}

Result<Mesh> makeMesh(const HeatSection& section, Grid grid) {
    Mesh mesh;
    mesh.grid = std::move(grid);
    mesh.faceOf.assign(mesh.grid.material.size(), {-1, -1, -1, -1});
    conduct(mesh, section);
    Laying laying(mesh, section);
    for (size_t i = 0; i < section.boundaries.size(); ++i)
        if (!laying.lay(static_cast<int>(i)))
            return Error{"heat2d.nowhere",
                         "boundaries[" + std::to_string(i) + "]",
                         {{"name", section.boundaries[i].name}}};
    return mesh;
}

double flowInto(const Face& face, const HeatBoundary& edge, double cell) {
    return face.conductance * (edge.temperature - cell) + face.fluxShare * edge.flux * face.length;
}

double faceTemperature(const Face& face, const HeatBoundary& edge, double cell) {
    return cell + flowInto(face, edge, cell) / face.inner;
}

std::vector<int> looseParts(const HeatSection& section, const Mesh& mesh) {
    const size_t cells = mesh.grid.material.size();
    std::vector<char> seen(cells, 0), held(cells, 0);
    for (const Face& face : mesh.faces)
        if (face.conductance > 0 &&
            section.boundaries[face.boundary].resistance < std::numeric_limits<double>::infinity())
            held[face.cell] = 1;
    std::vector<int> loose, waiting;
    for (int first = 0; first < static_cast<int>(cells); ++first) {
        if (seen[first] || mesh.grid.material[first] == empty) continue;
        bool holds = false;
        waiting.assign(1, first);
        seen[first] = 1;
        while (!waiting.empty()) {
            const int cell = waiting.back();
            waiting.pop_back();
            holds = holds || held[cell];
            for (const Side side : sides) {
                const int next = mesh.neighbour(cell, side);
                if (next < 0 || seen[next]) continue;
                seen[next] = 1;
                waiting.push_back(next);
            }
        }
        if (!holds) loose.push_back(first);
    }
    return loose;
}

}  // namespace pt::heat
