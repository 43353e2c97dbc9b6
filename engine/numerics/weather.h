// Weather: a year of hours at one place, and what a surface gets of sun and sky. SI units, angles
// in radians, temperatures in kelvin. Azimuth: clockwise from north (east π/2, south π); tilt: 0
// faces up, π/2 is upright, π faces down.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/result.h"

namespace pt {

inline constexpr int hoursAYear = 8760;  // 365 days; a 29 February is left out

struct WeatherSite {
    std::string name;
    double latitude = 0, longitude = 0;  // north and east positive
    double timeZone = 0;                 // s east of UTC
    double altitude = 0;                 // m
};

// Hour i of the year lies between i and i + 1 o'clock, local standard time. Radiation is the mean
// over that hour; everything else is the value at its end and runs straight in between.
struct WeatherHour {
    double temperature = 283.15;  // K, dry bulb
    double dewPoint = 278.15;     // K
    double pressure = 101325;     // Pa
    double wind = 3;              // m/s at 10 m
    double infrared = 300;        // W/m², from the sky on a horizontal plane
    double beam = 0;              // W/m², direct normal
    double diffuse = 0;           // W/m², on a horizontal plane
};

struct Weather {
    WeatherSite site;
    std::vector<WeatherHour> hours;  // hoursAYear of them
    double groundMean = 283.15;      // K, of the soil's surface over the year
};

// A direction, or the normal of a plane, as a unit vector.
struct Direction {
    double east = 0, north = 0, up = 1;
};
Direction planeNormal(double azimuth, double tilt);

// What the building meets during one step; time in s since 1 January, 0 o'clock standard time.
struct Outdoors {
    double temperature = 0, dewPoint = 0, pressure = 0, wind = 0;
    double skyTemperature = 0;     // K, black sky with the same infrared
    double beam = 0, diffuse = 0;  // W/m²
    double sunElevation = 0, sunAzimuth = 0;
    double extraterrestrial = 0;  // W/m², normal
    Direction sun;
    double circumsolar = 0, horizon = 0;  // Perez' F1 and F2 of the diffuse sky
};
// The mean over time .. time + dt; dt divides an hour. The beam shines evenly over the part of its
// hour that the sun is up; the sun stands where it is in the middle of the sunlit part of the step,
// or of the step when there is none. Wraps round the year.
Outdoors outdoors(const Weather& weather, double time, double dt);

// W/m² on a plane without obstacles; the sky's part by Perez 1990.
struct Irradiance {
    double beam = 0, sky = 0, ground = 0;
    double circumsolar = 0;   // of `sky`, what comes from round the sun: shaded as the beam is
    double cosIncidence = 0;  // of the beam on the plane; ≤ 0: from behind
    double total() const { return beam + sky + ground; }
};
Irradiance irradiance(const Outdoors& out, const Direction& normal, double groundReflectance);
Irradiance irradiance(const Outdoors& out, double azimuth, double tilt, double groundReflectance);

// An EnergyPlus weather file (EPW). Errors: epw.* with the line as `where`.
Result<Weather> readEpw(std::string_view text);

// Years made here: "ukkel" (hour by hour from monthly normals, seeded), and for lessons
// "cold_week", "heat_wave", "constant_day", "sinus_day". Error weather.unknown {name}.
Result<Weather> builtInWeather(std::string_view name, uint64_t seed);

}  // namespace pt
