#include "sims/passive_house/view_year_layout.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace pt {
namespace {

constexpr double gap = 18;
constexpr double hoursRoom = 42, numbersRoom = 44, monthsRoom = 22;  // of words beside a chart

template <size_t N>
int indexOf(const std::array<const char*, N>& keys, const std::string& key) {
    const auto found = std::find(keys.begin(), keys.end(), key);
    return found == keys.end() ? 0 : static_cast<int>(found - keys.begin());
}

// The map on top; below it months and flows side by side, or as many as the height bears.
std::vector<YearPanel> overviewOf(const BoardBox& page) {
    const bool wide = page.width() >= 620;
    const int rows = page.height() >= (wide ? 330 : 560) ? (wide ? 2 : 3) : wide ? 1 : 2;
    if (page.height() < 300) return {{YearShow::map, page}};
    const double map =
        std::min((page.height() - (rows - 1) * gap) * (wide ? 0.4 : 1.0 / rows), 230.0);
    std::vector<YearPanel> panels{{YearShow::map, {{page.low.x, page.high.y - map}, page.high}}};
    const BoardBox rest{page.low, {page.high.x, page.high.y - map - gap}};
    if (wide) {
        const double split = rest.low.x + 0.54 * rest.width();
        panels.push_back({YearShow::months, {rest.low, {split - gap, rest.high.y}}});
        panels.push_back({YearShow::sankey, {{split + gap, rest.low.y}, rest.high}});
        return panels;
    }
    if (rows == 2) {
        panels.push_back({YearShow::months, rest});
        return panels;
    }
    const double half = rest.middle().y;
    panels.push_back({YearShow::months, {{rest.low.x, half + gap / 2}, rest.high}});
    panels.push_back({YearShow::sankey, {rest.low, {rest.high.x, half - gap / 2}}});
    return panels;
}

}  // namespace

YearShow showOf(const ViewState& looking) {
    return static_cast<YearShow>(indexOf(yearShows, looking.option("year", yearShows[0])));
}

YearQuantity quantityOf(const ViewState& looking) {
    return static_cast<YearQuantity>(
        indexOf(yearQuantities, looking.option("year_quantity", yearQuantities[0])));
}

std::vector<YearPanel> yearPanels(const ViewState& looking) {
    const BoardBox page = boardOf(looking);
    const YearShow show = showOf(looking);
    if (show == YearShow::overview) return overviewOf(page);
    return {{show, page}};
}

BoardBox mapField(const BoardBox& panel) {
    BoardBox field = panel.inset(hoursRoom, monthsRoom, 4, titleHeight + 4);
    if (mapLegendBelow(panel)) field.low.y += legendRoom;
    return field;
}

int hourAt(const BoardBox& field, Vec point) {
    const double day = (point.x - field.low.x) / field.width() * daysAYear;
    const double hour = (point.y - field.low.y) / field.height() * 24;
    return 24 * static_cast<int>(std::clamp(std::floor(day), 0.0, daysAYear - 1.0)) +
           static_cast<int>(std::clamp(std::floor(hour), 0.0, 23.0));
}

Vec placeOf(const BoardBox& field, int hour) {
    return field.low + Vec((hour / 24 + 0.5) / daysAYear * field.width(),
                           (hour % 24 + 0.5) / 24 * field.height());
}

Span linesSpan(const ViewState& looking) {
    const YearMoment chosen = momentOf(looking.selected);
    switch (chosen.kind) {
    case YearMoment::Kind::month: return chosen.span();
    case YearMoment::Kind::hour:
    case YearMoment::Kind::day: return weekAround(chosen.day());
    case YearMoment::Kind::none: break;
    }
    return {};
}

BoardBox linesField(const BoardBox& panel) {
    return panel.inset(numbersRoom, monthsRoom + legendRoom, 4, titleHeight + 12);
}

BoardBox monthsField(const BoardBox& panel) {
    return panel.inset(numbersRoom, monthsRoom, 0, titleHeight + 12);
}

int monthAt(const BoardBox& field, Vec point) {
    const double month = (point.x - field.low.x) / field.width() * 12;
    return static_cast<int>(std::clamp(std::floor(month), 0.0, 11.0));
}

}  // namespace pt
