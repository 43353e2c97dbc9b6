#include "sims/passive_house/materials.h"

#include <algorithm>
#include <vector>

#include "engine/core/assert.h"
#include "engine/core/assets.h"
#include "engine/core/json.h"

namespace pt {
namespace {

constexpr const char* gasKeys[] = {"air", "argon", "krypton"};

Json readFile(std::string_view path) {
    Result<Json> json = Json::parse(asset(path));
    PT_ASSERT(json.ok());
    return std::move(json.value());
}

Pane readPane(const Json& json) {
    Pane pane;
    pane.thickness = json["thickness"].number();
    pane.transmittance = json["transmittance"].number();
    pane.reflectanceFront = json["reflectanceFront"].number();
    pane.reflectanceBack = json["reflectanceBack"].number();
    pane.emissivityFront = json["emissivityFront"].number();
    pane.emissivityBack = json["emissivityBack"].number();
    return pane;
}

Gap readGap(const Json& json) {
    Gap gap;
    gap.width = json["width"].number();
    for (size_t i = 0; i < std::size(gasKeys); ++i)
        if (json["gas"].text() == gasKeys[i]) gap.gas = static_cast<GapGas>(i);
    gap.fill = json["fill"].number();
    gap.conductance = json["conductance"].number();
    return gap;
}

std::vector<BuildingMaterial> readMaterials() {
    std::vector<BuildingMaterial> materials;
    const Json file = readFile("assets/materials/building.json");
    for (const Json& json : file.items())
        materials.push_back({json["key"].text(), json["conductivity"].number(),
                             json["density"].number(), json["heatCapacity"].number(),
                             json["estimate"].boolean(), json["source"].text()});
    return materials;
}

std::vector<GlazingType> readGlazings() {
    std::vector<GlazingType> types;
    const Json file = readFile("assets/materials/glazing.json");
    for (const Json& json : file["glazings"].items()) {
        GlazingType type;
        type.key = json["key"].text();
        type.Ug = json["Ug"].number();
        type.g = json["g"].number();
        for (const Json& pane : json["panes"].items()) type.glazing.panes.push_back(readPane(pane));
        for (const Json& gap : json["gaps"].items()) type.glazing.gaps.push_back(readGap(gap));
        type.estimate = json["estimate"].boolean();
        type.reference = json["reference"].boolean();
        type.source = json["source"].text();
        types.push_back(std::move(type));
    }
    return types;
}

std::vector<FrameType> readFrames() {
    std::vector<FrameType> types;
    const Json file = readFile("assets/materials/glazing.json");
    for (const Json& json : file["frames"].items())
        types.push_back({json["key"].text(), json["Uf"].number(), json["width"].number(),
                         json["edgePsi"].number(), json["estimate"].boolean(),
                         json["source"].text()});
    return types;
}

template <class T>
const T* findIn(std::span<const T> all, std::string_view key) {
    const auto found =
        std::find_if(all.begin(), all.end(), [key](const T& one) { return one.key == key; });
    return found == all.end() ? nullptr : &*found;
}

}  // namespace

std::span<const BuildingMaterial> buildingMaterials() {
    static const std::vector<BuildingMaterial> materials = readMaterials();
    return materials;
}

std::span<const GlazingType> glazingTypes() {
    static const std::vector<GlazingType> types = readGlazings();
    return types;
}

std::span<const FrameType> frameTypes() {
    static const std::vector<FrameType> types = readFrames();
    return types;
}

const BuildingMaterial* findBuildingMaterial(std::string_view key) {
    return findIn(buildingMaterials(), key);
}
const GlazingType* findGlazing(std::string_view key) { return findIn(glazingTypes(), key); }
const FrameType* findFrame(std::string_view key) { return findIn(frameTypes(), key); }

}  // namespace pt
