// What follows from the design and takes work: done when it is asked for, kept till the next edit.
#include <cmath>

#include "sims/spaghetti_bridge/model.h"
#include "sims/spaghetti_bridge/roles.h"

namespace pt {
namespace {

// The largest number of one digit and zeros that is at most this (> 0, finite).
double roundBelow(double value) {
    double decade = 1;
    while (decade * 10 <= value) decade *= 10;
    while (decade > value) decade /= 10;
    return std::floor(value / decade) * decade;
}

}  // namespace

const SpaghettiBridge::Trial& SpaghettiBridge::trial() const {
    if (derived_.trial) return *derived_.trial;
    derived_.trial = Trial();
    if (!stands() || !std::isfinite(statics_.breakingLoad()) || !(statics_.breakingLoad() > 0))
        return *derived_.trial;
    Trial trial;
    trial.load = roundBelow(statics_.breakingLoad());
    const BridgeLoad load = loading() == Loading::cart
                                ? statics_.cart(trial.load, statics_.worstPlace())
                                : BridgeLoad(trial.load);
    trial.nodes = statics_.nodes(load);
    trial.members = statics_.members(load);
    derived_.trial = std::move(trial);
    return *derived_.trial;
}

bool SpaghettiBridge::onTrial() const {
    return load_ == 0 && progress_ == 0 && !broken() && trial().load > 0;
}

double SpaghettiBridge::shownLoad() const { return onTrial() ? trial().load : load_; }

const std::vector<NodeState>& SpaghettiBridge::shownNodes() const {
    return onTrial() ? trial().nodes : nodes_;
}

const std::vector<MemberState>& SpaghettiBridge::shownMembers() const {
    return onTrial() ? trial().members : members_;
}

const Forecast& SpaghettiBridge::forecast() const {
    if (derived_.forecast) return *derived_.forecast;
    derived_.forecast = Forecast();
    if (stands()) derived_.forecast = forecastOf(input(), statics_, draws_);
    return *derived_.forecast;
}

const CuttingPlan& SpaghettiBridge::cuts() const {
    if (!derived_.cuts)
        derived_.cuts = planCuts(piecesOf(input(), statics_.lengths()), strandBought_);
    return *derived_.cuts;
}

const BridgeBudget& SpaghettiBridge::budget() const {
    if (!derived_.budget)
        derived_.budget = budgetOf(input(), statics_, cuts(),
                                   {strandBought_, packetMass_, packetPrice_, gluePrice_});
    return *derived_.budget;
}

const BridgeBuckling& SpaghettiBridge::bucklingMode() const {
    if (derived_.buckling) return *derived_.buckling;
    derived_.buckling = BridgeBuckling();
    if (stands()) derived_.buckling = statics_.buckling(bridge_);
    return *derived_.buckling;
}

const Influence& SpaghettiBridge::influence() const {
    if (derived_.influence) return *derived_.influence;
    derived_.influence = Influence();
    if (stands()) derived_.influence = influenceOf(input(), statics_.breakingMember());
    return *derived_.influence;
}

const Why& SpaghettiBridge::why() const {
    if (derived_.why) return *derived_.why;
    derived_.why = Why();
    if (!failures_.empty()) derived_.why = whyBroken(input(), statics_, failures_.front());
    return *derived_.why;
}

const char* SpaghettiBridge::failedRole() const {
    if (!broken()) return "";
    const auto member = static_cast<size_t>(failedMember());
    return roleName(memberPlaces(bridge_)[member], failures_.front().axial);
}

}  // namespace pt
