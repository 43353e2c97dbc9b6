#include "sims/passive_house/house.h"

#include <cmath>
#include <string>

#include "engine/core/math.h"
#include "sims/passive_house/materials.h"

namespace pt {
namespace {

constexpr double tiny = 1e-9;

std::string place(const char* list, size_t index, const char* key) {
    return std::string(list) + "[" + std::to_string(index) + "]." + key;
}

bool within(double value, double low, double high) { return value >= low && value <= high; }

Status checkSizes(const House& house) {
    const struct {
        const char* key;
        double value, low, high;
    } sizes[] = {{"width", house.width, leastSize, mostSize},
                 {"depth", house.depth, leastSize, mostSize},
                 {"storey_height", house.storeyHeight, 2, 6},
                 {"roof_pitch", house.roofPitch, 0, steepestRoof + tiny},
                 {"orientation", house.orientation, -2 * math::pi, 2 * math::pi},
                 {"sunspace", house.sunspaceDepth, 0, 10},
                 {"balcony", house.balcony, 0, 100},
                 {"under_temperature", house.underTemperature, 223.15, 323.15}};
    for (const auto& size : sizes)
        if (!within(size.value, size.low, size.high)) return Error{"house.size", size.key, {}};
    if (house.storeys < 1 || house.storeys > 3) return Error{"house.storeys", "storeys", {}};
    return Ok{};
}

Status checkLayer(const HouseLayer& layer, const std::string& where) {
    if (!within(layer.thickness, 0, thickestLayer)) return Error{"house.thickness", where, {}};
    if (layer.material != "own") {
        if (findBuildingMaterial(layer.material)) return Ok{};
        return Error{"house.material", where, {{"material", layer.material}}};
    }
    if (!within(layer.resistance, 0, 1000)) return Error{"house.resistance", where, {}};
    if (layer.resistance > 0) return Ok{};
    if (!within(layer.conductivity, 1e-4, 1000)) return Error{"house.conductivity", where, {}};
    if (!within(layer.density, 0, 30000) || !within(layer.heatCapacity, 0, 20000))
        return Error{"house.mass", where, {}};
    return Ok{};
}

bool isFilm(double film) { return std::isnan(film) || within(film, 0.1, 1000); }

Status checkConstruction(const HouseConstruction& part, const std::string& where) {
    if (part.layers.empty()) return Error{"house.no_layers", where, {}};
    if (part.layers.size() > mostLayers)
        return Error{"house.many_layers", where, {{"max", std::to_string(mostLayers)}}};
    for (size_t i = 0; i < part.layers.size(); ++i) {
        const std::string at = where + ".layers[" + std::to_string(i) + "]";
        if (Status layer = checkLayer(part.layers[i], at); !layer.ok()) return layer;
    }
    for (const double share :
         {part.emissivityOut, part.emissivityIn, part.absorptanceOut, part.absorptanceIn})
        if (!within(share, 0.01, 1)) return Error{"house.share", where, {}};
    if (!isFilm(part.insideFilm) || !isFilm(part.outsideFilm))
        return Error{"house.film", where, {}};
    return Ok{};
}

Status checkParts(const House& house) {
    for (size_t i = 0; i < partKeys.size(); ++i) {
        const std::string where = std::string("parts.") + partKeys[i];
        if (Status part = checkConstruction(house.parts[i], where); !part.ok()) return part;
    }
    if (!house.sunspaceParts) return Ok{};
    for (size_t i = 0; i < 3; ++i) {
        const std::string where = std::string("sunspace_parts.") + partKeys[i];
        if (Status part = checkConstruction((*house.sunspaceParts)[i], where); !part.ok())
            return part;
    }
    return Ok{};
}

Status checkWindow(const House& house, size_t index) {
    const HouseWindow& w = house.windows[index];
    const auto at = [index](const char* key) { return place("windows", index, key); };
    if (!findGlazing(w.glazing))
        return Error{"house.glazing", at("glazing"), {{"glazing", w.glazing}}};
    const FrameType* frame = findFrame(w.frame);
    if (!frame) return Error{"house.frame", at("frame"), {{"frame", w.frame}}};
    if (w.sunspace ? !house.hasSunspace() || w.facade != Facade::south
                   : house.hasSunspace() && w.facade == Facade::south)
        return Error{"house.window_sunspace", at("sunspace"), {{"window", w.id}}};
    if (!(w.width >= leastWindow) || !(w.height >= leastWindow))
        return Error{"house.window_small", at("width"), {{"window", w.id}}};
    if (!(w.x >= -tiny) || !(w.z >= -tiny) ||
        !(w.x + w.width <= house.facadeWidth(w.facade) + tiny) ||
        !(w.z + w.height <= house.facadeHeight() + tiny))
        return Error{"house.window_outside", at("x"), {{"window", w.id}}};
    for (const double length :
         {w.overhang, w.overhangGap, w.overhangSide, w.fins, w.finsGap, w.finsBelow, w.finsAbove})
        if (!within(length, 0, 20)) return Error{"house.shade", at("overhang"), {{"window", w.id}}};
    return Ok{};
}

bool overlap(const HouseWindow& a, const HouseWindow& b) {
    return a.facade == b.facade && a.sunspace == b.sunspace && a.x + tiny < b.x + b.width &&
           b.x + tiny < a.x + a.width && a.z + tiny < b.z + b.height && b.z + tiny < a.z + a.height;
}

Status checkWindows(const House& house) {
    if (house.windows.size() > mostWindows)
        return Error{"house.many_windows", "windows", {{"max", std::to_string(mostWindows)}}};
    for (size_t i = 0; i < house.windows.size(); ++i) {
        if (Status window = checkWindow(house, i); !window.ok()) return window;
        for (size_t j = 0; j < i; ++j) {
            if (house.windows[j].id == house.windows[i].id)
                return Error{"house.duplicate_window",
                             place("windows", i, "id"),
                             {{"window", house.windows[i].id}}};
            if (overlap(house.windows[i], house.windows[j]))
                return Error{"house.window_overlap",
                             place("windows", i, "x"),
                             {{"window", house.windows[i].id}, {"other", house.windows[j].id}}};
        }
    }
    if (!isFilm(house.windowInsideFilm) || !isFilm(house.windowOutsideFilm))
        return Error{"house.film", "windows", {}};
    return Ok{};
}

Status checkShares(const House& house) {
    if (!house.solarShares) return Ok{};
    double sum = 0;
    for (const double share : *house.solarShares) {
        if (!within(share, 0, 1)) return Error{"house.solar_shares", "solar_shares", {}};
        sum += share;
    }
    return sum <= 1 + tiny ? Status(Ok{}) : Error{"house.solar_shares", "solar_shares", {}};
}

}  // namespace

double House::gableRise() const { return roofPitch > 0 ? depth / 2 * math::tan(roofPitch) : 0; }

double House::footprint() const { return width * depth; }

double House::volume() const { return footprint() * (facadeHeight() + gableRise() / 2); }

double House::floorArea() const { return footprint() * storeys; }

double House::facadeWidth(Facade facade) const {
    return facade == Facade::south || facade == Facade::north ? width : depth;
}

double House::facadeHeight() const { return storeyHeight * storeys; }

int House::findWindow(std::string_view id) const {
    for (size_t i = 0; i < windows.size(); ++i)
        if (windows[i].id == id) return static_cast<int>(i);
    return -1;
}

Status checkHouse(const House& house) {
    if (Status sizes = checkSizes(house); !sizes.ok()) return sizes;
    if (Status parts = checkParts(house); !parts.ok()) return parts;
    if (Status windows = checkWindows(house); !windows.ok()) return windows;
    for (const HouseJunction& junction : house.junctions)
        if (!within(junction.psi, -2, 10)) return Error{"house.psi", "junctions", {}};
    return checkShares(house);
}

}  // namespace pt
