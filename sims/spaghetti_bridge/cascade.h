// What breaks, one member after the other, until the bridge cannot stand.
#pragma once

#include <cstdint>
#include <vector>

#include "sims/spaghetti_bridge/statics.h"

namespace pt {

struct Failure {
    int member = 0;
    FailureMode mode = FailureMode::none;
    double at = 0.5;      // where it breaks, as a share of its length
    double load = 0;      // N on the bridge then
    double axial = 0;     // N, in the member then
    double progress = 0;  // of the loading: s, of a cart m
};

// The member that uses most of its strength; of members that are equal but for rounding the first.
struct WorstMember {
    int member = -1;
    FailureMode mode = FailureMode::none;
    double utilisation = 0;
};
WorstMember worstMember(const std::vector<MemberState>& states);

// In the middle; beside the joint with the larger moment when bending breaks it, at a joint when
// that lets go.
double breakPlace(const MemberState& state, FailureMode mode);

// A bridge that loses members. The load stays; the jolt of a sudden break is not counted.
class DamagedBridge {
public:
    explicit DamagedBridge(BridgeInput input, std::shared_ptr<CriticalLoads> known = {})
        : input_(std::move(input)) {
        statics_.share(std::move(known));
    }
    // Solves anew without this member.
    void lose(int member);
    bool anyLost() const { return !lost_.empty(); }
    bool lost(int member) const;
    // Equilibrium is lost when the rest is a mechanism, nothing carries the load node any more, a
    // dozen members are gone, or nothing more breaks but its deflection is no longer credible.
    bool holds(const BridgeLoad& load) const;
    // It sags at most a fifth of its width: beyond, linear statics ends.
    bool credible(const BridgeLoad& load) const;
    const BridgeStatics& statics() const { return statics_; }  // of the rest, once anyLost()

private:
    BridgeInput input_;
    std::vector<bool> lost_;
    int count_ = 0;
    BridgeStatics statics_;
    bool stands_ = true;
};

// A test from the first newton until equilibrium is lost: the load grows (a cart becomes heavier in
// its worst place) to what the weakest member bears, that breaks, and the rest breaks on under the
// same load or bears more.
struct BrokenBridge {
    std::vector<Failure> failures;  // empty: nothing can break it
    double load = 0;                // N, the largest it carried
};
BrokenBridge breakBridge(const BridgeInput& input, const BridgeStatics& intact);

}  // namespace pt
