// What the charts of a year show, taken from the model: numbers, no drawing.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "engine/view/theme.h"
#include "sims/passive_house/variants.h"
#include "sims/passive_house/year.h"

namespace pt {

class PassiveHouse;

// One use of energy, with what it costs; made on the roof: negative.
struct Bill {
    const char* key;  // name "passive_house.year.use.<key>"
    bool gas = false;
    double energy = 0;  // J
    double cost = 0;    // euro
    double co2 = 0;     // kg
};
// Their costs and CO₂ add up to costOf() and co2Of().
std::vector<Bill> billsOf(const HouseUse& use, const EnergyUse& energy);

// A design with what its year came to, side by side with others.
struct YearVariant {
    const char* key = "";  // "now" or "before", or "" with a name
    std::string name;      // as the pupil called it
    Figures figures;
};

struct YearSheet {
    const YearResult* result = nullptr;  // nullptr: no year was ever computed
    bool old = false;                    // of the design before; the present one is on its way
    bool possible = true;                // the house can be computed
    double progress = 0;                 // 0 .. 1 of the year that is on its way
    double moment = 0;                   // s since 1 January
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
