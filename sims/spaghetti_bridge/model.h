// Spaghetti bridge: a plane truss or frame of spaghetti carries a bucket that fills until the
// first member fails; then the collapse plays out. model.md gives equations, limits and sources.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/model/model.h"
#include "sims/spaghetti_bridge/collapse.h"
#include "sims/spaghetti_bridge/design.h"
#include "sims/spaghetti_bridge/statics.h"

namespace pt {

inline constexpr double bridgeStep = 1.0 / 240;  // s

class SpaghettiBridge : public Model {
public:
    SpaghettiBridge();
    ~SpaghettiBridge() override;

    void describe(Schema& schema) override;
    Status reset(uint64_t seed) override;
    Status step(double dt) override;
    Status restored(uint64_t seed) override;
    bool finished() const override;

    // -- design: valid from the first reset(), also when the bridge cannot stand
    const Bridge& design() const { return bridge_; }
    const BridgeGround& ground() const { return ground_; }
    BridgeType type() const { return static_cast<BridgeType>(type_); }
    bool bonded() const { return bond_ == 0; }
    bool rigidJoints() const { return joints_ == 1; }
    int strands(int member) const;          // its own number or the parameter
    double memberLength(int member) const;  // m
    double memberWidth(int member) const;   // m, of the bundle

    // -- statics: zeros when the bridge cannot stand (reset() gave an error); after the failure
    // they stay as they were at that moment. One entry a node and a member of the design.
    bool stands() const { return statics_.ok(); }
    const std::vector<NodeState>& nodes() const { return nodes_; }
    const std::vector<MemberState>& members() const { return members_; }
    const BridgeStatics& statics() const { return statics_; }  // ask it only when stands()
    double load() const { return load_; }                      // N in the bucket
    double mass() const { return statics_.mass(); }
    double sag() const;          // m, largest deflection downwards
    double utilisation() const;  // largest of all members

    // -- failure
    bool broken() const { return failedMember_ >= 0; }
    int failedMember() const { return static_cast<int>(failedMember_); }  // -1 before
    FailureMode failureMode() const;
    double breakingLoad() const;  // N; NaN before the failure
    int stepsSinceFailure() const { return static_cast<int>(collapseSteps_); }

    // -- collapse: no pieces before the failure; the bucket hangs from the load node till then
    const std::vector<BridgePiece>& pieces() const;
    BridgeBucket bucket() const;

private:
    void generate();
    std::vector<int> strandCounts() const;
    Status solve(uint64_t seed);
    void refreshStates();
    void fail();
    void startCollapse();
    Status setStrands(const Json& args);
    bool statesFit() const;
    const char* modeName() const;

    // -- params and choices
    BridgeMaterial material_;
    double span_ = 0.6, height_ = 0.1, panels_ = 6, strands_ = 7, loadRate_ = 5;
    int type_ = 0, bond_ = 0, joints_ = 0;
    Bridge bridge_;

    // -- declared states
    double load_ = 0;
    double failedMember_ = -1;  // index
    double mode_ = 0;           // FailureMode
    double collapseSteps_ = 0;
    std::vector<double> poses_;

    // -- follows from the above and the seed
    uint64_t seed_ = 0;
    BridgeStatics statics_;
    BridgeGround ground_;
    std::vector<NodeState> nodes_;
    std::vector<MemberState> members_;
    std::unique_ptr<Collapse> collapse_;
};

}  // namespace pt
