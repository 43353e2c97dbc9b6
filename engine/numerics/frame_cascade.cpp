#include "engine/numerics/frame_cascade.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

namespace pt {
namespace {

constexpr double tie = 1e-9;

bool carriesLoad(const FrameMember& member) { return member.qx != 0 || member.qy != 0; }

// Nothing but members holds it.
bool isFree(const FrameNode& node) { return !node.fixX && !node.fixY && !node.fixR; }

std::vector<bool> loadedNodes(const Frame& frame) {
    std::vector<bool> loaded(frame.nodes.size(), false);
    for (const FrameLoad& load : frame.loads)
        if (load.fx != 0 || load.fy != 0 || load.m != 0)
            loaded[static_cast<size_t>(load.node)] = true;
    return loaded;
}

// Unloaded bars that hang from one end carry nothing: taken away, and what hung from them.
std::vector<bool> takingPart(const Frame& frame, const std::vector<bool>& left) {
    const std::vector<bool> loaded = loadedNodes(frame);
    std::vector<bool> part = left;
    for (bool again = true; again;) {
        again = false;
        std::vector<int> count(frame.nodes.size(), 0);
        for (size_t m = 0; m < part.size(); ++m)
            if (part[m])
                for (const int node : {frame.members[m].from, frame.members[m].to})
                    ++count[static_cast<size_t>(node)];
        for (size_t m = 0; m < part.size(); ++m) {
            const FrameMember& member = frame.members[m];
            if (!part[m] || !member.truss || carriesLoad(member)) continue;
            for (const int end : {member.from, member.to}) {
                const size_t n = static_cast<size_t>(end);
                if (count[n] != 1 || loaded[n] || !isFree(frame.nodes[n])) continue;
                part[m] = false;
                again = true;
            }
        }
    }
    return part;
}

// Holds the unloaded nodes that no member meets any more: they have fallen. A loaded one stays
// free, so that the solver finds no equilibrium for it.
Frame restOf(const Frame& frame, const std::vector<bool>& part) {
    Frame rest = frame;
    rest.members.clear();
    std::vector<bool> met(frame.nodes.size(), false);
    for (size_t m = 0; m < part.size(); ++m) {
        if (!part[m]) continue;
        rest.members.push_back(frame.members[m]);
        met[static_cast<size_t>(frame.members[m].from)] = true;
        met[static_cast<size_t>(frame.members[m].to)] = true;
    }
    const std::vector<bool> loaded = loadedNodes(frame);
    for (size_t n = 0; n < rest.nodes.size(); ++n)
        if (!met[n] && !loaded[n]) rest.nodes[n].fixX = rest.nodes[n].fixY = true;
    return rest;
}

// Axial forces for the loads once; empty when nothing balances them.
std::vector<double> axialForces(const Frame& frame, const std::vector<bool>& left) {
    const std::vector<bool> part = takingPart(frame, left);
    FrameSolver solver;
    const Result<FrameSolution> solved = solver.solve(restOf(frame, part));
    if (!solved.ok()) return {};
    std::vector<double> axial(frame.members.size(), 0);
    size_t next = 0;
    for (size_t m = 0; m < part.size(); ++m)
        if (part[m]) axial[m] = solved.value().forces[next++].axial;
    return axial;
}

double strength(const BrittleStrength& member, double axial) {
    return axial > 0 ? member.tension : std::min(member.compression, member.critical);
}

BrittleMode modeOf(const BrittleStrength& member, double axial) {
    if (axial > 0) return BrittleMode::tension;
    return member.critical < member.compression ? BrittleMode::buckling : BrittleMode::compression;
}

struct Worst {
    double utilisation = 0;  // under the loads once
    std::vector<size_t> members;
};

Worst worst(const std::vector<double>& axial, const std::vector<BrittleStrength>& strengths) {
    Worst found;
    const auto use = [&](size_t m) {
        return std::fabs(axial[m]) / strength(strengths[m], axial[m]);
    };
    for (size_t m = 0; m < axial.size(); ++m)
        found.utilisation = std::max(found.utilisation, use(m));
    for (size_t m = 0; m < axial.size() && found.utilisation > 0; ++m)
        if (use(m) >= (1 - tie) * found.utilisation) found.members.push_back(m);
    return found;
}

std::vector<double> times(std::vector<double> forces, double factor) {
    for (double& force : forces) force *= factor;
    return forces;
}

Status checkStrengths(const Frame& frame, const std::vector<BrittleStrength>& strengths) {
    for (size_t m = 0; m < frame.members.size(); ++m) {
        const bool given = m < strengths.size() && strengths[m].tension > 0 &&
                           strengths[m].compression > 0 && strengths[m].critical > 0;
        if (!given) return Error{"frame.bad_strength", "", {{"member", std::to_string(m)}}};
    }
    return Ok{};
}

// One failure under `load`; false when the rest cannot stand.
bool addStage(BrittleCascade& cascade, const Frame& frame, const std::vector<size_t>& broken,
              const std::vector<BrittleStrength>& strengths, std::vector<double>& axial) {
    const double load = cascade.firstFailure;
    BrittleStage stage;
    stage.before = times(axial, load);
    for (const size_t m : broken) {
        stage.failed.push_back({m, modeOf(strengths[m], axial[m]), stage.before[m]});
        cascade.left[m] = false;
    }
    axial = axialForces(frame, cascade.left);
    const bool stands = !axial.empty();
    stage.after = stands ? times(axial, load) : std::vector<double>(frame.members.size(), 0);
    if (stands) stage.capacity = 1 / worst(axial, strengths).utilisation;
    cascade.stages.push_back(std::move(stage));
    return stands;
}

}  // namespace

Result<BrittleCascade> brittleCascade(const Frame& frame,
                                      const std::vector<BrittleStrength>& strengths) {
    FrameSolver solver;
    const Result<FrameSolution> whole = solver.solve(frame);
    if (!whole.ok()) return whole.error();
    if (Status status = checkStrengths(frame, strengths); !status.ok()) return status.error();
    std::vector<double> axial;
    for (const MemberForces& member : whole.value().forces) axial.push_back(member.axial);

    BrittleCascade cascade;
    cascade.left.assign(frame.members.size(), true);
    Worst next = worst(axial, strengths);
    cascade.firstFailure = 1 / next.utilisation;
    while (next.utilisation * cascade.firstFailure >= 1 - tie) {
        if (!addStage(cascade, frame, next.members, strengths, axial)) {
            cascade.collapse = true;
            break;
        }
        next = worst(axial, strengths);
    }
    return cascade;
}

}  // namespace pt
