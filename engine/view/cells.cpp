#include "engine/view/cells.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <glm/common.hpp>

namespace pt {
namespace {

constexpr size_t levels = 256;         // shades of a palette that a raster tells apart
constexpr double softest_step = 0.04;  // of the palette, from cell to cell
constexpr int most_refined = 160;      // columns or rows

using Shades = std::array<Color, levels>;

Shades shadesOf(Palette palette) {
    Shades shades;
    for (size_t i = 0; i < levels; ++i)
        shades[i] = paletteColor(palette, static_cast<double>(i) / (levels - 1));
    return shades;
}

const Shades& shades(Palette palette) {
    static const std::array<Shades, 3> all = {
        shadesOf(Palette::magnitude), shadesOf(Palette::temperature), shadesOf(Palette::camera)};
    return all[static_cast<size_t>(palette)];
}

Color shade(const Shades& shades, float value) {
    if (std::isnan(value)) return {0, 0, 0, 0};
    return shades[static_cast<size_t>(std::clamp(value, 0.0f, 1.0f) * (levels - 1) + 0.5f)];
}

std::vector<float> borders(const std::vector<float>& given, int count) {
    if (!given.empty()) return given;
    std::vector<float> even;
    for (int i = 0; i <= count; ++i)
        even.push_back(static_cast<float>(i) / static_cast<float>(count));
    return even;
}

// Values between the middles of cells in one direction: two cells and the share of the second.
struct Between {
    size_t first, second;
    float share;
};

Between between(const std::vector<float>& borders, float at) {
    const size_t cells = borders.size() - 1;
    const auto middle = [&](size_t i) { return (borders[i] + borders[i + 1]) / 2; };
    size_t i = 0;
    while (i + 1 < cells && middle(i + 1) <= at) ++i;
    if (i + 1 == cells || at <= middle(i)) return {i, i, 0};
    return {i, i + 1, (at - middle(i)) / (middle(i + 1) - middle(i))};
}

// Of up to four cells, those without a value left out.
float mixed(const Raster& raster, Between x, Between y) {
    float sum = 0, total = 0;
    const auto add = [&](size_t column, size_t row, float weight) {
        const float value = raster.values[row * static_cast<size_t>(raster.columns) + column];
        if (std::isnan(value) || !(weight > 0)) return;
        sum += weight * value;
        total += weight;
    };
    add(x.first, y.first, (1 - x.share) * (1 - y.share));
    add(x.second, y.first, x.share * (1 - y.share));
    add(x.first, y.second, (1 - x.share) * y.share);
    add(x.second, y.second, x.share * y.share);
    return total > 0 ? sum / total : NAN;
}

// Into how many each cell must be cut for soft steps, given the largest one.
int pieces(double largest, int count) {
    const int wanted = static_cast<int>(std::ceil(largest / softest_step));
    return std::clamp(wanted, 1, std::max(1, most_refined / count));
}

std::vector<float> cut(const std::vector<float>& borders, int pieces) {
    std::vector<float> finer;
    for (size_t i = 0; i + 1 < borders.size(); ++i)
        for (int k = 0; k < pieces; ++k)
            finer.push_back(borders[i] + (borders[i + 1] - borders[i]) * static_cast<float>(k) /
                                             static_cast<float>(pieces));
    finer.push_back(borders.back());
    return finer;
}

// The largest steps between neighbours along x and along y.
Vec largestSteps(const Raster& raster) {
    Vec steps(0);
    const auto at = [&](int column, int row) {
        return static_cast<double>(
            raster.values[static_cast<size_t>(row * raster.columns + column)]);
    };
    const auto larger = [](double a, double b) { return b > a ? b : a; };  // false for NaN
    for (int row = 0; row < raster.rows; ++row)
        for (int column = 0; column < raster.columns; ++column) {
            const double here = at(column, row);
            if (column > 0) steps.x = larger(steps.x, std::fabs(here - at(column - 1, row)));
            if (row > 0) steps.y = larger(steps.y, std::fabs(here - at(column, row - 1)));
        }
    return glm::min(steps, Vec(1));
}

Raster refined(const Raster& raster) {
    const Vec steps = largestSteps(raster);
    const int across = pieces(steps.x, raster.columns), up = pieces(steps.y, raster.rows);
    const std::vector<float> xs = borders(raster.xs, raster.columns),
                             ys = borders(raster.ys, raster.rows);
    Raster finer{.columns = raster.columns * across,
                 .rows = raster.rows * up,
                 .values = {},
                 .palette = raster.palette,
                 .smooth = true,
                 .xs = cut(xs, across),
                 .ys = cut(ys, up)};
    std::vector<Between> columns;
    for (size_t i = 0; i + 1 < finer.xs.size(); ++i)
        columns.push_back(between(xs, (finer.xs[i] + finer.xs[i + 1]) / 2));
    for (int row = 0; row < finer.rows; ++row) {
        const auto j = static_cast<size_t>(row);
        const Between y = between(ys, (finer.ys[j] + finer.ys[j + 1]) / 2);
        for (int column = 0; column < finer.columns; ++column) {
            const int parent = row / up * raster.columns + column / across;
            const bool empty = std::isnan(raster.values[static_cast<size_t>(parent)]);
            finer.values.push_back(empty ? NAN
                                         : mixed(raster, columns[static_cast<size_t>(column)], y));
        }
    }
    return finer;
}

struct Window {
    int from, until;
};

// The cells that lie at least partly within 0..size.
Window visible(const std::vector<double>& lines, double size) {
    const bool rising = lines.back() > lines.front();
    Window window{0, static_cast<int>(lines.size()) - 1};
    const auto before = [&](double line) { return rising ? line < 0 : line > size; };
    const auto behind = [&](double line) { return rising ? line > size : line < 0; };
    while (window.from < window.until && before(lines[static_cast<size_t>(window.from) + 1]))
        ++window.from;
    while (window.until > window.from && behind(lines[static_cast<size_t>(window.until) - 1]))
        --window.until;
    return window;
}

std::vector<double> placed(const std::vector<float>& shares, double low, double high) {
    std::vector<double> lines;
    for (const float share : shares)
        lines.push_back(low + static_cast<double>(share) * (high - low));
    return lines;
}

template <class T>
std::vector<T> part(const std::vector<T>& all, Window window) {
    return {all.begin() + window.from, all.begin() + window.until + 1};
}

void findCorners(const Raster& raster, const Shades& shades, Window across, Window up,
                 Cells& cells) {
    const std::vector<float> xs = borders(raster.xs, raster.columns),
                             ys = borders(raster.ys, raster.rows);
    std::vector<Between> columns;
    for (int i = across.from; i <= across.until; ++i)
        columns.push_back(between(xs, xs[static_cast<size_t>(i)]));
    for (int j = up.from; j <= up.until; ++j) {
        const Between y = between(ys, ys[static_cast<size_t>(j)]);
        for (const Between& x : columns)
            cells.corners.push_back(shade(shades, mixed(raster, x, y)));
    }
}

}  // namespace

Cells cellsOf(const Raster& given, Vec low, Vec high, Vec stage) {
    const Raster raster = given.smooth ? refined(given) : given;
    const std::vector<double> xs = placed(borders(raster.xs, raster.columns), low.x, high.x),
                              ys = placed(borders(raster.ys, raster.rows), low.y, high.y);
    const Window across = visible(xs, stage.x), up = visible(ys, stage.y);
    Cells cells{.columns = across.until - across.from,
                .rows = up.until - up.from,
                .xs = part(xs, across),
                .ys = part(ys, up),
                .colors = {},
                .corners = {}};
    const Shades& tones = shades(raster.palette);
    for (int row = up.from; row < up.until; ++row)
        for (int column = across.from; column < across.until; ++column)
            cells.colors.push_back(
                shade(tones, raster.values[static_cast<size_t>(row * raster.columns + column)]));
    if (raster.smooth) findCorners(raster, tones, across, up, cells);
    return cells;
}

// Runs of one colour in a row, and a run goes on in the next row when that has the same one.
std::vector<Patch> patches(const Cells& cells) {
    struct Run {
        int from, until;
        size_t patch;
    };
    std::vector<Patch> made;
    std::vector<Run> below;
    for (int row = 0; row < cells.rows; ++row) {
        std::vector<Run> runs;
        const auto y = static_cast<size_t>(row);
        const Color* colors = cells.colors.data() + row * cells.columns;
        size_t under = 0;
        for (int from = 0, until = 0; from < cells.columns; from = until) {
            while (until < cells.columns && colors[until] == colors[from]) ++until;
            if (colors[from].a == 0) continue;
            while (under < below.size() && below[under].from < from) ++under;
            const bool goesOn = under < below.size() && below[under].from == from &&
                                below[under].until == until &&
                                made[below[under].patch].color == colors[from];
            if (!goesOn)
                made.push_back({{cells.xs[static_cast<size_t>(from)], cells.ys[y + 1]},
                                {cells.xs[static_cast<size_t>(until)], cells.ys[y]},
                                colors[from]});
            const size_t patch = goesOn ? below[under].patch : made.size() - 1;
            made[patch].low.y = cells.ys[y + 1];
            runs.push_back({from, until, patch});
        }
        below = std::move(runs);
    }
    return made;
}

float valueAt(const Raster& raster, Vec share) {
    const auto cell = [](const std::vector<float>& given, int count, double at) {
        const std::vector<float> lines = borders(given, count);
        const auto above = std::upper_bound(lines.begin(), lines.end(), static_cast<float>(at));
        return static_cast<int>(above - lines.begin()) - 1;
    };
    if (!(share.x >= 0 && share.x <= 1 && share.y >= 0 && share.y <= 1)) return NAN;
    const int column = std::min(cell(raster.xs, raster.columns, share.x), raster.columns - 1);
    const int row = std::min(cell(raster.ys, raster.rows, share.y), raster.rows - 1);
    if (column < 0 || row < 0) return NAN;
    return raster.values[static_cast<size_t>(row * raster.columns + column)];
}

}  // namespace pt
