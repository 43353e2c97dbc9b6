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
    const Box all{middle - Vec(width, height) / 2.0, middle + Vec(width, height) / 2.0};
    board.rect(all, fillOf(Ink::line));
    Box done = all;
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

// The year of the design before lies under a veil until the new one is there.
void drawVeil(Board& board, const YearSheet& sheet) {
    Box veil = board.page();
    veil.low -= Vec(10);
    veil.high += Vec(10);
    board.rect(veil, fillOf(Ink::paper, 0.6));
    const Vec middle = board.page().middle();
    board.rect({middle - Vec(150, 34), middle + Vec(150, 34)}, [] {
        Style sheetStyle = fillOf(Ink::sheet);
        sheetStyle.stroke = Ink::line;
        sheetStyle.width = 1;
        return sheetStyle;
    }());
    Shape& words = board.text(middle + Vec(0, 10),
                              yearSay(board.words(), sheet.possible ? "renewing" : "impossible"),
                              Align::center, Ink::ink, 15);
    words.priority = 9;
    if (sheet.possible) drawProgress(board, middle - Vec(0, 14), sheet.progress);
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
