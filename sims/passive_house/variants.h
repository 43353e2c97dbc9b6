// Variants: designs that were kept to look at side by side, each with what its year came to.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/core/json.h"
#include "engine/core/result.h"
#include "sims/passive_house/house.h"
#include "sims/passive_house/house_use.h"

namespace pt {

// What a year comes to; SI. NaN: not known.
struct Figures {
    double heatingDemand = 0, heatingLoad = 0;  // J/m² and year, W/m²
    double coolingDemand = 0;                   // J/m² and year
    double overheating = 0;                     // share of the hours
    double primaryEnergy = 0;                   // J/m² and year
    double cost = 0, co2 = 0, pvYield = 0;      // euro, kg and J a year
};
struct HouseVariant {
    std::string id;    // "A", "B" …
    std::string name;  // as the pupil called it
    House house;
    HouseUse use;
    Figures figures;
};
inline constexpr size_t mostVariants = 12;

std::string freeVariantId(const std::vector<HouseVariant>& variants);
const HouseVariant* findVariant(const std::vector<HouseVariant>& variants, std::string_view id);

// The document "variants". loadVariants is all or nothing. Errors: house.not_object, house.list,
// house.text, house.duplicate_variant {id}, those of loadHouse and loadUse.
Json saveVariants(const std::vector<HouseVariant>& variants);
Result<std::vector<HouseVariant>> loadVariants(const Json& value);

}  // namespace pt
