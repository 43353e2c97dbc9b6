// The materials of assets/materials/strands.json.
#include <algorithm>
#include <vector>

#include "engine/core/assert.h"
#include "engine/core/assets.h"
#include "engine/core/json.h"
#include "engine/core/math.h"
#include "engine/numerics/strand.h"

namespace pt {
namespace {

constexpr std::string_view file = "assets/materials/strands.json";
constexpr const char* shapes[] = {"round", "tube", "rectangle"};

Sourced readSourced(const Json& json) {
    return {json["value"].number(), json["low"].number(), json["high"].number(),
            json["estimate"].boolean(), json["source"].text()};
}

// What the entry does not say is as it was in the material before.
StrandMaterial readMaterial(const Json& json, StrandMaterial material) {
    material.key = json["key"].text();
    for (size_t i = 0; i < std::size(shapes); ++i)
        if (json["shape"].text() == shapes[i]) material.outline.shape = static_cast<StrandShape>(i);
    material.outline.width = json["width"].number(material.outline.width);
    material.outline.thickness = json["thickness"].number(material.outline.thickness);
    material.length = json["length"].number(material.length);
    material.strengthLength = json["strengthLength"].number(material.strengthLength);
    material.lengthScatter = json["lengthScatter"].number(material.lengthScatter);
    const auto take = [&json](const char* key, Sourced& to) {
        if (json.has(key)) to = readSourced(json[key]);
    };
    take("density", material.density);
    take("E", material.E);
    take("strength", material.strength);
    take("weibullModulus", material.weibullModulus);
    take("crushing", material.crushing);
    take("widthScatter", material.widthScatter);
    take("stiffnessScatter", material.stiffnessScatter);
    if (json.has("moisture")) {
        const Json& moisture = json["moisture"];
        material.moisture = {moisture["reference"].number(), readSourced(moisture["slope"])};
    }
    return material;
}

const StrandMaterial* findIn(std::span<const StrandMaterial> materials, std::string_view key) {
    const auto same = [key](const StrandMaterial& m) { return m.key == key; };
    const auto found = std::find_if(materials.begin(), materials.end(), same);
    return found == materials.end() ? nullptr : &*found;
}

std::vector<StrandMaterial> readMaterials() {
    const Result<Json> json = Json::parse(asset(file));
    PT_ASSERT(json.ok());
    std::vector<StrandMaterial> materials;
    for (const Json& entry : json.value().items()) {
        const StrandMaterial* like = findIn(materials, entry["as"].text());
        materials.push_back(readMaterial(entry, like ? *like : StrandMaterial{}));
        PT_ASSERT(isOutline(materials.back().outline));
    }
    return materials;
}

}  // namespace

double MoistureLaw::factor(double moisture) const {
    return math::pow(10, -slope.value * (moisture - reference));
}

std::span<const StrandMaterial> strandMaterials() {
    static const std::vector<StrandMaterial> materials = readMaterials();
    return materials;
}

const StrandMaterial* findStrandMaterial(std::string_view key) {
    return findIn(strandMaterials(), key);
}

}  // namespace pt
