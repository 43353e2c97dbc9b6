#include "engine/lesson/hypothesis.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <vector>

#include "engine/core/math.h"
#include "engine/lesson/digits.h"

namespace pt {
namespace {

constexpr int shownDigits = 3;
constexpr double bendShare = 0.1;  // of the whole change: less is no top or bottom
// How far the power of y ~ x^k may be from 1 or -1: doubling x then gives 1.8 to 2.2 times y.
constexpr double powerBand = 0.15;

double median(std::vector<double>& values) {
    if (values.empty()) return NAN;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    if (values.size() % 2 == 1) return *middle;
    return (*middle + *std::max_element(values.begin(), middle)) / 2;
}

// The values of y at each x, from low to high.
std::map<double, std::vector<double>> byX(std::span<const DataPoint> points) {
    std::map<double, std::vector<double>> values;
    for (const DataPoint& point : points) values[point.x].push_back(point.y);
    return values;
}

double repeatBand(const std::map<double, std::vector<double>>& values) {
    std::vector<double> differences;
    for (const auto& [x, ys] : values) {
        if (ys.size() < 2) continue;
        const auto [low, high] = std::minmax_element(ys.begin(), ys.end());
        differences.push_back(*high - *low);
    }
    return differences.empty() ? 0 : median(differences);
}

// The extreme of the medians, where it lies between the ends and stands out on both sides.
Trend bend(const std::map<double, std::vector<double>>& values, double noise) {
    std::vector<double> middles;
    for (auto [x, ys] : values) middles.push_back(median(ys));
    if (middles.size() < 3) return Trend::unclear;
    const auto [low, high] = std::minmax_element(middles.begin(), middles.end());
    const double least = std::max(noise, bendShare * (*high - *low));
    const auto standsOut = [&](double sign) {
        double extreme = -INFINITY;
        for (size_t i = 1; i + 1 < middles.size(); ++i)
            extreme = std::max(extreme, sign * middles[i]);
        return extreme - sign * middles.front() > least && extreme - sign * middles.back() > least;
    };
    if (standsOut(1)) return Trend::top;
    return standsOut(-1) ? Trend::bottom : Trend::unclear;
}

Bearing proportional(std::span<const DataPoint> points, double power) {
    std::vector<DataPoint> logs;
    for (const DataPoint& point : points) {
        if (!(point.x > 0 && point.y > 0)) return Bearing::unclear;
        logs.push_back({math::log(point.x), math::log(point.y)});
    }
    const double slope = theilSen(logs);
    if (std::isnan(slope)) return Bearing::unclear;
    return std::fabs(slope - power) <= powerBand ? Bearing::yes : Bearing::no;
}

Bearing answer(bool yes) { return yes ? Bearing::yes : Bearing::no; }

}  // namespace

double theilSen(std::span<const DataPoint> points) {
    std::vector<double> slopes;
    slopes.reserve(points.size() * points.size() / 2);
    for (size_t i = 0; i < points.size(); ++i)
        for (size_t j = 0; j < i; ++j)
            if (points[i].x != points[j].x)
                slopes.push_back((points[i].y - points[j].y) / (points[i].x - points[j].x));
    return median(slopes);
}

double noiseBand(std::span<const DataPoint> points, double resolution) {
    double largest = 0;
    for (const DataPoint& point : points) largest = std::max(largest, std::fabs(point.y));
    const double step = resolution > 0 ? resolution : checks::lastDigit(largest, shownDigits);
    return std::max(step, repeatBand(byX(points)));
}

Trend trendOf(std::span<const DataPoint> points, double noise) {
    const auto values = byX(points);
    if (values.size() < 2) return Trend::unclear;
    const Trend bent = bend(values, noise);
    if (bent != Trend::unclear) return bent;
    const double change = theilSen(points) * (values.rbegin()->first - values.begin()->first);
    if (std::fabs(change) <= noise) return Trend::level;
    return change > 0 ? Trend::up : Trend::down;
}

Bearing supportOf(std::string_view how, std::span<const DataPoint> points, double resolution) {
    const Trend trend = trendOf(points, noiseBand(points, resolution));
    if (trend == Trend::unclear) return Bearing::unclear;
    if (how == "increases") return answer(trend == Trend::up);
    if (how == "decreases") return answer(trend == Trend::down);
    if (how == "stays_equal") return answer(trend == Trend::level);
    if (how == "doubles") return proportional(points, 1);
    if (how == "halves") return proportional(points, -1);
    if (how != "optimum" || byX(points).size() < 3) return Bearing::unclear;
    return answer(trend == Trend::top || trend == Trend::bottom);
}

}  // namespace pt
