#include "sims/cardboard_house/fit.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "engine/core/math.h"

namespace pt {
namespace {

constexpr size_t fewest = 6;
constexpr int mostRounds = 60;
constexpr double shortest = 1, longest = 1e7;  // s, time constants that are looked for
constexpr double straightest = 5;              // times the data: a longer time constant is a line
constexpr double smallestSpread = 0.3;         // K: less is no curve

using Three = std::array<double, 3>;
using Matrix = std::array<Three, 3>;

// Parameters: ln(time constant), warming of the lamp P/UA, temperature at the first point.
struct Law {
    Three p;
    std::vector<double> curve(std::span<const ReadPoint> points, const LampTime& lamp) const {
        const double tau = math::exp(p[0]);
        std::vector<double> all;
        double kelvin = p[2];
        double before = -1, fading = 1;  // most steps are alike
        for (size_t i = 0; i < points.size(); ++i) {
            if (i > 0) {
                // The room as its mean in between, the lamp to the second.
                const double room = (points[i].room + points[i - 1].room) / 2;
                const double off = std::clamp(lamp.until, points[i - 1].time, points[i].time);
                const auto towards = [&](double goal, double seconds) {
                    if (seconds <= 0) return;
                    if (seconds != before) fading = math::exp(-seconds / tau);
                    before = seconds;
                    kelvin = goal + (kelvin - goal) * fading;
                };
                towards(room + p[1], off - points[i - 1].time);
                towards(room, points[i].time - off);
            }
            all.push_back(kelvin);
        }
        return all;
    }
};

double squares(const std::vector<double>& curve, std::span<const ReadPoint> points) {
    double sum = 0;
    for (size_t i = 0; i < points.size(); ++i) {
        const double off = points[i].temperature - curve[i];
        sum += off * off;
    }
    return sum;
}

// Gauss-Jordan with pivots; false: singular.
bool invert(Matrix m, int count, Matrix& inverse) {
    inverse = {};
    for (int i = 0; i < count; ++i) inverse[i][i] = 1;
    for (int column = 0; column < count; ++column) {
        int best = column;
        for (int row = column; row < count; ++row)
            if (std::fabs(m[row][column]) > std::fabs(m[best][column])) best = row;
        if (!(std::fabs(m[best][column]) > 1e-300)) return false;
        std::swap(m[best], m[column]);
        std::swap(inverse[best], inverse[column]);
        const double pivot = m[column][column];
        for (int k = 0; k < count; ++k) m[column][k] /= pivot, inverse[column][k] /= pivot;
        for (int row = 0; row < count; ++row) {
            if (row == column) continue;
            const double factor = m[row][column];
            for (int k = 0; k < count; ++k) {
                m[row][k] -= factor * m[column][k];
                inverse[row][k] -= factor * inverse[column][k];
            }
        }
    }
    return true;
}

// The fit under way: which parameters are free, and what the points say about them.
struct Search {
    std::span<const ReadPoint> points;
    LampTime lamp;
    std::array<int, 3> free;  // indices of parameters
    int count;

    // JᵀJ and Jᵀr at this law, by differences.
    void normal(const Law& law, const std::vector<double>& curve, Matrix& jj, Three& jr) const {
        constexpr Three nudge{1e-5, 1e-4, 1e-4};
        std::array<std::vector<double>, 3> slopes;
        for (int i = 0; i < count; ++i) {
            Law moved = law;
            moved.p[free[i]] += nudge[free[i]];
            slopes[i] = moved.curve(points, lamp);
            for (size_t k = 0; k < slopes[i].size(); ++k)
                slopes[i][k] = (slopes[i][k] - curve[k]) / nudge[free[i]];
        }
        jj = {};
        jr = {};
        for (size_t k = 0; k < points.size(); ++k)
            for (int i = 0; i < count; ++i) {
                jr[i] += slopes[i][k] * (points[k].temperature - curve[k]);
                for (int j = 0; j < count; ++j) jj[i][j] += slopes[i][k] * slopes[j][k];
            }
    }

    // Levenberg's damping keeps each round downhill.
    Law descend(Law law) const {
        double damping = 1e-3;
        std::vector<double> curve = law.curve(points, lamp);
        double best = squares(curve, points);
        for (int round = 0; round < mostRounds && damping < 1e12; ++round) {
            Matrix jj, inverse;
            Three jr;
            normal(law, curve, jj, jr);
            for (int i = 0; i < count; ++i) jj[i][i] *= 1 + damping;
            if (!invert(jj, count, inverse)) break;
            Law next = law;
            double move = 0;
            for (int i = 0; i < count; ++i) {
                double change = 0;
                for (int j = 0; j < count; ++j) change += inverse[i][j] * jr[j];
                next.p[free[i]] += change;
                move = std::max(move, std::fabs(change));
            }
            next.p[0] = std::clamp(next.p[0], math::log(shortest), math::log(longest));
            std::vector<double> tried = next.curve(points, lamp);
            const double sum = squares(tried, points);
            if (!(sum <= best)) {
                damping *= 10;
                continue;
            }
            law = next;
            curve = std::move(tried);
            best = sum;
            damping = std::max(damping / 10, 1e-9);
            if (move < 1e-10) break;
        }
        return law;
    }
};

// Correlation of neighbouring strays, 0 .. 0.98.
double persistence(const std::vector<double>& curve, std::span<const ReadPoint> points) {
    double own = 0, next = 0;
    for (size_t i = 0; i < points.size(); ++i) {
        const double off = points[i].temperature - curve[i];
        own += off * off;
        if (i > 0) next += off * (points[i - 1].temperature - curve[i - 1]);
    }
    return own > 0 ? std::clamp(next / own, 0.0, 0.98) : 0;
}

}  // namespace

BoxFit fitBox(std::span<const ReadPoint> points, const LampTime& lamp) {
    BoxFit fit;
    if (points.size() < fewest) return fit;
    const auto [low, high] = std::minmax_element(
        points.begin(), points.end(),
        [](const ReadPoint& a, const ReadPoint& b) { return a.temperature < b.temperature; });
    const double spread = high->temperature - low->temperature;
    if (!(spread > smallestSpread)) return fit;
    const double span = points.back().time - points.front().time;
    const bool lit = lamp.power > 0 && lamp.until > points.front().time;

    const Search search{
        points, lamp, lit ? std::array<int, 3>{0, 1, 2} : std::array<int, 3>{0, 2, 2}, lit ? 3 : 2};
    Law best{{math::log(span), lit ? spread : 0, points.front().temperature}};
    double least = std::numeric_limits<double>::infinity();
    for (const double share : {0.03, 0.1, 0.3, 1.0}) {
        Law from = best;
        from.p = {math::log(share * span), lit ? spread : 0, points.front().temperature};
        const Law found = search.descend(from);
        const double sum = squares(found.curve(points, lamp), points);
        if (sum < least) least = sum, best = found;
    }
    if (best.p[0] <= math::log(shortest) * (1 + 1e-9) || best.p[0] >= math::log(straightest * span))
        return fit;
    if (lit && !(best.p[1] > 0)) return fit;

    const std::vector<double> curve = best.curve(points, lamp);
    Matrix jj, covariance;
    Three jr;
    search.normal(best, curve, jj, jr);
    if (!invert(jj, search.count, covariance)) return fit;
    const double r = persistence(curve, points);
    const double freedom = static_cast<double>(points.size()) - search.count;
    const double variance = least / freedom * (1 + r) / (1 - r);
    const auto var = [&](int i, int j) { return std::max(0.0, covariance[i][j]) * variance; };

    fit.start = best.p[2];
    fit.deviation = std::sqrt(least / freedom);
    const double tau = math::exp(best.p[0]);
    fit.timeConstant = {tau, tau * std::sqrt(var(0, 0))};
    if (!lit) return fit;
    const double rise = best.p[1];
    fit.ua = {lamp.power / rise, lamp.power / rise * std::sqrt(var(1, 1)) / rise};
    // ln C = ln tau + ln P - ln rise.
    const double both =
        var(0, 0) + var(1, 1) / (rise * rise) - 2 * covariance[0][1] * variance / rise;
    fit.capacity = {tau * lamp.power / rise,
                    tau * lamp.power / rise * std::sqrt(std::max(0.0, both))};
    return fit;
}

std::vector<double> fittedCurve(const BoxFit& fit, std::span<const ReadPoint> points,
                                const LampTime& lamp) {
    if (!fit.known()) return {};
    const double rise = fit.ua.known() ? lamp.power / fit.ua.value : 0;
    return Law{{math::log(fit.timeConstant.value), rise, fit.start}}.curve(points, lamp);
}

}  // namespace pt
