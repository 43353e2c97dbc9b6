// Criteria of a passive house (Passive House Institute, criteria v9/v10, class Classic). SI units.
#pragma once

#include <string>
#include <vector>

#include "sims/passive_house/house_use.h"
#include "sims/passive_house/year.h"

namespace pt {

struct Criterion {                // of the Passive House panel
    std::string key;              // "heating", "airtightness", "overheating", "primary"
    double value = 0, limit = 0;  // SI; NaN: not known yet
    bool met = false;
};

inline constexpr double kWhPerSquareMetre = 3.6e6;             // J/m²
inline constexpr double mostHeating = 15 * kWhPerSquareMetre;  // J/m² and year
inline constexpr double mostHeatingLoad = 10;                  // W/m²
inline constexpr double mostN50 = 0.6 / 3600;                  // 1/s
inline constexpr double mostOverheating = 0.10;                // of the hours above 25 °C
inline constexpr double mostPrimary = 60 * kWhPerSquareMetre;  // J/m² and year
inline constexpr double mostCooling = 15 * kWhPerSquareMetre;  // J/m² and year

// "heating" counts as met by the demand or by the load; its value is that of the demand.
// nullptr: the year is not known.
std::vector<Criterion> criteriaOf(const HouseUse& use, const YearResult* year);
double overheatingShare(const YearResult& year);

}  // namespace pt
