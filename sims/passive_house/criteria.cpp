#include "sims/passive_house/criteria.h"

#include <limits>

namespace pt {

double overheatingShare(const YearResult& year) { return year.hoursAbove25 / hoursAYear; }

std::vector<Criterion> criteriaOf(const HouseUse& use, const YearResult* year) {
    constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
    const auto known = [year](double value) { return year ? value : unknown; };
    const double area = year ? year->floorArea : 1;
    const double demand = known(year ? year->heatingDemand / area : 0);
    const double load = known(year ? year->heatingLoad / area : 0);
    const double cooling = known(year ? year->coolingDemand / area : 0);
    const double primary = known(year ? primaryOf(use, year->use) / area : 0);
    const double warm = known(year ? overheatingShare(*year) : 0);
    std::vector<Criterion> all{
        {"heating", demand, mostHeating, demand <= mostHeating || load <= mostHeatingLoad},
        {"airtightness", use.n50, mostN50, use.n50 <= mostN50 * (1 + 1e-9)},
        {"overheating", warm, mostOverheating, warm <= mostOverheating},
        {"primary", primary, mostPrimary, primary <= mostPrimary}};
    if (use.cooling != 0) all.push_back({"cooling", cooling, mostCooling, cooling <= mostCooling});
    return all;
}

}  // namespace pt
