#include "engine/numerics/heat2d.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "engine/core/assert.h"
#include "engine/numerics/heat2d_mesh.h"
#include "engine/numerics/heat2d_points.h"
#include "engine/numerics/heat2d_solver.h"

namespace pt {

using namespace heat;

struct Heat2d::Parts {
    HeatSection section;
    Mesh mesh;
    Solver solver;
    std::vector<double> now;         // K a cell
    std::vector<double> onDiagonal;  // W/(m K), the stored heat of a step
    std::vector<double> right;
    double factored = notFactored;  // the dt the factor is for; 0: steady

    static constexpr double notFactored = -1;

    Parts(HeatSection theSection, Mesh theMesh)
        : section(std::move(theSection)), mesh(std::move(theMesh)), solver(mesh.grid) {
        const size_t cells = mesh.grid.material.size();
        now.assign(cells, std::numeric_limits<double>::quiet_NaN());
        onDiagonal.assign(cells, 0);
        right.assign(cells, 0);
    }

    bool filled(size_t cell) const { return mesh.grid.material[cell] != empty; }

    // What flows in from the boundaries apart from the part that depends on the cells.
    void fromBoundaries() {
        for (const Face& face : mesh.faces)
            right[face.cell] += flowInto(face, section.boundaries[face.boundary], 0);
    }

    bool factor(double dt) {
        if (factored == dt) return true;
        for (size_t cell = 0; cell < now.size(); ++cell)
            onDiagonal[cell] = dt > 0 ? mesh.capacity[cell] / dt : 0;
        factored = solver.factor(mesh, onDiagonal) ? dt : notFactored;
        return factored == dt;
    }

    // Solves for the temperatures, the right side being what is in `right`.
    Status solve() {
        fromBoundaries();
        solver.solve(right);
        for (size_t cell = 0; cell < now.size(); ++cell) {
            if (!filled(cell)) continue;
            if (!std::isfinite(right[cell])) return Error{"heat2d.no_answer", "", {}};
        }
        for (size_t cell = 0; cell < now.size(); ++cell)
            if (filled(cell)) now[cell] = right[cell];
        return Ok{};
    }

    Error loose(int cell) const {
        const Grid& grid = mesh.grid;
        const int column = cell % grid.columns(), row = cell / grid.columns();
        const double x = (grid.xs[column] + grid.xs[column + 1]) / 2;
        const double y = (grid.ys[row] + grid.ys[row + 1]) / 2;
        for (size_t i = section.rectangles.size(); i-- > 0;) {
            const HeatRectangle& box = section.rectangles[i];
            if (x > box.x0 && x < box.x1 && y > box.y0 && y < box.y1)
                return {"heat2d.loose", "rectangles[" + std::to_string(i) + "]", {}};
        }
        return {"heat2d.loose", "", {}};
    }
};

Heat2d::Heat2d(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Heat2d::Heat2d(Heat2d&&) noexcept = default;
Heat2d& Heat2d::operator=(Heat2d&&) noexcept = default;
Heat2d::~Heat2d() = default;

Result<Heat2d> Heat2d::make(HeatSection section, int cells) {
    if (const Status good = checkSection(section); !good) return good.error();
    Result<Grid> grid = makeGrid(section, cells);
    if (!grid) return grid.error();
    Result<Mesh> mesh = makeMesh(section, std::move(grid.value()));
    if (!mesh) return mesh.error();
    double mean = 293.15;
    if (!section.boundaries.empty()) {
        mean = 0;
        for (const HeatBoundary& edge : section.boundaries)
            mean += edge.temperature / static_cast<double>(section.boundaries.size());
    }
    Heat2d made(std::make_unique<Parts>(std::move(section), std::move(mesh.value())));
    made.start(mean);
    return made;
}

Status Heat2d::solveSteady() {
    const std::vector<int> loose = looseParts(parts_->section, parts_->mesh);
    if (!loose.empty()) return parts_->loose(loose.front());
    if (!parts_->factor(0)) return Error{"heat2d.no_answer", "", {}};
    std::fill(parts_->right.begin(), parts_->right.end(), 0.0);
    return parts_->solve();
}

void Heat2d::start(double temperature) {
    for (size_t cell = 0; cell < parts_->now.size(); ++cell)
        if (parts_->filled(cell)) parts_->now[cell] = temperature;
}

Status Heat2d::step(double dt) {
    if (!(dt > 0) || !std::isfinite(dt)) return Error{"heat2d.step", "", {}};
    // A part without mass and without boundary has no temperature.
    if (!parts_->factor(dt)) {
        const std::vector<int> loose = looseParts(parts_->section, parts_->mesh);
        return loose.empty() ? Error{"heat2d.no_answer", "", {}} : parts_->loose(loose.front());
    }
    for (size_t cell = 0; cell < parts_->now.size(); ++cell)
        parts_->right[cell] =
            parts_->filled(cell) ? parts_->mesh.capacity[cell] / dt * parts_->now[cell] : 0;
    return parts_->solve();
}

void Heat2d::airTemperatures(std::span<const double> temperatures) {
    PT_ASSERT(temperatures.size() == parts_->section.boundaries.size());
    for (size_t i = 0; i < temperatures.size(); ++i)
        parts_->section.boundaries[i].temperature = temperatures[i];
}

const HeatSection& Heat2d::section() const { return parts_->section; }
int Heat2d::columns() const { return parts_->mesh.grid.columns(); }
int Heat2d::rows() const { return parts_->mesh.grid.rows(); }
std::span<const double> Heat2d::xs() const { return parts_->mesh.grid.xs; }
std::span<const double> Heat2d::ys() const { return parts_->mesh.grid.ys; }
std::span<const double> Heat2d::temperatures() const { return parts_->now; }

Status Heat2d::restore(std::span<const double> temperatures) {
    const Error wrong{"heat2d.restore", "", {}};
    if (temperatures.size() != parts_->now.size()) return wrong;
    for (size_t cell = 0; cell < temperatures.size(); ++cell)
        if (parts_->filled(cell) != std::isfinite(temperatures[cell])) return wrong;
    parts_->now.assign(temperatures.begin(), temperatures.end());
    return Ok{};
}

double Heat2d::at(double x, double y) const {
    return temperatureAt({parts_->section, parts_->mesh, parts_->now}, x, y);
}

Heat2d::Flux Heat2d::flux(double x, double y) const {
    return fluxAt({parts_->section, parts_->mesh, parts_->now}, x, y);
}

double Heat2d::flow(int boundary) const {
    double sum = 0;
    for (const Face& face : parts_->mesh.faces)
        if (face.boundary == boundary)
            sum += flowInto(face, parts_->section.boundaries[boundary], parts_->now[face.cell]);
    return sum;
}

double Heat2d::lowest(int boundary) const {
    double least = std::numeric_limits<double>::infinity();
    for (const Face& face : parts_->mesh.faces)
        if (face.boundary == boundary)
            least = std::min(least, faceTemperature(face, parts_->section.boundaries[boundary],
                                                    parts_->now[face.cell]));
    return least;
}

double Heat2d::highest(int boundary) const {
    double most = -std::numeric_limits<double>::infinity();
    for (const Face& face : parts_->mesh.faces)
        if (face.boundary == boundary)
            most = std::max(most, faceTemperature(face, parts_->section.boundaries[boundary],
                                                  parts_->now[face.cell]));
    return most;
}

double Heat2d::heldHeat() const {
    double sum = 0;
    for (size_t cell = 0; cell < parts_->now.size(); ++cell)
        if (parts_->filled(cell)) sum += parts_->mesh.capacity[cell] * parts_->now[cell];
    return sum;
}

}  // namespace pt
