// Lines in a temperature field: isotherms, and stream lines of the heat.
// Metres, kelvin, W/m.
#pragma once

#include <vector>

#include "engine/view/scene.h"
#include "sims/passive_house/detail_shape.h"

namespace pt {

// Temperatures at the crossings of a rectilinear net over a box, fine enough to
// draw by.
struct DetailNet {
    std::vector<double> xs, ys;
    std::vector<double> values;  // columns of xs, from the lower left; NaN: no material
    std::vector<char> filled;    // a mesh of the net: material in its middle
    double at(size_t column, size_t row) const { return values[row * xs.size() + column]; }
};
DetailNet netOf(const Heat2d& field, const DetailBox& box);

// The lines along which the temperature is `level`, each as one chain of
// points.
std::vector<std::vector<Vec>> isotherm(const DetailNet& net, double level);

// From the room to the open air, so that as much heat flows between any two
// neighbours.
struct HeatLines {
    std::vector<std::vector<Vec>> lines;
    double each = 0;  // W/m that a line stands for
};
HeatLines heatLines(const Heat2d& field, const std::vector<DetailEdge>& edges,
                    const DetailBox& box);

}  // namespace pt
