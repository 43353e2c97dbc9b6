#include "sims/passive_house/view_house_cut.h"

#include <algorithm>
#include <cmath>

#include "engine/core/math.h"
#include "sims/passive_house/materials.h"
#include "sims/passive_house/view_house_garden.h"
#include "sims/passive_house/view_house_layers.h"
#include "sims/passive_house/view_house_style.h"

namespace pt::house_view {
namespace {

constexpr double eaves = 0.35;  // m that the roof goes on beyond the wall

struct Opening {
    double low, high;
};

LayerLook layerLook(const HouseLook& look, const Skin& skin, const std::string& item) {
    return {look.temperatures, skin.depth.empty() ? nullptr : &skin, look.marked(item)};
}

const HouseConstruction& sunspacePart(const House& house, Part part) {
    return house.sunspaceParts ? (*house.sunspaceParts)[static_cast<size_t>(part)]
                               : house.part(part);
}

// A wall from the floor up to the roof, left out where the windows are.
void drawWall(Scene& scene, const HouseFrame& frame, bool south, const HouseConstruction& part,
              const LayerLook& look, std::vector<Opening> openings, int item) {
    std::sort(openings.begin(), openings.end(),
              [](const Opening& a, const Opening& b) { return a.low < b.low; });
    Slab slab;
    slab.origin = {south ? frame.south() : frame.north(), 0};
    slab.along = {0, 1};
    slab.inward = {south ? 1 : -1, 0};
    const double slope = frame.sunspace > 0 && south ? 0 : math::tan(frame.pitch);
    double from = 0;
    for (const Opening& opening : openings) {
        slab.start = from;
        slab.end = opening.low;
        if (slab.end > slab.start + 1e-6) drawLayers(scene, slab, part, look, item);
        from = std::max(from, opening.high);
    }
    slab.start = from;
    slab.end = frame.height - frame.wall * slope;
    slab.endSlope = slope;
    if (slab.endAt(0) > from + 1e-6) drawLayers(scene, slab, part, look, item);
}

// Frame, panes and sill in the outer half of the wall.
void drawWindow(Scene& scene, const HouseFrame& frame, const HouseWindow& window,
                const WindowNow& now, bool marked, int item) {
    const bool south = window.facade == Facade::south;
    const double out = south ? frame.south() : frame.north(), inward = south ? 1 : -1;
    const auto x = [&](double depth) { return out + inward * depth; };
    const double wall = frame.wall, low = window.z, high = window.z + window.height;
    const FrameType* type = findFrame(window.frame);
    const double bar = std::min(type && type->width > 0 ? type->width : 0.03, 0.3 * window.height);
    const double thick = std::min(0.09, 0.6 * wall), at = std::min(0.3 * wall, wall - thick);
    Style opening = marked ? stroked(Ink::accent, 3) : stroked(Ink::ink, 1);
    opening.fill = Ink::sheet;
    opening.fillAlpha = 0.35;
    scene.rect({std::min(x(0), x(wall)), low}, {std::max(x(0), x(wall)), high}, opening, item);
    const double a = std::min(x(at), x(at + thick)), b = std::max(x(at), x(at + thick));
    for (const double y : {low, high - bar})
        scene.rect({a, y}, {b, y + bar}, outlined(Ink::wood, Ink::ink, 1), item);
    const GlazingType* glazing = findGlazing(window.glazing);
    const int panes =
        glazing ? static_cast<int>(std::max<size_t>(glazing->glazing.panes.size(), 1)) : 1;
    scene.rect({a, low + bar}, {b, high - bar}, filled(Ink::glass, 0.45), item);
    for (int i = 0; i < panes; ++i) {
        const double share = panes == 1 ? 0.5 : 0.12 + 0.76 * i / (panes - 1);
        scene.line({a + share * (b - a), low + bar}, {a + share * (b - a), high - bar},
                   stroked(Ink::series6, 2), item);
    }
    scene.line({x(-0.06), low}, {x(at), low}, stroked(Ink::ink, 2));
    scene.line({x(at + thick), low}, {x(wall + 0.05), low}, stroked(Ink::wood, 3));
    if (now.screenDown) {
        Style blind = stroked(Ink::inkSoft, 2.5);
        blind.dash = Dash::dotted;
        scene.line({x(0.03), low}, {x(0.03), high}, blind);
    }
    if (window.overhang > 0) {
        const double y = high + window.overhangGap;
        scene.rect({std::min(x(0), x(-window.overhang)), y},
                   {std::max(x(0), x(-window.overhang)), y + 0.08},
                   outlined(Ink::concrete, marked ? Ink::accent : Ink::ink, marked ? 2.5 : 1),
                   item);
    }
    if (window.fins > 0) {  // the fin behind the cut
        Style fin = stroked(Ink::ink, 1, 0.6);
        fin.dash = Dash::dashed;
        scene.rect({std::min(x(0), x(-window.fins)), low - window.finsBelow},
                   {std::max(x(0), x(-window.fins)), high + window.finsAbove}, fin);
    }
}

void drawWalls(Scene& scene, const HouseFrame& frame, const HouseNow& now, const HouseLook& look,
               const HouseItems& items) {
    const House& house = frame.house;
    std::vector<Opening> openings[2];
    const std::vector<WindowGroup> groups = groupsOf(house, look.state);
    for (const WindowGroup& group : groups) {
        const HouseWindow& window = house.windows[static_cast<size_t>(group.shown)];
        openings[window.facade == Facade::south ? 0 : 1].push_back(
            {window.z, window.z + window.height});
    }
    for (const Facade facade : {Facade::south, Facade::north}) {
        const auto f = static_cast<size_t>(facade);
        const bool south = facade == Facade::south;
        const bool green = south && frame.sunspace > 0;
        const HouseConstruction& part =
            green ? sunspacePart(house, Part::wall) : house.part(Part::wall);
        const std::string id = green ? "sunspace" : wallItem(facade);
        const Skin& skin = green ? now.sunWall : now.walls[f];
        drawWall(scene, frame, south, part, layerLook(look, skin, id), openings[south ? 0 : 1],
                 green ? items.sunspace : items.walls[f]);
    }
    for (const WindowGroup& group : groups) {
        const auto i = static_cast<size_t>(group.shown);
        drawWindow(scene, frame, house.windows[i], now.windows[i],
                   look.marked("window." + house.windows[i].id), items.windows[i]);
    }
}

void drawSunspace(Scene& scene, const HouseFrame& frame, const HouseNow& now, const HouseLook& look,
                  const HouseItems& items) {
    if (frame.sunspace <= 0) return;
    const House& house = frame.house;
    Slab roof{
        {frame.south(), frame.height + frame.roof}, {1, 0}, {0, -1}, -0.2, -frame.south(), 0, 0};
    roof.end = -frame.south() - frame.commonWall;
    drawLayers(scene, roof, sunspacePart(house, Part::roof),
               layerLook(look, now.sunRoof, "sunspace"), items.sunspace);
    const HouseConstruction& under = sunspacePart(house, Part::floor);
    const Slab floor{{0, -drawnThickness(under)}, {1, 0}, {0, 1}, frame.south(),
                     -frame.commonWall,           0,      0};
    drawLayers(scene, floor, under, layerLook(look, now.sunFloor, "sunspace"), items.sunspace);
    Slab common{{-frame.commonWall, 0}, {0, 1}, {1, 0}, 0, frame.height, 0, 0};
    drawLayers(scene, common, house.part(Part::common), layerLook(look, now.common, "common"),
               items.common);
}

void drawRoof(Scene& scene, const HouseFrame& frame, const HouseNow& now, const HouseLook& look,
              const HouseItems& items) {
    const HouseConstruction& part = frame.house.part(Part::roof);
    const double c = math::cos(frame.pitch), s = math::sin(frame.pitch), d = frame.house.depth;
    const Skin none;
    const auto skin = [&](size_t i) -> const Skin& {
        return now.roofs.empty() ? none : now.roofs[std::min(i, now.roofs.size() - 1)];
    };
    const double from = frame.sunspace > 0 ? frame.commonWall : frame.wall + eaves;
    if (frame.pitch <= 0) {
        const Slab slab{{0, frame.height + frame.roof}, {1, 0}, {0, -1}, -from,
                        d + frame.wall + eaves,         0,      0};
        return drawLayers(scene, slab, part, layerLook(look, skin(0), "roof"), items.roof);
    }
    for (const bool south : {true, false}) {
        const double way = south ? 1 : -1, beyond = south ? from : frame.wall + eaves;
        Slab slab;
        slab.along = {way * c, s};
        slab.inward = {way * s, -c};
        // Its foot is on the outer face above the inner corner of the wall.
        slab.origin = Vec(south ? 0 : d, frame.height) - frame.roof * slab.inward;
        slab.start = (-beyond + frame.roof * s) / c;
        slab.startSlope = -s / c;
        slab.end = (d / 2 + frame.roof * s) / c;
        slab.endSlope = -s / c;
        drawLayers(scene, slab, part, layerLook(look, skin(south ? 0 : 1), "roof"), items.roof);
    }
}

void drawFloor(Scene& scene, const HouseFrame& frame, const HouseNow& now, const HouseLook& look,
               const HouseItems& items) {
    const double from = frame.sunspace > 0 ? -frame.commonWall : frame.south();
    const Slab slab{{0, -frame.floor}, {1, 0}, {0, 1}, from, frame.north(), 0, 0};
    if (frame.house.under == Under::raised)
        for (const double share : {0.03, 0.5, 0.97}) {
            const double x = frame.south() + share * (frame.north() - frame.south());
            scene.rect({x - 0.15, frame.ground - 0.4}, {x + 0.15, -frame.floor},
                       outlined(Ink::concrete, Ink::ink, 1));
        }
    else  // foundations
        for (const double x : {frame.south(), frame.north() - frame.wall})
            scene.rect({x + 0.1 * frame.wall, -frame.floor - 0.45},
                       {x + 0.9 * frame.wall, -frame.floor}, outlined(Ink::concrete, Ink::ink, 1));
    drawLayers(scene, slab, frame.house.part(Part::floor), layerLook(look, now.floor, "floor"),
               items.floor);
}

void drawRoofSnow(Scene& scene, const HouseFrame& frame) {
    constexpr double depth = 0.09;
    const double d = frame.house.depth, x0 = -frame.wall - eaves, x1 = d + frame.wall + eaves;
    const auto top = [&](double x) { return frame.ceiling(x, frame.roof); };
    for (const auto& [a, b] : {std::pair{x0, d / 2}, std::pair{d / 2, x1}})
        scene.polygon({{a, top(a)}, {b, top(b)}, {b, top(b) + depth}, {a, top(a) + depth}},
                      filled(Ink::snow));
}

}  // namespace

void drawShell(Scene& scene, const HouseFrame& frame, const HouseNow& now, const HouseLook& look,
               const HouseItems& items) {
    drawFloor(scene, frame, now, look, items);
    drawSunspace(scene, frame, now, look, items);
    drawWalls(scene, frame, now, look, items);
    drawRoof(scene, frame, now, look, items);
    if (freezes(now)) drawRoofSnow(scene, frame);
}

void drawPanels(Scene& scene, const HouseFrame& frame, double area, int item) {
    if (area <= 0) return;
    const double d = frame.house.depth, t = 0.06;
    const double slope = frame.pitch > 0 ? d / 2 / math::cos(frame.pitch) : d;
    const double length = std::min(area / std::max(frame.house.width, 1.0), 0.94 * slope);
    const Style panel = outlined(Ink::series1, Ink::ink, 1);
    if (frame.pitch > 0) {
        const Vec along(math::cos(frame.pitch), math::sin(frame.pitch)), out(-along.y, along.x);
        const Vec foot =
            Vec(0, frame.height) + (frame.roof + 0.04) * out + 0.5 * (slope - length) * along;
        scene.polygon(
            {foot, foot + length * along, foot + length * along + t * out, foot + t * out}, panel,
            item);
        return;
    }
    const int racks = std::max(1, static_cast<int>(length / 1.3));  // tilted towards the south
    for (int i = 0; i < racks; ++i) {
        const Vec foot(0.3 + i * (d - 1.2) / racks, frame.height + frame.roof + 0.03);
        const Vec along(0.9, 0.3), out(-0.02, 0.06);
        scene.line(foot + along, {foot.x + along.x, foot.y}, stroked(Ink::ink, 1.5));
        scene.polygon({foot, foot + along, foot + along + out, foot + out}, panel, item);
    }
}

}  // namespace pt::house_view
