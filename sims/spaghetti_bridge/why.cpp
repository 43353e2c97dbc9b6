#include "sims/spaghetti_bridge/why.h"

#include <algorithm>
#include <cmath>

namespace pt {
namespace {

constexpr double unbreakable = 1e9;  // N

constexpr double alike = 0.99;  // of what the failed member used of its strength

// The failed member, and what was as near to failing: its mirror image in a symmetric bridge, the
// next diagonals. To strengthen one of them alone does not help.
std::vector<int> atTheLimit(const BridgeStatics& intact, const Failure& failure) {
    std::vector<int> members{failure.member};
    const std::vector<MemberState> states = intact.members(failure.load);
    const double used = states[static_cast<size_t>(failure.member)].utilisation;
    if (std::fabs(used - 1) > 0.02) return members;  // a cart elsewhere, a jolt
    for (size_t m = 0; m < states.size(); ++m)
        if (static_cast<int>(m) != failure.member && states[m].utilisation >= alike * used)
            members.push_back(static_cast<int>(m));
    std::sort(members.begin(), members.end());
    return members;
}

// Whether something else fails first with this input, and at what load.
bool eased(const BridgeInput& input, Why& why) {
    BridgeStatics statics;
    if (!statics.build(input).ok() || statics.breakingMember() < 0) return false;
    const std::vector<int>& changed = why.remedy.members;
    const bool same =
        std::find(changed.begin(), changed.end(), statics.breakingMember()) != changed.end() ||
        statics.breakingMember() == why.member;
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
    why.remedy.members = atTheLimit(intact, failure);
    for (int extra = 1; extra < maxStrands; ++extra) {
        for (const int member : why.remedy.members) {
            int& strands = changed.strands[static_cast<size_t>(member)];
            strands = std::min(strands + 1, maxStrands);
        }
        if (!eased(changed, why)) continue;
        why.remedy.extraStrands = extra;
        break;
    }
    return why;
}

}  // namespace pt
