// What the charts of a year show, taken from the model: numbers, no drawing.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "engine/view/theme.h"
#include "sims/passive_house/year.h"

namespace pt {

class PassiveHouse;

// One use of energy, with what it costs; made on the roof: negative.
struct Bill {
    std::string key;  // "heating", "hot_water", "fans", "cooling", "appliances", "solar_power"
    bool gas = false;
    double energy = 0;  // J
    double cost = 0;    // euro
    double co2 = 0;     // kg
};

// A house with its year, side by side with others.
struct YearVariant {
    std::string name;          // as the pupil called it, or "" with a key
    std::string key;           // "now", "before", or ""
    double heatingDemand = 0;  // J/m²
    double peakHeating = 0;    // W/m²
    double hoursAbove25 = 0;   // share of the year
    double cost = 0;           // euro
    double co2 = 0;            // kg
};

struct YearSheet {
    const YearResult* result = nullptr;  // nullptr: no year was ever computed
    bool old = false;                    // of the design before; the present one is on its way
    bool possible = true;                // the house can be computed
    double progress = 0;                 // 0 .. 1 of the year that is on its way
    double moment = 0;                   // s since 1 January
    double floorArea = 1;                // m²
    double electricityPrice = 0, gasPrice = 0;  // euro/J
    std::vector<Bill> bills;
    std::vector<YearVariant> variants;
};
YearSheet sheetOf(const PassiveHouse& model);

// A part of the heat balance and how it looks in every chart.
struct BalancePart {
    const char* key;  // name "passive_house.year.part.<key>"
    double HeatBalance::*heat;
    Ink ink;
    bool hatch;
};
// Gains first, then losses, then what is stored.
std::span<const BalancePart> balanceParts();
// J, positive: it warms the rest. What layers and air take up is a loss of the rest.
double heatOf(const HeatBalance& balance, const BalancePart& part);

}  // namespace pt
