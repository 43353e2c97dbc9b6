#include "sims/spaghetti_bridge/statics.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "engine/core/math.h"
#include "sims/spaghetti_bridge/bracing.h"
#include "sims/spaghetti_bridge/deck.h"
#include "sims/spaghetti_bridge/design_check.h"
#include "sims/spaghetti_bridge/superpose.h"

namespace pt {
namespace {

Error refusal(const Bridge& bridge, const Error& error) {
    if (error.key != "frame.mechanism") return {"bridge.unsolvable", "", {}};
    Args args = error.args;
    for (Arg& arg : args)
        if (arg.name == "node") arg.value = bridge.nodes[std::stoul(arg.value)].id;
    return {"bridge.mechanism", "", std::move(args)};
}

Section thickened(const BridgeMaterial& material, int strands, bool bonded, double thickness) {
    StrandOutline outline = material.outline();
    outline.width *= thickness;
    outline.thickness *= thickness;
    return bundle(outline, strands, bonded);
}

}  // namespace

void BridgeStatics::measure(const BridgeInput& input) {
    const Bridge& bridge = input.bridge;
    const BridgeMaterial& material = input.material;
    ok_ = false;
    sections_.clear();
    lengths_.clear();
    strengths_.clear();
    for (size_t i = 0; i < bridge.members.size(); ++i) {
        const BridgeMember& member = bridge.members[i];
        const BridgeNode &a = bridge.nodes[member.from], &b = bridge.nodes[member.to];
        const double dx = b.x - a.x, dy = b.y - a.y;
        lengths_.push_back(std::sqrt(dx * dx + dy * dy));
        const bool bonded =
            member.bond == Bond::asBridge ? material.bonded : member.bond == Bond::bonded;
        const int count = input.strands[i];
        sections_.push_back(thickened(material, count, bonded,
                                      drawThickness(material, count, input.seed, member.id)));
        strengths_.push_back(meanStrength(material, std::max(lengths_[i], shortestMember)) *
                             draws_.of(material, count, input.seed, member.id));
    }
    weigh(bridge, material);
}

// Half of each member's weight and one drop of glue hang at each node, and half of each bar's
// weight on either plane.
void BridgeStatics::weigh(const Bridge& bridge, const BridgeMaterial& material) {
    std::vector<double> masses(bridge.nodes.size(), material.glueMass);
    for (size_t i = 0; i < bridge.members.size(); ++i) {
        const double half = sections_[i].area * lengths_[i] * material.density / 2;
        masses[bridge.members[i].from] += half;
        masses[bridge.members[i].to] += half;
    }
    for (const BracingBar& bar : bracingBars(bridge, material)) {
        const double quarter = barMass(bar, material) / 4;
        masses[bar.from] += quarter;
        masses[bar.to] += quarter;
    }
    double plane = 0;
    ownLoads_.clear();
    for (size_t n = 0; n < masses.size(); ++n) {
        plane += masses[n];
        ownLoads_.push_back({static_cast<int>(n), 0, -masses[n] * gravity, 0});
    }
    mass_ = plane * material.planes;
}

// A bar that only a hinge holds falls down, and may leave the next one so.
void BridgeStatics::leaveOut(const Bridge& bridge, const BridgeMaterial& material,
                             const std::vector<bool>& lost) {
    std::vector<bool> carries(bridge.members.size(), true);
    std::vector<int> meeting(bridge.nodes.size(), 0);
    const auto drop = [&](size_t i) {
        carries[i] = false;
        --meeting[bridge.members[i].from];
        --meeting[bridge.members[i].to];
    };
    for (const BridgeMember& member : bridge.members) {
        ++meeting[member.from];
        ++meeting[member.to];
    }
    for (size_t i = 0; i < lost.size(); ++i)
        if (lost[i]) drop(i);
    const auto dangles = [&](int node) {
        return meeting[node] == 1 && bridge.nodes[node].support == Support::none &&
               std::find(bridge.loads.begin(), bridge.loads.end(), node) == bridge.loads.end();
    };
    bool changed = !lost.empty() && material.joints == Joints::pinned;
    while (changed) {
        changed = false;
        for (size_t i = 0; i < carries.size(); ++i) {
            if (!carries[i] || !(dangles(bridge.members[i].from) || dangles(bridge.members[i].to)))
                continue;
            drop(i);
            changed = true;
        }
    }
    carrying_.clear();
    for (size_t i = 0; i < carries.size(); ++i)
        if (carries[i]) carrying_.push_back(static_cast<int>(i));
    idleNode_.assign(bridge.nodes.size(), false);
    for (size_t n = 0; n < meeting.size(); ++n) idleNode_[n] = !lost.empty() && meeting[n] == 0;
}

Frame BridgeStatics::frame(const Bridge& bridge, const BridgeMaterial& material) {
    Frame frame;
    for (size_t n = 0; n < bridge.nodes.size(); ++n) {
        const BridgeNode& node = bridge.nodes[n];
        const bool idle = idleNode_[n];
        frame.nodes.push_back({node.x, node.y, idle || node.support == Support::pin,
                               idle || node.support != Support::none, idle});
        if (idle) ownLoads_[n].fy = 0;
    }
    for (const int i : carrying_) {
        FrameMember member;
        member.from = bridge.members[i].from;
        member.to = bridge.members[i].to;
        member.E = material.E;
        member.A = sections_[i].area;
        member.I = sections_[i].inertia;
        member.truss = material.joints == Joints::pinned;
        if (material.joints == Joints::glued)
            member.springFrom = member.springTo = material.jointStiffness;
        frame.members.push_back(member);
    }
    return frame;
}

Result<FrameSolution> BridgeStatics::solved(std::vector<FrameLoad> loads, bool first) {
    structure_.loads = std::move(loads);
    Result<FrameSolution> solution =
        first ? solver_.solve(structure_) : solver_.solveLoads(structure_);
    if (!solution.ok()) return solution;
    std::vector<MemberForces> all(lengths_.size());
    for (size_t k = 0; k < carrying_.size(); ++k) all[carrying_[k]] = solution.value().forces[k];
    solution.value().forces = std::move(all);
    return solution;
}

Status BridgeStatics::build(const BridgeInput& input, const std::vector<bool>& lost) {
    const Bridge& bridge = input.bridge;
    const BridgeMaterial& material = input.material;
    measure(input);
    planes_ = material.planes;
    leaveOut(bridge, material, lost);
    structure_ = frame(bridge, material);
    Result<FrameSolution> own = solved(ownLoads_, true);
    if (!own.ok()) return refusal(bridge, own.error());
    own_ = std::move(own.value());
    euler_.clear();
    for (size_t i = 0; i < lengths_.size(); ++i)
        euler_.push_back(eulerLoad(material.E, sections_[i].inertia, lengths_[i], 1));
    whole_ = {};
    deck_.clear();
    cases_.clear();
    if (input.wheelbase) {
        wheelbase_ = *input.wheelbase;
        if (Status rolls = solveDeck(bridge); !rolls.ok()) return rolls;
        strengthen(material);
        placeCart();
    } else if (Status hangs = solveHung(bridge); !hangs.ok()) {
        return hangs;
    }
    if (material.joints != Joints::pinned && carrying_.size() <= largestBuckled)
        whole_ = wholeCritical();
    strengthen(material);
    if (input.wheelbase)
        placeCart();
    else
        findBreakingLoad();
    ok_ = true;
    return Ok{};
}

CriticalLoad BridgeStatics::wholeCritical() {
    std::vector<double> euler;
    FrameSolution own, unit;
    for (const int i : carrying_) {
        euler.push_back(euler_[i]);
        own.forces.push_back(own_.forces[i]);
        unit.forces.push_back(unit_.forces[i]);
    }
    if (known_)
        return known_->of(wholeSolver_, structure_, ownLoads_, unitLoads_, own, unit, euler);
    return criticalLoad(wholeSolver_, structure_, ownLoads_, unitLoads_, own, unit, euler);
}

void BridgeStatics::setUnit(std::vector<FrameLoad> loads, FrameSolution solution) {
    unitLoads_ = std::move(loads);
    unit_ = std::move(solution);
}

Status BridgeStatics::solveHung(const Bridge& bridge) {
    std::vector<FrameLoad> loads;
    const double share =
        1.0 / planes_ / static_cast<double>(std::max<size_t>(bridge.loads.size(), 1));
    for (const int node : bridge.loads) {
        if (idleNode_[node])
            return Error{"bridge.mechanism", "", {{"node", bridge.nodes[node].id}}};
        loads.push_back({node, 0, -share, 0});
    }
    Result<FrameSolution> unit = solved(loads);
    if (!unit.ok()) return refusal(bridge, unit.error());
    setUnit(std::move(loads), std::move(unit.value()));
    return Ok{};
}

Status BridgeStatics::solveDeck(const Bridge& bridge) {
    deck_ = deckPath(bridge);
    if (deck_.empty()) return Error{"bridge.no_deck", "", {}};
    deckX_.clear();
    for (const int node : deck_) {
        deckX_.push_back(bridge.nodes[node].x);
        Result<FrameSolution> one = solved({{node, 0, idleNode_[node] ? 0 : -1.0 / planes_, 0}});
        if (!one.ok()) return refusal(bridge, one.error());
        cases_.push_back(std::move(one.value()));
    }
    return Ok{};
}

// Forces in a member are largest with an axle on a node: those places are tried.
void BridgeStatics::placeCart() {
    std::vector<double> places = deckX_;
    for (const double x : deckX_) places.push_back(x + wheelbase_);
    double worst = std::numeric_limits<double>::infinity(), worstAt = places.front();
    const auto stand = [&](double x) {
        const BridgeLoad one = cart(1, x);
        FrameSolution sum = cases_.front();
        superpose(sum, cases_.front(), -1);
        std::vector<FrameLoad> loads;
        for (size_t k = 0; k < deck_.size(); ++k) {
            if (one.deck[k] == 0) continue;
            superpose(sum, cases_[k], one.deck[k]);
            loads.push_back({deck_[k], 0, -one.deck[k] / planes_, 0});
        }
        setUnit(std::move(loads), std::move(sum));
        findBreakingLoad();
    };
    for (const double x : places) {
        stand(x);
        if (breakingLoad_ >= worst * (1 - 1e-9)) continue;
        worst = breakingLoad_;
        worstAt = x;
    }
    stand(worstAt);
    worstPlace_ = worstAt;
}

void BridgeStatics::strengthen(const BridgeMaterial& material) {
    limits_.clear();
    critical_.clear();
    for (const double euler : euler_) critical_.push_back(euler / (whole_.length * whole_.length));
    for (const int i : carrying_)
        addLimits(limits_, i, {sections_[i], strengths_[i], critical_[i]}, material);
}

void BridgeStatics::findBreakingLoad() {
    breakingLoad_ = std::numeric_limits<double>::infinity();
    breakingMember_ = -1;
    breakingMode_ = FailureMode::none;
    for (const Limit& limit : limits_) {
        const MemberForces &own = own_.forces[limit.member], &unit = unit_.forces[limit.member];
        const double ownAxial = limit.axialPart(own), perAxial = limit.axialPart(unit);
        const double ownBending = limit.bendingPart(own), perBending = limit.bendingPart(unit);
        const double slope = perAxial + perBending, start = ownAxial + ownBending;
        if (start < 1 && slope <= 0) continue;
        const double load = start >= 1 ? 0 : (1 - start) / slope;
        // Of members that are equal but for rounding (a symmetric bridge) the first one fails.
        if (load >= breakingLoad_ * (1 - 1e-9)) continue;
        breakingLoad_ = load;
        breakingMember_ = limit.member;
        breakingMode_ =
            namedMode(limit, ownAxial + load * perAxial, ownBending + load * perBending);
    }
}

FrameSolution BridgeStatics::under(const BridgeLoad& load) const {
    FrameSolution sum = own_;
    if (load.hung != 0) superpose(sum, unit_, load.hung);
    for (size_t k = 0; k < load.deck.size(); ++k)
        if (load.deck[k] != 0) superpose(sum, cases_[k], load.deck[k]);
    return sum;
}

std::vector<NodeState> BridgeStatics::nodes(const BridgeLoad& load) const {
    const FrameSolution sum = under(load);
    std::vector<NodeState> states(sum.displacements.size());
    for (size_t n = 0; n < states.size(); ++n) {
        const auto& moved = sum.displacements[n];
        states[n] = {moved[0], moved[1], moved[2], sum.reactions[n][0], sum.reactions[n][1]};
    }
    return states;
}

std::vector<MemberState> BridgeStatics::members(const BridgeLoad& load) const {
    const FrameSolution sum = under(load);
    std::vector<MemberState> states(sum.forces.size());
    for (size_t i = 0; i < states.size(); ++i) {
        states[i].axial = sum.forces[i].axial;
        states[i].momentFrom = sum.forces[i].momentFrom;
        states[i].momentTo = sum.forces[i].momentTo;
    }
    for (const Limit& limit : limits_) {
        MemberState& state = states[limit.member];
        const double axial = limit.axialPart(sum.forces[limit.member]);
        const double bending = limit.bendingPart(sum.forces[limit.member]);
        if (axial + bending <= state.utilisation) continue;
        state.utilisation = axial + bending;
        state.mode = namedMode(limit, axial, bending);
    }
    return states;
}

double BridgeStatics::sag(const BridgeLoad& load) const {
    double lowest = 0;
    for (const NodeState& node : nodes(load)) lowest = std::min(lowest, node.uy);
    return -lowest;
}

BridgeLoad BridgeStatics::cart(double weight, double x) const {
    BridgeLoad load;
    load.deck.assign(deck_.size(), 0);
    for (const double axle : {x, x - wheelbase_})
        for (const auto& [node, share] : deckShares(deckX_, axle))
            load.deck[node] += share * weight / 2;
    return load;
}

std::vector<double> BridgeStatics::influence(int member) const {
    std::vector<double> forces;
    for (const FrameSolution& one : cases_) forces.push_back(one.forces[member].axial);
    return forces;
}

}  // namespace pt
