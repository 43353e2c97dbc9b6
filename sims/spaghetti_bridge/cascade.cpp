#include "sims/spaghetti_bridge/cascade.h"

#include <algorithm>
#include <cmath>

namespace pt {
namespace {

constexpr int mostFailures = 12;      // more would not change the picture
constexpr double largestSag = 0.2;    // of the width
constexpr double besideJoint = 0.08;  // of the length

double widthOf(const Bridge& bridge) {
    const auto [left, right] =
        std::minmax_element(bridge.nodes.begin(), bridge.nodes.end(),
                            [](const BridgeNode& a, const BridgeNode& b) { return a.x < b.x; });
    return right->x - left->x;
}

}  // namespace

WorstMember worstMember(const std::vector<MemberState>& states) {
    WorstMember worst;
    for (size_t i = 0; i < states.size(); ++i)
        if (states[i].utilisation > worst.utilisation * (1 + 1e-9))
            worst = {static_cast<int>(i), states[i].mode, states[i].utilisation};
    return worst;
}

double breakPlace(const MemberState& state, FailureMode mode) {
    if (mode != FailureMode::bending && mode != FailureMode::joint) return 0.5;
    const double share = mode == FailureMode::joint ? 0.01 : besideJoint;
    return std::fabs(state.momentFrom) > std::fabs(state.momentTo) ? share : 1 - share;
}

void DamagedBridge::lose(int member) {
    if (lost_.empty()) lost_.assign(input_.bridge.members.size(), false);
    lost_[static_cast<size_t>(member)] = true;
    ++count_;
    stands_ = count_ < mostFailures && statics_.build(input_, lost_).ok();
}

bool DamagedBridge::lost(int member) const {
    return !lost_.empty() && lost_[static_cast<size_t>(member)];
}

bool DamagedBridge::holds(const BridgeLoad& load) const {
    if (!stands_) return false;
    for (size_t k = 0; k < load.deck.size(); ++k)
        if (load.deck[k] > 0 && statics_.idle(statics_.deck()[k])) return false;
    return credible(load) || worstMember(statics_.members(load)).utilisation >= 1;
}

bool DamagedBridge::credible(const BridgeLoad& load) const {
    return !anyLost() || statics_.sag(load) <= largestSag * widthOf(input_.bridge);
}

BrokenBridge breakBridge(const BridgeInput& input, const BridgeStatics& intact) {
    BrokenBridge result;
    DamagedBridge damaged(input, intact.known());
    const BridgeStatics* present = &intact;
    while (std::isfinite(present->breakingLoad())) {
        result.load = std::max(result.load, present->breakingLoad());
        BridgeLoad load = result.load;
        if (input.wheelbase) load = present->cart(result.load, present->worstPlace());
        const std::vector<MemberState> states = present->members(load);
        const WorstMember worst = worstMember(states);
        const auto index = static_cast<size_t>(worst.member);
        result.failures.push_back({worst.member, worst.mode, breakPlace(states[index], worst.mode),
                                   result.load, states[index].axial, 0});
        damaged.lose(worst.member);
        present = &damaged.statics();
        if (!damaged.holds(input.wheelbase ? BridgeLoad() : load)) break;
    }
    return result;
}

}  // namespace pt
