#include "sims/spaghetti_bridge/roles.h"

#include <cmath>

namespace pt {
namespace {

constexpr double level = 0.5, steep = 3;  // slopes
constexpr double apart = 1e-6;            // m

struct Sides {
    bool above = false, below = false;
};

// Whether other members cross the vertical line through a member's middle.
Sides around(const Bridge& bridge, size_t index) {
    const auto node = [&](int i) -> const BridgeNode& { return bridge.nodes[i]; };
    const BridgeMember& own = bridge.members[index];
    const double x = (node(own.from).x + node(own.to).x) / 2;
    const double y = (node(own.from).y + node(own.to).y) / 2;
    Sides sides;
    for (size_t i = 0; i < bridge.members.size(); ++i) {
        const BridgeNode &a = node(bridge.members[i].from), &b = node(bridge.members[i].to);
        if (i == index || (a.x - x) * (b.x - x) > 0 || a.x == b.x) continue;
        const double there = a.y + (x - a.x) / (b.x - a.x) * (b.y - a.y);
        if (there > y + apart) sides.above = true;
        if (there < y - apart) sides.below = true;
    }
    return sides;
}

}  // namespace

std::vector<Place> memberPlaces(const Bridge& bridge) {
    std::vector<Place> places;
    for (size_t i = 0; i < bridge.members.size(); ++i) {
        const BridgeMember& member = bridge.members[i];
        const BridgeNode &a = bridge.nodes[member.from], &b = bridge.nodes[member.to];
        const double dx = std::fabs(b.x - a.x), dy = std::fabs(b.y - a.y);
        if (dy > steep * dx) {
            places.push_back(Place::post);
            continue;
        }
        if (dy > level * dx) {
            places.push_back(Place::diagonal);
            continue;
        }
        const Sides sides = around(bridge, i);
        places.push_back(!sides.below   ? Place::bottom
                         : !sides.above ? Place::top
                                        : Place::diagonal);
    }
    return places;
}

const char* roleName(Place place, double axial) {
    return roleNames[static_cast<size_t>(place) + (axial < 0 ? 4 : 0)];
}

}  // namespace pt
