// Sky: how diffuse light is spread over it, how much of the sun is diffuse, and what it radiates
// itself. SI units, angles in radians.
#pragma once

namespace pt {

// Air masses the beam crosses, at sea level; Kasten and Young 1989. From 1 degree below the
// horizon down that of the horizon.
double relativeAirMass(double elevation);

// Brightness of the ring round the sun and of the horizon band against the whole diffuse sky:
// Perez, Ineichen, Seals, Michalsky and Stewart 1990, with their "all sites" coefficients.
struct SkyBrightness {
    double circumsolar = 0, horizon = 0;  // F1, F2
};
SkyBrightness perezBrightness(double diffuse, double beam, double extraterrestrial,
                              double elevation);

// Share of diffuse in the sun on a horizontal plane from the clearness index, hourly values; Erbs,
// Klein and Duffie 1982.
double erbsDiffuseShare(double clearness);

// W/m² from the sky at these K, `cloud` 0 .. 1 of it covered by opaque cloud: Clark and Allen 1978
// with Walton's factor for clouds.
double skyInfrared(double temperature, double dewPoint, double cloud);

}  // namespace pt
