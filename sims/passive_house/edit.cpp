#include "sims/passive_house/edit.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <string>

#include "sims/passive_house/presets.h"

namespace pt {
namespace {

Result<House> checked(House house) {
    if (Status fine = checkHouse(house); !fine.ok()) return fine.error();
    return house;
}

void take(const Json& args, const char* key, double& value) {
    if (args.has(key)) value = args[key].number(value);
}
void take(const Json& args, const char* key, std::string& value) {
    if (args.has(key)) value = args[key].text();
}

template <size_t N>
std::optional<size_t> indexOf(const std::array<const char*, N>& keys, std::string_view key) {
    for (size_t i = 0; i < N; ++i)
        if (key == keys[i]) return i;
    return std::nullopt;
}

// -- the shape

void stretchWindows(House& house, const House& before) {
    const double up = std::min(1.0, house.facadeHeight() / before.facadeHeight());
    for (HouseWindow& w : house.windows) {
        const double along = house.facadeWidth(w.facade) / before.facadeWidth(w.facade);
        w.x *= along;
        w.width *= along;
        w.z *= up;
        w.height *= up;
    }
}

void moveToSunspace(House& house) {
    for (HouseWindow& w : house.windows)
        if (w.facade == Facade::south) w.sunspace = house.hasSunspace();
}

// -- windows

void holdInside(const House& house, HouseWindow& w) {
    const double along = house.facadeWidth(w.facade), up = house.facadeHeight();
    w.width = std::clamp(w.width, leastWindow, along);
    w.height = std::clamp(w.height, leastWindow, up);
    w.x = std::clamp(w.x, 0.0, along - w.width);
    w.z = std::clamp(w.z, 0.0, up - w.height);
}

Status readWindow(const House& house, const Json& args, HouseWindow& w) {
    if (args.has("facade")) {
        const auto facade = indexOf(facadeKeys, args["facade"].text());
        if (!facade)
            return Error{"house.unknown_facade", "facade", {{"facade", args["facade"].text()}}};
        w.facade = static_cast<Facade>(*facade);
    }
    take(args, "x", w.x);
    take(args, "z", w.z);
    take(args, "width", w.width);
    take(args, "height", w.height);
    take(args, "glazing", w.glazing);
    take(args, "frame", w.frame);
    take(args, "overhang", w.overhang);
    take(args, "overhang_gap", w.overhangGap);
    take(args, "overhang_side", w.overhangSide);
    take(args, "fins", w.fins);
    take(args, "fins_gap", w.finsGap);
    if (args.has("screen")) w.screen = args["screen"].text() == "yes";
    w.sunspace = house.hasSunspace() && w.facade == Facade::south;
    holdInside(house, w);
    return Ok{};
}

std::string freeId(const House& house) {
    for (int n = 1;; ++n) {
        std::string id = "V" + std::to_string(n);
        if (house.findWindow(id) < 0) return id;
    }
}

// The first free place from the left, storey by storey.
Result<House> placeWindow(House house, HouseWindow window) {
    constexpr double raster = 0.25, sill = 0.9;
    for (int storey = 0; storey < house.storeys; ++storey)
        for (double x = raster; x + window.width <= house.facadeWidth(window.facade); x += raster) {
            window.x = x;
            window.z = storey * house.storeyHeight + sill;
            holdInside(house, window);
            house.windows.push_back(window);
            if (checkHouse(house).ok()) return house;
            house.windows.pop_back();
        }
    return Error{
        "house.no_place", "facade", {{"facade", facadeKeys[static_cast<size_t>(window.facade)]}}};
}

// -- layers

struct LayerPlace {
    Part part = Part::wall;
    int layer = -1;  // -1: none was named
};

Result<LayerPlace> findLayer(const House& house, const Json& args) {
    std::string part = args["part"].text(), layer = args["layer"].text();
    if (const size_t dot = layer.find('.'); dot != std::string::npos) {
        part = layer.substr(0, dot);
        layer = layer.substr(dot + 1);
    }
    const auto index = indexOf(partKeys, part);
    if (!index) return Error{"house.unknown_part", "part", {{"part", part}}};
    LayerPlace place{static_cast<Part>(*index), -1};
    if (layer.empty()) return place;
    int number = 0;
    const char* end = layer.data() + layer.size();
    const auto read = std::from_chars(layer.data(), end, number);
    const auto count = static_cast<int>(house.part(place.part).layers.size());
    if (read.ptr != end || number < 1 || number > count)
        return Error{"house.unknown_layer", "layer", {{"layer", args["layer"].text()}}};
    place.layer = number - 1;
    return place;
}

void readLayer(const Json& args, HouseLayer& layer) {
    take(args, "material", layer.material);
    take(args, "thickness", layer.thickness);
    take(args, "conductivity", layer.conductivity);
    take(args, "density", layer.density);
    take(args, "heat_capacity", layer.heatCapacity);
}

}  // namespace

Result<House> setHouse(const House& house, const Json& args) {
    House made = house;
    take(args, "width", made.width);
    take(args, "depth", made.depth);
    take(args, "height", made.storeyHeight);
    take(args, "roof_pitch", made.roofPitch);
    take(args, "orientation", made.orientation);
    take(args, "sunspace", made.sunspaceDepth);
    take(args, "balcony", made.balcony);
    double storeys = made.storeys;
    take(args, "storeys", storeys);
    made.storeys = static_cast<int>(std::clamp(storeys, 0.0, 9.0));
    if (args.has("under")) {
        const auto under = indexOf(underKeys, args["under"].text());
        if (!under)
            return Error{
                "house.option", "under", {{"key", "under"}, {"value", args["under"].text()}}};
        made.under = static_cast<Under>(*under);
    }
    if (!(made.width > 0) || !(made.depth > 0) || made.storeys < 1 || !(made.storeyHeight > 0))
        return checkHouse(made).error();
    stretchWindows(made, house);
    moveToSunspace(made);
    return checked(std::move(made));
}

Result<House> setWindow(const House& house, const Json& args) {
    const int index = house.findWindow(args["window"].text());
    if (index < 0)
        return Error{"house.unknown_window", "window", {{"window", args["window"].text()}}};
    House made = house;
    HouseWindow& window = made.windows[static_cast<size_t>(index)];
    if (Status read = readWindow(house, args, window); !read.ok()) return read.error();
    return checked(std::move(made));
}

Result<House> addWindow(const House& house, const Json& args) {
    if (house.windows.size() >= mostWindows)
        return Error{"house.many_windows", "windows", {{"max", std::to_string(mostWindows)}}};
    HouseWindow window;
    if (!house.windows.empty()) {
        window.glazing = house.windows.front().glazing;
        window.frame = house.windows.front().frame;
    } else {
        window.glazing = "double_argon";
        window.frame = "wood";
    }
    window.width = 1.2;
    window.height = 1.3;
    window.id = freeId(house);
    if (Status read = readWindow(house, args, window); !read.ok()) return read.error();
    if (!args.has("x")) return placeWindow(house, window);
    House made = house;
    made.windows.push_back(std::move(window));
    return checked(std::move(made));
}

Result<House> removeWindow(const House& house, std::string_view window) {
    const int index = house.findWindow(window);
    if (index < 0)
        return Error{"house.unknown_window", "window", {{"window", std::string(window)}}};
    House made = house;
    made.windows.erase(made.windows.begin() + index);
    return made;
}

Result<House> setLayer(const House& house, const Json& args) {
    const Result<LayerPlace> place = findLayer(house, args);
    if (!place.ok()) return place.error();
    if (place.value().layer < 0) return Error{"house.unknown_layer", "layer", {{"layer", ""}}};
    House made = house;
    readLayer(args, made.part(place.value().part).layers[static_cast<size_t>(place.value().layer)]);
    return checked(std::move(made));
}

Result<House> addLayer(const House& house, const Json& args) {
    const Result<LayerPlace> place = findLayer(house, args);
    if (!place.ok()) return place.error();
    House made = house;
    std::vector<HouseLayer>& layers = made.part(place.value().part).layers;
    HouseLayer layer{"glass_wool", 0.05};
    readLayer(args, layer);
    const int before =
        place.value().layer < 0 ? static_cast<int>(layers.size()) : place.value().layer;
    layers.insert(layers.begin() + before, std::move(layer));
    return checked(std::move(made));
}

Result<House> removeLayer(const House& house, const Json& args) {
    const Result<LayerPlace> place = findLayer(house, args);
    if (!place.ok()) return place.error();
    if (place.value().layer < 0) return Error{"house.unknown_layer", "layer", {{"layer", ""}}};
    House made = house;
    std::vector<HouseLayer>& layers = made.part(place.value().part).layers;
    layers.erase(layers.begin() + place.value().layer);
    return checked(std::move(made));
}

Result<House> useConstruction(const House& house, std::string_view part, std::string_view preset) {
    const auto age = indexOf(presetKeys, preset);
    if (!age) return Error{"house.unknown_preset", "preset", {{"preset", std::string(preset)}}};
    House made = house;
    if (part == "all") {
        usePreset(made, static_cast<Preset>(*age));
        return made;
    }
    const auto index = indexOf(partKeys, part);
    if (!index) return Error{"house.unknown_part", "part", {{"part", std::string(part)}}};
    made.parts[*index] = presetPart(static_cast<Part>(*index), static_cast<Preset>(*age));
    return made;
}

}  // namespace pt
