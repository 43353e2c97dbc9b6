#include "sims/spaghetti_bridge/statics.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

#include "engine/core/math.h"
#include "engine/core/rng.h"
#include "sims/spaghetti_bridge/design_check.h"

namespace pt {
namespace {

constexpr double referenceLength = 0.25;  // m, of the strand whose strength is given

// Γ(x), x >= 1: Stirling's series at x + 10, then down by Γ(x) = Γ(x + 1)/x.
double gammaFunction(double x) {
    double product = 1;
    for (int i = 0; i < 10; ++i) product *= x + i;
    const double z = x + 10, z2 = z * z;
    const double series = (1.0 / 12 - (1.0 / 360 - (1.0 / 1260 - 1.0 / 1680 / z2) / z2) / z2) / z;
    const double log = (z - 0.5) * math::log(z) - z + 0.5 * math::log(2 * math::pi) + series;
    return math::exp(log) / product;
}

Error refusal(const Bridge& bridge, const Error& error) {
    if (error.key != "frame.mechanism") return {"bridge.unsolvable", "", {}};
    Args args = error.args;
    for (Arg& arg : args)
        if (arg.name == "node") arg.value = bridge.nodes[std::stoul(arg.value)].id;
    return {"bridge.mechanism", "", std::move(args)};
}

}  // namespace

double drawBundle(double weibullModulus, int strands, uint64_t seed, std::string_view member) {
    const double scale = 1 / gammaFunction(1 + 1 / weibullModulus);
    Rng random(seed, "strength " + std::string(member));
    std::vector<double> drawn;
    for (int i = 0; i < strands; ++i) drawn.push_back(random.weibull(weibullModulus, scale));
    std::sort(drawn.begin(), drawn.end());
    double best = 0;
    for (int k = 0; k < strands; ++k) best = std::max(best, drawn[k] * (strands - k) / strands);
    return best;
}

double meanStrength(const BridgeMaterial& material, double length) {
    return material.tensileStrength *
           math::pow(referenceLength / length, 1 / material.weibullModulus);
}

double BridgeStatics::drawn(double weibullModulus, int strands, uint64_t seed,
                            const std::string& member) {
    if (drawnFor_ != std::pair(seed, weibullModulus)) {
        drawn_.clear();
        drawnFor_ = {seed, weibullModulus};
    }
    const auto [entry, isNew] = drawn_.try_emplace({member, strands}, 0);
    if (isNew) entry->second = drawBundle(weibullModulus, strands, seed, member);
    return entry->second;
}

Frame BridgeStatics::frame(const Bridge& bridge, const BridgeMaterial& material) const {
    Frame frame;
    for (const BridgeNode& node : bridge.nodes)
        frame.nodes.push_back(
            {node.x, node.y, node.support == Support::pin, node.support != Support::none, false});
    for (size_t i = 0; i < bridge.members.size(); ++i) {
        FrameMember member;
        member.from = bridge.members[i].from;
        member.to = bridge.members[i].to;
        member.E = material.E;
        member.A = sections_[i].area;
        member.I = sections_[i].inertia;
        member.truss = material.joints == Joints::pinned;
        frame.members.push_back(member);
    }
    return frame;
}

// Half of each member's weight and one drop of glue hang at each node.
void BridgeStatics::weigh(const Bridge& bridge, const BridgeMaterial& material) {
    std::vector<double> masses(bridge.nodes.size(), material.glueMass);
    for (size_t i = 0; i < bridge.members.size(); ++i) {
        const double half = sections_[i].area * lengths_[i] * material.density / 2;
        masses[bridge.members[i].from] += half;
        masses[bridge.members[i].to] += half;
    }
    mass_ = 0;
    ownLoads_.clear();
    for (size_t n = 0; n < masses.size(); ++n) {
        mass_ += masses[n];
        ownLoads_.push_back({static_cast<int>(n), 0, -masses[n] * gravity, 0});
    }
}

void BridgeStatics::measure(const Bridge& bridge, const BridgeMaterial& material,
                            const std::vector<int>& strands, uint64_t seed) {
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
        sections_.push_back(bundle(strands[i], material.strandDiameter, bonded));
        strengths_.push_back(meanStrength(material, std::max(lengths_[i], shortestMember)) *
                             drawn(material.weibullModulus, strands[i], seed, member.id));
    }
    weigh(bridge, material);
}

Status BridgeStatics::build(const Bridge& bridge, const BridgeMaterial& material,
                            const std::vector<int>& strands, uint64_t seed) {
    measure(bridge, material, strands, seed);
    Frame structure = frame(bridge, material);
    structure.loads = ownLoads_;
    Result<FrameSolution> own = solver_.solve(structure);
    if (!own.ok()) return refusal(bridge, own.error());
    structure.loads.clear();
    for (const int node : bridge.loads)
        structure.loads.push_back({node, 0, -1.0 / static_cast<double>(bridge.loads.size()), 0});
    Result<FrameSolution> unit = solver_.solveLoads(structure);
    if (!unit.ok()) return refusal(bridge, unit.error());
    own_ = std::move(own.value());
    unit_ = std::move(unit.value());

    checks_.clear();
    for (size_t i = 0; i < bridge.members.size(); ++i) addChecks(static_cast<int>(i), material);
    findBreakingLoad();
    ok_ = true;
    return Ok{};
}

void BridgeStatics::addChecks(int member, const BridgeMaterial& material) {
    const Section& section = sections_[member];
    const MemberForces &own = own_.forces[member], &unit = unit_.forces[member];
    const double buckling = eulerLoad(material.E, section.inertia, lengths_[member], 1);
    checks_.push_back(
        {member, FailureMode::buckling, -own.axial / buckling, -unit.axial / buckling, 0, 0});
    const auto edges = [&](double ownMoment, double unitMoment) {
        for (const bool pulled : {true, false}) {
            const double strength = pulled ? strengths_[member] : material.crushingStrength;
            const double area = (pulled ? 1 : -1) * section.area * strength;
            const double modulus = section.modulus * strength;
            checks_.push_back({member, pulled ? FailureMode::tension : FailureMode::crushing,
                               own.axial / area, unit.axial / area, ownMoment / modulus,
                               unitMoment / modulus});
        }
    };
    if (material.joints == Joints::pinned) return edges(0, 0);
    for (const double side : {1.0, -1.0}) {
        edges(side * own.momentFrom, side * unit.momentFrom);
        edges(side * own.momentTo, side * unit.momentTo);
    }
}

double BridgeStatics::Check::axial(double load) const { return own + load * perNewton; }
double BridgeStatics::Check::bending(double load) const {
    return ownMoment + load * perNewtonMoment;
}
double BridgeStatics::Check::at(double load) const { return axial(load) + bending(load); }

FailureMode BridgeStatics::Check::named(double load) const {
    return bending(load) > std::fabs(axial(load)) ? FailureMode::bending : mode;
}

void BridgeStatics::findBreakingLoad() {
    breakingLoad_ = std::numeric_limits<double>::infinity();
    breakingMember_ = -1;
    breakingMode_ = FailureMode::none;
    for (const Check& check : checks_) {
        const double slope = check.perNewton + check.perNewtonMoment, start = check.at(0);
        if (start < 1 && slope <= 0) continue;
        const double load = start >= 1 ? 0 : (1 - start) / slope;
        // Of members that are equal but for rounding (a symmetric bridge) the first one fails.
        if (load >= breakingLoad_ * (1 - 1e-9)) continue;
        breakingLoad_ = load;
        breakingMember_ = check.member;
        breakingMode_ = check.named(load);
    }
}

std::vector<NodeState> BridgeStatics::nodes(double load) const {
    std::vector<NodeState> states(own_.displacements.size());
    for (size_t n = 0; n < states.size(); ++n) {
        const auto sum = [&](const auto& own, const auto& unit, size_t d) {
            return own[n][d] + load * unit[n][d];
        };
        states[n] = {sum(own_.displacements, unit_.displacements, 0),
                     sum(own_.displacements, unit_.displacements, 1),
                     sum(own_.displacements, unit_.displacements, 2),
                     sum(own_.reactions, unit_.reactions, 0),
                     sum(own_.reactions, unit_.reactions, 1)};
    }
    return states;
}

std::vector<MemberState> BridgeStatics::members(double load) const {
    std::vector<MemberState> states(own_.forces.size());
    for (size_t i = 0; i < states.size(); ++i) {
        const MemberForces &own = own_.forces[i], &unit = unit_.forces[i];
        states[i].axial = own.axial + load * unit.axial;
        states[i].momentFrom = own.momentFrom + load * unit.momentFrom;
        states[i].momentTo = own.momentTo + load * unit.momentTo;
    }
    for (const Check& check : checks_) {
        MemberState& state = states[check.member];
        const double utilisation = check.at(load);
        if (utilisation <= state.utilisation) continue;
        state.utilisation = utilisation;
        state.mode = check.named(load);
    }
    return states;
}

double BridgeStatics::sag(double load) const {
    double lowest = 0;
    for (size_t n = 0; n < own_.displacements.size(); ++n)
        lowest = std::min(lowest, own_.displacements[n][1] + load * unit_.displacements[n][1]);
    return -lowest;
}

}  // namespace pt
