#include "sims/spaghetti_bridge/bracing.h"

#include "engine/core/math.h"
#include "sims/spaghetti_bridge/roles.h"

namespace pt {

std::vector<BracingBar> bracingBars(const Bridge& bridge, const BridgeMaterial& material) {
    std::vector<BracingBar> bars;
    if (material.planes < 2 || material.bracing == Bracing::none) return bars;
    for (size_t n = 0; n < bridge.nodes.size(); ++n)
        bars.push_back({static_cast<int>(n), static_cast<int>(n), material.width});
    if (material.bracing != Bracing::cross) return bars;
    const std::vector<Place> places = memberPlaces(bridge);
    for (size_t i = 0; i < places.size(); ++i) {
        if (places[i] != Place::bottom && places[i] != Place::top) continue;
        const BridgeMember& member = bridge.members[i];
        const BridgeNode &a = bridge.nodes[member.from], &b = bridge.nodes[member.to];
        const double along = math::hypot(b.x - a.x, b.y - a.y);
        const double length = math::hypot(along, material.width);
        bars.push_back({member.from, member.to, length});
        bars.push_back({member.to, member.from, length});
    }
    return bars;
}

double barMass(const BracingBar& bar, const BridgeMaterial& material) {
    return section(material.outline()).area * bar.length * material.density + 2 * material.glueMass;
}

}  // namespace pt
