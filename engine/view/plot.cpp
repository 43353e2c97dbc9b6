#include "engine/view/plot.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "engine/core/math.h"
#include "engine/i18n/calendar.h"
#include "engine/view/nice.h"

namespace pt {
namespace {

constexpr double text_size = 13, label_height = 18, tick_gap = 8;
constexpr double most_ticks = 1000;
constexpr double sample_width = 22, entry_width = sample_width + 6 + 16;  // with the gaps

struct Interval {
    double low = INFINITY, high = -INFINITY;
    bool empty() const { return !(low <= high); }
    void add(double value) {
        if (!std::isfinite(value)) return;
        low = std::min(low, value);
        high = std::max(high, value);
    }
};

class PlotPainter {
public:
    PlotPainter(const Plot& plot, Vec topLeft, Vec size, const Words& words, const Theme& theme,
                Brush& brush)
        : plot_(plot), words_(words), theme_(theme), brush_(brush), outer_(topLeft), size_(size) {}

    void paintAll() {
        measure();
        if (xRange_.empty() || yRange_.empty()) return paintEmpty();
        layOut();
        if (inner_.x < 20 || inner_.y < 20) return;
        paintAxes();
        for (const Series& series : plot_.series) paintSeries(series);
        paintMarkedLines();
        if (plot_.hasCursor) paintCursor();
        if (plot_.series.size() > 1) paintLegend();
    }

private:
    // The ranges of the data in display units, from zero when that costs little.
    void measure() {
        bool bars = false;
        for (const Series& series : plot_.series)
            for (size_t i = 0; i < std::min(series.x.size(), series.y.size()); ++i) {
                if (!std::isfinite(series.x[i]) || !std::isfinite(series.y[i])) continue;
                const double x = plot_.x.unit.fromSi(series.x[i]);
                xRange_.add(x);
                yRange_.add(plot_.y.unit.fromSi(series.y[i]));
                if (series.mark != Mark::bars) continue;
                bars = true;
                xRange_.add(x + barWidth(series));
                yRange_.add(0);
            }
        if (xRange_.empty()) return;
        for (const MarkedLine& line : plot_.lines) xRange_.add(plot_.x.unit.fromSi(line.x));
        widen(xRange_, !bars);
        widen(yRange_, true);
    }

    // In display units; a bar that stands alone is one unit wide.
    double barWidth(const Series& series) const {
        if (series.x.size() < 2) return 1;
        return plot_.x.unit.fromSi(series.x[1]) - plot_.x.unit.fromSi(series.x[0]);
    }

    static void widen(Interval& range, bool toZero) {
        const double extent = range.high - range.low;
        if (toZero && range.low > 0 && range.low < extent) range.low = 0;
        if (toZero && range.high < 0 && -range.high < extent) range.high = 0;
        if (extent > 1e-9 * std::max(std::fabs(range.low), std::fabs(range.high))) return;
        const double pad = range.low == 0 ? 1 : std::fabs(range.low) * 0.1;
        range.low -= range.low == 0 ? 0 : pad;
        range.high += pad;
    }

    void layOut() {
        compact_ = size_.y < 200 && width(axisTitle(plot_.x)) < 0.4 * size_.x;
        yTicks_ = ticks(yRange_.low, yRange_.high, static_cast<int>(size_.y / 30));
        if (yTicks_.empty()) return;
        yStep_ = stepOf(yTicks_);
        yRange_.add(yTicks_.front());
        yRange_.add(yTicks_.back());
        double widest = 0;
        for (const double tick : yTicks_) widest = std::max(widest, width(tickText(tick, yStep_)));
        const double names = plot_.lines.empty() ? 0 : label_height;
        const double head = label_height * (legendHasOwnRow() ? 2 : 1) + 6 + names;
        const double foot = label_height * (compact_ ? 1 : 2) + 4;
        corner_ = outer_ + Vec(widest + tick_gap + 4, head);
        inner_ = size_ - (corner_ - outer_) - Vec(8, foot);
        layOutXTicks();
    }

    // As many as their texts leave room for.
    void layOutXTicks() {
        for (int wanted = static_cast<int>(inner_.x / 64);; --wanted) {
            xTicks_ = xTicks(wanted);
            if (wanted <= 1 || ticksFit()) break;
        }
        xStep_ = stepOf(xTicks_);
        // A compact plot has the axis' name beside the ticks instead of below them.
        const double room = compact_ ? width(axisTitle(plot_.x)) + 24 : 0;
        std::erase_if(xTicks_, [&](double tick) {
            return tick < xRange_.low || tick > xRange_.high ||
                   at(tick, 0).x > corner_.x + inner_.x - room;
        });
    }

    std::vector<double> xTicks(int wanted) const {
        if (!plot_.x.moment) return ticks(xRange_.low, xRange_.high, wanted);
        const double start = *plot_.x.moment;
        std::vector<double> moments =
            calendarTicks(start + xRange_.low, start + xRange_.high, wanted);
        for (double& moment : moments) moment -= start;
        return moments;
    }

    std::string xTickText(double tick, double step) const {
        return plot_.x.moment ? momentTick(*plot_.x.moment + tick, step, words_)
                              : tickText(tick, step);
    }

    bool ticksFit() const {
        const double step = stepOf(xTicks_);
        const double apart = step / (xRange_.high - xRange_.low) * inner_.x;
        return std::all_of(xTicks_.begin(), xTicks_.end(), [&](double tick) {
            return width(xTickText(tick, step)) + tick_gap <= apart;
        });
    }

    static double stepOf(const std::vector<double>& ticks) {
        return ticks.size() > 1 ? ticks[1] - ticks[0] : 1;
    }

    double width(std::string_view text) const { return brush_.textWidth(text, text_size, false); }

    double legendWidth() const {
        double sum = 0;
        for (const Series& series : plot_.series) sum += entry_width + width(series.label);
        return sum;
    }

    bool legendHasOwnRow() const {
        return plot_.series.size() > 1 && legendWidth() + width(axisTitle(plot_.y)) > size_.x;
    }

    // As many decimals as the step between ticks needs.
    std::string tickText(double tick, double step) const {
        if (tick == 0 || std::fabs(tick) < step * 1e-6) return words_.number(0, 1);
        const double digits = std::floor(math::log(std::fabs(tick)) / math::log(10.0) + 1e-9) -
                              std::floor(math::log(step) / math::log(10.0) + 1e-9) + 1;
        return words_.number(tick, static_cast<int>(std::clamp(digits, 1.0, 6.0)));
    }

    Vec at(double x, double y) const {
        return {corner_.x + (x - xRange_.low) / (xRange_.high - xRange_.low) * inner_.x,
                corner_.y + (yRange_.high - y) / (yRange_.high - yRange_.low) * inner_.y};
    }

    void text(Vec baseline, std::string_view text, Ink ink, Align align) {
        Lettering style;
        style.size = text_size;
        style.color = theme_[ink];
        style.align = align;
        brush_.text(baseline, text, style);
    }

    static std::string axisTitle(const Axis& axis) {
        return axis.unit.symbol.empty() || axis.moment ? axis.label
                                                       : axis.label + " (" + axis.unit.symbol + ")";
    }

    void paintAxes() {
        for (const double tick : yTicks_) {
            const Vec left = at(xRange_.low, tick);
            brush_.stroke({left, left + Vec(inner_.x, 0)}, false, 1,
                          withAlpha(theme_[Ink::line], 0.6));
            text(left + Vec(-tick_gap, text_size * 0.36), tickText(tick, yStep_), Ink::inkSoft,
                 Align::right);
        }
        const Vec origin = corner_ + Vec(0, inner_.y);
        for (const double tick : xTicks_) {
            const Vec foot(at(tick, yRange_.low).x, origin.y);
            brush_.stroke({foot, foot + Vec(0, 4)}, false, 1, theme_[Ink::inkSoft]);
            const std::string label = xTickText(tick, xStep_);
            const double half = width(label) / 2;
            text({std::min(foot.x, outer_.x + size_.x - half), foot.y + label_height}, label,
                 Ink::inkSoft, Align::center);
        }
        brush_.stroke({origin, origin + Vec(inner_.x, 0)}, false, 1, theme_[Ink::inkSoft]);
        text(outer_ + Vec(0, text_size), axisTitle(plot_.y), Ink::ink, Align::left);
        text(corner_ + Vec(inner_.x, inner_.y + label_height * (compact_ ? 1 : 2)),
             axisTitle(plot_.x), Ink::ink, Align::right);
    }

    void paintSeries(const Series& series) {
        std::vector<Vec> run;
        for (size_t i = 0; i < std::min(series.x.size(), series.y.size()); ++i) {
            const double x = plot_.x.unit.fromSi(series.x[i]), y = plot_.y.unit.fromSi(series.y[i]);
            if (!std::isfinite(x) || !std::isfinite(y))
                paintRun(std::exchange(run, {}), series);
            else if (series.mark == Mark::points)
                paintMarker(at(x, y), series);
            else if (series.mark == Mark::bars)
                paintBar(at(x, 0), at(x + barWidth(series), y), series);
            else
                run.push_back(at(x, y));
        }
        paintRun(run, series);
    }

    // Bars of several series overlap: their outline tells them apart.
    void paintBar(Vec foot, Vec top, const Series& series) {
        if (foot.y == top.y) return;
        const double gap = std::min(0.5, std::fabs(top.x - foot.x) / 8);
        const double left = std::min(foot.x, top.x) + gap, right = std::max(foot.x, top.x) - gap;
        const std::vector<Vec> bar{{left, foot.y}, {right, foot.y}, {right, top.y}, {left, top.y}};
        brush_.fill(bar, withAlpha(theme_[series.ink], plot_.series.size() > 1 ? 0.4 : 0.85));
        if (plot_.series.size() > 1) brush_.stroke(bar, true, 1, theme_[series.ink]);
    }

    // Dashed, with the name above the plot on the side that has room; names that would touch go
    // down a row.
    void paintMarkedLines() {
        std::vector<std::pair<double, double>> rows;  // where the latest name in each ends
        for (const MarkedLine* line : linesFromLeft()) {
            const double x = at(plot_.x.unit.fromSi(line->x), 0).x;
            const std::string name = line->label + " " + words_.quantity(line->x, plot_.x.unit, 3);
            const double room = width(name) + 6;
            const bool left = x + room > corner_.x + inner_.x;
            const double start = left ? x - room : x, end = start + room;
            size_t row = 0;
            while (row < rows.size() && start < rows[row].second && rows[row].first < end) ++row;
            if (row == rows.size()) rows.emplace_back(start, end);
            rows[row] = {std::min(start, rows[row].first), end};
            strokeDashed(brush_, {{x, corner_.y - text_size}, {x, corner_.y + inner_.y}}, false, 2,
                         theme_[line->ink], Dash::dashed);
            const double y = corner_.y - 4 + label_height * static_cast<double>(row);
            if (y > corner_.y + inner_.y || start < outer_.x) continue;
            Lettering style;
            style.color = theme_[line->ink];
            style.halo = withAlpha(theme_[Ink::sheet], 0.9);
            style.align = left ? Align::right : Align::left;
            brush_.text({left ? x - 6 : x + 6, y}, name, style);
        }
    }

    std::vector<const MarkedLine*> linesFromLeft() const {
        std::vector<const MarkedLine*> lines;
        for (const MarkedLine& line : plot_.lines)
            if (std::isfinite(line.x)) lines.push_back(&line);
        std::stable_sort(lines.begin(), lines.end(),
                         [](const MarkedLine* a, const MarkedLine* b) { return a->x < b->x; });
        return lines;
    }

    void paintRun(const std::vector<Vec>& run, const Series& series) {
        if (run.empty()) return;
        strokeDashed(brush_, run, false, 2, theme_[series.ink], series.dash);
        paintMarker(run.back(), series);
    }

    // The end of a line carries its series' own shape: disc, square, triangle, diamond.
    void paintMarker(Vec center, const Series& series) {
        const int kind = (static_cast<int>(series.ink) - static_cast<int>(Ink::series1)) % 4;
        const int corners = std::array{12, 4, 3, 4}[static_cast<size_t>(std::max(kind, 0))];
        const double turn = kind == 1 ? math::pi / 4 : -math::pi / 2;
        std::vector<Vec> points;
        for (int i = 0; i < corners; ++i) {
            const double angle = turn + 2 * math::pi * i / corners;
            points.push_back(center + 4.5 * Vec(math::cos(angle), math::sin(angle)));
        }
        brush_.fill(points, theme_[series.ink]);
    }

    void paintCursor() {
        const double x = plot_.x.unit.fromSi(plot_.cursorX);
        if (!(x >= xRange_.low && x <= xRange_.high)) return;
        const double left = at(x, yRange_.low).x;
        brush_.stroke({{left, corner_.y}, {left, corner_.y + inner_.y}}, false, 1,
                      theme_[Ink::accent]);
    }

    void paintLegend() {
        const double y = outer_.y + (legendHasOwnRow() ? label_height : 0);
        double x = corner_.x + inner_.x - legendWidth();
        if (legendHasOwnRow()) x = outer_.x;
        for (const Series& series : plot_.series) {
            const Vec start(x, y + text_size * 0.65), end = start + Vec(sample_width, 0);
            if (series.mark == Mark::line)
                strokeDashed(brush_, {start, end}, false, 2, theme_[series.ink], series.dash);
            if (series.mark == Mark::bars)
                paintBar(start + Vec(4, 5), end - Vec(4, 5), series);
            else
                paintMarker((start + end) / 2.0, series);
            text({end.x + 6, y + text_size}, series.label, Ink::ink, Align::left);
            x += entry_width + width(series.label);
        }
    }

    void paintEmpty() {
        text(outer_ + size_ / 2.0 + Vec(0, text_size * 0.36), plot_.emptyText, Ink::inkSoft,
             Align::center);
    }

    const Plot& plot_;
    const Words& words_;
    const Theme& theme_;
    Brush& brush_;
    Vec outer_, size_;
    Vec corner_{0, 0}, inner_{0, 0};  // of the area inside the axes
    Interval xRange_, yRange_;        // display units
    std::vector<double> xTicks_, yTicks_;
    double xStep_ = 1, yStep_ = 1;
    bool compact_ = false;
};

}  // namespace

std::vector<double> ticks(double low, double high, int wanted) {
    if (!(low < high) || !std::isfinite(high - low)) return {};
    const double step = niceStep((high - low) / std::max(wanted, 1));
    const double first = std::floor(low / step + 1e-9), last = std::ceil(high / step - 1e-9);
    if (!(last - first <= most_ticks) || first + 1 == first) return {};
    std::vector<double> ticks;
    for (double i = first; i <= last; ++i) ticks.push_back(i * step);
    return ticks;
}

void paint(const Plot& plot, Vec topLeft, Vec size, const Words& words, const Theme& theme,
           Brush& brush) {
    PlotPainter(plot, topLeft, size, words, theme, brush).paintAll();
}

}  // namespace pt
