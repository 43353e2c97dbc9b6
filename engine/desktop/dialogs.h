// Sheets that lie over the window: open, save, runs, recovery. Esc closes them.
#pragma once

#include "engine/desktop/desk.h"
#include "engine/desktop/look.h"

namespace pt {

// A modal sheet in the middle with a heading and a close button, at most width x height points.
// Call endSheet() when it returned true.
bool beginSheet(const Look& look, Desk& desk, const char* id, std::string_view title, double width,
                double height);
void endSheet();

void openOpenSheet(Desk& desk);
void openSaveSheet(Desk& desk, Writing writing);
// For an export of the lab, by its key.
void openExportSheet(Desk& desk, const std::string& exported);

// Whichever sheet Desk::sheet names.
void drawSheets(const Look& look, Desk& desk);
void drawOpenSheet(const Look& look, Desk& desk);
void drawSaveSheet(const Look& look, Desk& desk);
void drawCompareSheet(const Look& look, Desk& desk);
void drawRealSheet(const Look& look, Desk& desk);
void drawSummarySheet(const Look& look, Desk& desk);
void drawHelpSheet(const Look& look, Desk& desk);

}  // namespace pt
