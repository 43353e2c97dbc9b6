// Plot: lines of recorded numbers with axes, ticks and units, painted on any Brush.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "engine/units/unit.h"
#include "engine/view/paint.h"

namespace pt {

struct Axis {
    std::string label;  // translated, without the unit
    Unit unit;
};
struct Series {
    std::string label;
    std::span<const double> x, y;  // SI, equal length; NaN breaks the line
    Ink ink = Ink::series1;
    Dash dash = Dash::solid;
};
struct Plot {
    Axis x, y;
    std::vector<Series> series;
    double cursorX = 0;  // SI; drawn when hasCursor
    bool hasCursor = false;
    std::string emptyText;  // shown while there is nothing to plot
};

// 1, 2 or 5 times a power of ten; about `wanted` ticks that cover low..high, in display units.
std::vector<double> ticks(double low, double high, int wanted);

void paint(const Plot& plot, Vec topLeft, Vec size, const Words& words, const Theme& theme,
           Brush& brush);

}  // namespace pt
