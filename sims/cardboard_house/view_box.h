// Where a box stands on the stage: cut open from the front, in metres, on corks on the table.
#pragma once

#include <string>

#include "engine/view/view.h"
#include "sims/cardboard_house/model.h"

namespace pt {

struct BoxFrame {
    BoxFrame(const CardboardHouse& model, int box);

    int box;
    double side;    // -1: its hole is in the left wall (A), +1: in the right one (B)
    Vec low, high;  // outside of the cardboard
    double wall;    // m, cardboard and lining
    double lining;  // m
    Vec inLow, inHigh;
    double holeLow = 0, holeHigh = 0;  // y of the hole; equal without one
    double holeX = 0;                  // outside of the wall it is in
    std::string id() const { return box == 0 ? "box.a" : "box.b"; }
    std::string letter() const { return box == 0 ? "A" : "B"; }
};
// What should be in view of both, and where the table is.
struct StageFrame {
    Vec low, high;
};
StageFrame stageFrame(const CardboardHouse& model);

// Around the temperature of the room: 0 .. 1 of Palette::temperature.
inline constexpr double warmest = 40;  // K above the room at the end of the scale
double warmth(double kelvin, double room);

void drawBox(Scene& scene, const CardboardHouse& model, const BoxFrame& frame,
             const ViewState& state);

}  // namespace pt
