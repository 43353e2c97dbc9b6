// Disturbances: what a lesson adds to an input of the lab during an experiment.
#pragma once

#include <cstdint>
#include <optional>

#include "engine/scenario/lesson.h"

namespace pt {

// What it adds to its input `time` s after it was given, SI. It changes in ticks, so that a
// wave of an hour is a few dozen commands in the journal and not a command a step.
class Disturber {
public:
    // `dt`: step of the lab; `stream` names its noise, with the seed.
    Disturber(const Disturbance& disturbance, double dt, uint64_t seed, int64_t stream);

    double at(double time) const;
    // Whether it will change no more from this time on.
    bool over(double time) const;
    // What it leaves behind: a step or a ramp for good stays until the run ends.
    double rest() const { return rest_; }

private:
    double shape(double t) const;

    Disturbance disturbance_;
    double tick_;
    double end_;  // s after its beginning; infinite for good
    double rest_;
    uint64_t seed_;
    int64_t stream_;
};

}  // namespace pt
