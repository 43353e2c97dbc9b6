// The stand on the stage: where things are, in metres, for all three tests.
#pragma once

#include <array>

#include "engine/view/view.h"
#include "sims/material_test/model.h"

namespace pt {

struct StandFrame {
    explicit StandFrame(const MaterialTest& model);

    const MaterialTest& model;
    TestKind test;
    double span;        // m
    double size;        // m: what devices are drawn by
    double thickness;   // m, the specimen across
    double deflection;  // m, true
    double since;       // s since the end; 0 before
    bool over;          // the specimen let go or broke
    double floor;       // y of the table top that everything stands on
    Vec low, high;      // what should be in view
    Vec hook;           // where the bucket hangs now; of a column: its top
};

// The middle line of the specimen, to scale: one line, or two once it broke.
std::vector<std::vector<Vec>> specimenLines(const StandFrame& frame);

// Indices of the scene's items.
struct StandItems {
    int specimen = -1, scale = -1, gauge = -1;
};
StandItems addStandItems(Scene& scene, const StandFrame& frame);

// The frame that holds the specimen: arm and grips, supports, or scale and hand.
void drawStand(Scene& scene, const StandFrame& frame, const StandItems& items);
void drawSpecimen(Scene& scene, const StandFrame& frame, const StandItems& items,
                  const ViewState& state);
// What pulls, with its weight as the scale shows it.
void drawBucket(Scene& scene, const StandFrame& frame, const StandItems& items);
// The ruler or calliper with its divisions, and the reading.
void drawGauge(Scene& scene, const StandFrame& frame, const StandItems& items);

}  // namespace pt
