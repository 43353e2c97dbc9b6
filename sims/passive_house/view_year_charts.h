// The charts of the stage "Jaar", each in its box.
#pragma once

#include "sims/passive_house/view_year_layout.h"
#include "sims/passive_house/view_year_sheet.h"

namespace pt {

// The whole stage: panels, or what it says while there is no year.
void drawYearSheet(Scene& scene, const YearSheet& sheet, const ViewState& state);

void drawMap(Board& board, const BoardBox& box, const YearSheet& sheet);
void drawLines(Board& board, const BoardBox& box, const YearSheet& sheet);
void drawMonths(Board& board, const BoardBox& box, const YearSheet& sheet);
void drawDuration(Board& board, const BoardBox& box, const YearSheet& sheet);
void drawSankey(Board& board, const BoardBox& box, const YearSheet& sheet);
void drawCosts(Board& board, const BoardBox& box, const YearSheet& sheet);
void drawVariants(Board& board, const BoardBox& box, const YearSheet& sheet);

Style styleOf(const BalancePart& part);

// Items that can be pointed at, with the numbers of that hour, day or month.
int hourItemOn(Board& board, const YearSheet& sheet, int hour, Vec center);
int dayItemOn(Board& board, const YearSheet& sheet, int day, Vec center);
int monthItemOn(Board& board, const YearSheet& sheet, int month, Vec center);
// The one of an id: "hour.2931", "day.123", "month.7".
void momentItemOn(Board& board, const YearSheet& sheet, const std::string& id, Vec center);

}  // namespace pt
