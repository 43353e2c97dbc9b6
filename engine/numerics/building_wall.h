// Conduction through the layers of one construction: 1D finite volumes, per m². Nodes lie on the
// borders of cells, so that a wall's faces and the borders between its layers are nodes. A backward
// Euler step keeps its balance exactly; with the faces' temperatures prescribed, one factorisation
// serves a whole year, and what depends on the films stays outside it.
#pragma once

#include <span>
#include <vector>

#include "engine/numerics/building.h"

namespace pt {

// What a step needs of the wall is small and read in one run; sizes of `nodes` vectors agree.
struct WallGrid {
    std::vector<double> depth;        // m from the outer face, per node
    std::vector<double> capacity;     // J/(m² K) at each node
    std::vector<double> conductance;  // W/(m² K) from each node to the next, nodes − 1
    std::vector<int> border;          // the node at each border of the layers, layers + 1

    size_t nodes() const { return depth.size(); }
};
// Cells no thicker than 1/finer of the depth at which a daily wave has sunk to 1/e, sqrt(a
// day·α/π).
WallGrid makeWallGrid(const BuildingConstruction& construction, double finer = 4);

// The condensed wall: heat into its outer face from beyond qo = across·(To − Ti) + outer·To −
// base.outer, and into its inner face from the zone qi = across·(Ti − To) + inner·Ti − base.inner,
// W/m². Kept apart like this, nothing is lost where a wall hardly resists.
class WallStep {
public:
    struct Base {
        double outer = 0, inner = 0;
    };

    WallStep(const WallGrid& grid, double dt);

    double across() const { return across_; }
    double outer() const { return outer_; }
    double inner() const { return inner_; }

    // What the heat held at the start of the step (temperatures `now`) sends to the faces. Fills
    // `inside`, the temperatures with both faces at 0.
    Base base(std::span<const double> now, std::span<double> inside) const;
    // The temperatures at the end of the step from `inside` and those of the faces.
    void finish(std::span<const double> inside, double outer, double inner,
                std::span<double> now) const;

private:
    struct Node {
        double storage;             // capacity / dt
        double fromBefore;          // elimination of the node before, times its right side
        double pivot;               // 1 / pivot
        double toNext;              // conductance to the next node, over the pivot
        double outer, inner, held;  // the part in its temperature of the outer face, of the inner
                                    // face, and of what it held; together 1
    };
    std::vector<Node> nodes_;  // the inner ones
    double firstStorage_ = 0, lastStorage_ = 0, first_ = 0, last_ = 0;
    double across_ = 0, outer_ = 0, inner_ = 0;
};

}  // namespace pt
