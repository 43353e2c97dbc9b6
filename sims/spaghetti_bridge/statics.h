// Statics of the loaded bridge: forces, displacements and utilisation are straight lines in the
// load, so the breaking load is found exactly and not to the nearest time step.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/core/result.h"
#include "engine/numerics/frame_fem.h"
#include "sims/spaghetti_bridge/buckling.h"
#include "sims/spaghetti_bridge/design.h"
#include "sims/spaghetti_bridge/limits.h"
#include "sims/spaghetti_bridge/material.h"
#include "sims/spaghetti_bridge/section.h"
#include "sims/spaghetti_bridge/strength.h"

namespace pt {

struct NodeState {
    double ux = 0, uy = 0, rz = 0;        // m, m, rad
    double reactionX = 0, reactionY = 0;  // N on one plane; 0 where it is free
};

struct MemberState {
    double axial = 0;                      // N in one plane, tension > 0
    double momentFrom = 0, momentTo = 0;   // N m on the ends; 0 with pinned joints
    double utilisation = 0;                // 1: fails
    FailureMode mode = FailureMode::none;  // what governs the utilisation; none without load
};

// What stands on the bridge besides its own weight: N on both planes together.
struct BridgeLoad {
    double hung = 0;           // shared by the load nodes
    std::vector<double> deck;  // on each node of the deck; empty: nothing
    BridgeLoad(double force = 0) : hung(force) {}
};

// All that a test of a bridge depends on.
struct BridgeInput {
    Bridge bridge;
    BridgeMaterial material;
    std::vector<int> strands;  // a member
    uint64_t seed = 1;
    std::optional<double> wheelbase;  // m: a cart rolls over the deck instead of a hung load
};

class BridgeStatics {
public:
    // Sections, lengths and mass: all that may be asked of a drawing that is not sound.
    void measure(const BridgeInput& input);
    // Of a sound drawing. `lost` are broken members, which carry nothing (empty: none); bars that
    // then hang from one end by a hinge carry nothing either. Errors: bridge.mechanism {node,
    // direction: "x"|"y"|"r"}, bridge.no_deck (a cart finds no way) and bridge.unsolvable; then
    // nothing may be asked but what measure() gives.
    Status build(const BridgeInput& input, const std::vector<bool>& lost = {});
    Status build(const Bridge& bridge, const BridgeMaterial& material,
                 const std::vector<int>& strands, uint64_t seed) {
        return build(BridgeInput{bridge, material, strands, seed, {}});
    }
    bool ok() const { return ok_; }
    // Critical loads are looked up there first; null: they are not kept.
    void share(std::shared_ptr<CriticalLoads> known) { known_ = std::move(known); }
    const std::shared_ptr<CriticalLoads>& known() const { return known_; }

    double mass() const { return mass_; }  // kg, both planes, glue and bracing
    const std::vector<Section>& sections() const { return sections_; }
    const std::vector<double>& lengths() const { return lengths_; }      // m
    const std::vector<double>& strengths() const { return strengths_; }  // Pa, in tension
    const std::vector<double>& critical() const { return critical_; }    // N, at which they buckle
    const std::vector<int>& deck() const { return deck_; }               // nodes; of a cart

    bool idle(int node) const { return idleNode_[node]; }  // nothing holds it any more

    std::vector<NodeState> nodes(const BridgeLoad& load) const;
    std::vector<MemberState> members(const BridgeLoad& load) const;
    double sag(const BridgeLoad& load) const;  // m, largest deflection downwards
    // The cart of this weight with its first axle at x; axles beyond the deck press on nothing.
    BridgeLoad cart(double weight, double x) const;
    // Axial force (N) in a member for 1 N on each node of the deck.
    std::vector<double> influence(int member) const;

    // The first failure when the hung load grows from 0, or the weight of a cart in the place that
    // is worst for the bridge.
    double breakingLoad() const { return breakingLoad_; }
    int breakingMember() const { return breakingMember_; }
    FailureMode breakingMode() const { return breakingMode_; }
    double worstPlace() const { return worstPlace_; }  // m: of the cart's first axle
    // As the members' buckling is counted: of the whole with stiff joints, else K = 1.
    const CriticalLoad& wholeBuckling() const { return whole_; }
    BridgeBuckling buckling(const Bridge& bridge) const;

    // For many draws of the strengths on the same forces.
    const std::vector<Limit>& limits() const { return limits_; }
    const FrameSolution& ownForces() const { return own_; }
    const FrameSolution& unitForces() const { return unit_; }

private:
    Frame frame(const Bridge& bridge, const BridgeMaterial& material);
    void leaveOut(const Bridge& bridge, const BridgeMaterial& material,
                  const std::vector<bool>& lost);
    void weigh(const Bridge& bridge, const BridgeMaterial& material);
    Result<FrameSolution> solved(std::vector<FrameLoad> loads, bool first = false);
    Status solveHung(const Bridge& bridge);
    Status solveDeck(const Bridge& bridge);
    CriticalLoad wholeCritical();
    void placeCart();
    void setUnit(std::vector<FrameLoad> loads, FrameSolution solution);
    void strengthen(const BridgeMaterial& material);
    FrameSolution under(const BridgeLoad& load) const;
    void findBreakingLoad();

    FrameSolver solver_;  // keeps its symbolic factorisation while the connectivity stays
    FrameSolver wholeSolver_;
    std::shared_ptr<CriticalLoads> known_;
    StrengthDraws draws_;
    bool ok_ = false;
    int planes_ = 1;
    double mass_ = 0;
    std::vector<Section> sections_;
    std::vector<double> lengths_, strengths_, euler_, critical_;
    std::vector<int> carrying_;   // members in the frame
    std::vector<bool> idleNode_;  // nodes that nothing carries any more
    Frame structure_;
    std::vector<FrameLoad> ownLoads_, unitLoads_;
    FrameSolution own_, unit_;          // self weight alone; 1 N downwards alone
    std::vector<FrameSolution> cases_;  // 1 N on each node of the deck
    std::vector<int> deck_;
    std::vector<double> deckX_;
    double wheelbase_ = 0, worstPlace_ = 0;
    std::vector<Limit> limits_;
    CriticalLoad whole_;
    double breakingLoad_ = 0;
    int breakingMember_ = -1;
    FailureMode breakingMode_ = FailureMode::none;
};

}  // namespace pt
