// The shape in which the bridge buckles first, to look at.
#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/core/math.h"
#include "engine/numerics/frame_subdivide.h"
#include "sims/spaghetti_bridge/statics.h"

namespace pt {
namespace {

constexpr int parts = 4;

glm::dvec2 at(const Bridge& bridge, int node) {
    return {bridge.nodes[node].x, bridge.nodes[node].y};
}

// Half a sine wave on one member with hinged ends.
BuckledMember bow(glm::dvec2 from, glm::dvec2 to) {
    const glm::dvec2 along = to - from;
    const double length = math::hypot(along.x, along.y);
    BuckledMember points{};
    for (int i = 0; i <= parts; ++i)
        points[i] = math::sin(math::pi * i / parts) / length * glm::dvec2(-along.y, along.x);
    return points;
}

// The shape of the frame whose members were divided: the nodes between follow member by member.
std::vector<BuckledMember> shapeOf(const Frame& structure, const std::vector<int>& carrying,
                                   size_t members, const BucklingMode& mode) {
    std::vector<BuckledMember> shape(members, BuckledMember{});
    double largest = 0;
    const auto moved = [&](size_t node) {
        const glm::dvec2 by(mode.shape[node][0], mode.shape[node][1]);
        largest = std::max(largest, math::hypot(by.x, by.y));
        return by;
    };
    for (size_t k = 0; k < carrying.size(); ++k) {
        BuckledMember& points = shape[carrying[k]];
        points[0] = moved(structure.members[k].from);
        points[parts] = moved(structure.members[k].to);
        for (size_t i = 1; i < parts; ++i)
            points[i] = moved(structure.nodes.size() + k * (parts - 1) + i - 1);
    }
    if (largest > 0)
        for (BuckledMember& member : shape)
            for (glm::dvec2& point : member) point /= largest;
    return shape;
}

}  // namespace

BridgeBuckling BridgeStatics::buckling(const Bridge& bridge) const {
    BridgeBuckling result;
    result.length = whole_.length;
    result.load = std::numeric_limits<double>::infinity();
    result.shape.assign(bridge.members.size(), BuckledMember{});
    for (const Limit& limit : limits_) {
        if (limit.mode != FailureMode::buckling) continue;
        const double slope = limit.axialPart(unit_.forces[limit.member]);
        if (slope <= 0) continue;
        const double load = (1 - limit.axialPart(own_.forces[limit.member])) / slope;
        if (load >= result.load * (1 - 1e-9)) continue;
        result.load = load;
        result.member = limit.member;
    }
    if (result.member < 0) return result;
    const BridgeMember& member = bridge.members[result.member];
    result.shape[result.member] = bow(at(bridge, member.from), at(bridge, member.to));
    if (structure_.members.front().truss || carrying_.size() > largestBuckled) return result;

    Frame frame = structure_;
    frame.loads = ownLoads_;
    for (const FrameLoad& load : unitLoads_)
        frame.loads.push_back({load.node, 0, result.load * load.fy, 0});
    FrameSolver solver;
    const Result<BucklingMode> mode = solver.buckling(subdivided(frame, parts), 1);
    if (mode.ok() && !mode.value().shape.empty() && std::isfinite(mode.value().factor))
        result.shape = shapeOf(structure_, carrying_, bridge.members.size(), mode.value());
    return result;
}

}  // namespace pt
