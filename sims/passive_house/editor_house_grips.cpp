#include "sims/passive_house/editor_house_grips.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

#include "engine/core/math.h"
#include "sims/passive_house/materials.h"
#include "sims/passive_house/view_house_look.h"
#include "sims/passive_house/view_house_style.h"

namespace pt::house_view {
namespace {

constexpr double lengthStep = 0.05, layerStep = 0.01, fine = 0.01, layerFine = 0.001;  // m
constexpr double degree = math::pi / 180;

double snapped(double value, double step) { return std::floor(value / step + 0.5) * step; }

Json windowJson(const HouseWindow& window) {
    return Json::object()
        .set("window", window.id)
        .set("x", window.x)
        .set("z", window.z)
        .set("width", window.width)
        .set("height", window.height)
        .set("overhang", window.overhang);
}

Command houseCommand(const char* key, double value) {
    return {"house_set", Json::object().set(key, value), 0};
}

void addWindowGrips(std::vector<Grip>& grips, const House& house, const HouseFrame& frame,
                    const ViewState& looking) {
    const HouseWindow* chosen = windowOfItem(house, looking.selected);
    if (!chosen) return;
    std::vector<HouseWindow> all{*chosen};
    double x = chosen->x, right = chosen->x + chosen->width;
    if (frame.isCut()) {
        if (chosen->facade != Facade::south && chosen->facade != Facade::north) return;
        for (const WindowGroup& group : groupsOf(house, looking))
            if (house.windows[static_cast<size_t>(group.shown)].id == chosen->id) {
                all.clear();
                for (const int i : group.windows)
                    all.push_back(house.windows[static_cast<size_t>(i)]);
            }
        const bool south = chosen->facade == Facade::south;
        x = south ? frame.south() : frame.north() - frame.wall;
        right = x + frame.wall;
    } else if (chosen->facade != frame.facade) {
        return;
    }
    const double low = chosen->z, high = low + chosen->height, middle = (x + right) / 2;
    grips.push_back({Hold::top, {middle, high}, {0, 1}, all});
    grips.push_back({Hold::bottom, {middle, low}, {0, 1}, all});
    grips.push_back({Hold::window, {middle, (low + high) / 2}, {0, 1}, all});
    if (!frame.isCut()) {
        grips.push_back({Hold::left, {x, (low + high) / 2}, {1, 0}, all});
        grips.push_back({Hold::right, {right, (low + high) / 2}, {1, 0}, all});
        return;
    }
    const bool south = chosen->facade == Facade::south;
    const Vec tip(south ? x - chosen->overhang : right + chosen->overhang,
                  high + chosen->overhangGap + 0.04);
    grips.push_back({Hold::overhang, tip, {south ? -1 : 1, 0}, all});
}

void addLayerGrips(std::vector<Grip>& grips, const House& house, const HouseFrame& frame,
                   const std::string& item) {
    Part part = Part::wall;
    if (!frame.isCut() || !partOfItem(item, part)) return;
    const HouseConstruction& construction = house.part(part);
    const double whole = drawnThickness(construction);
    const double x = 0.86 * house.depth;
    Vec inner{0, 0}, outward{-1, 0};
    switch (part) {
    case Part::wall:
        inner = item == "wall.south" ? Vec(frame.front(), 0.6) : Vec(house.depth, 0.6);
        outward = {item == "wall.south" ? -1 : 1, 0};
        break;
    case Part::roof:
        inner = {x, frame.ceiling(x)};
        outward = {math::sin(frame.pitch), math::cos(frame.pitch)};
        break;
    case Part::floor:
        inner = {0.14 * house.depth, 0};
        outward = {0, -1};
        break;
    case Part::common: inner = {0, 0.6}; break;
    }
    double depth = 0;
    for (size_t i = 0; i < construction.layers.size(); ++i) {
        const HouseLayer& layer = construction.layers[i];
        Grip grip{Hold::layer, inner + (whole - depth) * outward, outward};
        grip.part = part;
        grip.layer = static_cast<int>(i);
        grip.value = layer.thickness;
        if (layer.resistance <= 0) grips.push_back(grip);
        depth += drawnThickness(layer);
    }
}

void addHouseGrips(std::vector<Grip>& grips, const House& house, const HouseFrame& frame) {
    const auto add = [&](Hold hold, Vec at, Vec along, double value) {
        Grip grip{hold, at, along};
        grip.value = value;
        grips.push_back(grip);
    };
    const double front = math::pi + house.orientation;
    add(Hold::turn, frame.compassPoint(front, 0.8 * frame.compassRadius), {1, 0},
        house.orientation);
    const double middle = frame.isCut() ? house.depth / 2 : frame.length / 2;
    add(Hold::ridge, {middle, frame.ridge}, {0, 1}, house.roofPitch);
    add(Hold::eaves, {frame.length + frame.wall, frame.height}, {0, 1}, house.storeyHeight);
    add(Hold::length, {frame.length + frame.wall, 0.5 * house.storeyHeight}, {1, 0}, frame.length);
    if (frame.isCut() && frame.sunspace > 0)
        add(Hold::sunspace, {frame.south(), 0.5 * frame.height}, {-1, 0}, house.sunspaceDepth);
}

Command windowCommand(HouseWindow window, Hold hold, Vec way, bool cut, bool free) {
    const double step = free ? fine : lengthStep, least = 0.2;
    const double right = window.x + window.width, top = window.z + window.height;
    switch (hold) {
    case Hold::left:
        window.x = std::clamp(snapped(window.x + way.x, step), 0.0, right - least);
        window.width = right - window.x;
        break;
    case Hold::right:
        window.width = std::max(snapped(right + way.x, step) - window.x, least);
        break;
    case Hold::bottom:
        window.z = std::clamp(snapped(window.z + way.y, step), 0.0, top - least);
        window.height = top - window.z;
        break;
    case Hold::top: window.height = std::max(snapped(top + way.y, step) - window.z, least); break;
    case Hold::overhang: {
        const double out = window.facade == Facade::south ? -way.x : way.x;
        window.overhang = std::clamp(snapped(window.overhang + out, step), 0.0, 5.0);
        break;
    }
    default:
        if (!cut) window.x = std::max(snapped(window.x + way.x, step), 0.0);
        window.z = std::max(snapped(window.z + way.y, step), 0.0);
        break;
    }
    return {"window_set", windowJson(window), 0};
}

}  // namespace

std::string layerName(Part part, int layer) {
    return std::string(partKeys[static_cast<size_t>(part)]) + "." + std::to_string(layer + 1);
}

int mainLayer(const HouseConstruction& construction) {
    int best = -1;
    double most = 0;
    for (size_t i = 0; i < construction.layers.size(); ++i) {
        const HouseLayer& layer = construction.layers[i];
        const BuildingMaterial* material = findBuildingMaterial(layer.material);
        const double lambda = material ? material->conductivity : layer.conductivity;
        const double r = lambda > 0 ? layer.thickness / lambda : 0;
        if (layer.resistance > 0 || r <= most) continue;
        most = r;
        best = static_cast<int>(i);
    }
    return best;
}

const HouseWindow* windowOfItem(const House& house, const std::string& item) {
    if (item.rfind("window.", 0) != 0) return nullptr;
    const int index = house.findWindow(std::string_view(item).substr(7));
    return index < 0 ? nullptr : &house.windows[static_cast<size_t>(index)];
}

std::vector<Grip> gripsOf(const House& house, const HouseFrame& frame, const ViewState& looking) {
    std::vector<Grip> grips;
    addWindowGrips(grips, house, frame, looking);
    addLayerGrips(grips, house, frame, looking.selected);
    addHouseGrips(grips, house, frame);
    return grips;
}

std::vector<Command> commandsOf(const Grip& grip, const HouseFrame& frame, Vec way, Vec to,
                                bool free) {
    const double more = glm::dot(way, grip.along);
    const double step = free ? fine : lengthStep;
    std::vector<Command> commands;
    switch (grip.hold) {
    case Hold::window:
    case Hold::left:
    case Hold::right:
    case Hold::top:
    case Hold::bottom:
    case Hold::overhang:
        for (const HouseWindow& window : grip.windows)
            commands.push_back(windowCommand(window, grip.hold, way, frame.isCut(), free));
        return commands;
    case Hold::layer: {
        const double thickness = snapped(grip.value + more, free ? layerFine : layerStep);
        return {{"layer_set",
                 Json::object()
                     .set("layer", layerName(grip.part, grip.layer))
                     .set("thickness", std::clamp(thickness, 0.001, 1.5)),
                 0}};
    }
    case Hold::ridge: {
        const double rise = frame.house.depth / 2 * math::tan(grip.value) + more;
        const double pitch = math::atan2(std::max(rise, 0.0), frame.house.depth / 2);
        const double turned = snapped(pitch, free ? degree : 5 * degree);
        return {houseCommand("roof_pitch", std::clamp(turned, 0.0, steepestRoof))};
    }
    case Hold::eaves:
        return {houseCommand(
            "height",
            std::clamp(snapped(grip.value + more / frame.house.storeys, step), 2.0, 6.0))};
    case Hold::length: {
        const bool depth =
            frame.isCut() || frame.facade == Facade::east || frame.facade == Facade::west;
        return {houseCommand(depth ? "depth" : "width",
                             std::clamp(snapped(grip.value + more, step), leastSize, mostSize))};
    }
    case Hold::sunspace:
        return {houseCommand("sunspace", std::clamp(snapped(grip.value + more, step), 0.5, 10.0))};
    case Hold::turn: {
        const Vec from = to - frame.compass;
        if (glm::length(from) < 0.05) return {};
        double angle = math::atan2(from.x, from.y) - math::pi;
        if (angle < -math::pi) angle += 2 * math::pi;
        angle = snapped(angle, free ? degree : 5 * degree);
        return {houseCommand("orientation", angle)};
    }
    }
    return {};
}

std::vector<Command> backOf(const Grip& grip, const HouseFrame& frame) {
    std::vector<Command> commands;
    for (const HouseWindow& window : grip.windows)
        commands.push_back({"window_set", windowJson(window), 0});
    if (!commands.empty()) return commands;
    switch (grip.hold) {
    case Hold::layer:
        return {{"layer_set",
                 Json::object()
                     .set("layer", layerName(grip.part, grip.layer))
                     .set("thickness", grip.value),
                 0}};
    case Hold::ridge: return {houseCommand("roof_pitch", grip.value)};
    case Hold::eaves: return {houseCommand("height", grip.value)};
    case Hold::length: {
        const bool depth =
            frame.isCut() || frame.facade == Facade::east || frame.facade == Facade::west;
        return {houseCommand(depth ? "depth" : "width", grip.value)};
    }
    case Hold::sunspace: return {houseCommand("sunspace", grip.value)};
    default: return {houseCommand("orientation", grip.value)};
    }
}

std::string valueOf(const Grip& grip, const House& house, const HouseFrame& frame,
                    const Words& words) {
    const auto degrees = [&](double angle) { return plain(words, angle / degree, 0) + "°"; };
    const auto metres = [&](double length) { return plain(words, length, 2) + "\u202fm"; };
    if (!grip.windows.empty()) {
        const int index = house.findWindow(grip.windows.front().id);
        if (index < 0) return "";
        const HouseWindow& window = house.windows[static_cast<size_t>(index)];
        if (grip.hold == Hold::overhang) return centimetres(words, window.overhang);
        if (grip.hold == Hold::window)
            return say(words, "place", {{"x", metres(window.x)}, {"z", metres(window.z)}});
        return say(words, "size",
                   {{"width", metres(window.width)}, {"height", metres(window.height)}});
    }
    switch (grip.hold) {
    case Hold::layer: {
        const auto& layers = house.part(grip.part).layers;
        if (static_cast<size_t>(grip.layer) >= layers.size()) return "";
        const HouseLayer& layer = layers[static_cast<size_t>(grip.layer)];
        return words("passive_house.material." + layer.material) + " " +
               centimetres(words, layer.thickness);
    }
    case Hold::ridge: return degrees(house.roofPitch);
    case Hold::eaves: return metres(house.storeyHeight);
    case Hold::length: return metres(frame.length);
    case Hold::sunspace: return metres(house.sunspaceDepth);
    default: return degrees(house.orientation);
    }
}

}  // namespace pt::house_view
