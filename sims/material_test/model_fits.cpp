// What the lab tells from the table: fitted numbers and charts.
#include <algorithm>
#include <cmath>

#include "engine/core/math.h"
#include "sims/material_test/model.h"

namespace pt {
namespace {

std::pair<double, double> ends(const std::vector<double>& values) {
    const auto [low, high] = std::minmax_element(values.begin(), values.end());
    return {*low, *high};
}

// The fitted line from the origin to the farthest point, beside the points.
void addFit(ChartData& data, const char* points, const char* line, const Points& measured,
            double slope) {
    if (measured.x.empty()) return;
    data.series.push_back({points, Mark::points, measured.x, measured.y});
    if (slope != slope) return;
    const double most = ends(measured.x).second;
    data.series.push_back({line, Mark::line, {0, most}, {0, slope * most}});
}

ChartData columnChart(const Fits& fits) {
    ChartData data;
    if (fits.columns.x.empty()) return data;
    data.series.push_back({"column_points", Mark::points, fits.columns.x, fits.columns.y});
    const double most = ends(fits.columns.x).second;
    const double slope = fits.columnLine.slope.known() ? fits.columnLine.slope.value : 0;
    data.series.push_back({"column_fit",
                           Mark::line,
                           {0, most},
                           {fits.columnE.value, fits.columnE.value + slope * most}});
    return data;
}

// ln σ (in MPa) against ln(-ln(1 - P)): a straight line for a Weibull material, of slope m.
ChartData weibullChart(std::vector<double> strengths, const WeibullEstimate& fit) {
    ChartData data;
    if (strengths.empty()) return data;
    std::sort(strengths.begin(), strengths.end());
    ChartSeries points{"weibull_points", Mark::points, {}, {}};
    const auto count = static_cast<int>(strengths.size());
    for (int i = 0; i < count; ++i) {
        points.x.push_back(math::log(strengths[static_cast<size_t>(i)] / 1e6));
        points.y.push_back(math::log(-math::log(1 - medianRank(i, count))));
    }
    const auto [low, high] = ends(points.x);
    data.series.push_back(std::move(points));
    if (!fit.known()) return data;
    const double scale = math::log(fit.scale / 1e6);
    data.series.push_back({"weibull_fit",
                           Mark::line,
                           {low, high},
                           {fit.modulus * (low - scale), fit.modulus * (high - scale)}});
    return data;
}

ChartData histogram(const std::vector<double>& strengths, double mean) {
    ChartData data;
    if (strengths.empty()) return data;
    const auto [low, high] = ends(strengths);
    const auto bins = static_cast<size_t>(
        std::clamp(std::ceil(std::sqrt(static_cast<double>(strengths.size()))), 1.0, 12.0));
    const double width = high > low ? (high - low) / static_cast<double>(bins) : 1e6;
    ChartSeries bars{"tested_pieces", Mark::bars, {}, std::vector<double>(bins, 0.0)};
    for (size_t i = 0; i < bins; ++i) bars.x.push_back(low + width * static_cast<double>(i));
    for (const double strength : strengths)
        bars.y[std::min(bins - 1, static_cast<size_t>((strength - low) / width))] += 1;
    data.series.push_back(std::move(bars));
    data.lines.push_back({"fit_strength", mean});
    return data;
}

}  // namespace

void MaterialTest::describeFits(Schema& schema) {
    const auto fitted = [this, &schema](const char* key, const char* symbol, auto value) {
        schema.output(key, unit(symbol), [this, value] { return value(findings()); });
    };
    using F = const Findings&;
    schema.text("rows_counted", [this] { return std::to_string(rows_.size()); });
    schema.output("fit_E", unit("GPa"),
                  [this] { return stiffness(findings().fits, test()).value; });
    schema.output("fit_E_margin", unit("GPa"),
                  [this] { return stiffness(findings().fits, test()).half; });
    fitted("fit_strength", "MPa", [](F f) { return f.strength.value; });
    fitted("fit_strength_margin", "MPa", [](F f) { return f.strength.half; });
    fitted("fit_deviation", "MPa", [](F f) { return f.deviation; });
    fitted("fit_modulus", "", [](F f) { return f.weibull.modulus; });
    fitted("fit_modulus_low", "", [](F f) { return f.weibull.low; });
    fitted("fit_modulus_high", "", [](F f) { return f.weibull.high; });
    schema.text("tests_needed", [this]() -> std::string {
        const double needed = findings().needed;
        return needed == needed ? std::to_string(static_cast<int>(needed)) : "";
    });
    fitted("fit_density", "kg/m3", [](F f) { return f.fits.density.value; });
    fitted("fit_density_margin", "kg/m3", [](F f) { return f.fits.density.half; });
}

void MaterialTest::describeCharts(Schema& schema) {
    schema.chart(
        {"stress_strain", "strain", "stress", unit("%"), unit("MPa"), [this] {
             const Fits& fits = findings().fits;
             ChartData data;
             addFit(data, "tension_points", "tension_fit", fits.tension, fits.tensionE.value);
             addFit(data, "bending_points", "bending_fit", fits.bending, fits.bendingE.value);
             return data;
         }});
    schema.chart({"southwell", "inverse_deflection", "apparent_E", unit("1/m"), unit("GPa"),
                  [this] { return columnChart(findings().fits); }});
    schema.chart({"weibull_plot", "ln_strength", "ln_ln", unit(""), unit(""), [this] {
                      return weibullChart(breaks(findings().fits, test()), findings().weibull);
                  }});
    schema.chart({"strengths", "break_stress", "tested_pieces", unit("MPa"), unit(""), [this] {
                      return histogram(breaks(findings().fits, test()), findings().strength.value);
                  }});
}

}  // namespace pt
