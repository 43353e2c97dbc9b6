#include "sims/passive_house/house_building.h"

#include <cmath>
#include <map>
#include <string>

#include "engine/core/math.h"
#include "sims/passive_house/materials.h"

namespace pt {
namespace {

constexpr double upright = math::pi / 2;
constexpr double thinnest = 1e-6;         // m: less is no layer
constexpr double bypassMargin = 3;        // K above the setpoint
constexpr double frostFree = 270.15;      // K of the outdoor air that a heat exchanger bears
constexpr double fanEnergy = 0.4 * 3600;  // J a m³, of supply and exhaust together
constexpr double furniture = 10e3;        // J/(K m² of floor)
constexpr double innerWallArea = 0.75;    // m² a m² of floor
constexpr double screenShare = 0.2, screenSun = 150;

Finish outsideOf(const HouseConstruction& part) {
    return {part.emissivityOut, part.absorptanceOut};
}
Finish insideOf(const HouseConstruction& part) { return {part.emissivityIn, part.absorptanceIn}; }

class Maker {
public:
    Maker(const House& house, const HouseUse& use, const Weather& weather)
        : house_(house), use_(use), weather_(weather) {}

    HouseBuilding make() {
        addZones();
        addWalls();
        addRoof();
        addFloor();
        addInner();
        if (house_.hasSunspace()) addSunspace();
        addWindows();
        addBridges();
        return std::move(made_);
    }

private:
    int construction(const HouseConstruction& part) {
        made_.building.constructions.push_back(layersOf(part));
        return static_cast<int>(made_.building.constructions.size()) - 1;
    }
    BuildingSurface surface(const char* name, const HouseConstruction& part, double width,
                            double height, double azimuth, double tilt) {
        BuildingSurface surface;
        surface.name = name;
        surface.construction = construction(part);
        surface.width = width;
        surface.height = height;
        const double turned = std::fmod(azimuth + house_.orientation, 2 * math::pi);
        surface.azimuth = turned < 0 ? turned + 2 * math::pi : turned;
        surface.tilt = tilt;
        surface.insideFilm = part.insideFilm;
        surface.outsideFilm = part.outsideFilm;
        surface.windowInsideFilm = house_.windowInsideFilm;
        surface.windowOutsideFilm = house_.windowOutsideFilm;
        return surface;
    }
    int add(BuildingSurface surface) {
        made_.building.surfaces.push_back(std::move(surface));
        return static_cast<int>(made_.building.surfaces.size()) - 1;
    }
    static double look(Facade facade) {
        constexpr double azimuths[] = {math::pi, math::pi / 2, 0, 1.5 * math::pi};
        return azimuths[static_cast<size_t>(facade)];
    }

    void addZones() {
        BuildingZone zone;
        zone.name = "house";
        zone.volume = house_.volume();
        if (use_.innerWalls != 0) zone.extraCapacity = furniture * house_.floorArea();
        zone.infiltration = infiltrationFrom(use_.n50 * 3600);
        addVentilation(zone);
        zone.gains = gainsSchedule(use_);
        zone.gainsRadiant = use_.gainsRadiant;
        zone.heatTo = heatingSchedule(use_);
        zone.coolTo = coolingSchedule(use_);
        if (use_.heatingKind() != Heating::ideal) zone.mostHeating = use_.heatingPower;
        zone.heatingRadiant = use_.heatingRadiant;
        made_.building.zones.push_back(std::move(zone));
        if (!house_.hasSunspace()) return;
        BuildingZone sunspace;
        sunspace.name = "sunspace";
        sunspace.volume = house_.width * house_.sunspaceDepth * house_.facadeHeight();
        sunspace.infiltration = infiltrationFrom(use_.n50 * 3600);
        made_.sunspaceZone = 1;
        made_.building.zones.push_back(std::move(sunspace));
    }
    void addVentilation(BuildingZone& zone) {
        if (use_.ventilationKind() != VentilationKind::none)
            zone.ventilation.flow = use_.ventilationRate;
        if (use_.ventilationKind() == VentilationKind::balanced) {
            zone.ventilation.recovery = use_.heatRecovery;
            zone.ventilation.fanPower = fanEnergy * use_.ventilationRate;
            zone.ventilation.defrostBelow = frostFree;
            if (use_.bypass != 0) zone.ventilation.bypassAbove = use_.setpoint + bypassMargin;
        }
        if (use_.airingKind() == AiringKind::off) return;
        zone.airing.flow = use_.airingFlow;
        zone.airing.when = airingSchedule(use_);
        if (use_.airingKind() == AiringKind::night) zone.airing.above = use_.airingAbove;
    }

    // A gable end is higher by half the gable: a rectangle of the same area.
    void addWalls() {
        for (size_t i = 0; i < 4; ++i) {
            const auto facade = static_cast<Facade>(i);
            const bool gable = facade == Facade::east || facade == Facade::west;
            const bool behind = house_.hasSunspace() && facade == Facade::south;
            const double height = house_.facadeHeight() + (gable ? house_.gableRise() / 2 : 0);
            const HouseConstruction& part = house_.part(behind ? Part::common : Part::wall);
            BuildingSurface wall =
                surface(behind ? "common" : facadeKeys[i], part, house_.facadeWidth(facade), height,
                        look(facade), upright);
            if (house_.solarShares) wall.solarShare = (*house_.solarShares)[2 + i];
            if (behind) {
                wall.beyond = Beyond::zone;
                wall.otherZone = made_.sunspaceZone;
            }
            made_.walls[i] = add(std::move(wall));
        }
    }
    void addRoof() {
        const HouseConstruction& part = house_.part(Part::roof);
        const double share = house_.solarShares ? (*house_.solarShares)[1] : notFixed;
        if (house_.gableRise() == 0) {
            BuildingSurface roof = surface("roof", part, house_.width, house_.depth, math::pi, 0);
            roof.solarShare = share;
            made_.roofs = {add(std::move(roof))};
            return;
        }
        const double slope = house_.depth / 2 / math::cos(house_.roofPitch);
        for (const Facade side : {Facade::south, Facade::north}) {
            BuildingSurface roof = surface(side == Facade::south ? "roof_south" : "roof_north",
                                           part, house_.width, slope, look(side), house_.roofPitch);
            roof.solarShare = share / 2;
            made_.roofs.push_back(add(std::move(roof)));
        }
    }
    void putOn(Under under, BuildingSurface& floor) {
        switch (under) {
        case Under::ground: {
            const GroundContact contact = groundContact(house_, weather_);
            floor.beyond = Beyond::ground;
            floor.groundResistance = contact.resistance;
            floor.groundTemperature = contact.mean;
            floor.groundSwing = contact.swing;
            floor.groundLag = contact.lag;
            break;
        }
        case Under::raised: floor.beyond = Beyond::sheltered; break;
        case Under::fixed:
            floor.beyond = Beyond::fixed;
            floor.fixedTemperature = house_.underTemperature;
            break;
        }
    }
    void addFloor() {
        BuildingSurface floor = surface("floor", house_.part(Part::floor), house_.width,
                                        house_.depth, math::pi, math::pi);
        if (house_.solarShares) floor.solarShare = (*house_.solarShares)[0];
        putOn(house_.under, floor);
        made_.floor = add(std::move(floor));
    }
    // Half of each inner wall and floor, seen from both of its sides, behind which nothing flows.
    void addInner() {
        const auto kind = static_cast<InnerWalls>(use_.innerWalls);
        if (kind == InnerWalls::none) return;
        HouseConstruction half;
        if (kind == InnerWalls::heavy)
            half.layers = {{"inner_masonry", 0.07}, {"gypsum_plaster", 0.01}};
        else
            half.layers = {{"plasterboard", 0.0125}};
        const double area =
            2 * (innerWallArea * house_.floorArea() + house_.footprint() * (house_.storeys - 1));
        BuildingSurface inner =
            surface("inner", half, area / house_.facadeHeight(), house_.facadeHeight(), 0, upright);
        inner.beyond = Beyond::adiabatic;
        if (house_.solarShares) inner.solarShare = 0;
        made_.inner = add(std::move(inner));
    }
    const HouseConstruction& sunPart(Part part) const {
        return house_.sunspaceParts ? (*house_.sunspaceParts)[static_cast<size_t>(part)]
                                    : house_.part(part);
    }
    void addSunspace() {
        const double depth = house_.sunspaceDepth, height = house_.facadeHeight();
        const auto place = [this](BuildingSurface made) {
            made.zone = made_.sunspaceZone;
            return add(std::move(made));
        };
        const HouseConstruction& wall = sunPart(Part::wall);
        made_.sunWall = place(
            surface("sunspace_south", wall, house_.width, height, look(Facade::south), upright));
        place(surface("sunspace_east", wall, depth, height, look(Facade::east), upright));
        place(surface("sunspace_west", wall, depth, height, look(Facade::west), upright));
        made_.sunRoof =
            place(surface("sunspace_roof", sunPart(Part::roof), house_.width, depth, math::pi, 0));
        BuildingSurface floor = surface("sunspace_floor", sunPart(Part::floor), house_.width, depth,
                                        math::pi, math::pi);
        putOn(house_.under, floor);
        made_.sunFloor = place(std::move(floor));
    }

    int glazing(const std::string& key) {
        const auto known = glazings_.find(key);
        if (known != glazings_.end()) return known->second;
        made_.building.glazings.push_back(findGlazing(key)->glazing);
        const int index = static_cast<int>(made_.building.glazings.size()) - 1;
        glazings_[key] = index;
        return index;
    }
    void addWindows() {
        for (const HouseWindow& w : house_.windows) {
            const int index =
                w.sunspace ? made_.sunWall : made_.walls[static_cast<size_t>(w.facade)];
            BuildingSurface& wall = made_.building.surfaces[static_cast<size_t>(index)];
            const FrameType& frame = *findFrame(w.frame);
            BuildingWindow window;
            window.name = w.id;
            window.x = w.x;
            window.z = w.z;
            window.width = w.width;
            window.height = w.height;
            window.glazing = glazing(w.glazing);
            window.frameWidth = std::fmin(frame.width, 0.25 * std::fmin(w.width, w.height));
            window.frameU = frame.Uf;
            window.edgePsi = frame.edgePsi;
            if (w.screen) {
                window.screen = screenShare;
                window.screenFrom = screenSun;
            }
            made_.windows.push_back({index, static_cast<int>(wall.windows.size())});
            wall.windows.push_back(std::move(window));
            addShades(wall, w);
        }
    }
    static void addShades(BuildingSurface& wall, const HouseWindow& w) {
        const double top = w.z + w.height;
        if (w.overhang > 0)
            wall.overhangs.push_back({w.x - w.overhangSide, w.x + w.width + w.overhangSide,
                                      top + w.overhangGap, w.overhang});
        if (!(w.fins > 0)) return;
        for (const double x : {w.x - w.finsGap, w.x + w.width + w.finsGap})
            wall.fins.push_back({x, w.z - w.finsBelow, top + w.finsAbove, w.fins});
    }
    void addBridges() {
        const std::array<double, 4> lengths = junctionLengths(house_);
        for (size_t i = 0; i < lengths.size(); ++i)
            if (lengths[i] > 0 && house_.junctions[i].variant != "none")
                made_.building.bridges.push_back(
                    {junctionKeys[i], 0, house_.junctions[i].psi, lengths[i]});
    }

    const House& house_;
    const HouseUse& use_;
    const Weather& weather_;
    HouseBuilding made_;
    std::map<std::string, int, std::less<>> glazings_;
};

struct FilmPair {
    double inside, outside;
};
FilmPair standardFilms(Part part) {  // EN ISO 6946, m² K/W
    switch (part) {
    case Part::roof: return {0.10, 0.04};
    case Part::floor: return {0.17, 0.04};
    case Part::common: return {0.13, 0.13};
    case Part::wall: break;
    }
    return {0.13, 0.04};
}

}  // namespace

HouseBuilding makeBuilding(const House& house, const HouseUse& use, const Weather& weather) {
    return Maker(house, use, weather).make();
}

// A layer that weighs nothing stores nothing: only its resistance counts.
BuildingConstruction layersOf(const HouseConstruction& construction) {
    BuildingConstruction made;
    made.outside = outsideOf(construction);
    made.inside = insideOf(construction);
    for (const HouseLayer& from : construction.layers) {
        BuildingLayer layer;
        layer.thickness = from.thickness;
        if (const BuildingMaterial* material = findBuildingMaterial(from.material)) {
            layer.conductivity = material->conductivity;
            layer.density = material->density;
            layer.heatCapacity = material->heatCapacity;
        } else {
            layer.conductivity = from.conductivity > 0 ? from.conductivity : 1;
            layer.density = from.density;
            layer.heatCapacity = from.heatCapacity;
            layer.resistance = from.resistance;
        }
        if (layer.resistance <= 0 && layer.thickness < thinnest) continue;
        if (layer.resistance <= 0 && layer.density * layer.heatCapacity <= 0)
            layer.resistance = layer.thickness / layer.conductivity;
        made.layers.push_back(layer);
    }
    if (!made.layers.empty()) return made;
    BuildingLayer sheet;
    sheet.resistance = 1e-3;
    made.layers.push_back(sheet);
    return made;
}

double thicknessOf(const HouseConstruction& part) {
    double sum = 0;
    for (const HouseLayer& layer : part.layers) sum += layer.thickness;
    return sum;
}

std::vector<Resistance> resistances(const House& house, Part part, const Weather& weather) {
    const FilmPair films = standardFilms(part);
    const bool soil = part == Part::floor && house.under == Under::ground;
    std::vector<Resistance> steps;
    if (soil)
        steps.push_back({"ground", 0, 0, groundContact(house, weather).resistance});
    else if (part != Part::floor || house.under == Under::raised)
        steps.push_back({"outside", 0, 0, part == Part::floor ? films.inside : films.outside});
    for (const HouseLayer& layer : house.part(part).layers) {
        HouseConstruction alone;
        alone.layers = {layer};
        const BuildingLayer made = layersOf(alone).layers.front();
        const bool massless = made.resistance > 0;
        steps.push_back({layer.material, layer.thickness, massless ? 0 : made.conductivity,
                         massless ? made.resistance : made.thickness / made.conductivity});
    }
    steps.push_back({"inside", 0, 0, films.inside});
    return steps;
}

double uValueOf(const House& house, Part part, const Weather& weather) {
    double sum = 0;
    for (const Resistance& step : resistances(house, part, weather)) sum += step.resistance;
    return 1 / sum;
}

double windowU(const HouseWindow& window) {
    const GlazingType* glass = findGlazing(window.glazing);
    const FrameType* frame = findFrame(window.frame);
    if (!glass || !frame) return 0;
    const double rim = std::fmin(frame->width, 0.25 * std::fmin(window.width, window.height));
    const double width = window.width - 2 * rim, height = window.height - 2 * rim;
    const double area = window.width * window.height, clear = width * height;
    return (clear * uValueOf(glass->glazing) + (area - clear) * frame->Uf +
            2 * (width + height) * frame->edgePsi) /
           area;
}

double meanWindowU(const House& house) {
    double area = 0, sum = 0;
    for (const HouseWindow& window : house.windows) {
        if (window.sunspace) continue;
        area += window.width * window.height;
        sum += window.width * window.height * windowU(window);
    }
    return area > 0 ? sum / area : 0;
}

// Where two parts meet, each goes on outside over the thickness of the other.
double insidePsi(const House& house, Junction junction, double psi, const Weather& weather) {
    if (junction != Junction::wall_floor && junction != Junction::roof_edge) return psi;
    const Part other = junction == Junction::wall_floor ? Part::floor : Part::roof;
    return psi + uValueOf(house, Part::wall, weather) * thicknessOf(house.part(other)) +
           uValueOf(house, other, weather) * thicknessOf(house.part(Part::wall));
}

std::array<double, 4> junctionLengths(const House& house) {
    const double perimeter = 2 * (house.width + house.depth);
    double reveals = 0;
    for (const HouseWindow& window : house.windows)
        if (!window.sunspace) reveals += 2 * (window.width + window.height);
    const double rise = house.gableRise();
    const double verges =
        rise > 0 ? 4 * std::sqrt(rise * rise + house.depth * house.depth / 4) : 2 * house.depth;
    return {perimeter, reveals, house.balcony, 2 * house.width + verges};
}

}  // namespace pt
