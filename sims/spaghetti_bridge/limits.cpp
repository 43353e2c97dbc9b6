#include "sims/spaghetti_bridge/limits.h"

#include <cmath>

namespace pt {
namespace {

void addEdges(std::vector<Limit>& limits, int member, const MemberStrength& strength,
              const BridgeMaterial& material, End end, double side) {
    for (const bool pulled : {true, false}) {
        const double stress = pulled ? strength.tension : material.crushingStrength;
        const double force = (pulled ? 1 : -1) * strength.section.area * stress;
        limits.push_back({member, pulled ? FailureMode::tension : FailureMode::crushing, end, force,
                          side * strength.section.modulus * stress});
    }
}

}  // namespace

double Limit::bendingPart(const MemberForces& forces) const {
    if (end == End::none) return 0;
    return (end == End::from ? forces.momentFrom : forces.momentTo) / moment;
}

FailureMode namedMode(const Limit& limit, double axialPart, double bendingPart) {
    if (limit.mode == FailureMode::joint) return FailureMode::joint;
    return bendingPart > std::fabs(axialPart) ? FailureMode::bending : limit.mode;
}

void addLimits(std::vector<Limit>& limits, int member, const MemberStrength& strength,
               const BridgeMaterial& material) {
    limits.push_back({member, FailureMode::buckling, End::none, -strength.critical, 1});
    if (material.joints == Joints::pinned)
        return addEdges(limits, member, strength, material, End::none, 1);
    for (const double side : {1.0, -1.0})
        for (const End end : {End::from, End::to})
            addEdges(limits, member, strength, material, end, side);
    if (material.joints != Joints::glued) return;
    const double turning = material.jointStrength * strength.section.width / 2;
    for (const double pull : {1.0, -1.0})
        for (const double side : {1.0, -1.0})
            for (const End end : {End::from, End::to})
                limits.push_back({member, FailureMode::joint, end, pull * material.jointStrength,
                                  side * turning});
}

}  // namespace pt
