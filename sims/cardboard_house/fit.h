// A curve of a box as one resistance and one capacity: C dT/dt = P - UA (T - room), the law that
// pupils know, fitted to a measurement or to the model's own curve.
#pragma once

#include <limits>
#include <span>
#include <vector>

namespace pt {

inline constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

struct ReadPoint {
    double time = 0;         // s since the lamp went on
    double temperature = 0;  // K
    double room = 0;         // K
};
struct LampTime {
    double power = 0;  // W
    double until = 0;  // s
};
struct Fitted {
    double value = unknown, error = unknown;  // standard error
    bool known() const { return value == value; }
};
struct BoxFit {
    Fitted ua;                   // W/K; unknown where the lamp was never on in the data
    Fitted capacity;             // J/K; likewise
    Fitted timeConstant;         // s: capacity / ua
    double start = unknown;      // K, of the fitted curve at the first point
    double deviation = unknown;  // K, of the points from the fitted curve
    bool known() const { return timeConstant.known(); }
};

// Least squares (Gauss-Newton on the logarithms). The standard errors count points that stray to
// the same side as one: n is divided by (1 + r) / (1 - r), r the correlation of neighbours.
// Points in the order of time. Nothing is known from fewer than 6 points or a curve without a bend.
BoxFit fitBox(std::span<const ReadPoint> points, const LampTime& lamp);
// Temperatures of the fitted law at the points' times.
std::vector<double> fittedCurve(const BoxFit& fit, std::span<const ReadPoint> points,
                                const LampTime& lamp);

}  // namespace pt
