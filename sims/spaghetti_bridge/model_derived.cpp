// What follows from the design and takes work: done when it is asked for, kept till the next edit.
#include "sims/spaghetti_bridge/model.h"

namespace pt {

const Forecast& SpaghettiBridge::forecast() const {
    if (!derived_.forecast) derived_.forecast = Forecast();
    return *derived_.forecast;
}

const BridgeBudget& SpaghettiBridge::budget() const {
    if (!derived_.budget) derived_.budget = BridgeBudget();
    return *derived_.budget;
}

const BridgeBuckling& SpaghettiBridge::bucklingMode() const {
    if (!derived_.buckling) derived_.buckling = BridgeBuckling();
    return *derived_.buckling;
}

const Influence& SpaghettiBridge::influence() const {
    if (!derived_.influence) derived_.influence = Influence();
    return *derived_.influence;
}

}  // namespace pt
