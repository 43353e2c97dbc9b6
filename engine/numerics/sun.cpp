#include "engine/numerics/sun.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "engine/core/math.h"

namespace pt {
namespace {

constexpr double degree = math::pi / 180, turn = 2 * math::pi;
constexpr double daySeconds = 86400;
constexpr int yearDays = 365, referenceYear = 2022;

double wrapped(double angle) { return angle - turn * std::floor(angle / turn); }
double towardsZero(double angle) { return wrapped(angle + math::pi) - math::pi; }

// Days from 1 March of year 0; the calendar repeats every 400 years.
int dayNumber(int year, int month, int day) {
    const int shifted = (month + 9) % 12;
    const int y = year - (month <= 2 ? 1 : 0);
    return 365 * y + y / 4 - y / 100 + y / 400 + (153 * shifted + 2) / 5 + day - 1;
}

using YearTable = std::array<SunDate, yearDays + 1>;

YearTable makeYearTable() {
    YearTable table;
    const double start = daysSince2000(referenceYear, 1, 1, 0);
    for (size_t day = 0; day < table.size(); ++day)
        table[day] = sunDate(start + static_cast<double>(day));
    return table;
}

}  // namespace

double daysSince2000(int year, int month, int day, double hoursUtc) {
    return dayNumber(year, month, day) - dayNumber(2000, 1, 1) + hoursUtc / 24 - 0.5;
}

// Meeus, Astronomical Algorithms (1991), chapters 24, 21 and 27.
SunDate sunDate(double daysSince2000) {
    const double t = daysSince2000 / 36525;
    const double meanLongitude = (280.46646 + t * (36000.76983 + t * 0.0003032)) * degree;
    const double anomaly = (357.52911 + t * (35999.05029 - 0.0001537 * t)) * degree;
    const double eccentricity = 0.016708634 - t * (0.000042037 + 0.0000001267 * t);
    const double centre =
        ((1.914602 - t * (0.004817 + 0.000014 * t)) * math::sin(anomaly) +
         (0.019993 - 0.000101 * t) * math::sin(2 * anomaly) + 0.000289 * math::sin(3 * anomaly)) *
        degree;
    const double node = (125.04 - 1934.136 * t) * degree;
    const double longitude =
        meanLongitude + centre - (0.00569 + 0.00478 * math::sin(node)) * degree;
    const double obliquity =
        (23.4392911 - t * (0.0130042 + t * 1.64e-7) + 0.00256 * math::cos(node)) * degree;

    SunDate date;
    date.declination = math::asin(math::sin(obliquity) * math::sin(longitude));
    const double rightAscension =
        math::atan2(math::cos(obliquity) * math::sin(longitude), math::cos(longitude));
    const double nutation = -0.00478 * degree * math::sin(node) * math::cos(obliquity);
    date.equationOfTime =
        towardsZero(meanLongitude - 0.0057183 * degree - rightAscension + nutation);
    date.distance = 1.000001018 * (1 - eccentricity * eccentricity) /
                    (1 + eccentricity * math::cos(anomaly + centre));
    return date;
}

SunDate sunDateInYear(double time) {
    static const YearTable table = makeYearTable();
    const double days = time / daySeconds;
    const double inYear = days - yearDays * std::floor(days / yearDays);
    const size_t day = std::min<size_t>(static_cast<size_t>(inYear), yearDays - 1);
    const double share = inYear - static_cast<double>(day);
    const SunDate &a = table[day], &b = table[day + 1];
    const auto between = [share](double from, double to) { return from + share * (to - from); };
    return {between(a.declination, b.declination), between(a.equationOfTime, b.equationOfTime),
            between(a.distance, b.distance)};
}

SunPosition sunPosition(double declination, double hourAngle, double latitude) {
    const double sinLat = math::sin(latitude), cosLat = math::cos(latitude);
    const double sinDec = math::sin(declination), cosDec = math::cos(declination);
    const double up = sinLat * sinDec + cosLat * cosDec * math::cos(hourAngle);
    const double east = -cosDec * math::sin(hourAngle);
    const double north = cosLat * sinDec - sinLat * cosDec * math::cos(hourAngle);
    return {math::asin(std::clamp(up, -1.0, 1.0)), wrapped(math::atan2(east, north)), east, north,
            up};
}

SunPosition sunAt(double daysSince2000, double latitude, double longitude) {
    const SunDate date = sunDate(daysSince2000);
    // At 12:00 UTC the mean sun stands over Greenwich.
    const double hourAngle =
        turn * (daysSince2000 - std::floor(daysSince2000)) + longitude + date.equationOfTime;
    return sunPosition(date.declination, towardsZero(hourAngle), latitude);
}

double sunsetHourAngle(double declination, double latitude) {
    const double cosine = -math::tan(latitude) * math::tan(declination);
    return math::acos(std::clamp(cosine, -1.0, 1.0));
}

// Saemundsson (1986), as NREL's SPA uses it.
double refraction(double elevation, double pressure, double temperature) {
    const double above = elevation / degree;
    if (above < -1) return 0;
    const double minutes = 1.02 / math::tan((above + 10.3 / (above + 5.11)) * degree);
    return minutes / 60 * degree * (pressure / 101000) * (283 / temperature);
}

}  // namespace pt
