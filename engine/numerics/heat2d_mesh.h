// What conducts between the cells of a cross-section and to its boundaries. Per metre of length out
// of the plane. Internal to numerics.
#pragma once

#include <array>
#include <vector>

#include "engine/numerics/heat2d_grid.h"

namespace pt::heat {

enum class Side { left, right, below, above };
inline constexpr std::array<Side, 4> sides{Side::left, Side::right, Side::below, Side::above};

// Where a cell meets a boundary.
struct Face {
    int cell = 0, boundary = 0;
    double length = 0;       // m
    double inner = 0;        // W/(m K) from the face to the middle of the cell
    double conductance = 0;  // W/(m K) from the air to the middle of the cell
    double fluxShare = 0;    // of the boundary's flux, what does not go off to the air
};

struct Mesh {
    Grid grid;
    std::vector<double> toRight, above;      // W/(m K) from a cell to its neighbour; 0: none
    std::vector<double> capacity;            // J/(m K) of a cell
    std::vector<Face> faces;                 // in the order of boundaries
    std::vector<std::array<int, 4>> faceOf;  // a cell's faces by side; -1: none

    int neighbour(int cell, Side side) const;  // -1: none there, or empty
    double between(int cell, Side side) const;
    // W/(m K) from the middle of the cell to that side.
    double half(const HeatSection& section, int cell, Side side) const;
};

// Of a checked section. Error: heat2d.nowhere.
Result<Mesh> makeMesh(const HeatSection& section, Grid grid);
// W/m through the face into its cell, and the temperature of the face itself.
double flowInto(const Face& face, const HeatBoundary& edge, double cell);
double faceTemperature(const Face& face, const HeatBoundary& edge, double cell);

// A cell of each part that is not connected to the rest and has no boundary it could lose heat to.
std::vector<int> looseParts(const HeatSection& section, const Mesh& mesh);

}  // namespace pt::heat
