#include "sims/passive_house/view_house_rooms.h"

#include <algorithm>
#include <cmath>

#include "engine/core/math.h"
#include "sims/passive_house/view_house_people.h"
#include "sims/passive_house/view_house_style.h"

namespace pt::house_view {
namespace {

constexpr double slab = 0.22;  // m of an upper floor, as drawn

// The ceiling of a storey; of the highest one the eaves.
double ceilingOf(const HouseFrame& frame, int storey) {
    return storey + 1 < frame.house.storeys ? frame.storeyFloor(storey + 1) - slab : frame.height;
}

void drawWestWindow(Scene& scene, const HouseFrame& frame, const HouseNow& now, size_t index,
                    int item) {
    const HouseWindow& window = frame.house.windows[index];
    const double x = cutX(frame.house, window), edge = 0.06;
    const Vec low(x, window.z), high(x + window.width, window.z + window.height);
    scene.rect(low, high, outlined(Ink::sheet, Ink::ink, 1), item);
    scene.rect(low + Vec(edge), high - Vec(edge), filled(Ink::sky), item);
    scene.rect(low + Vec(edge), high - Vec(edge), filled(Ink::night, 0.9 * (1 - now.daylight)),
               item);
    const Style bar = stroked(Ink::ink, 1, 0.5);
    scene.line({(low.x + high.x) / 2, low.y}, {(low.x + high.x) / 2, high.y}, bar);
    scene.rect(low + Vec(edge), high - Vec(edge), bar, item);
}

void drawLamp(Scene& scene, Vec ceiling, bool lit) {
    const Vec shade = ceiling - Vec(0, 0.62);
    scene.line(ceiling, shade + Vec(0, 0.2), stroked(Ink::ink, 1));
    if (lit)
        for (const double glow : {1.0, 0.6}) scene.circle(shade, glow, filled(Ink::sun, 0.13));
    scene.polygon({shade + Vec(-0.22, 0), shade + Vec(0.22, 0), shade + Vec(0.09, 0.2),
                   shade + Vec(-0.09, 0.2)},
                  outlined(Ink::series5, Ink::ink, 1));
    scene.circle(shade, 0.06, outlined(lit ? Ink::sun : Ink::sheet, Ink::ink, 1));
}

void drawSofa(Scene& scene, Vec at) {
    const Style cloth = outlined(Ink::series3, Ink::ink, 1);
    scene.rect(at + Vec(0, 0.12), at + Vec(1.7, 0.45), cloth);
    scene.rect(at + Vec(0.1, 0.45), at + Vec(1.6, 0.85), cloth);
    for (const double x : {0.0, 1.52})
        scene.rect(at + Vec(x, 0.12), at + Vec(x + 0.18, 0.62), cloth);
    for (const double x : {0.12, 1.5})
        scene.rect(at + Vec(x, 0), at + Vec(x + 0.08, 0.12), filled(Ink::wood));
}

void drawDesk(Scene& scene, Vec at) {
    scene.rect(at + Vec(0, 0.7), at + Vec(1.3, 0.76), outlined(Ink::wood, Ink::ink, 1));
    for (const double x : {0.06, 1.18})
        scene.rect(at + Vec(x, 0), at + Vec(x + 0.06, 0.7), filled(Ink::wood));
    scene.rect(at + Vec(0.45, 0.86), at + Vec(0.95, 1.18), outlined(Ink::ink, Ink::ink, 1));
    scene.rect(at + Vec(0.48, 0.89), at + Vec(0.92, 1.15), filled(Ink::glass));
    scene.rect(at + Vec(0.67, 0.76), at + Vec(0.73, 0.86), filled(Ink::ink));
}

void drawPlant(Scene& scene, Vec at) {
    for (const Vec tip : {Vec(-0.2, 0.75), Vec(0.02, 0.9), Vec(0.22, 0.72)}) {
        scene.line(at + Vec(0, 0.25), at + tip, stroked(Ink::leaf, 2));
        scene.circle(at + tip, 0.11, filled(Ink::leaf));
    }
    scene.polygon(
        {at + Vec(-0.11, 0), at + Vec(0.11, 0), at + Vec(0.16, 0.28), at + Vec(-0.16, 0.28)},
        outlined(Ink::brick, Ink::ink, 1));
}

// What a beam through this opening meets: its low and high y at the inner face
// of the wall.
struct Beam {
    double low = 0, high = 0;
};
Beam beamOf(const HouseWindow& window, double steep, double wall) {
    const double head = window.z + window.height;
    Beam beam{window.z, head};
    if (window.overhang > 0)
        beam.high =
            std::min(beam.high, head + window.overhangGap - steep * (window.overhang + wall));
    beam.high = std::min(beam.high, head - steep * wall);
    return beam;
}

}  // namespace

void drawRooms(Scene& scene, const HouseFrame& frame, const HouseNow& now, const HouseLook& look,
               const HouseItems& items) {
    const auto paint = [&](double kelvin) {
        return look.temperatures && now.computed ? heated(kelvin) : filled(Ink::sheet);
    };
    const double d = frame.house.depth;
    if (frame.sunspace > 0)
        scene.rect({frame.front(), 0}, {-frame.commonWall, frame.height}, paint(now.sunspaceAir),
                   items.sunspace);
    scene.polygon(
        {{0, 0}, {d, 0}, {d, frame.height}, {d / 2, frame.ceiling(d / 2)}, {0, frame.height}},
        paint(now.air), items.air);
    for (size_t i = 0; i < frame.house.windows.size(); ++i)
        if (frame.house.windows[i].facade == Facade::west && !frame.house.windows[i].sunspace)
            drawWestWindow(scene, frame, now, i, items.windows[i]);
    for (int storey = 1; storey < frame.house.storeys; ++storey) {
        const double y = frame.storeyFloor(storey);
        scene.rect({0, y - slab}, {d, y}, outlined(Ink::concrete, Ink::ink, 1));
        scene.rect({0, y - 0.05}, {d, y}, outlined(Ink::wood, Ink::ink, 1));
    }
}

void drawBeams(Scene& scene, const HouseFrame& frame, const HouseNow& now, const HouseLook& look) {
    const Vec sun = frame.sunDirection(now.sunElevation, now.sunAzimuth);
    if (now.beam < 20 || sun.y <= 0.01 || std::fabs(sun.x) < 0.02) return;
    const bool fromSouth = sun.x < 0;
    const double steep = sun.y / std::fabs(sun.x), wall = frame.wall;
    const double strength = unitShare(now.beam / 800);
    const double d = fromSouth && frame.sunspace > 0 ? frame.sunspace : frame.house.depth;
    const auto at = [&](double into, double y) {  // so far behind the inner face
        return Vec(fromSouth ? frame.front() + into : frame.house.depth - into, y);
    };
    for (const WindowGroup& group : groupsOf(frame.house, look.state)) {
        const HouseWindow& window = frame.house.windows[static_cast<size_t>(group.shown)];
        if ((window.facade == Facade::south) != fromSouth) continue;
        const Beam beam = beamOf(window, steep, wall);
        const double outer = wall + 2.4;  // m of it in front of the wall
        for (int i = 0; i <= 4; ++i) {
            const double y = window.z + window.height * i / 4;
            const double stop =
                y > beam.high + steep * wall && window.overhang > 0 ? window.overhang + wall : wall;
            scene.line(at(-outer, y + steep * outer), at(-stop, y + steep * stop),
                       stroked(Ink::sun, 1.5, 0.35 + 0.5 * strength));
        }
        if (beam.high <= beam.low) continue;
        const double floor = frame.storeyFloor(frame.storeyOf(window.z));
        const double near = (beam.low - floor) / steep, reach = (beam.high - floor) / steep;
        std::vector<Vec> light{at(0, beam.low), at(0, beam.high)};
        if (reach <= d) {
            light.push_back(at(reach, floor));
        } else {
            light.push_back(at(d, beam.high - steep * d));
            light.push_back(at(d, std::max(floor, beam.low - steep * d)));
        }
        if (near < d) light.push_back(at(near, floor));
        scene.polygon(light, filled(Ink::sun, 0.16 + 0.24 * strength));
        if (near < d)
            scene.line(at(near, floor), at(std::min(reach, d), floor),
                       stroked(Ink::sun, 4, 0.5 + 0.5 * strength));
    }
}

void drawFurniture(Scene& scene, const HouseFrame& frame, const HouseNow& now, int persons) {
    const double d = frame.house.depth;
    const bool evening = now.daylight < 0.35 && !now.isNight();
    for (int storey = 0; storey < frame.house.storeys; ++storey) {
        const double floor = frame.storeyFloor(storey), top = ceilingOf(frame, storey);
        if (top - floor < 1.8 || d < 3) continue;
        drawLamp(scene, {0.42 * d, top}, evening);
        const bool bedroom = storey > 0 || (frame.house.storeys == 1 && now.isNight());
        const bool roomy = d > 5;  // for a bed beside a desk
        if (storey == 0) {
            if (!bedroom) drawSofa(scene, {0.48 * d, floor});
            drawPlant(scene, {0.36 * d, floor});
        } else if (roomy || !now.isNight()) {
            drawDesk(scene, {0.18 * d, floor});
        }
        if (bedroom && (roomy || now.isNight())) drawBeds(scene, frame, storey, persons);
    }
}

}  // namespace pt::house_view
