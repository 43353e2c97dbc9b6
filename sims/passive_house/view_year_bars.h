// A table whose numbers are bars too: uses of energy, variants of a house.
#pragma once

#include <string>
#include <vector>

#include "sims/passive_house/view_year_board.h"

namespace pt {

struct BarCell {
    double value = 0;    // the length of the bar; negative to the left; NaN: not known
    std::string words;   // the number
    std::string change;  // beside it, softer: the difference
    bool better = false, worse = false;
};
struct BarRow {
    std::string name, note;
    bool strong = false;
    Style style;  // of its bars
    std::vector<BarCell> cells;
};
struct BarTable {
    std::vector<std::string> columns;
    std::vector<BarRow> rows;
};
// Columns side by side, or below each other where they would be too narrow.
void drawBars(Board& board, const Box& box, const BarTable& table);

}  // namespace pt
