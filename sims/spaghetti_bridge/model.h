// Spaghetti bridge: a plane truss or frame of spaghetti carries a bucket that fills until the
// first member fails; then the collapse plays out. model.md gives equations, limits and sources.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/model/model.h"
#include "sims/spaghetti_bridge/buckling.h"
#include "sims/spaghetti_bridge/budget.h"
#include "sims/spaghetti_bridge/collapse.h"
#include "sims/spaghetti_bridge/design.h"
#include "sims/spaghetti_bridge/design_check.h"
#include "sims/spaghetti_bridge/forecast.h"
#include "sims/spaghetti_bridge/influence.h"
#include "sims/spaghetti_bridge/statics.h"
#include "sims/spaghetti_bridge/why.h"

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
    Joints joints() const { return static_cast<Joints>(joints_); }
    bool rigidJoints() const { return joints() != Joints::pinned; }  // or nearly so: glued
    Loading loading() const { return static_cast<Loading>(loading_); }
    const BridgeMaterial& material() const { return material_; }
    int planes() const { return planes_ + 1; }
    // What is wrong with the design, blocking things first; whether it can move is among them.
    const std::vector<BridgeProblem>& problems() const { return problems_; }
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
    int weakest() const;         // the member that has it; -1 without load
    double stiffness() const;    // N/m: load for the sag that it adds; NaN when it cannot stand

    // -- what follows from the design; worked out when it is asked for
    const Forecast& forecast() const;  // zeros when the bridge cannot stand
    const BridgeBudget& budget() const;
    const BridgeBuckling& bucklingMode() const;  // member -1 when it cannot stand
    // Force in the member that governs, for 1 N at each place of the deck.
    const Influence& influence() const;

    // -- failure
    bool broken() const { return failedMember_ >= 0; }
    int failedMember() const { return static_cast<int>(failedMember_); }  // -1 before
    FailureMode failureMode() const;
    double breakingLoad() const;             // N; NaN before the failure
    const Why& why() const { return why_; }  // member -1 before
    int stepsSinceFailure() const { return static_cast<int>(collapseSteps_); }

    // -- collapse: no pieces before the failure; the bucket hangs from the load node till then
    const std::vector<BridgePiece>& pieces() const;
    BridgeBucket bucket() const;

private:
    void describeSettings(Schema& schema);
    void describeDesign(Schema& schema);
    void describeEdits(Schema& schema);  // model_commands.cpp
    void describeOutputs(Schema& schema);
    void generate();
    std::vector<int> strandCounts() const;
    Status solve(uint64_t seed);
    Status build();
    void refreshStates();
    void fail();
    void startCollapse();
    Status take(Result<Bridge> edited);
    Status takeShape(Result<Bridge> edited);
    bool statesFit() const;
    const char* modeName() const;

    // -- params and choices
    BridgeMaterial material_;
    double span_ = 0.6, height_ = 0.1, panels_ = 6, strands_ = 7, loadRate_ = 5;
    double weight_ = 50, cartSpeed_ = 0.05, wheelbase_ = 0.1;
    double strandLength_ = 0.25, packetMass_ = 0.5, packetPrice_ = 1.2, gluePrice_ = 20;
    int type_ = 0, bond_ = 0, planes_ = 0, bracing_ = 0, ownMaterial_ = 0, joints_ = 0;
    int loading_ = 0, rules_ = 0;
    Bridge bridge_;

    // -- declared states
    double load_ = 0;
    double failedMember_ = -1;  // index
    double mode_ = 0;           // FailureMode
    double collapseSteps_ = 0;
    std::vector<double> poses_;

    // -- follows from the above and the seed
    uint64_t seed_ = 0;
    std::vector<BridgeProblem> problems_;
    BridgeStatics statics_;
    BridgeGround ground_;
    std::vector<NodeState> nodes_;
    std::vector<MemberState> members_;
    std::unique_ptr<Collapse> collapse_;
    Why why_;
    // Made on demand; emptied by solve().
    struct Derived {
        std::optional<Forecast> forecast;
        std::optional<BridgeBudget> budget;
        std::optional<BridgeBuckling> buckling;
        std::optional<Influence> influence;
    };
    mutable Derived derived_;
};

}  // namespace pt
