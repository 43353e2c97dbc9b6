// Plot: recorded and computed numbers as lines, points and bars, with axes, ticks and units,
// painted on any Brush.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/schema.h"
#include "engine/units/unit.h"
#include "engine/view/paint.h"

namespace pt {

struct Axis {
    std::string label;  // translated, without the unit
    Unit unit;
    std::optional<double> moment = {};  // x: time from this moment of the year on (calendar.h)
};
struct Series {
    std::string label;
    std::span<const double> x, y;  // SI, equal length; NaN breaks the line
    Ink ink = Ink::series1;
    Dash dash = Dash::solid;
    Mark mark = Mark::line;  // bars: x holds their left edges, evenly spaced; they stand on zero
};
// A value on the x axis that deserves a name: a prediction, the middle of many tests.
struct MarkedLine {
    std::string label;
    double x = 0;  // SI; NaN: not shown
    Ink ink = Ink::ink;
};
struct Plot {
    Axis x, y;
    std::vector<Series> series;
    std::vector<MarkedLine> lines = {};
    double cursorX = 0;  // SI; drawn when hasCursor
    bool hasCursor = false;
    std::string emptyText;  // shown while there is nothing to plot
};

// Multiples of 1, 2 or 5 times a power of ten; about `wanted` ticks that cover low..high, in
// display units. None for a range that is empty, infinite or too narrow for doubles.
std::vector<double> ticks(double low, double high, int wanted);

// A lab's chart in words. The plot refers to the numbers in `data`, which outlives it. Each series
// and each line has its own colour, and each series its own dash and marker too.
Plot plotOf(std::string_view lab, const Chart& chart, const ChartData& data, const Words& words);

void paint(const Plot& plot, Vec topLeft, Vec size, const Words& words, const Theme& theme,
           Brush& brush);

}  // namespace pt
