// Climate: years of weather made here. What each is made of, and how well it meets the normals,
// stands in docs/weather.md; tests/numerics/climate_test.cpp holds it to that.
#pragma once

#include <array>
#include <cstdint>

#include "engine/numerics/weather.h"

namespace pt {

// Monthly normals of a place. Sunshine: hours with a beam of more than 120 W/m².
struct Normals {
    std::array<double, 12> temperature{};  // K, mean
    std::array<double, 12> sunshine{};     // s a month
    std::array<double, 12> wind{};         // m/s, mean
    std::array<double, 12> spread{};       // K, deviation of a day's mean from its normal
    std::array<double, 12> turbidity{};    // Linke, of the clear sky
    double radiation = 0;                  // J/m² a year on a horizontal plane
};
// Ukkel, 1991-2020: temperature and sunshine as the Royal Meteorological Institute publishes them;
// radiation in the middle of 1030-1060 kWh/m². Wind, spread and turbidity are typical of Belgium.
const Normals& ukkelNormals();
const WeatherSite& ukkelSite();

// One year, hour by hour. Day by day the weather persists (first-order autoregression); its
// cloudiness decides the sun, the daily swing and the sky's warmth, and goes together with cold
// in winter and heat in summer. Each month's mean temperature and sunshine and the year's radiation
// are then brought onto the normals.
Weather yearFrom(const Normals& normals, const WeatherSite& site, uint64_t seed);

// The spells of "cold_week" and "heat_wave" within a year of Ukkel: first day (from 0) and length.
inline constexpr int coldWeekDay = 18, coldWeekDays = 9;   // 19 to 27 January
inline constexpr int heatWaveDay = 199, heatWaveDays = 9;  // 19 to 27 July

}  // namespace pt
