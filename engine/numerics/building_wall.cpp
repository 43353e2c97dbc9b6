#include "engine/numerics/building_wall.h"

#include <algorithm>
#include <cmath>

#include "engine/core/math.h"

namespace pt {
namespace {

// Thinner in heat than any real layer: keeps the arithmetic of a wall with foil in it sound.
constexpr double leastResistance = 1e-5;  // m² K/W, per cell
constexpr int mostCells = 24;             // per layer
constexpr double day = 86400;             // s

int cellsOf(const BuildingLayer& layer, double finer) {
    const double stored = layer.density * layer.heatCapacity;
    if (layer.resistance > 0 || stored <= 0) return 1;
    const double depth = std::sqrt(layer.conductivity / stored * day / math::pi);
    return static_cast<int>(std::clamp(std::ceil(layer.thickness * finer / depth), 1.0,
                                       static_cast<double>(mostCells)));
}

}  // namespace

WallGrid makeWallGrid(const BuildingConstruction& construction, double finer) {
    WallGrid grid;
    grid.depth.push_back(0);
    grid.capacity.push_back(0);
    grid.border.push_back(0);
    for (const BuildingLayer& layer : construction.layers) {
        const bool massless = layer.resistance > 0;
        const int cells = cellsOf(layer, finer);
        const double resistance =
            massless ? layer.resistance : layer.thickness / layer.conductivity;
        const double held =
            massless ? 0 : layer.thickness * layer.density * layer.heatCapacity / cells;
        const double thickness = massless ? 0 : layer.thickness / cells;
        for (int i = 0; i < cells; ++i) {
            grid.conductance.push_back(1 / std::max(resistance / cells, leastResistance));
            grid.capacity.back() += held / 2;
            grid.capacity.push_back(held / 2);
            grid.depth.push_back(grid.depth.back() + thickness);
        }
        grid.border.push_back(static_cast<int>(grid.nodes()) - 1);
    }
    return grid;
}

WallStep::WallStep(const WallGrid& grid, double dt) {
    const size_t n = grid.nodes();
    firstStorage_ = grid.capacity.front() / dt;
    lastStorage_ = grid.capacity.back() / dt;
    first_ = grid.conductance.front();
    last_ = grid.conductance.back();
    outer_ = firstStorage_;
    inner_ = lastStorage_;
    across_ = first_;
    if (n == 2) return;
    nodes_.resize(n - 2);
    double before = 0;  // toNext of the node before
    for (size_t i = 0; i < nodes_.size(); ++i) {
        const double left = grid.conductance[i], right = grid.conductance[i + 1];
        Node& node = nodes_[i];
        node.storage = grid.capacity[i + 1] / dt;
        node.pivot = 1 / (node.storage + left + right - left * before);
        node.fromBefore = i == 0 ? 0 : left * nodes_[i - 1].pivot;
        node.toNext = right * node.pivot;
        before = node.toNext;
        node.outer = left * node.pivot * (i == 0 ? 1 : nodes_[i - 1].outer);
        node.held = node.pivot * (node.storage + (i == 0 ? 0 : left * nodes_[i - 1].held));
    }
    double outer = 0, inner = 1, held = 0;  // of the node after
    for (size_t i = nodes_.size(); i-- > 0;) {
        Node& node = nodes_[i];
        outer = node.outer += node.toNext * outer;
        inner = node.inner = node.toNext * inner;
        held = node.held += node.toNext * held;
    }
    outer_ += first_ * nodes_.front().held;
    inner_ += last_ * nodes_.back().held;
    across_ = first_ * nodes_.front().inner;
}

WallStep::Base WallStep::base(std::span<const double> now, std::span<double> inside) const {
    Base base{firstStorage_ * now.front(), lastStorage_ * now.back()};
    const size_t n = nodes_.size();
    if (n == 0) return base;
    double carried = 0;
    for (size_t i = 0; i < n; ++i) {
        const Node& node = nodes_[i];
        carried = node.storage * now[i + 1] + node.fromBefore * carried;
        inside[i] = carried * node.pivot;
    }
    double after = 0;
    for (size_t i = n; i-- > 0;) {
        after = inside[i] + nodes_[i].toNext * after;
        inside[i] = after;
    }
    base.outer += first_ * inside[0];
    base.inner += last_ * inside[n - 1];
    return base;
}

void WallStep::finish(std::span<const double> inside, double outer, double inner,
                      std::span<double> now) const {
    now.front() = outer;
    now.back() = inner;
    for (size_t i = 0; i < nodes_.size(); ++i)
        now[i + 1] = inside[i] + nodes_[i].outer * outer + nodes_[i].inner * inner;
}

}  // namespace pt
