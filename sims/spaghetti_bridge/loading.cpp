#include "sims/spaghetti_bridge/loading.h"

#include <algorithm>
#include <cmath>

#include "engine/core/math.h"
#include "sims/spaghetti_bridge/material.h"

namespace pt {
namespace {

constexpr double damping = 0.05;

}  // namespace

DroppedWeight::DroppedWeight(double weight, double stiffness)
    : weight_(weight), pulse_(weight > 0 ? std::sqrt(stiffness * gravity / weight) : 0) {}

double DroppedWeight::force(double time) const {
    if (time <= 0) return 0;
    if (time >= settled || !(pulse_ > 0 && pulse_ < 1e6)) return weight_;
    const double phase = pulse_ * time;
    if (phase <= math::pi) return weight_ * (1 - math::cos(phase));
    const double after = phase - math::pi;
    return weight_ * (1 + math::exp(-damping * after) * math::cos(after));
}

double DroppedWeight::largest(double from, double to) const {
    const double peak = pulse_ > 0 && pulse_ < 1e6 ? math::pi / pulse_ : settled;
    if (from < peak && peak <= to && peak < settled) return 2 * weight_;
    return std::max(force(from), force(to));
}

}  // namespace pt
