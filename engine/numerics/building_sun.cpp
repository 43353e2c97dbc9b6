#include "engine/numerics/building_sun.h"

#include <algorithm>
#include <cmath>

#include "engine/core/math.h"

namespace pt {
namespace {

constexpr double day = 86400;  // s

OutsideStep outsideStep(const Weather& weather, double time, double dt) {
    OutsideStep step;
    step.out = outdoors(weather, time, dt);
    step.air = step.out.temperature - zeroCelsius;
    step.sky = step.out.skyTemperature - zeroCelsius;
    step.wind = windPowers(step.out.wind);
    return step;
}

double along(const Direction& a, const Direction& b) {
    return a.east * b.east + a.north * b.north + a.up * b.up;
}

}  // namespace

OutsideStep OutsideStep::warmedBy(double kelvin) const {
    OutsideStep warmed = *this;
    for (double* temperature : {&warmed.out.temperature, &warmed.out.dewPoint,
                                &warmed.out.skyTemperature, &warmed.air, &warmed.sky})
        *temperature += kelvin;
    return warmed;
}

SunOnPlane::SunOnPlane(const Plane& plane, size_t stepsADay)
    : groundReflectance_(plane.groundReflectance),
      normal_(planeNormal(plane.azimuth, plane.tilt)), right_{-math::cos(plane.azimuth),
                                                              math::sin(plane.azimuth), 0},
      up_(planeNormal(plane.azimuth, plane.tilt - math::pi / 2)), table_(stepsADay) {}

PlaneSun SunOnPlane::seenBy(const Outdoors& out) const {
    const Irradiance sun = irradiance(out, normal_, groundReflectance_);
    PlaneSun step;
    step.beam = static_cast<float>(sun.beam + sun.circumsolar);
    step.sky = static_cast<float>(std::max(0.0, sun.sky - sun.circumsolar));
    step.ground = static_cast<float>(sun.ground);
    step.right = static_cast<float>(along(out.sun, right_));
    step.up = static_cast<float>(along(out.sun, up_));
    step.out = static_cast<float>(along(out.sun, normal_));
    return step;
}

const PlaneSun& SunOnPlane::at(size_t step, OutsideYear& year) {
    return table_.at(step, [&](size_t i, PlaneSun& value) {
        const Outdoors& out = year.at(i).out;
        if (out.beam > 0 || out.diffuse > 0) value = seenBy(out);
    });
}

OutsideYear::OutsideYear(std::shared_ptr<const Weather> weather, double dt)
    : weather_(std::move(weather)), dt_(dt), table_(static_cast<size_t>(std::lround(day / dt))) {}

size_t OutsideYear::stepAt(double time) const {
    const double days = 365, inYear = time - days * day * std::floor(time / (days * day));
    return static_cast<size_t>(std::lround(inYear / dt_)) % (365 * stepsADay());
}

const OutsideStep& OutsideYear::at(size_t step) {
    return table_.at(step, [&](size_t i, OutsideStep& value) {
        value = outsideStep(*weather_, static_cast<double>(i) * dt_, dt_);
    });
}

std::shared_ptr<SunOnPlane> OutsideYear::plane(const SunOnPlane::Plane& plane) {
    Kept& kept = planes_[plane.key()];
    if (!kept.sun) kept.sun = std::make_shared<SunOnPlane>(plane, stepsADay());
    kept.asked = ++asked_;
    const std::shared_ptr<SunOnPlane> sun = kept.sun;
    if (planes_.size() > mostPlanes) {
        auto oldest = planes_.begin();
        for (auto it = planes_.begin(); it != planes_.end(); ++it)
            if (it->second.asked < oldest->second.asked) oldest = it;
        planes_.erase(oldest);
    }
    return sun;
}

std::shared_ptr<OutsideYear> WeatherCache::year(double dt) {
    if (const auto found = years_.find(dt); found != years_.end()) return found->second;
    if (years_.size() == mostYears) years_.erase(years_.begin());
    return years_[dt] = std::make_shared<OutsideYear>(weather_, dt);
}

}  // namespace pt
