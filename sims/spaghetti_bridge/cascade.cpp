#include "sims/spaghetti_bridge/cascade.h"

#include <algorithm>
#include <cmath>

namespace pt {
namespace {

constexpr size_t mostFailures = 12;  // more would not change the picture

// Bending breaks a member beside the joint with the larger moment.
double breakPlace(const MemberState& state, FailureMode mode) {
    if (mode != FailureMode::bending) return 0.5;
    return std::fabs(state.momentFrom) > std::fabs(state.momentTo) ? 0.08 : 0.92;
}

// The bridge without the members that are gone, and which of them are left.
struct Rest {
    Bridge bridge;
    std::vector<int> strands;
    std::vector<int> members;  // their indices in the whole bridge

    void lose(size_t index) {
        const auto at = static_cast<std::ptrdiff_t>(index);
        bridge.members.erase(bridge.members.begin() + at);
        strands.erase(strands.begin() + at);
        members.erase(members.begin() + at);
    }
};

}  // namespace

std::vector<Failure> cascade(const Bridge& bridge, const BridgeMaterial& material,
                             const std::vector<int>& strands, uint64_t seed, double load,
                             int firstMember, FailureMode firstMode) {
    Rest rest{bridge, strands, {}};
    for (size_t i = 0; i < bridge.members.size(); ++i) rest.members.push_back(static_cast<int>(i));
    std::vector<Failure> failures;
    BridgeStatics statics;
    size_t next = static_cast<size_t>(firstMember);
    FailureMode mode = firstMode;
    while (statics.build(rest.bridge, material, rest.strands, seed).ok()) {
        const std::vector<MemberState> states = statics.members(load);
        if (!failures.empty()) {
            const auto worst = std::max_element(states.begin(), states.end(),
                                                [](const MemberState& a, const MemberState& b) {
                                                    return a.utilisation < b.utilisation;
                                                });
            if (worst->utilisation < 1) break;
            next = static_cast<size_t>(worst - states.begin());
            mode = worst->mode;
        }
        failures.push_back({rest.members[next], mode, breakPlace(states[next], mode)});
        if (failures.size() >= mostFailures || rest.members.size() == 1) break;
        rest.lose(next);
    }
    return failures;
}

}  // namespace pt
