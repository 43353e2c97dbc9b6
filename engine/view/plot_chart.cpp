#include <algorithm>
#include <iterator>

#include "engine/view/plot.h"

namespace pt {
namespace {

// "<lab>.<chart>.<key>" where the chart has its own word for it, or else "<lab>.<key>".
std::string label(std::string_view lab, const Chart& chart, const std::string& key,
                  const Words& words) {
    const std::string root = std::string(lab) + ".";
    const std::string own = root + chart.key + "." + key;
    return words(words.has(own) ? own : root + key);
}

}  // namespace

Plot plotOf(std::string_view lab, const Chart& chart, const ChartData& data, const Words& words) {
    constexpr Ink inks[] = {Ink::series1, Ink::series2, Ink::series3,
                            Ink::series4, Ink::series5, Ink::series6};
    constexpr Dash dashes[] = {Dash::solid, Dash::dashed, Dash::dotted};
    const std::string root = std::string(lab) + ".";
    Plot plot;
    plot.x = {words(root + chart.xKey), chart.x};
    plot.y = {words(root + chart.yKey), chart.y};
    const std::string empty = root + chart.key + ".empty";
    plot.emptyText = words(words.has(empty) ? empty : "view.chart_empty");
    size_t next = 0;
    const auto ink = [&] { return inks[next++ % std::size(inks)]; };
    for (const ChartSeries& series : data.series) {
        const Dash dash = dashes[next % std::size(dashes)];
        plot.series.push_back(
            {label(lab, chart, series.key, words), series.x, series.y, ink(), dash, series.mark});
    }
    for (const ChartLine& line : data.lines)
        plot.lines.push_back(
            {label(lab, chart, line.key, words), line.x, data.lines.size() > 1 ? ink() : Ink::ink});
    return plot;
}

}  // namespace pt
