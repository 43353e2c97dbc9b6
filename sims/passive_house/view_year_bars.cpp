#include "sims/passive_house/view_year_bars.h"

#include <algorithm>
#include <cmath>

namespace pt {
namespace {

constexpr double columnGap = 22, headHeight = 24, leastColumn = 128;
constexpr double tallestRow = 46, barHeight = 12;

double namesWidth(const BarTable& table) {
    double width = 40;
    for (const BarRow& row : table.rows)
        width = std::max({width, widthOf(row.name), widthOf(row.note)});
    return width + 12;
}

// From the most negative to the most positive value of a column, zero always within.
Axes axesOf(const BarTable& table, size_t column, const Box& box) {
    double low = 0, high = 0;
    for (const BarRow& row : table.rows) {
        const double value = row.cells[column].value;
        if (!std::isfinite(value)) continue;
        low = std::min(low, value);
        high = std::max(high, value);
    }
    if (high - low <= 0) high = 1;
    return {box, low, high, 0, 1};
}

void drawCell(Board& board, const Axes& axes, const BarRow& row, const BarCell& cell, double y) {
    const Vec zero = axes.at(0, 0);
    if (std::isfinite(cell.value) && cell.value != 0) {
        const double end = axes.at(cell.value, 0).x;
        const double thick = barHeight / 2;
        board.rect({{std::min(zero.x, end), y - 8 - thick}, {std::max(zero.x, end), y - 8 + thick}},
                   row.style);
    }
    Shape& number = board.text({axes.box.low.x, y + 8}, cell.words);
    number.bold = row.strong;
    number.priority = 3;
    if (cell.change.empty()) return;
    const Ink ink = cell.better ? Ink::ok : cell.worse ? Ink::warning : Ink::inkSoft;
    board
        .text({axes.box.low.x + widthOf(cell.words, row.strong ? 14 : 13) + 8, y + 8}, cell.change,
              Align::left, ink)
        .priority = 2;
}

// One column with the names of its rows.
void drawColumn(Board& board, const BarTable& table, size_t column, const Box& box, double names) {
    const double rowHeight =
        std::min(tallestRow, (box.height() - headHeight) / static_cast<double>(table.rows.size()));
    const Axes axes = axesOf(table, column, box.inset(names, 0, 4, 0));
    Shape& head = board.text({box.low.x + names, box.high.y - 10}, table.columns[column],
                             Align::left, Ink::inkSoft);
    head.priority = 3;
    const double foot =
        box.high.y - headHeight - rowHeight * static_cast<double>(table.rows.size());
    const double zero = axes.at(0, 0).x;
    board.line({zero, foot}, {zero, box.high.y - headHeight}, strokeOf(Ink::inkSoft));
    for (size_t i = 0; i < table.rows.size(); ++i) {
        const BarRow& row = table.rows[i];
        const double top = box.high.y - headHeight - rowHeight * static_cast<double>(i);
        const double y = top - rowHeight / 2;
        if (row.strong && i > 0)
            board.line({box.low.x, top}, {box.high.x, top}, strokeOf(Ink::inkSoft));
        if (names > 0) {
            Shape& name = board.text({box.low.x, row.note.empty() ? y : y + 8}, row.name);
            name.bold = row.strong;
            name.priority = 3;
            if (!row.note.empty())
                board.text({box.low.x, y - 8}, row.note, Align::left, Ink::inkSoft).priority = 1;
        }
        drawCell(board, axes, row, row.cells[column], y);
    }
}

}  // namespace

void drawBars(Board& board, const Box& box, const BarTable& table) {
    if (table.rows.empty() || table.columns.empty()) return;
    const double names = namesWidth(table);
    const auto count = static_cast<double>(table.columns.size());
    const double wide = (box.width() - names - (count - 1) * columnGap) / count;
    if (wide >= leastColumn) {
        for (size_t column = 0; column < table.columns.size(); ++column) {
            const bool first = column == 0;
            const double left =
                box.low.x + static_cast<double>(column) * (wide + columnGap) + (first ? 0 : names);
            drawColumn(board, table, column,
                       {{left, box.low.y}, {left + wide + (first ? names : 0), box.high.y}},
                       first ? names : 0);
        }
        return;
    }
    const double tall = box.height() / count;
    for (size_t column = 0; column < table.columns.size(); ++column) {
        const double top = box.high.y - tall * static_cast<double>(column);
        drawColumn(board, table, column, {{box.low.x, top - tall + 8}, {box.high.x, top}}, names);
    }
}

}  // namespace pt
