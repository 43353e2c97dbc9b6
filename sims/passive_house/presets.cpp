#include "sims/passive_house/presets.h"

#include "engine/core/math.h"

namespace pt {
namespace {

// A cavity that air does not stream through, EN ISO 6946: 0,18 m² K/W.
HouseLayer cavity() {
    HouseLayer layer{"own", 0.04};
    layer.resistance = 0.18;
    return layer;
}

std::vector<HouseLayer> wallLayers(Preset preset) {
    switch (preset) {
    case Preset::old_house:
        return {{"facing_brick", 0.09}, cavity(), {"brick", 0.14}, {"gypsum_plaster", 0.01}};
    case Preset::nineties:
        return {{"facing_brick", 0.09},
                cavity(),
                {"glass_wool", 0.05},
                {"hollow_brick", 0.14},
                {"gypsum_plaster", 0.01}};
    case Preset::epb:
        return {{"facing_brick", 0.09},
                cavity(),
                {"pur", 0.10},
                {"hollow_brick", 0.14},
                {"gypsum_plaster", 0.01}};
    case Preset::passive: break;
    }
    return {{"render", 0.01},
            {"eps_graphite", 0.30},
            {"sand_lime_brick", 0.175},
            {"gypsum_plaster", 0.01}};
}

std::vector<HouseLayer> roofLayers(Preset preset) {
    switch (preset) {
    case Preset::old_house:
        return {{"slate", 0.01}, {"softwood", 0.02}, cavity(), {"gypsum_board", 0.012}};
    case Preset::nineties:
        return {{"slate", 0.01}, {"softwood", 0.02}, {"glass_wool", 0.10}, {"gypsum_board", 0.012}};
    case Preset::epb:
        return {{"slate", 0.01}, {"softwood", 0.02}, {"glass_wool", 0.20}, {"gypsum_board", 0.012}};
    case Preset::passive: break;
    }
    return {{"slate", 0.01},
            {"wood_fibre", 0.06},
            {"cellulose", 0.36},
            {"osb", 0.018},
            {"plasterboard", 0.0125}};
}

std::vector<HouseLayer> floorLayers(Preset preset) {
    switch (preset) {
    case Preset::old_house: return {{"concrete", 0.15}, {"screed", 0.06}, {"tile", 0.01}};
    case Preset::nineties:
        return {{"concrete", 0.15}, {"eps", 0.05}, {"screed", 0.07}, {"tile", 0.01}};
    case Preset::epb: return {{"concrete", 0.15}, {"pur", 0.10}, {"screed", 0.08}, {"tile", 0.01}};
    case Preset::passive: break;
    }
    return {{"concrete", 0.20}, {"pir", 0.20}, {"screed", 0.08}, {"tile", 0.01}};
}

std::vector<HouseLayer> commonLayers(Preset preset) {
    if (preset == Preset::old_house) return {{"brick", 0.19}, {"gypsum_plaster", 0.01}};
    if (preset == Preset::nineties) return {{"hollow_brick", 0.19}, {"gypsum_plaster", 0.01}};
    return {{"sand_lime_brick", 0.20}, {"gypsum_plaster", 0.01}};
}

struct Openings {
    const char *glazing, *frame;
};
constexpr std::array<Openings, 4> openings{{{"single", "wood"},
                                            {"double", "wood"},
                                            {"double_argon", "pvc_insulated"},
                                            {"triple_passive", "wood_insulated"}}};

// W/(m K) for areas seen from inside: usual values (the order of EN ISO 14683) until the stage
// Detail works out the real one.
constexpr std::array<std::array<double, 4>, 4> usualPsi{{{0.40, 0.15, 0.95, 0.35},
                                                         {0.30, 0.12, 0.80, 0.22},
                                                         {0.15, 0.05, 0.15, 0.10},
                                                         {0.06, 0.01, 0.03, 0.04}}};

HouseWindow opening(const char* id, Facade facade, double x, double z, double width,
                    double height) {
    HouseWindow window;
    window.id = id;
    window.facade = facade;
    window.x = x;
    window.z = z;
    window.width = width;
    window.height = height;
    return window;
}

}  // namespace

HouseConstruction presetPart(Part part, Preset preset) {
    HouseConstruction construction;
    switch (part) {
    case Part::wall: construction.layers = wallLayers(preset); break;
    case Part::roof: construction.layers = roofLayers(preset); break;
    case Part::floor: construction.layers = floorLayers(preset); break;
    case Part::common: construction.layers = commonLayers(preset); break;
    }
    return construction;
}

void usePreset(House& house, Preset preset) {
    for (size_t i = 0; i < partKeys.size(); ++i)
        house.parts[i] = presetPart(static_cast<Part>(i), preset);
    const auto age = static_cast<size_t>(preset);
    for (HouseWindow& window : house.windows) {
        window.glazing = openings[age].glazing;
        window.frame = openings[age].frame;
    }
    for (size_t i = 0; i < house.junctions.size(); ++i)
        house.junctions[i] = {usualPsi[age][i], "usual"};
}

House defaultHouse() {
    House house;
    house.roofPitch = 35 * math::pi / 180;
    house.windows = {opening("V1", Facade::south, 1.0, 0.1, 2.4, 2.1),
                     opening("V2", Facade::south, 6.2, 0.8, 2.4, 1.4),
                     opening("V3", Facade::south, 1.3, 3.4, 1.8, 1.3),
                     opening("V4", Facade::south, 6.5, 3.4, 1.8, 1.3),
                     opening("V5", Facade::north, 2.0, 0.9, 1.2, 1.2),
                     opening("V6", Facade::north, 6.5, 3.5, 1.2, 1.1),
                     opening("V7", Facade::east, 3.0, 0.9, 1.6, 1.3),
                     opening("V8", Facade::west, 3.0, 0.9, 1.8, 1.3)};
    usePreset(house, Preset::nineties);
    return house;
}

}  // namespace pt
