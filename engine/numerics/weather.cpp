#include "engine/numerics/weather.h"

#include <algorithm>
#include <cmath>

#include "engine/core/assert.h"
#include "engine/core/math.h"
#include "engine/numerics/sky.h"
#include "engine/numerics/sun.h"

namespace pt {
namespace {

constexpr double hourSeconds = 3600, daySeconds = 86400, yearSeconds = hoursAYear * hourSeconds;
constexpr double stefanBoltzmann = 5.670374419e-8;
constexpr double lowestSine = 0.0871557427;  // sin 5°: how Perez' ring round the sun is kept finite
constexpr double turn = 2 * math::pi;

double inYear(double time) { return time - yearSeconds * std::floor(time / yearSeconds); }

double fourthRoot(double x) { return std::sqrt(std::sqrt(x)); }

double between(double from, double to, double share) { return from + share * (to - from); }

// The sun of one hour: when it is up, in s since the hour's start.
struct HourSun {
    SunDate date;
    double noon = 0;           // s from the hour's middle to the nearest solar noon
    double rise = 0, set = 0;  // within 0 .. hourSeconds; equal: down all the hour
};

HourSun sunOfHour(const WeatherSite& site, double hourStart) {
    HourSun sun;
    const double middle = hourStart + hourSeconds / 2;
    sun.date = sunDateInYear(middle - site.timeZone);
    const double solar =
        middle - site.timeZone + (site.longitude + sun.date.equationOfTime) / turn * daySeconds;
    const double ofDay = solar - daySeconds * std::floor(solar / daySeconds);
    sun.noon = daySeconds / 2 - ofDay;
    const double half = sunsetHourAngle(sun.date.declination, site.latitude) / turn * daySeconds;
    // Near midnight both the evening before and the morning after may touch the hour (polar
    // summer); the nearer noon's day covers it.
    sun.rise = std::clamp(hourSeconds / 2 + sun.noon - half, 0.0, hourSeconds);
    sun.set = std::clamp(hourSeconds / 2 + sun.noon + half, 0.0, hourSeconds);
    return sun;
}

}  // namespace

Direction planeNormal(double azimuth, double tilt) {
    const double level = math::sin(tilt);
    return {level * math::sin(azimuth), level * math::cos(azimuth), math::cos(tilt)};
}

Outdoors outdoors(const Weather& weather, double time, double dt) {
    PT_ASSERT(weather.hours.size() == hoursAYear);
    const double start = inYear(time), middle = start + dt / 2;
    const int index = std::min(static_cast<int>(middle / hourSeconds), hoursAYear - 1);
    const WeatherHour& now = weather.hours[static_cast<size_t>(index)];
    const WeatherHour& before =
        weather.hours[static_cast<size_t>(index == 0 ? hoursAYear - 1 : index - 1)];
    const double hourStart = index * hourSeconds;
    const double share = (middle - hourStart) / hourSeconds;

    Outdoors out;
    out.temperature = between(before.temperature, now.temperature, share);
    out.dewPoint = between(before.dewPoint, now.dewPoint, share);
    out.pressure = between(before.pressure, now.pressure, share);
    out.wind = between(before.wind, now.wind, share);
    out.skyTemperature =
        fourthRoot(between(before.infrared, now.infrared, share) / stefanBoltzmann);

    const HourSun sun = sunOfHour(weather.site, hourStart);
    const double from = start - hourStart, to = from + dt;
    const double lit0 = std::max(from, sun.rise), lit1 = std::min(to, sun.set);
    const double lit = std::max(0.0, lit1 - lit0), up = sun.set - sun.rise;
    const double at = lit > 0 ? (lit0 + lit1) / 2 : (from + to) / 2;
    const double hourAngle = (at - hourSeconds / 2 - sun.noon) / daySeconds * turn;
    const SunPosition position =
        sunPosition(sun.date.declination, hourAngle, weather.site.latitude);
    out.sunElevation = position.elevation;
    out.sunAzimuth = position.azimuth;
    out.sun = {position.east, position.north, position.up};
    out.extraterrestrial = extraterrestrialAt(sun.date.distance);
    if (up > 0) {
        const double spread = hourSeconds / up * lit / dt;
        out.beam = std::min(now.beam * spread, out.extraterrestrial * lit / dt);
        out.diffuse = now.diffuse * spread;
    } else {
        out.diffuse = now.diffuse;  // twilight
    }
    const SkyBrightness brightness =
        perezBrightness(out.diffuse, out.beam, out.extraterrestrial, out.sunElevation);
    out.circumsolar = brightness.circumsolar;
    out.horizon = brightness.horizon;
    return out;
}

Irradiance irradiance(const Outdoors& out, const Direction& normal, double groundReflectance) {
    Irradiance on;
    on.cosIncidence =
        normal.east * out.sun.east + normal.north * out.sun.north + normal.up * out.sun.up;
    const double facing = std::max(0.0, on.cosIncidence), high = std::max(0.0, out.sun.up);
    if (high > 0) on.beam = out.beam * facing;
    const double seen = (1 + normal.up) / 2;
    const double level = std::sqrt(std::max(0.0, 1 - normal.up * normal.up));
    on.circumsolar = out.diffuse * out.circumsolar * facing / std::max(lowestSine, out.sun.up);
    const double dome = out.diffuse * (1 - out.circumsolar) * seen;
    on.sky = std::max(0.0, dome + on.circumsolar + out.diffuse * out.horizon * level);
    on.ground = groundReflectance * (out.beam * high + out.diffuse) * (1 - normal.up) / 2;
    return on;
}

Irradiance irradiance(const Outdoors& out, double azimuth, double tilt, double groundReflectance) {
    return irradiance(out, planeNormal(azimuth, tilt), groundReflectance);
}

}  // namespace pt
