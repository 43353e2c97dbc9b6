// The panel under the stage: what was recorded, the lab's charts and tables, and the tested
// designs. It folds down to its tabs.
#pragma once

#include <string>
#include <vector>

#include "engine/desktop/desk.h"
#include "engine/desktop/look.h"

namespace pt {

void openDrawer(Desk& desk, const std::string& tab);
// The tab with the table or chart that this job ("job.gap.start") fills.
void openTabFilledBy(Desk& desk, std::string_view job);
// What is shown in full now: the argument `open` of Workbench::ui().
std::vector<std::string> shownInFull(const Desk& desk);

// Of the whole panel, in a column of this height.
float drawerHeight(const Look& look, const Desk& desk, float columnHeight);
void drawDrawer(const Look& look, Desk& desk, ImVec2 low, ImVec2 high);

// A job's arguments and button, or its progress. Over the width that is available.
void drawJob(const Look& look, Desk& desk, const UiNode& job);
// The job that fills this table or chart, at the right of low..high: that of "repeats" beside
// "chart.repeats_chart". Returns the width that it took, 0 when there is none.
float drawJobBeside(const Look& look, Desk& desk, const UiNode& filled, ImVec2 low, ImVec2 high);

// The contents of the tabs; each fills low..high of the current window.
void drawChartPanel(const Look& look, Desk& desk, const UiNode& chart, ImVec2 low, ImVec2 high);
void drawTablePanel(const Look& look, Desk& desk, const UiNode& table, ImVec2 low, ImVec2 high);
void drawDesignsPanel(const Look& look, Desk& desk, ImVec2 low, ImVec2 high);

// What stands in a panel that has nothing to show yet.
void drawNothing(const Look& look, std::string_view text, ImVec2 low, ImVec2 high);

}  // namespace pt
