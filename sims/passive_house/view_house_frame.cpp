#include "sims/passive_house/view_house_frame.h"

#include <algorithm>
#include <cmath>

#include "engine/core/math.h"

namespace pt::house_view {
namespace {

constexpr double film = 0.01;                           // m drawn for a layer without mass
constexpr double crawlSpace = 0.55;                     // m under a raised floor
constexpr double gardenSouth = 6.2, gardenNorth = 3.4;  // m
constexpr double soil = 1.1;                            // m of soil in view

Side sideOf(const ViewState& state) {
    const std::string wanted = state.option("house_side", "cut");
    for (size_t i = 0; i < sideKeys.size(); ++i)
        if (wanted == sideKeys[i]) return static_cast<Side>(i);
    return Side::cut;
}

}  // namespace

double drawnThickness(const HouseLayer& layer) {
    return layer.thickness > 0 ? layer.thickness : film;
}

double drawnThickness(const HouseConstruction& construction) {
    double sum = 0;
    for (const HouseLayer& layer : construction.layers) sum += drawnThickness(layer);
    return std::max(sum, film);
}

std::string wallItem(Facade facade) {
    return std::string("wall.") + facadeKeys[static_cast<size_t>(facade)];
}

HouseFrame::HouseFrame(const House& shown, const ViewState& state)
    : house(shown), side(sideOf(state)) {
    if (!isCut()) facade = static_cast<Facade>(static_cast<int>(side) - 1);
    length = isCut() ? house.depth : house.facadeWidth(facade);
    wall = drawnThickness(house.part(Part::wall));
    roof = drawnThickness(house.part(Part::roof));
    floor = drawnThickness(house.part(Part::floor));
    height = house.facadeHeight();
    pitch = std::clamp(house.roofPitch, 0.0, 1.4);
    if (isCut() && house.hasSunspace()) {
        sunspace = house.sunspaceDepth;
        commonWall = drawnThickness(house.part(Part::common));
    }
    ridge = height + house.depth / 2 * math::tan(pitch) + roof / math::cos(pitch);
    ground = house.under == Under::raised ? -floor - crawlSpace : -std::min(0.2, floor / 2);
    dome = std::max(1.16 * ridge + 1.2, 6.0);
    domeCenter = isCut() ? Vec(south(), ground) : Vec(length / 2, ground);
    const double top = std::max(ridge + 1.4, isCut() ? 0.93 * dome + 0.7 : ridge + 2.2);
    const double below = std::min({ground - soil, -floor - 0.6});
    low = {left() - gardenSouth, below};
    high = {north() + gardenNorth, top};
    if (state.width > 0 && state.height > 0) {  // the garden goes on to the edges of the stage
        const double more = (top - below) * state.width / state.height - (high.x - low.x);
        low.x -= 0.6 * std::max(more, 0.0);
        high.x += 0.4 * std::max(more, 0.0);
    }
    compass = {high.x - compassRadius - 0.35, high.y - compassRadius - 0.45};
}

double HouseFrame::left() const {
    const double eaves = 0.35;
    return isCut() ? south() - eaves : -wall - eaves;
}

int HouseFrame::storeyOf(double z) const {
    return std::clamp(static_cast<int>(z / house.storeyHeight + 1e-9), 0, house.storeys - 1);
}

double HouseFrame::ceiling(double x, double offset) const {
    const double along = std::min(x, house.depth - x);
    return height + along * math::tan(pitch) + offset / math::cos(pitch);
}

Vec HouseFrame::sunDirection(double elevation, double azimuth) const {
    const double turned = azimuth - house.orientation;  // as if the front looked south
    const double level = math::cos(elevation);
    if (isCut()) return {level * math::cos(turned), math::sin(elevation)};
    // Seen from outside towards this facade: its right hand.
    constexpr double looks[] = {math::pi, math::pi / 2, 0, 1.5 * math::pi};  // by Facade
    const double right = looks[static_cast<size_t>(facade)] - math::pi / 2;
    return {level * math::cos(turned - right), math::sin(elevation)};
}

Vec HouseFrame::compassPoint(double azimuth, double radius) const {
    return compass + radius * Vec(math::sin(azimuth), math::cos(azimuth));
}

double cutX(const House& house, const HouseWindow& window) {
    return window.facade == Facade::west ? house.depth - window.x - window.width : window.x;
}

std::vector<WindowGroup> groupsOf(const House& house, const ViewState& state) {
    std::vector<WindowGroup> groups;
    const auto same = [&](const WindowGroup& group, const HouseWindow& window) {
        const HouseWindow& first = house.windows[static_cast<size_t>(group.windows.front())];
        return first.facade == window.facade && first.sunspace == window.sunspace &&
               std::fabs(first.z - window.z) < 1e-6 &&
               std::fabs(first.height - window.height) < 1e-6;
    };
    for (size_t i = 0; i < house.windows.size(); ++i) {
        const HouseWindow& window = house.windows[i];
        if (window.facade != Facade::south && window.facade != Facade::north) continue;
        auto group = std::find_if(groups.begin(), groups.end(),
                                  [&](const WindowGroup& g) { return same(g, window); });
        if (group == groups.end()) group = groups.insert(groups.end(), WindowGroup{});
        if (group->windows.empty()) group->shown = static_cast<int>(i);
        group->windows.push_back(static_cast<int>(i));
        const std::string item = "window." + window.id;
        if (state.selected == item || state.hovered == item) group->shown = static_cast<int>(i);
    }
    return groups;
}

}  // namespace pt::house_view
