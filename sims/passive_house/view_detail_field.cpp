// Temperatures as colours, isotherms with their numbers, and the heat that
// flows.
#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

#include "sims/passive_house/view_detail_lines.h"
#include "sims/passive_house/view_detail_picture.h"

namespace pt {
namespace {

// Cells of the field within low .. high.
struct Band {
    size_t first = 0, count = 0;
    double low = 0, high = 0;    // m, where they begin and end
    std::vector<float> borders;  // shares of that
};

Band bandOf(std::span<const double> borders, double low, double high) {
    Band band;
    std::vector<double> ends;
    for (size_t i = 0; i + 1 < borders.size(); ++i) {
        if (borders[i + 1] <= low || borders[i] >= high) continue;
        if (band.count++ == 0) {
            band.first = i;
            band.low = std::max(borders[i], low);
            ends.push_back(band.low);
        }
        ends.push_back(band.high = std::min(borders[i + 1], high));
    }
    for (const double end : ends)
        band.borders.push_back(static_cast<float>((end - band.low) / (band.high - band.low)));
    return band;
}

double lengthOf(const std::vector<Vec>& line) {
    double sum = 0;
    for (size_t i = 1; i < line.size(); ++i) sum += glm::distance(line[i - 1], line[i]);
    return sum;
}

struct IsothermLook {
    Style style;
    std::string text;
    int priority = 30;
};

// The number, if any, stands on the longest of the lines, each level a little
// further along.
void drawIsotherm(Scene& scene, const DetailNet& net, double level, const IsothermLook& look,
                  double share) {
    const std::vector<std::vector<Vec>> lines = isotherm(net, level);
    const std::vector<Vec>* longest = nullptr;
    double most = 0;
    for (const std::vector<Vec>& line : lines) {
        scene.polyline(line, look.style);
        const double length = lengthOf(line);
        if (length <= most) continue;
        most = length;
        longest = &line;
    }
    if (!longest || most < 0.12 || look.text.empty()) return;
    const auto index = static_cast<size_t>(share * static_cast<double>(longest->size() - 1));
    Shape& text = scene.text((*longest)[index], look.text, 13, Ink::ink);
    text.plate = true;
    text.priority = look.priority;
}

void addLegend(Scene& scene, const Style& style, std::string text) {
    Note note;
    note.role = Role::legend;
    note.text = std::move(text);
    note.swatch = style;
    note.hasSwatch = true;
    scene.note(std::move(note));
}

void drawIsotherms(Scene& scene, const DetailPicture& picture) {
    const DetailNet net = netOf(*picture.field, picture.detail.look);
    const TemperatureSpan span = spanOf(picture);
    constexpr double freezing = 273.15;
    const double step = span.high - span.low > 32 ? 5 : 2;  // K
    IsothermLook plain;
    plain.style.strokeAlpha = 0.6;
    int count = 0;
    for (double level = freezing + step * std::ceil((span.low - freezing) / step);
         level < span.high; level += step, ++count) {
        const double celsius = level - freezing;
        plain.text.clear();
        if (!picture.narrow || count % 2 == 0)  // the lines of a narrow stage lie closer
            plain.text = scene.words().number(celsius, std::fabs(celsius) < 10 ? 1 : 2) + "°";
        plain.priority = count % 2 ? 30 : 34;
        drawIsotherm(scene, net, level, plain, 0.25 + 0.1 * (count % 6));
    }
    if (!picture.result) return;
    const std::pair<const char*, double> limits[] = {{"mould_line", picture.result->mouldPoint},
                                                     {"dew_line", picture.result->dewPoint}};
    const bool wet = picture.result->coldest < picture.result->dewPoint;
    for (const auto& [key, level] : limits) {
        const bool dew = &key == &limits[1].first;
        // A narrow stage has room for the one that its verdict goes by.
        if (picture.narrow && dew != wet) continue;
        if (!(level > span.low && level < span.high)) continue;
        IsothermLook marked;
        marked.style.stroke = Ink::error;
        marked.style.width = 2;
        marked.style.dash = dew ? Dash::dotted : Dash::dashed;
        marked.text = celsiusText(scene.words(), level);
        marked.priority = 60;
        drawIsotherm(scene, net, level, marked, 0.82);
        addLegend(scene, marked.style,
                  detailWord(scene.words(), key, {{"temperature", marked.text}}));
    }
}

// An arrow's head on the line, this share along it.
void drawHead(Scene& scene, const std::vector<Vec>& line, double share, const Style& style,
              double scale) {
    const auto head = static_cast<size_t>(share * static_cast<double>(line.size() - 1));
    size_t tail = head;
    while (tail > 0 && glm::distance(line[tail], line[head]) < 12 / scale) --tail;
    if (tail < head) scene.arrow(line[tail], line[head], style).size = 8;
}

void drawFlow(Scene& scene, const DetailPicture& picture) {
    const HeatLines heat = heatLines(*picture.field, picture.shape->edges, picture.detail.look);
    Style style;
    style.stroke = Ink::accent;
    style.width = 2;
    for (const std::vector<Vec>& line : heat.lines) {
        scene.polyline(line, style);
        drawHead(scene, line, 0.5, style, picture.scale);
        drawHead(scene, line, 1, style, picture.scale);
    }
    if (heat.lines.empty() || picture.narrow) return;
    addLegend(scene, style,
              detailWord(scene.words(), "flow_line",
                         {{"power", scene.words().quantity(heat.each, unit("W/m"), 2)}}));
}

}  // namespace

std::string celsiusText(const Words& words, double kelvin) {
    const double size = std::fabs(kelvin - 273.15);
    return words.quantity(kelvin, unit("°C"), size >= 9.95 ? 3 : size >= 0.95 ? 2 : 1);
}

std::string wholeCelsius(const Words& words, double kelvin) {
    return words.quantity(kelvin, unit("°C"), std::fabs(kelvin - 273.15) >= 9.5 ? 2 : 1);
}

TemperatureSpan spanOf(const DetailPicture& picture) {
    constexpr double freezing = 273.15, least = 4;
    TemperatureSpan span{std::floor(std::min(picture.inside, picture.outside) - freezing),
                         std::ceil(std::max(picture.inside, picture.outside) - freezing)};
    if (span.high - span.low < least) {
        span.low -= least / 2;
        span.high += least / 2;
    }
    return {span.low + freezing, span.high + freezing};
}

void drawDetailField(Scene& scene, const DetailPicture& picture) {
    const Heat2d& field = *picture.field;
    const DetailBox& look = picture.detail.look;
    const Band across = bandOf(field.xs(), look.x0, look.x1);
    const Band up = bandOf(field.ys(), look.y0, look.y1);
    if (across.count == 0 || up.count == 0) return;
    const TemperatureSpan span = spanOf(picture);
    Raster raster;
    raster.columns = static_cast<int>(across.count);
    raster.rows = static_cast<int>(up.count);
    raster.palette = picture.look == DetailLook::camera ? Palette::camera : Palette::temperature;
    raster.smooth = true;
    raster.xs = across.borders;
    raster.ys = up.borders;
    raster.values.reserve(across.count * up.count);
    const auto columns = static_cast<size_t>(field.columns());
    for (size_t row = up.first; row < up.first + up.count; ++row)
        for (size_t column = across.first; column < across.first + across.count; ++column)
            raster.values.push_back(
                static_cast<float>(span.share(field.temperatures()[row * columns + column])));
    const Palette palette = raster.palette;
    scene.raster({across.low, up.low}, {across.high, up.high}, std::move(raster));
    Note scale;
    scale.role = Role::scale;
    scale.palette = palette;
    scale.text = detailWord(scene.words(), "temperature");
    scale.low = wholeCelsius(scene.words(), span.low);
    scale.high = wholeCelsius(scene.words(), span.high);
    scene.note(std::move(scale));
}

void drawDetailLines(Scene& scene, const DetailPicture& picture) {
    if (picture.flow) drawFlow(scene, picture);
    if (picture.isotherms) drawIsotherms(scene, picture);
}

}  // namespace pt
