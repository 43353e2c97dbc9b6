#include "sims/passive_house/sun_path.h"

#include "engine/core/math.h"
#include "engine/numerics/sun.h"

namespace pt {

SunAt sunAt(const WeatherSite& site, double day, double hour) {
    constexpr double hourSeconds = 3600, daySeconds = 86400;
    const SunDate date = sunDateInYear(day * daySeconds + hour * hourSeconds - site.timeZone);
    const double solar = (hour * hourSeconds - site.timeZone) / daySeconds * 2 * math::pi -
                         math::pi + site.longitude + date.equationOfTime;
    const SunPosition at = sunPosition(date.declination, solar, site.latitude);
    return {hour, at.elevation, at.azimuth};
}

std::vector<SunAt> sunPath(const WeatherSite& site, double day) {
    constexpr double rising = -0.005;  // rad
    std::vector<SunAt> path;
    for (int quarter = 0; quarter <= 96; ++quarter) {
        const SunAt sun = sunAt(site, day, quarter / 4.0);
        if (sun.elevation > rising) path.push_back(sun);
    }
    return path;
}

}  // namespace pt
