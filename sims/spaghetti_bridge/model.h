// Spaghetti bridge: one or two planes of spaghetti carry a bucket that fills, a weight let go at
// once or a cart that rolls over; members break until the rest cannot stand, and it falls.
// model.md gives equations, limits and sources.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/model/model.h"
#include "sims/spaghetti_bridge/buckling.h"
#include "sims/spaghetti_bridge/budget.h"
#include "sims/spaghetti_bridge/collapse.h"
#include "sims/spaghetti_bridge/cutting.h"
#include "sims/spaghetti_bridge/design.h"
#include "sims/spaghetti_bridge/design_check.h"
#include "sims/spaghetti_bridge/forecast.h"
#include "sims/spaghetti_bridge/gap.h"
#include "sims/spaghetti_bridge/influence.h"
#include "sims/spaghetti_bridge/loading.h"
#include "sims/spaghetti_bridge/rules.h"
#include "sims/spaghetti_bridge/statics.h"
#include "sims/spaghetti_bridge/why.h"

namespace pt {

inline constexpr double bridgeStep = 1.0 / 240;  // s

// Options of the choice `material`: the parameters, or those of engine/numerics/strand.h.
inline constexpr const char* bridgeMaterials[] = {"own",           "spaghetti_125", "spaghetti_145",
                                                  "spaghetti_165", "spaghetti_180", "spaghetti_185",
                                                  "spaghetti_205", "balsa",         "paper_straw",
                                                  "cardboard",     "popsicle"};

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
    double weight() const { return weight_; }  // N, of the block or the cart
    const BridgeMaterial& material() const { return material_; }
    int planes() const { return planes_ + 1; }
    RuleSet rules() const { return static_cast<RuleSet>(rules_); }
    // What is wrong with the design, blocking things first; whether it can move is among them.
    const std::vector<BridgeProblem>& problems() const { return problems_; }
    int strands(int member) const;          // its own number or the parameter
    double memberLength(int member) const;  // m
    double memberWidth(int member) const;   // m, of the bundle

    // -- statics: zeros when the bridge cannot stand (reset() gave an error); of what is left when
    // members broke, and as in the last moment in which it stood once it falls. One entry a node
    // and a member of the design; forces are those in one plane.
    bool stands() const { return statics_.ok(); }
    const std::vector<NodeState>& nodes() const { return nodes_; }
    const std::vector<MemberState>& members() const { return members_; }
    // Of the whole bridge, before anything broke; ask it only when stands().
    const BridgeStatics& statics() const { return statics_; }
    double load() const { return load_; }  // N that the bridge feels; both planes together
    double mass() const { return statics_.mass(); }
    double sag() const;          // m, largest deflection downwards
    double utilisation() const;  // largest of all members
    int weakest() const;         // the member that has it; -1 without load
    double stiffness() const;    // N/m: load for the sag that it adds; NaN when it cannot stand

    // -- what is drawn and listed of the forces: those of now, but before a test those at a round
    // load of nearly what the bridge bears, so that a design shows what each member is in for. A
    // cart then stands in its worst place.
    bool onTrial() const;      // not those of now
    double shownLoad() const;  // N
    const std::vector<NodeState>& shownNodes() const;
    const std::vector<MemberState>& shownMembers() const;

    // -- what follows from the design; worked out when it is asked for
    const Forecast& forecast() const;  // zeros when the bridge cannot stand
    const BridgeBudget& budget() const;
    const CuttingPlan& cuts() const;
    const BridgeBuckling& bucklingMode() const;  // member -1 when it cannot stand
    // Force in the member that governs, for 1 N at each place of the deck.
    const Influence& influence() const;

    // All that a test depends on, for work that goes on by itself.
    BridgeInput input() const;

    // -- failure: members break one after the other, at most one a step
    bool broken() const { return failedMember_ >= 0; }
    int failedMember() const { return static_cast<int>(failedMember_); }  // the first; -1 before
    FailureMode failureMode() const;                                      // of the first
    const std::vector<Failure>& failures() const { return failures_; }
    bool lost(int member) const { return damaged_ && damaged_->lost(member); }
    bool falling() const { return collapse_ != nullptr; }  // equilibrium is lost
    double breakingLoad() const;                           // N; NaN until it falls
    bool survived() const;                                 // what had to come has come
    const Why& why() const;                                // member -1 before a failure
    int stepsSinceFailure() const { return static_cast<int>(sinceFailure_); }  // the latest

    // -- collapse: no pieces before the fall; the bucket hangs from the load node till then
    const std::vector<BridgePiece>& pieces() const;
    BridgeBucket bucket() const;
    std::optional<BridgeCart> cart() const;  // when that is the loading

    // -- results of jobs, till the design changes
    const std::vector<Repeat>& repeats() const { return repeats_; }
    const std::vector<Reason>& reasons() const { return reasons_; }

private:
    void describeSettings(Schema& schema);
    void describeDesign(Schema& schema);
    void describeEdits(Schema& schema);  // model_commands.cpp
    void describeOutputs(Schema& schema);
    void describeTables(Schema& schema);  // model_tables.cpp
    void describeJobs(Schema& schema);    // model_jobs.cpp
    void generate();
    std::vector<int> strandCounts() const;
    Status solve(uint64_t seed);
    Status build();
    const BridgeStatics& present() const { return damaged_ ? damaged_->statics() : statics_; }
    double cartPlace(double way) const;  // m: of its first axle
    double loadingEnd() const;
    double onDeck() const;  // N of the cart
    BridgeLoad loadNow() const;
    void refreshStates();
    bool addLoad(double seconds);
    bool dropWeight(double seconds);
    bool rollCart(double seconds);
    void fail(const WorstMember& worst);
    void lose(const Failure& failure);
    void startCollapse();
    void explain();
    Status restoreFailures();
    bool statesFit() const;
    Status take(Result<Bridge> edited);
    Status takeShape(Result<Bridge> edited);
    const char* modeName() const;
    const std::string& idOf(int member) const;
    const char* failedRole() const;  // of roleNames; "" before
    std::vector<TableRow> memberRows() const;
    std::vector<TableRow> cutRows() const;

    // -- params and choices
    BridgeMaterial own_;  // the choice `own`, and how it is put together
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
    std::vector<double> failureList_;  // five numbers a failure, in its order
    double progress_ = 0;              // of the loading: s, of a cart m
    double sinceFailure_ = 0;          // steps

    // -- follows from the above and the seed
    uint64_t seed_ = 0;
    BridgeMaterial material_;
    double strandBought_ = 0.25;  // m
    std::vector<BridgeProblem> problems_;
    BridgeStatics statics_;
    BridgeGround ground_;
    std::vector<NodeState> nodes_;
    std::vector<MemberState> members_;
    std::vector<Failure> failures_;
    std::optional<DamagedBridge> damaged_;
    std::unique_ptr<Collapse> collapse_;
    std::vector<Repeat> repeats_;
    std::vector<Reason> reasons_;
    // Made on demand; emptied by solve().
    struct Trial {
        double load = 0;  // N; 0: there is none
        std::vector<NodeState> nodes;
        std::vector<MemberState> members;
    };
    struct Derived {
        std::optional<Forecast> forecast;
        std::optional<BridgeBudget> budget;
        std::optional<CuttingPlan> cuts;
        std::optional<Why> why;
        std::optional<BridgeBuckling> buckling;
        std::optional<Influence> influence;
        std::optional<Trial> trial;
    };
    mutable Derived derived_;
    const Trial& trial() const;
    mutable ForecastDraws draws_;
};

}  // namespace pt
