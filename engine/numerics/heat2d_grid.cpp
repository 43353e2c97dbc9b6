#include "engine/numerics/heat2d_grid.h"

#include <algorithm>
#include <cmath>

#include "engine/core/math.h"

namespace pt::heat {
namespace {

constexpr size_t mostParts = 2000;
constexpr double farthest = 1e4;   // m
constexpr double hottest = 1e5;    // K
constexpr double most = 1e12;      // of any other number
constexpr double sameEdge = 1e-9;  // of the section's size: such edges are one
constexpr double nearEdge = 0.06;  // of the section's size: cells are smallest within it
constexpr int fewestBetween = 2;   // cells between two edges
constexpr double coarsest = 100, finest = 1e-4;

Error at(const char* key, const char* list, size_t index, Args args = {}) {
    return {key, std::string(list) + '[' + std::to_string(index) + ']', std::move(args)};
}

bool within(double value, double low, double high) { return value >= low && value <= high; }
bool place(double value) { return within(value, -farthest, farthest); }

Status checkMaterials(const HeatSection& section) {
    for (size_t i = 0; i < section.materials.size(); ++i) {
        const HeatMaterial& material = section.materials[i];
        if (!within(material.conductivity, 1e-9, most))
            return at("heat2d.conductivity", "materials", i, {{"name", material.name}});
        if (!within(material.density, 0, most) || !within(material.heatCapacity, 0, most))
            return at("heat2d.capacity", "materials", i, {{"name", material.name}});
    }
    return Ok{};
}

Status checkRectangles(const HeatSection& section) {
    const auto materials = static_cast<int>(section.materials.size());
    if (section.rectangles.empty()) return Error{"heat2d.empty", "", {}};
    for (size_t i = 0; i < section.rectangles.size(); ++i) {
        const HeatRectangle& box = section.rectangles[i];
        if (!place(box.x0) || !place(box.x1) || !place(box.y0) || !place(box.y1))
            return at("heat2d.place", "rectangles", i);
        if (!(box.x0 < box.x1) || !(box.y0 < box.y1))
            return at("heat2d.rectangle", "rectangles", i);
        if (box.material < 0 || box.material >= materials)
            return at("heat2d.material", "rectangles", i);
    }
    return Ok{};
}

Status checkBoundaries(const HeatSection& section) {
    for (size_t i = 0; i < section.boundaries.size(); ++i) {
        const HeatBoundary& edge = section.boundaries[i];
        if (!place(edge.x0) || !place(edge.x1) || !place(edge.y0) || !place(edge.y1))
            return at("heat2d.place", "boundaries", i);
        if ((edge.x0 == edge.x1) == (edge.y0 == edge.y1))
            return at("heat2d.slanting", "boundaries", i, {{"name", edge.name}});
        if (!within(edge.temperature, 0, hottest) || !(edge.resistance >= 0) ||
            !within(edge.flux, -most, most))
            return at("heat2d.climate", "boundaries", i, {{"name", edge.name}});
    }
    return Ok{};
}

struct Span {
    double low = farthest, high = -farthest;
    void add(double value) {
        low = std::min(low, value);
        high = std::max(high, value);
    }
    double size() const { return high - low; }
};

// The edges in one direction, rising, close ones as one. Boundaries beyond the material add none.
std::vector<double> edgesOf(std::vector<double> ofMaterial, const std::vector<double>& ofAir,
                            double size) {
    const auto [low, high] = std::minmax_element(ofMaterial.begin(), ofMaterial.end());
    const Span span{*low, *high};
    for (const double edge : ofAir)
        if (edge > span.low && edge < span.high) ofMaterial.push_back(edge);
    std::sort(ofMaterial.begin(), ofMaterial.end());
    std::vector<double> edges{ofMaterial.front()};
    for (const double edge : ofMaterial)
        if (edge - edges.back() > sameEdge * size) edges.push_back(edge);
    return edges;
}

// Cells are `step` (near + d) wide at a distance d from the nearest edge: a smooth grading, which
// keeps the scheme of second order as the step shrinks.
struct Grading {
    double near = 1;
    double step = 1;

    double count(double length) const {
        return std::max<double>(fewestBetween,
                                std::ceil(2 / step * math::log(1 + length / (2 * near))));
    }
    double count(const std::vector<double>& edges) const {
        double all = 0;
        for (size_t i = 1; i < edges.size(); ++i) all += count(edges[i] - edges[i - 1]);
        return all;
    }
    // The k-th of n borders in a stretch of this length, from its nearest end.
    double border(double length, int k, int n) const {
        if (2 * k == n) return length / 2;
        if (2 * k > n) return length - border(length, n - k, n);
        return near * (math::exp(2.0 * k / n * math::log(1 + length / (2 * near))) - 1);
    }
    std::vector<double> borders(const std::vector<double>& edges) const {
        std::vector<double> all{edges.front()};
        for (size_t i = 1; i < edges.size(); ++i) {
            const double from = edges[i - 1], length = edges[i] - from;
            const int n = static_cast<int>(count(length));
            for (int k = 1; k < n; ++k) all.push_back(from + border(length, k, n));
            all.push_back(edges[i]);
        }
        return all;
    }
};

// The finest step with at most `cells` cells.
double stepFor(Grading grading, const std::vector<double>& xs, const std::vector<double>& ys,
               double cells) {
    double coarse = coarsest, fine = finest;
    for (int halving = 0; halving < 50; ++halving) {
        grading.step = std::sqrt(coarse * fine);
        (grading.count(xs) * grading.count(ys) > cells ? fine : coarse) = grading.step;
    }
    return coarse;
}

void paint(Grid& grid, const HeatSection& section) {
    grid.material.assign(static_cast<size_t>(grid.columns()) * grid.rows(), empty);
    for (const HeatRectangle& box : section.rectangles) {
        const int left = nearestBorder(grid.xs, box.x0), right = nearestBorder(grid.xs, box.x1);
        const int low = nearestBorder(grid.ys, box.y0), high = nearestBorder(grid.ys, box.y1);
        for (int row = low; row < high; ++row)
            for (int column = left; column < right; ++column)
                grid.material[grid.cell(column, row)] = box.material;
    }
}

}  // namespace

int nearestBorder(const std::vector<double>& all, double at) {
    const auto above = std::lower_bound(all.begin(), all.end(), at);
    if (above == all.begin()) return 0;
    if (above == all.end()) return static_cast<int>(all.size()) - 1;
    const auto index = static_cast<int>(above - all.begin());
    return *above - at < at - *(above - 1) ? index : index - 1;
}

Status checkSection(const HeatSection& section) {
    const size_t parts = std::max({section.materials.size(), section.rectangles.size(),
                                   section.boundaries.size(), section.probes.size()});
    if (parts > mostParts)
        return Error{"heat2d.too_many_parts", "", {{"most", std::to_string(mostParts)}}};
    if (const Status good = checkMaterials(section); !good) return good.error();
    if (const Status good = checkRectangles(section); !good) return good.error();
    if (const Status good = checkBoundaries(section); !good) return good.error();
    for (size_t i = 0; i < section.probes.size(); ++i)
        if (!place(section.probes[i].x) || !place(section.probes[i].y))
            return at("heat2d.place", "probes", i);
    return Ok{};
}

Result<Grid> makeGrid(const HeatSection& section, int cells) {
    const Error tooMany{"heat2d.too_many", "", {{"most", std::to_string(mostHeatCells)}}};
    if (cells > mostHeatCells) return tooMany;
    std::vector<double> boxX, boxY, airX, airY;
    Span spanX, spanY;
    for (const HeatRectangle& box : section.rectangles)
        for (const bool end : {false, true}) {
            boxX.push_back(end ? box.x1 : box.x0);
            boxY.push_back(end ? box.y1 : box.y0);
            spanX.add(boxX.back());
            spanY.add(boxY.back());
        }
    for (const HeatBoundary& edge : section.boundaries)
        for (const bool end : {false, true}) {
            airX.push_back(end ? edge.x1 : edge.x0);
            airY.push_back(end ? edge.y1 : edge.y0);
        }
    const double size = std::max(spanX.size(), spanY.size());
    const std::vector<double> edgesX = edgesOf(boxX, airX, size);
    const std::vector<double> edgesY = edgesOf(boxY, airY, size);
    Grading grading{nearEdge * size, coarsest};
    if (edgesX.size() < 2 || edgesY.size() < 2) return at("heat2d.rectangle", "rectangles", 0);
    if (grading.count(edgesX) * grading.count(edgesY) > mostHeatCells) return tooMany;
    grading.step = stepFor(grading, edgesX, edgesY, cells);
    Grid grid{grading.borders(edgesX), grading.borders(edgesY), {}};
    paint(grid, section);
    return grid;
}

}  // namespace pt::heat
