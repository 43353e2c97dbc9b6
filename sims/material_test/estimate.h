// What a row of measurements says about a number: value, 95 % interval, how many it took.
#pragma once

#include <limits>
#include <vector>

namespace pt {

inline constexpr double noValue = std::numeric_limits<double>::quiet_NaN();

// NaN where too few measurements say anything: a value takes one, an interval two.
struct Estimate {
    double value = noValue;
    double half = noValue;  // half the width of the 95 % interval
    int count = 0;
    bool known() const { return value == value; }
};

// The t that 95 % of Student's distribution lies within; degrees >= 1.
double student95(int degrees);

// Mean of normal scatter.
Estimate meanOf(const std::vector<double>& values);
// Standard deviation (n - 1); NaN for fewer than two.
double deviationOf(const std::vector<double>& values);
// Measurements that bring the 95 % interval of the mean to ± `share` of it, from the scatter so
// far; NaN for fewer than two, at most 9999.
double countFor(const std::vector<double>& values, double share);

struct Points {
    std::vector<double> x, y;  // equal length
};
// The slope of y = a x by least squares.
Estimate slopeThroughOrigin(const Points& points);
// y = a + b x by least squares; unknown for fewer than three points or a single x.
struct Line {
    Estimate intercept, slope;
};
Line fitLine(const Points& points);

// Weibull modulus and scale by maximum likelihood. `modulus` is freed of its median bias and
// [low, high] is its 95 % interval: the ratio of estimate to truth has a distribution that
// depends on the number of measurements alone (Thoman, Bain and Antle, Technometrics 11, 1969);
// its quantiles were tabulated with 20 000 to 60 000 samples a row.
struct WeibullEstimate {
    double modulus = noValue, low = noValue, high = noValue;
    double scale = noValue;
    int count = 0;
    bool known() const { return modulus == modulus; }
};
// Unknown for fewer than three values, values <= 0, or values that are all alike.
WeibullEstimate fitWeibull(const std::vector<double>& strengths);

// Where the i-th smallest (from 0) of n stands on a Weibull plot: its median rank
// (i + 0.7) / (n + 0.4) (Benard).
double medianRank(int index, int count);

}  // namespace pt
