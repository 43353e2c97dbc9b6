// The course of a day: setpoints, people, appliances, opened windows.
#include <cmath>

#include "sims/passive_house/house_use.h"

namespace pt {
namespace {

// School and work from 8 to 16, everyone at home at night. Mean 0,72.
constexpr std::array<double, 24> atHome{1,   1,   1,   1,   1,   1,   1, 0.9, 0.4, 0.3, 0.3, 0.4,
                                        0.5, 0.4, 0.3, 0.4, 0.6, 0.8, 1, 1,   1,   1,   1,   1};
// Appliances beside their mean: fridge at night, cooking and screens in the evening. Mean 1.
constexpr std::array<double, 24> switchedOn{0.5, 0.4, 0.4, 0.4, 0.4, 0.5, 0.8, 1.2,
                                            1.1, 0.9, 0.8, 0.9, 1.2, 1.0, 0.8, 0.8,
                                            1.1, 1.6, 2.0, 1.9, 1.7, 1.5, 1.2, 0.9};

// Whether hour .. hour + 1 lies from `from` to `to` o'clock, over midnight when to < from.
bool inside(int hour, double from, double to) {
    const double middle = hour + 0.5;
    return from <= to ? middle > from && middle < to : middle > from || middle < to;
}

}  // namespace

double presence(const HouseUse& use, int hour) {
    return use.profile == 0 ? atHome[static_cast<size_t>(hour)] : 1;
}

Schedule heatingSchedule(const HouseUse& use) {
    Schedule schedule = Schedule::constant(-1e9);
    if (use.heatingKind() == Heating::none) return schedule;
    for (int hour = 0; hour < 24; ++hour)
        schedule.hours[static_cast<size_t>(hour)] = inside(hour, use.setbackFrom, use.setbackTo)
                                                        ? std::fmin(use.setback, use.setpoint)
                                                        : use.setpoint;
    schedule.ramps = use.setbackRamp != 0;
    return schedule;
}

// Never below the heating, so that the two do not fight.
Schedule coolingSchedule(const HouseUse& use) {
    Schedule schedule = Schedule::constant(1e9);
    if (use.cooling == 0) return schedule;
    const Schedule heating = heatingSchedule(use);
    for (int hour = 0; hour < 24; ++hour) {
        const auto h = static_cast<size_t>(hour);
        if (inside(hour, use.coolingFrom, use.coolingTo))
            schedule.hours[h] = std::fmax(use.coolingSetpoint, heating.hours[h]);
    }
    return schedule;
}

Schedule applianceSchedule(const HouseUse& use) {
    Schedule schedule = Schedule::constant(use.appliances);
    if (use.profile != 0) return schedule;
    double sum = 0;
    for (const double share : switchedOn) sum += share;
    for (size_t h = 0; h < 24; ++h) schedule.hours[h] *= switchedOn[h] * 24 / sum;
    return schedule;
}

Schedule gainsSchedule(const HouseUse& use) {
    Schedule schedule = applianceSchedule(use);
    for (int hour = 0; hour < 24; ++hour)
        schedule.hours[static_cast<size_t>(hour)] += use.persons * personHeat * presence(use, hour);
    return schedule;
}

Schedule airingSchedule(const HouseUse& use) {
    Schedule schedule = Schedule::constant(0);
    if (use.airingKind() == AiringKind::off) return schedule;
    for (int hour = 0; hour < 24; ++hour)
        if (inside(hour, use.airingFrom, use.airingTo))
            schedule.hours[static_cast<size_t>(hour)] = 1;
    return schedule;
}

}  // namespace pt
