#include "sims/material_test/estimate.h"

#include <algorithm>
#include <cmath>

#include "engine/core/math.h"

namespace pt {
namespace {

double sum(const std::vector<double>& values) {
    double total = 0;
    for (const double value : values) total += value;
    return total;
}

double size(const std::vector<double>& values) { return static_cast<double>(values.size()); }

// ln(estimate / truth) of the Weibull modulus: what 2.5 %, 50 % and 97.5 % of samples stay below.
struct Quantiles {
    double count, low, median, high;
};
constexpr Quantiles spread[] = {
    {3, -0.5626, 0.4189, 2.1064},  {4, -0.5205, 0.2831, 1.5277},   {5, -0.4776, 0.2215, 1.2365},
    {6, -0.4472, 0.1774, 1.0557},  {8, -0.4057, 0.1274, 0.8325},   {10, -0.3749, 0.0982, 0.7104},
    {15, -0.3210, 0.0625, 0.5284}, {20, -0.2826, 0.0469, 0.4414},  {30, -0.2369, 0.0313, 0.3414},
    {50, -0.1899, 0.0178, 0.2482}, {100, -0.1413, 0.0104, 0.1698},
};

// Between the rows along 1/√n; beyond them with the limit ± 1.96 √0.608 / √n.
Quantiles spreadAt(double count) {
    const Quantiles* above = std::begin(spread);
    while (above != std::end(spread) && above->count < count) ++above;
    if (above == std::end(spread)) {
        const double limit = 1.528 / std::sqrt(count);
        return {count, -limit, 0.94 / count, limit};
    }
    if (above == std::begin(spread)) return *above;
    const Quantiles& below = above[-1];
    const auto place = [](double n) { return 1 / std::sqrt(n); };
    const double t =
        (place(count) - place(below.count)) / (place(above->count) - place(below.count));
    const auto mix = [t](double a, double b) { return a + t * (b - a); };
    return {count, mix(below.low, above->low), mix(below.median, above->median),
            mix(below.high, above->high)};
}

// Σ sᵐ ln s / Σ sᵐ - 1/m - mean(ln s): rises with m, 0 at the estimate. Logarithms relative to
// the largest, so that no power overflows.
double likelihoodSlope(const std::vector<double>& logs, double m) {
    double weighted = 0, weights = 0;
    for (const double log : logs) {
        const double weight = math::exp(m * log);
        weighted += weight * log;
        weights += weight;
    }
    return weighted / weights - 1 / m - sum(logs) / size(logs);
}

}  // namespace

double student95(int degrees) {
    constexpr double table[] = {12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306,
                                2.262,  2.228, 2.201, 2.179, 2.160, 2.145, 2.131, 2.120,
                                2.110,  2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064,
                                2.060,  2.056, 2.052, 2.048, 2.045, 2.042};
    if (degrees <= static_cast<int>(std::size(table))) return table[std::max(degrees, 1) - 1];
    return 1.960 + 2.4 / degrees;  // Cornish-Fisher's first term
}

double deviationOf(const std::vector<double>& values) {
    if (values.size() < 2) return noValue;
    const double mean = sum(values) / size(values);
    double squares = 0;
    for (const double value : values) squares += (value - mean) * (value - mean);
    return std::sqrt(squares / (size(values) - 1));
}

Estimate meanOf(const std::vector<double>& values) {
    Estimate estimate;
    estimate.count = static_cast<int>(values.size());
    if (values.empty()) return estimate;
    estimate.value = sum(values) / size(values);
    if (values.size() > 1)
        estimate.half =
            student95(estimate.count - 1) * deviationOf(values) / std::sqrt(size(values));
    return estimate;
}

double countFor(const std::vector<double>& values, double share) {
    const Estimate mean = meanOf(values);
    if (values.size() < 2 || !(mean.value > 0)) return noValue;
    const double relative = deviationOf(values) / mean.value;
    for (int count = 2; count < 9999; ++count)
        if (student95(count - 1) * relative <= share * std::sqrt(count)) return count;
    return 9999;
}

Estimate slopeThroughOrigin(const Points& points) {
    double xx = 0, xy = 0;
    for (size_t i = 0; i < points.x.size(); ++i) {
        xx += points.x[i] * points.x[i];
        xy += points.x[i] * points.y[i];
    }
    Estimate slope;
    slope.count = static_cast<int>(points.x.size());
    if (!(xx > 0)) return slope;
    slope.value = xy / xx;
    if (points.x.size() < 2) return slope;
    double squares = 0;
    for (size_t i = 0; i < points.x.size(); ++i) {
        const double off = points.y[i] - slope.value * points.x[i];
        squares += off * off;
    }
    slope.half = student95(slope.count - 1) * std::sqrt(squares / (slope.count - 1) / xx);
    return slope;
}

Line fitLine(const Points& points) {
    Line line;
    const auto count = static_cast<int>(points.x.size());
    line.intercept.count = line.slope.count = count;
    if (count < 3) return line;
    const double meanX = sum(points.x) / count, meanY = sum(points.y) / count;
    double xx = 0, xy = 0;
    for (size_t i = 0; i < points.x.size(); ++i) {
        xx += (points.x[i] - meanX) * (points.x[i] - meanX);
        xy += (points.x[i] - meanX) * (points.y[i] - meanY);
    }
    if (!(xx > 1e-12 * meanX * meanX)) return line;
    line.slope.value = xy / xx;
    line.intercept.value = meanY - line.slope.value * meanX;
    double squares = 0;
    for (size_t i = 0; i < points.x.size(); ++i) {
        const double off = points.y[i] - line.intercept.value - line.slope.value * points.x[i];
        squares += off * off;
    }
    const double t = student95(count - 2), variance = squares / (count - 2);
    line.slope.half = t * std::sqrt(variance / xx);
    line.intercept.half = t * std::sqrt(variance * (1.0 / count + meanX * meanX / xx));
    return line;
}

WeibullEstimate fitWeibull(const std::vector<double>& strengths) {
    WeibullEstimate fit;
    fit.count = static_cast<int>(strengths.size());
    if (fit.count < 3) return fit;
    const auto [least, most] = std::minmax_element(strengths.begin(), strengths.end());
    if (!(*least > 0) || !(*most > *least)) return fit;
    std::vector<double> logs;
    for (const double strength : strengths) logs.push_back(math::log(strength / *most));
    double low = 0.01, high = 1e4;
    if (likelihoodSlope(logs, low) > 0 || likelihoodSlope(logs, high) < 0) return fit;
    for (int i = 0; i < 60; ++i) {
        const double middle = std::sqrt(low * high);
        (likelihoodSlope(logs, middle) < 0 ? low : high) = middle;
    }
    const double raw = std::sqrt(low * high);
    double powers = 0;
    for (const double log : logs) powers += math::exp(raw * log);
    fit.scale = *most * math::pow(powers / fit.count, 1 / raw);
    const Quantiles off = spreadAt(fit.count);
    fit.modulus = raw * math::exp(-off.median);
    fit.low = raw * math::exp(-off.high);
    fit.high = raw * math::exp(-off.low);
    return fit;
}

double medianRank(int index, int count) { return (index + 0.7) / (count + 0.4); }

}  // namespace pt
