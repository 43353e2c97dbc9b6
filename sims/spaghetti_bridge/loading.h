// How the load comes onto the bridge.
#pragma once

#include <cstdint>

namespace pt {

// bucket: grows at a rate; atOnce: a weight is let go in one go; cart: a weight rolls across.
enum class Loading : uint8_t { bucket, atOnce, cart };

// A weight that is let go on an elastic bridge swings about the deflection it has at rest: the
// bridge feels up to twice the weight (dynamic factor 2: no damping up to the first peak), then the
// swing dies out with 5 % of critical damping. The bridge's mass is left out.
class DroppedWeight {
public:
    // stiffness: N/m of the load point; infinity: the weight is there at once, without a swing.
    DroppedWeight(double weight, double stiffness);
    double force(double time) const;  // N, s since it was let go; 0 before
    // The largest force between two moments, the peak included.
    double largest(double from, double to) const;
    static constexpr double settled = 2.5;  // s: at rest, to the eye

private:
    double weight_, pulse_;  // N, rad/s
};

}  // namespace pt
