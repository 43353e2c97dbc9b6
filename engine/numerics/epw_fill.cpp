#include "engine/numerics/epw_fill.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#include "engine/core/math.h"
#include "engine/numerics/sky.h"
#include "engine/numerics/sun.h"

namespace pt {
namespace {

constexpr int longestLine = 12;  // h that a straight line may bridge
constexpr int farthestDay = 10;  // days from which sun is borrowed
constexpr double likelyCloud = 0.5, hourSeconds = 3600;
constexpr std::array<int, 12> monthLengths{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

using Hours = std::vector<EpwHour>;
using Value = double EpwHour::*;

size_t wrapped(int hour) {
    return static_cast<size_t>(((hour % hoursAYear) + hoursAYear) % hoursAYear);
}

Error gap(const char* what, int hour, int hours) {
    const MonthDay date = monthDayOf(hour);
    return Error{"epw.gap",
                 "",
                 {{"what", std::string("@epw.column.") + what},
                  {"month", std::to_string(date.month)},
                  {"day", std::to_string(date.day)},
                  {"hours", std::to_string(hours)}}};
}

bool allMissing(const Hours& hours, Value value) {
    return std::all_of(hours.begin(), hours.end(),
                       [value](const EpwHour& hour) { return std::isnan(hour.*value); });
}

// The year is a ring: its end goes on at its beginning.
Status bridge(Hours& hours, Value value, const char* what) {
    if (allMissing(hours, value)) return gap(what, 0, hoursAYear);
    int known = 0;
    while (std::isnan(hours[static_cast<size_t>(known)].*value)) ++known;
    const int last = known + hoursAYear;
    for (int at = known + 1; at <= last; ++at) {
        if (std::isnan(hours[wrapped(at)].*value)) continue;
        const int missing = at - known - 1;
        if (missing > longestLine) return gap(what, (known + 1) % hoursAYear, missing);
        const double from = hours[wrapped(known)].*value, to = hours[wrapped(at)].*value;
        for (int i = 1; i <= missing; ++i)
            hours[wrapped(known + i)].*value = from + (to - from) * i / (missing + 1);
        known = at;
    }
    return Ok{};
}

// Magnus' formula over water.
double dewPointOf(double temperature, double humidity) {
    const double celsius = temperature - 273.15;
    const double x = math::log(std::max(humidity, 0.01)) + 17.625 * celsius / (243.04 + celsius);
    return 273.15 + 243.04 * x / (17.625 - x);
}

double standardPressure(double altitude) {
    return 101325 * math::pow(1 - 2.25577e-5 * altitude, 5.25588);
}

// Mean over the hour of the sine of the sun's height, the night counted as 0.
double meanSine(const WeatherSite& site, int hour) {
    constexpr int parts = 6;
    double sum = 0;
    for (int i = 0; i < parts; ++i) {
        const double utc = (hour + (i + 0.5) / parts) * hourSeconds - site.timeZone;
        const SunDate date = sunDateInYear(utc);
        const double angle =
            2 * math::pi * (utc / 86400 - 0.5) + site.longitude + date.equationOfTime;
        sum += std::max(0.0, sunPosition(date.declination, angle, site.latitude).up);
    }
    return sum / parts;
}

// Beam and diffuse from whichever two of the three the file has, or from the global alone.
void splitSun(EpwHour& hour, double sine) {
    constexpr double lowestSine = 0.05;
    if (sine <= 0) {
        if (std::isnan(hour.beam)) hour.beam = 0;
        if (std::isnan(hour.diffuse)) hour.diffuse = std::isnan(hour.global) ? 0 : hour.global;
        return;
    }
    if (std::isnan(hour.global)) return;
    if (std::isnan(hour.diffuse)) {
        const double share = erbsDiffuseShare(hour.global / (solarConstant * sine));
        hour.diffuse = std::isnan(hour.beam) ? share * hour.global
                                             : std::max(0.0, hour.global - hour.beam * sine);
    }
    if (std::isnan(hour.beam)) {
        const double beam = (hour.global - hour.diffuse) / std::max(sine, lowestSine);
        hour.beam = std::clamp(beam, 0.0, solarConstant);
    }
}

Status borrowSun(Hours& hours) {
    const Hours told = hours;
    const auto whole = [&told](int hour) {
        const EpwHour& at = told[wrapped(hour)];
        return !std::isnan(at.beam) && !std::isnan(at.diffuse);
    };
    for (int hour = 0; hour < hoursAYear; ++hour) {
        if (whole(hour)) continue;
        int days = 1;
        while (days <= farthestDay && !whole(hour - 24 * days) && !whole(hour + 24 * days)) ++days;
        if (days > farthestDay) return gap("sun", hour, 24 * farthestDay);
        const int from = whole(hour - 24 * days) ? hour - 24 * days : hour + 24 * days;
        hours[static_cast<size_t>(hour)].beam = told[wrapped(from)].beam;
        hours[static_cast<size_t>(hour)].diffuse = told[wrapped(from)].diffuse;
    }
    return Ok{};
}

WeatherHour finished(const EpwHour& hour) {
    WeatherHour done;
    done.temperature = hour.temperature;
    done.dewPoint = std::min(hour.dewPoint, hour.temperature);
    done.pressure = hour.pressure;
    done.wind = hour.wind;
    done.infrared = hour.infrared;
    if (!(done.infrared > 50)) {  // some files write 0 for missing
        const double cloud = std::isnan(hour.cloud) ? likelyCloud : hour.cloud;
        done.infrared = skyInfrared(done.temperature, done.dewPoint, cloud);
    }
    done.beam = hour.beam;
    done.diffuse = hour.diffuse;
    return done;
}

}  // namespace

MonthDay monthDayOf(int hour) {
    int day = hour / 24, month = 0;
    while (month < 11 && day >= monthLengths[static_cast<size_t>(month)])
        day -= monthLengths[static_cast<size_t>(month++)];
    return {month + 1, day + 1};
}

int dayOfYear(int month, int day) {
    if (month == 2 && day == 29) return leapDay;
    if (month < 1 || month > 12 || day < 1 || day > monthLengths[static_cast<size_t>(month - 1)])
        return -1;
    int days = day - 1;
    for (int m = 1; m < month; ++m) days += monthLengths[static_cast<size_t>(m - 1)];
    return days;
}

Result<std::vector<WeatherHour>> fillEpw(const WeatherSite& site, std::vector<EpwHour> hours) {
    if (Status status = bridge(hours, &EpwHour::temperature, "temperature"); !status)
        return status.error();
    for (EpwHour& hour : hours)
        if (std::isnan(hour.dewPoint) && !std::isnan(hour.humidity))
            hour.dewPoint = dewPointOf(hour.temperature, hour.humidity);
    if (Status status = bridge(hours, &EpwHour::dewPoint, "dew_point"); !status)
        return status.error();
    if (allMissing(hours, &EpwHour::pressure))
        for (EpwHour& hour : hours) hour.pressure = standardPressure(site.altitude);
    if (Status status = bridge(hours, &EpwHour::pressure, "pressure"); !status)
        return status.error();
    if (Status status = bridge(hours, &EpwHour::wind, "wind"); !status) return status.error();
    for (int i = 0; i < hoursAYear; ++i) splitSun(hours[static_cast<size_t>(i)], meanSine(site, i));
    if (Status status = borrowSun(hours); !status) return status.error();

    std::vector<WeatherHour> filled;
    filled.reserve(hours.size());
    for (const EpwHour& hour : hours) filled.push_back(finished(hour));
    return filled;
}

}  // namespace pt
