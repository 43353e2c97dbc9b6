#include "sims/passive_house/view_house_look.h"

#include <iterator>

namespace pt::house_view {
namespace {

constexpr const char* flowKeys[] = {"walls", "roof",    "floor",  "windows",     "bridges",
                                    "leaks", "air_out", "airing", "to_sunspace", "sun_in",
                                    "gains", "heating", "cooling"};
static_assert(std::size(flowKeys) == flowCount);

double sumOf(const HouseNow& now, const std::array<Skin, 4>& skins) {
    double sum = 0;
    for (const Skin& skin : skins)
        if (skin.surface >= 0 && skin.surface != now.common.surface) sum += skin.inward;
    return sum;
}

}  // namespace

const char* flowKey(Flow flow) { return flowKeys[static_cast<size_t>(flow)]; }

double wattsOf(const HouseNow& now, Flow flow) {
    if (!now.computed) return unknown;
    switch (flow) {
    case Flow::walls: return sumOf(now, now.walls);
    case Flow::roof: return now.roofInward();
    case Flow::floor: return now.floor.inward;
    case Flow::windows: return now.flows.windows;
    case Flow::bridges: return now.flows.bridges;
    case Flow::infiltration: return now.flows.infiltration;
    case Flow::ventilation: return now.flows.ventilation;
    case Flow::airing: return now.flows.airing;
    case Flow::sunspace:
        return now.flows.otherZones + (now.common.surface >= 0 ? now.common.inward : 0);
    case Flow::sun: return now.flows.solar;
    case Flow::gains: return now.flows.gains;
    case Flow::heating: return now.flows.heating;
    case Flow::cooling: return now.flows.cooling;
    case Flow::count: break;
    }
    return unknown;
}

bool partOfItem(const std::string& item, Part& part) {
    if (item.rfind("wall.", 0) == 0) {
        part = Part::wall;
        return true;
    }
    for (const Part other : {Part::roof, Part::floor, Part::common})
        if (item == partKeys[static_cast<size_t>(other)]) {
            part = other;
            return true;
        }
    return false;
}

}  // namespace pt::house_view
