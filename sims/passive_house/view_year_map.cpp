// A calendar map: a column a day, a row an hour of the day, the colour a number.
#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

#include "engine/units/unit.h"
#include "engine/view/nice.h"
#include "sims/passive_house/view_year_charts.h"

namespace pt {
namespace {

constexpr float nothing = std::numeric_limits<float>::quiet_NaN();
constexpr double rampWidth = 110, rampHeight = 10;

// The numbers of a map, and what its darkest and brightest colours stand for.
struct MapScale {
    std::span<const float> values;
    double low = 0, high = 1;
    Palette palette = Palette::magnitude;
    const char* unit = "°C";
    bool blankZero = false;  // nights without sun and hours without heating stay paper
};

MapScale around(std::span<const float> values, double middle, double least) {
    const HourSpread spread = spreadOf(values, {});
    const double far = std::max({least, spread.high - middle, middle - spread.low});
    const double half = std::min(2 * std::ceil(far / 2), 40.0);
    return {values, middle - half, middle + half, Palette::temperature, "°C", false};
}

MapScale upwards(std::span<const float> values, const char* unit) {
    const double high = std::max(1.0, spreadOf(values, {}).high);
    return {values, 0, 2 * niceStep(high / 2), Palette::magnitude, unit, true};
}

MapScale scaleOf(const YearResult& year, YearQuantity quantity) {
    switch (quantity) {
    case YearQuantity::air: return around(year.air, 20, 6);
    case YearQuantity::outdoors: return around(year.outdoors, 10, 20);
    case YearQuantity::heating: return upwards(year.heating, "W");
    case YearQuantity::sun: break;
    }
    return upwards(year.sun, "W/m²");
}

Raster rasterOf(const MapScale& scale) {
    Raster raster;
    raster.columns = daysAYear;
    raster.rows = 24;
    raster.palette = scale.palette;
    raster.values.assign(static_cast<size_t>(hoursAYear), nothing);
    const size_t hours = std::min(scale.values.size(), static_cast<size_t>(hoursAYear));
    for (size_t i = 0; i < hours; ++i) {
        const auto value = static_cast<double>(scale.values[i]);
        if (scale.blankZero && value <= 0.5) continue;
        raster.values[i % 24 * daysAYear + i / 24] =
            static_cast<float>((value - scale.low) / (scale.high - scale.low));
    }
    return raster;
}

// Number, colours, number.
void drawScale(Board& board, const MapScale& scale, Vec left) {
    const std::string low = whole(board.words(), scale.low);
    const std::string high = whole(board.words(), scale.high) + "\u202f" + scale.unit;
    board.text(left, low, Align::left, Ink::inkSoft).priority = 2;
    const Vec from = left + Vec(widthOf(low) + 6, -rampHeight / 2);
    Raster ramp;
    ramp.columns = 44;
    ramp.rows = 1;
    ramp.palette = scale.palette;
    for (int i = 0; i < ramp.columns; ++i)
        ramp.values.push_back((static_cast<float>(i) + 0.5f) / static_cast<float>(ramp.columns));
    const BoardBox box{from, from + Vec(rampWidth, rampHeight)};
    board.raster(box, std::move(ramp));
    board.rect(box, strokeOf(Ink::inkSoft));
    board.text({box.high.x + 6, left.y}, high, Align::left, Ink::inkSoft).priority = 2;
}

double scaleWidth(const Board& board, const MapScale& scale) {
    return widthOf(whole(board.words(), scale.low) + whole(board.words(), scale.high) +
                   scale.unit) +
           rampWidth + 20;
}

void drawFrame(Board& board, const BoardBox& field) {
    for (int month = 0; month < 12; ++month) {
        const auto at = static_cast<size_t>(month);
        const auto x = [&](int day) { return field.low.x + field.width() * day / daysAYear; };
        const double from = x(monthStarts[at]), to = x(monthStarts[at + 1]);
        if (month > 0)
            board.line({from, field.low.y}, {from, field.high.y}, strokeOf(Ink::paper, 1, 0.7));
        board
            .text({(from + to) / 2, field.low.y - 11}, monthLabel(board.words(), month, to - from),
                  Align::center, Ink::inkSoft)
            .priority = 2;
    }
    const int step = field.height() < 76 ? 12 : 6;
    for (int hour = 0; hour <= 24; hour += step) {
        const double y = field.low.y + field.height() * hour / 24;
        board.line({field.low.x - 4, y}, {field.low.x, y}, strokeOf(Ink::inkSoft));
        board
            .text({field.low.x - 7, y},
                  yearSay(board.words(), "hour", {{"hour", std::to_string(hour)}}), Align::right,
                  Ink::inkSoft)
            .priority = 2;
    }
    board.rect(field, strokeOf(Ink::inkSoft));
}

// Light on dark and dark on light: seen on every colour.
void drawRing(Board& board, Vec at, double radius) {
    board.circle(at, radius + 1.5, strokeOf(Ink::paper, 2));
    board.circle(at, radius, strokeOf(Ink::ink, 2));
}

// The present moment: its day as a line, its hour as a ring, its date as a word.
void drawNow(Board& board, const BoardBox& field, const YearSheet& sheet) {
    const int hour = hourOf(sheet.moment);
    const Vec at = placeOf(field, hour);
    for (const auto& [ink, width] : {std::pair{Ink::paper, 3.0}, std::pair{Ink::ink, 1.0}}) {
        board.line({at.x, field.low.y}, {at.x, at.y - 6}, strokeOf(ink, width));
        board.line({at.x, at.y + 6}, {at.x, field.high.y + 5}, strokeOf(ink, width));
    }
    drawRing(board, at, 5);
}

// The present hour, and what is chosen or pointed at.
void addItems(Board& board, const BoardBox& field, const YearSheet& sheet) {
    std::set<std::string> ids{hourItem(hourOf(sheet.moment)), board.looking().selected,
                              board.looking().hovered};
    for (const std::string& id : ids) {
        const YearMoment moment = momentOf(id);
        const Span span = moment.span();
        const Vec center = moment.kind == YearMoment::Kind::hour
                               ? placeOf(field, moment.hour)
                               : Vec(placeOf(field, (span.from + span.to) / 2).x, field.middle().y);
        momentItemOn(board, sheet, id, center);
    }
}

void markChosen(Board& board, const BoardBox& field) {
    for (const std::string& id : {board.looking().selected, board.looking().hovered}) {
        const YearMoment moment = momentOf(id);
        if (moment.kind == YearMoment::Kind::none) continue;
        if (moment.kind == YearMoment::Kind::hour) {
            drawRing(board, placeOf(field, moment.hour), 3.5);
            continue;
        }
        const Span span = moment.span();
        const auto x = [&](int hour) { return field.low.x + field.width() * hour / hoursAYear; };
        const BoardBox box{{x(span.from), field.low.y}, {x(span.to), field.high.y}};
        board.rect(box, strokeOf(Ink::paper, 4));
        board.rect(box, strokeOf(Ink::accent, 2));
    }
}

}  // namespace

void drawMap(Board& board, const BoardBox& box, const YearSheet& sheet) {
    const YearQuantity quantity = quantityOf(board.looking());
    const MapScale scale = scaleOf(*sheet.result, quantity);
    const double wide = scaleWidth(board, scale);
    const std::string name = yearQuantities[static_cast<size_t>(quantity)];
    drawTitle(board, mapLegendBelow(box) ? box : box.inset(0, 0, wide + 16, 0), "map." + name);
    const BoardBox field = mapField(box);
    drawScale(board, scale,
              mapLegendBelow(box) ? Vec(field.low.x, box.low.y + 8)
                                  : Vec(box.high.x - wide, box.high.y - 9));
    board.raster(field, rasterOf(scale));
    drawFrame(board, field);
    addItems(board, field, sheet);
    markChosen(board, field);
    drawNow(board, field, sheet);
}

}  // namespace pt
