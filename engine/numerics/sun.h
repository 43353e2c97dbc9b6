// The sun: where it stands and what it sends. Meeus' low-precision series as NOAA publishes it:
// within 0.01° of NREL's SPA between 1900 and 2100. Angles in radians.
#pragma once

namespace pt {

// Days since 1 January 2000, 12:00 UTC (JD 2451545), of a moment in the Gregorian calendar.
double daysSince2000(int year, int month, int day, double hoursUtc);

// What depends on the date alone.
struct SunDate {
    double declination = 0;
    double equationOfTime = 0;  // radians of hour angle that a sundial is ahead of the clock
    double distance = 1;        // astronomical units
};
SunDate sunDate(double daysSince2000);

// The same through the year of weather files: linear between the midnights of 2022, which lies in
// the middle between two leap years. time: s since 1 January, 0 o'clock UTC; wraps round.
SunDate sunDateInYear(double time);

struct SunPosition {
    double elevation = 0;                // true, without refraction
    double azimuth = 0;                  // clockwise from north
    double east = 0, north = 0, up = 0;  // the unit vector towards it
};
// hourAngle: 0 at solar noon, positive in the afternoon.
SunPosition sunPosition(double declination, double hourAngle, double latitude);
SunPosition sunAt(double daysSince2000, double latitude, double longitude);

// Half the day as an hour angle, 0 (polar night) .. π (midnight sun), for the sun's centre.
double sunsetHourAngle(double declination, double latitude);

// What air lifts the sun by, at Pa and K; 0 from a degree below the horizon.
double refraction(double elevation, double pressure, double temperature);

// W/m² at right angles outside the atmosphere.
inline constexpr double solarConstant = 1361;
inline double extraterrestrialAt(double distance) { return solarConstant / (distance * distance); }

}  // namespace pt
