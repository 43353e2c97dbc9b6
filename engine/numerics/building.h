// Building: zones, surfaces and what they consist of, as the heat balance sees them. Plain data;
// building_sim.h advances it in time. SI units, angles in radians as in weather.h, temperatures in
// kelvin.
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "engine/core/result.h"
#include "engine/numerics/glazing.h"

namespace pt {

inline constexpr double notFixed = std::numeric_limits<double>::quiet_NaN();

struct BuildingLayer {
    double thickness = 0;     // m
    double conductivity = 1;  // W/(m K)
    double density = 0;       // kg/m³
    double heatCapacity = 0;  // J/(kg K)
    double resistance = 0;    // m² K/W; > 0: a layer without mass, the above do not count
    bool operator==(const BuildingLayer&) const = default;
};
struct Finish {
    double emissivity = 0.9;
    double solarAbsorptance = 0.6;
    bool operator==(const Finish&) const = default;
};
struct BuildingConstruction {
    std::vector<BuildingLayer> layers;  // from outside to inside
    Finish outside, inside;
    bool operator==(const BuildingConstruction&) const = default;
};

// Values of 24 hours, the first from 0 to 1 o'clock standard time.
struct Schedule {
    std::array<double, 24> hours{};
    bool ramps = false;  // an hour that differs from the one before runs straight up or down to it
    static Schedule constant(double value) {
        Schedule all;
        all.hours.fill(value);
        return all;
    }
    bool operator==(const Schedule&) const = default;
};

// What lies behind a surface.
enum class Beyond : uint8_t {
    outdoors,
    sheltered,  // outdoor air without sun, sky and wind, as under a raised floor
    ground,     // soil of groundResistance down to groundTemperature
    zone,       // another zone of the building
    fixed,      // fixedTemperature right behind the layers
    adiabatic
};

// In the plane of a surface: x to the right as seen from outside, z up from its lower edge, m.
struct Overhang {
    double x0 = 0, x1 = 0, z = 0, depth = 0;
};
struct Fin {
    double x = 0, z0 = 0, z1 = 0, depth = 0;
};

struct BuildingWindow {
    std::string name;
    double x = 0, z = 0, width = 0, height = 0;  // m, outer edge of the frame
    int glazing = 0;
    double frameWidth = 0;  // m all round; 0: all glass
    double frameU = 1.4;    // W/(m² K), surface to surface resistance included
    double edgePsi = 0;     // W/(m K) along the edge of the glass
    double screen = 1;      // what an outside screen lets through when it is down; 1: none
    double screenFrom = 0;  // W/m² on the window above which it is down
};

struct BuildingSurface {
    std::string name;
    int zone = 0;
    int construction = 0;
    double width = 0, height = 0;  // m, in the surface's own plane, windows included
    double azimuth = 0, tilt = 0;  // of its outer face
    Beyond beyond = Beyond::outdoors;
    int otherZone = -1;  // Beyond::zone: the layers run from that zone into `zone`
    double fixedTemperature = notFixed;
    double groundResistance = 0;        // m² K/W of soil, ISO 13370
    double groundTemperature = 283.15;  // K, mean of the year
    double groundSwing = 0;             // K, of its yearly wave
    double groundLag = 0;               // s, of its coldest moment after 1 January
    // W/(m² K), convection and long waves together; notFixed: computed from temperatures and wind.
    double insideFilm = notFixed, outsideFilm = notFixed;
    double windowInsideFilm = notFixed, windowOutsideFilm = notFixed;
    double solarShare = notFixed;  // of the sun that comes into its zone; notFixed: computed
    std::vector<BuildingWindow> windows;
    std::vector<Overhang> overhangs;
    std::vector<Fin> fins;
};

struct ThermalBridge {  // to outdoors
    std::string name;
    int zone = 0;
    double psi = 0;     // W/(m K)
    double length = 0;  // m
};

// Mechanical balanced ventilation with heat recovery.
struct Ventilation {
    double flow = 0;                 // m³/s of supply air
    double recovery = 0;             // 0 .. 1 of the temperature difference
    double bypassAbove = notFixed;   // K: zone air above it and warmer than outdoors: no recovery
    double defrostBelow = notFixed;  // K: outdoor air is warmed to this first, electrically
    double fanPower = 0;             // W electric, in all; half of it ends in the supply air
};
// Windows that are opened when it is warm inside and cooler outside.
struct Airing {
    double flow = 0;          // m³/s
    double above = notFixed;  // K of the zone air; notFixed: whenever the schedule allows
    Schedule when = Schedule::constant(1);  // 0 or 1
};
struct BuildingZone {
    std::string name;
    double volume = 0;         // m³
    double extraCapacity = 0;  // J/K with the air: furniture
    double infiltration = 0;   // 1/h of air at 20 °C at the height of the place (ISO 13789)
    Ventilation ventilation;
    Airing airing;
    Schedule gains;                              // W of people and appliances
    double gainsRadiant = 0.5;                   // the share that goes to the surfaces
    Schedule heatTo = Schedule::constant(-1e9);  // K of the air
    Schedule coolTo = Schedule::constant(1e9);   // K
    double mostHeating = 1e12;                   // W
    double mostCooling = 1e12;                   // W, positive
    double heatingRadiant = 0;                   // share of the heat that goes to the surfaces
};

struct AirPath {  // between two zones, both ways
    int a = 0, b = 0;
    double flow = 0;  // m³/s
};

struct Building {
    std::vector<BuildingConstruction> constructions;
    std::vector<Glazing> glazings;
    std::vector<BuildingZone> zones;  // the first is the house
    std::vector<BuildingSurface> surfaces;
    std::vector<ThermalBridge> bridges;
    std::vector<AirPath> airPaths;
    double groundReflectance = 0.2;
};

// Errors: building.* {…}, where = the surface, zone or window by name: sizes, indices, layers with
// no resistance, windows outside their wall or over each other.
Status checkBuilding(const Building& building);

// U-value of the layers between these surface resistances, m² K/W (ISO 6946), W/(m² K).
double uValueOf(const BuildingConstruction& construction, double insideResistance,
                double outsideResistance);

// Infiltration at normal pressure from n50 by the shelter coefficient (0.07 for a detached house).
inline double infiltrationFrom(double n50, double shelter = 0.07) { return n50 * shelter; }

}  // namespace pt
