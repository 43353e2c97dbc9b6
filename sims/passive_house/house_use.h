// How a house is lived in and what machines it has: the settings of the lab beside the design.
// SI units.
#pragma once

#include <array>

#include "engine/numerics/building.h"

namespace pt {

enum class Heating : uint8_t { ideal, none, electric, gasBoiler, heatPumpAir, heatPumpGround };
inline constexpr const char* heatingKeys[] = {"ideal",      "none",          "electric",
                                              "gas_boiler", "heat_pump_air", "heat_pump_ground"};
enum class VentilationKind : uint8_t { none, exhaust, balanced };
inline constexpr const char* ventilationKeys[] = {"none", "exhaust", "balanced"};
enum class AiringKind : uint8_t { off, night, fan };
inline constexpr const char* airingKeys[] = {"off", "night", "fan"};
enum class InnerWalls : uint8_t { none, light, heavy };
inline constexpr const char* innerWallKeys[] = {"none", "light", "heavy"};
inline constexpr const char* profileKeys[] = {"home", "constant"};
inline constexpr const char* switchKeys[] = {"off", "on"};

// Choices are indices so that the Schema can hold them.
struct HouseUse {
    // -- comfort
    double setpoint = 293.15, setback = 291.15;  // K of the air, by day and by night
    double setbackFrom = 22, setbackTo = 6;      // o'clock; equal: no night
    int setbackRamp = 0;                         // off, on: up in an hour
    int cooling = 0;                             // off, on: ideal
    double coolingSetpoint = 300.15;             // K
    double coolingFrom = 0, coolingTo = 24;      // o'clock
    double humidity = 0.5;                       // relative, indoors

    // -- people
    double persons = 4;
    double appliances = 220;  // W, mean over the year
    int profile = 0;
    double gainsRadiant = 0.5;
    double hotWater = 25.0 / 86400;  // kg/s for each person, of 60 °C
    int innerWalls = 1;

    // -- air
    double n50 = 6.0 / 3600;  // 1/s at 50 Pa
    int ventilation = 1;
    double ventilationRate = 150.0 / 3600;  // m³/s
    double heatRecovery = 0.8;
    int bypass = 1;
    int airing = 1;
    double airingFlow = 600.0 / 3600;  // m³/s
    double airingFrom = 21, airingTo = 7;
    double airingAbove = 296.15;  // K

    // -- machines
    int heating = 3;
    double heatingPower = 15000;        // W of heat, of all but the ideal
    double heatingRadiant = 0;          // share to the surfaces
    double boilerEfficiency = 0.9;      // of the upper heating value
    double supplyTemperature = 308.15;  // K of the water to floor or radiators
    double pvArea = 0;                  // m² of modules
    double pvEfficiency = 0.20;
    double collectorArea = 0;  // m² of solar collector for hot water

    // -- prices
    double electricityPrice = 0.35 / 3.6e6, gasPrice = 0.11 / 3.6e6;  // euro/J
    double feedInPrice = 0.05 / 3.6e6;
    double electricityCo2 = 0.17 / 3.6e6, gasCo2 = 0.20 / 3.6e6;  // kg/J

    Heating heatingKind() const { return static_cast<Heating>(heating); }
    VentilationKind ventilationKind() const { return static_cast<VentilationKind>(ventilation); }
    AiringKind airingKind() const { return static_cast<AiringKind>(airing); }
};

// Hour by hour over the day (schedules.cpp).
Schedule heatingSchedule(const HouseUse& use);    // K; far below everything without heating
Schedule coolingSchedule(const HouseUse& use);    // K; far above everything without cooling
Schedule gainsSchedule(const HouseUse& use);      // W of people and appliances
Schedule applianceSchedule(const HouseUse& use);  // W
Schedule airingSchedule(const HouseUse& use);     // 0 or 1

inline constexpr double personHeat = 80;  // W, sensible, of a person at home
// The number of persons at home at this hour, as a share of all.
double presence(const HouseUse& use, int hour);

}  // namespace pt
