// A table whose numbers are bars too: uses of energy, variants of a house.
#pragma once

#include <string>
#include <vector>

#include "sims/passive_house/view_year_board.h"

namespace pt {

enum class Change : uint8_t { none, better, worse };

struct BarCell {
    double value = 0;    // the length of the bar; negative to the left; NaN: not known
    std::string number;  // as it is written
    std::string change;  // the difference, beside it
    Change way = Change::none;
};
struct BarColumn {
    std::string name, unit;
};
struct BarRow {
    std::string name, note;
    bool strong = false;  // with a line above it
    Style style;          // of its bars
    std::vector<BarCell> cells;
};
struct BarTable {
    std::vector<BarColumn> columns;  // the most wanted first: the last ones may find no room
    std::vector<BarRow> rows;
};
void drawBars(Board& board, const BoardBox& box, const BarTable& table);

}  // namespace pt
