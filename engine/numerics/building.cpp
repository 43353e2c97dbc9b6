#include "engine/numerics/building.h"

#include <algorithm>
#include <cmath>

#include "engine/core/math.h"

namespace pt {
namespace {

constexpr double most = 1e9;  // of any size: what is larger is a slip of the pen

bool within(double value, double low, double high) { return value >= low && value <= high; }
bool notNegative(double value) { return within(value, 0, most); }
bool positive(double value) { return value > 0 && value <= most; }
bool share(double value) { return within(value, 0, 1); }
bool fixedOr(double value, bool fits) { return std::isnan(value) || fits; }

Error wrong(const char* key, const std::string& where) { return {key, where, {}}; }
// A number out of its range: the place says which thing, `value` which of its numbers.
Error outOfRange(const std::string& where, const char* value) {
    return {"building.range", where, {{"value", value}}};
}

struct Ranged {
    const char* key;
    bool fits;
};
template <size_t n>
Status checkRanges(const std::string& where, const Ranged (&values)[n]) {
    for (const Ranged& value : values)
        if (!value.fits) return outOfRange(where, value.key);
    return Ok{};
}

bool sane(const Schedule& schedule, double low, double high) {
    return std::all_of(schedule.hours.begin(), schedule.hours.end(),
                       [&](double value) { return within(value, low, high); });
}

Status checkLayer(const BuildingLayer& layer, const std::string& where) {
    if (layer.resistance > 0) {
        if (!positive(layer.resistance)) return outOfRange(where, "resistance");
        return Ok{};
    }
    if (!(layer.conductivity > 0) || !(layer.thickness > 0))
        return wrong("building.no_resistance", where);
    return checkRanges(where, {{"resistance", layer.resistance == 0},
                               {"thickness", within(layer.thickness, 1e-6, 1000)},
                               {"conductivity", within(layer.conductivity, 1e-6, 1e6)},
                               {"density", within(layer.density, 0, 1e5)},
                               {"heatCapacity", within(layer.heatCapacity, 0, 1e5)}});
}

Status checkConstruction(const BuildingConstruction& construction, const std::string& where) {
    if (construction.layers.empty()) return wrong("building.no_layers", where);
    for (size_t i = 0; i < construction.layers.size(); ++i)
        if (Status ok =
                checkLayer(construction.layers[i], where + ".layers[" + std::to_string(i) + "]");
            !ok)
            return ok;
    return checkRanges(where, {{"emissivity", share(construction.outside.emissivity)},
                               {"emissivity", share(construction.inside.emissivity)},
                               {"solarAbsorptance", share(construction.outside.solarAbsorptance)},
                               {"solarAbsorptance", share(construction.inside.solarAbsorptance)}});
}

Status checkZone(const BuildingZone& zone) {
    const Ventilation& fans = zone.ventilation;
    return checkRanges(
        zone.name, {{"volume", within(zone.volume, 1e-6, 1e6)},
                    {"extraCapacity", within(zone.extraCapacity, 0, 1e12)},
                    {"infiltration", within(zone.infiltration, 0, 1e3)},
                    {"flow", within(fans.flow, 0, 1e4)},
                    {"recovery", share(fans.recovery)},
                    {"bypassAbove", fixedOr(fans.bypassAbove, within(fans.bypassAbove, 0, 1e4))},
                    {"defrostBelow", fixedOr(fans.defrostBelow, within(fans.defrostBelow, 0, 400))},
                    {"fanPower", within(fans.fanPower, 0, 1e6)},
                    {"airing", within(zone.airing.flow, 0, 1e4)},
                    {"above", fixedOr(zone.airing.above, within(zone.airing.above, 0, 1e4))},
                    {"when", sane(zone.airing.when, 0, 1)},
                    {"gains", sane(zone.gains, -1e7, 1e7)},
                    {"gainsRadiant", share(zone.gainsRadiant)},
                    {"heatTo", sane(zone.heatTo, -most, 1000)},
                    {"coolTo", sane(zone.coolTo, 0, most)},
                    {"mostHeating", within(zone.mostHeating, 0, 1e15)},
                    {"mostCooling", within(zone.mostCooling, 0, 1e15)},
                    {"heatingRadiant", share(zone.heatingRadiant)}});
}

bool overlap(const BuildingWindow& a, const BuildingWindow& b) {
    constexpr double slack = 1e-6;  // m
    return a.x + a.width > b.x + slack && b.x + b.width > a.x + slack &&
           a.z + a.height > b.z + slack && b.z + b.height > a.z + slack;
}

Status checkWindow(const BuildingWindow& window, const BuildingSurface& surface,
                   const Building& building) {
    constexpr double slack = 1e-6;  // m
    const std::string where = surface.name + ", " + window.name;
    if (window.glazing < 0 || static_cast<size_t>(window.glazing) >= building.glazings.size())
        return wrong("building.no_glazing", where);
    if (Status ok = checkRanges(where, {{"width", positive(window.width)},
                                        {"height", positive(window.height)},
                                        {"x", within(window.x, -most, most)},
                                        {"z", within(window.z, -most, most)},
                                        {"frameWidth", notNegative(window.frameWidth)},
                                        {"frameU", within(window.frameU, 1e-3, 100)},
                                        {"edgePsi", within(window.edgePsi, 0, 10)},
                                        {"screen", share(window.screen)},
                                        {"screenFrom", within(window.screenFrom, 0, most)}});
        !ok)
        return ok;
    if (window.x < -slack || window.z < -slack || window.x + window.width > surface.width + slack ||
        window.z + window.height > surface.height + slack)
        return wrong("building.window_outside", where);
    if (2 * window.frameWidth > std::min(window.width, window.height))
        return outOfRange(where, "frameWidth");
    return Ok{};
}

Status checkWindows(const BuildingSurface& surface, const Building& building) {
    for (size_t i = 0; i < surface.windows.size(); ++i) {
        if (Status ok = checkWindow(surface.windows[i], surface, building); !ok) return ok;
        for (size_t j = 0; j < i; ++j)
            if (overlap(surface.windows[i], surface.windows[j]))
                return Error{"building.windows_overlap",
                             surface.name + ", " + surface.windows[i].name,
                             {{"other", surface.windows[j].name}}};
    }
    return Ok{};
}

bool saneShades(const BuildingSurface& surface) {
    for (const Overhang& overhang : surface.overhangs)
        if (!within(overhang.x0, -most, most) || !within(overhang.x1, overhang.x0, most) ||
            !within(overhang.z, -most, most) || !notNegative(overhang.depth))
            return false;
    for (const Fin& fin : surface.fins)
        if (!within(fin.x, -most, most) || !within(fin.z0, -most, most) ||
            !within(fin.z1, fin.z0, most) || !notNegative(fin.depth))
            return false;
    return true;
}

bool saneFilm(double film) { return fixedOr(film, within(film, 1e-3, 1e6)); }

Status checkSurface(const BuildingSurface& surface, const Building& building) {
    const int zones = static_cast<int>(building.zones.size());
    if (surface.zone < 0 || surface.zone >= zones) return wrong("building.no_zone", surface.name);
    if (surface.beyond == Beyond::zone &&
        (surface.otherZone < 0 || surface.otherZone >= zones || surface.otherZone == surface.zone))
        return wrong("building.no_other_zone", surface.name);
    if (surface.construction < 0 ||
        static_cast<size_t>(surface.construction) >= building.constructions.size())
        return wrong("building.no_construction", surface.name);
    if (surface.beyond != Beyond::outdoors && surface.beyond != Beyond::zone &&
        !surface.windows.empty())
        return wrong("building.buried_window", surface.name);
    if (Status ok = checkRanges(
            surface.name, {{"width", within(surface.width, 1e-6, 1e5)},
                           {"height", within(surface.height, 1e-6, 1e5)},
                           {"azimuth", within(surface.azimuth, -100, 100)},
                           {"tilt", within(surface.tilt, 0, math::pi + 1e-9)},
                           {"fixedTemperature", surface.beyond != Beyond::fixed ||
                                                    within(surface.fixedTemperature, 100, 1000)},
                           {"groundResistance", within(surface.groundResistance, 0, 1e6)},
                           {"groundTemperature", within(surface.groundTemperature, 100, 1000)},
                           {"groundSwing", within(surface.groundSwing, -100, 100)},
                           {"groundLag", within(surface.groundLag, -1e9, 1e9)},
                           {"insideFilm", saneFilm(surface.insideFilm)},
                           {"outsideFilm", saneFilm(surface.outsideFilm)},
                           {"windowInsideFilm", saneFilm(surface.windowInsideFilm)},
                           {"windowOutsideFilm", saneFilm(surface.windowOutsideFilm)},
                           {"solarShare", fixedOr(surface.solarShare, share(surface.solarShare))},
                           {"shade", saneShades(surface)}});
        !ok)
        return ok;
    return checkWindows(surface, building);
}

Status checkBetweenZones(const Building& building) {
    const int zones = static_cast<int>(building.zones.size());
    for (const ThermalBridge& bridge : building.bridges) {
        if (bridge.zone < 0 || bridge.zone >= zones) return wrong("building.no_zone", bridge.name);
        if (Status ok = checkRanges(bridge.name, {{"psi", within(bridge.psi, -100, 100)},
                                                  {"length", notNegative(bridge.length)}});
            !ok)
            return ok;
    }
    for (size_t i = 0; i < building.airPaths.size(); ++i) {
        const AirPath& path = building.airPaths[i];
        const std::string where = "airPaths[" + std::to_string(i) + "]";
        if (path.a < 0 || path.a >= zones || path.b < 0 || path.b >= zones || path.a == path.b)
            return wrong("building.no_zone", where);
        if (!within(path.flow, 0, 1e4)) return outOfRange(where, "flow");
    }
    return Ok{};
}

// The shares of the sun that surfaces of one zone were given may not add up to more than all.
Status checkShares(const Building& building) {
    std::vector<double> sums(building.zones.size(), 0.0);
    for (const BuildingSurface& surface : building.surfaces) {
        double& sum = sums[static_cast<size_t>(surface.zone)];
        if (!std::isnan(surface.solarShare)) sum += surface.solarShare;
        if (sum > 1 + 1e-9) return outOfRange(surface.name, "solarShare");
    }
    return Ok{};
}

}  // namespace

Status checkBuilding(const Building& building) {
    if (building.zones.empty()) return wrong("building.no_zone", "");
    for (size_t i = 0; i < building.constructions.size(); ++i)
        if (Status ok = checkConstruction(building.constructions[i],
                                          "constructions[" + std::to_string(i) + "]");
            !ok)
            return ok;
    for (const Glazing& glazing : building.glazings)
        if (Status ok = checkGlazing(glazing); !ok) return ok;
    for (const BuildingZone& zone : building.zones)
        if (Status ok = checkZone(zone); !ok) return ok;
    for (const BuildingSurface& surface : building.surfaces)
        if (Status ok = checkSurface(surface, building); !ok) return ok;
    if (!share(building.groundReflectance)) return outOfRange("", "groundReflectance");
    if (Status ok = checkBetweenZones(building); !ok) return ok;
    return checkShares(building);
}

double uValueOf(const BuildingConstruction& construction, double insideResistance,
                double outsideResistance) {
    double resistance = insideResistance + outsideResistance;
    for (const BuildingLayer& layer : construction.layers)
        resistance +=
            layer.resistance > 0 ? layer.resistance : layer.thickness / layer.conductivity;
    return 1 / resistance;
}

}  // namespace pt
