// The numbers and choices of HouseUse by name: for the Schema, for variants, and to tell whether a
// year must be computed again.
#pragma once

#include <span>

#include "engine/model/schema.h"
#include "sims/passive_house/house_use.h"

namespace pt {

struct UseNumber {
    const char* section;  // a new one begins here; "": goes on
    const char* key;
    double HouseUse::*value;
    const char* unit;
    double min, max, step;  // in that unit
    bool price = false;     // the year stays as it is
};
struct UseChoice {
    const char* section;
    const char* key;
    int HouseUse::*value;
    std::span<const char* const> options;
};
std::span<const UseNumber> useNumbers();
std::span<const UseChoice> useChoices();

// In declaration order: each section's choices, then its numbers.
void describeUse(Schema& schema, HouseUse& use);

// Names and SI values; loadUse is all or nothing. Errors house.use {key}.
Json saveUse(const HouseUse& use);
Result<HouseUse> loadUse(const Json& json);

}  // namespace pt
