// Where each chart of the stage "Jaar" stands, for the drawing and for the hands.
#pragma once

#include <array>
#include <vector>

#include "sims/passive_house/view_year_board.h"
#include "sims/passive_house/view_year_calendar.h"

namespace pt {

enum class YearShow : uint8_t { overview, map, lines, months, duration, sankey, costs, variants };
enum class YearQuantity : uint8_t { air, outdoors, heating, sun };

// By YearShow and YearQuantity: the options of "year" and "quantity".
inline constexpr std::array<const char*, 8> yearShows{"overview", "map",    "lines", "months",
                                                      "duration", "sankey", "costs", "variants"};
inline constexpr std::array<const char*, 4> yearQuantities{"air", "outdoors", "heating", "sun"};

YearShow showOf(const ViewState& looking);
YearQuantity quantityOf(const ViewState& looking);

struct YearPanel {
    YearShow show = YearShow::map;
    BoardBox box;
};
// One chart, or those of the overview, as the shape of the stage has room for them.
std::vector<YearPanel> yearPanels(const ViewState& looking);

constexpr double legendRoom = 24;  // a row of it, points

// A chart that is narrow has its legend below instead of beside its headline.
inline bool mapLegendBelow(const BoardBox& panel) { return panel.width() < 520; }

// The field of a calendar map: 365 columns of 24 hours.
BoardBox mapField(const BoardBox& panel);
int hourAt(const BoardBox& field, Vec point);  // the nearest hour of the map
Vec placeOf(const BoardBox& field, int hour);  // the middle of that hour

// The hours that the temperature lines run over: the year, or the month or the week around the day
// that is selected.
Span linesSpan(const ViewState& looking);
BoardBox linesField(const BoardBox& panel);
BoardBox monthsField(const BoardBox& panel);
int monthAt(const BoardBox& field, Vec point);  // the nearest

}  // namespace pt
