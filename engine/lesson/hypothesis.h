// Whether measurements bear out what a hypothesis says of them.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace pt {

struct DataPoint {
    double x = 0, y = 0;  // in the units in which people see them
};

// The median of the slopes between every two points with a different x, so that one bad
// measurement does not decide; NaN when there are no two.
double theilSen(std::span<const DataPoint> points);

// The least difference in y that says something: the instrument's `resolution`, or without one (0)
// the smallest step that a readout of three digits shows at the largest of these values; or what
// repeated measurements differ by where that is more.
double noiseBand(std::span<const DataPoint> points, double resolution);

enum class Trend : uint8_t { unclear, up, down, level, top, bottom };
// top, bottom: goes up and then down, or the other way, by more than the noise band and a tenth of
// all that y changes. up, down: what the slope of Theil and Sen gives over the whole range of x,
// where it is more than the noise band; level: it is not. unclear: fewer than two values of x.
Trend trendOf(std::span<const DataPoint> points, double noise);

enum class Bearing : uint8_t { no, yes, unclear };
// `how`: increases, decreases, stays_equal; optimum, a top or a bottom between the ends; doubles,
// halves, what y does when x doubles (all values must be above 0). unclear: fewer than two values
// of x, or three for an optimum; or a word that is none of these. `resolution`: as in noiseBand().
Bearing supportOf(std::string_view how, std::span<const DataPoint> points, double resolution);

}  // namespace pt
