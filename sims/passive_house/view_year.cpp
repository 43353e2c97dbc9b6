#include "sims/passive_house/view_year.h"

#include <cmath>

#include "sims/passive_house/view_year_charts.h"

namespace pt {
namespace {

void drawPanel(Board& board, const YearPanel& panel, const YearSheet& sheet) {
    switch (panel.show) {
    case YearShow::map: return drawMap(board, panel.box, sheet);
    case YearShow::lines: return drawLines(board, panel.box, sheet);
    case YearShow::months: return drawMonths(board, panel.box, sheet);
    case YearShow::duration: return drawDuration(board, panel.box, sheet);
    case YearShow::sankey: return drawSankey(board, panel.box, sheet);
    case YearShow::costs: return drawCosts(board, panel.box, sheet);
    case YearShow::variants: return drawVariants(board, panel.box, sheet);
    case YearShow::overview: break;  // is several panels
    }
}

void drawProgress(Board& board, Vec middle, double share) {
    constexpr double width = 200, height = 6;
    const BoardBox all{middle - Vec(width, height) / 2.0, middle + Vec(width, height) / 2.0};
    board.rect(all, fillOf(Ink::line));
    BoardBox done = all;
    done.high.x = all.low.x + share * width;
    if (share > 0) board.rect(done, fillOf(Ink::accent));
}

// Nothing to show yet: what is going on, in the middle of an empty board.
void drawWaiting(Board& board, const YearSheet& sheet) {
    const Vec middle = board.page().middle();
    Shape& words = board.text(middle + Vec(0, 14),
                              yearSay(board.words(), sheet.possible ? "waiting" : "impossible"),
                              Align::center, Ink::ink, 18);
    words.priority = 5;
    if (sheet.possible) drawProgress(board, middle - Vec(0, 14), sheet.progress);
}

// The year of the design before stays in sight, paler, until the new one is there.
void drawVeil(Board& board, const YearSheet& sheet) {
    const BoardBox& page = board.page();
    board.rect({page.low - Vec(10), page.high + Vec(10)}, fillOf(Ink::paper, 0.45));
    const Vec right = page.high - Vec(4, 9);
    Shape& words =
        board.text(right, yearSay(board.words(), sheet.possible ? "renewing" : "impossible"),
                   Align::right, Ink::accent);
    words.priority = 9;
    words.bold = words.plate = true;
    if (sheet.possible) drawProgress(board, right - Vec(100, 14), sheet.progress);
}

}  // namespace

std::vector<ViewOption> yearOptions() {
    return {{"year", {yearShows.begin(), yearShows.end()}, yearShows[0]},
            {"year_quantity", {yearQuantities.begin(), yearQuantities.end()}, yearQuantities[0]}};
}

void drawYearSheet(Scene& scene, const YearSheet& sheet, const ViewState& state) {
    Board board(scene, state);
    if (!sheet.result) return drawWaiting(board, sheet);
    for (const YearPanel& panel : yearPanels(state)) drawPanel(board, panel, sheet);
    if (sheet.old) drawVeil(board, sheet);
}

void drawYear(Scene& scene, const PassiveHouse& model, const ViewState& state) {
    drawYearSheet(scene, sheetOf(model), state);
}

}  // namespace pt
