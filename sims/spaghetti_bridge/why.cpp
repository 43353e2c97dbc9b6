#include "sims/spaghetti_bridge/why.h"

namespace pt {
namespace {

constexpr double unbreakable = 1e9;  // N

// Whether something else fails first with this input, and at what load.
bool eased(const BridgeInput& input, Why& why) {
    BridgeStatics statics;
    if (!statics.build(input).ok() || statics.breakingMember() < 0) return false;
    const bool same = statics.breakingMember() == why.member;
    if (same && (why.mode != FailureMode::joint || statics.breakingMode() == why.mode))
        return false;
    why.remedy.load = statics.breakingLoad();
    why.remedy.nextMember = statics.breakingMember();
    why.remedy.nextMode = statics.breakingMode();
    return true;
}

}  // namespace

Why whyBroken(const BridgeInput& input, const BridgeStatics& intact, const Failure& failure) {
    Why why;
    why.member = failure.member;
    why.mode = failure.mode;
    why.load = failure.load;
    why.length = intact.lengths()[static_cast<size_t>(failure.member)];
    why.axial = failure.axial;
    BridgeInput changed = input;
    if (failure.mode == FailureMode::joint) {
        changed.material.jointStrength = unbreakable;
        eased(changed, why);
        return why;
    }
    int& strands = changed.strands[static_cast<size_t>(failure.member)];
    const int before = strands;
    while (++strands <= maxStrands) {
        if (!eased(changed, why)) continue;
        why.remedy.extraStrands = strands - before;
        break;
    }
    return why;
}

}  // namespace pt
