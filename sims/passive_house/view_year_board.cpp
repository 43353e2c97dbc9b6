#include "sims/passive_house/view_year_board.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include "engine/units/unit.h"
#include "engine/view/plot.h"

namespace pt {
namespace {

constexpr double metresAPoint = 0.01;  // of the scene's world
constexpr double border = 10;          // points left free around the board
constexpr double usualWidth = 860, usualHeight = 480;
constexpr double sampleWidth = 22, sampleGap = 6, entryGap = 18, entryHeight = 20;

Vec toWorld(Vec point) { return point * metresAPoint; }

std::vector<Vec> toWorld(const std::vector<Vec>& points) {
    std::vector<Vec> made;
    made.reserve(points.size());
    for (const Vec& point : points) made.push_back(toWorld(point));
    return made;
}

// The hosts leave this much around what a scene asks them to show.
double hostMargin(double width, double height) {
    return std::min({40.0, 0.06 * width, 0.06 * height});
}

Vec stageOf(const ViewState& looking) {
    const bool known = looking.width > 0 && looking.height > 0;
    return known ? Vec(std::max(looking.width, 240.0), std::max(looking.height, 180.0))
                 : Vec(usualWidth, usualHeight);
}

}  // namespace

BoardBox boardOf(const ViewState& looking) { return {{0, 0}, stageOf(looking) - Vec(2 * border)}; }

Vec boardPoint(Vec world) { return world / metresAPoint; }

Board::Board(Scene& scene, const ViewState& looking)
    : scene_(scene), looking_(looking), page_(boardOf(looking)) {
    const Vec stage = stageOf(looking);
    const Vec less(hostMargin(stage.x, stage.y) - border);
    scene_.bounds(toWorld(page_.low + less), toWorld(page_.high - less));
}

void Board::line(Vec from, Vec to, const Style& style, int item) {
    scene_.line(toWorld(from), toWorld(to), style, item);
}

void Board::polyline(const std::vector<Vec>& points, const Style& style, int item) {
    if (points.size() > 1) scene_.polyline(toWorld(points), style, item);
}

void Board::polygon(const std::vector<Vec>& points, const Style& style, int item) {
    scene_.polygon(toWorld(points), style, item);
}

void Board::rect(const BoardBox& box, const Style& style, int item) {
    scene_.rect(toWorld(box.low), toWorld(box.high), style, item);
}

void Board::circle(Vec center, double radius, const Style& style, int item) {
    scene_.circle(toWorld(center), radius * metresAPoint, style, item);
}

void Board::raster(const BoardBox& box, Raster raster, int item) {
    scene_.raster(toWorld(box.low), toWorld(box.high), std::move(raster), item);
}

Shape& Board::text(Vec at, std::string words, Align align, Ink ink, double size) {
    Shape& shape = scene_.text(toWorld(at), std::move(words), size, ink);
    shape.align = align;
    return shape;
}

int Board::item(std::string id, std::string name, std::vector<std::string> lines, Vec center) {
    Item item;
    item.id = std::move(id);
    item.name = std::move(name);
    item.lines = std::move(lines);
    item.center = toWorld(center);
    return scene_.item(std::move(item));
}

bool Board::marked(std::string_view item) const {
    return looking_.hovered == item || looking_.isSelected(item);
}

double widthOf(std::string_view words, double size) {
    const auto starts = std::count_if(words.begin(), words.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    });
    return 0.56 * size * static_cast<double>(starts);
}

Style strokeOf(Ink ink, double width, double alpha, Dash dash) {
    Style style;
    style.stroke = ink;
    style.width = width;
    style.strokeAlpha = alpha;
    style.dash = dash;
    return style;
}

Style fillOf(Ink ink, double alpha) {
    Style style;
    style.width = 0;
    style.fill = ink;
    style.fillAlpha = alpha;
    return style;
}

Style hatchOf(Ink ink) {
    Style style = fillOf(ink, 0.25);
    style.stroke = ink;
    style.hatch = true;
    return style;
}

std::string yearSay(const Words& words, std::string_view key, const Args& args) {
    return words(fmt::format("passive_house.year.{}", key), args);
}

std::string whole(const Words& words, double number) {
    const double round = std::floor(std::fabs(number) + 0.5);
    int digits = 1;
    for (double rest = round; rest >= 10 && digits < 15; rest /= 10) ++digits;
    return words.number(round == 0 ? 0 : std::copysign(round, number), digits);
}

std::string brief(const Words& words, double number) {
    const double size = std::fabs(number);
    if (size >= 9.95 || size < 0.005 || std::isnan(number)) return whole(words, number);
    return words.number(number, size < 0.095 ? 1 : 2);
}

std::string energyWords(const Words& words, double joule) {
    return brief(words, unit("kWh").fromSi(joule)) + "\u202fkWh";
}

std::string percentWords(const Words& words, double share) {
    return brief(words, 100 * share) + "\u202f%";
}

std::string temperatureWords(const Words& words, double celsius) {
    const int digits = std::fabs(celsius) < 0.95 ? 1 : std::fabs(celsius) < 9.95 ? 2 : 3;
    return words.quantity(celsius + 273.15, unit("°C"), digits);
}

std::string yearFit(const Words& words, const std::string& key, double room, const Args& args,
                    double size) {
    std::string full = yearSay(words, key, args);
    return widthOf(full, size) <= room ? full : yearSay(words, key + ".short", args);
}

BoardBox drawTitle(Board& board, const BoardBox& box, const std::string& key, const Args& args) {
    constexpr double size = 15;
    Shape& shape = board.text({box.low.x, box.high.y - 9},
                              yearFit(board.words(), key, box.width(), args, size), Align::left,
                              Ink::ink, size);
    shape.bold = true;
    shape.priority = 3;
    return box.inset(0, 0, 0, titleHeight);
}

void drawLevels(Board& board, const Axes& axes, const std::string& unit) {
    const std::vector<double> levels =
        ticks(axes.y0, axes.y1, std::max(2, static_cast<int>(axes.box.height() / 34)));
    const double step = levels.size() > 1 ? levels[1] - levels[0] : 1;
    for (const double level : levels) {
        if (level < axes.y0 - 1e-9 || level > axes.y1 + 1e-9) continue;
        const Vec left = axes.at(axes.x0, level);
        const bool zero = std::fabs(level) < 1e-9;
        board.line(left, {axes.box.high.x, left.y},
                   zero ? strokeOf(Ink::inkSoft) : strokeOf(Ink::line));
        board
            .text(left - Vec(6, 0),
                  step < 1 ? brief(board.words(), level) : whole(board.words(), level),
                  Align::right, Ink::inkSoft)
            .priority = 2;
    }
    board.text({axes.box.low.x - 6, axes.box.high.y + 12}, unit, Align::right, Ink::inkSoft)
        .priority = 2;
}

namespace {

// Where each entry stands, from the upper left: rows that fit the width.
std::vector<Vec> legendPlaces(const std::vector<Sample>& samples, double width) {
    std::vector<Vec> places;
    Vec at(0, -entryHeight / 2);
    for (const Sample& sample : samples) {
        const double need = sampleWidth + sampleGap + widthOf(sample.name);
        if (at.x > 0 && at.x + need > width) at = {0, at.y - entryHeight};
        places.push_back(at);
        at.x += need + entryGap;
    }
    return places;
}

}  // namespace

double legendHeight(const std::vector<Sample>& samples, double width) {
    return samples.empty() ? 0 : entryHeight / 2 - legendPlaces(samples, width).back().y;
}

void drawLegend(Board& board, const std::vector<Sample>& samples, Vec topLeft, double width) {
    const std::vector<Vec> places = legendPlaces(samples, width);
    for (size_t i = 0; i < samples.size(); ++i) {
        const Vec at = topLeft + places[i];
        const Style& style = samples[i].style;
        if (style.fillAlpha > 0 || style.hatch)
            board.rect({at - Vec(0, 5), at + Vec(sampleWidth, 5)}, style);
        else
            board.line(at, at + Vec(sampleWidth, 0), style);
        board.text(at + Vec(sampleWidth + sampleGap, 0), samples[i].name, Align::left,
                   Ink::inkSoft);
    }
}

}  // namespace pt
