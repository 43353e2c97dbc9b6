#include "sims/passive_house/view_year_bars.h"

#include <algorithm>
#include <cmath>

namespace pt {
namespace {

constexpr double gap = 16, headHeight = 42;
constexpr double tallestRow = 48, noteRow = 40, barRow = 26;  // points: room for a note, for a bar
constexpr double leastColumn = 62;

double namesWidth(const BarTable& table) {
    double width = 40;
    for (const BarRow& row : table.rows)
        width = std::max({width, widthOf(row.name, 14), widthOf(row.note)});
    return width + 10;
}

double leastWidth(const BarTable& table, size_t column) {
    const BarColumn& head = table.columns[column];
    double width = std::max({leastColumn, widthOf(head.name), widthOf(head.unit)});
    for (const BarRow& row : table.rows) {
        const BarCell& cell = row.cells[column];
        width = std::max(width, widthOf(cell.number, 14) + 8 + widthOf(cell.change));
    }
    return width;
}

// The column after the last that finds room; always one does.
size_t columnsThatFit(const BarTable& table, size_t first, double room) {
    double need = -gap;
    size_t column = first;
    while (column < table.columns.size()) {
        need += leastWidth(table, column) + gap;
        if (column > first && need > room) break;
        ++column;
    }
    return column;
}

// From the most negative to the most positive value of a column, zero always within.
Axes axesOf(const BarTable& table, size_t column, const BoardBox& box) {
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

Ink inkOf(Change way) {
    return way == Change::better ? Ink::ok : way == Change::worse ? Ink::warning : Ink::inkSoft;
}

// The number above its bar, the difference beside the number.
void drawCell(Board& board, const Axes& axes, const BarRow& row, const BarCell& cell,
              const BoardBox& box) {
    const double y = box.middle().y;
    const bool bar = box.height() >= barRow && std::isfinite(cell.value) && cell.value != 0;
    if (bar) {
        const double zero = axes.at(0, 0).x, end = axes.at(cell.value, 0).x;
        const double half = std::min(5.0, box.height() / 8);
        board.rect({{std::min(zero, end), y - 9 - half}, {std::max(zero, end), y - 9 + half}},
                   row.style);
    }
    const double up = box.height() >= barRow ? 9 : 0;
    Shape& number = board.text({box.low.x, y + up}, cell.number);
    number.bold = row.strong;
    number.priority = 3;
    const double wide = widthOf(cell.number, row.strong ? 14 : 13);
    if (!cell.change.empty())
        board.text({box.low.x + wide + 8, y + up}, cell.change, Align::left, inkOf(cell.way))
            .priority = 2;
}

void drawHead(Board& board, const BarColumn& column, const BoardBox& box) {
    board.text({box.low.x, box.high.y - 9}, column.name, Align::left, Ink::inkSoft).priority = 3;
    board.text({box.low.x, box.high.y - 27}, column.unit, Align::left, Ink::inkSoft).priority = 3;
}

void drawName(Board& board, const BarRow& row, const BoardBox& box) {
    const bool noted = !row.note.empty() && box.height() >= noteRow;
    const double up = box.height() >= barRow ? 9 : 0;
    Shape& name = board.text({box.low.x, box.middle().y + up}, row.name);
    name.bold = row.strong;
    name.priority = 3;
    if (noted)
        board.text({box.low.x, box.middle().y - 9}, row.note, Align::left, Ink::inkSoft).priority =
            1;
}

// Names, then the columns from `first` on that find room; returns the one after them.
size_t drawBlock(Board& board, const BoardBox& box, const BarTable& table, size_t first,
                 double tall) {
    const double names = std::min(namesWidth(table), 0.45 * box.width());
    const size_t end = columnsThatFit(table, first, box.width() - names);
    const double wide = (box.width() - names + gap) / static_cast<double>(end - first);
    const auto rowBox = [&](size_t row, double left, double right) {
        const double top = box.high.y - headHeight - tall * static_cast<double>(row);
        return BoardBox{{left, top - tall}, {right, top}};
    };
    for (size_t row = 0; row < table.rows.size(); ++row) {
        const BoardBox line = rowBox(row, box.low.x, box.high.x);
        drawName(board, table.rows[row], line);
        if (table.rows[row].strong && row > 0)
            board.line({line.low.x, line.high.y}, line.high, strokeOf(Ink::inkSoft));
    }
    for (size_t column = first; column < end; ++column) {
        const double left = box.low.x + names + wide * static_cast<double>(column - first);
        const BoardBox whole{{left, box.low.y}, {left + wide - gap, box.high.y}};
        drawHead(board, table.columns[column], whole);
        const Axes axes = axesOf(table, column, whole);
        for (size_t row = 0; row < table.rows.size(); ++row)
            drawCell(board, axes, table.rows[row], table.rows[row].cells[column],
                     rowBox(row, left, whole.high.x));
    }
    return end;
}

}  // namespace

// As many blocks below each other as the height has room for.
void drawBars(Board& board, const BoardBox& box, const BarTable& table) {
    if (table.rows.empty()) return;
    const auto rows = static_cast<double>(table.rows.size());
    BoardBox rest = box;
    for (size_t column = 0; column < table.columns.size();) {
        const double room = (rest.height() - headHeight) / rows;
        if (column > 0 && room < barRow) break;
        const double tall = std::min(room, tallestRow);
        column = drawBlock(board, rest, table, column, tall);
        rest.high.y -= headHeight + tall * rows + gap;
    }
}

}  // namespace pt
