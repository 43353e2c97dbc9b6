// Camera: world metres <-> screen points. Screen y runs down, from the top left of the stage.
#pragma once

#include "engine/view/scene.h"

namespace pt {

struct Camera {
    Vec center{0, 0};     // world point in the middle of the stage
    double scale = 1000;  // points a metre, > 0
    Vec size{1, 1};       // of the stage, points
    // Bands of the stage that something floats over, points: fit, notes and cards stay clear.
    double top = 0, bottom = 0;

    Vec toScreen(Vec world) const;
    Vec toWorld(Vec screen) const;
    // Whole rectangle in view with `margin` points around it.
    void fit(Vec low, Vec high, double margin);
    void pan(Vec screenDelta);
    void zoom(double factor, Vec aroundScreen);  // keeps that point in place; scale 1..1e7
};

// The item under a screen point, within `reach` points; the nearest one, later shapes first.
// -1: none.
int pick(const Scene& scene, const Camera& camera, Vec screen, double reach);

}  // namespace pt
