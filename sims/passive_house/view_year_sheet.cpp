#include "sims/passive_house/view_year_sheet.h"

#include "sims/passive_house/criteria.h"
#include "sims/passive_house/model.h"

namespace pt {
namespace {

std::vector<YearVariant> variantsOf(const PassiveHouse& model) {
    std::vector<YearVariant> variants{{"now", "", model.present().figures}};
    const YearResult* before = model.yearBefore();
    if (before && model.year()) variants.push_back({"before", "", model.figuresOf(*before)});
    for (const HouseVariant& kept : model.variants())
        variants.push_back({"", kept.name.empty() ? kept.id : kept.name, kept.figures});
    return variants;
}

}  // namespace

std::vector<Bill> billsOf(const HouseUse& use, const EnergyUse& energy) {
    const bool gas = burnsGas(use);
    const auto bill = [&](const char* key, double joule, bool burns) {
        return Bill{key, burns, joule, joule * (burns ? use.gasPrice : use.electricityPrice),
                    joule * (burns ? use.gasCo2 : use.electricityCo2)};
    };
    std::vector<Bill> bills{
        bill("heating", energy.heating, gas), bill("hot_water", energy.hotWater, gas),
        bill("fans", energy.fans, false), bill("cooling", energy.cooling, false),
        bill("appliances", energy.appliances, false)};
    // What the house uses itself saves buying; the rest is sold, and saves others their CO₂.
    Bill made = bill("solar_power", energy.sold - energy.solarPower, false);
    made.energy = -energy.solarPower;
    made.cost -= energy.sold * use.feedInPrice;
    bills.push_back(made);
    return bills;
}

YearSheet sheetOf(const PassiveHouse& model) {
    YearSheet sheet;
    sheet.result = model.year();
    sheet.old = !sheet.result;
    if (!sheet.result) sheet.result = model.yearBefore();
    sheet.possible = model.sim() != nullptr;
    sheet.progress = model.yearProgress();
    sheet.moment = model.moment();
    sheet.electricityPrice = model.use().electricityPrice;
    sheet.gasPrice = model.use().gasPrice;
    if (sheet.result) sheet.bills = billsOf(model.settingsOf(*sheet.result), sheet.result->use);
    sheet.variants = variantsOf(model);
    return sheet;
}

}  // namespace pt
