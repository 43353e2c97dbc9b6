#include "engine/lesson/disturb.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <limits>

#include "engine/core/math.h"
#include "engine/core/rng.h"

namespace pt {
namespace {

constexpr double ticks = 24;  // of a period, or of a ramp
constexpr double forGood = std::numeric_limits<double>::infinity();
constexpr double slack = 1e-9;  // times in steps do not add up exactly

double tickOf(const Disturbance& disturbance, double dt) {
    using Shape = Disturbance::Shape;
    switch (disturbance.shape) {
    case Shape::ramp: return std::max(dt, disturbance.last / ticks);
    case Shape::sine: return std::max(dt, disturbance.period / ticks);
    case Shape::noise: {
        const double asked = disturbance.period > 0 ? disturbance.period : disturbance.last / ticks;
        return std::max(dt, asked > 0 ? asked : 1);
    }
    default: return dt;
    }
}

double endOf(const Disturbance& disturbance, double dt) {
    using Shape = Disturbance::Shape;
    if (disturbance.shape == Shape::pulse) return std::max(dt, disturbance.last);
    return disturbance.last > 0 ? disturbance.last : forGood;
}

}  // namespace

Disturber::Disturber(const Disturbance& disturbance, double dt, uint64_t seed, int64_t stream)
    : disturbance_(disturbance), tick_(tickOf(disturbance, dt)), end_(endOf(disturbance, dt)),
      rest_(disturbance.shape == Disturbance::Shape::ramp ? disturbance.value : 0), seed_(seed),
      stream_(stream) {}

bool Disturber::over(double time) const { return time - disturbance_.after >= end_ * (1 - slack); }

double Disturber::at(double time) const {
    const double t = time - disturbance_.after;
    if (t < -slack * tick_) return 0;
    if (over(time)) return rest_;
    return shape(std::floor(t / tick_ * (1 + slack) + slack) * tick_);
}

double Disturber::shape(double t) const {
    switch (disturbance_.shape) {
    case Disturbance::Shape::pulse:
    case Disturbance::Shape::step: return disturbance_.value;
    case Disturbance::Shape::ramp:
        return end_ < forGood ? disturbance_.value * std::min(1.0, t / end_) : disturbance_.value;
    case Disturbance::Shape::sine:
        if (!(disturbance_.period > 0)) return 0;
        return disturbance_.value * math::sin(2 * math::pi * t / disturbance_.period);
    case Disturbance::Shape::noise: {
        const auto n = static_cast<int64_t>(t / tick_ + 0.5);
        Rng rng(seed_, fmt::format("disturb/{}/{}/{}", disturbance_.input, stream_, n));
        return disturbance_.value * rng.normal();
    }
    }
    return 0;
}

}  // namespace pt
