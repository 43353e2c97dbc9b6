// Statics of the loaded bridge: forces, displacements and utilisation are straight lines in the
// load, so the breaking load is found exactly and not to the nearest time step.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/core/result.h"
#include "engine/numerics/frame_fem.h"
#include "sims/spaghetti_bridge/design.h"
#include "sims/spaghetti_bridge/material.h"
#include "sims/spaghetti_bridge/section.h"

namespace pt {

inline constexpr double gravity = 9.81;  // m/s²

enum class FailureMode : uint8_t { none, tension, buckling, bending, crushing, joint };
// By FailureMode, as in the string tables.
inline constexpr const char* failureModes[] = {"",        "tension",  "buckling",
                                               "bending", "crushing", "joint"};

struct NodeState {
    double ux = 0, uy = 0, rz = 0;        // m, m, rad
    double reactionX = 0, reactionY = 0;  // N on the bridge; 0 where it is free
};

struct MemberState {
    double axial = 0;                      // N, tension > 0
    double momentFrom = 0, momentTo = 0;   // N m on the ends; 0 with pinned joints
    double utilisation = 0;                // 1: fails
    FailureMode mode = FailureMode::none;  // what governs the utilisation; none without load
};

// Strength of a bundle whose strands have strength 1 on average: the brittle strands share the
// force equally until the weakest arrangement gives way, max over k of (n - k) σ_(k) / n with σ
// sorted (Daniels 1945). Each σ is drawn from a Weibull distribution in a stream of the member's
// own name: no other member changes it.
double drawBundle(double weibullModulus, int strands, uint64_t seed, std::string_view member);

// What a strand of this length has on average: the size effect (V0/V)^(1/m), V0 = 250 mm.
double meanStrength(const BridgeMaterial& material, double length);

class BridgeStatics {
public:
    // Sections, lengths and mass: all that may be asked of a drawing that is not sound.
    void measure(const Bridge& bridge, const BridgeMaterial& material,
                 const std::vector<int>& strands, uint64_t seed);
    // Of a sound drawing; strands: one number a member. Errors: bridge.mechanism {node, direction:
    // "x"|"y"|"r"} and bridge.unsolvable; then nothing may be asked but what measure() gives.
    Status build(const Bridge& bridge, const BridgeMaterial& material,
                 const std::vector<int>& strands, uint64_t seed);
    bool ok() const { return ok_; }

    double mass() const { return mass_; }  // kg, spaghetti and glue
    const std::vector<Section>& sections() const { return sections_; }
    const std::vector<double>& lengths() const { return lengths_; }      // m
    const std::vector<double>& strengths() const { return strengths_; }  // Pa, in tension

    std::vector<NodeState> nodes(double load) const;  // N at the load node
    std::vector<MemberState> members(double load) const;
    double sag(double load) const;  // m, largest deflection downwards

    // The first failure when the load grows from 0.
    double breakingLoad() const { return breakingLoad_; }
    int breakingMember() const { return breakingMember_; }
    FailureMode breakingMode() const { return breakingMode_; }

private:
    // Part of the strength that one member uses in one mode: a straight line in the load, as
    // stress from the axial force and stress from bending.
    struct Check {
        int member;
        FailureMode mode;  // where the axial part is the larger one
        double own, perNewton, ownMoment, perNewtonMoment;
        double axial(double load) const;
        double bending(double load) const;
        double at(double load) const;
        FailureMode named(double load) const;
    };
    Frame frame(const Bridge& bridge, const BridgeMaterial& material) const;
    // Drawing is the dear part of an edit: it is done once a member and number of strands.
    double drawn(double weibullModulus, int strands, uint64_t seed, const std::string& member);
    void weigh(const Bridge& bridge, const BridgeMaterial& material);
    void addChecks(int member, const BridgeMaterial& material);
    void findBreakingLoad();

    FrameSolver solver_;  // keeps its symbolic factorisation while the connectivity stays
    std::map<std::pair<std::string, int>, double> drawn_;
    std::pair<uint64_t, double> drawnFor_{0, 0};  // seed and modulus
    bool ok_ = false;
    double mass_ = 0;
    std::vector<Section> sections_;
    std::vector<double> lengths_, strengths_;
    std::vector<FrameLoad> ownLoads_;
    FrameSolution own_, unit_;  // self weight alone; 1 N downwards alone
    std::vector<Check> checks_;
    double breakingLoad_ = 0;
    int breakingMember_ = -1;
    FailureMode breakingMode_ = FailureMode::none;
};

}  // namespace pt
