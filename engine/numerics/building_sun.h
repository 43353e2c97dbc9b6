// Weather and sun of every step of a year, worked out once and shared by all buildings that stand
// in that weather: an edit of a wall or window computes no sky again. Filled day by day as it is
// asked for. Not for use by two threads at once.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <tuple>
#include <vector>

#include "engine/numerics/building_film.h"
#include "engine/numerics/weather.h"

namespace pt {

// Outdoors of one step, and what every building derives from it.
struct OutsideStep {
    Outdoors out;
    double air = 0, sky = 0;  // °C
    WindPowers wind;
    // Air, dew and sky warmer by some K; relative humidity and clouds stay about the same.
    OutsideStep warmedBy(double kelvin) const;
};

// Sun on a plane during one step.
struct PlaneSun {
    float beam = 0;  // W/m², with what comes from round the sun
    float sky = 0;   // the rest of the sky
    float ground = 0;
    float right = 0, up = 0, out = 0;  // to the sun as the plane sees it (shading.h)
    float total() const { return beam + sky + ground; }
    bool dark() const { return total() <= 0; }
};

// A year of steps, allocated and filled by whole days. Short steps make a year too large to keep:
// then it starts over.
template <class T>
class DayTable {
public:
    explicit DayTable(size_t stepsADay) : days_(365), stepsADay_(stepsADay) {}
    size_t stepsADay() const { return stepsADay_; }
    // fill(step, value) is called for each step of a day that is new.
    template <class Fill>
    const T& at(size_t step, const Fill& fill) {
        const size_t today = step / stepsADay_, first = today * stepsADay_;
        std::vector<T>& day = days_[today];
        if (day.empty()) {
            if (held_ > mostSteps)
                for (std::vector<T>& other : days_) std::vector<T>().swap(other);
            held_ = (held_ > mostSteps ? 0 : held_) + stepsADay_;
            day.resize(stepsADay_);
            for (size_t i = 0; i < stepsADay_; ++i) fill(first + i, day[i]);
        }
        return day[step - first];
    }

private:
    static constexpr size_t mostSteps = 110000;  // two years of ten minutes
    std::vector<std::vector<T>> days_;
    size_t stepsADay_, held_ = 0;
};

class OutsideYear;

class SunOnPlane {
public:
    struct Plane {
        double azimuth = 0, tilt = 0, groundReflectance = 0.2;
        auto key() const { return std::tuple(azimuth, tilt, groundReflectance); }
    };
    SunOnPlane(const Plane& plane, size_t stepsADay);
    const PlaneSun& at(size_t step, OutsideYear& year);

private:
    PlaneSun seenBy(const Outdoors& out) const;

    double groundReflectance_;
    Direction normal_, right_, up_;
    DayTable<PlaneSun> table_;
};

// One length of step. Step i runs from i·dt to (i + 1)·dt since 1 January.
class OutsideYear {
public:
    OutsideYear(std::shared_ptr<const Weather> weather, double dt);
    double dt() const { return dt_; }
    size_t stepsADay() const { return table_.stepsADay(); }
    size_t stepAt(double time) const;  // of the step that begins then; wraps round the year
    const OutsideStep& at(size_t step);
    // Kept for the last `mostPlanes` planes asked for; those in use live on with their users.
    std::shared_ptr<SunOnPlane> plane(const SunOnPlane::Plane& plane);

private:
    static constexpr size_t mostPlanes = 24;
    struct Kept {
        std::shared_ptr<SunOnPlane> sun;
        uint64_t asked = 0;
    };
    std::shared_ptr<const Weather> weather_;
    double dt_;
    DayTable<OutsideStep> table_;
    std::map<std::tuple<double, double, double>, Kept> planes_;
    uint64_t asked_ = 0;
};

class WeatherCache {
public:
    explicit WeatherCache(std::shared_ptr<const Weather> weather) : weather_(std::move(weather)) {}
    const std::shared_ptr<const Weather>& weather() const { return weather_; }
    // Precondition: the weather is a whole year and dt divides an hour.
    std::shared_ptr<OutsideYear> year(double dt);

private:
    static constexpr size_t mostYears = 4;
    std::shared_ptr<const Weather> weather_;
    std::map<double, std::shared_ptr<OutsideYear>> years_;
};

}  // namespace pt
