// Materials, glazing and frames that houses are built with: assets/materials/building.json and
// glazing.json, each number with its source.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "engine/numerics/glazing.h"

namespace pt {

struct BuildingMaterial {
    std::string key;  // "brick", an option of choices; name "passive_house.material.<key>"
    double conductivity = 0, density = 0, heatCapacity = 0;  // SI
    bool estimate = false;                                   // no source that was read behind it
    std::string source;
};
struct GlazingType {
    std::string key;       // "double_argon"; name "passive_house.glazing.<key>"
    double Ug = 0, g = 0;  // as published
    Glazing glazing;       // panes and gaps that give these
    bool estimate = false;
    bool reference = false;  // of the BESTEST cases: not offered to pupils
    std::string source;
};
struct FrameType {
    std::string key;                        // "wood"; name "passive_house.frame.<key>"
    double Uf = 0, width = 0, edgePsi = 0;  // W/(m² K), m, W/(m K)
    bool estimate = false;                  // of the width and the edge; Uf has its source
    std::string source;
};

std::span<const BuildingMaterial> buildingMaterials();
std::span<const GlazingType> glazingTypes();
std::span<const FrameType> frameTypes();
const BuildingMaterial* findBuildingMaterial(std::string_view key);  // nullptr: none
const GlazingType* findGlazing(std::string_view key);
const FrameType* findFrame(std::string_view key);

}  // namespace pt
