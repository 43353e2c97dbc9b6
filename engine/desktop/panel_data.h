// The live plot, and the table of all runs.
#pragma once

#include "engine/desktop/desk.h"
#include "engine/desktop/look.h"
#include "engine/view/plot.h"

namespace pt {

// What is worth plotting before anyone chose: the first quantity that changes in this run against
// the one that drives it, which a lab names first (sag against load).
PlotChoice firstPlot(const Session& session);

// Fills the rectangle with a plot.
void paintPlot(const Look& look, const Words& words, const Plot& plot, ImVec2 low, ImVec2 high);

// Both fill low..high of the current window.
void drawPlotPanel(const Look& look, Desk& desk, ImVec2 low, ImVec2 high);
// Every setting and output of every run.
void drawRunsTable(const Look& look, Desk& desk, ImVec2 low, ImVec2 high);

}  // namespace pt
