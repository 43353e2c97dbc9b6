#include "sims/passive_house/view_house_flows.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "sims/passive_house/view_house_style.h"

namespace pt::house_view {
namespace {

constexpr double leastShare = 0.05;            // of the largest flow: smaller ones have no arrow
constexpr double widest = 16, thinnest = 2.5;  // points
constexpr double quiet = 20;                   // W: when all is below it there are no arrows

// The middle of the piece of wall with the fewest windows around it.
double freeHeight(const House& house, Facade facade) {
    double best = 0.5 * house.storeyHeight, room = -1;
    for (double y = 0.35; y < house.facadeHeight() - 0.3; y += 0.1) {
        double nearest = 0.9;
        for (const HouseWindow& window : house.windows)
            if (window.facade == facade)
                nearest = std::min(nearest, std::max(window.z - y, y - window.z - window.height));
        if (nearest > room + 1e-9) {
            room = nearest;
            best = y;
        }
    }
    return best;
}

// The window of the cut that most sun or heat goes through.
const HouseWindow* largestSouth(const House& house) {
    const HouseWindow* best = nullptr;
    for (const HouseWindow& window : house.windows)
        if (window.facade == Facade::south &&
            (!best || window.height * window.width > best->height * best->width))
            best = &window;
    return best;
}

Vec across(Vec from, Vec to, double share) { return from + share * (to - from); }

}  // namespace

FlowPlace placeOfFlow(const HouseFrame& frame, const HouseNow& now, Flow flow, bool inward) {
    const House& house = frame.house;
    const double d = house.depth, south = frame.south(), north = frame.north();
    const HouseWindow* window = largestSouth(house);
    const double glassY = window ? window->z + 0.3 * window->height : 1.2;
    const double top = house.storeys > 1 ? frame.storeyFloor(house.storeys - 1) : 0;
    FlowPlace place;  // outwards
    switch (flow) {
    case Flow::walls: {
        const double y = freeHeight(house, Facade::north);
        place = {{d - 0.45, y}, {north + 0.75, y}};
        break;
    }
    case Flow::roof: {
        const double x = 0.3 * d;
        place = {{x, frame.ceiling(x) - 0.3}, {x, frame.ceiling(x, frame.roof) + 0.7}};
        break;
    }
    case Flow::floor: place = {{0.3 * d, 0.25}, {0.3 * d, -frame.floor - 0.45}}; break;
    case Flow::windows: place = {{frame.front() + 0.45, glassY}, {south - 0.75, glassY}}; break;
    case Flow::bridges: place = {{d - 0.25, 0.2}, {north + 0.55, -0.35}}; break;
    case Flow::infiltration:
        place = {{0.3, frame.height - 0.25}, {-frame.wall - 0.7, frame.height + 0.2}};
        break;
    case Flow::ventilation:
        place = {{d - 0.5, frame.height - 0.75}, {north + 1.0, frame.height - 0.75}};
        break;
    case Flow::airing: place = {{d - 0.5, top + 1.5}, {north + 0.9, top + 1.7}}; break;
    case Flow::sunspace: place = {{0.6, top + 0.4}, {-frame.commonWall - 0.5, top + 0.4}}; break;
    case Flow::sun: {
        const double y = window ? window->z + 0.65 * window->height : 1.6;
        const Vec sun = frame.sunDirection(now.sunElevation, now.sunAzimuth);
        const double steep = std::clamp(sun.x < -0.05 ? sun.y / -sun.x : 0.6, 0.1, 1.2);
        place = {{frame.front() + 0.7, y - 0.4 * steep}, {south - 1.0, y + 0.8 * steep}};
        break;
    }
    case Flow::gains: place = {{0.63 * d, 2.35}, {0.63 * d, 1.3}}; break;
    case Flow::heating:
    case Flow::cooling: place = {{d - 0.95, 2.3}, {d - 0.95, 0.8}}; break;
    case Flow::count: break;
    }
    if (inward) std::swap(place.tail, place.head);
    return place;
}

void drawFlows(Scene& scene, const HouseFrame& frame, const HouseNow& now, const HouseLook& look,
               const HouseItems& items) {
    double largest = 0;
    for (size_t i = 0; i < flowCount; ++i) {
        const double watt = std::fabs(wattsOf(now, static_cast<Flow>(i)));
        if (watt > largest) largest = watt;
    }
    if (largest < quiet) return;
    for (size_t i = 0; i < flowCount; ++i) {
        const auto flow = static_cast<Flow>(i);
        const double watt = wattsOf(now, flow);
        const double share = std::fabs(watt) / largest;
        if (!(share >= leastShare)) continue;
        const bool marked = look.marked(std::string("flow.") + flowKey(flow));
        const bool source = flow == Flow::gains || flow == Flow::heating;
        const FlowPlace place = placeOfFlow(frame, now, flow, watt > 0);
        const double width = thinnest + (widest - thinnest) * share;
        const Ink ink = flow == Flow::sun ? Ink::sun : watt > 0 ? Ink::compression : Ink::tension;
        Shape& rim =
            scene.arrow(place.tail, place.head,
                        stroked(marked ? Ink::accent : Ink::sheet, width + 3, 0.9), items.flows[i]);
        rim.size = 10 + 1.7 * width + 4;
        Shape& arrow =
            scene.arrow(place.tail, place.head, stroked(ink, width, 0.95), items.flows[i]);
        arrow.size = 10 + 1.7 * width;
        if (!look.numbers && !marked) continue;
        Shape& label = scene.text(source ? place.head : across(place.tail, place.head, 0.5),
                                  watts(scene.words(), watt), 13);
        const bool upright = std::fabs(place.head.x - place.tail.x) < 0.2;
        label.offset = upright ? Vec(width / 2 + 8, 0) : Vec(0, width / 2 + 12);
        label.align = upright ? Align::left : Align::center;
        label.plate = true;
        label.halo = Ink::sheet;
        label.bold = marked;
        label.priority = marked ? 90 : 20 + static_cast<int>(20 * share);
        label.item = items.flows[i];
    }
}

}  // namespace pt::house_view
